"""The plain text of a letter reads well in a terminal, and says all that its HTML does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.parts.html import to_html
from feeds.plain import WIDTH, to_text
from press.text import Block, Kind


def text(markdown: str) -> str:
    return to_text(to_html([Block(Kind.PARAGRAPH, markdown)]))


@pytest.mark.parametrize(
    ("markdown", "said"),
    [
        ("One.\n\nTwo.", "One.\n\nTwo.\n"),
        ("Some **bold** and *leaning* words.", "Some bold and leaning words.\n"),
        ("## What changes\n\nMuch.", "What changes\n------------\n\nMuch.\n"),
        ("- one\n- two", "* one\n* two\n"),
        ("3. three\n4. four", "3. three\n4. four\n"),
        ("- one\n\n1. first", "* one\n\n1. first\n"),
        ("- one\n  - inner\n- two", "* one\n  * inner\n* two\n"),
        ("> Said.\n>\n> Twice.", "> Said.\n>\n> Twice.\n"),
        ("Before.\n\n> Said.\n\nAfter.", "Before.\n\n> Said.\n\nAfter.\n"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a | b\n1 | 2\n"),
        ("    code  here", "    code  here\n"),
        ("One\\\ntwo", "One\ntwo\n"),
        ("a &lt;b&gt; & c", "a <b> & c\n"),
        ("---", "-" * WIDTH + "\n"),
        ("See [the plan](https://example.org/p).", "See the plan <https://example.org/p>.\n"),
        ("See <https://example.org/p>.", "See https://example.org/p.\n"),
        ("Ask <press@example.org>.", "Ask press@example.org.\n"),
        ("Ask [us](mailto:press@example.org).", "Ask us <press@example.org>.\n"),
        ("Call [02 555](tel:+322555).", "Call 02 555.\n"),
        ("[example.org](https://example.org/)", "example.org\n"),
    ],
)
def test_each_piece_of_a_text_has_its_form(markdown: str, said: str) -> None:
    assert text(markdown) == said


def test_lines_end_in_time_and_an_address_is_never_broken() -> None:
    address = "https://example.org/" + "very-long-" * 12
    said = text(f"- {'word ' * 60}[here]({address}) and on.\n\n> {'said ' * 60}")
    assert f"<{address}>" in said
    assert [line for line in said.splitlines() if len(line) > WIDTH and address not in line] == []
    assert all(line.startswith("> ") for line in said.splitlines()[-4:])


@given(st.lists(st.text("ab é<>&.\n#-*>|`1[]()", max_size=40), max_size=6))
def test_any_text_has_all_its_words_in_lines_of_their_width(pieces: list[str]) -> None:
    said = text("\n\n".join(pieces))
    assert said.endswith("\n")
    assert said == "\n" or not said.startswith("\n")
    assert all(line == line.rstrip() for line in said.splitlines())


@given(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=300))
def test_no_word_is_lost(word: str) -> None:
    assert word in to_text(f"<ul><li>{word}</li></ul><blockquote><p>{word}</p></blockquote>")
