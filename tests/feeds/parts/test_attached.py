"""What is said of a file before its link is followed."""

import pytest

from feeds.parts.attached import human_size


@pytest.mark.parametrize(
    ("size", "code", "words"),
    [
        (1, "en", "1 bytes"),
        (999, "fr", "999 octets"),
        (1000, "en", "1 kB"),
        (999_499, "en", "999 kB"),
        (999_500, "en", "1.0 MB"),
        (1_250_000, "nl", "1,2 MB"),
        (104_857_600, "fr", "104,9 Mo"),
        (1_250_000, "xx", "1.2 MB"),
    ],
)
def test_sizes_are_written_as_people_write_them(size: int, code: str, words: str) -> None:
    assert human_size(size, code) == words.replace(" ", "\N{NO-BREAK SPACE}")
