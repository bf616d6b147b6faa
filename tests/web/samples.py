"""Invented releases for pages and feeds, and how they come into a newsroom's database."""

from datetime import UTC, date, datetime, timedelta

from press.contact import Contact, ContactKind
from press.embargo import Embargo, embargo_from, embargo_on, parse_when
from press.releases.release import Filing, Release
from press.text import Block, Kind, Origin, Text
from press.topic import ALL, Topic
from storage import Storage, topics
from storage.filed import releases
from tests.conftest import NOON

FOUNDED = datetime(2020, 1, 1, tzinfo=UTC)
PEACE, AID, SECRET = "peace-and-security", "humanitarian-aid", "secret-talks"
ZONE = "Europe/Brussels"
CONTACTS = (
    Contact(
        ContactKind.SERVICE,
        "Ministry of Foreign Affairs of Velmora - Press office (P&I)",
        address=("14 Quay of the Lanterns", "1000 Corvane", "Velmora"),
        phones=("+999 2 555 01 00",),
        sites=("https://press.example",),
    ),
    Contact(
        ContactKind.PERSON,
        "Benoît Quarelle",
        "Spokesperson",
        phones=("+999 2 555 01 12", "+999 470 55 01 12"),
        emails=("benoit.quarelle@press.example",),
    ),
)
TOPICS = (
    Topic(
        PEACE,
        titles={"en": "Peace & security", "fr": "Paix et sécurité", "nl": "Vrede en veiligheid"},
        introductions={"en": "How *Velmora* helps to end conflicts: mediators, observers, aid …"},
        credit="© Velmora picture desk",
    ),
    Topic(AID, titles={"en": "Humanitarian aid", "de": "Humanitäre Hilfe"}),
)


def text(code: str, headline: str, *body: str, origin: Origin = Origin.AUTHOR) -> Text:
    engine = "argos en-fr 1.9" if origin is Origin.MACHINE else ""
    blocks = [Block(Kind.HEADLINE, headline, origin, engine)]
    return Text(code, (*blocks, *(Block(Kind.PARAGRAPH, b, origin, engine) for b in body)))


def release(slug: str, embargo: Embargo, *texts: Text, about: tuple[str, ...] = ()) -> Release:
    return Release(
        id=0,
        tag=f"tag:press.example.org,2026:{slug}",
        slug=slug,
        source=texts[0].language,
        filed_at=embargo.instant - timedelta(days=1),
        embargo=embargo,
        topics=about,
        contacts=CONTACTS,
        texts={text.language: text for text in texts},
    )


def file(storage: Storage, release: Release) -> None:
    """File a release as it stands, with all its texts ready."""
    with storage.write() as db:
        topics.mention(db, release.topics, release.filed_at)
        number = releases.add(db, Filing(release.original.blocks), release, release.slug)
        for code, words in release.texts.items():
            if code != release.source:
                releases.save_text(db, number, words, release.filed_at)


def file_all(storage: Storage) -> None:
    """Found a newsroom, declare its topics and file every sample."""
    with storage.write() as db:
        topics.mention(db, [ALL], FOUNDED)
        for topic in TOPICS:
            topics.declare(db, topic, FOUNDED)
    for one in RELEASES:
        file(storage, one)


DEMINING = release(
    "demining",
    parse_when("2026-03-05 10:32", ZONE),
    text(
        "en",
        "Velmora clears the last minefields of the Sarrel valley",
        "Six more teams will work in the [Sarrel valley](https://press.example/sarrel), for three "
        "years a front line, until its orchards belong to their owners again.",
        "“On Friday,” says *Éléonore Vastrade*, “I want to see a tractor up there.”",
        "## Until the spring",
        "> A quotation that stands by itself.",
        "- dogs and drones\n- lessons in schools",
    ),
    text(
        "fr",
        "Velmora déblaie les derniers champs de mines de la vallée du Sarrel",
        "Six équipes de plus travailleront dans la vallée du Sarrel.",
        origin=Origin.MACHINE,
    ),
    text(
        "nl",
        "Velmora ruimt de laatste mijnenvelden van de Sarrelvallei",
        "Zes extra ploegen gaan aan het werk in de Sarrelvallei.",
        origin=Origin.EDITOR,
    ),
    about=(PEACE, AID),
)
RELEASES = (
    DEMINING,
    release(
        "compass",
        embargo_on(date(2022, 6, 7), ZONE),
        text("en", "A compass for every fishing boat", "Since Monday, the coast guard …"),
        about=(PEACE,),
    ),
    release(
        "script",
        parse_when("2025-01-01 09:00", ZONE),
        text("en", "<script>alert(1)</script> & “more”", "<script>alert(2)</script>"),
    ),
    *(
        release(
            f"update-{n}",
            embargo_on(date(2021, 1, n), ZONE),
            text("en", f"Update {n}", "What is new."),
            about=(AID,),
        )
        for n in range(1, 26)
    ),
    release(
        "not-yet",
        embargo_from(NOON + timedelta(minutes=1), ZONE),
        text("en", "The talks begin", "They do."),
        about=(SECRET,),
    ),
)
