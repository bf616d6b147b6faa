"""What `newsroom doctor` says of the search, and how it mends it."""

from newsroom.doctor.search import examine_search, mend_search
from newsroom.wiring import Newsroom
from tests.conftest import NOON
from tests.newsroom.filing.test_filing import DAY, at, file, filing

LATER = NOON + DAY


def test_a_newsroom_that_is_well_needs_nothing(newsroom: Newsroom) -> None:
    file(newsroom, filing("treaty", embargo=at(NOON)))
    newsroom.work.do_due(lambda: NOON)
    name, is_well, says = examine_search(newsroom, NOON)
    assert (name, is_well) == ("search", True)
    assert "everything that is out" in says
    assert mend_search(newsroom, NOON) == []


def test_what_is_not_in_the_index_yet_is_said_and_added(newsroom: Newsroom) -> None:
    file(newsroom, filing("treaty", embargo=at(LATER)))
    assert "1 releases are not in the index" in examine_search(newsroom, LATER)[2]
    assert mend_search(newsroom, LATER) == ["added to the index of the search: 1 releases"]
    assert "everything that is out" in examine_search(newsroom, LATER)[2]


def test_a_broken_index_is_said_and_made_anew(newsroom: Newsroom) -> None:
    file(newsroom, filing("treaty", embargo=at(NOON)))
    newsroom.work.do_due(lambda: NOON)
    with newsroom.storage.write() as db:
        db.execute("DROP TABLE search_index")
    _, is_well, says = examine_search(newsroom, NOON)
    assert not is_well
    assert "--repair" in says
    assert len(mend_search(newsroom, NOON)) == 2
    assert examine_search(newsroom, NOON)[1]
