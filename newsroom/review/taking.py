"""What translators outside send back."""

from dataclasses import replace
from datetime import datetime

from newsroom.review.opening import Open, opened
from newsroom.review.returning import Pairs, Taken, edited, new, translated
from newsroom.review.settling import Reviewed, settle, sheet_of_translation
from newsroom.review.slips import slips
from press.errors import UnreadableFile
from press.public.site import Site
from press.releases.exchange import Return
from press.releases.readiness import Readiness
from storage import Storage
from storage.filed import releases
from storage.journal import JournalLine
from storage.translation import memory


class Taking:
    """What comes back from translators is kept, in the text or beside it.

    Args:
        storage: where everything is kept.
        site: the newsroom's languages and names.
        readiness: says which words of a machine the public may read.
    """

    def __init__(self, storage: Storage, site: Site, readiness: Readiness) -> None:
        self.storage = storage
        self.site = site
        self.readiness = readiness

    def take(
        self, release_id: int, returned: Return, who: str, now: datetime, as_shown: str = ""
    ) -> Taken:
        """Take what a translator changed or confirmed: all of it or, if refused, nothing.

        What the translator only confirmed does not undo what an editor has put in its place since
        it was sent. Words whose source block the release no longer has are remembered, and shown
        beside what took its place.

        Args:
            release_id: of the release.
            returned: what came back.
            who: the editor.
            now: UTC.
            as_shown: the sheet's name when it was sent, or the number of a version; without it
                nobody asks.

        Raises:
            UnknownRelease: there is none of that number.
            UnknownLanguage: the newsroom does not publish in its language.
            UnreadableFile: it is from another language, or a block is of the wrong kind.
            NotAllowedNow: the release was written in this language, or withdrawn, or the words
                have changed since they were shown.
        """
        code = self.site.languages.named(returned.target).code
        pairs = translated(returned.answers)
        with opened(self.storage, release_id, code, "corrected", now, as_shown) as text:
            source = text.release.source
            if returned.source != source:
                raise UnreadableFile(f"it is from {returned.source}; the release is in {source}")
            digests = [source.digest for source, _ in pairs]
            known = edited(text.sheet, pairs, memory.recall(text.db, text.pair, digests))
            fresh = new(pairs, returned.answers, known)
            done = self._take(text, fresh, who) if fresh else _as_it_was(text)
            replaced = tuple(known[s.digest] for s, _ in fresh if s.digest in known)
            return Taken(text.release, code, done, len(fresh), returned.open, replaced)

    def _take(self, text: Open, pairs: Pairs, who: str) -> Reviewed:
        """Keep a translator's words, in the text or beside it."""
        db, release = text.db, text.release
        numbers = {s.source.digest: s.number for s in text.sheet.segments}
        here = [(numbers[s.digest], s, words) for s, words in pairs if s.digest in numbers]
        gone = {s: words for s, words in pairs if s.digest not in numbers}
        words_of = {source.digest: words for source, words in gone.items()}
        memory.remember(db, text.pair, words_of, text.at, gone)
        releases.note_edited(db, release.id, text.pair.target, words_of)
        said = f"{len(gone)} for blocks that are gone" if gone else ""
        line = JournalLine(text.at, who, "took a translator's", None, said)
        words = {number: block for number, _, block in here}
        before = sheet_of_translation(db, release, text.pair.target)
        done = settle(db, release, before, words, line, self.readiness)
        return replace(done, slips=slips(text.db, self.site.title, text.release, text.pair, here))


def _as_it_was(text: Open) -> Reviewed:
    """A text that an act left alone."""
    code, release = text.pair.target, text.release
    return Reviewed(text.sheet, code in release.texts and code not in release.waiting, ())
