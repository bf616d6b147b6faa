"""Letters of a mail from its bytes, whatever coding it claims: nothing here raises."""

from intake.characters.codings import codec_named
from press.text import well_formed


def decoded(data: bytes, charset: str) -> str:
    """The text that bytes stand for, in what XML allows, with LF line ends.

    Args:
        data: the bytes.
        charset: that they are said to be in; empty where nothing is said.
    """
    for coding in (codec_named(charset) or "utf-8", "utf-8"):
        try:
            return _tidy(data.decode(coding))
        except UnicodeError:
            continue
    return _tidy(data.decode("cp1252", "replace"))


def _tidy(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n\n")
    return well_formed(lines.removeprefix("\ufeff"))
