"""What a Word document holds beside words: what is refused, and what is only named."""

import posixpath
from collections.abc import Iterator

from intake.word.hearing import texts_of
from intake.word.names import q
from intake.word.ooxml.package import Package, Relation
from press.errors import UnreadableFile
from press.releases.received import LeftOut

_SAVE = "save it as Word document (.docx) without them, and send that"
_MACROS = f"it holds macros: {_SAVE}"
# Kinds of relations behind which something runs, or is another document.
_REFUSED = {
    "vbaproject": _MACROS,
    "wordvbadata": _MACROS,
    "control": f"it holds active controls (ActiveX): {_SAVE}",
    "activexcontrolbinary": f"it holds active controls (ActiveX): {_SAVE}",
    "oleobject": "it holds an embedded object (“{name}”): put its text or a picture in its place",
    "package": "it holds an embedded object (“{name}”): put its text or a picture in its place",
    "afchunk": "it holds another document (“{name}”): open it, save it again, and send that",
}
# By how the names of parts begin, where no relation tells of them.
_FOLDERS = {
    "word/vba": "vbaproject",
    "word/activex": "control",
    "word/embeddings/": "package",
    "word/afchunk": "afchunk",
}
_OUTSIDE = {
    "image": "a picture that is not in the file, and is not fetched",
    "attachedtemplate": "the template it was made from is not in the file, and is not fetched",
    "subdocument": "a part of the text that is in another file, and is not fetched",
    "frame": "a page that is in another file, and is not fetched",
    "video": "a film that is not in the file, and is not fetched",
}
_OBJECTS = {
    "chart": "a chart cannot be read: insert it as a picture",
    "chartex": "a chart cannot be read: insert it as a picture",
    "diagramdata": "a diagram (SmartArt) cannot be read: insert it as a picture",
    "ink": "handwriting cannot be read",
}


def inspected(package: Package) -> tuple[LeftOut, ...]:
    """What a document refers to and no release can hold.

    Raises:
        UnreadableFile: it holds macros, controls or embedded objects.
    """
    _check_types(package)
    for name in sorted(package.archive.names):
        for start, kind in _FOLDERS.items():
            if name.lower().startswith(start) and not name.endswith("/"):
                raise _refusal(kind, name)
    return tuple(dict.fromkeys(_named(package)))


def _check_types(package: Package) -> None:
    types = package.part("[Content_Types].xml")
    if types is None:
        return
    for listed in (*types.iter(q("types:Override")), *types.iter(q("types:Default"))):
        said = listed.get("ContentType", "").lower()
        if "macroenabled" in said or "vbaproject" in said:
            raise UnreadableFile(_MACROS)


def _named(package: Package) -> Iterator[LeftOut]:
    for part in sorted(package.archive.names):
        folder, _, base = part.rpartition("_rels/")
        if not folder or not base.endswith(".rels"):
            continue
        owner = folder + base.removesuffix(".rels")
        for relation in package.relations(owner).values():
            if relation.kind in _REFUSED:
                raise _refusal(relation.kind, relation.target)
            if why := _why(relation):
                yield LeftOut(_said_in(package, relation) or relation.target[:200], why)


def _said_in(package: Package, relation: Relation) -> str:
    """The words of a chart or a diagram."""
    root = None if relation.is_outside else package.part(relation.target)
    return "" if root is None else "; ".join(texts_of(root))


def _why(relation: Relation) -> str:
    if not relation.is_outside:
        return _OBJECTS.get(relation.kind, "")
    # Almost every office has its template on a drive of its own, which says nothing to anybody.
    if relation.kind == "attachedtemplate" and not relation.target.lower().startswith("http"):
        return ""
    return _OUTSIDE.get(relation.kind, "")


def _refusal(kind: str, name: str) -> UnreadableFile:
    return UnreadableFile(_REFUSED[kind].format(name=posixpath.basename(name)[:80]))
