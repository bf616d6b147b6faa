"""Looking through a drawing (SVG 2) for what is more than a picture.

It is shown as a picture under a policy that lets nothing run or load (web/site/views/assets.py);
what a browser would then leave out in silence is refused here with its reason.
"""

import re
from xml.parsers import expat

_SVG = "http://www.w3.org/2000/svg"
# What runs, loads, leads elsewhere or moves.
_NEVER = frozenset(
    {"a", "animate", "animateMotion", "animateTransform", "audio", "canvas", "discard", "embed"}
    | {"feImage", "foreignObject", "handler", "iframe", "image", "listener", "object", "script"}
    | {"set", "video"}
)
_LEADS = frozenset(("href", "src", "base"))
# An address in a style that is not within the drawing; letters written by their number may hide it.
_LOADS = re.compile(
    r"url\s*\(\s*(?![\"'\s]*#)|@import|@font-face|image-set|src\s*\(|expression\s*\(",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\s*([0-9]{1,6}(?:\.[0-9]{1,6})?)(?:px|pt|mm|cm|in)?\s*")
_MOST_DEEP = 200
_MOST_STYLE = 64 * 1024


def svg_size(content: bytes) -> tuple[int, int]:
    """How wide a drawing is and how high, once it is seen that it is only a drawing.

    Args:
        content: of the file.

    Raises:
        ValueError: it is none, or more.
    """
    seen = _Drawing()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = seen.start
    parser.EndElementHandler = seen.end
    parser.CharacterDataHandler = seen.words
    parser.StartDoctypeDeclHandler = _no_document_type
    parser.ProcessingInstructionHandler = _no_instruction
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise ValueError(f"it is not a whole SVG file: {error}") from error
    return seen.size


class _Drawing:
    """What was seen of a drawing."""

    def __init__(self) -> None:
        self.size = (0, 0)
        self._open: list[str] = []
        self._style = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        if not self._open:
            if (space, local) != (_SVG, "svg"):
                raise ValueError("it is not an SVG file: its first element is no svg")
            self.size = _size(attributes)
        if local in _NEVER or "xhtml" in space:
            raise ValueError(
                f"it has an element {local}, which is more than a picture; take it out"
            )
        for key, value in attributes.items():
            space, _, name = key.rpartition(" ")
            _check(name, value, is_own=not space)
        self._open.append(local)
        if len(self._open) > _MOST_DEEP:
            raise ValueError(f"its elements are nested deeper than {_MOST_DEEP}")

    def end(self, _name: str) -> None:
        if self._open.pop() == "style":
            _check("style", self._style)
            self._style = ""

    def words(self, text: str) -> None:
        if self._open[-1:] == ["style"]:
            self._style += text
            if len(self._style) > _MOST_STYLE:
                raise ValueError("its style is longer than a drawing needs")


def _check(name: str, value: str, *, is_own: bool = True) -> None:
    """See that an attribute or a style neither runs nor loads anything.

    Args:
        name: of the attribute.
        value: what it says.
        is_own: whether it is SVG's own; programs that draw note much in others.
    """
    if name.lower().startswith("on"):
        raise ValueError(f"it has an attribute {name}, which is a program; take it out")
    if name.lower() in _LEADS and not value.lstrip().startswith("#"):
        raise ValueError(f"it refers to something outside itself ({value[:60]}); take it out")
    hides = name == "style" and "\\" in value
    if is_own and (hides or _LOADS.search(value)):
        raise ValueError("its style refers to something outside itself; take it out")


def _size(attributes: dict[str, str]) -> tuple[int, int]:
    """Width and height from what the drawing shows, or how large it says that it is."""
    shown = re.split(r"[\s,]+", attributes.get("viewBox", "").strip())[2:4]
    for sides in (shown, [attributes.get("width", ""), attributes.get("height", "")]):
        found = [_NUMBER.fullmatch(side) for side in sides]
        if len(found) == 2 and all(found):
            width, height = (round(float(one[1])) for one in found if one)
            if width and height:
                return width, height
    raise ValueError("it does not say how wide and high it is (viewBox)")


def _no_document_type(*_said: object) -> None:
    raise ValueError("it has a document type (<!DOCTYPE>), which may hide anything; take it out")


def _no_instruction(target: str, _data: str) -> None:
    raise ValueError(f"it has an instruction <?{target}?>; take it out")
