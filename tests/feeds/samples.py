"""Editions to write, with every kind of text in them."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from press.contact import Contact, ContactKind
from press.edition import Edition, Entry, Feed, digest_of
from press.embargo import embargo_from
from press.languages import parse_languages
from press.site import Site
from press.text import Block, Kind, Origin, Text
from press.topic import Topic

NOON = datetime(2026, 8, 25, 12, 18, tzinfo=UTC)
SITE = Site(
    base_url="https://press.example.org",
    title="Press & office",
    authority="press.example.org,2026",
    languages=parse_languages("en,fr-BE,nl-BE,de-BE,ar"),
    zone="Europe/Brussels",
)
PEACE = Topic(
    slug="peace-and-security",
    titles={"en": "Peace and security", "fr": "Paix et sécurité"},
    introductions={"fr": "Ce que fait la Belgique pour la **paix**."},
)
SERVICE = Contact(
    ContactKind.SERVICE,
    "FPS Foreign Affairs - Press service (P&C/P)",
    address=("Rue des Petits Carmes 15", "1000 Brussels"),
    phones=("+32 (0)2 501 81 11",),
    sites=("http://diplomatie.belgium.be",),
)
PERSON = Contact(
    ContactKind.PERSON,
    "Florinda Baleci",
    role="Spokesperson",
    phones=("+32 478 92 09 37",),
    emails=("florinda.baleci@example.org",),
)
MACHINE = {"origin": Origin.MACHINE, "engine": "argos en-fr 1.9"}


def text(language: str, headline: str, *body: str, summary: str = "", **written: object) -> Text:
    blocks = [Block(Kind.HEADLINE, headline, **written)]  # type: ignore[arg-type]
    if summary:
        blocks.append(Block(Kind.SUMMARY, summary, **written))  # type: ignore[arg-type]
    blocks += [Block(Kind.PARAGRAPH, words, **written) for words in body]  # type: ignore[arg-type]
    return Text(language, tuple(blocks))


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
        topics={"peace-and-security": "Paix et sécurité", "iraq": "Irak"},
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
    )


HEADLINE = "La Belgique, pionnière du déminage en Irak & en Syrie"
MARKED = (
    "## Chiffres\n\n| Année | Euros |\n| --- | --- |\n| 2025 | 1,35 M |",
    "> « Le déminage rend *de l'air* aux communautés. »\n> — [le ministre](/fr/gouvernement)",
    "1. Irak\n2. Syrie\n\n```\na < b && c\n```",
)
ORIGINAL = text("en", "Belgium in Geneva", "A body in English.\n\nIt ends <b>here</b>.")


def mixed() -> Edition:
    """A French feed with a text of every origin."""
    translated = text("fr", HEADLINE, "La Belgique poursuit son engagement.", *MARKED, **MACHINE)
    edited = text("fr", "Corrigé à la main", "Un rédacteur a relu.", origin=Origin.EDITOR)
    authentic = text("fr", "Écrit en français", "Le texte authentique.", summary="En bref : écrit.")
    return edition(
        entry(translated),
        entry(edited, "edited", ago=1, contacts=[PERSON]),
        entry(authentic, "authentic", source="fr", ago=2, languages=("fr", "en", "de")),
        entry(ORIGINAL, "geneva", ago=24 * 200, languages=("en",), contacts=()),
    )


def right_to_left() -> Edition:
    """An Arabic feed: one text of its own, and an English one that stands in."""
    arabic = text("ar", "بلجيكا في جنيف", "نص عربي مع \u200fعلامة و🇧🇪.", **MACHINE)
    entries = (entry(arabic, feed="ar"), entry(ORIGINAL, "geneva", feed="ar", ago=3))
    return edition(*entries, feed="ar", topic=Topic("all"))
