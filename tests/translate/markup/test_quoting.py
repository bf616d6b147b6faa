"""Each language's own quotation marks and apostrophes, and nothing else changed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.markup.quoting import QUOTES
from translate.markup.structure import Line
from translate.markup.typography import typeset

NO_BREAK = "\u00a0"
MARKS = re.compile(f"[\"'“”„«»‘’‚{NO_BREAK} ]")


def plainly(text: str, target: str) -> str:
    """Typeset, with spaces that one sees."""
    return typeset(Line(text), target).replace("\u00a0", "~").replace("\u202f", "~")


@pytest.mark.parametrize(
    ("text", "en", "fr", "nl", "de"),
    [
        (
            '"Yes", he said.',
            "“Yes”, he said.",
            "«~Yes~», he said.",
            "“Yes”, he said.",
            "„Yes“, he said.",
        ),
        ("A 'big' day", "A ‘big’ day", "A «~big~» day", "A ‘big’ day", "A ‚big‘ day"),
        ("\"A 'b' c\"", "“A ‘b’ c”", "«~A “b” c~»", "“A ‘b’ c”", "„A ‚b‘ c“"),
        (
            "'He said \"no\"'",
            "‘He said “no”’",
            "«~He said “no”~»",
            "‘He said “no”’",
            "‚He said „no“‘",
        ),
        (
            "„Ja“ und «~oui~»",
            "“Ja” und “oui”",
            "«~Ja~» und «~oui~»",
            "“Ja” und “oui”",
            "„Ja“ und „oui“",
        ),
        (
            '*"Yes,"* he said',
            "*“Yes,”* he said",
            "*«~Yes,~»* he said",
            "*“Yes,”* he said",
            "*„Yes,“* he said",
        ),
    ],
)
def test_quotations_have_each_languages_own_marks(
    text: str, en: str, fr: str, nl: str, de: str
) -> None:
    found = [plainly(text.replace("~", NO_BREAK), code) for code in ("en", "fr", "nl", "de")]
    assert found == [en, fr, nl, de]


@pytest.mark.parametrize("target", sorted(QUOTES))
@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("We won't; l'eau d'ici; thema's", "We won’t; l’eau d’ici; thema’s"),
        ("'s Avonds in 't Zand, in de jaren '90", "’s Avonds in ’t Zand, in de jaren ’90"),
        ("the ministers' plan", "the ministers’ plan"),
    ],
)
def test_apostrophes_are_curved(target: str, text: str, wanted: str) -> None:
    assert plainly(text, target).replace("~;", ";") == wanted


@pytest.mark.parametrize("target", [*QUOTES, "es"])
@pytest.mark.parametrize(
    "text",
    [
        'He is 5\'10" and has a 40" screen, at 50° 27\' 12".',
        "1'000'000 boats",
        '"one mark only',
        "`it's \"code\"` and https://a.example/it's",
        "[a](/b 'Title \"so\"')",
        "\\'as is\\'",
    ],
)
def test_feet_code_addresses_and_lone_marks_stay(target: str, text: str) -> None:
    assert typeset(Line(text), target) == text


def test_feet_and_inches_stay_within_a_quotation() -> None:
    assert plainly('"He is 5\'10" tall"', "en") == "“He is 5'10\" tall”"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('Er sagte: »Nein.« Sie sagte "Ja!"', "Er sagte: „Nein.“ Sie sagte „Ja!“"),
        ("»Nein«, sagte er, »das geht.«", "„Nein“, sagte er, „das geht.“"),
        ("Er sagte «oui» und ging.", "Er sagte „oui“ und ging."),
    ],
)
def test_german_may_have_quoted_outwards(text: str, wanted: str) -> None:
    assert plainly(text, "de") == wanted


@pytest.mark.parametrize(
    ("source", "text", "wanted"),
    [
        ('"We go on. Tomorrow', '"Wij gaan door. Morgen', "“Wij gaan door. Morgen"),
        ("“We “go” on", '"Wij "gaan" door', "“Wij “gaan” door"),
        ('"We go on"', '"Wij gaan door', '"Wij gaan door'),
        ('A 5" pipe', '"Wij gaan door', '"Wij gaan door'),
        ("We go on", '"Wij gaan door', '"Wij gaan door'),
    ],
)
def test_a_quotation_that_ends_in_another_block_opens(source: str, text: str, wanted: str) -> None:
    assert typeset(Line(text), "nl", source) == wanted


SIGNS = st.text("aB1 .,!«»“”„\"'‘’‚()*`-\u00a0\u202f", max_size=24)


@given(SIGNS, st.sampled_from(sorted(QUOTES)))
def test_nothing_but_marks_changes(text: str, target: str) -> None:
    said = typeset(Line(text, marked=False), target)
    both = (re.sub("[\u202f]", "", MARKS.sub("", one)) for one in (text, said))
    assert len(set(both)) == 1


@given(SIGNS, st.sampled_from(sorted(QUOTES)))
def test_what_is_set_is_not_set_otherwise_again(text: str, target: str) -> None:
    once = typeset(Line(text, marked=False), target)
    if not re.search("['\"]", once) and "‘" not in once and "’" not in once:
        assert typeset(Line(once, marked=False), target) == once
