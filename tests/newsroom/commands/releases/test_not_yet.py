"""Texts as press offices send them, with an embargo somewhere in them, from file to public feed."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import SHARED
from tests.newsroom.commands.office import Office

PASSED = "27 November 2025 - 10:00"
BODY = "The minister opened the bridge this morning. A second bridge will follow."
SHAPES: dict[str, Callable[[str], str]] = {
    "alone on top": lambda line: f"{line}\n\nA bridge opens\n\n{BODY}\n",
    "below the dateline": lambda line: f"{PASSED}\n\n{line}\n\nA bridge opens\n\n{BODY}\n",
    "above the dateline": lambda line: f"{line}\n\n{PASSED}\n\nA bridge opens\n\n{BODY}\n",
    "below the headline": lambda line: f"{PASSED}\n\nA bridge opens\n\n{line}\n\n{BODY}\n",
    "below a letterhead": lambda line: (
        f"{PASSED}\n\nPRESS RELEASE\n\n{line}\n\nA bridge opens\n\n{BODY}\n"
    ),
    "at the end": lambda line: f"{PASSED}\n\nA bridge opens\n\n{BODY}\n\n{line}\n",
    "with the headline": lambda line: f"{PASSED}\n\n{line}\nA bridge opens\n\n{BODY}\n",
    "in Markdown": lambda line: (
        f'---\ntitle: A bridge opens\ndate: "2025-11-27 10:00"\n---\n{line}\n\n{BODY}\n'
    ),
    "in a list": lambda line: f"{PASSED}\n\nA bridge opens\n\n{BODY}\n\n- {line}\n- One page\n",
}
# What each line names, in a year of the same weekdays; None where it names no moment for certain.
LINES = {
    "EMBARGOED UNTIL 07:30 GMT 6 October 2038": "2038-10-06T07:30:00Z",
    "Strictly embargoed until Wednesday 6 October 2038, 9.30 am BST": "2038-10-06T08:30:00Z",
    "Not for broadcast or publication before 09:30 on 6 October 2038": "2038-10-06T07:30:00Z",
    "HOLD FOR RELEASE UNTIL OCTOBER 6, 2038 AT 9:30 AM": "2038-10-06T07:30:00Z",
    "Embargo: until the minister has spoken": None,
    "SOUS EMBARGO JUSQU’AU 6 OCTOBRE 2038 À 9H30": "2038-10-06T07:30:00Z",
    "Diffusion interdite avant le mercredi 6 octobre 2038 à 9 h 30, heure de Paris": (
        "2038-10-06T07:30:00Z"
    ),
    "Embargo jusqu’à la fin du conseil": None,
    "ONDER EMBARGO TOT 6 OKTOBER 2038, 9.30 UUR": "2038-10-06T07:30:00Z",
    "Niet publiceren vóór woensdag 6 oktober 2038 om 9u30": "2038-10-06T07:30:00Z",
    "SPERRFRIST: 6. OKTOBER 2038, 9.30 UHR MESZ": "2038-10-06T07:30:00Z",
    "Zur Veröffentlichung frei ab 6. Oktober 2038, 9:30 Uhr": "2038-10-06T07:30:00Z",
    "Sperrfrist: Beginn der Rede": None,
}
SPOKEN_OF = (
    "The arms embargo against Corvane was lifted on 6 October 2038.",
    "L'embargo commercial contre la Corvanie reste en vigueur jusqu'au 6 octobre 2038.",
    "Het handelsembargo tegen Corvane loopt tot 6 oktober 2038.",
    "Das Waffenembargo gegen Corvane gilt bis zum 6. Oktober 2038.",
)


def import_all(office: Office, texts: dict[str, str], *words: str) -> dict[str, dict[str, str]]:
    """Import texts by name in one go; what became of each."""
    paths = {str(office.file(text, f"in/{name}")): name for name, text in texts.items()}
    told = office.type("import", str(office.folder / "in"), "--json", *words).stdout

    return {paths[line["file"]]: line for line in json.loads(told)}


def in_every_shape(lines: dict[str, str | None]) -> tuple[dict[str, str], dict[str, str | None]]:
    """Texts by file name, and what each line names."""
    texts, named = {}, {}
    for number, (line, moment) in enumerate(lines.items()):
        for shape, build in SHAPES.items():
            name = f"{number} {shape}.md" if shape == "in Markdown" else f"{number} {shape}.txt"
            texts[name], named[name] = build(line).replace("bridge opens", f"bridge {name}"), moment
    return texts, named


@pytest.mark.parametrize("words", [(), ("--publish",)], ids=["filed", "to be published"])
def test_an_embargo_anywhere_in_a_text_gives_its_minute_or_a_draft(
    office: Office, words: tuple[str, ...]
) -> None:
    texts, named = in_every_shape(LINES)
    found = import_all(office, texts, *words)
    for name, moment in named.items():
        state = "scheduled" if moment else "draft"
        assert (found[name]["state"], found[name]["instant"]) == (state, moment), texts[name]
    assert office.items() == []


def test_the_line_is_not_among_the_words_and_the_version_keeps_it(office: Office) -> None:
    line = "SPERRFRIST: 6. OKTOBER 2038, 9.30 UHR MESZ"
    for number, (shape, build) in enumerate(SHAPES.items(), start=1):
        name = "text.md" if shape == "in Markdown" else "text.txt"
        path = office.file(build(line).replace("A bridge", f"Bridge {number}"), name)
        office.done("import", str(path))
        (version,) = office.told("history", str(number))
        assert "SPERRFRIST" not in str(version["text"]), shape
        assert "SPERRFRIST" in str(version["says_not_yet"]), shape


def test_a_sentence_that_speaks_of_an_embargo_holds_nothing_back(office: Office) -> None:
    texts, _ = in_every_shape(dict.fromkeys(SPOKEN_OF))
    within = {name: text for name, text in texts.items() if "dateline" not in name}
    found = import_all(office, within, "--publish")
    dated = {name: line for name, line in found.items() if "on top" not in name}
    assert {line["state"] for line in dated.values()} == {"out"}
    assert not [line for line in found.values() if "--lift" in line["does"]]


def test_lines_that_others_sent_are_never_out(office: Office) -> None:
    path: Path = SHARED / "cases" / "embargo-lines.txt"
    if not path.is_file():
        pytest.skip("no folder of cases (NEWSROOM_SHARED) on this machine")
    lines = [line.partition(" | ")[2] for line in path.read_text().splitlines() if " | " in line]
    texts, _ = in_every_shape({line.replace("2027", "2038").strip(): None for line in lines[1:]})
    found = import_all(office, texts, "--publish")
    assert len(found) == len(texts)
    assert {line["state"] for line in found.values()} == {"scheduled", "draft"}
    assert office.items() == []


def test_a_files_own_name_counts_and_not_what_the_folders_above_it_are_called(
    office: Office,
) -> None:
    text = f"{PASSED}\n\nA bridge opens\n\n{BODY}\n"
    below, named = "sous embargo/bridge.txt", "embargoed bridge.txt"
    found = import_all(office, {below: text, named: text.replace("A b", "Another b")}, "--publish")
    assert (found[below]["state"], found[named]["state"]) == ("out", "draft")
    assert "--lift-embargo" in found[named]["does"]


SAID_OF_A_PICTURE = {
    "Photo: Ann Muster, not before 6 October 2038, 09:30": "2038-10-06T07:30:00Z",
    "Ann Muster (not before 6 October 2038, 09:30)": "2038-10-06T07:30:00Z",
    "Embargo 6 October 2038, 09:30 – Ann Muster": "2038-10-06T07:30:00Z",
    "Nicht vor dem 6. Oktober 2038, 9.30 Uhr": "2038-10-06T07:30:00Z",
    "Not before 5 May": None,
    "Not for publication": None,
}


@pytest.mark.parametrize("words", SAID_OF_A_PICTURE)
@pytest.mark.parametrize("option", ["--alt-from", "--credit-from"])
def test_what_is_said_of_a_picture_holds_a_schedule(
    office: Office, option: str, words: str
) -> None:
    office.done("import", str(office.file(f"1 October 2038 - 10:00\n\nA bridge opens\n\n{BODY}\n")))
    picture = office.folder / "bridge.jpg"
    picture.write_bytes(b"\xff\xd8\xff\xe0 jpeg")
    done = office.done("attach", "1", str(picture), option, str(office.file(words, "words.txt")))
    assert "release 1 is held back: what is said of bridge.jpg says" in done
    assert json.loads(office.done("show", "1", "--json"))["state"] == "held"


@pytest.mark.parametrize("option", ["--alt", "--credit"])
def test_of_a_release_that_is_out_no_such_words_are_taken(office: Office, option: str) -> None:
    office.done("import", "--publish", str(office.file(f"{PASSED}\n\nA bridge opens\n\n{BODY}\n")))
    picture = office.folder / "bridge.jpg"
    picture.write_bytes(b"\xff\xd8\xff\xe0 jpeg")
    refused = office.refused("attach", "1", str(picture), option, "Ann Muster, not before 5 May")
    assert "release 1 is out, and these words say “not before 5 May”" in refused
    assert "bridge.jpg" not in office.done("show", "1")


def test_the_name_of_a_picture_holds_a_schedule(office: Office) -> None:
    office.done("import", str(office.file(f"1 October 2038 - 10:00\n\nA bridge opens\n\n{BODY}\n")))
    picture = office.folder / "EMBARGO 6 October 2038 09h30.jpg"
    picture.write_bytes(b"\xff\xd8\xff\xe0 jpeg")
    office.done("attach", "1", str(picture))
    assert json.loads(office.done("show", "1", "--json"))["state"] == "held"


def test_a_credit_that_says_not_yet_holds_what_is_edited(office: Office) -> None:
    office.done("import", str(office.file(f"1 October 2038 - 10:00\n\nA bridge opens\n\n{BODY}\n")))
    picture = office.folder / "bridge.jpg"
    picture.write_bytes(b"\xff\xd8\xff\xe0 jpeg")
    office.done("attach", "1", str(picture))
    words = office.file("Ann Muster, not before 6 October 2038, 09:30", "words.txt")
    office.done("edit", "1", "--credit-from", str(words))
    assert json.loads(office.done("show", "1", "--json"))["state"] == "held"


def test_a_credit_that_is_content_with_the_minute_holds_nothing(office: Office) -> None:
    office.done("import", str(office.file(f"1 October 2038 - 10:00\n\nA bridge opens\n\n{BODY}\n")))
    picture = office.folder / "bridge.jpg"
    picture.write_bytes(b"\xff\xd8\xff\xe0 jpeg")
    words = office.file("Ann Muster, not before 1 October 2038, 10:00", "words.txt")
    office.done("attach", "1", str(picture), "--credit-from", str(words))
    assert json.loads(office.done("show", "1", "--json"))["state"] == "scheduled"


@pytest.mark.parametrize(
    "ban",
    [
        "NOT FOR PUBLICATION",
        "NE PAS PUBLIER",
        "NIET VOOR PUBLICATIE",
        "NICHT ZUR VERÖFFENTLICHUNG",
    ],
)
@pytest.mark.parametrize("below", ["\n\n", "\nCode zqx\n\n"])
def test_a_minute_that_is_given_schedules_nothing_that_is_not_for_publication(
    office: Office, ban: str, below: str
) -> None:
    text = f"{ban}{below}1 October 2038 - 10:00\n\nMinister opens bridge\n\n{BODY}\n"
    found = import_all(office, {"d.txt": text}, "--at", "2038-10-02T10:00")
    assert (found["d.txt"]["state"], found["d.txt"]["instant"]) == ("draft", None)
    assert "--lift-embargo" in found["d.txt"]["does"]
    assert "zqx" not in office.done("show", "1")
