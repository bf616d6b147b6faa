"""What a release says, as HTML that any reader may show."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from urllib.parse import unquote

import nh3
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from feeds.parts.attached import FindFile, files_html
from feeds.parts.contacts import contacts_html
from feeds.parts.languages import attributes, said_in, spoken
from feeds.parts.links import Leads, PictureWithin, file_name, heading_names, named_headings
from feeds.parts.provenance import correction_html, letterhead_html, notice_html
from press.direction import contained, contained_in
from press.languages import Language
from press.public.edition import Entry
from press.public.site import Site
from press.releases.attachment import Attachment
from press.text import (
    HEADINGS,
    Block,
    Kind,
    Text,
    clean,
    in_one_line,
    leads_within,
    well_formed,
    western,
)
from press.words import say

TAGS = {"a", "blockquote", "br", "code", "em", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p"}
TAGS |= {"pre", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul"}
TAGS |= {"img"}  # of files that go with the text, and none else
ATTRIBUTES = {"a": {"href", "hreflang", "title"}, "ol": {"start"}}
ATTRIBUTES |= {"img": {"alt", "height", "src", "title", "width"}}
ATTRIBUTES |= {"td": {"align"}, "th": {"align"}}
ATTRIBUTES |= {f"h{level}": {"id"} for level in range(2, 7)}
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


NOWHERE = Leads()


def _say_images(state: StateCore) -> None:
    """A picture is not shown, since it would load from elsewhere; what it says stays."""
    for child in (child for token in state.tokens for child in token.children or ()):
        if child.type == "image":
            child.type, child.content = "text", _words(child)


def _words(token: Token) -> str:
    if token.children is None:
        return token.content  # code has words of its own, the other blocks have none
    return "".join(" " if c.type.endswith("break") else c.content for c in token.children)


def _say_columns(state: StateCore) -> None:
    """How a column is aligned is an attribute: readers drop styles, and pages forbid them."""
    for token in (token for token in state.tokens if token.type in ("td_open", "th_open")):
        aligned = str(token.attrs.pop("style", "")).removeprefix("text-align:")
        if aligned:
            token.attrSet("align", aligned)


def _contain(state: StateCore) -> None:
    """Marks of direction end with their paragraph, cell or line of code, however written."""
    for token in state.tokens:
        if token.type in ("fence", "code_block"):
            token.content = "\n".join(map(contained, token.content.split("\n")))
        elif token.children:
            leaves = [child for child in token.children if child.content]
            *kept, ends = contained_in(child.content for child in leaves)
            for child, words in zip(leaves, kept, strict=True):
                child.content = words
            token.children += [Token("text", "", 0, content=ends)] if ends else []


_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")
_MARKDOWN.core.ruler.push("say_images", _say_images)
_MARKDOWN.core.ruler.push("say_columns", _say_columns)
_MARKDOWN.core.ruler.push("contain", _contain)


def to_html(blocks: Sequence[Block], leads: Leads = NOWHERE, ids: tuple[str, ...] = ()) -> str:
    """Blocks as a safe HTML fragment (CommonMark and tables; raw HTML is shown, not obeyed).

    Args:
        blocks: in reading order.
        leads: where relative links lead; without it they stay as they are.
        ids: of the heading of each block, empty for none; without any, no heading has one.
    """
    return _cleaned(tuple(block.markdown for block in blocks), leads, ids)


@lru_cache(1024)
def _cleaned(markdowns: tuple[str, ...], leads: Leads, ids: tuple[str, ...]) -> str:
    read = [_read(markdown) for markdown in markdowns]
    if all(isinstance(part, str) for part in read):
        return "".join(map(str, read)).strip()  # nothing in it could be unsafe
    for part, name in zip(read, ids, strict=False):
        _name_heading(part, name)
    tokens = [token for part in read if not isinstance(part, str) for token in part]
    _place_headings(tokens)
    for token in tokens:
        token.children = _led(token.children, leads) if token.children else token.children
    html = "".join(part if isinstance(part, str) else _rendered(part) for part in read)
    safe = nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)
    # The one character that XML forbids and CommonMark lets in, written “&#12;”.
    return safe.replace("\f", " ").strip()


def _name_heading(part: str | list[Token], name: str) -> None:
    """Give a block's heading what links lead to."""
    if name and not isinstance(part, str) and part and part[0].type == "heading_open":
        part[0].attrSet("id", name)


def _led(children: list[Token], leads: Leads) -> list[Token]:
    """A line's tokens with every link led to its place; of one that has none the words stay."""
    kept, is_dropped = [], False
    for token in children:
        if token.type == "link_open":
            address = leads.address(str(token.attrGet("href") or ""))
            token.attrSet("href", address)
            is_dropped = not address
        if not (is_dropped and token.type in ("link_open", "link_close")):
            kept.append(_shown(token, leads))
    return kept


def _shown(token: Token, leads: Leads) -> Token:
    """A picture that goes with the text stands where the text has it; of others the words do."""
    if token.tag != "img":
        return token
    found = leads.picture(str(token.attrGet("src") or ""))
    if found:
        token.type = "image"
        token.attrSet("src", found.source)
        if found.width:  # so that nothing moves once it is there
            token.attrSet("width", str(found.width))
            token.attrSet("height", str(found.height))
        if not token.content:
            token.children = [Token("text", "", 0, content=clean(found.alt))]
    return token


def _read(markdown: str) -> str | list[Token]:
    """A block's tokens; where nothing in it can be markup, its HTML at once, as nh3 writes it."""
    if markdown.isascii() and _is_unmarked(markdown):
        return f"<p>{markdown}</p>\n"
    # Normalised before there is any markup: to NFC, “>” and U+0338 are the one character “≯”.
    words = western(well_formed(markdown))
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
    words = western(well_formed(markdown))
    if not _is_unmarked(words):
        words = " ".join(_words(token) for token in _MARKDOWN.parse(words))
    return " ".join(words.split())


def leads_of(entry: Entry, site: Site, page: str = "", at: FindFile | None = None) -> Leads:
    """Where the links of a release's text lead: to its headings, its files, our pages.

    Args:
        entry: the release.
        site: where relative links are found otherwise.
        page: address of the page that shows it; empty on that page itself.
        at: where its files are found, if not where the public finds them.
    """
    find = at or (lambda file: site.file(file.token, file.name))
    has_ways = any(leads_within(block.markdown) for block in entry.text.blocks)
    return Leads(
        base=f"{site.base_url}/",
        page=page if has_ways else "",
        headings=_named(entry) if has_ways else (),
        files=tuple((file_name(file.name), find(file)) for file in entry.files),
        pictures=tuple(_within(file, find) for file in entry.files if file.is_picture),
    )


def _within(file: Attachment, find: FindFile) -> PictureWithin:
    one = file.shown
    return PictureWithin(find(file), find(one), file.alt, one.width, one.height)


def _named(entry: Entry) -> tuple[tuple[str, str], ...]:
    ids = [name for name in heading_ids(entry) if name]
    own = _words_of(_headings(entry.text))
    return named_headings(entry.text.headline, own, ids, _words_of(entry.headings))


def _headings(text: Text) -> tuple[str, ...]:
    return tuple(block.markdown for block in text.body if block.kind in HEADINGS)


@lru_cache(256)  # asked for what they are called, and for their ids
def _words_of(headings: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(plain, headings))


def heading_ids(entry: Entry) -> tuple[str, ...]:
    """The `id` of each block of a release's body that is a heading; empty for the others.

    No two releases share one, nor two languages, so that a page of several has each once.
    """
    body = entry.text.body
    names = heading_names(_words_of(_headings(entry.text)))
    start = f"{entry.slug}_{entry.text.language}_"
    return tuple(f"{start}{next(names)}" if b.kind in HEADINGS else "" for b in body)


def lost_links(text: Text, files: Iterable[str], places: Collection[str]) -> Iterator[str]:
    """What links and pictures of a text name that readers will not find.

    Args:
        text: in the language it was written in.
        files: names of what goes with it.
        places: how the paths of our pages begin, without slashes.
    """
    own = _words_of(_headings(text))
    named = named_headings(text.headline, own, list(heading_names(own)), ())
    leads = Leads(headings=named, files=tuple((file_name(name), name) for name in files))
    for block in text.body:
        tokens = _MARKDOWN.parse(block.markdown) if "](" in block.markdown else []
        for child in (child for token in tokens for child in token.children or ()):
            address = str(child.attrGet("href") or child.attrGet("src") or "")
            if address and leads.leads_nowhere(address, places):
                yield unquote(address)


def body_html(entry: Entry, site: Site, leads: Leads | None = None) -> str:
    """What a release says below its headline; what stands in for a part says its language.

    Sections apart follow the text in the order they were filed in, before whom to call: what is
    the sender's words stays together, and contacts stand at the end of every release alike. A rule
    sets each apart where nothing but the elements tells how it looks, in readers and mails.

    Args:
        entry: the release.
        site: where relative links are found.
        leads: where links lead, if not as on the release's own page.
    """
    leads = leads or leads_of(entry, site)
    parts = [news_html(entry, site, leads)]
    parts += [html for _, html in sections_html(entry, site, leads)]
    return "\n<hr>\n".join(filter(None, parts))


def news_html(entry: Entry, site: Site, leads: Leads) -> str:
    """The same without the sections apart."""
    return _blocks_html(entry, heading_ids(entry), entry.text.news, site, leads)


def sections_html(entry: Entry, site: Site, leads: Leads) -> Iterator[tuple[Kind, str]]:
    """What is apart from a release's text, section by section: which it is, and how it looks."""
    ids = heading_ids(entry)[len(entry.text.news) :]
    for blocks in entry.text.sections:
        kind = blocks[0].kind
        words = _blocks_html(entry, ids[: len(blocks)], blocks, site, leads)
        ids = ids[len(blocks) :]
        yield kind, f'<section class="{kind}">{words}</section>'


def _blocks_html(
    entry: Entry, ids: tuple[str, ...], blocks: tuple[Block, ...], site: Site, leads: Leads
) -> str:
    """Some blocks of a body, with the ids of those that are headings."""
    ids = ids[: len(blocks)] if any(ids) else ()
    runs = [(code, tuple(run)) for code, run in groupby(blocks, entry.language_of)]
    if all(code == entry.text.language for code, _ in runs):
        return to_html(blocks, leads, ids)
    said = list[tuple[str, str]]()
    for code, run in runs:
        said.append((code, to_html(run, leads, ids[: len(run)])))
        ids = ids[len(run) :]
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
        return in_one_line(block.markdown)
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
        return contained(words[:last]) + " …"
    head = words[: limit - 1]
    return contained((head.rpartition(" ")[0] or head).rstrip(" ,;:–-")) + "…"


def content_html(entry: Entry, language: Language, site: Site) -> str:
    """A release as one fragment: what was changed, who wrote and sends it, body, files, contacts.

    Every part says which language it is in, since readers lift it out of its document.

    Args:
        entry: the release.
        language: of the feed or the page.
        site: where relative links and the authentic text are found.
    """
    body = body_html(entry, site, leads_of(entry, site, site.release(language, entry.slug)))
    return _content(entry, body, files_html(entry, language, site, body), language, site)


def news_content_html(entry: Entry, language: Language, site: Site) -> str:
    """The same without sections apart and files, for formats that have places for these.

    Args:
        entry: the release.
        language: of the feed or the page.
        site: where relative links and the authentic text are found.
    """
    leads = leads_of(entry, site, site.release(language, entry.slug))
    return _content(entry, news_html(entry, site, leads), "", language, site)


def _content(entry: Entry, body: str, files: str, language: Language, site: Site) -> str:
    source = spoken(site, entry.source)
    below = contacts_html(entry.contacts, language, source, entry.translated, site.country)
    heading = f"<h2>{say(language.code, 'files')}</h2>"
    around = f"<section>{heading}{files}</section>" if files else ""
    return (
        # Before the letterhead: a machine's words say so in the first paragraph.
        correction_html(entry, language, site)
        + notice_html(entry, language, site)
        + letterhead_html(entry, language, site)
        + f"<div {attributes(spoken(site, entry.text.language))}>{body}</div>"
        + (f"<div {attributes(said_in(language))}>{around}{below}</div>" if around + below else "")
    )
