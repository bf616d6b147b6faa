"""Which block took the place of another: by what it says, never by where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.releases.review import successors
from press.text import Block, Kind

OLD = "The ferry leaves Corvane at night and reaches the islands before breakfast on most days."


@pytest.mark.parametrize(
    ("new", "found"),
    [
        ([OLD.replace("night", "noon")], [0]),
        (["The ferry leaves Corvane at night.", "It reaches the islands before noon."], [0, 1]),
        ([f"{OLD} A ticket costs little, and children travel free on every boat."], [0]),
        (["The minister and the mayor of the town met on the quay at noon on most days."], []),
        ([], []),
    ],
    ids=["changed", "split", "merged", "a stranger with the same small words", "gone"],
)  # fmt: skip
def test_a_block_is_found_again_by_what_it_says(new: list[str], found: list[int]) -> None:
    blocks = {n: Block(Kind.PARAGRAPH, words) for n, words in enumerate(new)}
    assert list(successors(Block(Kind.PARAGRAPH, OLD), blocks)) == found


def test_a_headline_follows_a_headline_however_it_is_rewritten() -> None:
    new = {0: Block(Kind.HEADLINE, "Entirely new"), 1: Block(Kind.PARAGRAPH, "Entirely new")}
    assert list(successors(Block(Kind.HEADLINE, "As it was"), new)) == [0]


@given(st.text(), st.text())
def test_any_two_texts_can_be_compared(one: str, other: str) -> None:
    found = list(successors(Block(Kind.PARAGRAPH, one), {7: Block(Kind.PARAGRAPH, other)}))
    assert found == [7] if one.split() and one.split() == other.split() else found in ([], [7])
