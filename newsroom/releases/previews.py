"""What colleagues see before the public does: a release that is not out, by a link that ends."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from urllib.parse import quote

from newsroom.releases.acts import WAITING
from press.embargo import Embargo, embargo_from
from press.errors import NotAllowedNow, NotPublic
from press.languages import Language
from press.public.edition import Entry
from press.public.site import Fallback, Site
from press.releases.attachment import Attachment
from press.releases.release import Release, State
from storage import Database, Storage, files, journal, previews
from storage.filed import releases
from storage.foreseen import foreseen
from storage.journal import JournalLine
from storage.previews import Preview

DAY = timedelta(hours=24)
LONGEST = timedelta(days=30)
_TOKEN_BYTES = 32


@dataclass(frozen=True, slots=True)
class Sight:
    """A release as a colleague sees it before it is out.

    Args:
        entry: what its page will show in this language.
        language: of the page.
        embargo: from when it may be published; a draft has none.
        held: whether it is stopped.
        waits: whether the text shown waits for an editor.
        expires_at: when the link ends, UTC.
    """

    entry: Entry
    language: Language
    embargo: Embargo | None
    held: bool
    waits: bool
    expires_at: datetime


class WhyEnded(StrEnum):
    """Why a link shows nothing any more."""

    EXPIRED = "expired"
    REVOKED = "revoked"  # or the release was withdrawn
    OUT = "out"


class LinkEnded(NotPublic):
    """A link that was good once; whoever holds it may know that, and no more.

    Args:
        ending: why it is not any more.
        address: where the public reads the release, once that is out.
    """

    def __init__(self, ending: WhyEnded, address: str = "") -> None:
        self.ending, self.address = ending, address
        super().__init__()


class Previews:
    """Links to releases that are not out. Everything else of the public's side knows none of them.

    Args:
        storage: where everything is kept; of a link only the digest of its token.
        site: the newsroom's names and addresses.
    """

    def __init__(self, storage: Storage, site: Site) -> None:
        self.storage = storage
        self.site = site

    def make(
        self, release_id: int, who: str, now: datetime, lasts: timedelta = DAY, token: str = ""
    ) -> str:
        """Make a link, and return its token: nobody can find it again.

        Args:
            release_id: of the release; it need not be scheduled yet.
            who: the officer.
            now: UTC.
            lasts: how long the link is good, unless the release is out before.
            token: that it is to have, where somebody makes it again by other means; nobody else
                can guess it. A link that has it already stays as it is.

        Raises:
            UnknownRelease: there is none of that number.
            NotAllowedNow: it is out or withdrawn, or the link would last too long or not at all.
        """
        if not timedelta() < lasts <= LONGEST:
            raise NotAllowedNow(f"a preview lasts at least a minute and at most {LONGEST.days}d")
        token = token or secrets.token_urlsafe(_TOKEN_BYTES)
        with self.storage.write() as db:
            if previews.find(db, _digest(token)):
                return token
            state = releases.get(db, release_id).state(now)
            if state not in WAITING:
                raise NotAllowedNow(f"release {release_id} is {state}; it cannot be previewed")
            previews.add(db, Preview(_digest(token), release_id, who, now, now + lasts))
            note = f"until {now + lasts:%Y-%m-%d %H:%M} UTC"
            journal.add(db, JournalLine(now, who, "made a preview", release_id, note))
        return token

    def address(self, token: str, language: Language | None = None) -> str:
        """Where a link leads; without a language, to the one the release was written in."""
        return f"{self.site.base_url}/preview/{token}" + (f"/{language.code}" if language else "")

    def file_address(self, token: str, file: Attachment) -> str:
        """Where a link shows a file: not where the public will find it."""
        return f"{self.address(token)}/files/{quote(file.name, safe='')}"

    def of_release(self, release_id: int) -> list[Preview]:
        """All links to a release there ever were, oldest first.

        Raises:
            UnknownRelease: there is none of that number.
        """
        with self.storage.read() as db:
            releases.get(db, release_id)
            return previews.of_release(db, release_id)

    def revoke(self, release_id: int, who: str, now: datetime) -> int:
        """Take back every link to a release.

        Returns:
            how many were still good.

        Raises:
            UnknownRelease: there is none of that number.
        """
        with self.storage.write() as db:
            releases.get(db, release_id)
            count = previews.revoke(db, release_id, now)
            if count:
                journal.add(
                    db, JournalLine(now, who, "revoked previews", release_id, f"{count} of them")
                )
            return count

    def sight(self, token: str, language: Language | None, now: datetime) -> Sight:
        """What a link shows.

        Args:
            token: as it stands in the link.
            language: of the page; None for the one the release was written in.
            now: UTC.

        Raises:
            NotPublic: the link is unknown.
            LinkEnded: it is expired or revoked, or the release out or withdrawn.
        """
        with self.storage.read() as db:
            preview, release = self._opened(db, token, language, now)
            language = language or self._own(release)
            return Sight(
                foreseen(db, release.id, language.code, embargo_from(now, self.site.zone)),
                language,
                release.embargo,
                held=release.state(now) is State.HELD,
                waits=language.code in release.waiting,
                expires_at=preview.expires_at,
            )

    def file(self, token: str, name: str, now: datetime) -> tuple[Attachment, Path]:
        """One file of what a link shows, and the file that holds its content.

        Args:
            token: as it stands in the link.
            name: of the file; no two of a release have the same.
            now: UTC.

        Raises:
            NotPublic: the link is unknown, or its release has no such file.
            LinkEnded: as for `sight`.
        """
        with self.storage.read() as db:
            _, release = self._opened(db, token, None, now)
            found = [one for one in files.of_release(db, release.id) if one.name == name]
        if not found:
            raise NotPublic
        return found[0], files.folder_of(self.storage) / found[0].token

    def _check(
        self, preview: Preview, release: Release, language: Language | None, now: datetime
    ) -> None:
        """Refuse where a link has ended; what is out needs no link."""
        state = release.state(now)
        if preview.revoked_at or state is State.WITHDRAWN:
            raise LinkEnded(WhyEnded.REVOKED)
        if state is State.OUT:
            raise LinkEnded(WhyEnded.OUT, self._public(release, language))
        if not preview.is_good(now):
            raise LinkEnded(WhyEnded.EXPIRED)

    def _public(self, release: Release, language: Language | None) -> str:
        """Where the public reads a release, in this language if it has a page in it."""
        has_page = release.texts.keys() - release.waiting
        stands_in = self.site.fallback is Fallback.ORIGINAL
        if language is None or not (stands_in or language.code in has_page):
            language = self._own(release)
        return self.site.release(language, release.slug)

    def _opened(
        self, db: Database, token: str, language: Language | None, now: datetime
    ) -> tuple[Preview, Release]:
        """A link and its release, if it may be shown."""
        preview = previews.find(db, _digest(token))
        if preview is None or now < preview.made_at:
            raise NotPublic
        release = releases.get(db, preview.release_id)
        self._check(preview, release, language, now)
        return preview, release

    def _own(self, release: Release) -> Language:
        languages = self.site.languages
        own = [language for language in languages if language.code == release.source]
        return own[0] if own else languages.default


def _digest(token: str) -> str:
    # The token has 256 bits of chance, so a plain digest cannot be turned back (unlike a password).
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
