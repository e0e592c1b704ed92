"""The forms of English verbs and nouns, for lexicon entries that give the lemma alone."""

from __future__ import annotations

# lemma: third person, past, participle, -ing form; "" where the regular form is right.
IRREGULAR: dict[str, tuple[str, ...]] = {
    "arise": ("", "arose", "arisen", "arising"),
    "be": ("is", "was", "been", "being"),
    "become": ("", "became", "become", "becoming"),
    "begin": ("", "began", "begun", "beginning"),
    "behead": ("", "beheaded", "beheaded", ""),
    "blow": ("", "blew", "blown", ""),
    "bolster": ("", "bolstered", "bolstered", ""),
    "bomb": ("", "bombed", "bombed", ""),
    "break": ("", "broke", "broken", ""),
    "bring": ("", "brought", "brought", ""),
    "build": ("", "built", "built", ""),
    "buy": ("", "bought", "bought", ""),
    "come": ("", "came", "come", ""),
    "commit": ("", "committed", "committed", "committing"),
    "consider": ("", "considered", "considered", ""),
    "control": ("", "controlled", "controlled", "controlling"),
    "cut": ("", "cut", "cut", "cutting"),
    "deliver": ("", "delivered", "delivered", ""),
    "die": ("", "died", "died", "dying"),
    "draw": ("", "drew", "drawn", ""),
    "drop": ("", "dropped", "dropped", "dropping"),
    "endanger": ("", "endangered", "endangered", ""),
    "enter": ("", "entered", "entered", ""),
    "equip": ("", "equipped", "equipped", "equipping"),
    "execute": ("", "executed", "executed", "executing"),
    "exit": ("", "exited", "exited", "exiting"),
    "expel": ("", "expelled", "expelled", "expelling"),
    "fall": ("", "fell", "fallen", ""),
    "fight": ("", "fought", "fought", ""),
    "find": ("", "found", "found", ""),
    "flee": ("", "fled", "fled", ""),
    "fly": ("flies", "flew", "flown", ""),
    "garrison": ("", "garrisoned", "garrisoned", ""),
    "get": ("", "got", "gotten", "getting"),
    "give": ("", "gave", "given", ""),
    "go": ("goes", "went", "gone", ""),
    "grow": ("", "grew", "grown", ""),
    "gun": ("", "gunned", "gunned", "gunning"),
    "hand": ("", "handed", "handed", ""),
    "happen": ("", "happened", "happened", ""),
    "have": ("has", "had", "had", "having"),
    "head": ("", "headed", "headed", ""),
    "hit": ("", "hit", "hit", "hitting"),
    "hold": ("", "held", "held", ""),
    "injure": ("", "injured", "injured", "injuring"),
    "keep": ("", "kept", "kept", ""),
    "kidnap": ("", "kidnapped", "kidnapped", "kidnapping"),
    "lay": ("", "laid", "laid", ""),
    "lead": ("", "led", "led", ""),
    "leave": ("", "left", "left", "leaving"),
    "lend": ("", "lent", "lent", ""),
    "lose": ("", "lost", "lost", ""),
    "lower": ("", "lowered", "lowered", ""),
    "make": ("", "made", "made", ""),
    "man": ("", "manned", "manned", "manning"),
    "meet": ("", "met", "met", ""),
    "murder": ("", "murdered", "murdered", ""),
    "offer": ("", "offered", "offered", ""),
    "open": ("", "opened", "opened", ""),
    "order": ("", "ordered", "ordered", ""),
    "overrun": ("", "overran", "overrun", "overrunning"),
    "overshoot": ("", "overshot", "overshot", ""),
    "patrol": ("", "patrolled", "patrolled", "patrolling"),
    "pay": ("", "paid", "paid", ""),
    "permit": ("", "permitted", "permitted", "permitting"),
    "plan": ("", "planned", "planned", "planning"),
    "put": ("", "put", "put", "putting"),
    "quit": ("", "quit", "quit", "quitting"),
    "ram": ("", "rammed", "rammed", "ramming"),
    "recover": ("", "recovered", "recovered", ""),
    "retake": ("", "retook", "retaken", ""),
    "rise": ("", "rose", "risen", ""),
    "run": ("", "ran", "run", "running"),
    "say": ("", "said", "said", ""),
    "see": ("", "saw", "seen", "seeing"),
    "sell": ("", "sold", "sold", ""),
    "send": ("", "sent", "sent", ""),
    "set": ("", "set", "set", "setting"),
    "shell": ("", "shelled", "shelled", ""),
    "ship": ("", "shipped", "shipped", "shipping"),
    "shoot": ("", "shot", "shot", ""),
    "shrink": ("", "shrank", "shrunk", ""),
    "shut": ("", "shut", "shut", "shutting"),
    "shut down": ("shuts down", "shut down", "shut down", "shutting down"),
    "slay": ("", "slew", "slain", ""),
    "speak": ("", "spoke", "spoken", ""),
    "spend": ("", "spent", "spent", ""),
    "stab": ("", "stabbed", "stabbed", "stabbing"),
    "stand": ("", "stood", "stood", ""),
    "station": ("", "stationed", "stationed", ""),
    "step": ("", "stepped", "stepped", "stepping"),
    "stop": ("", "stopped", "stopped", "stopping"),
    "storm": ("", "stormed", "stormed", ""),
    "strike": ("", "struck", "struck", "striking"),
    "supply": ("supplies", "supplied", "supplied", ""),
    "swear": ("", "swore", "sworn", ""),
    "admit": ("", "admitted", "admitted", "admitting"),
    "readmit": ("", "readmitted", "readmitted", "readmitting"),
    "wind": ("", "wound", "wound", ""),
    "sit": ("", "sat", "sat", "sitting"),
    "confer": ("", "conferred", "conferred", "conferring"),
    "sweep": ("", "swept", "swept", ""),
    "take": ("", "took", "taken", ""),
    "target": ("", "targeted", "targeted", ""),
    "tell": ("", "told", "told", ""),
    "think": ("", "thought", "thought", ""),
    "threaten": ("", "threatened", "threatened", ""),
    "throw": ("", "threw", "thrown", ""),
    "transfer": ("", "transferred", "transferred", "transferring"),
    "travel": ("", "traveled", "travelled", "traveling"),
    "trim": ("", "trimmed", "trimmed", "trimming"),
    "vow": ("", "vowed", "vowed", ""),
    "win": ("", "won", "won", "winning"),
    "withdraw": ("", "withdrew", "withdrawn", ""),
    "wrap": ("", "wrapped", "wrapped", "wrapping"),
    "write": ("", "wrote", "written", "writing"),
    "freeze": ("", "froze", "frozen", ""),
    "scrap": ("", "scrapped", "scrapped", "scrapping"),
    "beat": ("", "beat", "beaten", ""),
    "drive": ("", "drove", "driven", ""),
    "sink": ("", "sank", "sunk", ""),
    "tear": ("", "tore", "torn", ""),
    "teach": ("", "taught", "taught", ""),
}
IRREGULAR_PLURALS = {
    "man": "men",
    "woman": "women",
    "child": "children",
    "person": "people",
    "aircraft": "aircraft",
    "dead": "dead",
}
VOWELS = frozenset("aeiou")


def verb_forms(lemma: str) -> tuple[str, ...]:
    """The lemma with its third person, past, participle and -ing form.

    >>> verb_forms("withdraw")
    ('withdraw', 'withdraws', 'withdrew', 'withdrawn', 'withdrawing')
    >>> verb_forms("deploy"), verb_forms("reduce")[3:]
    (('deploy', 'deploys', 'deployed', 'deployed', 'deploying'), ('reduced', 'reducing'))
    >>> verb_forms("cancel")
    ('cancel', 'cancels', 'canceled', 'canceled', 'canceling', 'cancelled', 'cancelling')
    """
    regular = (_third_person(lemma), _past(lemma), _past(lemma), _ing(lemma))
    given = IRREGULAR.get(lemma, ("", "", "", ""))
    british = (f"{lemma}led", f"{lemma}ling") if _doubles_in_britain(lemma) else ()
    return (lemma, *(own or rule for own, rule in zip(given, regular, strict=True)), *british)


def noun_forms(lemma: str) -> tuple[str, ...]:
    """The singular and the plural.

    >>> noun_forms("army"), noun_forms("aircraft"), noun_forms("servicewoman")
    (('army', 'armies'), ('aircraft', 'aircraft'), ('servicewoman', 'servicewomen'))
    """
    for singular, plural in IRREGULAR_PLURALS.items():
        if lemma.endswith(singular):
            return (lemma, lemma[: len(lemma) - len(singular)] + plural)
    return (lemma, _third_person(lemma))


def _third_person(lemma: str) -> str:
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def _past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        return lemma[:-1] + "ied"
    return (lemma + lemma[-1] if _doubles(lemma) else lemma) + "ed"


def _ing(lemma: str) -> str:
    if lemma.endswith("e") and not lemma.endswith(("ee", "ye", "oe")):
        return lemma[:-1] + "ing"
    return (lemma + lemma[-1] if _doubles(lemma) else lemma) + "ing"


def _doubles(lemma: str) -> bool:
    """Whether a short verb doubles its last letter: "stop", not "visit" or "deploy"."""
    return len(lemma) <= 4 and lemma[-1] not in "aeiouwxy" and lemma[-2:-1] in VOWELS and lemma[-3:-2] not in VOWELS


def _doubles_in_britain(lemma: str) -> bool:
    """Whether British spelling doubles the last letter where American does not: "cancelled", "signalling", not "sailed"."""
    return len(lemma) > 4 and lemma not in IRREGULAR and lemma[-1] == "l" and lemma[-2] in "ae" and lemma[-3] not in VOWELS
