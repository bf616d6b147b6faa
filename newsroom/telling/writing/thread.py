"""Which letters stand together in a reader's mailbox (RFC 5322, 3.6.4)."""

from newsroom.telling.writing.context import Context
from press.telling.notices import Notice, Occasion
from storage.telling import notices


def thread_of(context: Context, notice: Notice, release_id: int) -> tuple[str, tuple[str, ...]]:
    """The letter that a letter about a release answers, if any, and those it belongs to.

    All about one release name it, so that they stay together where the first was lost.

    Args:
        context: what is so now.
        notice: what is owed.
        release_id: of the release.
    """
    release = context.message_id(f"release:{release_id}")
    if notice.kind is Occasion.OUT:
        return "", (release,)  # there was nothing to say of it before
    with context.storage.read() as db:
        first = notices.first_told(db, notice, release_id)
    if first is None:
        return "", (release,)
    answered = context.message_id(first)
    return answered, (release, answered)
