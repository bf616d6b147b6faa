"""What is surely a quotation can be copied, in its own words and with whoever says it."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.parts.html import to_html
from press.text import Block, Kind
from web.site.release.quotations import with_buttons

DIRECT = "“On Friday,” says *Éléonore Vastrade*, “I want to see a tractor up there, and two later.”"


def copied(markdown: str, code: str = "en") -> list[str]:
    """The words of each button."""
    found = list[str]()

    def button(words: str, _code: str) -> str:
        found.append(words)
        return "<button></button>"

    with_buttons(to_html([Block(Kind.PARAGRAPH, markdown)]), code, button)
    return found


@pytest.mark.promise(165)
@pytest.mark.parametrize(
    ("markdown", "code", "words"),
    [
        ("> A field is a field.", "en", "“A field is a field.”"),
        ("> Un champ est un champ.", "fr", "«\u00a0Un champ est un champ.\u00a0»"),
        ("> Ein Feld ist ein Feld.", "de", "„Ein Feld ist ein Feld.“"),
        ("> “Een veld is een veld.”", "nl", "“Een veld is een veld.”"),
        ("> A field.\n>\n> — Jane Doe, *minister*", "en", "“A field.”\n— Jane Doe, minister"),
        ("> « Un champ. »\n> — [la ministre](/x)", "fr", "« Un champ. »\n— la ministre"),
        ("> One.\n>\n> Two.\n>\n> - Jane", "en", "“One.\nTwo.\nJane”"),
        ("> We go on – whatever it takes", "en", "“We go on – whatever it takes”"),
        ("> One.\n>\n> > Two.", "en", "“One.\nTwo.”"),
        ("> [us](https://a.example) & <b>", "en", "“us & <b>”"),
    ],
)
def test_a_block_quotation_is_copied_in_its_languages_marks_with_its_speaker(
    markdown: str, code: str, words: str
) -> None:
    assert copied(markdown, code) == [words]


@pytest.mark.promise(165)
@pytest.mark.parametrize(
    "words",
    [
        DIRECT,
        "« Nous voulons la paix dans toute la vallée », a déclaré la ministre Éléonore Vastrade.",
        "« Vendredi, dit la ministre Éléonore Vastrade, je veux voir un tracteur là-haut. »",
        "„Wir wollen Frieden im ganzen Tal, und zwar sofort“, sagte Ministerin Vastrade.",
        "Minister Vastrade: “We want peace in the valley, and on Friday at the latest.”",
        '"We want peace in all of the valley, and on Friday," says Jane Doe.',
    ],
)
def test_a_paragraph_that_is_nothing_but_what_somebody_says_can_be_copied(words: str) -> None:
    assert copied(words) == [words.replace("*", "")]


@pytest.mark.promise(165)
@pytest.mark.parametrize(
    "words",
    [
        "The minister said “yes” to all of that.",
        "“Peace now” is the title of the book that the minister gave to all who came to Corvane.",
        "“Nobody says who said that, and so nobody can be quoted with these words.”",
        "“It begins here and ends nowhere, says the Minister of Velmora, and goes on",
        "« Vendredi, dit-on, il pleuvra sur toute la vallée du Sarrel et de la Sarn. »",
        "« Personne ne dit qui a dit cela, et personne ne peut donc être cité. »",
        f"- {DIRECT}",
        "The valley “of the many orchards” is what Velmora and its minister call “upper Sarrel”.",
        "",
    ],
)
def test_what_may_be_something_else_has_no_button(words: str) -> None:
    assert copied(words) == []


def test_words_of_another_language_stand_in_its_marks() -> None:
    block = to_html([Block(Kind.QUOTE, "> Un champ.")])
    asked = list[tuple[str, str]]()

    def button(words: str, code: str) -> str:
        asked.append((words, code))
        return ""

    with_buttons(f'<p>A.</p><div lang="fr-BE" dir="ltr">{block}</div>{block}', "en", button)
    assert asked == [("«\u00a0Un champ.\u00a0»", "fr"), ("“Un champ.”", "en")]


MARKDOWN = st.lists(
    st.sampled_from(["> ", "“", "”", "says Jane", "\n", "\n\n", "- ", "— ", "words ", "<p>", "**"]),
    max_size=25,
).map("".join)
HELD = re.compile(r'<div class="quotation">(.*?)<button></button></div>', re.DOTALL)


@pytest.mark.promise(165)
@given(MARKDOWN)
def test_without_its_buttons_a_text_is_what_it_was(markdown: str) -> None:
    html = to_html([Block(Kind.PARAGRAPH, markdown)])
    made = with_buttons(html, "en", lambda _words, _code: "<button></button>")
    assert HELD.sub(r"\1", made) == html


@given(MARKDOWN)
def test_every_letter_of_a_block_quotation_is_copied(markdown: str) -> None:
    quoted = "\n".join(f"> {line}" for line in markdown.split("\n"))
    shown = unescape(re.sub(r"<[^>]*>", "", to_html([Block(Kind.QUOTE, quoted)])))
    said = "".join(copied(quoted))
    for sign in set(shown) - set(" \n—"):
        assert said.count(sign) >= shown.count(sign)
