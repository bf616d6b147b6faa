"""What readers are told of who wrote a text, when, and whether it is older than its original."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from feeds.parts.html import content_html
from feeds.parts.item import item_of
from feeds.parts.provenance import outdated_of, sentence_of
from press.languages import Language
from press.text import Block, Kind, Origin, Text
from tests.feeds.samples import NOON, SITE, entry

# Half an hour later in Brussels it is the next day.
LATE = datetime(2026, 2, 28, 23, 30, tzinfo=UTC)


def french(origin: Origin, engine: str = "", made_at: datetime | None = LATE) -> Text:
    return Text("fr", (Block(Kind.HEADLINE, "Titre", origin, engine),), made_at)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("fr", "Traduction automatique (argos 1, 1er mars 2026) ; seul le texte en anglais"),
        ("nl", "Machinevertaling (argos 1, 1 maart 2026); alleen de tekst in het Engels"),
        ("de", "Maschinelle Übersetzung (argos 1, 1. März 2026); verbindlich ist nur"),
        ("ar", "Machine translation (argos 1, 1 March 2026); only the English text"),
    ],
)
def test_a_machines_text_names_engine_and_day_in_the_readers_language(code: str, said: str) -> None:
    machine = entry(french(Origin.MACHINE, "argos 1"))
    assert sentence_of(machine, SITE.languages.named(code), SITE).startswith(said)


def test_an_approved_machines_text_says_both() -> None:
    approved = entry(french(Origin.EDITOR, "argos 1"))
    said = sentence_of(approved, Language("nl-BE"), SITE)
    assert said == "Machinevertaling (argos 1), nagelezen door een redacteur (1 maart 2026)"


def test_a_text_of_unknown_date_has_none() -> None:
    said = sentence_of(entry(french(Origin.EDITOR, made_at=None)), Language("nl-BE"), SITE)
    assert said == "Vertaling nagelezen door een redacteur"


def test_a_text_older_than_its_original_says_so_first_with_the_day() -> None:
    language = SITE.languages.named("nl")
    fresh = entry(french(Origin.EDITOR))
    old = replace(fresh, outdated=LATE)
    said = "Het origineel is gewijzigd op 1 maart 2026; deze vertaling toont dat nog niet"
    assert outdated_of(old, language, SITE) == said
    assert content_html(old, language, SITE).startswith(
        f'<p lang="nl-BE" dir="ltr"><em>{said}</em>'
    )
    assert outdated_of(fresh, language, SITE) == ""


def test_programs_are_told_the_days_and_of_an_authentic_text_none() -> None:
    """The day on which the original was filed would tell how long it lay ready."""
    language = SITE.languages.named("fr")
    old = item_of(replace(entry(french(Origin.EDITOR)), outdated=NOON), language, SITE)
    assert (str(old.made), str(old.outdated)) == ("2026-03-01", "2026-08-25")
    authentic = item_of(entry(french(Origin.AUTHOR), source="fr"), language, SITE)
    assert (authentic.made, authentic.outdated) == (None, None)
