"""What holds for every text there is."""

import json
import re
from collections.abc import Iterator
from dataclasses import astuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

import intake
from press.errors import Refusal
from press.releases.release import Reading

ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
NAMES = st.sampled_from(["-", "sample.txt", "sample.md"])
# Samples of our own: lines that a reader might make something of.
LINES = st.sampled_from(
    [
        *["", "", "", "20 Feb 2026 -14:18", "32 Feb 2026", "PRESS RELEASE", "# Sample headline"],
        *["Sample headline", "An item (12 May 2022)", "A sentence of a sample.", "---", "***"],
        *["title: Sample", "embargo: 2026-08-25 14:18", "contacts: [{name: Jane}]", "topics: a, b"],
        *["Press contacts:", "Press service", "Jane Doe", "Spokesperson", "Sample Street 1"],
        *["1000 Corvane", "+999 2 555 01 01", "jane@x.example", "<http://x.example>", "Velmora"],
        *[
            "John Roe, press officer, +999 2 555 01 02",
            "Call +999 2 555 01 03 for samples.",
            "- list",
        ],
        *[
            "> quote",
            "    indent",
            "| a | b |",
            "|---|---|",
            "```",
            "[a][1]",
            "[1]: http://x.example",
        ],
        *["Fax: +999 2 555 01 04", "WhatsApp: +999 2 555 01 05", "© Sample Archive", "Next steps"],
        *[
            "&#12; &#0;",
            "1. one",
            "===",
            "\\",
            "(",
            "( 2026 )",
            "Cabinet of the Minister",
            "e\u0301",
        ],
    ]
)
WORDS = st.lists(st.text("abcdefghij", min_size=5, max_size=9), min_size=1, max_size=6)


def read(name: str, data: bytes) -> Reading:
    return intake.read(name, data, zone="Europe/Brussels", language="en")


def said(part: object) -> Iterator[str]:
    """Every piece of text in a reading."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        yield from said(tuple(part.values()))
    elif isinstance(part, tuple | list):
        for inner in part:
            yield from said(inner)


def check(name: str, data: bytes) -> None:
    """A file is read into text that XML can carry, or refused; nothing else ever happens."""
    try:
        reading = read(name, data)
    except Refusal:
        return
    texts = list(said(astuple(reading)))
    assert not [text for text in texts if ILLEGAL.search(text)]
    assert all(filing.headline.strip() for filing in reading.filings)
    assert all(contact.name for filing in reading.filings for contact in filing.contacts)
    assert all(block.markdown.strip() for filing in reading.filings for block in filing.blocks)


@given(NAMES, st.text().map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_characters_are_read_or_refused(name: str, data: bytes) -> None:
    check(name, data)


@given(NAMES, st.binary())
def test_any_bytes_are_read_or_refused(name: str, data: bytes) -> None:
    check(name, data)


@given(NAMES, st.lists(LINES, max_size=30).map("\n".join))
def test_any_lines_are_read_or_refused(name: str, text: str) -> None:
    check(name, text.encode())


@given(NAMES, st.text("---\n:[]{}&*!|>'\"%@`?,#~ abt", max_size=80))
def test_any_front_matter_is_read_or_refused(name: str, yaml: str) -> None:
    check(name, f"---\ntitle: sample\n{yaml}\n---\n# sample\n".encode())


@given(st.lists(LINES | WORDS.map(" ".join), max_size=30))
def test_no_word_of_the_body_is_lost(lines: list[str]) -> None:
    body = [line for line in lines if not is_furniture(line)]
    text = "\n".join(["20 Feb 2026 -14:18", "", "Sample headline", "", *body])
    found = " ".join(said(astuple(read("sample.txt", text.encode()))))
    for line in body:
        # The number of an item is a mark: contacts, too, may stand in a list.
        for word in re.findall(r"\w+", re.sub(r"^\d{1,2}[.)] ", "", line)):
            assert word in found


def is_furniture(line: str) -> bool:
    """Lines of which a part, such as `Tel.`, only says what the rest is; and listings."""
    others = {"Press contacts:", "===", "An item (12 May 2022)", "contacts: [{name: Jane}]"}
    return line in others or line.startswith("[1]:")


@pytest.mark.parametrize("line", ["a" * 100_000, "[" * 5_000, "+999 " * 25_000, "# " * 5_000])
def test_a_line_without_end_is_read_in_time(line: str) -> None:
    check("sample.txt", f"Sample\n\n{line}\n\n{line}".encode())


MAIL = (
    "From: a@b.example\nTo: c@d.example\nSubject: News\nDate: Tue, 1 Dec 2026 10:00:00 +0100\n"
    "Message-ID: <x@y.example>\nContent-Type: text/{}; charset=utf-8\n\n{}\n"
)
TOLD = "It{0}s a bridge of many words, {1} and it is open to everybody who walks over it."
HTML_PAGE = "<html><body><main><h1>It{0}s open</h1><p>{1}</p></main></body></html>"
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><id>x:y</id>'
    "<updated>2026-01-01T00:00:00Z</updated><entry><id>x:1</id><title>It{0}s open</title>"
    "<updated>2026-01-01T00:00:00Z</updated><content{2}>{1}</content></entry></feed>"
)
ITEMS = {"version": "https://jsonfeed.org/version/1.1", "title": "F"}


def forms(said: str, amp: str) -> dict[str, str]:
    """Some words in every form in which they may come; markup has its signs escaped already."""
    title, words = f"It{said}s open", TOLD.format(said, said)
    item = {"id": "1", "title": title, "url": "https://a.example/1"}
    again = said.replace("&", amp)
    return {
        "a.md": f"# {title}\n\n{words}\n",
        "front.md": f"---\ntitle: {title}\n---\n\n{words}\n",
        "a.txt": f"{title}\n\n{words}\n",
        "plain.eml": MAIL.format("plain", f"{title}\n\n{words}"),
        "html.eml": MAIL.format("html", f"<h1>{title}</h1><p>{words}</p>"),
        "a.html": HTML_PAGE.format(said, words),
        "text.json": json.dumps(ITEMS | {"items": [item | {"content_text": words}]}),
        "html.json": json.dumps(ITEMS | {"items": [item | {"content_html": f"<p>{words}</p>"}]}),
        "text.atom": ATOM.format(said, words, ""),
        "html.atom": ATOM.format(said, f"&lt;p>{TOLD.format(again, again)}&lt;/p>", ' type="html"'),
    }


@pytest.mark.promise(128)
@pytest.mark.parametrize("name", forms("", ""))
@pytest.mark.parametrize(
    ("said", "letter"),
    [("&#146;", "’"), ("&#x92;", "’"), ("&#x0092;", "’"), ("&#150;", "–"), ("&#128;", "€")],
)
def test_a_reference_by_a_number_of_windows_means_what_html_says(
    name: str, said: str, letter: str
) -> None:
    data = forms(said, "&amp;")[name].encode()
    reading = intake.read(name, data, zone="Europe/Brussels", language="en")
    words = "\n".join(block.markdown for block in reading.filings[0].blocks)
    assert f"It{letter}s open" in words
    assert f"words, {letter} and" in words


@pytest.mark.promise(128)
def test_code_that_shows_such_a_reference_is_left_as_it_is() -> None:
    data = b"# Title\n\nIt&#146;s written `&#146;`.\n\n```\n&#146;\n```\n"
    reading = intake.read("a.md", data, zone="Europe/Brussels", language="en")
    words = [block.markdown for block in reading.filings[0].blocks[1:]]
    assert words == ["It’s written `&#146;`.", "```\n&#146;\n```"]
