"""What stands beside a text is in its reader's language: notes, reasons, roles, files' words."""

import json
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from feeds import FORMATS
from newsroom.releases.discarding import discard
from newsroom.releases.editing import Edit
from newsroom.releases.refiling import Instructions
from newsroom.review.exchange import Exchange
from newsroom.review.review import Review
from newsroom.translation.queueing import queue_again, queue_missing, queue_rough
from newsroom.translation.translating import Translating
from newsroom.wiring import Newsroom
from press.contact import Contact, ContactKind
from press.errors import AttachmentRefused, NoPackage, NotAllowedNow
from press.glossary import Term
from press.public.edition import Entry, Feed
from press.releases.attachment import Words
from press.releases.readiness import Readiness
from press.releases.release import Filing, Reading, Standing
from press.releases.review import Segment
from press.text import STARTER, Block, Kind, Origin
from press.topic import ALL
from press.words import say
from storage.translation import memory
from tests.conftest import NOON
from tests.newsroom.translation.test_translating import Echo
from translate.exchange import xliff, xliff_return

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


def test_nothing_beside_a_text_that_waits_is_public(newsroom: Newsroom, pdf: Path) -> None:
    number = filed(newsroom)
    attach(newsroom, number, pdf, Words("A bridge in rain", "Photo: a colleague"))
    fill(newsroom, NOON, None, "fr")
    assert shown(newsroom).text.language == "en"
    for words in documents(newsroom):
        assert not [
            w for w in ("BRIDGE ENGINEER", "A BRIDGE IN RAIN", "Porte-parole") if w in words
        ]


def test_approving_some_of_what_stands_beside_a_text_publishes_that_and_no_more(
    newsroom: Newsroom, pdf: Path
) -> None:
    number = filed(newsroom)
    attach(newsroom, number, pdf, Words("A bridge in rain", "Photo: a colleague"))
    fill(newsroom, NOON, None, "fr")
    review = Review(newsroom.storage, newsroom.settings.site, Readiness({"fr"}))
    review.approve(number, "fr", "an editor", NOON, [at(newsroom, number, Kind.ALT)])
    assert shown(newsroom).files[0].alt == "A bridge in rain"  # the text waits
    review.approve(number, "fr", "an editor", NOON, [1, 2])
    entry = shown(newsroom)
    assert (entry.text.language, entry.text.origin) == ("fr", Origin.EDITOR)
    assert entry.files[0].alt == "A BRIDGE IN RAIN"
    assert entry.files[0].credit == "Photo: a colleague"
    assert [c.role for c in entry.contacts] == ["", "Porte-parole", "Bridge engineer"]
    (sheet,) = newsroom.sheets.to_review()
    assert sheet.waiting
    review.approve(number, "fr", "an editor", NOON)
    assert shown(newsroom).contacts[2].role == "BRIDGE ENGINEER"
    assert newsroom.sheets.to_review() == []


def test_a_note_beside_an_approved_text_waits_and_the_text_stands_as_it_stood(
    newsroom: Newsroom,
) -> None:
    number = filed(newsroom)
    fill(newsroom)
    newsroom.review.approve(number, "fr", "an editor", NOON)
    release, _ = newsroom.releases.get(number)
    newsroom.life.withdraw(number, "Sent in rain", "me", NOON)
    newsroom.life.publish(number, "me", NOON, "Rain is back")
    fill(newsroom)
    after, _ = newsroom.releases.get(number)
    assert (after.texts["fr"].blocks, after.standing("fr")) == (
        release.texts["fr"].blocks,
        Standing.REVIEWED,
    )
    entry = shown(newsroom)
    assert (entry.text.origin, entry.note, entry.outdated) == (Origin.EDITOR, "Rain is back", None)
    (sheet,) = newsroom.sheets.to_review()
    assert sheet.waiting == (at(newsroom, number, Kind.NOTE),)
    newsroom.review.approve(number, "fr", "an editor", NOON)
    assert shown(newsroom).note == "RAIN IS BACK"
    assert newsroom.releases.get(number)[0].standing("fr") is Standing.REVIEWED


def test_rejecting_a_role_costs_no_text(newsroom: Newsroom) -> None:
    number = filed(newsroom)
    fill(newsroom)
    role = max(s.number for s in newsroom.sheets.get(number, "fr").segments)
    newsroom.review.reject(number, "fr", "an editor", NOON + HOUR, [role])
    entry = shown(newsroom, now=NOON + HOUR)
    assert (entry.text.language, entry.contacts[2].role) == ("fr", "Bridge engineer")
    assert entry.changed == NOON + HOUR
    assert newsroom.releases.get(number)[0].standing("fr") is Standing.MACHINE
    queue_again(newsroom.storage, ["fr"], [], NOON)
    engine = fill(newsroom, NOON + HOUR)
    assert "Bridge engineer" not in engine.asked
    newsroom.review.correct(number, "fr", role, "Ingénieure des ponts", "an editor", NOON + HOUR)
    assert shown(newsroom, now=NOON + HOUR).contacts[2].role == "Ingénieure des ponts"


def test_words_that_must_not_go_out_unread_keep_no_text_in(newsroom: Newsroom) -> None:
    number = filed(newsroom)
    fill(newsroom, NOON, Forgetful())
    assert newsroom.releases.get(number)[0].standing("fr") is Standing.MACHINE
    assert shown(newsroom).contacts[2].role == "Bridge engineer"
    (sheet, *_) = newsroom.sheets.to_review()
    assert sheet.waiting


def test_an_editors_words_are_lost_by_no_new_package(newsroom: Newsroom, pdf: Path) -> None:
    number = filed(newsroom)
    attach(newsroom, number, pdf, Words("A bridge in rain", "Photo: a colleague"))
    fill(newsroom)
    said = {Kind.ALT: "Un pont", Kind.CREDIT: "Photo : un collègue", Kind.ROLE: "Ingénieure"}
    for kind, words in said.items():
        block = at(newsroom, number, kind)
        newsroom.review.correct(number, "fr", block, words, "an editor", NOON)
    queue_again(newsroom.storage, CODES, [], NOON)
    better = Echo()
    better.name = "better 2.0"
    fill(newsroom, NOON, better)
    found = segments(newsroom, number)
    assert {kind: found[kind].target for kind in said} == {
        kind: Block(kind, words, Origin.EDITOR) for kind, words in said.items()
    }
    assert shown(newsroom).contacts[2].role == "Ingénieure"


def test_a_note_that_came_while_the_engine_worked_is_translated_too(newsroom: Newsroom) -> None:
    number = filed(newsroom)

    class Slow(Echo):
        def translate(self, sentences: Sequence[str]) -> list[str]:
            if not self.asked:
                newsroom.edits.edit(number, Edit(contacts=PEOPLE[1:]), "me", NOON)
            return super().translate(sentences)

    fill(newsroom, NOON, Slow())
    fill(newsroom)
    assert [c.role for c in shown(newsroom).contacts] == ["Porte-parole", "BRIDGE ENGINEER"]


def test_roles_need_no_package(newsroom: Newsroom) -> None:
    number = filed(newsroom, PEOPLE[1:2])
    for block, words in ((1, "Pluie sur le pont"), (2, "Pluie.")):
        newsroom.review.correct(number, "fr", block, words, "an editor", NOON)
    queue_missing(newsroom.storage, CODES, [], NOON)

    def none(source: str, target: str) -> Echo:
        raise NoPackage(source, target)

    Translating(newsroom.storage, none, lambda: NOON).run()
    assert shown(newsroom).contacts[0].role == "Porte-parole"


def test_a_home_from_before_gets_them_by_newsroom_translate_and_no_text_becomes_stale(
    newsroom: Newsroom,
) -> None:
    number = filed(newsroom)
    fill(newsroom)
    newsroom.review.approve(number, "nl", "an editor", NOON)
    before, _ = newsroom.releases.get(number)
    with newsroom.storage.write() as db:
        db.execute("DELETE FROM aside")
        memory.forget(db, memory.Pair("en", "fr"), [Block(Kind.ROLE, "Bridge engineer").digest])
    assert shown(newsroom).contacts == PEOPLE
    assert newsroom.releases.get(number)[0].stale == {}
    assert queue_missing(newsroom.storage, CODES, [], NOON) == 3
    engine = fill(newsroom)
    assert engine.asked == ["Bridge engineer"]
    after, _ = newsroom.releases.get(number)
    assert (after.texts, after.version) == (before.texts, before.version)
    assert [t.made_at for t in after.texts.values()] == [t.made_at for t in before.texts.values()]
    assert shown(newsroom).contacts[1].role == "Porte-parole"
    assert queue_missing(newsroom.storage, CODES, [], NOON) == 0


@pytest.mark.parametrize("version", ["1.2", "2.0"])
def test_they_go_to_a_translator_and_come_back(newsroom: Newsroom, pdf: Path, version: str) -> None:
    number = filed(newsroom)
    attach(newsroom, number, pdf, Words("A bridge in rain", "Photo: Jane Brown"))
    fill(newsroom)
    exchange: Exchange = newsroom.exchange
    sent = xliff.write(exchange.job(number, "fr"), version)
    assert exchange.take(xliff_return.read(sent), "me", NOON).new == 0
    back = sent.replace(b"A BRIDGE IN RAIN", b"Un pont sous la pluie")
    assert exchange.take(xliff_return.read(back), "a translator", NOON).new == 1
    assert shown(newsroom).files[0].alt == "Un pont sous la pluie"


def test_versions_keep_them_and_bring_them_back(newsroom: Newsroom) -> None:
    number = filed(newsroom)
    fill(newsroom)
    role = max(s.number for s in newsroom.sheets.get(number, "fr").segments)
    newsroom.review.correct(number, "fr", role, "Ingénieure", "an editor", NOON)
    first = newsroom.history.history(number, "fr")[-1]
    assert "Ingénieure" in [block.markdown for block in first.asides]
    newsroom.review.correct(number, "fr", role, "Architecte", "an editor", NOON)
    assert shown(newsroom).contacts[2].role == "Architecte"
    newsroom.history.restore_version(number, first.number, "me", NOON)
    assert shown(newsroom).contacts[2].role == "Ingénieure"


def test_nothing_of_a_discarded_draft_is_remembered(newsroom: Newsroom, pdf: Path) -> None:
    reading = Reading((Filing((Block(Kind.HEADLINE, "A draft"),), contacts=PEOPLE),))
    number = newsroom.releases.file(reading, Instructions("me"), NOON)[0].release.id
    attach(newsroom, number, pdf, Words("A secret bridge"), fr=Words("Un pont secret"))
    fill(newsroom)
    discard(newsroom.storage, number, "me", NOON)
    with newsroom.storage.read() as db:
        assert not db.execute("SELECT 1 FROM memory UNION SELECT 1 FROM aside").fetchall()
        assert not db.execute("SELECT 1 FROM source_block").fetchall()


def test_our_own_note_is_said_in_every_language_by_nobody(newsroom: Newsroom) -> None:
    number = filed(newsroom)
    fill(newsroom)
    newsroom.life.withdraw(number, "Sent in rain", "me", NOON)
    newsroom.life.publish(number, "me", NOON)
    engine = fill(newsroom)
    for code in ("en", *CODES):
        assert shown(newsroom, code).note == say(code, "returned")
    assert say("en", "returned") not in engine.asked


def test_a_machines_reason_for_an_approved_text_is_marked_and_is_nothing_that_waits(
    newsroom: Newsroom,
) -> None:
    number = filed(newsroom)
    fill(newsroom)
    for code in CODES:
        newsroom.review.approve(number, code, "an editor", NOON)
    newsroom.life.withdraw(number, "Sent in rain", "me", NOON)
    fill(newsroom)
    assert newsroom.sheets.to_review() == []
    assert "] SENT IN RAIN" in document(newsroom, "atom")
    assert newsroom.sheets.get(number, "fr").waiting == ()


def test_the_starters_words_beside_an_approved_text_are_made_anew_by_a_better_package(
    newsroom: Newsroom,
) -> None:
    class Small(Echo):
        name = f"{STARTER} en-fr 1.0"

    class Better(Echo):
        name = "better 2.0"

    number = filed(newsroom)
    fill(newsroom, NOON, Small())
    newsroom.review.approve(number, "fr", "an editor", NOON, [1, 2])
    role = max(s.number for s in newsroom.sheets.get(number, "fr").segments)
    newsroom.review.correct(number, "fr", 3, "SPF Affaires étrangères", "an editor", NOON)
    assert queue_rough(newsroom.storage, ["fr"], lambda *_: "better 2.0", NOON) == 1
    fill(newsroom, NOON, Better())
    found = {one.number: one.target for one in newsroom.sheets.get(number, "fr").segments}
    assert [one.engine for one in (found[1], found[role]) if one] == [Small.name, Better.name]
    assert shown(newsroom).contacts[0].name == "SPF Affaires étrangères"
    assert queue_rough(newsroom.storage, ["fr"], lambda *_: "better 2.0", NOON) == 0
