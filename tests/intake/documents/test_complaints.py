"""What front matter that is not YAML is told, and what YAML would have lost without a word."""

import contextlib
import re
from unicodedata import normalize

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from intake.documents.frontmatter import take
from press.errors import UnreadableFile

EMPTY = ("", "null", "~")
KEYS = ("title", "date", "topics", "contacts", "summary")


def words(head: str) -> str:
    fields, below = take(f"---\n{head}\n---\nText.\n", KEYS)
    assert below == "Text.\n"
    return fields.words("title")


@pytest.mark.parametrize(
    ("value", "what", "written"),
    [
        ("Minister: we agree", "has a colon in it", '"Minister: we agree"'),
        ("Minister:", "has a colon in it", '"Minister:"'),
        ('She said: "no"', "has a colon in it", "'She said: \"no\"'"),
        ("@minister answers", "begins with @", '"@minister answers"'),
        ("`code`", "begins with `", '"`code`"'),
        ("%20 more", "begins with %", '"%20 more"'),
        ("*star*", "begins with *", '"*star*"'),
        ("**Bold** words", "begins with *", '"**Bold** words"'),
        ("& more", "begins with &", '"& more"'),
        ("&more words", "begins with &", '"&more words"'),
        ("!important words", "begins with !", '"!important words"'),
        ("| words", "begins with |", '"| words"'),
        ("- words", "begins with -", '"- words"'),
        (", words", "begins with ,", '", words"'),
        ("[Draft] words", "begins with [", '"[Draft] words"'),
        ("{Draft} words", "begins with {", '"{Draft} words"'),
        ("[Draft", "close it with ]", '"[Draft"'),
        ("'L'été'", "has a quotation mark within", '"L\'été"'),
        ('"Say "yes" now"', "has a quotation mark within", "'Say \"yes\" now'"),
        ('"One" and more', "has a quotation mark within", "'\"One\" and more'"),
        (r'"C:\quay"', "a backslash in double quotes", r"'C:\quay'"),
        ("We are #1", "what follows # would be lost", '"We are #1"'),
        ("#1 in the world", "what follows # would be lost", '"#1 in the world"'),
    ],
)
def test_words_that_mean_something_to_yaml_are_shown_in_quotes(
    value: str, what: str, written: str
) -> None:
    with pytest.raises(UnreadableFile) as refused:
        words(f"date: 2026-02-18\ntitle: {value}")
    said = str(refused.value)
    assert said.startswith("line 3: ")
    assert what in said
    assert said.endswith(f"put the title in quotes, title: {written}")
    assert words(f"date: 2026-02-18\ntitle: {written}") in (value, value[1:-1])


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (
            'title: "Sample\ndate: 2026-02-18',
            "line 2: the quotation mark before “Sample” has no end",
        ),
        ("date: x\ntitle: 'Sample", "line 3: the quotation mark before “Sample” has no end"),
        ('title: "Sample\nsummary: "x"', "line 2: the quotation mark before “Sample” has no end"),
        ("title: Sample\ntopics: [a, b\ndate: x", "line 3: the bracket of “[a, b” has no end"),
        ("title: Sample\n\ntopics: [", "line 4: the bracket of “[” has no end: close it with ]"),
        ("contacts:\n  - {name: Jane", "line 3: the bracket of “{name: Jane” has no end"),
        ("contacts:\n  - name: A: b", "line 3: “A: b” has a colon in it: put the name in quotes"),
        ("topics:\n  - @a", 'put the words in quotes, - "@a"'),
        ("title: Sample\n\tdate: x", "line 3: it begins with a tab: put spaces in its place"),
        ("\ttitle: Sample", "line 2: it begins with a tab"),
        ("contacts:\n\t- name: Jane", "line 3: it begins with a tab"),
        ("title: Sample\ndate x\n", "line 3: “date x” has no colon"),
        ("title:Sample\ndate: x", "line 2: “title:Sample” needs a space after its colon"),
        ("title: Sample\n  date: x", "line 3: it begins further left or right than the line above"),
        ("contacts:\n  - name: x\n phone: y", "line 4: it begins further left or right"),
        (f"title: {90 * 'a'}: b", "has a colon in it: put the title in quotes"),
    ],
)
def test_a_mistake_is_found_where_it_is_and_said_in_words(head: str, said: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        words(head)
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("value", "title"),
    [
        (
            "AT&T, who else? It's a 100% of me@x.example!",
            "AT&T, who else? It's a 100% of me@x.example!",
        ),
        ("https://x.example/a#b", "https://x.example/a#b"),
        ("Sample  # a comment", "Sample"),
        ("'It''s #1'  # a comment", "It's #1"),
        ("|\n  We are #1\n  title: x", "We are #1 title: x"),
        (">-\n  Folded\n  words", "Folded words"),
        ("At 14:18 a.m.", "At 14:18 a.m."),
    ],
)
def test_what_yaml_reads_as_it_is_written_is_read(value: str, title: str) -> None:
    assert words(f"title: {value}") == title


@given(st.text(st.characters(exclude_characters="\r\x85\u2028\u2029"), min_size=1, max_size=40))
@example("\uf900")
def test_words_that_are_read_are_never_cut(value: str) -> None:
    try:
        said = words(f"title: {value}")
    except UnreadableFile:
        return
    if value[0] not in "\"'|>" and not re.search(r"\s#", value) and value.strip() not in EMPTY:
        composed = normalize("NFC", value)  # as everything that is read
        assert [w for w in re.findall(r"\w+", composed) if w not in said] == []


@pytest.mark.parametrize("value", [" " * 99_999 + "#", "a " * 50_000 + ": b", "- " * 50_000 + "x"])
def test_a_value_without_end_is_read_or_refused_in_time(value: str) -> None:
    with contextlib.suppress(UnreadableFile):
        words(f"title: x\n {value}: y: z")
    with contextlib.suppress(UnreadableFile):
        words(f"title: {value}")
