"""A text takes time in proportion to its length, whatever is repeated in it."""

from contextlib import suppress
from time import process_time

import pytest

import intake
from intake.characters.bounds import LONGEST_LINE, MOST_LINES
from press.errors import Refusal, UnreadableFile

FEW = 8_000
TIMES = 4
REPEATED = {
    "spaces within a line": "Headline\n\nText a{}b.\n\nMore.",
    "spaces in the headline": "Head{}line\n\nText.",
    "spaces before a date": "Title\n\nItem{}(12 May 2026)\n\ntext\n\nOther (13 May 2026)\n\nx",
    "spaces in a mark": "Headline\n\nText.\n\nNot{}for publication",
    "spaces at a telephone": "Headline\n\nText.\n\nJane Doe{}\nSpokesperson\n+999 2 555 01 01",
    "spaces after a number": "Press release No 12/27{}\n\nHeadline\n\nText.",
}
SIGNS = [
    "[",
    "(",
    "*",
    "_",
    "-",
    "`",
    "\\",
    "<",
    ">",
    "#",
    "|",
    "•",
    "– ",
    "* ",
    "[a](",
    "![",
    "\t",
]


def taken(text: str) -> float:
    """Seconds of this process, of the quicker of two tries."""
    tries = []
    for _ in range(2):
        began = process_time()
        with suppress(Refusal):
            intake.read("a.txt", text.encode(), zone="Europe/Brussels", language="en")
        tries.append(process_time() - began)
    return min(tries)


def check(text: str, repeated: str) -> None:
    """Four times as much takes sixteen times as long where work grows with the square."""
    few, many = (text.format(repeated * (n // len(repeated))) for n in (FEW, FEW * TIMES))
    assert taken(many) < 10 * max(taken(few), 0.03)


@pytest.mark.parametrize("text", REPEATED.values(), ids=REPEATED.keys())
def test_a_run_of_blanks_takes_no_longer_than_its_length(text: str) -> None:
    check(text, " ")


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("text", ["Headline\n\n{}\n\nText.", "{}\n\nText."])
def test_a_run_of_signs_takes_no_longer_than_its_length(text: str, sign: str) -> None:
    check(text, sign)


@pytest.mark.parametrize("line", ["Police Corvane\n\n", "> 65 a\n", "12 May 2026\n\n", "• a\n"])
def test_many_lines_of_a_kind_take_no_longer_than_their_number(line: str) -> None:
    check("Headline\n\n{}\n\nText.", line)


def test_what_no_press_text_is_is_refused_at_once() -> None:
    for text in ("a" * (LONGEST_LINE + 1), "a b.\n" * (MOST_LINES + 1)):
        with pytest.raises(UnreadableFile, match=r"^it has (?:a line of )?more than"):
            intake.read("a.txt", f"Headline\n\n{text}".encode(), zone="UTC", language="en")
