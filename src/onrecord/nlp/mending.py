"""Mistakes that the parser makes again and again, put right before anything is read from its labels."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.lexicon.triggers import triggers_by_form
from onrecord.lexicon.words import word_set

FINITE = frozenset(["VBZ", "VBP", "VBD", "MD"])
NOUNS = frozenset(["NN", "NNS", "NNP", "NNPS"])
BE = frozenset(["was", "were", "had", "did"])
SHARES = frozenset(["half", "third", "quarter", "thirds", "quarters", "percent"])


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of a sentence with what the parser says of each: tags, labels, and the places of their heads."""

    words: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]

    def hang(self, i: int, head: int, dep: str) -> None:
        """Hang a word elsewhere."""
        self.heads[i], self.deps[i] = head, dep

    def below(self, head: int) -> list[int]:
        """The words that depend on another at once."""
        return [i for i, above in enumerate(self.heads) if above == head and i != head]


def mend(parsed: Labels) -> None:
    """Put right what is known to go wrong, in place."""
    if not parsed.words:
        return
    _verb_of_headline(parsed)
    _verb_after_its_people(parsed)
    _passive_without_be(parsed)
    _went_and_not_sent(parsed)
    _verb_of_staying(parsed)
    _clause_on_the_whole(parsed)
    _listed_not_renamed(parsed)
    _by_a_share_to(parsed)
    _part_of_number(parsed)
    _home_is_no_noun(parsed)
    _strong_aside(parsed)
    _owners_of_one_thing(parsed)
    _what_an_operation_is_for(parsed)
    _participle_behind_whom(parsed)
    _subject_behind_and(parsed)


def _verb_of_headline(parsed: Labels) -> None:
    """ "Trump orders 1,500 more troops to Middle East": a noun with all below it, where no word is a finite verb."""
    if not FINITE.isdisjoint(parsed.tags):
        return
    root = next((i for i, head in enumerate(parsed.heads) if head == i and parsed.deps[i] == "ROOT"), None)
    if root is None or root == 0 or parsed.tags[root] != "NNS" or not _may_be_verb(parsed.words[root].lower()):
        return
    before = [i for i in parsed.below(root) if i < root and parsed.deps[i] in ("compound", "nmod", "amod", "nsubj")]
    after = [i for i in parsed.below(root) if i > root and parsed.deps[i] in ("appos", "dobj", "dep", "npadvmod", "nmod")]
    after = [i for i in after if parsed.tags[i] in NOUNS or parsed.tags[i] == "CD"]
    if not before or before[-1] != root - 1 or not parsed.words[before[-1]][:1].isupper() or not after:
        return
    parsed.tags[root] = "VBZ"
    for i in before[:-1]:
        parsed.heads[i] = before[-1]
    parsed.deps[before[-1]] = "nsubj"
    parsed.deps[after[0]] = "dobj"


def _may_be_verb(word: str) -> bool:
    known = any(trigger.part == "verb" for trigger in triggers_by_form().get(word, ()))
    return known or word in word_set("status", "verbs_plan") or word in word_set("speech", "verbs_announce")


def _listed_not_renamed(parsed: Labels) -> None:
    """ "30 warplanes, six helicopters and 2,000 personnel": what has a number of its own and another behind it is one of a list, and
    no second name for what stands before."""
    if "appos" not in parsed.deps:
        return
    counted = {parsed.heads[i] for i, dep in enumerate(parsed.deps) if dep == "nummod"}
    for i, dep in enumerate(parsed.deps):
        above = parsed.heads[i]
        if dep != "appos" or i not in counted or above not in counted or parsed.tags[i] not in ("NNS", "NNPS"):
            continue
        if any(parsed.deps[j] == "conj" for j in parsed.below(i)):
            parsed.deps[i] = "conj"


def _by_a_share_to(parsed: Labels) -> None:
    """ "cut its presence by half to 800 men": by how much, and to how many."""
    for i, word in enumerate(parsed.words):
        if word.lower() != "to" or parsed.deps[i] != "quantmod" or i == 0 or parsed.words[i - 1].lower() not in SHARES:
            continue
        number, share = parsed.heads[i], i - 1
        noun = parsed.heads[number] if parsed.deps[number] == "nummod" else number
        prep = parsed.heads[noun]
        if parsed.deps[noun] != "pobj" or parsed.words[prep].lower() != "by" or share < prep:
            continue
        parsed.hang(share, prep, "pobj")
        parsed.tags[share] = "NN"
        parsed.hang(i, parsed.heads[prep], "prep")
        parsed.hang(noun, i, "pobj")


def _part_of_number(parsed: Labels) -> None:
    """ "The first 400 of 1,700 Ugandan soldiers landed": the part is who landed, and not the whole."""
    for i in range(len(parsed.words) - 2):
        of, whole = i + 1, i + 2
        noun = parsed.heads[whole]
        numbers = parsed.tags[i] == parsed.tags[whole] == "CD" and parsed.words[of].lower() == "of"
        if not numbers or parsed.deps[i] != "quantmod" or parsed.heads[i] != whole or parsed.deps[whole] != "nummod":
            continue
        parsed.hang(i, parsed.heads[noun] if parsed.heads[noun] != noun else i, parsed.deps[noun])
        parsed.hang(of, i, "prep")
        for j in parsed.below(noun):
            if j < i or (j > noun and parsed.deps[j] in ("acl", "relcl")):
                parsed.heads[j] = i
        parsed.hang(noun, of, "pobj")


def _verb_of_staying(parsed: Labels) -> None:
    """ "Of the 130 soldiers in Mali, about 80 remain": no noun."""
    for i, word in enumerate(parsed.words):
        if word == "remain" and parsed.tags[i] in NOUNS:
            parsed.tags[i] = "VBP"
        if word == "remain":
            for j in (k for k in parsed.below(i) if parsed.deps[k] == "nummod"):
                parsed.deps[j] = "nsubj"


def _clause_on_the_whole(parsed: Labels) -> None:
    """ "Of the 2,000 soldiers Chad sent to Mali, about 1,200 remain": that it sent them is said of them, not of what remains."""
    if not parsed.words or parsed.words[0] != "Of" or parsed.deps[0] != "prep":
        return
    sent = parsed.heads[0]
    whole = next((i for i in parsed.below(0) if parsed.deps[i] == "pobj"), None)
    if whole is None or parsed.deps[sent] != "ROOT" or parsed.tags[sent] not in ("VBD", "VBN", "VBP", "VBZ"):
        return
    sender = next((i for i in parsed.below(sent) if parsed.deps[i] == "nsubj"), None)
    if sender is None or not whole < sender < sent:
        return
    for verb in (i for i in parsed.below(sent) if i > sent and parsed.deps[i] in ("advcl", "ccomp", "conj", "relcl")):
        part = next(
            (i for i in parsed.below(verb) if parsed.deps[i] in ("nsubj", "nsubjpass") and parsed.tags[i] == "CD"), None
        )
        if part is None:
            continue
        parsed.hang(verb, verb, "ROOT")
        parsed.hang(sent, whole, "relcl")
        parsed.hang(0, part, "prep")
        return


def _verb_after_its_people(parsed: Labels) -> None:
    """ "British soldiers land in Kosovo": a verb taken for a noun, with who does it before it."""
    root = parsed.deps.index("ROOT") if "ROOT" in parsed.deps else 0
    if root == 0 or parsed.tags[root] != "NN" or parsed.heads[root - 1] != root or parsed.tags[root - 1] not in ("NNS", "NNPS"):
        return
    below = parsed.below(root)
    if parsed.deps[root - 1] != "compound" or any(parsed.deps[i] in ("det", "poss", "cop", "nsubj", "nummod") for i in below):
        return
    if not any(parsed.deps[i] == "prep" and i > root for i in below) or not _may_be_verb(parsed.words[root].lower()):
        return
    parsed.tags[root], parsed.deps[root - 1] = "VBP", "nsubj"
    for i in below:
        if i < root - 1 and parsed.deps[i] in ("compound", "amod", "nmod"):
            parsed.heads[i] = root - 1


def _passive_without_be(parsed: Labels) -> None:
    """ "U.S. force in Niger cut by half": what is done to the subject of a headline, whose participle has neither "was" nor an object."""
    if not FINITE.isdisjoint(parsed.tags):
        return
    root = parsed.deps.index("ROOT") if "ROOT" in parsed.deps else 0
    below = parsed.below(root)
    if parsed.tags[root] != "VBN" or any(parsed.deps[i] in ("aux", "auxpass", "dobj", "xcomp", "ccomp") for i in below):
        return
    if not any(t.part == "verb" and t.kind == "force_change" for t in triggers_by_form().get(parsed.words[root].lower(), ())):
        return
    for i in below:
        if parsed.deps[i] == "nsubj":
            parsed.deps[i] = "nsubjpass"


def _home_is_no_noun(parsed: Labels) -> None:
    """ "ordered the 2,000 troops home", "would bring its 300 soldiers in Mali home": home is where to, not what."""
    for i, word in enumerate(parsed.words):
        if word != "home" or i == 0 or parsed.heads[i - 1] != i or parsed.deps[i - 1] != "compound":
            continue
        noun, above, dep = i - 1, parsed.heads[i], parsed.deps[i]
        named = parsed.tags[noun] in ("NNP", "NNPS")
        if dep == "pobj" and named:
            parsed.hang(noun, above, "pobj")
        elif dep in ("dobj", "advmod", "npadvmod") and parsed.tags[noun] in ("NNS", "NNPS"):
            parsed.hang(noun, above, "dobj")
        else:
            continue
        verb = _verb_above(parsed, above)
        for j in parsed.below(i):
            parsed.heads[j] = noun if j < noun else verb
        parsed.hang(i, verb, "advmod")
        parsed.tags[i] = "RB"


def _verb_above(parsed: Labels, i: int) -> int:
    """The verb over a word, or the word at the top."""
    for _ in range(len(parsed.words)):
        if parsed.tags[i].startswith("VB") or parsed.heads[i] == i:
            break
        i = parsed.heads[i]
    return i


def _strong_aside(parsed: Labels) -> None:
    """ "trim the force, now 4,500 strong, to 2,500": how strong it is stands aside, and what follows belongs to the verb."""
    for i, word in enumerate(parsed.words):
        number = i - 1
        if word != "strong" or number < 2 or parsed.tags[number] != "CD":
            continue
        opens = next((j for j in range(number, max(number - 4, 0), -1) if parsed.words[j] == ","), None)
        noun = opens - 1 if opens is not None else None
        after = parsed.words[i + 1] if i + 1 < len(parsed.words) else ""
        if noun is None or parsed.tags[noun] not in NOUNS or after not in (",", "."):
            continue
        if parsed.heads[noun] in (number, i):
            continue
        for j in (k for k in parsed.below(number) + parsed.below(i) if k > i and parsed.deps[k] in ("prep", "agent")):
            parsed.hang(j, _verb_above(parsed, noun), "prep")
        parsed.hang(number, i, "npadvmod")
        parsed.hang(i, noun, "amod")


WENT = frozenset("left departed arrived returned landed withdrew came went fled retreated".split())


def _went_and_not_sent(parsed: Labels) -> None:
    """ "A first group of 600 left by the end of March.": no participle, but what the sentence says."""
    if not FINITE.isdisjoint(parsed.tags) or not parsed.words or parsed.words[-1] != ".":
        return
    root = parsed.deps.index("ROOT") if "ROOT" in parsed.deps else 0
    verb = next((i for i, word in enumerate(parsed.words) if word in WENT and parsed.deps[i] == "acl" and i > root), None)
    if verb is None or parsed.tags[root] not in NOUNS:
        return
    parsed.hang(verb, verb, "ROOT")
    parsed.tags[verb] = "VBD"
    parsed.hang(root, verb, "nsubj")
    for i in parsed.below(verb):
        if parsed.deps[i] == "agent":
            parsed.deps[i] = "prep"
    for i in parsed.below(root):
        if i > verb:
            parsed.heads[i] = verb


def _owners_of_one_thing(parsed: Labels) -> None:
    """ "Mali and Niger's plan to sign": the plan of both, and no pair of Mali and a plan."""
    known = word_set("status", "nouns_of_two")
    for i in (i for i, word in enumerate(parsed.words) if word.lower() in known):
        owner = next((j for j in parsed.below(i) if parsed.deps[j] == "poss"), 0)
        first = owner - 2
        if first < 0 or parsed.words[owner - 1].lower() != "and" or {parsed.tags[first], parsed.tags[owner]} - {"NNP", "NNPS"}:
            continue
        if parsed.heads[i] == first and parsed.deps[i] == "conj":
            parsed.hang(i, parsed.heads[first] if parsed.heads[first] != first else i, parsed.deps[first])
        elif parsed.heads[first] != parsed.heads[i] or parsed.deps[first] != parsed.deps[i]:
            continue
        parsed.hang(first, i, "poss")
        parsed.hang(owner, first, "conj")


def _what_an_operation_is_for(parsed: Labels) -> None:
    """ "the start of the operation to retake the town": the operation is to retake it, and not the start or who speaks of it."""
    known = word_set("attack", "operations")
    for i, verb in enumerate(parsed.tags):
        if verb != "VB" or i < 2 or parsed.words[i - 2].lower() not in known:
            continue
        to = next((j for j in parsed.below(i) if parsed.words[j].lower() == "to" and parsed.deps[j] == "aux"), 0)
        if to != i - 1:
            continue
        if parsed.deps[i] in ("acl", "advcl") and parsed.heads[i] < to - 1 and parsed.tags[to - 1] in NOUNS:
            parsed.hang(i, to - 1, "acl")


def _participle_behind_whom(parsed: Labels) -> None:
    """ "detained a man linked to the murder on Monday": the man is detained, and no clause is; a day at the end is that of the deed."""
    for i, dep in enumerate(parsed.deps):
        verb, whom = parsed.heads[i], i - 1
        if dep != "ccomp" or parsed.tags[i] not in ("VBD", "VBN") or not verb < whom or not _hurts(parsed.words[verb].lower()):
            continue
        below = parsed.below(i)
        if parsed.heads[whom] != i or parsed.deps[whom] != "nsubj" or parsed.tags[whom] not in NOUNS:
            continue
        if parsed.words[i].lower() in BE or any(parsed.deps[j] in ("mark", "aux", "auxpass", "dobj") for j in below):
            continue
        parsed.hang(whom, verb, "dobj")
        parsed.hang(i, whom, "acl")
        parsed.tags[i] = "VBN"
        for j in below:
            if parsed.deps[j] == "npadvmod" and all(tag in (".", ",") for tag in parsed.tags[j + 1 :]):
                parsed.heads[j] = verb


def _hurts(word: str) -> bool:
    """Whether a verb is one of killing, wounding or taking somebody; "claimed" and "lost" are so with lives alone."""
    known = (trigger for trigger in triggers_by_form().get(word, ()) if trigger.part == "verb" and trigger.kind == "casualties")
    return any(trigger.fields.get("needs") in (None, "anyone") for trigger in known) and word not in word_set(
        "speech", "verbs_say"
    )


def _subject_behind_and(parsed: Labels) -> None:
    """ "was seized by police and one man was detained": who stands before the second verb is its subject, and no second agent."""
    for i, dep in enumerate(parsed.deps):
        if dep != "conj":
            continue
        below = parsed.below(i)
        helps = [j for j in below if parsed.deps[j] in ("aux", "auxpass") and j < i]
        if not helps or any(parsed.deps[j] in ("nsubj", "nsubjpass", "expl") for j in below):
            continue
        noun = helps[0] - 1
        while noun >= 0 and parsed.deps[noun] in ("pobj", "prep") and parsed.heads[noun] < noun:
            noun = parsed.heads[noun]
        first = parsed.heads[noun] if noun >= 0 else noun
        if noun < 0 or parsed.deps[noun] != "conj" or parsed.tags[noun] not in NOUNS or parsed.tags[first] not in NOUNS:
            continue
        if parsed.heads[i] > first or not any(parsed.deps[j] == "cc" and first < j < noun for j in parsed.below(first)):
            continue
        parsed.hang(noun, i, "nsubjpass" if parsed.deps[helps[-1]] == "auxpass" else "nsubj")
