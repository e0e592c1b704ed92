"""Names that a report introduces and then shortens: surnames, and acronyms given in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.lexicon.folding import key_of
from onrecord.model import Mention, Name, NameKind

NUMBERED = re.compile(r"Task Force \(([A-Z]{2,6})\) (\d+)")
SUFFIX = re.compile(r",? (?:Jr|Sr|I{2,3}|IV)\.?$")


def introduced(mentions: Iterable[Mention[Name]], text: str) -> dict[str, Name]:
    """What later sentences may call the names of these mentions; ``text`` is what their spans cut.

    A person of two words and more by the last name ("Votel", "al-Kadhimi"), whatever was given in brackets ("PMF"), and a
    coalition as "the coalition", an embassy without its city ("the US embassy").
    """
    found: dict[str, Name] = {}
    for mention in mentions:
        words = mention.span.cut(text)
        if mention.rule == "names.bracket":
            found[key_of(words)] = mention.value
        elif numbered := NUMBERED.search(words):
            found[key_of(" ".join(numbered.groups()))] = mention.value
        elif mention.value.type == "embassy" and " in " in mention.value.canonical:
            for form in (mention.value.canonical, words):
                found.setdefault(key_of(form.split(" in ")[0]), mention.value)
        elif mention.value.type == "coalition":
            found.setdefault("coalition", mention.value)
        elif mention.value.kind is NameKind.PERSON and " " in mention.value.canonical:
            for key in _short_forms(mention.value.canonical, words):
                found.setdefault(key, mention.value)
    return found


def _short_forms(canonical: str, words: str) -> Iterable[str]:
    """The keys of the whole name and of the last name, with and without its article."""
    for form in dict.fromkeys((canonical, words)):
        bare = SUFFIX.sub("", form)
        key = key_of(bare)
        yield key
        parts = key.split()
        if len(parts) > 1 and len(parts[-1]) > 1:
            yield parts[-1]
            if parts[-2] in ("al", "bin", "abu", "le", "de", "van", "von"):
                yield " ".join(parts[-2:])


def countries_of(mentions: Iterable[Mention[Name]]) -> frozenset[str]:
    """The ISO codes of the countries that these mentions name or belong to: what ``find_names`` takes as ``context``."""
    return frozenset(mention.value.country for mention in mentions if mention.value.country and mention.value.id)
