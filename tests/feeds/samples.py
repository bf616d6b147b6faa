"""Editions to write, with every kind of text in them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from press.contact import Contact, ContactKind
from press.embargo import embargo_from
from press.languages import parse_languages
from press.public.archive import Part
from press.public.edition import Edition, Entry, Feed, PlaceInFeed, Withdrawal, digest_of
from press.public.site import Site
from press.releases.attachment import Attachment
from press.text import Block, Kind, Origin, Text
from press.topic import Topic

NOON = datetime(2026, 8, 25, 12, 18, tzinfo=UTC)
SITE = Site(
    base_url="https://press.example.org",
    title="Press & office",
    authority="press.example.org,2026",
    languages=parse_languages("en,fr-BE,nl-BE,de-BE,ar"),
    zone="Europe/Brussels",
    rights="© Ministry of Foreign Affairs of Velmora",
    license="https://press.example.org/terms",
)
PEACE = Topic(
    slug="peace-and-security",
    titles={"en": "Peace and security", "fr": "Paix et sécurité"},
    introductions={"fr": "Ce que fait Velmora pour la **paix**."},
)
SERVICE = Contact(
    ContactKind.SERVICE,
    "Ministry of Foreign Affairs of Velmora - Press office (P&I)",
    address=("14 Quay of the Lanterns", "1000 Corvane"),
    phones=("+999 (0)2 555 01 00",),
    sites=("https://press.example",),
)
PERSON = Contact(
    ContactKind.PERSON,
    "Saskia Wendermolen",
    role="Deputy spokesperson",
    phones=("+999 470 55 01 17",),
    emails=("saskia.wendermolen@press.example",),
)
FILES = (
    Attachment(
        "t0ken-1",
        "Carte « Sarrel » & co.png",
        "image/png",
        48_213,
        "0" * 64,
        width=1600,
        height=900,
        alt="The valley <north> of Sarrel & its orchards",
        credit="Velmora mapping office",
    ),
    Attachment("t0ken-2", "Déclaration.pdf", "application/pdf", 1_204_811, "1" * 64),
    Attachment("t0ken-3", "orchard.jpg", "image/jpeg", 7, "2" * 64),
)
NOTE = "Le nombre d'équipes est <six>, & non cinq."
MACHINE = {"origin": Origin.MACHINE, "engine": "argos en-fr 1.9"}


def text(language: str, headline: str, *body: str, summary: str = "", **written: object) -> Text:
    blocks = [Block(Kind.HEADLINE, headline, **written)]  # type: ignore[arg-type]
    if summary:
        blocks.append(Block(Kind.SUMMARY, summary, **written))  # type: ignore[arg-type]
    blocks += [Block(Kind.PARAGRAPH, words, **written) for words in body]  # type: ignore[arg-type]
    return Text(language, tuple(blocks), NOON)


def entry(
    words: Text,
    slug: str = "demining",
    source: str = "en",
    feed: str = "fr",
    languages: Sequence[str] = ("en", "fr", "nl"),
    ago: int = 0,
    contacts: Sequence[Contact] = (SERVICE, PERSON),
) -> Entry:
    out = NOON - timedelta(hours=ago)
    return Entry(
        id=f"tag:press.example.org,2026:{slug}:{feed}",
        slug=slug,
        text=words,
        source=source,
        embargo=embargo_from(out, "Europe/Brussels"),
        updated=out + timedelta(minutes=3, seconds=7),
        changed=out + timedelta(minutes=4),
        topics={"peace-and-security": "Paix et sécurité", "tamvara": "Tamvara"},
        contacts=tuple(contacts),
        languages=tuple(languages),
    )


def edition(*entries: Entry, feed: str = "fr", topic: Topic = PEACE) -> Edition:
    return Edition(
        feed=Feed(topic.slug, SITE.languages.named(feed)),
        topic=topic,
        entries=entries,
        changed=NOON + timedelta(minutes=42),
        digest=digest_of(entries),
        place=PlaceInFeed(is_whole=True),
    )


HEADLINE = "La vallée du Sarrel & ses vergers sans mines"
MARKED = (
    "## Chiffres\n\n| Année | Euros |\n| --- | --- |\n| 2025 | 2,4 M |",
    "> « Un champ sans mines est un champ *qu'on laboure*. »\n> — [la ministre](/fr/gouvernement)",
    "1. Sarrel\n2. Tamvara\n\n```\na < b && c\n```",
)
ORIGINAL = text("en", "Velmora in Geneva", "A body in English.\n\nIt ends <b>here</b>.")


def mixed() -> Edition:
    """A French feed with a text of every origin."""
    translated = text("fr", HEADLINE, "Velmora finance six équipes de plus.", *MARKED, **MACHINE)
    edited = text("fr", "Corrigé à la main", "Un rédacteur a relu.", origin=Origin.EDITOR)
    authentic = text("fr", "Écrit en français", "Le texte authentique.", summary="En bref : écrit.")
    return edition(
        entry(translated),
        replace(
            entry(edited, "edited", ago=1, contacts=[PERSON]),
            note=NOTE,
            files=FILES[1:2],
            outdated=NOON,
        ),
        replace(
            entry(authentic, "authentic", source="fr", ago=2, languages=("fr", "en", "de")),
            files=FILES,
        ),
        entry(ORIGINAL, "geneva", ago=24 * 200, languages=("en",), contacts=()),
    )


def archived() -> Edition:
    """A month in the middle of a feed that has many, from which something was taken back."""
    february, march = Part(2026, 2), Part(2026, 3)
    taken = Withdrawal(
        "tag:press.example.org,2026:gone/fr", "gone", NOON, "Les chiffres <ne> sont & pas exacts."
    )
    place = PlaceInFeed(Part(2026, 2, 2), older=february, newer=march)
    return replace(mixed(), place=place, withdrawn=(taken,))


def retired() -> Edition:
    """The last word of a topic that was called otherwise at first."""
    over = replace(PEACE, key="peace", retired_at=NOON, successor="tamvara")
    return replace(edition(topic=over), place=PlaceInFeed(None, older=Part(2026, 3)))


def right_to_left() -> Edition:
    """An Arabic feed: one text of its own, and an English one that stands in."""
    arabic = text("ar", "فلمورا في جنيف", "نص عربي مع \u200fعلامة و🇧🇪.", **MACHINE)
    entries = (entry(arabic, feed="ar"), entry(ORIGINAL, "geneva", feed="ar", ago=3))
    return edition(*entries, feed="ar", topic=Topic("all"))
