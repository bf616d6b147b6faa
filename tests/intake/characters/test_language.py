"""Which language a text is in. The sentences are our own."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.characters.language import language_of, reads_otherwise

CODES = ("en", "fr", "nl", "de")
SENTENCES = {
    "en": "The minister said that the two countries will work together on clean water.",
    "fr": "La ministre a dit que les deux pays travailleront ensemble pour une eau propre.",
    "nl": "De minister zei dat de twee landen zullen samenwerken voor schoon water.",
    "de": "Die Ministerin sagte, dass die beiden Länder beim sauberen Wasser helfen wollen.",
}
SPANISH = "El ministro dijo que los dos países trabajarán juntos para que haya agua limpia."


@pytest.mark.parametrize("code", CODES)
def test_a_sentence_is_known_by_its_language(code: str) -> None:
    assert language_of(SENTENCES[code], CODES) == code
    assert language_of(SENTENCES[code].upper(), CODES) == code
    assert language_of(f"# Ports\n\n> *{SENTENCES[code]}*\n", CODES) == code


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("filed", CODES)
def test_only_a_text_in_another_language_than_it_is_filed_in_is_named(
    code: str, filed: str
) -> None:
    assert reads_otherwise(SENTENCES[code], filed) == (code if code != filed else None)


def test_a_language_that_may_not_be_is_none_of_those_that_may() -> None:
    assert language_of(SPANISH, CODES) is None
    assert language_of(SENTENCES["fr"], ("en", "nl")) is None
    assert reads_otherwise(SPANISH, "fr") == "es"


def test_a_language_nobody_knows_is_not_contradicted() -> None:
    assert reads_otherwise(SENTENCES["de"], "tlh") is None


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Communiqué",
        "Het Ministerie",
        "Press release 45/27",
        "+999 2 555 01 01 – 18/02/2026, 14:18",
        "Jan Peeters, Marie Dubois, Pieter de Vries, Hans Müller, Jean-Luc Martin, Anna de Wit",
        "https://www.corvane.example/het-nieuws-van-de-dag a.voorbeeld@het-ministerie.example",
        "中文",
    ],
)
def test_short_words_names_and_numbers_are_in_no_language(words: str) -> None:
    assert language_of(words, CODES) is None
    assert all(reads_otherwise(words, code) is None for code in CODES)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("de", "12. Mai 2026\n\nNeuer Kai für den Hafen Corvane\n\nDie Ministerin eröffnet heute."),
        ("de", "Neuer Kai für den Hafen Corvane\n\nDie Ministerin eröffnet heute den Kai."),
        ("nl", "Nieuwe kade in Corvane\n\nDe minister opent vandaag de kade."),
        ("nl", "Het kabinet komt vandaag bijeen."),
        ("fr", "Nouveau quai\n\nLe quai est ouvert."),
        ("en", "New quay for Corvane\n\nThe minister opens the quay today."),
    ],
)
def test_a_short_text_is_known_by_its_small_words(code: str, words: str) -> None:
    assert language_of(words, CODES) == code
    assert language_of(words, [other for other in CODES if other != code]) is None


def test_the_whole_of_a_text_counts_not_its_first_words() -> None:
    text = SENTENCES["en"] + "\n\n" + 20 * (SENTENCES["fr"] + "\n\n")
    assert language_of(text, CODES) == "fr"


@given(st.text(st.characters(codec=None)))
def test_any_text_is_in_one_of_the_languages_or_in_none(words: str) -> None:
    assert language_of(words, CODES) in {None, *CODES}


@pytest.mark.waits
def test_a_program_that_only_reads_texts_does_not_load_the_model() -> None:
    asked = "import sys, intake, intake.characters.language; sys.exit('numpy' in sys.modules)"
    root = Path(__file__).parents[3]
    assert subprocess.run([sys.executable, "-c", asked], cwd=root, check=False).returncode == 0


@pytest.mark.waits
@pytest.mark.parametrize("code", CODES)
def test_no_real_paragraph_and_hardly_a_sentence_is_taken_for_another_language(
    code: str, parallel: Path
) -> None:
    sentences = [line for path in sorted(parallel.glob(f"*.{code}")) for line in lines(path)]
    paragraphs = [" ".join(sentences[n : n + 4]) for n in range(0, len(sentences), 4)]
    assert [p for p in paragraphs if reads_otherwise(p, code)] == []
    found = [language_of(paragraph, CODES) for paragraph in paragraphs[::2]]
    assert set(found) <= {code, None}
    assert found.count(None) <= len(found) / 500
    some = sentences[::3]
    alarms = [s for s in some if reads_otherwise(s, code)]
    assert len(alarms) <= len(some) / 2000, alarms


def lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
