"""What editors see and say of topics where a machine said them: each act one transaction."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

from newsroom.releases.shown import check_name
from newsroom.review.choosing import (
    approved,
    chosen,
    of_a_machine,
    overruled,
    rejected,
    to_approve,
    to_correct,
)
from newsroom.review.looking import check_seen
from newsroom.review.settling import Reviewed
from newsroom.review.slips import Slip, found_by_checks
from newsroom.review.topic_opening import OpenTopic, give_back, keep, machines, opened_topic
from newsroom.review.unapproving import only_approved
from newsroom.translation.topics import place, topic_sheet
from press.public.site import Site
from press.releases.readiness import Readiness
from press.releases.release import Standing
from press.releases.review import Segment, Sheet, named
from press.text import Block
from storage import Storage, journal, topics
from storage.journal import JournalLine
from storage.translation import topics as words_of_topics


class TopicReview:
    """What editors see of topics in the languages in which nobody gave them, and what they say.

    Args:
        storage: where everything is kept.
        site: the newsroom's languages and name.
        readiness: says which words of a machine the public may read.
    """

    def __init__(self, storage: Storage, site: Site, readiness: Readiness) -> None:
        self.storage = storage
        self.site = site
        self.readiness = readiness

    def to_review(self) -> list[Sheet]:
        """Every topic in a language in which it has something to look at, as texts are listed."""
        with self.storage.read() as db:
            every = [
                topic_sheet(db, given, code)
                for given in topics.every_given(db)
                for code in self.site.languages.codes
            ]
        found = [sheet for sheet in every if _is_to_review(sheet)]
        return sorted(found, key=lambda sheet: sheet.urgency)

    def get(self, name: str, code: str) -> Sheet:
        """One language of a topic: source and target side by side, the newest words.

        Raises:
            Refusal: there is no such topic.
            NotAllowedNow: somebody gave it all its words in this language.
        """
        with self.storage.read() as db:
            return opened_topic(db, name, code).sheet

    def note_look(self, shown: Sheet, who: str) -> None:
        """Note that an editor has a topic before them; once more, and nothing is written."""
        about = shown.topic, shown.language, who
        digests = {one.digest for one in shown.segments}
        with self.storage.read() as db:
            known = words_of_topics.last_look(db, *about)
        if digests != known:
            with self.storage.write() as db:
                words_of_topics.note_look(db, *about, digests)

    def as_seen(self, name: str, code: str, who: str, numbers: Sequence[int] = ()) -> str:
        """The name of a topic's words, as `approve` takes it, if the editor has seen them.

        Raises:
            Refusal: there is no such topic.
            NotAllowedNow: they were not shown to this editor, or there is nothing to approve.
        """
        with self.storage.read() as db:
            topic = opened_topic(db, name, code)
            seen = words_of_topics.last_look(db, topic.given.slug, code, who)
        return check_seen(topic.sheet, seen, who, numbers)

    def approve(
        self,
        name: str,
        code: str,
        who: str,
        now: datetime,
        numbers: Sequence[int] = (),
        as_shown: str = "",
        *,
        despite: bool = False,
    ) -> Reviewed:
        """Take a machine's words for an editor's own.

        Args:
            name: slug of the topic, or one that it had.
            code: of the language.
            who: the editor.
            now: UTC.
            numbers: of blocks, from 1; none for all.
            as_shown: the sheet's name when the editor read it; without it nobody asks.
            despite: whether also words that a finding blocks are taken as they are.

        Raises:
            Refusal: there is no such topic.
            NotAllowedNow: there is nothing to approve, a block has no words yet, one was rejected
                and is not named, a finding blocks one, or the words have changed since they were
                shown.
        """

        def words(topic: OpenTopic) -> dict[int, Block]:
            picked = to_approve(topic.sheet, numbers, despite=despite)
            return {one.number: approved(one) for one in picked}

        return self._act(name, code, JournalLine(now, who, "approved", None, ""), as_shown, words)

    def correct(
        self,
        name: str,
        code: str,
        number: int,
        markdown: str,
        who: str,
        now: datetime,
        as_shown: str = "",
    ) -> Reviewed:
        """Give a block an editor's words; what the checks say of them is said to the editor.

        Args:
            name: slug of the topic, or one that it had.
            code: of the language.
            number: of the block, from 1.
            markdown: the words; of the same kind as the block of the original.
            who: the editor.
            now: UTC.
            as_shown: as for `approve`.

        Raises:
            Refusal: there is no such topic, or the words are of another kind.
            NotAllowedNow: there is no such block, it says exactly that already, or the words have
                changed since they were shown.
        """

        def words(topic: OpenTopic) -> dict[int, Block]:
            _, block = to_correct(topic.sheet, number, markdown)
            return {number: block}

        line = JournalLine(now, who, "corrected", None, "")
        done = self._act(name, code, line, as_shown, words)
        (one,) = chosen(done.sheet, [number])
        return replace(done, slips=self._slips(name, code, one))

    def reject(
        self,
        name: str,
        code: str,
        who: str,
        now: datetime,
        numbers: Sequence[int] = (),
        as_shown: str = "",
    ) -> Reviewed:
        """Say that a machine's words must not be read; the original stands in until others come.

        Args:
            name: slug of the topic, or one that it had.
            code: of the language.
            who: the editor.
            now: UTC.
            numbers: of blocks, from 1; none for all of a machine's.
            as_shown: as for `approve`.

        Raises:
            Refusal: there is no such topic.
            NotAllowedNow: there is no such block, its words are not a machine's, or they have
                changed since they were shown.
        """

        def words(topic: OpenTopic) -> dict[int, Block]:
            picked = of_a_machine(topic.sheet, numbers)
            return {one.number: rejected(one, who) for one in picked}

        return self._act(name, code, JournalLine(now, who, "rejected", None, ""), as_shown, words)

    def unapprove(
        self,
        name: str,
        code: str,
        who: str,
        now: datetime,
        numbers: Sequence[int] = (),
        as_shown: str = "",
    ) -> Reviewed:
        """Take an approval back: the words are the machine's again, and wait if such words wait.

        Args:
            name: slug of the topic, or one that it had.
            code: of the language.
            who: the editor.
            now: UTC.
            numbers: of blocks, from 1; none for all that were only approved.
            as_shown: as for `approve`.

        Raises:
            Refusal: there is no such topic.
            NotAllowedNow: there is no such block, its words are an editor's own or a machine's
                still, or they have changed since they were shown.
        """

        def words(topic: OpenTopic) -> dict[int, Block]:
            return machines(topic, self.site.title, only_approved(topic.sheet, numbers))

        line = JournalLine(now, who, "un-approved", None, "")
        return self._act(name, code, line, as_shown, words, give_back)

    def _act(
        self,
        name: str,
        code: str,
        line: JournalLine,
        as_shown: str,
        words: Callable[[OpenTopic], Mapping[int, Block]],
        keeping: Callable[[OpenTopic, Mapping[int, Block], datetime], None] = keep,
    ) -> Reviewed:
        with self._changing(name, code, as_shown) as topic:
            said = words(topic)
            meant = [topic.sheet.segments[number - 1] for number in said]
            overrules = overruled(meant) if line.verb == "approved" else ""
            keeping(topic, said, line.at)
            after = place(topic.db, topic.given, code, line.at, self.readiness)
            note = "; ".join(filter(None, (f"{after.about}: {named(said)}", overrules)))
            journal.add(topic.db, replace(line, verb=f"{line.verb} {code}", note=note))
            is_ready = after.standing in (Standing.MACHINE, Standing.REVIEWED)
            return Reviewed(after, is_ready, tuple(said))

    @contextmanager
    def _changing(self, name: str, code: str, as_shown: str) -> Iterator[OpenTopic]:
        with self.storage.write() as db:
            topic = opened_topic(db, name, code)
            check_name(topic.sheet, as_shown)
            yield topic

    def _slips(self, name: str, code: str, one: Segment) -> tuple[Slip, ...]:
        assert one.target is not None  # noqa: S101 - it was just corrected
        with self.storage.read() as db:
            pair = opened_topic(db, name, code).slots[one.number - 1].pair
            said = [(one.number, one.source, one.target)]
            return found_by_checks(db, self.site.title, pair, said)


def _is_to_review(sheet: Sheet) -> bool:
    """Whether it waits, or somebody or some check has a word against what nobody has settled."""
    return sheet.standing is Standing.WAITS or any(one.findings for one in sheet.segments)
