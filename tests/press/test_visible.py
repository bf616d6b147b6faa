"""What a terminal would obey is written out, and nothing else."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.text import visible


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        ("a\u202eb", "a⟨U+202E⟩b"),
        ("\x1b[31m", "⟨U+001B⟩[31m"),
        ("a\nb\u2028c\x85", "a⟨U+000A⟩b⟨U+2028⟩c⟨U+0085⟩"),
        ("\ud800", "⟨U+D800⟩"),
        ("Genève – “œuvre” 🇧🇪 \u200d\xa0!", "Genève – “œuvre” 🇧🇪 \u200d\xa0!"),
    ],
)
def test_only_what_moves_a_terminal_is_written_out(words: str, seen: str) -> None:
    assert visible(words) == seen


@given(st.text())
def test_nothing_seen_moves_a_terminal_and_it_is_still_so_the_second_time(words: str) -> None:
    seen = visible(words)
    assert not {unicodedata.category(c) for c in seen} & {"Cc", "Zl", "Zp", "Cs"}
    assert not any(unicodedata.bidirectional(c) in ("RLO", "LRO", "RLI", "PDI") for c in seen)
    assert visible(seen) == seen
