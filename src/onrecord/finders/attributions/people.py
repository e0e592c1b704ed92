"""Words by which the rules know offices, ranks, bodies and the parts of a speaker's name."""

from __future__ import annotations

ROLES = frozenset(
    """
    spokesman spokeswoman spokesperson spokesmen official officials officer officers minister ministers secretary ambassador president
    premier chancellor king prince emir sheikh governor mayor senator senators congressman congresswoman representative lawmaker
    lawmakers general admiral colonel major captain commander commanders lieutenant sergeant brigadier chief chairman chairwoman chair
    director head leader leaders envoy diplomat diplomats adviser advisor advisers aide aides analyst analysts expert experts
    professor researcher researchers judge justice attorney prosecutor prosecutors lawyer lawyers inspector investigators witness
    witnesses source sources resident residents activist activists monitor monitors doctor medic medics police candidate nominee
    physician physicians nurse nurses teacher teachers farmer farmers shopkeeper engineer engineers pilot pilots
    critics deputy undersecretary economist author editor reporter correspondent manager strategist pollster founder owner executive
    eyewitness eyewitnesses sheriff ceo coordinator delegate negotiator cleric ayatollah pope bishop archbishop cardinal rabbi imam sen rep gov gen col maj capt lt sgt
    adm cmdr brig mr mrs ms dr prof sir lord lady
    """.split()
)
BODIES = frozenset(
    """
    pentagon kremlin ministry department government army navy military police coalition nato un u.n centcom parliament congress senate
    white council committee commission agency court embassy study report survey poll report: statement ngo watchdog media tv reuters ap
    afp network union bank group party militia hezbollah taliban
    """.split()
)
TITLES = frozenset(
    """
    mr mrs ms dr prof sir lord lady gen lt col maj capt cmdr sgt adm brig sen rep gov rev hon amb pres cpl cpt cdr lt. rear vice acting
    deputy former ex- general admiral colonel major captain commander lieutenant sergeant brigadier senator congressman congresswoman
    representative president premier chancellor king queen prince emir sheikh governor mayor minister secretary ambassador chairman
    chairwoman chair director chief spokesman spokeswoman spokesperson judge justice attorney professor doctor prime foreign defense
    defence state interior assistant under undersecretary envoy special advisor adviser leader head officer candidate nominee
    mp mep sheriff detective inspector superintendent constable speaker voter queen princess duke chancellor coach scientist
    staff command master warrant corporal private army navy air force marine marines republican democratic democrat
    """.split()
)
ORGANIZATION = frozenset(
    """
    force forces ministry department council committee commission agency army navy guard corps command coalition party group union
    university institute center centre bank office house court congress senate parliament government times post news network resolve
    operation watch rights international national nations states state organization organisation association foundation fund program
    company inc corp ltd llc board bureau service services school college church foundation journal press agency media television tv
    radio campaign task mission embassy division brigade battalion regiment units militia movement front brigades army security
    defense defence affairs staff intelligence republic kingdom emirates
    """.split()
)
PLURAL_ROLES = frozenset(word for word in ROLES if word.endswith("s") and word[:-1] in ROLES) | {
    "spokesmen",
    "police",
    "witnesses",
}
MALE, FEMALE = frozenset(["he", "him", "his"]), frozenset(["she", "her", "hers"])
