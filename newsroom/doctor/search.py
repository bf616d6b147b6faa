"""What `newsroom doctor` looks at of the search, and how that is mended."""

from datetime import datetime

from newsroom.doctor.checkup import Finding
from newsroom.tasks.indexing import catch_up, count_behind
from newsroom.wiring import Newsroom
from storage.search import index

# Counted no further: it is many.
_MANY = 10_000
# As long as it takes.
_FOREVER = float("inf")


def examine_search(newsroom: Newsroom, now: datetime) -> Finding:
    """Whether what is out is found quickly; all that is new is found anyhow."""
    with newsroom.storage.read() as db:
        fault = index.fault(db)
    if fault:
        says = f"the index of the search is broken ({fault})"
        return "search", False, f"{says}; newsroom doctor --repair makes it anew"
    behind = count_behind(newsroom.storage, now, _MANY)
    if not behind:
        return "search", True, "everything that is out is in the index of the search"
    number = f"{behind} releases are" if behind < _MANY else f"{_MANY} releases or more are"
    says = f"{number} not in the index of the search yet; a running clock adds them"
    return "search", True, f"{says}, and so does newsroom doctor --repair"


def mend_search(newsroom: Newsroom, now: datetime) -> list[str]:
    """Make a broken index anew, and bring any up to what is out.

    Returns:
        what was done.
    """
    done = []
    with newsroom.storage.write() as db:
        if fault := index.fault(db, thorough=True):
            index.empty(db)
            done.append(f"the index of the search was broken ({fault}) and is made anew")
    if number := catch_up(newsroom.storage, now, _FOREVER):
        done.append(f"added to the index of the search: {number} releases")
    return done
