"""Codings of letters, by the names that mails, pages and feeds give them."""

import codecs
import re

# What is decoded in the time of the length; others that Python knows are no codings of letters, or
# slow.
_KNOWN = re.compile(
    r"(?:us-?)?ascii|utf-?8|utf-?16(?:-?[lb]e)?|iso[-_]?8859[-_]?\d{1,2}|latin[-_]?\d{1,2}"
    r"|(?:windows|cp)-?\d{3,4}|koi8-[rtu]|macintosh|mac[-_](?:roman|cyrillic|greek|turkish|latin2)"
    r"|gb2312|gbk|gb18030|big5(?:-?hkscs)?|shift[-_]?jis|sjis|iso-2022-(?:jp|kr)|euc[-_](?:jp|kr)"
)
# As mail programs and browsers have it (https://encoding.spec.whatwg.org, 4.2).
_MEANT = {"ascii": "utf-8", "iso8859-1": "cp1252"}


def codec_named(name: str) -> str:
    """What letters are decoded by that are said to be in a coding; empty where it is not known.

    Args:
        name: as a mail, a page or a feed has it; may be anything.
    """
    said = name.strip().strip("\"'").lower()
    if not _KNOWN.fullmatch(said):
        return ""
    try:
        codec = codecs.lookup(said).name
    except LookupError:
        return ""
    return _MEANT.get(codec, codec)
