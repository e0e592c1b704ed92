"""Money: "$1.3 billion", "US$84m", "€1.5bn", "9 million Danish crowns", "500 Iraqi dinars"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from onrecord.finders.quantities.figure import Unit, UnitKind
from onrecord.finders.quantities.numerals import Numeral, with_letter
from onrecord.finders.quantities.sentence import Reading
from onrecord.lexicon.units import currencies, singular, symbol_codes

AMERICAN_AFTER = re.compile(r"\s(?:US|U\.S\.)(?![\w.])")
NEXT_WORD = re.compile(r"(?:\s|[-‐‑])?([^\W\d_](?:\w|\.(?=\w))*(?:(?<=[A-Z])\.)?)")
MAX_ADJECTIVES = 2
WIDEST = 6


@cache
def _sign_before() -> re.Pattern[str]:
    """A currency sign at the end of a text; letters must not follow a letter ("PS" in "UPS")."""
    signs = sorted(symbol_codes(), key=len, reverse=True)
    lettered = "|".join(re.escape(sign) for sign in signs if sign[0].isalpha())
    others = "|".join(re.escape(sign) for sign in signs if not sign[0].isalpha())
    return re.compile(rf"(?:(?<![^\W\d_])({lettered})|({others}))\s?[-−]?$")


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    """The codes of each word for money by the adjective before it, "" for the word alone."""
    table: dict[str, dict[str, str]] = {}
    for currency in currencies():
        codes = table.setdefault(currency.word.split()[0] if currency.default else currency.word, {})
        codes.update(dict.fromkeys(currency.of, currency.code))
        if currency.default and " " not in currency.word:
            codes[""] = currency.code
    return table


@cache
def _code_words() -> frozenset[str]:
    return frozenset(currency.code for currency in currencies()) | frozenset("€£₽₴₪₺")


def find_money(reading: Reading, numeral: Numeral) -> tuple[Numeral, Unit] | None:
    """The numeral as a sum of money, with "m" and "b" after it read as multipliers, if it is one."""
    begin = reading.piece(numeral.first).begin
    sign = _sign_before().search(reading.text[max(0, begin - WIDEST) : begin])
    if sign is None:
        return _named(reading, numeral)
    numeral = with_letter(reading.pieces, numeral)
    end = reading.piece(numeral.after - 1).end
    if american := AMERICAN_AFTER.match(reading.text, end):
        end = american.end()
    code = symbol_codes()[sign[1] or sign[2]]
    return numeral, Unit(UnitKind.MONEY, code, code, begin - len(sign[0]), end)


def _named(reading: Reading, numeral: Numeral) -> tuple[Numeral, Unit] | None:
    """A numeral before a currency's code, sign or name."""
    begin, after = reading.piece(numeral.first).begin, reading.piece(numeral.after)
    if after.text in _code_words():
        code = symbol_codes()[after.text]
        return numeral, Unit(UnitKind.MONEY, code, code, begin, after.end)
    end = reading.piece(numeral.after - 1).end
    adjectives: list[str] = []
    while len(adjectives) <= MAX_ADJECTIVES and (match := NEXT_WORD.match(reading.text, end)):
        word, end = match[1].casefold(), match.end()
        codes = _words().get(word) or _words().get(singular(word))
        if codes is not None:
            return _by_name(reading, numeral, codes, " ".join(adjectives), end)
        adjectives.append(word)
    return None


def _by_name(
    reading: Reading, numeral: Numeral, codes: Mapping[str, str], adjective: str, end: int
) -> tuple[Numeral, Unit] | None:
    """The sum where the name, with its adjective, is that of one currency; "dinars" of nobody knows where stay "dinar"."""
    begin = reading.piece(numeral.first).begin
    if reading.text[end : end + 9].casefold() == " sterling":
        end, adjective = end + 9, adjective or "british"
    code = codes.get(adjective) or (codes.get("") if not adjective else None)
    return (numeral, Unit(UnitKind.MONEY, code, code, begin, end)) if code else None
