"""The tables of the demonstration, as wide as a terminal is."""

from dataclasses import replace
from datetime import timedelta
from io import StringIO

from rich.console import Console, RenderableType

from feeds import FORMATS
from newsroom.commands.running import demo_tables
from newsroom.proofs.surfaces import Surface
from newsroom.running.results import PAGES, FeedResult, LanguageResult
from press.languages import Language

MS = timedelta(milliseconds=1)


def printed(table: RenderableType) -> list[str]:
    screen = Console(width=80, file=StringIO())
    with screen.capture() as shown:
        screen.print(table)
    return [line.rstrip() for line in shown.get().splitlines()]


def test_a_language_is_one_line_of_a_narrow_terminal() -> None:
    words = {"rough": 12, "untranslated": 2, "own": 1}
    result = LanguageResult(Language("nl-BE"), 4, 15, 15, 15, 117 * MS, words)
    heading, dutch = printed(demo_tables.languages([result]))
    assert heading.split() == ["Pages", "Feeds", "Entries", "After", "Words"]
    assert dutch.startswith("Nederlands  4 ")
    assert dutch.endswith("  15 valid  15       +117 ms  12 rough, 2 untranslated, 1 own")
    assert " 14 of 15 valid " in printed(demo_tables.languages([replace(result, valid=14)]))[1]


def test_every_feed_is_a_line_with_what_is_wrong_with_it() -> None:
    surface = Surface("nl", "climate", "rss", "/nl/climate.rss")
    heading, line = printed(demo_tables.feeds([FeedResult(surface, 3, ["no title [at all]"], 99)]))
    assert heading.split() == ["Language", "Topic", "Format", "Entries", "Validity", "Bytes"]
    assert line.split() == ["nl", "climate", "rss", "3", "no", "title", "[at", "all]", "99"]


def test_an_address_is_absent_until_all_of_its_kind_have_shown_the_release() -> None:
    kinds = (*FORMATS, *PAGES)
    one, *others = [Surface("nl", topic, k, f"/{topic}{k}") for topic in "ab" for k in kinds]
    title, _, line = printed(demo_tables.surfaces([one, *others], {}, 61 * 1000 * MS))
    assert title.startswith("61 s to go")
    assert line.split() == ["nl", *["absent"] * len(kinds)]
    seen = dict.fromkeys(others, 9 * MS)
    title, _, line = printed(demo_tables.surfaces([one, *others], seen, -1 * MS))
    assert title.startswith("the minute has come")
    assert line.split()[:4] == ["nl", "absent", "+9", "ms"]
