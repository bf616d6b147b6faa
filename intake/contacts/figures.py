"""Which figures of a line are a telephone number, and where one ends and the next begins."""

import re
from collections.abc import Sequence
from functools import cache

from phonenumbers import PhoneMetadata

_SIGNS = "0123456789()+ \u00a0./‐‑–-"
_LONGEST = 17  # digits of a number (E.164 allows 15, here with a prefix for abroad)
_GAP = re.compile(r" [-–/] ")
_DATE = re.compile(r"\d{1,4}([-/.])\d{1,2}\1\d{1,4}|\(?\d{4}\s?[-–/]\s?\d{4}\)?")
_RUN = re.compile(r"[0-9][0-9()\s./‐‑–-]*")
_VAT = re.compile(r"[A-Z]{2} ?\d")
# Where numbers are dialled as they are, without a 0 before them.
_WITHOUT_ZERO = ("US", "ES", "PT", "PL", "CZ", "GR", "LU", "NO", "DK", "HU")


def is_number(number: str, *, is_named: bool = False) -> bool:
    """Whether figures are a telephone number.

    Args:
        number: figures and what stands between them.
        is_named: whether a word before them says that they are.
    """
    digits = re.sub(r"\D", "", number)
    if is_named:
        return 3 <= len(digits) <= _LONGEST
    if _DATE.fullmatch(number) or len(digits) > _LONGEST:
        return False
    if number[0] in "+(0":
        return len(digits) >= 7
    return len(digits) >= 9 and any(one.fullmatch(digits) for one in _national())


def holds_number(words: str) -> bool:
    """Whether a telephone number stands somewhere among words."""
    if _VAT.match(words):
        return False
    runs = (run[0].strip(" ()./‐‑–-") for run in _RUN.finditer(words))
    return any(sum(map(str.isdigit, run)) >= 7 and not _DATE.fullmatch(run) for run in runs)


def mended(parts: Sequence[str]) -> list[str]:
    """The parts of a line and what stands between them, numbers whole again.

    “070 - 555 01 23 / M: 06 - 12 34 56 78” has two, “030 / 55 17-20 71” and “02 555 01 01 / 02”
    are one each.

    Args:
        parts: at even places what a line was split into, at odd places what it was split at.
    """
    whole = list(parts[:1])
    for gap, part in zip(parts[1::2], parts[2::2], strict=True):
        if _GAP.fullmatch(gap) and _is_one(_end_of(whole[-1]), _start_of(part)):
            whole[-1] += gap + part
        else:
            whole += [gap, part]
    return whole


def _is_one(left: str, right: str) -> bool:
    """Whether figures on both sides of a gap are one number."""
    before, after = (sum(map(str.isdigit, side)) for side in (left, right))
    if not before or not after or right[0] == "+" or before + after > _LONGEST:
        return False
    if left[0] not in "+(0":
        return False
    is_whole = before >= (9 if left[0] == "+" or left.startswith("00") else 7)
    return after <= 2 or (after <= 4 and right[0] != "0") if is_whole else before + after >= 6


def _end_of(part: str) -> str:
    """The figures that a part ends with."""
    return part[len(part.rstrip(_SIGNS)) :].strip(" ./‐‑–-")


def _start_of(part: str) -> str:
    """The figures that a part begins with."""
    return part[: len(part) - len(part.lstrip(_SIGNS))].strip()


@cache
def _national() -> tuple[re.Pattern[str], ...]:
    """What numbers look like in countries without a 0 before them."""
    known = (PhoneMetadata.metadata_for_region(code) for code in _WITHOUT_ZERO)
    shapes = (one.general_desc for one in known if one)
    patterns = (shape.national_number_pattern for shape in shapes if shape)
    return tuple(re.compile(pattern) for pattern in patterns if pattern)
