"""What is wrong with a line of front matter, in words that say how to mend it."""

import re
from collections.abc import Iterator, Sequence

import yaml

LONGEST = 80  # characters of a value that is repeated to whoever wrote it
_PAIR = re.compile(r"(?P<indent> *(?:- +)*)(?P<key>[\w-]+) *:(?: +(?P<value>.+))?")
_ENTRY = re.compile(r" *- +(?P<value>.+)")
_COMMENT = re.compile(r"(?:^|\s)#[^\s#]")
_GLUED = re.compile(r"(?: *(?:- +)*)(?P<key>[A-Za-z_-]+):(?P<value>[^\s:/].*)")
_CLOSED = {
    '"': re.compile(r'"(?:[^"\\]|\\.)*"(?:\s+#.*)?'),
    "'": re.compile(r"'(?:[^']|'')*'(?:\s+#.*)?"),
}
_BRACKETS = {"[": "]", "{": "}"}
# What a value may not begin with: YAML 1.2.2, section 5.3.
_MARKS = ("@", "`", "%", "*", "&", "!", "|", ">", "]", "}", ",", "- ", "? ")
_SEVERAL_LINES = re.compile(r"[|>][+\-\d]{0,2}(?:\s+#.*)?")
_BEGUN = ("quoted scalar", "flow", "simple key")  # what has an end, which may be missing


def complaint(head: str, error: yaml.MarkedYAMLError) -> str:
    """What is wrong with front matter, and where.

    Args:
        head: the front matter, below as many empty lines as stand above it in the file.
        error: what the parser says of it.
    """
    lines = head.split("\n")
    first = _place(lines, error)
    for n in range(first, -1, -1):
        if said := _of_line(lines[n], error if n == first else None):
            return f"line {n + 1}: {said}"
    return f"line {first + 1}: {_of_indent(lines, first) or f'it is not YAML: {error.problem}'}"


def lost_words(head: str) -> str | None:
    """The first words that would be taken for a comment: `We are #1`; None if there are none.

    Args:
        head: as above.
    """
    for n, line in enumerate(head.split("\n"), start=1):
        pair = _PAIR.fullmatch(line.rstrip()) if "#" in line else None
        if pair and not pair["indent"] and _is_cut(value := pair["value"] or ""):
            advice = _advice(pair["key"], value)
            return f"line {n}: in “{_short(value)}” what follows # would be lost: {advice}"
    return None


def _is_cut(value: str) -> bool:
    return not value.startswith((*_CLOSED, *_BRACKETS, "|", ">")) and bool(_COMMENT.search(value))


def _place(lines: Sequence[str], error: yaml.MarkedYAMLError) -> int:
    """The number of the line of the mistake, or of what begins there and has no end."""
    has_begun = error.context_mark and any(what in (error.context or "") for what in _BEGUN)
    mark = error.context_mark if has_begun else error.problem_mark
    line = min(mark.line, len(lines) - 1) if mark else 0
    while line and not lines[line].strip():
        line -= 1
    return line


def _of_line(line: str, error: yaml.MarkedYAMLError | None) -> str | None:
    line = line.rstrip()
    if re.match(r" *\t", line):
        return "it begins with a tab: put spaces in its place"
    if pair := _PAIR.fullmatch(line):
        return next(_of_value(pair["key"], pair["value"] or "", error), None)
    if entry := _ENTRY.fullmatch(line):
        return next(_of_value("", entry["value"], error), None)
    if glued := _GLUED.fullmatch(line):
        written = f"{glued['key']}: {glued['value']}"
        return f"“{_short(line)}” needs a space after its colon: {_short(written)}"
    if line and ":" not in line:
        return f"“{_short(line)}” has no colon: write a key, a colon, a space and the value"
    return None


def _of_value(key: str, value: str, error: yaml.MarkedYAMLError | None) -> Iterator[str]:
    """Everything that is wrong with the value of a key, the surest first."""
    if closed := _CLOSED.get(value[:1]):
        yield from _of_quotes(key, value, is_closed=bool(closed.fullmatch(value)))
        if error and "escape" in (error.problem or ""):
            yield f"a backslash in double quotes is a sign of its own: {_advice(key, value[1:-1])}"
        return
    if end := _BRACKETS.get(value[:1]):
        if end not in value:
            close = f"close it with {end}"
            yield f"the bracket of “{_short(value)}” has no end: {close}, or {_advice(key, value)}"
        elif value.endswith(end):
            return
    if value.startswith((*_MARKS, *_BRACKETS)) and not _SEVERAL_LINES.fullmatch(value):
        mark = f"begins with {value[0]}, which means something else"
        yield f"“{_short(value)}” {mark}: {_advice(key, value)}"
    if re.search(r":(?:\s|$)", value):
        yield f"“{_short(value)}” has a colon in it: {_advice(key, value)}"


def _of_quotes(key: str, value: str, *, is_closed: bool) -> Iterator[str]:
    mark = value[0]
    if not is_closed and mark not in value[1:]:
        yield f"the quotation mark before “{_short(value[1:])}” has no end: close it with {mark}"
    elif not is_closed:
        words = value[1:-1] if value.endswith(mark) else value
        yield f"“{_short(value)}” has a quotation mark within: {_advice(key, words)}"


def _of_indent(lines: Sequence[str], line: int) -> str | None:
    """Whether a line begins in a column of its own, where nothing else is wrong with it."""
    above = next((one for one in reversed(lines[:line]) if one.strip()), "")
    if not above or _column(above) == _column(lines[line]):
        return None
    return "it begins further left or right than the line above: begin both in the same column"


def _column(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _advice(key: str, words: str) -> str:
    """How to write the words of a key, or of an entry of a list, so that they are nothing else."""
    written = f", {f'{key}:' if key else '-'} {_quoted(words)}" if len(words) <= LONGEST else ""
    return f"put the {key or 'words'} in quotes{written}"


def _quoted(words: str) -> str:
    if '"' in words or "\\" in words:
        return "'" + words.replace("'", "''") + "'"
    return f'"{words}"'


def _short(words: str) -> str:
    words = words.strip()
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"
