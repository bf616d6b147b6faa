"""What a mark above the headline is about: the words right below it, or the whole. Our samples."""

import pytest

import intake
from press.releases.release import Filing
from tests.each import each

BANS = [
    "NOT FOR PUBLICATION",
    "**Not for publication:**",
    "# NOT FOR PUBLICATION",
    "Do not publish",
    "NE PAS PUBLIER",
    "Ne pas diffuser :",
    "NIET VOOR PUBLICATIE",
    "NICHT ZUR VERÖFFENTLICHUNG",
    "Nicht zur Veröffentlichung:",
]
HEAD, TEXT = "Minister opens bridge", "Text of it."
TOPS = {
    "above the day": "{}\nCode zqx\n\n20 January 2027 - 14:30\n\n",
    "below the day": "20 January 2027 - 14:30\n\n{}\nCode zqx\nand another zqx\n\n",
    "above a list": "{}\n- Code zqx\n- Code zqx 2\n\n",
}


def filing(text: str, name: str = "d.txt") -> Filing:
    (only,) = intake.read(name, text.encode(), zone="Europe/Brussels", language="en").filings
    return only


@pytest.mark.parametrize(
    ("name", "head"), [("d.txt", HEAD), ("d.txt", f"# {HEAD}"), ("d.md", f"# {HEAD}")]
)
@pytest.mark.parametrize("top", TOPS)
def test_words_right_below_a_mark_above_the_headline_are_left_out_with_it(
    top: str, name: str, head: str
) -> None:
    def is_out(ban: str) -> None:
        text = TOPS[top].format(ban.lstrip("# ") if name == "d.md" else ban)
        found = filing(f"{text}{head}\n\n{TEXT}", name)
        # Front matter dates Markdown, and a day in its text is text.
        words = [block.markdown for block in found.blocks if "2027" not in block.markdown]
        assert words == [HEAD, TEXT]
        assert "zqx" in "\n".join(one.what for one in found.left_out)
        assert found.not_yet

    each(BANS, is_out)


@pytest.mark.parametrize(
    "text",
    [
        "{}\nMinister opens bridge\n\nText of it.",
        "{}\n20 January 2027 - 14:30\n\nMinister opens bridge\n\nText of it.",
        "{}\nPRESS RELEASE\n\nMinister opens bridge\n\nText of it.",
        "{}\n\nMinister opens bridge\n\nText of it.",
    ],
)
def test_a_headline_or_a_day_below_such_a_mark_is_what_it_is_elsewhere(text: str) -> None:
    def stays(ban: str) -> None:
        found = filing(text.format(ban))
        assert [block.markdown for block in found.blocks] == [HEAD, TEXT]
        assert found.not_yet

    each(BANS, stays)


def test_a_mark_of_what_is_for_nobody_is_no_mere_word_that_a_minute_answers() -> None:
    def is_order(ban: str) -> None:
        found = filing(f"{ban}\nCode zqx\n\n20 January 2027 - 14:30\n\n{HEAD}\n\n{TEXT}")
        assert not any(one.bare for one in found.not_yet)

    each(BANS, is_order)
