"""A text takes steps in proportion to its length, whatever is repeated in it.

How long patterns take, whose steps cannot be counted, `python -m benchmarks reading` measures.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from cProfile import Profile

import pytest

import intake
from benchmarks.mutants import LINES, RUNS
from intake.characters.bounds import LONGEST_LINE, MOST_LINES
from press.errors import Refusal, UnreadableFile

FEW = 4_000
TIMES = 4
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


class StepCount:
    """How many functions were called, ours and the interpreter's."""

    def __init__(self) -> None:
        self.calls = 0


@contextmanager
def counted() -> Iterator[StepCount]:
    count = StepCount()
    with Profile() as profile:
        yield count
    count.calls = sum(entry.callcount for entry in profile.getstats())


def steps(text: str) -> int:
    """What reading a text takes; what can only be known once is known before."""
    data = text.encode()
    with suppress(Refusal):
        intake.read("a.txt", b"Headline\n\nText.", zone="Europe/Brussels", language="en")
    with counted() as count, suppress(Refusal):
        intake.read("a.txt", data, zone="Europe/Brussels", language="en")
    return count.calls


def check(text: str, repeated: str) -> None:
    """Four times as much takes sixteen times the steps where work grows with the square."""
    few, many = (text.format(repeated * (n // len(repeated))) for n in (FEW, FEW * TIMES))
    assert steps(many) < 5 * steps(few)


@pytest.mark.parametrize("text", RUNS.values(), ids=RUNS.keys())
def test_a_run_of_blanks_takes_steps_by_its_length(text: str) -> None:
    check(text, " ")


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("text", ["Headline\n\n{}\n\nText.", "{}\n\nText."])
def test_a_run_of_signs_takes_steps_by_its_length(text: str, sign: str) -> None:
    check(text, sign)


MARKED = [
    "Jane Doe, 0470 55 01 01 (not for publication)\n",
    "Jane Doe\n0470 55 01 01 (not for publication)\n",
    "Not for publication: (zebra\n\n",
    "Not for publication: zebra\n\n0470 55 01 01\n\n",
    "- Not for publication: zebra\n",
    "| Not for publication: zebra |\n",
    "NOT FOR PUBLICATION Zebra\n\n",
    "Not for publication: the zebra above\n",
]


@pytest.mark.parametrize("line", [*LINES, *MARKED])
def test_many_lines_of_a_kind_take_steps_by_their_number(line: str) -> None:
    check("Headline\n\n{}\n\nText.", line)


def test_what_no_press_text_is_is_refused_at_once() -> None:
    for text in ("a" * (LONGEST_LINE + 1), "a b.\n" * (MOST_LINES + 1)):
        with pytest.raises(UnreadableFile, match=r"^it has (?:a line of )?more than"):
            intake.read("a.txt", f"Headline\n\n{text}".encode(), zone="UTC", language="en")


def test_steps_that_grow_with_the_square_are_seen() -> None:
    with counted() as few:
        assert not any(len(()) for n in range(100) for _ in range(100))
    with counted() as many:
        assert not any(len(()) for n in range(400) for _ in range(400))
    assert many.calls > 10 * few.calls
