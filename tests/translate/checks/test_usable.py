"""Judging a sentence stops as soon as it is known, and says the same as judging it to the end."""

import pytest

from press.text import Kind
from tests.translate.checks.pairs.right import RIGHT
from tests.translate.checks.pairs.wrong import WRONG
from translate.checks import OF_A_SENTENCE, Passage, findings, is_useless, usable

PASSAGES = [
    Passage(text, said, source, target, Kind.PARAGRAPH)
    for _, source, target, text, said in (*RIGHT, *WRONG)
]


def test_a_sentence_is_usable_where_nothing_that_the_checks_find_makes_it_useless() -> None:
    for passage in PASSAGES:
        found = findings(passage, OF_A_SENTENCE)
        assert usable(passage, OF_A_SENTENCE) == (None if is_useless(found) else found)


@pytest.mark.parametrize("most", [1, 2, 3])
def test_a_sentence_with_as_many_findings_as_another_is_not_used(most: int) -> None:
    for passage in PASSAGES:
        found = usable(passage, OF_A_SENTENCE)
        wanted = None if found is None or len(found) >= most else found
        assert usable(passage, OF_A_SENTENCE, most) == wanted
