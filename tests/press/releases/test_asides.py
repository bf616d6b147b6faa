"""What stands beside a text: each words once, people's names never, and nothing changed unasked."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from press.contact import Contact, ContactKind
from press.releases.asides import asides_of, beside, block_of, contacts_in, files_in, in_words
from press.releases.attachment import Attachment
from press.releases.release import Release
from press.text import ASIDES, PLAIN, Block, Kind
from tests.conftest import NOON

FILE = Attachment("token", "map.png", "image/png", 1, "0", alt="A map", credit="© 2026")
PEOPLE = (
    Contact(ContactKind.SERVICE, "Press service", role="Press service"),
    Contact(ContactKind.PERSON, "Mark Brown", "Spokesperson"),
    Contact(ContactKind.PERSON, "Ann Green", " Spokesperson\n"),
)
RELEASE = Release(
    1, "tag:x", "x", "en", NOON, None, contacts=PEOPLE, note="It was wrong", reason="Sent in error"
)
words = st.text(max_size=40)
contacts = st.builds(Contact, st.sampled_from(ContactKind), words, words)


def test_each_words_stand_there_once_and_what_holds_no_letter_does_not() -> None:
    found = [(block.kind, block.markdown) for block in asides_of(RELEASE, [FILE, FILE])]
    assert found == [
        (Kind.NOTE, "It was wrong"),
        (Kind.SERVICE, "Press service"),
        (Kind.ROLE, "Press service"),
        (Kind.ROLE, "Spokesperson"),
        (Kind.ALT, "A map"),
    ]


def test_of_one_that_is_withdrawn_there_is_only_why() -> None:
    gone = replace(RELEASE, withdrawn_at=NOON)
    assert asides_of(gone, [FILE]) == (Block(Kind.REASON, "Sent in error"),)


@given(st.lists(contacts, max_size=4), words)
def test_no_person_s_name_is_among_them(people: list[Contact], note: str) -> None:
    found = beside(note, "", people, [])
    assert {block.kind for block in found} <= {Kind.NOTE, Kind.SERVICE, Kind.ROLE}
    said = {block.digest: "otherwise" for block in found}
    for before, after in zip(people, contacts_in(people, said), strict=True):
        if before.kind is ContactKind.PERSON:
            assert after.name == before.name


@given(st.lists(contacts, max_size=4), words, words)
def test_where_nothing_is_known_everything_stays(
    people: list[Contact], alt: str, credit: str
) -> None:
    file = replace(FILE, alt=alt, credit=credit)
    assert contacts_in(people, {}) == tuple(people)
    assert files_in([file], {}) == (file,)


@given(st.sampled_from(sorted(ASIDES)), words)
def test_words_are_found_however_they_are_spaced(kind: Kind, said: str) -> None:
    known = {block_of(kind, said).digest: "autrement"}
    assert in_words(kind, said, known) == ("autrement" if said else "")
    assert in_words(kind, f"  {said}  ", known) == "autrement"


def test_what_stands_beside_a_text_is_plain() -> None:
    assert ASIDES < PLAIN
