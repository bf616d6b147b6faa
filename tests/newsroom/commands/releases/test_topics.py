"""Topics, as they are typed."""

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


def test_adding_a_topic_makes_no_home(bare: Office) -> None:
    reason = bare.refused("topics", "add", "climate", "--title", "en=Climate")
    assert "newsroom init makes one" in reason
    assert not bare.home.exists()
