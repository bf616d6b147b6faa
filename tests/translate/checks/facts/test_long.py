"""A text of nothing but numbers, which nobody writes, holds up nobody."""

import pytest

from tests.each import each
from translate.checks.base import Passage
from translate.checks.facts.numbers import Numbers


@pytest.mark.timeout(20)  # a second is enough on a machine that does nothing else
@pytest.mark.parametrize("sign", ["1-", "1/", "1:", "1 ", "- 5 ", "€1m ", " "])
def test_a_text_of_nothing_but_numbers_is_read_soon(sign: str) -> None:
    text = sign * (50_000 // len(sign))
    each((("We opened 3 schools.", text), (text, "Trois écoles.")), is_read)


def is_read(pair: tuple[str, str]) -> None:
    assert len(list(Numbers().find(Passage(*pair, "en", "fr")))) <= 1
