"""What an engine was not sure of: kept with the block, shown to editors, never a word in public."""

from collections.abc import Sequence

import pytest

from newsroom.wiring import Newsroom
from press.finding import DOUBT, Severity
from press.text import STARTER
from tests.conftest import NOON
from tests.newsroom.review.test_review import out, shown
from tests.newsroom.translation.test_translating import Echo, file, text, translating
from translate.alignment.words import AlignedHypothesis


class Unsure(Echo):
    """Not sure of anything about rain.

    Args:
        name: what it is.
    """

    mark = -1.0

    def __init__(self, name: str = "argos en-fr 1.0") -> None:
        super().__init__()
        self.name = name

    def scored(self, sentences: Sequence[str]) -> list[AlignedHypothesis]:
        return [
            AlignedHypothesis(said, score=-1.5 if "RAIN" in said else -0.25)
            for said in self.translate(sentences)
        ]


def test_it_is_kept_with_the_block_and_returns_with_it_from_memory(newsroom: Newsroom) -> None:
    numbers = [file(newsroom, "It is raining.", headline=f"News {n}") for n in range(2)]
    translating(newsroom, Unsure()).run()
    for number in numbers:
        headline, paragraph = text(newsroom, number).blocks
        assert (headline.score, headline.findings) == (-0.25, ())
        assert paragraph.score == -1.5
        assert [(f.check, f.severity) for f in paragraph.findings] == [(DOUBT, Severity.WARNS)]


def test_words_of_an_installed_package_go_out_with_it_and_nobody_in_public_sees_it(
    newsroom: Newsroom,
) -> None:
    out(newsroom, "It is raining.")
    translating(newsroom, Unsure()).run()
    entry = shown(newsroom, code="fr")
    assert entry.text.body[0].markdown == "IT IS RAINING."
    assert [(block.score, block.findings) for block in entry.text.blocks] == [(None, ())] * 2


def test_words_of_the_starter_wait_for_an_editor_and_the_original_stands_in(
    newsroom: Newsroom,
) -> None:
    number = out(newsroom, "It is raining.")
    translating(newsroom, Unsure(f"{STARTER} en-fr 1.0")).run()
    assert text(newsroom, number).is_blocked
    assert shown(newsroom, code="fr").text.language == "en"


@pytest.mark.parametrize("name", ["argos en-fr 1.0", f"{STARTER} en-fr 1.0"])
def test_an_editor_s_word_settles_it(newsroom: Newsroom, name: str) -> None:
    number = file(newsroom, "It is raining.")
    translating(newsroom, Unsure(name)).run()
    newsroom.review.correct(number, "fr", 2, "Il pleut.", "me", NOON)
    assert [f for f in text(newsroom, number).blocks[1].findings if f.check == DOUBT] == []
