"""Mails within a mail's own text: passed on, or answered."""

from collections.abc import Sequence
from dataclasses import dataclass

from intake.mail.aside import LaidAside
from intake.mail.forwards import passed_on
from intake.mail.looks import SHORT, counted_words, is_answer, is_note, is_passed_on
from intake.mail.replies import answered

_MOST = 10  # mails one below the other


@dataclass(frozen=True, slots=True)
class Thread:
    """The mail of a thread whose text is looked for.

    Args:
        lines: its own.
        subject: its own.
        is_only_answer: whether it answers another and says next to nothing itself.
    """

    lines: list[str]
    subject: str
    is_only_answer: bool = False


def untangled(lines: Sequence[str], subject: str, aside: LaidAside) -> Thread:
    """The mail that is meant: the one that is passed on, else the newest.

    Args:
        lines: all that the mail says.
        subject: as the mail has it.
        aside: takes the others.
    """
    own, is_reply = list(lines), is_answer(subject)
    for _ in range(_MOST):
        found = passed_on(own)
        if found is None:
            break
        is_meant = is_passed_on(subject) or (not is_reply and is_note(found.above))
        if not is_meant:
            aside.lay_lines([*found.header, *found.below], "it is a mail that this one answers")
            return Thread(found.above, subject, _is_next_to_nothing(found.above))
        aside.lay_lines(found.above, "it is what was said when the mail was passed on")
        aside.lay_lines(found.header, "it is the header of the mail that was passed on")
        own, subject = found.below, found.subject or subject
        is_reply = is_answer(subject)
        if not aside.notes:
            aside.notes.append("the text is that of a mail which was passed on")
    quoting = answered(own)
    if quoting is None:
        return Thread(own, subject)
    aside.lay_lines(quoting.quoted, "it is a mail that this one answers")
    return Thread(quoting.lines, subject, _is_next_to_nothing(quoting.lines))


def _is_next_to_nothing(lines: Sequence[str]) -> bool:
    return counted_words(lines) < SHORT
