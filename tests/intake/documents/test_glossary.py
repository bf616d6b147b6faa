"""Glossaries as spreadsheets write them: all of one, or the lines that are wrong."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.documents.glossary import read
from press.errors import UnreadableFile
from press.glossary import Term
from press.languages import parse_languages

LANGUAGES = parse_languages("en,fr-BE,nl-BE")
HEAD = "source,target,term,translation,note,case\n"
COUNCIL = Term("en", "fr", "Council", "Conseil", "of ministers", exact_case=True)


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "en,fr,Council,Conseil,of ministers,exact\n",
        "\ufeff"
        + HEAD.replace(",", ";")
        + "EN;fr-BE; Council ;Conseil;of  ministers;yes\r\n;;;;;\r\n",
        HEAD.replace(",", "\t") + "en\tfr\tCouncil\tConseil\tof ministers\texact",
        HEAD + 'en,fr,"Council","Conseil","of ministers",EXACT\n' * 2,
    ],
    ids=["comma", "semicolon", "tab", "quoted, twice"],
)
def test_a_spreadsheet_in_any_country_is_read(text: str) -> None:
    assert read(text.encode(), LANGUAGES) == [COUNCIL]


@pytest.mark.parametrize(
    ("lines", "reasons"),
    [
        ("en,fr,Council,,,\n", ["line 2: translation must not be empty"]),
        ("en,ja,Council,x,,\n", ["line 2: “ja” is not one of this newsroom's languages"]),
        ("en,en,Council,x,,\n", ["line 2: it is from en into en"]),
        ("en,fr,Council,Conseil,,perhaps\n", ["line 2: case is “perhaps”"]),
        ("en,fr,Council\n", ["line 2: it has 3 columns, and the first line has 6"]),
        ("en,fr,Council,Conseil,,\nen,fr,Council,Avis,,\n", ["line 3: “Council” stands twice"]),
        (
            "en,fr,,x,,\nen,fr,good,bon,,\nen,xx,b,c,,\n",
            ["line 2: term must not be empty", "line 4: “xx”"],
        ),
        ('en,fr,"a\nb",,,\nen,fr,c,,,\n', ["line 3: translation", "line 4: translation"]),
        ('en,fr,"a,b,,,\n', ["not CSV"]),
    ],
)
def test_every_line_that_is_wrong_is_named_with_its_reason(lines: str, reasons: list[str]) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read((HEAD + lines).encode(), LANGUAGES)
    assert [reason for reason in reasons if reason not in str(refused.value)] == []


@pytest.mark.parametrize("head", ["term,translation", HEAD.strip() + ",colour", "term,term"])
def test_columns_that_are_missing_or_unknown_are_refused(head: str) -> None:
    with pytest.raises(UnreadableFile, match="line 1 has to name the columns"):
        read(f"{head}\n".encode(), LANGUAGES)


def test_a_thousand_mistakes_are_not_all_listed() -> None:
    with pytest.raises(UnreadableFile, match="and 980 more"):
        read((HEAD + "en,fr,,x,,\n" * 1000).encode(), LANGUAGES)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    for data in (text, HEAD + text):
        with suppress(UnreadableFile):
            assert all(term.term for term in read(data.encode("utf-8", "replace"), LANGUAGES))
