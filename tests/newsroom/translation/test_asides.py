"""What stands beside a text is in its reader's language: notes, reasons, roles, files' words."""

import json
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from feeds import FORMATS
from newsroom.filing.refiling import Instructions
from newsroom.translation.queueing import queue_again
from newsroom.translation.translating import Translating
from newsroom.wiring import Newsroom
from press.contact import Contact, ContactKind
from press.errors import AttachmentRefused, NotAllowedNow
from press.glossary import Term
from press.public.edition import Entry, Feed
from press.releases.attachment import Words
from press.releases.readiness import Readiness
from press.releases.release import Filing, Reading, Standing
from press.releases.review import Segment
from press.text import Block, Kind, Origin
from press.topic import ALL
from tests.conftest import NOON
from tests.newsroom.translation.test_translating import Echo

HOUR = timedelta(hours=1)
PEOPLE = (
    Contact(
        ContactKind.SERVICE, "FPS Foreign Affairs – Press service", phones=("+32 2 501 81 11",)
    ),
    Contact(ContactKind.PERSON, "Mark Brown", "Spokesperson"),
    Contact(ContactKind.PERSON, "Ann Green", "Bridge engineer"),
)
CODES = ("fr", "nl", "de")


class Forgetful(Echo):
    """Cannot be trusted with words that hold no “rain”."""

    name = "forgetful 1.0"

    def translate(self, sentences: Sequence[str]) -> list[str]:
        return [words if "RAIN" in words else "" for words in super().translate(sentences)]


def filed(newsroom: Newsroom, contacts: tuple[Contact, ...] = PEOPLE, words: str = "Rain.") -> int:
    blocks = (Block(Kind.HEADLINE, f"Rain on the bridge, {words}"), Block(Kind.PARAGRAPH, words))
    reading = Reading((Filing(blocks, contacts=contacts),))
    told = Instructions("me", publish=True)
    number = newsroom.releases.file(reading, told, NOON)[0].release.id
    if newsroom.releases.get(number)[0].embargo is None:
        newsroom.life.publish(number, "me", NOON)
    return number


def fill(newsroom: Newsroom, now=NOON, engine: Echo | None = None, *reviewed: str) -> Echo:  # type: ignore[no-untyped-def]
    engine = engine or Echo()
    storage = newsroom.storage
    Translating(storage, lambda *_: engine, lambda: now, Readiness(frozenset(reviewed))).run()
    return engine


def shown(newsroom: Newsroom, code: str = "fr", now=NOON) -> Entry:  # type: ignore[no-untyped-def]
    language = newsroom.settings.site.languages.named(code)
    return newsroom.front.edition(Feed(ALL, language), now).entries[0]


def document(newsroom: Newsroom, form: str, code: str = "fr", now=NOON) -> str:  # type: ignore[no-untyped-def]
    site = newsroom.settings.site
    edition = newsroom.front.edition(Feed(ALL, site.languages.named(code)), now)
    return FORMATS[form].render(edition, site).decode()


def documents(newsroom: Newsroom, code: str = "fr", now=NOON) -> list[str]:  # type: ignore[no-untyped-def]
    return [document(newsroom, form, code, now) for form in FORMATS]


def segments(newsroom: Newsroom, number: int, code: str = "fr") -> dict[Kind, Segment]:
    return {s.source.kind: s for s in newsroom.sheets.get(number, code).segments if s.is_aside}


def at(newsroom: Newsroom, number: int, kind: Kind, code: str = "fr") -> int:
    return segments(newsroom, number, code)[kind].number


def revise(newsroom: Newsroom, number: int, note: str, now=NOON, words: str = "More rain.") -> None:  # type: ignore[no-untyped-def]
    release, _ = newsroom.releases.get(number)
    blocks = (release.original.blocks[0], Block(Kind.PARAGRAPH, words))
    newsroom.revisions.revise(number, Filing(blocks), "me", now, note)


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "plan.pdf"
    path.write_bytes(b"%PDF-1.7 plan")
    return path


def attach(newsroom: Newsroom, number: int, pdf: Path, words: Words, **elsewhere: Words) -> None:
    newsroom.attachments.attach(number, pdf, "an officer", NOON, words, elsewhere)


def test_roles_and_services_come_from_the_table_and_the_glossary_and_people_keep_their_names(
    newsroom: Newsroom,
) -> None:
    terms = [
        Term("en", "fr", "FPS Foreign Affairs", "SPF Affaires étrangères"),
        Term("en", "nl", "fps foreign affairs", "FOD Buitenlandse Zaken"),
    ]
    newsroom.glossary.keep(terms, "me", NOON)
    filed(newsroom)
    engine = fill(newsroom)
    assert not {"Spokesperson", "Mark Brown"} & set(engine.asked)
    service, brown, green = shown(newsroom).contacts
    assert service.name == "SPF Affaires étrangères – Service de presse"
    assert (brown.name, brown.role) == ("Mark Brown", "Porte-parole")
    assert (green.name, green.role) == ("Ann Green", "BRIDGE ENGINEER")
    assert [c.role for c in shown(newsroom, "nl").contacts] == [
        *("", "Woordvoerder", "BRIDGE ENGINEER")
    ]
    assert shown(newsroom, "nl").contacts[0].name == "FOD Buitenlandse Zaken – Persdienst"
    assert shown(newsroom, "de").contacts[1].role == "Sprecher(in)"
    assert shown(newsroom, "en").contacts == PEOPLE


def test_html_says_which_words_of_a_contact_are_in_which_language(newsroom: Newsroom) -> None:
    filed(newsroom)
    fill(newsroom)
    (item,) = json.loads(document(newsroom, "json"))["items"]
    html = item["content_html"]
    assert '<address lang="en" dir="ltr"><strong>Mark Brown</strong><br>' in html
    assert '<span lang="fr-BE" dir="ltr">Porte-parole</span></address>' in html


@pytest.mark.promise(11)
def test_what_a_service_is_called_is_proposed_by_a_machine_and_stands_once_somebody_says_so(
    newsroom: Newsroom,
) -> None:
    number = filed(newsroom)
    fill(newsroom)
    assert shown(newsroom).contacts[0] == PEOPLE[0]
    one = segments(newsroom, number)[Kind.SERVICE]
    assert one.target
    assert one.target.markdown.startswith("FPS FOREIGN AFFAIRS")
    assert newsroom.sheets.to_review() == []
    newsroom.review.correct(number, "fr", one.number, "SPF Affaires étrangères", "an editor", NOON)
    assert shown(newsroom).contacts[0].name == "SPF Affaires étrangères"
    other = filed(newsroom, words="It rains again.")
    fill(newsroom)
    assert newsroom.releases.get(other)[0].standing("fr") is Standing.MACHINE
    assert shown(newsroom).contacts[0].name == "SPF Affaires étrangères"
    assert "SPF Affaires étrangères" in document(newsroom, "atom")


@pytest.mark.parametrize("code", CODES)
def test_a_correction_note_follows_into_every_language_and_every_format(
    newsroom: Newsroom, code: str
) -> None:
    number = filed(newsroom)
    fill(newsroom)
    revise(newsroom, number, "Rain was missing", NOON + HOUR)
    assert shown(newsroom, code, NOON + HOUR).note == "Rain was missing"
    before = newsroom.front.edition(
        Feed(ALL, newsroom.settings.site.languages.named(code)), NOON + HOUR
    )
    fill(newsroom, NOON + 2 * HOUR)
    after = shown(newsroom, code, NOON + 2 * HOUR)
    assert (after.note, after.changed) == ("RAIN WAS MISSING", NOON + 2 * HOUR)
    assert after.digest != before.entries[0].digest
    assert after.updated == before.entries[0].updated  # no news: the note was, and is dated
    for words in documents(newsroom, code, NOON + 2 * HOUR):
        assert "RAIN WAS MISSING" in words
        assert "Rain was missing" not in words


@pytest.mark.promise(76)
@pytest.mark.parametrize("code", CODES)
def test_a_reason_follows_into_every_language_after_a_mark(newsroom: Newsroom, code: str) -> None:
    number = filed(newsroom)
    fill(newsroom)
    slug = newsroom.releases.get(number)[0].slug
    newsroom.life.withdraw(number, "Sent in rain", "me", NOON + HOUR)
    language = newsroom.settings.site.languages.named(code)
    feed = Feed(ALL, language)
    before = newsroom.front.edition(feed, NOON + HOUR)
    assert before.withdrawn[0].reason == "Sent in rain"
    fill(newsroom, NOON + 2 * HOUR)
    after = newsroom.front.edition(feed, NOON + 2 * HOUR)
    assert after.digest != before.digest
    assert after.changed == NOON + 2 * HOUR
    gone = newsroom.front.withdrawal(slug, language, NOON + 2 * HOUR)
    assert (gone.reason, gone.is_machine, gone.is_translated) == ("SENT IN RAIN", True, True)
    for form in ("atom", "json"):
        assert "] SENT IN RAIN" in document(newsroom, form, code, NOON + 2 * HOUR)
    newsroom.review.correct(number, code, 1, "Pluie", "an editor", NOON + 2 * HOUR)
    gone = newsroom.front.withdrawal(slug, language, NOON + 2 * HOUR)
    assert (gone.reason, gone.is_machine) == ("Pluie", False)
    assert "] " not in newsroom.front.edition(feed, NOON + 2 * HOUR).withdrawn[0].reason
    own = newsroom.front.withdrawal(slug, newsroom.settings.site.languages.named("en"), NOON + HOUR)
    assert own.reason == "Sent in rain"


def test_of_a_release_that_was_never_out_no_reason_is_translated(newsroom: Newsroom) -> None:
    number = filed(newsroom)
    reading = Reading((Filing((Block(Kind.HEADLINE, "A draft"),)),))
    draft = newsroom.releases.file(reading, Instructions("me"), NOON)[0].release.id
    newsroom.life.withdraw(draft, "Never mind", "me", NOON)
    assert number != draft
    with pytest.raises(NotAllowedNow, match="is withdrawn; it cannot be corrected"):
        newsroom.review.correct(draft, "fr", 1, "Tant pis", "an editor", NOON)


def test_one_that_is_published_again_has_its_words_again(newsroom: Newsroom) -> None:
    number = filed(newsroom)
    fill(newsroom)
    newsroom.life.withdraw(number, "Sent in rain", "me", NOON + HOUR)
    fill(newsroom, NOON + HOUR)
    newsroom.life.publish(number, "me", NOON + 2 * HOUR, "Rain is back")
    fill(newsroom, NOON + 2 * HOUR)
    entry = shown(newsroom, now=NOON + 2 * HOUR)
    assert (entry.text.language, entry.note) == ("fr", "RAIN IS BACK")
    assert entry.contacts[1].role == "Porte-parole"


@pytest.mark.promise(79)
def test_alternative_texts_and_credits_are_in_the_language_of_the_feed(
    newsroom: Newsroom, pdf: Path
) -> None:
    number = filed(newsroom)
    fill(newsroom)
    attach(newsroom, number, pdf, Words("A bridge in rain", "Photo: Jane Brown"))
    assert shown(newsroom).files[0].alt == "A bridge in rain"
    fill(newsroom)
    (file,) = shown(newsroom).files
    assert (file.alt, file.credit) == ("A BRIDGE IN RAIN", "Photo\u00a0: Jane Brown")
    assert shown(newsroom, "nl").files[0].credit == "Foto: Jane Brown"
    for form in ("rss", "json"):
        assert "A BRIDGE IN RAIN" in document(newsroom, form)
        assert "Foto: Jane Brown" in document(newsroom, form, "de")


def test_what_a_person_says_of_a_file_in_a_language_wins_and_is_out_at_once(
    newsroom: Newsroom, pdf: Path
) -> None:
    number = filed(newsroom)
    fill(newsroom)
    french = Words("Un pont sous la pluie", "Photo : Jeanne")
    attach(newsroom, number, pdf, Words("A bridge in rain", "Jane"), fr=french)
    (file,) = shown(newsroom).files
    assert (file.alt, file.credit) == (french.alt, french.credit)
    queue_again(newsroom.storage, ["fr"], [], NOON)
    fill(newsroom)
    assert shown(newsroom).files[0].alt == french.alt
    assert shown(newsroom, "nl").files[0].alt == "A BRIDGE IN RAIN"
    target = segments(newsroom, number)[Kind.ALT].target
    assert target
    assert target.origin is Origin.EDITOR
    (line,) = [ln for ln in newsroom.releases.get(number)[1] if ln.verb == "described fr"]
    assert "Un pont sous la pluie" in line.note


def test_what_is_said_in_another_language_alone_is_refused(newsroom: Newsroom, pdf: Path) -> None:
    number = filed(newsroom)
    with pytest.raises(AttachmentRefused, match="has no alternative text in en yet"):
        attach(newsroom, number, pdf, Words(), fr=Words("Un pont"))
    assert newsroom.attachments.of_release(number) == ()
