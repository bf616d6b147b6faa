"""What is broken is counted by name, and `newsroom doctor` finds it before a reader does."""

import logging

import pytest

from newsroom.doctor.checkup import examine
from newsroom.public.faults import MOST, NAME, Faults
from newsroom.wiring import Newsroom
from tests.conftest import NOON
from tests.newsroom.filing.test_filing import at, file, filing


@pytest.fixture
def faults() -> Faults:
    return Faults()


def leave_out(name: object) -> None:
    logging.getLogger(NAME).error("release %s cannot be read; %s goes without it", name, "en/all")


@pytest.mark.promise(37)
def test_each_is_counted_by_its_name(faults: Faults) -> None:
    faults.listen()
    try:
        for name in ("a", "b", "a"):
            leave_out(name)
    finally:
        faults.ignore()
    leave_out("c")
    assert faults.counted() == {"a": 2, "b": 1}


def test_the_names_are_bounded(faults: Faults) -> None:
    faults.listen()
    try:
        for number in range(2 * MOST):
            leave_out(number)
    finally:
        faults.ignore()
    assert len(faults.counted()) == MOST


def found(newsroom: Newsroom) -> tuple[bool, str]:
    return next((well, says) for name, well, says in examine(newsroom, NOON) if name == "documents")


def test_the_doctor_names_what_is_left_out(newsroom: Newsroom) -> None:
    number = file(newsroom, filing("A release", embargo=at(NOON), topics=("peace",)))
    tag = newsroom.releases.get(number)[0].tag
    assert found(newsroom) == (True, "all 24 feeds can be written whole")
    with newsroom.storage.write() as db:
        db.execute("UPDATE block SET kind = 'nothing we know'")
    well, says = found(newsroom)
    assert not well
    assert tag in says
