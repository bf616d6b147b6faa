"""No words turn around what stands beside them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.direction import contained, contained_in
from press.text import Block, Kind, Text, clean
from press.topic import Topic

LRE, RLE, PDF, LRO, RLO = "\u202a\u202b\u202c\u202d\u202e"
LRI, RLI, FSI, PDI = "\u2066\u2067\u2068\u2069"
marks = st.text(
    st.sampled_from("aב \n\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (f"a {RLO}b", f"a {RLO}b{PDF}"),
        (f"a {RLI}b", f"a {RLI}b{PDI}"),
        (f"{RLI}{RLO}{LRE}a", f"{RLI}{RLO}{LRE}a{PDF}{PDF}{PDI}"),
        (f"a{PDF}b{PDI}c", "abc"),
        (f"{RLO}a{PDF}{PDF}", f"{RLO}a{PDF}"),
        (f"{FSI}{RLE}a{PDI}b", f"{FSI}{RLE}a{PDI}b"),
        (f"{LRO}{LRI}a{PDF}b", f"{LRO}{LRI}ab{PDI}{PDF}"),
        (f"a{RLE}b{PDF}c{LRI}d{PDI}\u200f", f"a{RLE}b{PDF}c{LRI}d{PDI}\u200f"),
    ],
)
def test_each_mark_ends_in_the_words_it_stands_in(words: str, expected: str) -> None:
    assert contained(words) == expected
    assert clean(words) == expected


@given(marks, marks)
def test_what_is_contained_changes_nothing_around_it_and_is_not_changed_again(
    one: str, other: str
) -> None:
    first, second = contained(one), contained(other)
    assert contained(first) == first
    assert contained(first + second) == first + second
    assert contained(f"{RLI}{first}{PDI}{RLE}{second}{PDF}") == (
        f"{RLI}{first}{PDI}{RLE}{second}{PDF}"
    )


@given(st.lists(marks))
def test_words_in_pieces_are_contained_as_the_whole_is(pieces: list[str]) -> None:
    assert "".join(contained_in(pieces)) == contained("".join(pieces))


def test_headlines_and_titles_are_contained() -> None:
    assert Text("en", (Block(Kind.HEADLINE, f"a{RLO}b"),)).headline == f"a{RLO}b{PDF}"
    assert Topic("peace", {"en": f"Peace{RLI}"}).title("en") == f"Peace{RLI}{PDI}"
