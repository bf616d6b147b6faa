"""What becomes of a filing: it is scheduled, let out because somebody says so, or a draft.

Nothing goes out unasked, and whatever in a text says “not yet” wins over whatever says “now”.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from press.embargo import Embargo, Precision
from press.releases.release import Filing, NotYet
from press.text import Block, Kind

UNDATED = "it bears no date"
EMPTY = "it has no text below its headline: what it had was left out"
# Dates of two hands that are this close are one: a date alone, and a time on it.
_DAY = timedelta(days=1)
_ABOVE = (Kind.HEADLINE, Kind.SUMMARY)
_APART = (Kind.NOTES, Kind.ABOUT)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of a filing.

    Args:
        embargo: from when it may be published; a draft has none.
        why: why it is a draft, as a clause.
        lift: whether its text says “not yet”, so that letting it out takes a word more.
    """

    embargo: Embargo | None = None
    why: str = ""
    lift: bool = False


def outcome_of(filing: Filing, told: Embargo | None, now: datetime, *, publish: bool) -> Outcome:
    """Decide what becomes of a filing.

    Args:
        filing: as read.
        told: the moment an officer gives instead of the file's date.
        now: UTC.
        publish: whether the officer lets out what is dated today or before.
    """
    outcome = _dated(filing, told, now, publish=publish)
    if outcome.embargo and filing.left_out and not has_text(filing.blocks):
        return Outcome(why=EMPTY)
    return outcome


def has_text(blocks: Sequence[Block]) -> bool:
    """Whether a text says anything below its headline and above what stands apart."""
    first = next((block for block in blocks if block.kind not in _ABOVE), None)
    return first is not None and first.kind not in _APART


def _dated(filing: Filing, told: Embargo | None, now: datetime, *, publish: bool) -> Outcome:
    """What becomes of it by what it, or an officer, says of the moment."""
    if filing.not_yet:
        return _held_back(filing, told, now, publish=publish)
    date = told or filing.embargo
    if date is None:
        return Outcome(why=UNDATED)
    if filing.doubts and not told and _is_ahead(date, now):
        return Outcome(why=filing.doubts[0])
    if publish or _is_ahead(date, now) or (told and not date.has_passed(now)):
        return Outcome(date)
    return Outcome(why=_gone("its date", date, now))


def agreed(not_yet: Sequence[NotYet]) -> Embargo | None:
    """The one moment until which a text is not to come out; None where it names none or several."""
    named = [one.embargo for one in not_yet if one.embargo]
    if len(named) < len(not_yet) or not named:
        return None
    latest = max(named, key=lambda embargo: embargo.instant)
    return latest if all(_agree(latest, other) for other in named) else None


def is_held_back(not_yet: Sequence[NotYet], now: datetime) -> bool:
    """Whether a text says that it must not come out at this instant."""
    return any(one.embargo is None or one.embargo.instant > now for one in not_yet)


def may_move(not_yet: Sequence[NotYet], at: datetime, now: datetime) -> bool:
    """Whether a text lets an officer give it a minute: at it, nothing in it says “not yet”.

    A mere word, which tries to name no moment, is content with an officer's that lies ahead.

    Args:
        not_yet: what it says.
        at: the minute, or now where it is to come out at once; UTC.
        now: UTC.
    """
    if not is_held_back(not_yet, at):
        return True
    others = [one for one in not_yet if not one.bare]
    return at > now and not is_held_back(others, at)


def quoted(not_yet: Sequence[NotYet]) -> str:
    """The lines that say so, as a message names them."""
    return ", ".join(f"“{' '.join(one.words.split())}”" for one in not_yet)


def _held_back(filing: Filing, told: Embargo | None, now: datetime, *, publish: bool) -> Outcome:
    until = agreed(filing.not_yet)
    if until is None:
        if told and may_move(filing.not_yet, told.instant, now):
            return Outcome(told)
        return Outcome(why=_why(filing.not_yet), lift=True)
    date = told or filing.embargo
    if date and date.instant > until.instant:
        if not (told or _agree(until, date)):
            why = f"its embargo, {until}, ends before its date, {date}"
            return Outcome(why=why, lift=True)
        until = date  # an officer's later moment, or the minute of that day
    elif told and told.instant < until.instant:
        return Outcome(why=f"it says {quoted(filing.not_yet)}, and {told} is earlier", lift=True)
    if publish or _is_ahead(until, now):
        return Outcome(until)
    return Outcome(why=_gone("its embargo", until, now))


def _why(not_yet: Sequence[NotYet]) -> str:
    unread = next((one.why for one in not_yet if not one.embargo and one.why), "")
    if unread:
        return unread
    if all(one.embargo for one in not_yet):
        return f"it contradicts itself: {quoted(not_yet)}"
    return f"it says {quoted(not_yet)} and names no moment"


def _agree(one: Embargo, other: Embargo) -> bool:
    """Whether two moments are the same, or one is the day of the other."""
    if one.instant == other.instant:
        return True
    is_day = Precision.DATE in (one.precision, other.precision)
    return is_day and one.wall.date() == other.wall.date()


def _gone(what: str, date: Embargo, now: datetime) -> str:
    """That a moment lies behind, in words."""
    if date.precision is Precision.MINUTE:
        return f"{what}, {date.wall.day} {date.wall:%B %Y %H:%M}, has passed"
    said = f"{date.wall.day} {date.wall:%B %Y}"
    is_today = date.instant <= now < date.instant + _DAY
    return f"{what} is today, {said}" if is_today else f"{what}, {said}, has passed"


def _is_ahead(date: Embargo, now: datetime) -> bool:
    return date.instant > now
