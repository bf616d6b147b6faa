"""What may stay as it is is found, wherever it is, though it is looked for only where it can be."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from translate.markup.placeholders import MARKED, PLAIN, REACHABLE, may_stay, reachable, words_alone

SIGNS = (*"aBé1 .,:@#_-/()+!", "00", "www", "http://", "mailto:", "x.org")
MARKS = (*"\\`<>[]*~|", "&amp;")
TEXTS = st.lists(st.sampled_from(SIGNS + MARKS), max_size=12).map("".join)


@given(TEXTS)
def test_where_nothing_is_looked_for_there_is_nothing(text: str) -> None:
    for marked, pattern in ((True, MARKED), (False, PLAIN)):
        if not may_stay(text, marked):
            assert pattern.search(text) is None


@given(TEXTS)
def test_what_can_be_followed_is_found_whether_or_not_it_is_looked_for(text: str) -> None:
    assert reachable(text) == Counter(REACHABLE.findall(text))
    assert words_alone(text) == PLAIN.sub(" ", text)
