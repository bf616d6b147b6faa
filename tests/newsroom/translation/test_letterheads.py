"""Who sends a release is called in other languages as somebody answers for; its number stays."""

from newsroom.filing.refiling import Instructions
from newsroom.releases.discarding import discard
from newsroom.wiring import Newsroom
from press.contact import Contact, ContactKind
from press.glossary import Term
from press.releases.release import Filing, Reading
from press.text import Block, Kind
from storage.filed import asides
from tests.conftest import NOON
from tests.newsroom.translation.test_asides import document, documents, fill, segments, shown

ISSUER, NUMBER = "Office for Relief", "IHA/7037"
TOLD = Instructions("me", publish=True)
NEWS = (Block(Kind.HEADLINE, "Rain on the bridge"), Block(Kind.PARAGRAPH, "It rained on it."))
NOTES = (
    Block(Kind.NOTES, "## Notes to editors"),
    Block(Kind.PARAGRAPH, "The bridge is old."),
    Block(Kind.ABOUT, "## About the office"),
    Block(Kind.PARAGRAPH, "It relieves."),
)


def filed(newsroom: Newsroom, *blocks: Block, **more: object) -> int:
    filing = Filing(
        (*NEWS, *blocks),
        issuer=ISSUER,
        reference=NUMBER,
        **more,  # type: ignore[arg-type]
    )
    (outcome,) = newsroom.releases.file(Reading((filing,)), TOLD, NOON)
    if newsroom.releases.get(outcome.release.id)[0].embargo is None:
        newsroom.life.publish(outcome.release.id, "me", NOON)
    return outcome.release.id


def test_an_issuer_stands_as_written_until_somebody_says_what_it_is_called(
    newsroom: Newsroom,
) -> None:
    number = filed(newsroom)
    fill(newsroom)
    assert (shown(newsroom).issuer, shown(newsroom).reference) == (ISSUER, NUMBER)
    one = segments(newsroom, number)[Kind.SERVICE]
    assert (one.source.markdown, one.target and one.target.markdown) == (ISSUER, ISSUER.upper())
    assert newsroom.sheets.to_review() == []
    for words in documents(newsroom):
        assert ISSUER.upper() not in words
    newsroom.review.correct(number, "fr", one.number, "Office du secours", "an editor", NOON)
    assert (shown(newsroom).issuer, shown(newsroom).reference) == ("Office du secours", NUMBER)
    assert "Office du secours" in shown(newsroom).translated
    assert shown(newsroom, "nl").issuer == ISSUER
    assert "Office du secours" in document(newsroom, "rss")


def test_an_issuer_the_glossary_knows_is_called_that_at_once(newsroom: Newsroom) -> None:
    newsroom.glossary.keep([Term("en", "fr", ISSUER, "Office du secours")], "me", NOON)
    filed(newsroom)
    engine = fill(newsroom)
    assert shown(newsroom).issuer == "Office du secours"
    assert engine.asked.count(ISSUER) <= 2  # into the two languages whose name nobody gave
    assert shown(newsroom, "en").issuer == ISSUER


def test_an_issuer_that_signs_as_service_too_is_translated_once(newsroom: Newsroom) -> None:
    service = Contact(ContactKind.SERVICE, ISSUER, phones=("+32 2 555 01 00",))
    number = filed(newsroom, contacts=(service,))
    fill(newsroom)
    kinds = [one.source.kind for one in newsroom.sheets.get(number, "fr").segments if one.is_aside]
    assert kinds == [Kind.SERVICE]
    found = segments(newsroom, number)[Kind.SERVICE]
    newsroom.review.correct(number, "fr", found.number, "Office du secours", "an editor", NOON)
    assert shown(newsroom).issuer == shown(newsroom).contacts[0].name == "Office du secours"


def test_an_issuer_that_lacks_words_makes_its_languages_due(newsroom: Newsroom) -> None:
    number = filed(newsroom)
    fill(newsroom)
    with newsroom.storage.write() as db:
        assert asides.lacking(db, ("fr", "nl")) == []
        asides.prune(db, number, [])
        assert asides.lacking(db, ("fr", "nl")) == [(number, "fr"), (number, "nl")]


def test_sections_apart_are_translated_where_they_stand(newsroom: Newsroom) -> None:
    number = filed(newsroom, *NOTES)
    fill(newsroom)
    text = shown(newsroom).text
    assert [section[0].kind for section in text.sections] == [Kind.NOTES, Kind.ABOUT]
    assert [block.markdown for block in text.sections[1]] == ["## ABOUT THE OFFICE", "IT RELIEVES."]
    assert newsroom.releases.get(number)[0].texts["fr"].news == text.news


def test_notes_to_editors_are_called_so_in_every_language_of_press_offices(
    newsroom: Newsroom,
) -> None:
    filed(newsroom, *NOTES)
    fill(newsroom)
    headings = {
        code: shown(newsroom, code).text.sections[0][0].markdown for code in ("fr", "nl", "de")
    }
    assert headings == {
        "fr": "## Notes aux rédactions",
        "nl": "## Noten voor de redactie",
        "de": "## Hinweise für die Redaktion",
    }


def test_the_heading_of_notes_is_corrected_by_its_words_alone(newsroom: Newsroom) -> None:
    number = filed(newsroom, *NOTES)
    fill(newsroom)
    (one,) = (s for s in newsroom.sheets.get(number, "fr").segments if s.source.kind is Kind.ABOUT)
    newsroom.review.correct(number, "fr", one.number, "À propos de l’office", "an editor", NOON)
    heading = shown(newsroom).text.sections[1][0]
    assert (heading.kind, heading.markdown) == (Kind.ABOUT, "## À propos de l’office")


def test_what_is_discarded_leaves_no_issuer_behind(newsroom: Newsroom) -> None:
    (outcome,) = newsroom.releases.file(
        Reading((Filing(NEWS, issuer=ISSUER, reference=NUMBER),)), Instructions("me"), NOON
    )
    fill(newsroom)
    assert kept(newsroom) == 1
    discard(newsroom.storage, outcome.release.id, "me", NOON)
    assert kept(newsroom) == 0


def kept(newsroom: Newsroom) -> int:
    """How often the memory holds the issuer's name."""
    with newsroom.storage.read() as db:
        said = db.execute("SELECT COUNT(*) FROM source_block WHERE markdown = ?", (ISSUER,))
        return int(said.fetchone()[0])
