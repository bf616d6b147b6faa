"""Findings that an editor says are none: the words stay a machine's, and go out as such."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from newsroom.review.choosing import chosen
from newsroom.review.opening import Open, opened
from newsroom.review.settling import Reviewed, with_words
from newsroom.translation.filling import keep_version, put_beside, sheet
from press.errors import NotAllowedNow
from press.finding import DISPLACED, REJECTED, Finding
from press.releases.readiness import Readiness
from press.releases.review import Segment, Sheet, named
from press.text import ASIDES, Block, Text
from storage import Storage, journal
from storage.filed import asides, releases, versions
from storage.journal import JournalLine
from storage.translation import dismissals, findings, memory


@dataclass(frozen=True, slots=True)
class Doubted:
    """What a check found in a block, and an editor doubts.

    Args:
        release_id: of the release.
        code: of the language.
        number: of the block, from 1.
        check: its name; all that it found in this block is meant.
    """

    release_id: int
    code: str
    number: int
    check: str


class Dismissing:
    """Editors dismiss findings, with a reason, and let them count again.

    Args:
        storage: where everything is kept.
        readiness: says which words of a machine the public may read.
    """

    def __init__(self, storage: Storage, readiness: Readiness) -> None:
        self.storage = storage
        self.readiness = readiness

    def dismiss(
        self, about: Doubted, reason: str, who: str, now: datetime, as_shown: str = ""
    ) -> Reviewed:
        """Say that what a check found in a block is no mistake; its words stay a machine's.

        If nothing else speaks against it, the text goes out where machine text does by itself. The
        same finding in the same words for the same source block is not raised again.

        Args:
            about: what is meant.
            reason: why it is no mistake.
            who: the editor.
            now: UTC.
            as_shown: as for `Review.approve`.

        Raises:
            UnknownRelease: there is none of that number.
            NotAllowedNow: there is no such block or finding, an editor rejected the words, or they
                have changed since they were shown.
        """
        with opened(*self._at(about), "reviewed", now, as_shown) as text:
            one = _of_number(text.sheet, about.number)
            found = _to_dismiss(one, about.check)
            said = [replace(f, dismissed_by=who, reason=reason) for f in found]
            block = _with(one, found, said)
            dismissals.note(text.db, text.pair, text.release.id, block, said, text.at)
            line = JournalLine(
                text.at, who, "dismissed", about.release_id, f"{about.check}: {reason}"
            )
            return self._keep(text, one, block, line, lets_out=True)

    def undo(self, about: Doubted, who: str, now: datetime, as_shown: str = "") -> Reviewed:
        """Let findings count again that were dismissed; what they block waits again.

        Args and raises: as for `dismiss`.
        """
        with opened(*self._at(about), "reviewed", now, as_shown) as text:
            one = _of_number(text.sheet, about.number)
            found = _dismissed(one, about.check)
            said = [replace(f, dismissed_by="", reason="") for f in found]
            block = _with(one, found, said)
            dismissals.forget(text.db, text.pair, block, said)
            line = JournalLine(text.at, who, "no longer dismissed", about.release_id, about.check)
            return self._keep(text, one, block, line, lets_out=False)

    def _at(self, about: Doubted) -> tuple[Storage, int, str]:
        return self.storage, about.release_id, about.code

    def _keep(
        self, text: Open, one: Segment, block: Block, line: JournalLine, *, lets_out: bool
    ) -> Reviewed:
        """Keep a block's findings wherever it stands, and say so."""
        code, db, release = text.pair.target, text.db, text.release
        same = [other.number for other in text.sheet.segments if other.digest == one.digest]
        after = with_words(text.sheet, dict.fromkeys(same, block))
        _note_in_memory(text, block)
        if block.kind in ASIDES:
            return self._keep_beside(text, block, line)
        ready = self._place(text, after, block, lets_out=lets_out)
        said = f"{named(same)}; {line.note}"
        journal.add(db, replace(line, verb=f"{line.verb} {code}", note=said))
        kept = releases.get(db, release.id)
        if not after.missing:
            keep_version(db, Text(code, after.blocks), replace(line, note=said))
        elif code in kept.texts:
            versions.record(db, kept, code, replace(line, note=said))
        return Reviewed(sheet(db, kept, code), ready, tuple(same))

    def _keep_beside(self, text: Open, block: Block, line: JournalLine) -> Reviewed:
        """Keep the findings of what stands beside a text, which is left as it is."""
        code, db, release = text.pair.target, text.db, text.release
        put_beside(db, release, code, [block], text.at, self.readiness)
        kept = releases.get(db, release.id)
        newest = sheet(db, kept, code)
        numbers = tuple(s.number for s in newest.segments if s.source.digest == block.of)
        said = replace(line, note=f"{named(numbers)}; {line.note}")
        journal.add(db, replace(said, verb=f"{line.verb} {code}"))
        if code in kept.texts:
            versions.record(db, kept, code, said)
        (one,) = (asides.of(db, release.id, code)[block.of],)
        return Reviewed(newest, one.is_ready, numbers)

    def _place(self, text: Open, after: Sheet, block: Block, *, lets_out: bool) -> bool:
        """Let the newest words out if nothing speaks against them; else the text stays where it is.

        One whose findings count again goes back to waiting.
        """
        code, release = text.pair.target, text.release
        newest, waits = Text(code, after.blocks), code in release.waiting
        if not after.missing and (lets_out or not waits):
            shown = self.readiness.for_public(newest, release.original)
            if shown:
                _save(text, shown, ready=True)
                return True
        if (held := release.texts.get(code)) is None:
            return False
        kept = Text(code, tuple(block if _is_same(block, b) else b for b in held.blocks))
        ready = not waits and not kept.is_blocked
        _save(text, kept, ready=ready)
        return ready and kept.blocks == newest.blocks


def _save(text: Open, newest: Text, *, ready: bool) -> None:
    """Keep a text; where only its findings are others, for readers nothing has changed."""
    release, code = text.release, newest.language
    held = release.texts.get(code)
    if held and held.blocks == newest.blocks and ready is (code not in release.waiting):
        findings.save(text.db, release.id, newest)
    else:
        releases.save_text(text.db, release.id, newest, text.at, ready=ready)


def _of_number(before: Sheet, number: int) -> Segment:
    (one,) = chosen(before, [number])
    if one.target is None or one.is_settled:
        raise NotAllowedNow(f"block {number} holds no words of a machine; nothing is found in it")
    return one


def _to_dismiss(one: Segment, check: str) -> list[Finding]:
    """What a check found in a block, and nobody has dismissed."""
    if check == REJECTED:
        raise NotAllowedNow(
            f"an editor rejected block {one.number}, and that is not dismissed: correct it, "
            "or approve it by number and --despite"
        )
    return _of_check(one, check, one.findings, "findings")


def _dismissed(one: Segment, check: str) -> list[Finding]:
    """What a check found in a block, and somebody has dismissed."""
    assert one.target is not None  # noqa: S101 - `_of_number` chose it
    gone = [finding for finding in one.target.findings if finding.dismissed_by]
    return _of_check(one, check, gone, "dismissed findings")


def _of_check(one: Segment, check: str, there: Sequence[Finding], called: str) -> list[Finding]:
    found = [finding for finding in there if finding.check == check]
    if not found:
        names = ", ".join(dict.fromkeys(finding.check for finding in there))
        has = f"{called} of {names}; none of “{check}”" if names else f"no {called}"
        raise NotAllowedNow(f"block {one.number} has {has}")
    return found


def _with(one: Segment, found: Iterable[Finding], said: Iterable[Finding]) -> Block:
    """A block's words with other findings in the place of some."""
    assert one.target is not None  # noqa: S101 - `_of_number` chose it
    instead = dict(zip(found, said, strict=True))
    others = tuple(instead.get(finding, finding) for finding in one.target.findings)
    return replace(one.target, of=one.source.digest, findings=others)


def _note_in_memory(text: Open, block: Block) -> None:
    """So that it holds wherever these words are used; what is not remembered is left so."""
    known = memory.made_by_machine(text.db, text.pair, [block.of]).get(block.of)
    if known and known.markdown == block.markdown:
        lasting = tuple(f for f in block.findings if f.check != DISPLACED)
        words = {block.of: replace(known, findings=lasting)}
        memory.remember(text.db, text.pair, words, text.at)


def _is_same(one: Block, other: Block) -> bool:
    return (one.of, one.markdown) == (other.of, other.markdown)
