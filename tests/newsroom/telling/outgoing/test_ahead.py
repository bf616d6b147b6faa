"""What comes next may be made before it is asked for, once."""

from collections.abc import Iterator

from newsroom.telling.outgoing.ahead import Ahead


def counting(made: list[int], most: int) -> Iterator[int]:
    for number in range(most):
        made.append(number)
        yield number


def test_each_is_made_once_whether_it_was_made_ahead_or_not() -> None:
    made, had = list[int](), []
    row = Ahead(counting(made, 4))
    for one in row:
        had.append(one)
        if one % 2 == 0:
            assert row.make()
            assert row.make()
            assert made[-1] == one + 1
    assert had == made == [0, 1, 2, 3]
    assert not row.make()
