"""Settings of whose newsroom it is: mistakes are named with what to do."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.settings import load_settings
from press.contact import Contact, ContactKind
from press.errors import SettingsRefused
from press.public.colours import ACCENT_DARK, DAY, ENOUGH, NIGHT, lowest
from press.public.identity import Identity

NOWHERE = Path("/nonexistent")


def identity(home: Path = NOWHERE, **settings: str) -> Identity:
    environment = {f"NEWSROOM_{name}": text for name, text in settings.items()}
    return load_settings(environment, home).site.identity


def refusal(home: Path = NOWHERE, **settings: str) -> str:
    with pytest.raises(SettingsRefused) as refused:
        identity(home, **settings)
    return str(refused.value)


def test_what_nobody_set_is_ours() -> None:
    assert identity() == Identity()


@pytest.mark.promise(150)
def test_a_colour_in_which_words_cannot_be_read_is_refused_with_the_nearest_that_can() -> None:
    assert refusal(ACCENT="#5fa8ff") == (
        "ACCENT is “#5fa8ff”: words in it stand out from white ground by 2.2 to 1, and must by 4.5"
        " (WCAG 2.2); the nearest colour that does is #006ae9"
    )
    assert identity(ACCENT="#006ae9").accent == "#006ae9"
    assert lowest("#006ae9", DAY) >= ENOUGH
    found = refusal(ACCENT_DARK="#1d3f72")
    assert "from dark ground by 1.4 to 1" in found
    named = found.rpartition(" ")[2]
    assert identity(ACCENT_DARK=named).accent_dark == named


@pytest.mark.promise(150)
def test_the_colour_of_the_night_is_made_of_the_day_s_unless_it_is_given() -> None:
    assert identity().accent_dark == ACCENT_DARK
    green = identity(ACCENT="#0B6B3A")
    assert green.accent == "#0b6b3a"
    assert lowest(green.accent_dark, NIGHT) >= 7
    assert identity(ACCENT="#0b6b3a", ACCENT_DARK="#9f9").accent_dark == "#99ff99"


def test_a_sentence_may_be_one_for_all_or_one_for_each_language() -> None:
    assert identity(TAGLINE="News of the ministry").tagline.given == (
        ("en", "News of the ministry"),
    )
    given = identity(TAGLINE="fr=Du ministère |\n en = Of the  ministry").tagline
    assert given.given == (("en", "Of the ministry"), ("fr", "Du ministère"))
    assert given.best("fr", "en") == ("fr", "Du ministère")
    assert given.best("de") == ("en", "Of the ministry")
    assert identity().tagline.best("en") is None


def test_in_the_file_languages_may_be_a_table(tmp_path: Path) -> None:
    (tmp_path / "newsroom.toml").write_text(
        "TAGLINE = {fr = 'Du ministère', en = 'Of the ministry'}\n[PRESS_CONTACT]\nen = 'Press'\n"
    )
    found = load_settings({}, tmp_path).site.identity
    assert found.tagline.given == (("en", "Of the ministry"), ("fr", "Du ministère"))
    assert [(code, one.name) for code, one in found.contact.given] == [("en", "Press")]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("en=One | two", "it is neither one text nor a list"),
        ("en=One | en=Two", "it is neither one text nor a list"),
        ("One | Two", "it is neither one text nor a list"),
        ("en=One | es=Uno", "es is none of LANGUAGES, en, fr, nl, de"),
        ("x" * 201, "it has 201 letters; 200 find room"),
    ],
)
def test_a_sentence_that_cannot_be_told_is_refused(text: str, why: str) -> None:
    assert why in refusal(TAGLINE=text)


def test_all_mistakes_are_named_at_once_and_none_follows_from_another(tmp_path: Path) -> None:
    found = refusal(
        tmp_path, TAGLINE="es=Uno", ACCENT="blue", LOGO="none.svg", PRESS_CONTACT=";", ZONE="Mars"
    )
    for name in ("TAGLINE", "ACCENT", "LOGO", "PRESS_CONTACT", "ZONE"):
        assert f"{name} is " in found or f"{name}: " in found
    assert "TAGLINE" not in refusal(tmp_path, TAGLINE="es=Uno", LANGUAGES="english")


def test_whom_to_ask_is_read_line_by_line() -> None:
    text = "Press office; 1 Quay, Corvane; +999 2 555 01 00; press@velmora.example; www.x.example"
    assert identity(PRESS_CONTACT=text).contact.given == (
        (
            "en",
            Contact(
                ContactKind.SERVICE,
                "Press office",
                address=("1 Quay, Corvane",),
                phones=("+999 2 555 01 00",),
                emails=("press@velmora.example",),
                sites=("www.x.example",),
            ),
        ),
    )
    both = identity(PRESS_CONTACT="en=Press office; 02 555 01 00 | fr=Service de presse").contact
    assert [(code, one.name) for code, one in both.given] == [
        ("en", "Press office"),
        ("fr", "Service de presse"),
    ]


@pytest.mark.parametrize("text", [";", "+999 2 555 01 00; Press office", "a@b.example", "x;" * 12])
def test_a_contact_without_a_name_is_refused(text: str) -> None:
    assert "it is not a name with what follows it" in refusal(PRESS_CONTACT=text)


def said(**settings: str) -> str:
    """Why something is refused, or that it is not."""
    try:
        identity(**settings)
    except SettingsRefused as refused:
        return str(refused)
    return ", ".join(settings)


@given(st.text(max_size=300), st.sampled_from(["TAGLINE", "PRESS_CONTACT", "ACCENT", "LOGO"]))
def test_whatever_is_typed_is_read_or_refused(text: str, name: str) -> None:
    assert name in said(**{name: text})


@pytest.mark.parametrize("line", ["=" * 50_000, "en=" * 20_000, " " * 50_000, ";" * 50_000])
def test_a_long_line_is_read_or_refused(line: str) -> None:
    for name in ("TAGLINE", "PRESS_CONTACT", "LOGO"):
        assert name in said(**{name: line})
