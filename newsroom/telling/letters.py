"""Which letter a notice becomes: one function an occasion, each `(context, notice, subscriber)`."""

from delivery.mail.letter import Letter
from newsroom.telling.writing.answer import write_answer
from newsroom.telling.writing.asking import write_confirm, write_known
from newsroom.telling.writing.context import Context, WriteLetter
from newsroom.telling.writing.digest import write_digest
from newsroom.telling.writing.disabled import write_disabled
from newsroom.telling.writing.release import write_release
from newsroom.telling.writing.withdrawal import write_withdrawal
from press.telling.notices import NEWS, Notice, Occasion
from press.telling.subscriber import Subscriber
from storage.telling import notices

WRITERS: dict[Occasion, WriteLetter] = {
    **dict.fromkeys((*NEWS, Occasion.CORRECTED), write_release),
    Occasion.WITHDRAWN: write_withdrawal,
    Occasion.DIGEST: write_digest,
    Occasion.CONFIRM: write_confirm,
    Occasion.KNOWN: write_known,
    Occasion.DISABLED: write_disabled,
    Occasion.RECEIVED: write_answer,
}

# What is told to those alone who had the release.
AFTERWARDS = (Occasion.CORRECTED, Occasion.WITHDRAWN)


def write(context: Context, notice: Notice, subscriber: Subscriber | None) -> Letter | None:
    """The letter that a notice owes somebody; None if there is nothing to say any more.

    Args:
        context: what is so now.
        notice: what is owed.
        subscriber: whom; None where it goes to the newsroom itself.
    """
    if notice.kind in AFTERWARDS and not _had_it(context, notice):
        return None  # it was withdrawn while it was being told, and was not told
    return WRITERS[notice.kind](context, notice, subscriber)


def _had_it(context: Context, notice: Notice) -> bool:
    with context.storage.read() as db:
        return notices.had_it(db, notice, context.now)
