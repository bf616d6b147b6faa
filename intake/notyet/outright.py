"""Fields that say by their name that something must not come out yet."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from intake.given import Given
from intake.moments.stamps import date_of
from intake.notyet.typed import read_typed
from press.errors import Refusal
from press.releases.release import NotYet

_NAME = re.compile(
    r"embargo(?!.*reason)|sperrfrist|notbefore|holduntil|releasetime|dctermsavailable",
    re.IGNORECASE,
)
_MOST = 100  # fields that are read; no item has three
_NOTHING = ("", "no", "none", "false", "0", "null")


def outright(fields: Iterable[tuple[str, str]], given: Given) -> Iterator[NotYet]:
    """What fields say of an embargo: `prism:embargoDate`, `embargoed`, `dcterms.available`.

    Args:
        fields: names and values.
        given: the zone of a time that names none.
    """
    every = ((name, value) for name, value in fields if _says(name, value))
    for name, value in islice(every, _MOST):
        yield _said(f"{name}: {value}", value, given)
    if more := next(every, None):
        yield NotYet(": ".join(more), None, "more of its fields say so than can be read")


def _says(name: str, value: str) -> bool:
    return value.casefold() not in _NOTHING and bool(_NAME.search(re.sub(r"[\W_]", "", name)))


def _said(words: str, value: str, given: Given) -> NotYet:
    dated = date_of(value, given)
    if dated.embargo:
        return NotYet(words, dated.embargo)
    try:
        return NotYet(words, read_typed(value, given))
    except Refusal as refusal:
        return NotYet(words, None, str(refusal))
