"""What is known and counted while a Word document is read from the top."""

from dataclasses import dataclass, field

from lxml import etree

from intake.word.looks import WordStyle
from intake.word.names import q
from intake.word.ooxml.fields import WordField
from intake.word.ooxml.numbering import WordLists
from intake.word.ooxml.package import Relation
from intake.word.ooxml.styles import WordStyles, shown
from intake.word.state import ReadingState

_VALUE = q("w:val")


@dataclass(slots=True, kw_only=True)
class WordState(ReadingState):
    """What is known of a Word document, and counted.

    Args:
        styles: of the document.
        lists: counted as far as has been read.
        notes: footnotes and endnotes by kind and name, each with what its part refers to.
        relations: what the part that is read refers to.
        fields: that have begun and not ended, the outermost first.
        kept_back: notes that are not for publication, and that the text refers to.
    """

    styles: WordStyles
    lists: WordLists
    notes: dict[tuple[str, str], tuple[etree._Element, dict[str, Relation]]]
    relations: dict[str, Relation] = field(default_factory=dict)
    fields: list[WordField] = field(default_factory=list)
    kept_back: set[tuple[str, str]] = field(default_factory=set)
    _looks: dict[object, WordStyle] = field(default_factory=dict)

    def look(self, paragraph: WordStyle, properties: etree._Element | None) -> WordStyle:
        """How the words of a run look, in a paragraph of some style."""
        if properties is None:
            told: tuple[object, ...] = ()
        else:
            told = tuple((one.tag, one.get(_VALUE)) for one in properties)
        if (paragraph, told) not in self._looks:
            self._looks[paragraph, told] = shown(self.styles, paragraph, properties)
        return self._looks[paragraph, told]
