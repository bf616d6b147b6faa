"""A block's way through an engine: what is translated, what is kept, what is refused."""

import pytest

from press.finding import Finding, Severity
from press.text import Block, Kind, Origin
from tests.translate.fakes import INJECTIONS, Engine, echo, loud, saying
from translate.translating import translate_blocks

LIST = """\
- Two words
  over two lines
- *Marked* words, and a [link](https://example.org/a_b "Title")
  - deeper

    a second paragraph\x20\x20
    after a break

1. One
2) Two"""
LIST_LOUD = """\
- TWO WORDS OVER TWO LINES
- *MARKED* WORDS, AND A [LINK](https://example.org/a_b "Title")
  - DEEPER

    A SECOND PARAGRAPH\x20\x20
    AFTER A BREAK

1. ONE
2) TWO"""
TABLE = """\
| Country | Paid in 2025 |
| :-- | --: |
| Tamvara | 1.42 million |
| a \\| b | `code` |"""
TABLE_LOUD = """\
| COUNTRY | PAID IN 2025 |
| :-- | --: |
| TAMVARA | 1,42 million |
| A \\| B | `code` |"""


def translated(markdown: str, engine: Engine | None = None, kind: Kind = Kind.PARAGRAPH) -> str:
    return translate_blocks([Block(kind, markdown)], "en", "fr", engine or loud())[0].block.markdown


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        (LIST, LIST_LOUD),
        (TABLE, TABLE_LOUD),
        ("a | b\n--|--\n| c | d", "A | B\n--|--\n| C | D"),
        ("> Quoted words\n> go on.\n>\n> > Deeper", "> QUOTED WORDS GO ON.\n>\n> > DEEPER"),
        ("> Lazy\nwords", "> LAZY WORDS"),
        ("## A heading ##", "## A HEADING ##"),
        ("A heading\n=====", "A HEADING\n====="),
        ("One line\\\nand another", "ONE LINE\\\nAND ANOTHER"),
        ("Two\r\nlines", "TWO LINES"),
        ("-\twith a tab", "-\tWITH A TAB"),
        ("Words\n\n    code\n\n```\nthis too\n```", "WORDS\n\n    code\n\n```\nthis too\n```"),
        ("<div>\nhtml\n</div>\n\nwords", "<div>\nhtml\n</div>\n\nWORDS"),
        ("words\n\n---\n\nwords", "WORDS\n\n---\n\nWORDS"),
    ],
)
def test_words_change_and_structure_stays(source: str, wanted: str) -> None:
    assert translated(source) == wanted


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        (
            "See [the page](https://a.example/b_c) now.",
            "SEE [THE PAGE](https://a.example/b_c) NOW.",
        ),
        ('See [it](<a b> "The title").', 'SEE [IT](<a b> "The title").'),
        ("[One](x(y)z) [two][ref]", "[ONE](x(y)z) [TWO][ref]"),
        ("A ![picture of it](a.png) here", "A ![picture of it](a.png) HERE"),
        ("[![picture](a.png)](b)", "[![picture](a.png)](b)"),
        (
            "Go to <https://a.example/x>, <me@a.example>",
            "GO TO <https://a.example/x>, <me@a.example>",
        ),
        (
            "At www.a.example/x, or (https://a.example/y).",
            "AT www.a.example/x, OR (https://a.example/y).",
        ),
        ("Mail press.office@a.example, please", "MAIL press.office@a.example, PLEASE"),
        ("On consulate.example/en now", "ON consulate.example/en NOW"),
        ("Call +999 2 555 01 00 or 02/555.01.00 now", "CALL +999 2 555 01 00 OR 02/555.01.00 NOW"),
        ("Mail my\\_self\\@a\\.example now", "MAIL my\\_self\\@a\\.example NOW"),
        ("At https://a.example/b\\_c\\*d", "AT https://a.example/b\\_c\\*d"),
        ("Call \\+999 \\(0\\)2 555 01 00 now", "CALL \\+999 \\(0\\)2 555 01 00 NOW"),
        ("Call 02 555 01 00 / 0470 55 01 00", "CALL 02 555 01 00 / 0470 55 01 00"),
        ("Run `make  demo` or ``a ` b`` now", "RUN `make  demo` OR ``a ` b`` NOW"),
        ("A *marked* and **bold _word_** here", "A *MARKED* AND **BOLD _WORD_** HERE"),
        ("<b>bold</b> words", "<b>BOLD</b> WORDS"),
        ("The file_name and @handle and #tag", "THE file_name AND @handle AND #tag"),
        ("Research R&amp;D &copy; here", "RESEARCH R&amp;D &copy; HERE"),
        ("Five \\* three \\[sic\\] words", "FIVE \\* THREE \\[SIC\\] WORDS"),
        ("\\# one \\_ two", "\\# ONE \\_ TWO"),
        ("© Velmoran foreign affairs", "© VELMORAN FOREIGN AFFAIRS"),
    ],
)
def test_what_is_protected_comes_through_as_it_is(source: str, wanted: str) -> None:
    assert translated(source) == wanted


@pytest.mark.parametrize(
    "source", ["- * -", "2025", "+999 2 555 01 00", "“…”", "| 1 | 2 |\n|--|--|"]
)
def test_what_has_no_words_is_never_sent(source: str) -> None:
    engine = loud()
    assert translated(source, engine) == source
    assert engine.calls == []


def test_a_plain_sentence_goes_to_the_engine_whole_and_plain() -> None:
    engine = loud()
    translated("One \\* two,\nin “a few” words (3). And *then* more?\u00a0Yes.", engine)
    assert engine.sent == ["One * two, in “a few” words (3).", "And then more?", "Yes."]


def test_quotes_round_a_sentence_stay_round_it() -> None:
    engine = echo()
    translated("“We go. Now.” *“All is well.”* “Good,” he said.", engine)
    assert engine.sent == ["We go.", "Now.", "All is well.", "“Good,” he said."]


def test_an_engine_that_keeps_numbers_may_write_them_its_own_way() -> None:
    source = "On 1 March 2026 it paid 1.42 million to 12,400 people."
    answer = "Le 1er mars 2026 elle a payé 1,42 million à 12 400 personnes."
    assert translated(source, saying(answer)) == answer.replace("12 400", "12\u00a0400")


@pytest.mark.parametrize(
    "answer",
    [
        "Le 20 mars 2026 elle a payé 1,42 million.",
        "Le 20 février elle a payé 1,42 million.",
        "Le 20 février 2026 elle a payé 142 millions.",
        "Le 20 2026 elle a payé 1,42 million.",
        "Le 20 février 2026 elle a payé 1,42 million à 7 pays.",
    ],
)
def test_a_sentence_whose_numbers_changed_is_put_together_round_them(answer: str) -> None:
    source = "On 20 February 2026 it paid 1.42 million, or 9 % more than the €7 of COVID-19."
    engine = Engine(lambda words: answer if words == source else words.upper())
    wanted = "ON 20 février 2026 IT PAID 1,42 million, OR 9 % MORE THAN THE 7 € OF COVID-19."
    assert translated(source, engine) == wanted
    assert engine.calls[1] == ["On", "it paid", "or", "more than the", "of"]


@pytest.mark.parametrize(
    "answer",
    ["", "  ", "…", "\x00", "Il y en a 12", "Voir www.evil.example/x", "<script>alert()</script>"],
)
def test_an_answer_that_cannot_be_used_leaves_the_source_and_is_said(answer: str) -> None:
    source = Block(Kind.PARAGRAPH, "These are *the* words. They stay.")
    (made,) = translate_blocks([source], "en", "fr", saying(answer))
    assert made.block.markdown == source.markdown
    assert made.kept == 2
    assert made.findings == tuple(
        Finding("untranslated", Severity.BLOCKS, f"stays in the source language: “{words}”")
        for words in ("These are the words.", "They stay.")
    )


def test_nothing_is_said_against_words_that_all_changed() -> None:
    assert translate_blocks([Block(Kind.PARAGRAPH, "Words.")], "en", "fr", loud())[0].findings == ()


def test_an_answer_that_runs_on_and_on_is_not_used() -> None:
    assert translated("A few words", saying("encore " * 100)) == "A few words"


@pytest.mark.parametrize(
    ("answer", "wanted"),
    [
        ("[ici](https)", "\\[ici\\](https)"),
        ("# titre", "\\# titre"),
        ("- point", "\\- point"),
        ("*a* _b_ `c` ~~d~~ | e", "\\*a\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~ \\| e"),
        ("a&nbsp;b R&D", "a\\&nbsp;b R&D"),
        ("a\\", "a\\\\"),
        ("un\n\ndeux\x0b", "un deux"),
    ],
)
def test_markup_that_an_engine_brings_in_is_written_as_words(answer: str, wanted: str) -> None:
    assert translated("Some words", saying(answer)) == wanted


def test_a_number_that_comes_to_begin_a_line_does_not_make_a_list() -> None:
    assert translated("It began in 2026.", saying("2026. Il commença")) == "2026\\. Il commença."


@pytest.mark.parametrize("words", INJECTIONS)
def test_a_headline_stays_one_line_of_plain_text(words: str) -> None:
    said = translated("A headline of words", saying(words), Kind.HEADLINE)
    assert said.strip() == " ".join(said.split()) != ""
    assert said.isprintable()
    assert "\\*" not in said


def test_a_headline_is_not_read_as_markdown() -> None:
    assert translated("5 * 3 [sic] # & *so* on", kind=Kind.HEADLINE) == "5 * 3 [SIC] # & *SO* ON"


def test_a_headline_gets_no_full_stop_and_a_sentence_keeps_its_own() -> None:
    assert translated("Velmora helps", saying("La Velmora aide."), Kind.HEADLINE) == (
        "La Velmora aide"
    )
    assert translated("Velmora helps.", saying("La Velmora aide")) == "La Velmora aide."


def test_code_and_rules_come_back_as_they_are() -> None:
    source = [Block(Kind.CODE, "```\nwords\n```"), Block(Kind.RULE, "---")]
    engine = loud()
    made = [one.block for one in translate_blocks(source, "en", "fr", engine)]
    assert [block.markdown for block in made] == [block.markdown for block in source]
    assert engine.calls == []


def test_every_block_says_that_a_machine_wrote_it_and_which() -> None:
    source = [Block(kind, f"{kind} words") for kind in Kind]
    made = [one.block for one in translate_blocks(source, "en", "fr", loud())]
    assert [block.kind for block in made] == [block.kind for block in source]
    assert {(b.origin, b.engine) for b in made} == {(Origin.MACHINE, "fake en-fr 1")}


def test_the_engine_is_asked_once_for_everything_and_once_more_at_most() -> None:
    blocks = [Block(Kind.PARAGRAPH, f"Same words. There are {n} of them.") for n in range(30)] * 2
    engine = Engine(lambda words: "".join(c for c in words.upper() if not c.isdigit()))
    made = [one.block for one in translate_blocks(blocks, "en", "fr", engine)]
    assert [len(call) for call in engine.calls] == [31, 2]
    assert [b.markdown for b in made[:2]] == [f"SAME WORDS. THERE ARE {n} OF THEM." for n in (0, 1)]


def test_no_blocks_need_no_engine() -> None:
    assert translate_blocks([], "en", "fr", engine := loud()) == []
    assert engine.calls == []


def test_an_engine_that_loses_count_is_a_fault_not_a_translation() -> None:
    class Short(Engine):
        def translate(self, sentences: object) -> list[str]:
            return []

    with pytest.raises(ValueError, match="shorter"):
        translated("words", Short(str))


def test_a_quotation_that_ends_in_another_block_has_the_languages_mark() -> None:
    block = Block(Kind.PARAGRAPH, '"We go on, he said.')
    (made,) = translate_blocks([block], "en", "nl", saying("Wij gaan door, zei hij."))
    assert made.block.markdown == "“Wij gaan door, zei hij."


@pytest.mark.parametrize(
    ("source", "answer", "wanted"),
    [
        ("10 May 2027 is it.", "10. Mai 2027 ist es.", "10\\. Mai 2027 ist es."),
        ("Minus 5 °C in Velmora.", "- 5 °C in Velmora.", "\\- 5 °C in Velmora."),
        ("\\- 5 °C in Velmora.", "5 °C in Velmora.", "\\- 5 °C in Velmora."),
        ("– 40 million euros came.", "40 Millionen Euro kamen.", "– 40 Millionen Euro kamen."),
        ("\\+ 3 % more.", "3 % mehr.", "\\+ 3 % mehr."),
        ("- 10 May: it", "10. Mai: es", "- 10\\. Mai: es"),
    ],
)
def test_a_date_or_a_sign_at_the_beginning_makes_no_list(
    source: str, answer: str, wanted: str
) -> None:
    kind = Kind.LIST if source.startswith("- ") else Kind.PARAGRAPH
    (made,) = translate_blocks([Block(kind, source)], "en", "de", saying(answer))
    assert made.block.markdown == wanted


def test_a_date_with_a_backslash_is_read_as_a_date() -> None:
    engine = saying("10 May 2027 is the day.")
    source = Block(Kind.PARAGRAPH, "10\\. Mai 2027 ist der Tag.")
    (made,) = translate_blocks([source], "de", "en", engine)
    assert (made.block.markdown, made.findings) == ("10 May 2027 is the day.", ())
    assert engine.sent == ["10. Mai 2027 ist der Tag."]


def test_nothing_is_said_against_a_sentence_without_words() -> None:
    code = "f1dcf2b3 fafa 4ab7cd9e"
    (made,) = translate_blocks([Block(Kind.PARAGRAPH, code)], "en", "fr", saying(""))
    assert (made.block.markdown, made.findings) == (code, ())


def test_sentences_beside_one_that_stays_have_their_languages_marks() -> None:
    said = {'It\'s "new" here.': 'C\'est "neuf" ici.'}
    block = Block(Kind.PARAGRAPH, 'It\'s "new" here. It costs 15 euros.')
    (made,) = translate_blocks([block], "en", "fr", Engine(lambda words: said.get(words, "")))
    assert made.block.markdown == "C’est «\u00a0neuf\u00a0» ici. It costs 15 euros."
