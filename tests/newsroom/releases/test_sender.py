"""Who sends a release, under what number, and its pictures: revised, edited, restored."""

import pytest

from newsroom.releases.editing import Edit
from newsroom.wiring import Newsroom
from press.errors import NotAllowedNow, Refusal, UnreadableFile
from press.releases.difference import facts_between
from press.releases.received import Enclosed
from press.releases.release import NotYet, Reading
from storage.files import folder_of
from tests.conftest import NOON
from tests.newsroom.filing.test_filing import DAY, at, file, filing
from tests.press.releases.test_dimensions import png

QUAY, SEA = png(3, 4), png(5, 6)


@pytest.fixture
def number(newsroom: Newsroom) -> int:
    """A release with an issuer, a reference and a picture."""
    one = filing(
        embargo=at(NOON + DAY),
        issuer="Ministry of Ferries",
        reference="IP/26/1",
        files=(Enclosed("quay.png", QUAY, "The quay"),),
    )
    return file(newsroom, one)


def sender(newsroom: Newsroom, number: int) -> tuple[str, str]:
    release, _ = newsroom.releases.get(number)
    return release.issuer, release.reference


def names(newsroom: Newsroom, number: int) -> list[str]:
    return [one.name for one in newsroom.attachments.of_release(number)]


def test_a_revision_takes_issuer_and_reference_where_the_file_names_any(
    newsroom: Newsroom, number: int
) -> None:
    new = filing("New", issuer="Ministry of Ports", reference="IP/26/2")
    says = newsroom.revisions.would_revise(number, new, NOON)
    assert "issuer: Ministry of Ferries → Ministry of Ports" in says
    assert "reference: IP/26/1 → IP/26/2" in says
    newsroom.revisions.revise(number, new, "me", NOON)
    assert sender(newsroom, number) == ("Ministry of Ports", "IP/26/2")
    newsroom.revisions.revise(number, filing("Newer"), "me", NOON)
    assert sender(newsroom, number) == ("Ministry of Ports", "IP/26/2")
    newsroom.revisions.revise(number, filing("Newer", reference="IP/26/3"), "me", NOON)
    assert sender(newsroom, number) == ("Ministry of Ports", "IP/26/3")


def test_versions_differ_in_issuer_and_reference_and_bring_them_back(
    newsroom: Newsroom, number: int
) -> None:
    newsroom.edits.edit(number, Edit(issuer="", reference="No. 9"), "me", NOON)
    one, two = newsroom.history.history(number)
    assert one.facts
    assert two.facts
    assert facts_between(one.facts, two.facts) == [
        "issuer: Ministry of Ferries → none",
        "reference: IP/26/1 → No. 9",
    ]
    newsroom.history.restore_version(number, 1, "me", NOON)
    assert sender(newsroom, number) == ("Ministry of Ferries", "IP/26/1")
    with pytest.raises(NotAllowedNow, match="says exactly that now"):
        newsroom.history.restore_version(number, 1, "me", NOON)


def test_an_edit_changes_one_of_them_and_refuses_what_is_no_short_line(
    newsroom: Newsroom, number: int
) -> None:
    newsroom.edits.edit(number, Edit(reference="IP/26/7"), "me", NOON)
    assert sender(newsroom, number) == ("Ministry of Ferries", "IP/26/7")
    with pytest.raises(NotAllowedNow, match="has all that already"):
        newsroom.edits.edit(number, Edit(reference="IP/26/7"), "me", NOON)
    for words in ("two\nlines", "x" * 301, "bell\a"):
        with pytest.raises(Refusal, match="one line of at most 300 characters"):
            newsroom.edits.edit(number, Edit(issuer=words), "me", NOON)


def test_a_revision_attaches_pictures_that_are_new_and_takes_none_away(
    newsroom: Newsroom, number: int
) -> None:
    new = filing("New", files=(Enclosed("image1.png", QUAY), Enclosed("quay.png", SEA, "The sea")))
    says = newsroom.revisions.would_revise(number, new, NOON)
    assert [line for line in says if line.startswith("file")] == [
        f"file: quay-2.png comes, {len(SEA)} bytes"
    ]
    newsroom.revisions.revise(number, new, "me", NOON)
    assert names(newsroom, number) == ["quay.png", "quay-2.png"]
    assert [one.alt for one in newsroom.attachments.of_release(number)] == ["The quay", "The sea"]
    with pytest.raises(NotAllowedNow, match="says exactly that already"):
        newsroom.revisions.revise(number, new, "me", NOON)


def test_a_revision_that_is_refused_leaves_no_picture_behind(
    newsroom: Newsroom, number: int
) -> None:
    newsroom.life.publish(number, "me", NOON)
    held = filing("New", files=(Enclosed("sea.png", SEA),), not_yet=(NotYet("Not yet"),))
    with pytest.raises(NotAllowedNow, match="is out, and the file says"):
        newsroom.revisions.revise(number, held, "me", NOON)
    bad = filing("New", files=(Enclosed("sea.png", SEA), Enclosed("run.png", b"MZ")))
    with pytest.raises(Refusal, match="is not a PNG"):
        newsroom.revisions.revise(number, bad, "me", NOON)
    assert names(newsroom, number) == ["quay.png"]
    assert len(list(folder_of(newsroom.storage).iterdir())) == 1


def test_a_revision_takes_one_release_and_says_how_many_there_are(
    newsroom: Newsroom, number: int
) -> None:
    with pytest.raises(UnreadableFile, match="it holds 2 releases; revise takes one"):
        newsroom.revisions.filing_for(number, Reading((filing("One"), filing("Two"))))
