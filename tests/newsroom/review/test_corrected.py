"""What an editor types for the heading of a section apart."""

import pytest

from newsroom.review.corrected import corrected
from press.errors import Refusal
from press.text import Block, Kind

NOTES, ABOUT = Block(Kind.NOTES, "## Notes to editors"), Block(Kind.ABOUT, "### About Corvane")


@pytest.mark.parametrize(
    ("source", "typed", "kept"),
    [
        (NOTES, "Notes aux rédactions", "## Notes aux rédactions"),
        (NOTES, "# Notes aux rédactions", "# Notes aux rédactions"),
        (ABOUT, "À propos de Corvane", "### À propos de Corvane"),
        (ABOUT, "### 2. À propos", "### 2. À propos"),
    ],
)
def test_a_heading_of_a_section_apart_stays_one(source: Block, typed: str, kept: str) -> None:
    block = corrected(source, typed)
    assert (block.kind, block.markdown, block.of) == (source.kind, kept, source.digest)


@pytest.mark.parametrize("typed", ["- a list", "One.\n\nTwo.", "## One\n\n## Two", "---"])
@pytest.mark.parametrize("source", [NOTES, ABOUT])
def test_nothing_else_can_stand_in_its_place(source: Block, typed: str) -> None:
    with pytest.raises(Refusal, match="the heading"):
        corrected(source, typed)
