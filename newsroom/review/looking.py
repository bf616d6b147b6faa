"""What editors see of translations, and what they have seen."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime

from newsroom.releases.omissions import omissions
from newsroom.review.choosing import all_to_approve, chosen
from newsroom.review.settling import sheet_of_translation
from newsroom.translation.filling import sheet
from press.errors import NotAllowedNow
from press.releases.release import Release
from press.releases.review import Sheet, named
from storage import Storage
from storage.filed import asides, releases
from storage.translation import findings, looks


class Sheets:
    """Looking at translations, before anything is said of them.

    Args:
        storage: where everything is kept.
    """

    def __init__(self, storage: Storage) -> None:
        self.storage = storage

    def to_review(self) -> list[Sheet]:
        """Every text with something to look at, the most urgent first.

        First those with a finding that blocks, then what else waits, what is older than its
        original, and what has only a warning; so for what stands beside texts, and for why a
        release was withdrawn.
        """
        with self.storage.read() as db:
            numbers = dict.fromkeys([*findings.to_review(db), *asides.to_review(db)])
            found = [sheet(db, releases.get(db, number), code) for number, code in numbers]
        return sorted(found, key=lambda one: one.urgency)

    def waiting(self) -> int:
        """How many texts wait for an editor."""
        with self.storage.read() as db:
            return findings.waiting(db)

    def slips(self, now: datetime) -> list[tuple[Release, list[str]]]:
        """What releases that are not out yet lack or seem to have wrong."""
        with self.storage.read() as db:
            found = [(release, omissions(release)) for release in releases.waiting(db, now)]
        return [(release, said) for release, said in found if said]

    def get(self, release_id: int, code: str) -> Sheet:
        """One language of a release: source and target side by side, the newest words.

        Raises:
            UnknownRelease: there is none of that number.
            NotAllowedNow: the release was written in this language.
        """
        with self.storage.read() as db:
            return sheet_of_translation(db, releases.get(db, release_id), code)

    def note_look(self, shown: Sheet, who: str) -> None:
        """Note that an editor has a text before them; once more, and nothing is written."""
        about = shown.release_id, shown.language, who
        digests = {one.digest for one in shown.segments}
        with self.storage.read() as db:
            known = looks.last(db, *about)
        if digests != known:
            with self.storage.write() as db:
                looks.note(db, *about, digests)

    def as_seen(self, release_id: int, code: str, who: str, numbers: Sequence[int] = ()) -> str:
        """The name of a text's words, as `approve` takes it, if the editor has seen them.

        Args:
            release_id: of the release.
            code: of the language.
            who: the editor.
            numbers: of the blocks that matter; none for all that nobody has settled.

        Raises:
            UnknownRelease: there is none of that number.
            NotAllowedNow: they were not shown to this editor, or there is nothing to approve.
        """
        with self.storage.read() as db:
            text = sheet_of_translation(db, releases.get(db, release_id), code)
            seen = looks.last(db, release_id, code, who)
        return check_seen(text, seen, who, numbers)


def check_seen(text: Sheet, seen: AbstractSet[str], who: str, numbers: Sequence[int]) -> str:
    """The name of a text's words, if an editor has seen them.

    Args:
        text: as it is.
        seen: a digest for each block and its words that the editor was last shown.
        who: the editor.
        numbers: of the blocks that matter; none for all that nobody has settled.

    Raises:
        NotAllowedNow: they were not shown to this editor, or there is nothing to approve.
    """
    picked = chosen(text, numbers) if numbers else all_to_approve(text)
    unseen = [one.number for one in picked if one.target and one.digest not in seen]
    look = f"newsroom review {text.name} {text.language} shows it"
    about = f"the {text.language} text of {text.about}"
    if unseen and not seen:
        raise NotAllowedNow(f"{who} has not looked at {about} yet; {look}")
    if unseen:
        raise NotAllowedNow(f"{named(unseen)} of {about}: not as {who} last saw it; {look}")
    return text.as_shown
