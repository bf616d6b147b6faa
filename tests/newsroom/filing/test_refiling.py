"""What was filed before and comes again is known, and what is another in it is said."""

from dataclasses import replace

import pytest

from newsroom.filing.refiling import Filed, KnownBy
from newsroom.wiring import Newsroom
from press.contact import Contact, ContactKind
from press.releases.received import Enclosed, SourceFile
from press.releases.release import Filing, NotYet, Reading, State
from press.text import Block, Kind
from tests.conftest import NOON
from tests.newsroom.filing.test_filing import DAY, ME, at, file, filing
from tests.press.releases.test_dimensions import png

ANA = Contact(ContactKind.PERSON, "Ana Lind", phones=("+999 2 555 01 00",))
BO = Contact(ContactKind.PERSON, "Bo Vik", phones=("+999 2 555 01 01",))
ITEM = filing(
    "A ferry",
    identity="tag:x.example,2026:1",
    embargo=at(NOON + DAY),
    contacts=(ANA,),
    issuer="Ministry of Ferries",
    reference="IP/26/1",
    files=(Enclosed("quay.png", png(3, 4)),),
)


def again(newsroom: Newsroom, one: Filing) -> Filed:
    (filed,) = newsroom.releases.file(Reading((one,)), ME, NOON)
    return filed


def name_of(newsroom: Newsroom, number: int) -> str:
    """What a release is called in our English feeds."""
    return f"{newsroom.releases.get(number)[0].tag}/en"


def test_the_same_item_files_nothing_twice(newsroom: Newsroom) -> None:
    number = file(newsroom, ITEM)
    before = newsroom.releases.get(number)
    filed = again(newsroom, ITEM)
    assert (filed.is_new, filed.differs, filed.known_by) == (False, False, KnownBy.INPUT)
    assert newsroom.releases.get(number) == before
    assert len(newsroom.attachments.of_release(number)) == 1


@pytest.mark.parametrize(
    ("change", "others"),
    [
        ({"blocks": (Block(Kind.HEADLINE, "Another ferry"),)}, ("words",)),
        ({"embargo": at(NOON + 2 * DAY)}, ("time",)),
        ({"contacts": (BO,)}, ("contacts",)),
        ({"issuer": "Ministry of Ports"}, ("issuer",)),
        ({"reference": "IP/26/2"}, ("reference",)),
        ({"files": (Enclosed("quay.png", png(9, 9)),)}, ("files",)),
        ({"blocks": (Block(Kind.HEADLINE, "New"),), "reference": "2"}, ("words", "reference")),
        ({"issuer": "", "reference": "", "files": ()}, ()),
    ],
)
def test_in_what_it_is_another_is_said_and_nothing_changes(
    newsroom: Newsroom, change: dict[str, object], others: tuple[str, ...]
) -> None:
    number = file(newsroom, ITEM)
    before = newsroom.releases.get(number)
    filed = again(newsroom, replace(ITEM, **change))  # type: ignore[arg-type]
    assert (filed.is_new, filed.differs, filed.others) == (False, bool(others), others)
    assert newsroom.releases.get(number) == before
    assert len(newsroom.releases.every()) == 1


def test_an_item_with_other_words_is_not_let_out_by_being_filed_again(newsroom: Newsroom) -> None:
    number = file(newsroom, filing("Draft", identity="a"))
    filed = again(newsroom, filing("Other words", identity="a", embargo=at(NOON - DAY)))
    assert (filed.known_by, filed.others) == (KnownBy.ITEM, ("words",))  # a draft keeps no time
    assert newsroom.releases.get(number)[0].state(NOON) is State.DRAFT


def test_an_item_that_now_says_not_yet_holds_its_release_back(newsroom: Newsroom) -> None:
    number = file(newsroom, ITEM)
    order = NotYet("Embargoed until delivery")
    filed = again(newsroom, replace(ITEM, blocks=ITEM.blocks[:1], not_yet=(order,)))
    assert (filed.held_back, filed.known_by) == (True, KnownBy.ITEM)
    assert newsroom.releases.get(number)[0].state(NOON + 2 * DAY) is State.HELD


def test_the_same_item_can_be_filed_beside_and_the_first_keeps_its_name(
    newsroom: Newsroom,
) -> None:
    one = file(newsroom, ITEM)
    other = replace(ITEM, blocks=ITEM.blocks[:1])
    (filed,) = newsroom.releases.file(Reading((other,)), replace(ME, beside=True), NOON)
    assert (filed.is_new, filed.release.id != one) == (True, True)
    third = again(newsroom, replace(ITEM, blocks=(Block(Kind.HEADLINE, "Third"),)))
    assert third.release.id == one


def test_two_items_of_one_feed_with_one_name_are_not_both_filed_nor_silently_lost(
    newsroom: Newsroom,
) -> None:
    reading = Reading((filing("One", identity="a"), filing("Two", identity="a")))
    one, two = newsroom.releases.file(reading, ME, NOON)
    assert (one.is_new, two.is_new, two.others) == (True, False, ("words",))


def test_a_feed_whose_entries_were_revised_here_says_so_and_changes_nothing(
    newsroom: Newsroom,
) -> None:
    number = file(newsroom, ITEM)
    newsroom.revisions.revise(number, filing("Ours"), "me", NOON)
    filed = again(newsroom, ITEM)
    assert (filed.known_by, filed.others) == (KnownBy.INPUT, ("words",))
    assert newsroom.releases.get(number)[0].original.headline == "Ours"


def test_a_revision_takes_its_own_item_out_of_a_feed(newsroom: Newsroom) -> None:
    file(newsroom, filing("Another", identity="b"))
    number = file(newsroom, ITEM)
    new = replace(ITEM, blocks=(Block(Kind.HEADLINE, "New words"),))
    source = SourceFile("feed.xml", "application/rss+xml", b"<rss/>")
    reading = Reading((filing("Another", identity="b"), new, filing("Third")), source=source)
    assert newsroom.revisions.filing_for(number, reading) == new


def test_a_release_of_ours_that_comes_back_under_our_name_is_not_filed_again(
    newsroom: Newsroom,
) -> None:
    number = file(newsroom, ITEM)
    before = newsroom.releases.get(number)
    back = filing("[EN] A ferry", identity=f"{before[0].tag}/fr", issuer="Newsroom", language="fr")
    filed = again(newsroom, back)
    assert (filed.is_new, filed.differs, filed.known_by) == (False, False, KnownBy.OWN)
    assert newsroom.releases.get(number) == before


def test_a_release_of_ours_that_comes_back_is_not_let_out(newsroom: Newsroom) -> None:
    number = file(newsroom, filing("Draft"))
    back = filing("Draft", identity=name_of(newsroom, number), embargo=at(NOON - DAY))
    told = replace(ME, publish=True)
    (filed,) = newsroom.releases.file(Reading((back,)), told, NOON)
    assert (filed.known_by, filed.release.state(NOON)) == (KnownBy.OWN, State.DRAFT)


def test_a_release_of_ours_that_comes_back_saying_not_yet_is_held_back(newsroom: Newsroom) -> None:
    number = file(newsroom, ITEM)
    name = name_of(newsroom, number)
    filed = again(newsroom, replace(ITEM, identity=name, not_yet=(NotYet("Embargoed"),)))
    assert (filed.held_back, filed.known_by) == (True, KnownBy.OWN)


def test_a_release_of_ours_can_be_filed_beside_under_another_name(newsroom: Newsroom) -> None:
    number = file(newsroom, ITEM)
    back = filing("A ferry, again", identity=name_of(newsroom, number))
    (filed,) = newsroom.releases.file(Reading((back,)), replace(ME, beside=True), NOON)
    assert (filed.is_new, filed.release.id != number) == (True, True)
    assert again(newsroom, back).release.id == number
