from __future__ import annotations

import pytest

from onrecord.readers.language import find_language, running_text


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The council said on Monday that it had handed the old camp over to the police of the province.", "en"),
        ("Der Rat teilte am Montag mit, dass er das alte Lager der Polizei der Provinz übergeben habe.", "de"),
        ("Le conseil a déclaré lundi qu'il avait remis l'ancien camp à la police de la province.", "fr"),
        ("Совет сообщил в понедельник, что передал старый лагерь полиции провинции.", "ru"),
        ("وقال المجلس يوم الاثنين إنه سلم المعسكر القديم إلى شرطة المحافظة في الجنوب", "ar"),
        ("Uganda sent 200 soldiers to Goma. Rwanda withdrew 300 troops from Sake.", "en"),
        ("Belgium will leave Camp Roche in Gossi by 1 March 2023.", "en"),
        ("Danish forces left Camp Roche in Gossi on 12 March 2023.", "en"),
        ("Die Truppe will bis März 2023 aus Gossi abziehen, sagte der Minister am Montag; die Army half.", "de"),
        ("Le ministre a dit que 90 soldats quitteront la base de Gossi et que les forces iront au nord.", "fr"),
        ("De minister was met de troepen in Mali en wil niet praten over de aanval.", "nl"),
        ("Base closed.", "en"),
        ("База закрыта.", "und"),
        ("12:30 — 14:00", "und"),
    ],
)
def test_the_language_is_told_from_running_text(text, language):
    assert find_language(text) == language


def test_headlines_do_not_tell_the_language():
    body = "Le conseil a déclaré lundi qu'il avait remis l'ancien camp à la police de la province."
    assert running_text(f"Base closed\nBy Jane Roe\n{body}") == body
    assert find_language(f"Base closed\nBy Jane Roe\n{body}") == "fr"


def test_a_very_long_line_is_not_read_to_its_end():
    assert len(running_text("word " * 500_000)) <= 300
