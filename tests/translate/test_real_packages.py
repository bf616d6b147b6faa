"""The real engine with real, if poor, packages; never a word about its wording."""

import re
from collections import Counter
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from press.text import Block, Kind, Origin
from translate import Engine, translate_blocks
from translate.argos import engine_for
from translate.numbers import numbers

TEXT = [
    Block(Kind.HEADLINE, "Belgium, pioneer in humanitarian demining in Iraq and Syria"),
    Block(
        Kind.PARAGRAPH,
        "Belgium contributed 1.35 million euros to *UNMAS* on 18 February 2026. Since 2019 it gave "
        "more than €13 million, i.e. 12 % of it to [both countries](https://example.org/a_b?c=1).",
    ),
    Block(Kind.HEADING, "## What comes next"),
    Block(
        Kind.LIST, "- **Roads**, farmland and water\n- Food security\n  1. In Iraq\n  2. In Syria"
    ),
    Block(Kind.QUOTE, "> “When fields can be cultivated again, children can return to school.”"),
    Block(Kind.TABLE, "| Country | Paid in 2025 |\n|---|---:|\n| Iraq | 1.35 million euros |"),
    Block(Kind.CODE, "```\nprint(1)\n```"),
    Block(
        Kind.PARAGRAPH,
        "Call the press service on +32 2 501 81 11 or write to press_office@example.org; see also "
        "<http://diplomatie.belgium.be> and https://example.org/press.",
    ),
]


@pytest.fixture(params=["fr", "nl", "de"])
def engine(request: pytest.FixtureRequest, models: Path, tmp_path: Path) -> Engine:
    return engine_for("en", request.param, [tmp_path / "home", models])


def through(engine: Engine) -> list[Block]:
    return translate_blocks(TEXT, "en", engine.name[-6:-4], engine)


def test_every_block_comes_back_changed_in_the_machine_s_name(engine: Engine) -> None:
    made = through(engine)
    assert re.fullmatch(r"argos en-(fr|nl|de) 0\.1", engine.name)
    assert {(block.origin, block.engine) for block in made} == {(Origin.MACHINE, engine.name)}
    for source, block in zip(TEXT, made, strict=True):
        assert block.kind is source.kind
        assert (block.markdown == source.markdown) is (source.kind is Kind.CODE)


def test_structure_links_numbers_and_telephones_are_kept(engine: Engine) -> None:
    parser = MarkdownIt("commonmark").enable("table")
    for source, block in zip(TEXT, through(engine), strict=True):
        assert numbers(block.markdown) == numbers(source.markdown)
        pages = [parser.render(b.markdown) for b in (source, block)]
        tags = [re.findall(r"<[^>]*>", page) for page in pages]
        assert tags[0] == tags[1]
        for kept in ("+32 2 501 81 11", "press_office@example.org", "https://example.org/press"):
            assert (kept in source.markdown) is (kept in block.markdown)


def test_the_same_text_is_translated_the_same_way_twice(engine: Engine) -> None:
    assert through(engine) == through(engine)


def test_a_real_release_keeps_its_numbers_and_telephones(engine: Engine, seeds: Path) -> None:
    for file in sorted(seeds.glob("*.txt")):
        paragraphs = [p for p in file.read_text().split("\n\n") if p.strip()]
        blocks = [Block(Kind.PARAGRAPH, paragraph) for paragraph in paragraphs]
        made = translate_blocks(blocks, "en", "fr", engine)
        for source, block in zip(blocks, made, strict=True):
            assert numbers(block.markdown) == numbers(source.markdown)
            phones = [Counter(re.findall(r"\+32[ \d]+\d", b.markdown)) for b in (source, block)]
            assert phones[0] == phones[1]
