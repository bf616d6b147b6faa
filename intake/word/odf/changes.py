"""Tracked changes and comments of an OpenDocument text (ODF 1.3, part 3, 5.5 and 14.1)."""

from collections.abc import Iterator
from itertools import islice

from lxml import etree

from intake.word.changes import TrackedChange
from intake.word.names import q

_LONGEST = 4000  # characters that are kept of one


def changes_in(root: etree._Element) -> Iterator[TrackedChange]:
    """What is not settled in a part, changes of looks apart."""
    inserted = _inserted(root)
    for region in root.iter(q("text:changed-region")):
        name = region.get(q("text:id")) or region.get("{http://www.w3.org/XML/1998/namespace}id")
        for change in region:
            if change.tag == q("text:insertion"):
                yield TrackedChange(_who(change), "inserted", inserted.get(name or "", ""))
            elif change.tag == q("text:deletion"):
                yield TrackedChange(_who(change), "deleted", words_in(change))
    for comment in root.iter(q("office:annotation")):
        if words := words_in(comment):
            yield TrackedChange(_who(comment), "commented", words)


def _who(change: etree._Element) -> str:
    named = next(change.iter(q("dc:creator")), None)
    return "" if named is None else (named.text or "").strip()


def words_in(element: etree._Element, between: str = " ") -> str:
    """The words of the paragraphs in an element; of very many the first.

    Args:
        element: that holds them.
        between: what is put between two paragraphs.
    """
    paragraphs = islice(element.iter(q("text:p"), q("text:h")), 200)
    said = (" ".join("".join(map(str, one.itertext())).split()) for one in paragraphs)
    return between.join(filter(None, said))[:_LONGEST]


def _inserted(root: etree._Element) -> dict[str, str]:
    """The words of each insertion, which stand between two marks in the text."""
    words, begun = dict[str, str](), dict[str, None]()
    for event, element in etree.iterwalk(root, events=("start", "end")):
        said = element.text if event == "start" else element.tail
        name = element.get(q("text:change-id"), "")
        if event == "start" and element.tag == q("text:change-start"):
            begun[name] = None
        elif event == "start" and element.tag == q("text:change-end"):
            begun.pop(name, None)
        for one in islice(begun, 20) if said else ():
            words[one] = (words.get(one, "") + said)[:_LONGEST]
    return words
