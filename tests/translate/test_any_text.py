"""Whatever the text and whatever the engine says: what must not change does not."""

import re
import unicodedata
from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from press.text import PLAIN, Block, Kind, clean
from tests.translate.fakes import INJECTIONS, Engine, echo, unruly, unruly_aligned
from translate.translating import translate_blocks

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
PROSE = """
    Velmora funds the minister’s “plan” for Tamvara; see below: R&D (VDS) e.g. here. Now! What?
    l'État été 日本 — – … U.S. a_b \\* \\# &amp; © 5 * 3 < > | # - + 1. ~ ` ] [ ![
"""
WORDS = st.sampled_from(PROSE.split())
KEPT = st.sampled_from(
    (
        "[the page](https://a.example/b_c?d=1&e=2)",
        '[it](<x y> "A title")',
        "[**bold** link](/p(q)r)",
        "![picture](i.png)",
        "<https://a.example/auto>",
        "<me@a.example>",
        "https://a.example/y_(z)",
        "www.a.example",
        "press.office+x@mail.a.example",
        "+999 2 555 01 00",
        "02/555.01.00",
        "`code *x*`",
        "*marked words*",
        "**two. Sentences**",
        "<b>tag</b>",
        "20 February 2026",
        "1.42 million",
        "12 400",
        "€7",
        "2027-2028",
        "5 %",
    )
)
GLUE = st.sampled_from(
    (" ", " ", " ", "  ", ". ", ", ", "\n", "  \n", "\\\n", "\n\n", "\n- ", "\n> ", "\n2. ", " | ")
)
SENTENCES = st.lists(st.tuples(WORDS | KEPT, GLUE), max_size=14).map(
    lambda parts: "".join(word + glue for word, glue in parts)
)
MARKS = st.text(st.sampled_from("ab .1\n*_`[]()<>#->|\\!&;:~=+\"'é\t\u00a0"), max_size=40)
TEXTS = SENTENCES | MARKS | st.text(max_size=40)
REACHABLE = (
    r"https?://[\w./?=&()-]*\w",
    r"[\w.+-]+@[\w-]+\.[\w.-]*\w",
    r"\+999 2 555 01 00|02/555\.01\.00",
)
KINDS = st.sampled_from([kind for kind in Kind if kind is not Kind.CODE])


def through(engine: Engine, kind: Kind, markdown: str, target: str = "fr") -> str:
    return translate_blocks([Block(kind, markdown)], "en", target, engine)[0].block.markdown


def digits(text: str) -> Counter[str]:
    return Counter(str(unicodedata.decimal(c)) for c in text if c.isdecimal())


def found(pattern: str, text: str) -> Counter[str]:
    return Counter(re.findall(pattern, " ".join(text.split())))


EMPHASIS = re.compile(r"</?(?:em|strong|s)>")


def skeleton(markdown: str) -> Counter[str]:
    """Every tag, target and piece of code of the page that it becomes, but for emphasis."""
    page = re.sub(r"(?<=>)[^<]*(?=</code>)", "<code content>", PARSER.render(markdown))
    return Counter(re.findall(r"<[^>]*>", EMPHASIS.sub("", page)))


def emphasis(markdown: str) -> Counter[str]:
    return Counter(EMPHASIS.findall(PARSER.render(markdown)))


def targets(markdown: str) -> Counter[str]:
    return found(r"(?:href|src)=\"[^\"]*\"", PARSER.render(markdown))


@pytest.mark.parametrize("hostile", [True, False])
@given(kind=KINDS, markdown=TEXTS, random=st.randoms(use_true_random=False))
def test_numbers_and_ways_to_reach_people_come_through_any_engine(
    hostile: bool, kind: Kind, markdown: str, random: Random
) -> None:
    markdown = clean(markdown)
    engine = unruly(random) if hostile else Engine(lambda words: " ".join(words.split()[::-1]))
    said = through(engine, kind, markdown)
    assert digits(said) == digits(markdown)
    for pattern in REACHABLE:
        assert found(pattern, said) == found(pattern, markdown)


@given(markdown=TEXTS, random=st.randoms(use_true_random=False))
def test_the_page_keeps_its_structure_whatever_an_engine_says(
    markdown: str, random: Random
) -> None:
    markdown = clean(markdown)
    said = through(unruly(random), Kind.PARAGRAPH, markdown)
    assert targets(said) == targets(markdown)
    assert skeleton(said) == skeleton(markdown)
    assert emphasis(said) <= emphasis(markdown)


@given(kind=KINDS, markdown=TEXTS, random=st.randoms(use_true_random=False))
def test_wherever_an_engine_says_its_words_come_from_nothing_is_lost_unflagged(
    kind: Kind, markdown: str, random: Random
) -> None:
    source = Block(kind, clean(markdown))
    (made,) = translate_blocks([source], "en", "fr", unruly_aligned(random))
    said = made.block.markdown
    assert digits(said) == digits(source.markdown)
    if kind not in PLAIN:
        assert targets(said) == targets(source.markdown)
        assert skeleton(said) == skeleton(source.markdown)
    if emphasis(said) != emphasis(source.markdown) and kind is Kind.PARAGRAPH:
        assert "markup" in {finding.check for finding in made.findings}


@given(markdown=TEXTS, answer=st.sampled_from(INJECTIONS) | st.text(max_size=30) | MARKS)
def test_one_answer_to_everything_changes_no_structure(markdown: str, answer: str) -> None:
    markdown = clean(markdown)
    said = through(Engine(lambda _: answer), Kind.PARAGRAPH, markdown)
    assert skeleton(said) == skeleton(markdown)
    assert clean(said) == said


@given(kind=KINDS, markdown=TEXTS)
def test_an_echo_gives_the_text_back_but_for_its_white_space(kind: Kind, markdown: str) -> None:
    markdown = clean(markdown)
    said = through(echo(), kind, markdown, "es")  # whose amounts we do not know
    read = str if kind in PLAIN else PARSER.render
    assert read(said).split() == read(markdown).split()
    if ">" not in markdown:  # the mark of a quotation goes with the line that it began
        assert said.split() == markdown.split()
