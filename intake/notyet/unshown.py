"""Words that a file holds and nobody is shown: they hold a release back as those of its text do."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from urllib.parse import unquote

from intake.given import Given
from intake.notyet.naming import not_yet_in
from intake.notyet.screening import screen
from intake.notyet.waiting import waiting_in
from intake.notyet.withholding import held_words
from press.releases.release import NotYet

_ADDRESS = re.compile(r"(?:https?|ftp|data|tel|mailto|urn|tag|cid):\S*", re.IGNORECASE)
_ENDINGS = "(?:pdf|docx?|odt|rtf|jpe?g|png|gif|webp|mp[34]|zip|txt)"
_FILE = re.compile(rf"([^/?#=]{{1,200}}\.{_ENDINGS})")
# An address from where it stands in a page: a file's name, and no words beside it.
_BESIDE = re.compile(rf"[^\s:]{{1,500}}\.{_ENDINGS}", re.IGNORECASE)
_MOST = 100  # files whose names are read
_MOST_LINES = 20_000
_TOO_MUCH = "it may say in more places than can be read that it must not come out yet"
_WHY = "beside its text it says “{}”: look what is meant"
# So far apart that no order in one goes on with the date in another.
_APART = "\n\n\n\n"


def unshown(words: Iterable[str], given: Given) -> Iterator[NotYet]:
    """What words that nobody is shown say against publishing.

    This is the one place for them: captions, remarks, members of a feed that no document has,
    names of files. Addresses of pages say nothing; those of files do, by the file's name.

    Args:
        words: a passage each, plain; the same one counts once.
        given: the zone of a moment that names none, and the language.
    """
    passages = dict.fromkeys(words)
    said = [one for one in passages if one.strip() and not _ADDRESS.fullmatch(one.strip())]
    orders = screen(_APART.join(said), given).not_yet
    yield from orders
    yield from _names(passages, given)
    if any(not one.embargo for one in orders):
        return
    lines = dict.fromkeys(line for one in said for line in one.split("\n"))
    yield from islice(waiting_in(islice(lines, _MOST_LINES)), 1)
    found = filter(None, map(held_words, islice(lines, _MOST_LINES)))
    yield from (NotYet(mark, None, _WHY.format(mark)) for mark in islice(found, 1))
    if len(lines) > _MOST_LINES:
        yield NotYet("", None, _TOO_MUCH)


def _names(passages: Iterable[str], given: Given) -> Iterator[NotYet]:
    """What the names of files say, where addresses end in them."""
    addresses = (one.strip()[:2000] for one in passages)
    found = (_FILE.search(one) for one in addresses if _points(one))
    names = (unquote(name[1]) for name in found if name)
    yield from filter(None, (not_yet_in(name, given) for name in islice(names, _MOST)))


def _points(words: str) -> bool:
    return bool(_ADDRESS.fullmatch(words) or _BESIDE.fullmatch(words))
