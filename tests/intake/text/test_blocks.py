"""Blocks that can each stand alone."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from intake.text.blocks import heading_of, plain, split
from press.text import Block, Kind

PAGE = MarkdownIt("commonmark", {"html": False}).enable("table")
# Samples of our own: pieces from which any text can be made.
PIECES = [
    "A sample paragraph with *emphasis*.",
    "Another one,\nover two lines.",
    "  a line with an indent",
    "    code by indent\n    ``` in it",
    "\tcode by tab",
    "# First heading",
    "## Second heading ##",
    "Underlined\n---",
    "- one\n- two\n\n  more of two",
    "   - moved\n   - in",
    " - a\n   - b\n\n     c",
    "3) three\n4) four",
    "> a quotation\ngoing on",
    "> # heading in a quotation\n> - list",
    "| a | b |\n|---|--:|\n| 1 | 2 |",
    "```text\ncode\n\n\ncode\n```",
    "~~~\nnever closed",
    "***",
    "<b>raw</b> &amp; <script>x</script>",
    "<div>\nraw\n</div>",
    "Hard\\\nbreak  \nbreak",
    "![picture](https://x.example/p.png)",
    "",
]
LINKS = [
    "A [link][one] and [one] and [One][].",
    "- in a [list\n  item][one]",
    "> in a [quote\n> of two lines][two]",
    "| [cell][one] |\n|---|\n| ![cell][two] |",
    "`[one][two]` and [one][two]",
    r"\[one] and [\]one][two] and [*one*][two]",
    "[one](https://x.example) and [one] (two)",
    "[nothing][three] and [![one][two]][one]",
]
DEFINITIONS = "[one]: https://one.example/a_b (One \"1\")\n[two]: <../t w o>\n  'T|wo'"


def pages(*texts: str) -> str:
    """What texts show; empty headings and white space, as in code never closed, do not count."""
    return re.sub(r"\s+|<h\d></h\d>", "", "".join(map(PAGE.render, texts)))


@given(st.lists(st.sampled_from(PIECES)), st.sampled_from(("\n", "\n\n")))
def test_the_blocks_one_by_one_make_the_same_page(pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    assert pages(*(block.markdown for block in split(text))) == pages(text)


@given(st.lists(st.sampled_from([*PIECES, *LINKS])))
def test_links_by_reference_lead_where_they_led(pieces: list[str]) -> None:
    text = "\n\n".join([DEFINITIONS, "[one][] [two][]", *pieces])
    assert pages(*(block.markdown for block in split(text))) == pages(text)


@pytest.mark.parametrize("link", LINKS[:3])
def test_links_by_reference_become_inline_links(link: str) -> None:
    assert "][" not in split(f"{link}\n\n{DEFINITIONS}")[0].markdown


def test_links_that_only_look_alike_are_left_alone() -> None:
    (block,) = split("`[a][1]` and [a][1]\n\n[1]: https://x.example")
    assert block.markdown == "`[a][1]` and [a](<https://x.example>)"


def test_a_definition_nothing_refers_to_is_a_line_of_text() -> None:
    blocks = split("[Editor]: Jane\n\nText with [a link][1].\n\n[1]: /x\n[1]: /y")
    assert [plain(block.markdown) for block in blocks] == [
        "[Editor]: Jane",
        "Text with a link.",
        "[1]: /y",
    ]


def test_a_comment_does_not_come_out() -> None:
    assert split("Sample.\n\n[//]: # (not for the public)") == (Block(Kind.PARAGRAPH, "Sample."),)


def test_every_kind_of_block_is_known() -> None:
    text = "Text.\n\n# H\n\n- l\n\n> q\n\n| t |\n|---|\n\n```\nc\n```\n\n---\n\n1. l\n2. l"
    kinds = [block.kind for block in split(text)]
    assert kinds == ["paragraph", "heading", "list", "quote", "table", "code", "rule", "list"]


def test_html_is_mere_text() -> None:
    (block,) = split("<script>\nalert(1)\n</script>")
    assert block.kind is Kind.PARAGRAPH
    assert "<script>" not in PAGE.render(block.markdown)


def test_code_by_indent_stays_code_when_trimmed() -> None:
    (block,) = split("    one ````\n      two\n\n    three")
    assert block == Block(Kind.CODE, "`````\none ````\n  two\n\nthree\n`````")


def test_typed_text_may_indent_its_paragraphs() -> None:
    blocks = split("    First line of a paragraph\nand its second.\n\n\tAnother.", typed=True)
    assert [block.markdown for block in blocks] == [
        "First line of a paragraph\nand its second.",
        "Another.",
    ]


def test_plain_words_lose_their_marks_only() -> None:
    assert plain("A *big* [sample](https://x.example) & `code` &lt;3\nof  ours&#12;") == (
        "A big sample & code <3 of ours"
    )


@pytest.mark.parametrize(
    ("markdown", "level", "words"),
    [("# A *b*", 1, "A b"), ("## A ##", 2, "A"), ("A\nb\n===", 1, "A b"), ("A\n---", 2, "A")],
)
def test_the_level_of_a_heading_is_known(markdown: str, level: int, words: str) -> None:
    assert heading_of(Block(Kind.HEADING, markdown)) == (level, words)
    assert heading_of(Block(Kind.PARAGRAPH, markdown)) == (0, "")
