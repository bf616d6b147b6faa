"""Letters of a mail from its bytes, whatever coding it claims: nothing here raises."""

import re

from press.text import clean

# What Python decodes in the time of the length; others it knows are no codings of letters, or slow.
_KNOWN = re.compile(
    r"us-ascii|ascii|utf-?8|utf-?16(?:-?[lb]e)?|iso-?8859-?\d{1,2}|windows-?125\d|cp-?\d{3,4}"
    r"|koi8-[ru]|macintosh|mac-roman|gb2312|gbk|gb18030|big5|shift[-_]jis|iso-2022-jp|euc-(?:jp|kr)"
)
# As mail programs and browsers have it (https://encoding.spec.whatwg.org, 4.2).
_MEANT = {"us-ascii": "utf-8", "ascii": "utf-8", "iso-8859-1": "cp1252", "iso8859-1": "cp1252"}


def decoded(data: bytes, charset: str) -> str:
    """The text that bytes stand for, in what XML allows, with LF line ends.

    Args:
        data: the bytes.
        charset: that they are said to be in; empty where nothing is said.
    """
    name = charset.strip().strip("\"'").lower()
    claimed = [_MEANT.get(name, name)] if _KNOWN.fullmatch(name) else []
    for coding in (*claimed, "utf-8"):
        try:
            return _tidy(data.decode(coding))
        except (UnicodeError, LookupError):
            continue
    return _tidy(data.decode("cp1252", "replace"))


def _tidy(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n\n")
    return clean(lines.removeprefix("\ufeff"))
