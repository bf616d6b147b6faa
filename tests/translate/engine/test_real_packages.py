"""The real engine with real, if poor, packages; never a word about its hypothesis."""

import re
from collections import Counter
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from press.text import Block, Kind, Origin
from translate.engine.argos import engine_for
from translate.engine.protocol import Engine
from translate.numbers.values import values
from translate.translating import translate_blocks

pytestmark = pytest.mark.waits

REACHABLE = (r"\+\d[ \d]+\d", r"[\w.+-]+@[\w.-]+\w", r"https?://[\w./?=&-]+\w")
TEXT = [
    Block(Kind.HEADLINE, "Velmora opens a night ferry between Corvane and the islands"),
    Block(
        Kind.PARAGRAPH,
        "Velmora paid 1.42 million euros for the *Saltwind* on 20 February 2026. By 2028 it spends "
        "almost €7 million, i.e. 12 % of it on [both harbours](https://example.org/a_b?c=1).",
    ),
    Block(Kind.HEADING, "## What comes next"),
    Block(
        Kind.LIST, "- **Quays**, cranes and lamps\n- Night trains\n  1. In Corvane\n  2. In Adrin"
    ),
    Block(Kind.QUOTE, "> “Whoever misses the last boat can now take the next one.”"),
    Block(Kind.TABLE, "| Harbour | Paid in 2025 |\n|---|---:|\n| Adrin | 1.42 million euros |"),
    Block(Kind.CODE, "```\nprint(1)\n```"),
    Block(
        Kind.PARAGRAPH,
        "Call the press service on +999 2 555 01 00 or write to press_office@example.org; see also "
        "<http://consulate.example.org> and https://example.org/press.",
    ),
]


@pytest.fixture(params=["fr", "nl", "de"])
def engine(request: pytest.FixtureRequest, models: Path, tmp_path: Path) -> Engine:
    return engine_for("en", request.param, [tmp_path / "home", models])


def through(engine: Engine) -> list[Block]:
    return [one.block for one in translate_blocks(TEXT, "en", target(engine), engine)]


def test_every_block_comes_back_changed_in_the_machine_s_name(engine: Engine) -> None:
    made = through(engine)
    assert re.fullmatch(r"argos en-(fr|nl|de) 0\.1", engine.name)
    assert {(block.origin, block.engine) for block in made} == {(Origin.MACHINE, engine.name)}
    for source, block in zip(TEXT, made, strict=True):
        assert block.kind is source.kind
        assert (block.markdown == source.markdown) is (source.kind is Kind.CODE)


def target(engine: Engine) -> str:
    return engine.name[-6:-4]


def bare(block: Block) -> str:
    """Without emphasis and escapes, which may stand in the middle of an amount."""
    return re.sub(r"[*\\]", "", block.markdown)


def test_structure_links_numbers_and_telephones_are_kept(engine: Engine) -> None:
    parser = MarkdownIt("commonmark").enable("table")
    for source, block in zip(TEXT, through(engine), strict=True):
        assert values(bare(block), target(engine)) == values(bare(source), "en")
        pages = [parser.render(b.markdown) for b in (source, block)]
        tags = [Counter(re.findall(r"<(?!/?(?:em|strong)>)[^>]*>", page)) for page in pages]
        assert tags[0] == tags[1]
        for kept in ("+999 2 555 01 00", "press_office@example.org", "https://example.org/press"):
            assert (kept in source.markdown) is (kept in block.markdown)


def test_the_same_text_is_translated_the_same_way_twice(engine: Engine) -> None:
    assert through(engine) == through(engine)


def test_a_real_release_keeps_its_numbers_and_the_ways_to_reach_people(
    engine: Engine, seeds: Path
) -> None:
    for file in sorted(seeds.glob("*.txt")):
        paragraphs = [p for p in file.read_text().split("\n\n") if p.strip()]
        blocks = [Block(Kind.PARAGRAPH, paragraph) for paragraph in paragraphs]
        made = [one.block for one in translate_blocks(blocks, "en", target(engine), engine)]
        for source, block in zip(blocks, made, strict=True):
            if block.markdown != " ".join(source.markdown.split()):
                assert values(bare(block), target(engine)) == values(bare(source), "en")
            for kept in REACHABLE:
                found = [Counter(re.findall(kept, b.markdown)) for b in (source, block)]
                assert found[0] == found[1]
