"""A Word document as its parts, and which part stands for what (ECMA-376-2)."""

import posixpath
from dataclasses import dataclass

from lxml import etree

from intake.word.archive import OfficeArchive
from intake.word.names import q
from press.errors import UnreadableFile


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to.

    Args:
        kind: the last word of its type, lower case: `image`, `header`, `hyperlink`.
        target: name of a part, or an address where it is outside.
        is_outside: whether it is no part of the file.
    """

    kind: str
    target: str
    is_outside: bool


class Package:
    """The parts of a Word document.

    Args:
        archive: its members.

    Raises:
        UnreadableFile: it holds no document.
    """

    def __init__(self, archive: OfficeArchive) -> None:
        self.archive = archive
        found = [one.target for one in self.relations("").values() if one.kind == "officedocument"]
        self.main = next((t for t in found if t in archive.names), "word/document.xml")
        if self.main not in archive.names:
            raise UnreadableFile(
                "it is an archive without a text: save it as Word document (.docx)"
            )

    def part(self, name: str) -> etree._Element | None:
        """The root of a part, None where there is none."""
        if name not in self.archive.names:
            return None
        return self.archive.xml(name)

    def document(self) -> etree._Element:
        """The root of the part with the text."""
        return self.archive.xml(self.main)

    def relations(self, name: str) -> dict[str, Relation]:
        """What a part refers to, by the names it uses."""
        folder, base = posixpath.split(name)
        root = self.part(posixpath.join(folder, "_rels", f"{base}.rels"))
        if root is None:
            return {}
        listed = root.iter(q("rel:Relationship"))
        return {one.get("Id", ""): _relation(one, folder) for one in listed}

    def related(self, kind: str) -> list[str]:
        """The parts of a kind that the document refers to, in its order, each once."""
        found = (one for one in self.relations(self.main).values() if one.kind == kind)
        named = [one.target for one in found if one.target in self.archive.names]
        return list(dict.fromkeys(named))


def _relation(listed: etree._Element, folder: str) -> Relation:
    kind = listed.get("Type", "").rpartition("/")[2].lower()
    target = listed.get("Target", "")
    if listed.get("TargetMode") == "External":
        return Relation(kind, target, True)
    return Relation(kind, posixpath.normpath(posixpath.join(folder, target)).lstrip("/"), False)
