"""Formulas of a Word document on one line (ECMA-376-1, 22.1)."""

from lxml import etree

from intake.word.names import q, short

_RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_LOWERED = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")


def linear(element: etree._Element) -> str:
    """What a formula says, with its fractions, powers and roots as they are typed.

    Args:
        element: of the formula, or of a part of one; parts within each other are few by then.
    """
    name = short(element.tag)
    if name == "m:t":
        return element.text or ""
    if name == "m:f":
        return f"{_closed(element, 'm:num')}/{_closed(element, 'm:den')}"
    if name in ("m:sSup", "m:sSub", "m:sSubSup"):
        below, above = _part(element, "m:sub"), _part(element, "m:sup")
        return _part(element, "m:e") + _small(below, "_", _LOWERED) + _small(above, "^", _RAISED)
    if name == "m:rad":
        return f"√{_closed(element, 'm:e')}"
    if name == "m:d":
        return f"({', '.join(linear(one) for one in element.iterfind(q('m:e')))})"
    return "".join(map(linear, element))


def _part(element: etree._Element, name: str) -> str:
    found = element.find(q(name))
    return "" if found is None else linear(found)


def _closed(element: etree._Element, name: str) -> str:
    said = _part(element, name)
    return said if len(said) < 2 or said.isalnum() else f"({said})"


def _small(said: str, sign: str, table: dict[int, int]) -> str:
    if not said:
        return ""
    is_small = all(ord(letter) in table for letter in said)
    return said.translate(table) if is_small else f"{sign}{said if len(said) < 2 else f'({said})'}"
