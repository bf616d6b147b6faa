"""Which words of a machine the public may read before a person has."""

import pytest

from press.finding import Finding, Severity
from press.releases.readiness import Readiness, Starter
from press.text import STARTER, Block, Kind, Origin, Text

ROUGH = f"{STARTER} en-fr 1.0"
UNSURE = Finding("doubt", Severity.BLOCKS, "the engine was not sure")
SOURCES = (
    Block(Kind.HEADLINE, "A port opens"),
    Block(Kind.PARAGRAPH, "Ships may call."),
    Block(Kind.CODE, "```\nx = 1\n```"),
)
ORIGINAL = Text("en", SOURCES)
DRAFTS, ON, OFF = (Readiness(starter=starter) for starter in Starter)


def said(
    number: int,
    words: str,
    origin: Origin = Origin.MACHINE,
    engine: str = ROUGH,
    found: tuple[Finding, ...] = (),
) -> Block:
    source = SOURCES[number]
    return Block(source.kind, words, origin, engine, source.digest, found)


def text(*blocks: Block) -> Text:
    return Text("fr", blocks)


ALL_ROUGH = text(said(0, "Un port ouvre"), said(1, "Les navires entrent."))
ONE_READ = text(said(0, "Un port ouvre", Origin.EDITOR), said(1, "Les navires entrent."))
ALL_READ = text(said(0, "Un port ouvre", Origin.EDITOR), said(1, "Les navires…", Origin.EDITOR))
ONE_HELD = text(said(0, "Un port ouvre"), said(1, "Navires navires.", found=(UNSURE,)))


def test_the_starters_words_wait_until_a_person_has_read_every_one() -> None:
    for rule in (DRAFTS, OFF):
        assert rule.for_public(ALL_ROUGH, ORIGINAL) is None
        assert rule.for_public(ONE_READ, ORIGINAL) is None
        assert rule.for_public(ALL_READ, ORIGINAL) == ALL_READ


def test_one_block_of_the_starters_keeps_a_whole_text_in_whoever_wrote_the_others() -> None:
    mixed = text(said(0, "Un port ouvre", engine="argos en-fr 1.9"), said(1, "Navires."))
    assert DRAFTS.for_public(mixed, ORIGINAL) is None
    assert ON.for_public(mixed, ORIGINAL) == mixed


def test_by_way_of_the_starter_is_the_starters_too() -> None:
    engine = f"argos fr-en 1.9 + {STARTER} en-nl 1.0"
    assert DRAFTS.for_public(text(said(0, "Een haven", engine=engine)), ORIGINAL) is None


def test_where_it_is_on_its_words_are_public_but_for_those_that_must_not_go_out_unread() -> None:
    assert ON.for_public(ALL_ROUGH, ORIGINAL) == ALL_ROUGH
    shown = ON.for_public(ONE_HELD, ORIGINAL)
    assert shown
    assert [block.markdown for block in shown.blocks] == ["Un port ouvre", "Ships may call."]
    (first, second) = shown.blocks
    assert (first.stands_in, second.stands_in) == (False, True)
    assert shown.translates == ONE_HELD.translates
    assert second.findings == (UNSURE,)


def test_a_text_of_which_nothing_may_go_out_waits() -> None:
    nothing = text(said(0, "Port port", found=(UNSURE,)))
    assert ON.for_public(nothing, ORIGINAL) is None


def test_code_is_nobodys_words_and_stands_for_nothing() -> None:
    code = Block(Kind.CODE, SOURCES[2].markdown, of=SOURCES[2].digest)
    assert not code.stands_in
    shown = ON.for_public(text(said(0, "Un port ouvre"), code), ORIGINAL)
    assert shown is not None
    assert shown.is_rough


@pytest.mark.parametrize("starter", list(Starter))
def test_a_reviewed_language_waits_for_an_editor_whatever_the_starter_may(starter: Starter) -> None:
    rule = Readiness(frozenset({"fr"}), starter)
    assert rule.for_public(ALL_ROUGH, ORIGINAL) is None
    assert rule.for_public(ALL_READ, ORIGINAL) == ALL_READ


@pytest.mark.parametrize("starter", list(Starter))
def test_an_installed_packages_block_that_is_held_back_holds_the_text(starter: Starter) -> None:
    held = text(said(0, "Un port", engine="argos en-fr 1.9", found=(UNSURE,)), said(1, "Navires."))
    assert Readiness(starter=starter).for_public(held, ORIGINAL) is None
