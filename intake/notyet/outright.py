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
    r"embargo(?!.*reason)|sperrfrist|notbefore|holduntil|releasetime|dctermsavailable|dctermsvalid",
    re.IGNORECASE,
)
# Fields that tell how far something is with its makers (Atom Publishing Protocol, RFC 5023, 13.1.1;
# creativeWorkStatus of schema.org; what editorial systems add).
_STATE = re.compile(r"(?:status|state|workflow|stage)$", re.IGNORECASE)
_UNFINISHED = frozenset(
    ("draft", "pending", "private", "withheld", "embargoed", "scheduled", "future", "unpublished")
) | frozenset(
    ("incomplete", "inreview", "onhold", "hold", "held", "entwurf", "brouillon", "concept")
)
_IS_DRAFT = re.compile(r"draft$", re.IGNORECASE)
_IS_OUT = re.compile(r"^(?:is)?(?:published|public|released|live)$", re.IGNORECASE)
_NO = ("no", "false", "0")
_MOST = 100  # fields that are read; no item has three
_LONGEST = 300  # characters of a name, and of a value that is shown
# A span of validity (DCMI Period): what only ends does not wait.
_BEGINS = re.compile(r"(?:.*?;)?\s*start\s*=\s*([^;]+)", re.IGNORECASE)
_ENDS = re.compile(r"\s*end\s*=[^;]*;?(?!.*start)", re.IGNORECASE)
_NOTHING = ("", "no", "none", "false", "0", "null")


def outright(fields: Iterable[tuple[str, str]], given: Given) -> Iterator[NotYet]:
    """What fields say of an embargo: `prism:embargoDate`, `embargoed`, `dcterms.available`.

    Args:
        fields: names and values.
        given: the zone of a time that names none.
    """
    every = ((name, value) for name, value in fields if _says(name, value))
    for name, value in islice(every, _MOST):
        yield _said(name, value, given)
    if more := next(every, None):
        yield NotYet(": ".join(more)[:_LONGEST], None, "more of its fields say so than can be read")


def _says(name: str, value: str) -> bool:
    plain = re.sub(r"[\W_]", "", name[:_LONGEST])
    if plain == "dctermsvalid" and _ENDS.match(value[:_LONGEST]):
        return False
    if value.casefold() not in _NOTHING and _NAME.search(plain):
        return True
    return _is_draft(plain, re.sub(r"[\W_]", "", value[:_LONGEST]).casefold())


def _is_draft(name: str, value: str) -> bool:
    """Whether a field says that what it is about is not out: `app:draft` yes, `published` no."""
    if _STATE.search(name):
        return value.removeprefix("httpsschemaorg") in _UNFINISHED
    if _IS_DRAFT.search(name):
        return value in ("yes", "true", "1", "draft")
    return bool(_IS_OUT.search(name)) and value in _NO


def _said(name: str, value: str, given: Given) -> NotYet:
    words = f"{name}: {value}"
    if not _NAME.search(re.sub(r"[\W_]", "", name)):
        return NotYet(words[:_LONGEST], None)
    if begins := _BEGINS.match(value[:_LONGEST]):
        value = begins[1].strip()
    dated = date_of(value, given)
    if dated.embargo:
        return NotYet(words, dated.embargo)
    try:
        return NotYet(words, read_typed(value, given))
    except Refusal as refusal:
        return NotYet(words, None, str(refusal))
