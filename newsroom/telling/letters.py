"""Which letter a notice becomes: one function an occasion, each `(context, notice, subscriber)`."""

from delivery.mail.letter import Letter
from newsroom.telling.writing.context import Context, WriteLetter
from press.telling.notices import Notice, Occasion
from press.telling.subscriber import Subscriber

WRITERS: dict[Occasion, WriteLetter] = {}


def write(context: Context, notice: Notice, subscriber: Subscriber | None) -> Letter | None:
    """The letter that a notice owes somebody; None if there is nothing to say any more.

    Args:
        context: what is so now.
        notice: what is owed.
        subscriber: whom; None where it goes to the newsroom itself.
    """
    return WRITERS[notice.kind](context, notice, subscriber)
