"""Only what is a list becomes one: dates, ordinals and signs stay the paragraph that they were."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from feeds.parts.html import to_html
from intake import read
from intake.text.blocks import plain, split
from newsroom.review.corrected import corrected
from press.months import spellings
from press.text import Block, Kind

PAGE = MarkdownIt("commonmark", {"html": False}).enable("table")
PARAGRAPHS = [
    "10. Mai 2027 ist der Tag.",
    "1. Mai",
    "1. März: Beginn\n12. März: Ende",
    "21. Jahrhundert heißt die Ausstellung.",
    "3. Platz für Velmora",
    "- 5 °C in Velmora",
    "-5 °C in Velmora",
    "+ 3 % gegenüber 2026",
    "– 40 million euros",
    "- 1,5 Millionen Euro",
    "Es war am\n1. Mai 2027 so weit.",
    "Es waren\n- 5 °C in Velmora.",
]
LISTS = ["1. one\n2. two", "- one\n- two", "1. one\n1. two", "- 5 boats\n- 3 ferries", "7) a\n8) b"]


@pytest.mark.parametrize("typed", [True, False])
@pytest.mark.parametrize("text", PARAGRAPHS)
def test_a_paragraph_that_begins_with_a_date_or_a_sign_is_one(text: str, typed: bool) -> None:
    (block,) = split(text, typed=typed)
    assert block.kind is Kind.PARAGRAPH
    assert plain(block.markdown) == " ".join(text.split())
    assert PAGE.render(block.markdown) == f"<p>{text}</p>\n"
    assert split(block.markdown) == (block,)


@pytest.mark.parametrize("typed", [True, False])
@pytest.mark.parametrize("text", LISTS)
def test_a_mark_that_another_item_follows_makes_a_list(text: str, typed: bool) -> None:
    assert split(text, typed=typed) == (Block(Kind.LIST, text),)


def test_dates_are_not_numbered_anew() -> None:
    days = split("10. Mai ist Premiere.\n\n12. Mai ist Finale.\n\n1. eins\n2. zwei")
    assert [plain(day.markdown) for day in days[:2]] == [
        "10. Mai ist Premiere.",
        "12. Mai ist Finale.",
    ]
    assert days[2] == Block(Kind.LIST, "1. eins\n2. zwei")


def test_dates_within_items_and_quotations_make_no_lists_in_them() -> None:
    for text in ("- 10. Mai: Beginn\n- 12. Mai: Ende", "> 10. Mai 2027 ist der Tag"):
        (block,) = split(text)
        assert "<ol" not in PAGE.render(block.markdown)
        assert "10. Mai" in PAGE.render(block.markdown)


def test_an_item_by_itself_is_a_list_in_markdown_only() -> None:
    assert split("- item") == (Block(Kind.LIST, "- item"),)
    assert split("- item", typed=True) == (Block(Kind.PARAGRAPH, "\\- item"),)


def test_code_is_left_alone() -> None:
    assert split("```\n10. Mai\n- 5\n```") == (Block(Kind.CODE, "```\n10. Mai\n- 5\n```"),)


@given(
    day=st.integers(1, 31),
    month=st.sampled_from(sorted({name for name, _ in spellings()})),
    rest=st.text("aé 1.-–+*:,\n", max_size=20),
    typed=st.booleans(),
)
def test_no_date_begins_a_list(day: int, month: str, rest: str, typed: bool) -> None:
    first = split(f"{day}. {month} {rest}", typed=typed)[0]
    assert first.kind in (Kind.PARAGRAPH, Kind.HEADING)
    assert plain(first.markdown).startswith(f"{day}. {month}") or first.kind is Kind.HEADING


@given(st.text("a1 .)-+*>\n", max_size=30), st.booleans())
def test_no_word_or_figure_is_lost(text: str, typed: bool) -> None:
    def letters(text: str) -> str:
        return "".join(sign for sign in text if sign == "a")

    blocks = split(text, typed=typed)
    assert letters("".join(block.markdown for block in blocks)) == letters(text)
    for block in blocks:
        assert split(block.markdown, listed=block.kind is Kind.LIST) in ((block,), ())


@pytest.mark.parametrize("name", ["text.txt", "text.md"])
def test_a_filed_date_is_a_paragraph_on_pages_and_in_feeds(name: str) -> None:
    head = "---\ntitle: Der Tag\n---\n" if name.endswith(".md") else "Der Tag\n\n"
    text = f"{head}10. Mai 2027 ist der Tag.\n\n- 5 °C werden es in Velmora.\n"
    (filing,) = read(name, text.encode(), zone="Europe/Berlin", language="de").filings
    body = [block for block in filing.blocks if block.kind is not Kind.HEADLINE]
    assert [block.kind for block in body] == [Kind.PARAGRAPH, Kind.PARAGRAPH]
    page = "<p>10. Mai 2027 ist der Tag.</p>\n<p>- 5 °C werden es in Velmora.</p>"
    assert to_html(body) == page


def test_an_editor_may_begin_a_paragraph_with_a_date() -> None:
    source = Block(Kind.PARAGRAPH, "10 May 2027 is the day.")
    assert corrected(source, "10. Mai 2027 ist der Tag.").markdown == "10\\. Mai 2027 ist der Tag."


def test_an_editor_may_give_a_list_of_one_item() -> None:
    source = Block(Kind.LIST, "1. May is the month.")
    assert corrected(source, "1. Mai ist der Monat.").markdown == "1. Mai ist der Monat."


def test_a_topics_introduction_may_begin_with_a_date() -> None:
    items = "\n\n".join(f"Nachricht {n} (1{n} Mai 2027)\nText." for n in (1, 2, 3))
    text = f"Thema\n\n10. Mai 2027 ist der Tag.\n\n{items}"
    topic = read("a.txt", text.encode(), zone="Europe/Berlin", language="de").topic
    assert topic is not None
    assert topic.introductions == {"de": "10\\. Mai 2027 ist der Tag."}
