"""HTML files and saved pages: the text, whom to call, and nothing of what stands round them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from lxml import etree

from intake.contacts.blocks import take_contacts
from intake.given import Given
from intake.markup.addresses import absolute
from intake.markup.html import Marked, marked
from intake.notyet.outright import outright
from intake.notyet.screening import screen
from intake.notyet.unshown import unshown
from intake.text import presstext
from intake.text.blocks import plain
from intake.text.sheet.reference_number import Numbered, number_in
from intake.web.metadata import PageFacts, later_than, minute_of, moment_of
from intake.web.opening import OpenedPage, opened
from intake.web.pictures import pictures_of
from intake.web.saved import SavedPage, saved_page
from press.contact import Contact
from press.errors import UnreadableFile
from press.releases.received import LeftOut
from press.releases.release import Filing, NotYet, Reading

# A comment ends at its first end, and what has been passed over is not tried again.
_OPENING = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*+(?:<\?xml[^>]{0,200}+>\s*+)?+(?:<!--(?:(?!-->).){0,2000}+-->\s*+)*+"
    rb"<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_HEADED = re.compile(r"^#{1,2} ", re.MULTILINE)
# A line of strong words alone, or a heading.
_FIRST_STRONG = re.compile(
    r"^(?:\*\*(?P<strong>[^*\n]{8,200})\*\*|#{3,6} (?P<heading>[^\n]{8,200})) *$", re.MULTILINE
)
_FIRST_HEADING = re.compile(r"^#{1,6} (?P<words>[^\n]{1,200})$", re.MULTILINE)
_PROSE = re.compile(r"^[^#*|\n][^\n]{60,}[.!?][”\"»]?$", re.MULTILINE)
_MOST_OF_DAY = 5  # words of a day, behind a number
_FEWEST_WORDS = 3  # of a headline; fewer say what kind of text it is
_NUMBER = re.compile(r"\+?\(?\d[\d\s()/.\u00a0-]{6,20}\d")
_ROUND = "menus and whatever else stood round the text of the page were left out"
_BESIDE = "it stands beside the text of the page"
_NOWHERE = "the page does not say at what address it lies: write the whole address"
_MOST_LINKS = 5
_LONGEST_ABOVE = 500  # characters above a headline
_MOST_PARTS = 300  # parts beside the text that are searched for whom to call
_MOST_LINES = 1000  # of one of these parts
_MOST_NUMBERS = 5  # that are named one by one


def is_page(data: bytes) -> bool:
    """Whether a file is an HTML page."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = data[:4096].decode("utf-16", "ignore").encode()
    return _OPENING.match(data[:8192]) is not None


def read(data: bytes, given: Given) -> Reading:
    """Read an HTML page: one release.

    Args:
        data: the file.
        given: zone and language where the page names none.

    Raises:
        UnreadableFile: it holds no text, or none of which the headline can be told.
    """
    return _reading(SavedPage(data), given)


def read_saved(data: bytes, given: Given) -> Reading:
    """Read a page that was saved in one file with its pictures (MHTML).

    Args:
        data: the file.
        given: zone and language where the page names none.

    Raises:
        UnreadableFile: it holds no text, or none of which the headline can be told.
    """
    return _reading(saved_page(data), given)


def _reading(page: SavedPage, given: Given) -> Reading:
    parts = opened(page)
    filing = _filing(parts.shown, parts.facts, given)
    filing = _with_number_beside(filing, [one.markdown for one in parts.beside])
    filing = _with_contacts(filing, [one.markdown for one in parts.beside])
    filing = _with_pictures(filing, parts.shown, page)
    whole = replace(
        filing,
        not_yet=(*filing.not_yet, *_hidden(parts, given, filing)),
        left_out=(*filing.left_out, *parts.shown.left_out, *_lost_links(parts.main, parts.base)),
    )
    return Reading((whole,), notes=parts.notes)


def _filing(shown: Marked, facts: PageFacts, given: Given) -> Filing:
    """The text as any press text is read, with what the page says where the text does not."""
    if not re.search(r"\w", shown.markdown):
        raise UnreadableFile("it is a web page without a text: paste the text that it shows")
    title = " ".join(facts.title.split())
    text = _without_numbers_as_headings(_above_headline(shown.markdown))
    headed = text if _HEADED.search(text) else _with_own_headline(text)
    is_own, text = headed != text, headed
    if title and not _HEADED.search(text):
        text = f"# {marked(_escaped(title)).markdown}\n\n{text}"
    told = moment_of(facts, given.zone)
    sent = given.sent or (told.instant if told else None)
    known = replace(given, subject=given.subject or title, sent=sent)
    filing = presstext.read(text, known).filings[0]
    called = f"the page calls itself “{facts.written}”: its headline was taken from its text"
    return replace(
        filing,
        language=filing.language or facts.language,
        embargo=minute_of(filing.embargo, facts, given.zone) or told,
        notes=(*_of_page(filing.notes, given), *([called] if is_own and facts.written else [])),
    )


def _of_page(notes: Iterable[str], given: Given) -> Iterator[str]:
    """Notes in which the subject that stood in for a headline is called what it is."""
    for note in notes:
        yield note if given.subject else note.replace("the mail's subject", "the page's title")


def _without_numbers_as_headings(markdown: str) -> str:
    """A text whose first heading is no heading where it is only the number of the release."""
    found = _FIRST_HEADING.search(markdown[:_LONGEST_ABOVE])
    if not found or _number_alone(plain(found["words"])) is None:
        return markdown
    return markdown[: found.start()] + found["words"] + markdown[found.end() :]


def _number_alone(words: str) -> Numbered | None:
    """The number that is all that words say, but for a day."""
    found = number_in(words)
    return found if found and len(found.rest.split()) <= _MOST_OF_DAY else None


def _with_number_beside(filing: Filing, beside: Iterable[str]) -> Filing:
    """A filing with the number of the release that stands in another part of the page."""
    if filing.reference:
        return filing
    short = (plain(words) for words in beside if len(words) <= _LONGEST_ABOVE)
    found = (one.number for one in map(_number_alone, short) if one and one.kind)
    return replace(filing, reference=next(found, ""))


def _with_own_headline(markdown: str) -> str:
    """A text whose first strong line, or heading of any level, is its headline.

    What the page is called may be the whole site's name. A lead is a sentence, and ends as such.
    """
    for found in _FIRST_STRONG.finditer(markdown[:_LONGEST_ABOVE]):
        words = found["strong"] or found["heading"]
        if _PROSE.search(markdown[: found.start()]):
            break  # the text has begun: this is what may be opened in it, or a subhead
        is_number = _number_alone(plain(words)) is not None
        if len(words.split()) >= _FEWEST_WORDS and words[-1] not in ".:;," and not is_number:
            below = markdown[found.end() :].lstrip("\n")
            return f"{markdown[: found.start()]}# {words}\n\n{below}"
    return markdown


def _above_headline(markdown: str) -> str:
    """A text in which date and number above its headline are paragraphs, not items of a list."""
    above, mark, below = markdown.partition("\n# ")
    if not mark or len(above) > _LONGEST_ABOVE:
        return markdown
    return re.sub(r"^[-*] (.*)$", r"\1\n", above, flags=re.MULTILINE) + mark + below


def _lost_links(main: etree._Element, base: str) -> list[LeftOut]:
    """Links of a page that does not say where it lies: nobody could follow them."""
    found = list[LeftOut]()
    for link in main.iter("a"):
        href, words = link.get("href", ""), " ".join("".join(map(str, link.itertext("*"))).split())
        if href and words and not href.startswith("#") and _is_relative(href, base):
            found.append(LeftOut(f"link “{words[:100]}” to {href[:200]}", _NOWHERE))
    more = LeftOut(f"{len(found) - _MOST_LINKS} more links", _NOWHERE)
    return [*found[:_MOST_LINKS], *([more] if len(found) > _MOST_LINKS else [])]


def _is_relative(href: str, base: str) -> bool:
    return not absolute(href, base) and not re.match(r"\s*[A-Za-z][\w+.-]*:", href)


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;")


def _with_contacts(filing: Filing, rest: Iterable[str]) -> Filing:
    """A filing with whom the rest of the page names, and the numbers of which nobody is told."""
    known = _reached(filing)
    added, others = list[Contact](), list[str]()
    reach = [words for words in rest if _NUMBER.search(words) or "@" in words]
    others += [line.strip() for one in reach[_MOST_PARTS:] for line in one.split("\n")]
    for words in reach[:_MOST_PARTS]:
        lines = words.split("\n")
        left, contacts = take_contacts(lines[:_MOST_LINES])
        others += map(str.strip, lines[_MOST_LINES:])
        for contact in contacts:
            if not _ways(contact) <= known:
                added.append(contact)
                known |= _ways(contact)
        others += map(str.strip, left)
    told = dict.fromkeys(line for line in others if _NUMBER.search(line))
    numbers = [LeftOut(words[:200], _BESIDE) for words in told]
    if len(numbers) > _MOST_NUMBERS:
        more = f"{len(numbers) - _MOST_NUMBERS} more lines with numbers"
        numbers = [*numbers[:_MOST_NUMBERS], LeftOut(more, _BESIDE)]
    return replace(
        filing,
        contacts=(*filing.contacts, *added),
        left_out=(*filing.left_out, *numbers),
        notes=(*filing.notes, *([_ROUND] if rest else [])),
    )


def _reached(filing: Filing) -> set[str]:
    return set().union(*map(_ways, (*filing.contacts, *filing.unpublished)))


def _ways(contact: Contact) -> set[str]:
    phones = {"".join(filter(str.isdigit, phone))[-7:] for phone in contact.phones}
    return phones | {mail.lower() for mail in contact.emails}


def _with_pictures(filing: Filing, shown: Marked, page: SavedPage) -> Filing:
    files, others = pictures_of(shown.images, page.parts)
    return replace(filing, files=files, left_out=(*filing.left_out, *others))


def _hidden(page: OpenedPage, given: Given, filing: Filing) -> Iterator[NotYet]:
    """What says “not yet” where readers of the text would not see it."""
    said = {one.words for one in filing.not_yet}
    # Of menus and the like: pages for journalists alone are among what they name.
    beside = screen("\n\n\n\n".join(one.markdown for one in page.beside), given).not_yet
    fields, unseen = outright(page.facts.fields, given), unshown(page.unseen, given)
    for one in (*fields, *unseen, *beside, *_dated(page, given, filing)):
        if one.words not in said:
            said.add(one.words)
            yield one


def _dated(page: OpenedPage, given: Given, filing: Filing) -> Iterator[NotYet]:
    """What a page says for programs of its day, where that is later than its text's."""
    later = filing.embargo and later_than(filing.embargo, page.facts, given.zone)
    if later:
        yield NotYet(f"published: {later}", later)
