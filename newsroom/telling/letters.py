"""Which letter a notice becomes: one function an occasion, each `(context, notice, subscriber)`."""

from delivery.mail.letter import Letter
from newsroom.telling.writing.asking import write_confirm, write_known
from newsroom.telling.writing.context import Context, WriteLetter
from newsroom.telling.writing.digest import write_digest
from newsroom.telling.writing.release import write_release
from newsroom.telling.writing.withdrawal import write_withdrawal
from press.telling.notices import NEWS, Notice, Occasion
from press.telling.subscriber import Subscriber

WRITERS: dict[Occasion, WriteLetter] = {
    **dict.fromkeys((*NEWS, Occasion.CORRECTED), write_release),
    Occasion.WITHDRAWN: write_withdrawal,
    Occasion.DIGEST: write_digest,
    Occasion.CONFIRM: write_confirm,
    Occasion.KNOWN: write_known,
}


def write(context: Context, notice: Notice, subscriber: Subscriber | None) -> Letter | None:
    """The letter that a notice owes somebody; None if there is nothing to say any more.

    Args:
        context: what is so now.
        notice: what is owed.
        subscriber: whom; None where it goes to the newsroom itself.
    """
    return WRITERS[notice.kind](context, notice, subscriber)
