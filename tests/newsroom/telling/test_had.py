"""What became of a release is told to nobody who did not have it, however late that shows."""

import pytest

from newsroom.telling.letters import write
from newsroom.telling.link_tokens import LinkTokens
from newsroom.telling.writing.context import Context
from newsroom.wiring import Newsroom
from press.telling.notices import Fate, Occasion
from storage.telling import notices, subscribers
from storage.telling.notices import Ended
from tests.conftest import NOON
from tests.newsroom.filing.test_filing import MINUTE, at, file, filing
from tests.storage.telling.world import follower, take


@pytest.mark.parametrize("fate", [Fate.SENT, Fate.SKIPPED])
@pytest.mark.promise(85)
def test_a_release_that_is_withdrawn_while_it_is_told_is_known_to_those_alone_whom_it_reached(
    newsroom: Newsroom, fate: Fate
) -> None:
    follower(newsroom.storage)
    number = file(newsroom, filing(embargo=at(NOON + MINUTE)))
    newsroom.work.do_due(lambda: NOON + MINUTE)
    (first,) = take(newsroom.storage, NOON + MINUTE)
    newsroom.life.withdraw(number, "Sent in error.", "me", NOON + MINUTE)
    with newsroom.storage.write() as db:
        notices.end(db, [Ended(first.id, fate)], NOON + MINUTE)
        who = subscribers.get(db, first.receiver)
    (later,) = take(newsroom.storage, NOON + MINUTE)
    assert later.kind is Occasion.WITHDRAWN
    context = Context(
        *(newsroom.storage, newsroom.front, newsroom.settings.mail),
        *(LinkTokens(newsroom.storage), NOON + MINUTE),
    )
    assert (write(context, later, who) is not None) is (fate is Fate.SENT)
