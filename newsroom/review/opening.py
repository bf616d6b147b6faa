"""A translation that is open for an editor's act."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from newsroom.releases.life import WAITING
from newsroom.releases.shown import check_shown
from newsroom.review.looking import Looking
from newsroom.review.settling import sheet_of_translation
from newsroom.review.slips import Slip, slips
from press.public.site import Site
from press.releases.release import Release, State
from press.releases.review import Sheet
from press.text import Block
from storage import Database, Storage
from storage.translation.memory import Pair

_STATES = (*WAITING, State.OUT)


@dataclass(frozen=True, slots=True)
class Open:
    """A text that is open for an editor's act.

    Args:
        db: in a write transaction.
        release: whose it is.
        sheet: the text.
        pair: from which language into which.
        at: of the act, UTC.
    """

    db: Database
    release: Release
    sheet: Sheet
    pair: Pair
    at: datetime


class Opening(Looking):
    """Opens translations, and looks over what editors put into them.

    Args:
        storage: where everything is kept.
        site: the newsroom's languages, zone and names.
        reviewed: codes of the languages whose machine text waits for an editor.
    """

    def __init__(
        self, storage: Storage, site: Site, reviewed: AbstractSet[str] = frozenset()
    ) -> None:
        super().__init__(storage, site)
        self.reviewed = reviewed

    @contextmanager
    def _open(
        self, release_id: int, code: str, done: str, now: datetime, as_shown: str = ""
    ) -> Iterator[Open]:
        """One transaction on a translation.

        An act that waited for another's end is dated after the release's minute if that came
        meanwhile: what the public has been shown is not undone as if it had never been.
        """
        with self._change(release_id, _STATES, done, now) as (db, release, moment):
            before = sheet_of_translation(db, release, code)
            check_shown(db, release, before, as_shown)
            at = now if release.state(now) is release.state(moment) else moment
            yield Open(db, release, before, Pair(release.source, code), at)

    def _slips(self, text: Open, said: Sequence[tuple[int, Block, Block]]) -> tuple[Slip, ...]:
        return slips(text.db, self.site.title, text.release, text.pair, said)
