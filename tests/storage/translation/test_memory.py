"""Blocks translated before."""

from press.text import Block, Kind, Origin
from storage import Storage
from storage.translation import memory
from tests.conftest import NOON

PAIR = memory.Pair("en", "fr")
SOURCE = Block(Kind.PARAGRAPH, "Good morning.")
MACHINE = Block(Kind.PARAGRAPH, "Bonjour matin.", Origin.MACHINE, "argos en-fr 1.9")
EDITOR = Block(Kind.PARAGRAPH, "Bonjour.", Origin.EDITOR)


def remember(storage: Storage, block: Block) -> None:
    with storage.write() as db:
        memory.remember(db, PAIR, {SOURCE.digest: block}, NOON)


def recall(storage: Storage) -> dict[str, Block]:
    with storage.read() as db:
        return memory.recall(db, PAIR, [SOURCE.digest])


def test_a_machine_never_overwrites_an_editor(storage: Storage) -> None:
    remember(storage, EDITOR)
    remember(storage, MACHINE)
    assert recall(storage) == {SOURCE.digest: EDITOR}


def test_an_editor_takes_the_place_of_a_machine(storage: Storage) -> None:
    remember(storage, MACHINE)
    assert recall(storage) == {SOURCE.digest: MACHINE}
    remember(storage, EDITOR)
    assert recall(storage) == {SOURCE.digest: EDITOR}


def test_a_machines_words_can_be_forgotten_but_not_an_editors(storage: Storage) -> None:
    remember(storage, MACHINE)
    remember(storage, EDITOR)
    with storage.write() as db:
        memory.forget(db, PAIR, [SOURCE.digest])
    assert recall(storage) == {SOURCE.digest: EDITOR}
