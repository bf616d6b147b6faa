"""The YAML at the head of a Markdown file; every value is the words it is written in."""

import re
from collections.abc import Hashable, Sequence
from typing import Any

import yaml

from intake.documents.complaints import complaint, lost_words
from press.errors import UnreadableFile
from press.text import clean

# A rule at the top of a text is no front matter: there must be a key below it.
_OPENING = re.compile(
    r"\s*---[ \t]*\n(?=(?:[ \t]*(?:#.*)?\n)*(?:\t*[\w-]+[ \t]*:|---[ \t]*$))", re.M
)
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.M)
_WHAT = "the front matter"
_NOTHING = {"", "~", "null"}


class _Words(yaml.BaseLoader):
    """YAML without types, and without a key given twice.

    Types would turn the telephone number 0470550101 into an octal number, the language `no` into
    a falsehood and 14:18 into 858.
    """

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        """As PyYAML has it, but `&` and `!` take no word of a title away."""
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if getattr(event, "anchor", None) or getattr(event, "tag", None):
            raise yaml.composer.ComposerError(None, None, "a name or a type", event.start_mark)
        return super().compose_node(parent, index)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        """As PyYAML has it, but the last of two embargoes does not silently win."""
        seen = set()
        for key, _ in node.value:
            if str(key.value).lower() in seen:
                line = key.start_mark.line + 1
                raise UnreadableFile(f"line {line} gives “{key.value}” for the second time")
            seen.add(str(key.value).lower())
        return super().construct_mapping(node, deep=deep)


class Fields:
    """The keys of a mapping and their words.

    Args:
        values: as YAML gives them.
        known: the keys there may be.
        what: whose keys they are, in words.

    Raises:
        UnreadableFile: it is no mapping, or has a key that is not known.
    """

    def __init__(self, values: object, known: Sequence[str], what: str) -> None:
        keys = ", ".join(known)
        if not isinstance(values, dict):
            raise UnreadableFile(f"{what} is made of keys and values; the keys are {keys}")
        strange = next((key for key in values if str(key).lower() not in known), None)
        if strange is not None:
            raise UnreadableFile(f"“{strange}” is not a key of {what}; the keys are {keys}")
        self._values = {str(key).lower(): value for key, value in values.items()}

    def words(self, key: str) -> str:
        """The words of a key on one line; nothing if it is not there.

        Raises:
            UnreadableFile: its value is a list or a mapping.
        """
        return " ".join(self._text(self._values.get(key, ""), key).split())

    def several(self, *keys: str) -> tuple[str, ...]:
        """The words of keys that may each hold one thing, several lines or a list.

        Raises:
            UnreadableFile: something in the list is not words.
        """
        found = [(value, key) for key in keys for value in self.items(key)]
        lines = (line for value, key in found for line in self._text(value, key).split("\n"))
        return tuple(" ".join(line.split()) for line in lines if line.strip())

    def items(self, key: str) -> list[object]:
        """The values of a key: those of its list, else the one it has."""
        value = self._values.get(key, "")
        if isinstance(value, list):
            return value
        return [] if isinstance(value, str) and value in _NOTHING else [value]

    @staticmethod
    def _text(value: object, key: str) -> str:
        if not isinstance(value, str):
            raise UnreadableFile(f"“{key}” takes words; put a text that has a colon in quotes")
        return "" if value in _NOTHING else clean(value)


def begins(text: str) -> bool:
    """Whether a text begins with front matter."""
    return _OPENING.match(text) is not None


def take(text: str, known: Sequence[str]) -> tuple[Fields, str]:
    """The front matter of a text, if it has any, and the text below.

    Raises:
        UnreadableFile: it is not YAML, has no end, or a key that is not known.
    """
    opening = _OPENING.match(text)
    if not opening:
        return Fields({}, known, _WHAT), text
    closing = _CLOSING.search(text, opening.end())
    if not closing:
        raise UnreadableFile("its front matter has no end; close it with a line of ---")
    # As many lines above as in the file, so that a mistake is found where it is.
    head = "\n" * text.count("\n", 0, opening.end()) + text[opening.end() : closing.start()]
    return Fields(_loaded(head) or {}, known, _WHAT), text[closing.end() :]


def _loaded(head: str) -> object:
    if lost := lost_words(head):
        raise UnreadableFile(lost)
    try:
        return _Words(head).get_single_data()
    except yaml.MarkedYAMLError as error:
        raise UnreadableFile(complaint(head, error)) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise UnreadableFile("its front matter is not YAML") from error
