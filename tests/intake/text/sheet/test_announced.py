"""A mark that ends in a colon is about what follows it. All samples are our own."""

import pytest

import intake
from press.releases.release import Filing
from tests.each import each
from tests.intake.word import making

MARKS = [
    "The following is not for publication:",
    "**The following is not for publication:**",
    "Please do not publish the following:",
    "Note: the following details must not be published:",
    "Ce qui suit ne doit pas être publié :",
    "Merci de ne pas publier ce qui suit :",
    "Diese Angaben sind nicht zur Veröffentlichung bestimmt:",
    "Folgendes bitte nicht veröffentlichen:",
    "Deze gegevens zijn niet bestemd voor publicatie:",
    "Wat volgt mag niet gepubliceerd worden:",
]
FOLLOWING = {
    "lines": "{}\nzqx a\nzqx b",
    "a list right below": "{}\n- zqx a\n- zqx b",
    "a list behind a blank line": "{}\n\n- zqx a\n- zqx b",
    "a list set apart": "{}\n\n1. zqx a\n\n2. zqx b",
}
TOPS = {
    "d.txt": "Bridge opens\n\n",
    "d.md": "# Bridge opens\n\n",
    "e.md": "---\ntitle: Bridge opens\n---\n",
}


def filing(text: str, name: str = "d.txt") -> Filing:
    (only,) = intake.read(name, text.encode(), zone="Europe/Brussels", language="en").filings
    return only


def shown(found: Filing) -> str:
    return "\n".join(block.markdown for block in found.blocks)


def check(found: Filing) -> None:
    assert "zqx" not in shown(found)
    assert all(words in shown(found) for words in ("It is open.", "Above.", "It is blue."))
    said = "\n".join(one.what for one in found.left_out)
    assert "zqx a" in said
    assert "zqx b" in said
    assert found.not_yet
    assert not any(one.bare for one in found.not_yet)


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("name", TOPS)
@pytest.mark.parametrize("shape", FOLLOWING)
def test_what_follows_a_mark_with_a_colon_is_left_out_and_named_and_nothing_above_it(
    shape: str, name: str, between: str
) -> None:
    def is_out(mark: str) -> None:
        words = f"It is open.\n\nAbove.{between}{FOLLOWING[shape].format(mark)}\n\nIt is blue.\n"
        check(filing(TOPS[name] + words, name))

    each(MARKS, is_out)


@pytest.mark.parametrize(
    "mark",
    [
        "Please do not publish the following: zqx a, zqx b.",
        "Ce qui suit ne doit pas être publié : zqx a, zqx b.",
        "Above. The following must not be published: zqx a\nand zqx b.",
    ],
)
@pytest.mark.parametrize("name", TOPS)
def test_so_is_the_rest_of_its_line(name: str, mark: str) -> None:
    check(filing(f"{TOPS[name]}It is open.\n\nAbove.\n\n{mark}\n\nIt is blue.\n", name))


def test_where_a_paragraph_of_its_own_follows_the_text_stays_whole_and_is_held() -> None:
    found = filing("Bridge\n\nIt is open.\n\nPlease do not publish the following:\n\nIt is blue.\n")
    assert "It is blue." in shown(found)
    assert found.not_yet


def test_above_the_headline_it_takes_the_lines_right_below_it() -> None:
    def is_out(mark: str) -> None:
        found = filing(f"{mark}\nCode zqx\n\nBridge opens\n\nIt is blue.\n")
        assert [block.markdown for block in found.blocks] == ["Bridge opens", "It is blue."]
        assert "zqx" in "\n".join(one.what for one in found.left_out)
        assert found.not_yet

    each(MARKS, is_out)


@pytest.mark.parametrize("form", ["bullet", "decimal"])
def test_a_list_in_a_word_file_leaves_it_with_its_mark(form: str) -> None:
    numbering = making.numbering(making.level(0, form, "%1."))

    def is_out(mark: str) -> None:
        paragraphs = map(making.p, ("Bridge opens", "It is open.", "Above.", mark.strip("*")))
        items = making.item("zqx a") + making.item("zqx b")
        body = "".join(paragraphs) + items + making.p("It is blue.")
        check(making.filing(making.docx(body, {"numbering": numbering})))

    each(MARKS, is_out)


@pytest.mark.parametrize(
    "words",
    [
        "These are for the public:\n- a bridge\n- a quay",
        "The ministers publish the following: two plans.",
        "The report was not published: nobody asked.",
        "Doors open at 14:30: come early.",
    ],
)
def test_words_that_lead_to_others_and_ban_nothing_stay(words: str) -> None:
    found = filing(f"Bridge opens\n\nIt is open.\n\n{words}\n\nIt is blue.\n")
    assert words.split("\n", maxsplit=1)[0] in shown(found)
    assert (found.left_out, found.not_yet) == ((), ())
