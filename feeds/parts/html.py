"""What a release says, as HTML that any reader may show."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

import nh3
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from feeds.parts.contacts import contacts_html
from feeds.parts.languages import attributes, said_in, spoken
from feeds.parts.provenance import correction_html, letterhead_html, notice_html
from press.languages import Language
from press.public.edition import Entry
from press.public.site import Site
from press.text import Block, Kind, Text, clean

TAGS = {"a", "blockquote", "br", "code", "em", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p"}
TAGS |= {"pre", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul"}
ATTRIBUTES = {"a": {"href", "hreflang", "title"}, "ol": {"start"}}
SCHEMES = {"http", "https", "mailto", "tel"}
# Where a summary may end: a full stop and its closing quotes before a space, or a CJK stop.
_STOP = re.compile(r"[.!?…؟]['\"”’»)]*(?=\s)|[。！？]")
# Words without a sign that means anything to CommonMark or HTML, in lines that begin with a letter,
# a number or a quotation and end with no space: most paragraphs of most releases. A test compares
# this with the parser.
_SIGN = r"[\w.,;:'\"’“”„«»‹›‘()–—…%€$£/?!@-]"
_SIGN_OR_SPACE = _SIGN.replace("@-]", "@ \u00a0\u202f-]")
_LINE = rf"(?!\d{{1,9}}[.)](?:\s|$))[\w“„«‹‘(\"'…](?:{_SIGN_OR_SPACE}*{_SIGN})?"
_PLAIN = re.compile(rf"{_LINE}(?:\n{_LINE})*")


def _say_images(state: StateCore) -> None:
    """A picture is not shown, since it would load from elsewhere; what it says stays."""
    for child in (child for token in state.tokens for child in token.children or ()):
        if child.type == "image":
            child.type, child.content = "text", _words(child)


def _words(token: Token) -> str:
    if token.children is None:
        return token.content  # code has words of its own, the other blocks have none
    return "".join(" " if c.type.endswith("break") else c.content for c in token.children)


_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")
_MARKDOWN.core.ruler.push("say_images", _say_images)


def to_html(blocks: Sequence[Block], base: str = "") -> str:
    """Blocks as a safe HTML fragment (CommonMark and tables; raw HTML is shown, not obeyed).

    Args:
        blocks: in reading order.
        base: what relative links are relative to; without it they stay as they are.
    """
    return _cleaned(tuple(block.markdown for block in blocks), base)


@lru_cache(1024)
def _cleaned(markdowns: tuple[str, ...], base: str) -> str:
    read = [_read(markdown) for markdown in markdowns]
    if all(isinstance(part, str) for part in read):
        return "".join(map(str, read)).strip()  # nothing in it could be unsafe
    _place_headings([token for part in read if not isinstance(part, str) for token in part])
    html = "".join(part if isinstance(part, str) else _rendered(part) for part in read)
    safe = nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel=None,
        url_relative=("rewrite_with_base", base) if base else None,
    )
    # The one character that XML forbids and CommonMark lets in, written “&#12;”.
    return safe.replace("\f", " ").strip()


def _read(markdown: str) -> str | list[Token]:
    """A block's tokens; where nothing in it can be markup, its HTML at once, as nh3 writes it."""
    if markdown.isascii() and _is_unmarked(markdown):
        return f"<p>{markdown}</p>\n"
    # Normalised before there is any markup: to NFC, “>” and U+0338 are the one character “≯”.
    words = clean(markdown)
    if not _is_unmarked(words):
        return _MARKDOWN.parse(words)
    return f"<p>{words}</p>\n".replace("\u00a0", "&nbsp;")


@lru_cache(1024)  # the first paragraph is a summary as well
def _is_unmarked(markdown: str) -> bool:
    return "_" not in markdown and _PLAIN.fullmatch(markdown) is not None


def _rendered(tokens: list[Token]) -> str:
    return str(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {}))


def _place_headings(tokens: list[Token]) -> None:
    """A page or a reader has its own h1: the highest heading of a text is h2, the others follow."""
    headings = [token for token in tokens if token.type in {"heading_open", "heading_close"}]
    highest = min((int(heading.tag[1]) for heading in headings), default=1)
    for heading in headings:
        heading.tag = f"h{min(int(heading.tag[1]) - highest + 2, 6)}"


@lru_cache(1024)
def plain(markdown: str) -> str:
    """The words of Markdown without its marks, white space folded."""
    words = clean(markdown)
    if not _is_unmarked(words):
        words = " ".join(_words(token) for token in _MARKDOWN.parse(words))
    return " ".join(words.split())


def body_html(entry: Entry, site: Site) -> str:
    """What a release says below its headline; what stands in for a part says its language.

    Sections apart follow the text in the order they were filed in, before whom to call: what is
    the sender's words stays together, and contacts stand at the end of every release alike. A rule
    sets each apart where nothing but the elements tells how it looks, in readers and mails.

    Args:
        entry: the release.
        site: where relative links are found.
    """
    parts = [news_html(entry, site), *(html for _, html in sections_html(entry, site))]
    return "\n<hr>\n".join(filter(None, parts))


def news_html(entry: Entry, site: Site) -> str:
    """The same without the sections apart."""
    return _blocks_html(entry, entry.text.news, site)


def sections_html(entry: Entry, site: Site) -> Iterator[tuple[Kind, str]]:
    """What is apart from a release's text, section by section: which it is, and how it looks."""
    for blocks in entry.text.sections:
        kind = blocks[0].kind
        words = _blocks_html(entry, blocks, site)
        yield kind, f'<section class="{kind}">{words}</section>'


def _blocks_html(entry: Entry, blocks: tuple[Block, ...], site: Site) -> str:
    base = f"{site.base_url}/"
    runs = [(code, tuple(run)) for code, run in groupby(blocks, entry.language_of)]
    if all(code == entry.text.language for code, _ in runs):
        return to_html(blocks, base)
    said = [(code, to_html(run, base)) for code, run in runs]
    return "\n".join(
        html
        if code == entry.text.language
        else f"<div {attributes(spoken(site, code))}>{html}</div>"
        for code, html in said
    )


def summary_of(text: Text, limit: int = 300) -> str:
    """The author's summary, else the beginning of the first paragraph; plain text.

    Args:
        text: what is summed up.
        limit: the most characters of a beginning.
    """
    block = summing_up(text)
    if block is None:
        return ""
    if block.kind is Kind.SUMMARY:
        return " ".join(clean(block.markdown).split())
    return _shortened(plain(block.markdown), limit)


def summing_up(text: Text) -> Block | None:
    """The block whose words sum a text up: the author's summary, else its first paragraph.

    Notes to editors and boilerplate sum up nothing.
    Of a translation, rather one of its own words than one for which the original stands in.
    """
    if text.summary and clean(text.summary).strip():
        return next(block for block in text.blocks if block.kind is Kind.SUMMARY)
    paragraphs = [block for block in text.news if block.kind is Kind.PARAGRAPH]
    own = [block for block in paragraphs if not block.stands_in]
    return next(iter(own or paragraphs), None)


def _shortened(words: str, limit: int) -> str:
    """Words cut where a sentence ends, if that leaves half of the room used, else between words."""
    if len(words) <= limit:
        return words
    *_, last = (0, *(stop.end() for stop in _STOP.finditer(words, limit // 2 - 1, limit - 2)))
    if last:
        return words[:last] + " …"
    head = words[: limit - 1]
    return (head.rpartition(" ")[0] or head).rstrip(" ,;:–-") + "…"


def content_html(entry: Entry, language: Language, site: Site) -> str:
    """A release as one fragment: what was changed, who wrote it, who sends it, its body, contacts.

    Every part says which language it is in, since readers lift it out of its document.

    Args:
        entry: the release.
        language: of the feed or the page.
        site: where relative links and the authentic text are found.
    """
    return _content(entry, body_html(entry, site), language, site)


def news_content_html(entry: Entry, language: Language, site: Site) -> str:
    """The same without the sections apart, for formats that have places of their own for these.

    Args:
        entry: the release.
        language: of the feed or the page.
        site: where relative links and the authentic text are found.
    """
    return _content(entry, news_html(entry, site), language, site)


def _content(entry: Entry, body: str, language: Language, site: Site) -> str:
    source = spoken(site, entry.source)
    below = contacts_html(entry.contacts, language, source, entry.translated, site.country)
    return (
        # Before the letterhead: a machine's words say so in the first paragraph.
        correction_html(entry, language)
        + notice_html(entry, language, site)
        + letterhead_html(entry, language, site)
        + f"<div {attributes(spoken(site, entry.text.language))}>{body}</div>"
        + (f"<div {attributes(said_in(language))}>{below}</div>" if below else "")
    )
