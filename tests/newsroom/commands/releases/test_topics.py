"""Topics, as they are typed."""

import sqlite3
from contextlib import closing

from tests.intake.pictures.places import scene, written
from tests.newsroom.commands.office import Office


def test_a_topics_words_are_replaced_only_by_who_says_so(office: Office) -> None:
    add = ("topics", "add", "climate")
    office.done(*add, "--title", "en=Climate", "--introduction", "en=On rivers.")
    assert office.done(*add, "--title", "fr=Climat") == "topic climate: saved\n"
    assert office.done(*add, "--title", "fr=Climat") == "topic climate: unchanged\n"
    words = ("--title", "en=Climate change", "--introduction", "en=On seas.", "--title", "de=Klima")
    reason = office.refused(*add, *words)
    assert "there is a topic climate: its en title is “Climate”, not “Climate change”" in reason
    assert "; en introduction is “On rivers.”, not “On seas.”; --replace puts" in reason
    assert office.told("topics")[0]["titles"] == {"en": "Climate", "fr": "Climat"}
    assert office.done(*add, *words, "--replace") == (
        "climate: en title was “Climate”, is “Climate change”\n"
        "climate: en introduction was “On rivers.”, is “On seas.”\n"
        "topic climate: saved\n"
    )
    assert office.told("topics")[0]["titles"]["en"] == "Climate change"


def test_who_adds_a_topic_is_told_that_the_public_sees_it(office: Office) -> None:
    said = (
        "topic merger: saved; the public sees it from now on, also before anything in it is out\n"
    )
    assert office.done("topics", "add", "merger", "--title", "en=Merger") == said
    assert office.done("topics", "add", "merger", "--title", "fr=Fusion") == "topic merger: saved\n"


def test_adding_a_topic_makes_no_home(bare: Office) -> None:
    reason = bare.refused("topics", "add", "climate", "--title", "en=Climate")
    assert "newsroom init makes one" in reason
    assert not bare.home.exists()


def test_a_topic_is_given_a_picture_and_told_what_is_said_of_it(office: Office) -> None:
    office.done("topics", "add", "wind", "--title", "en=Wind")
    path = office.folder / "wind.png"
    path.write_bytes(written(scene(900, 300), "PNG"))
    give = ("topics", "picture", "wind")
    assert "say what wind.png shows" in office.refused(*give, str(path))
    assert "name a picture, or say --remove" in office.type(*give).output
    assert "name a picture, or say --remove" in office.type(*give, str(path), "--remove").output
    said = office.done(*give, str(path), "--alt", "en=A wind farm", "--credit", "© A. Name")
    assert said.startswith(
        "topic wind: has a new picture; picture wind.png (en), © A. Name\nno --alt in fr, nl, de"
    )
    again = [f"--alt={code}=Wind" for code in ("fr", "nl", "de")]
    assert office.done(*give, str(path), *again) == (
        "topic wind: saved; picture wind.png (en, fr, nl, de), © A. Name\n"
    )
    assert "; picture wind.png (en, fr, nl, de), © A. Name\n" in office.done("topics")
    told = office.told("topics")[0]
    assert (told["picture"], told["credit"]) == ("wind.png", "© A. Name")
    assert told["alts"] == {"en": "A wind farm", "fr": "Wind", "nl": "Wind", "de": "Wind"}
    assert office.done(*give, "--remove") == "topic wind: has no picture any more\n"
    assert office.told("topics")[0]["picture"] is None


def test_a_broken_picture_of_a_topic_is_named_at_once(office: Office) -> None:
    office.done("topics", "add", "wind", "--title", "en=Wind")
    path = office.file(written(scene(900, 300), "PNG")[:-200], "wind.png")
    said = office.done("topics", "picture", "wind", str(path), "--alt", "en=A wind farm")
    assert "\nnote: wind.png is listed and not shown, since it is broken or cut off" in said


def test_a_credit_that_waits_for_its_picture_is_told_to_officers(office: Office) -> None:
    office.done("topics", "add", "wind", "--title", "en=Wind")
    with closing(sqlite3.connect(office.home / "newsroom.db")) as db:
        db.execute("UPDATE topic SET credit = '© Filed' WHERE slug = 'wind'")
        db.commit()
    assert "; kept for its picture, which it lacks: © Filed\n" in office.done("topics")
