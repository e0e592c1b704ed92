"""Who holds which site, and who gave what to whom."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from onrecord import ledger as asking
from onrecord.ledger import Ledger
from onrecord.model import Kind
from onrecord.model.assistance import Assistance
from onrecord.model.sites import Sites
from onrecord.views.aid import amount_words, left_out_words, pair_words, sum_words
from onrecord.views.holdings import act_words, days_words, holding_words
from onrecord.web.maps import map_picture, map_spec, spots_of
from onrecord.web.page import Download, Page, leaf_of
from onrecord.web.pages.fields import ACTOR, CLOCK_NAMES, CLOCKS, LOOKED, ON, PAGE, PLACE, SINCE, UNTIL, looking, only
from onrecord.web.params import Asked, Param
from onrecord.web.pictures import draw_png, draw_svg

SITE = Param("site", "Site", "Only this site, by any of its names.")


def _sites(ledger: Ledger, asked: Asked) -> Sites:
    return asking.sites(ledger, **only(asked, "place", "actor", "site", "on", *CLOCK_NAMES))  # type: ignore[arg-type]


def _of_sites(answer: Sites, asked: Asked) -> Mapping[str, Any]:
    named = [one for one in answer.histories if one.named]
    others = [one for one in answer.histories if not one.named]
    words = {"holding_words": holding_words, "act_words": act_words, "days_words": days_words}
    return {"leaf": leaf_of([*named, *others], asked, per=30), "named": len(named), "spots": spots_of(answer), **words}


def _map(answer: Sites, _asked: Asked) -> str:
    return json.dumps(map_spec(answer), ensure_ascii=False)


def _map_svg(answer: Sites, _asked: Asked) -> str:
    return draw_svg(map_picture(answer))


def _map_png(answer: Sites, _asked: Asked) -> bytes:
    return draw_png(map_picture(answer))


SITES = Page(
    name="sites",
    path="/sites",
    title="Sites",
    says="Who holds which base, post or embassy on a day, and when each was opened, vacated, handed over, closed or seized.",
    ask=_sites,
    params=(PLACE, ACTOR, SITE, ON, *CLOCKS, PAGE, LOOKED),
    more=_of_sites,
    looks_at=looking("place", kind=Kind.SITE),
    downloads=(
        Download("svg", "image/svg+xml", "The map as a picture", _map_svg),
        Download("png", "image/png", "The map as a picture in dots", _map_png),
        Download("vl.json", "application/json", "The map as a Vega-Lite specification", _map),
    ),
)


def _assistance(ledger: Ledger, asked: Asked) -> Assistance:
    names = ("donor", "recipient", "place", "since", "until", *CLOCK_NAMES)
    return asking.assistance(ledger, **only(asked, *names))  # type: ignore[arg-type]


def _of_assistance(answer: Assistance, asked: Asked) -> Mapping[str, Any]:
    words = {"pair_words": pair_words, "sum_words": sum_words, "amount_words": amount_words, "left_out_words": left_out_words}
    return {"leaf": leaf_of(answer.pairs, asked, per=30), **words}


ASSISTANCE = Page(
    name="assistance",
    path="/assistance",
    title="Assistance",
    says="Who pledged and gave how much to whom: totals of what is certainly distinct, and what was not added.",
    ask=_assistance,
    params=(
        Param("donor", "Donor", "Only what this party gives, or its ministries and forces do."),
        Param("recipient", "Recipient", "Only what this party gets, or its ministries and forces do."),
        PLACE,
        SINCE,
        UNTIL,
        *CLOCKS,
        PAGE,
        LOOKED,
    ),
    more=_of_assistance,
    looks_at=looking("place", kind=Kind.ASSISTANCE),
)
