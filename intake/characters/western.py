"""Windows-1252, which older programs write, where that is certainly what a file is in.

It gives nearly any byte a letter, so that a text in another encoding would print wrong letters in
a name: what does not look like words is refused.
"""

import re

from press.errors import UnreadableFile

_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_SEND_AGAIN = "save it as UTF-8 and send it again"
# Signs that stand in no word, and capitals that stand in the middle of none.
_MISREAD = re.compile(
    r"[^\W\d_](?:[€‚ƒ„†‡ˆ‰‹˜™›¡¢£¤¥¦¨©¬®¯°±²³¶¸¹¼½¾¿×÷]|(?<=[a-zß-ÿ])[À-ÞŠŒŽŸ](?=[a-zß-ÿ]))[^\W\d_]"
)


def from_western(data: bytes) -> str:
    """Decode a file that is not UTF-8.

    Raises:
        UnreadableFile: it is no text, damaged UTF-8, or in an encoding that is not known.
    """
    if _is_mostly_utf_8(data):
        raise UnreadableFile(f"it is UTF-8 text, but damaged; {_SEND_AGAIN}")
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise UnreadableFile(f"it is neither UTF-8 nor Windows-1252 text; {_SEND_AGAIN}") from error
    if _CONTROLS.search(text):
        raise UnreadableFile("it is not a text file")
    if found := _MISREAD.search(text):
        word = _word_round(text, found)
        raise UnreadableFile(
            f"its letters are in an encoding not known here (“{word}”); {_SEND_AGAIN}"
        )
    if 2 * len(re.findall(r"[^\W\d_a-zA-Z]", text)) > len(re.findall(r"[^\W\d_]", text)):
        raise UnreadableFile(f"its letters are in an encoding not known here; {_SEND_AGAIN}")
    return text


def _is_mostly_utf_8(data: bytes) -> bool:
    """Whether letters of several bytes are as many as bytes that are part of none."""
    strange = [letter for letter in data.decode("utf-8", "replace") if letter > "\x7f"]
    return 2 * strange.count("\ufffd") <= len(strange)


def _word_round(text: str, found: re.Match[str]) -> str:
    before = re.search(r"\S{0,20}\Z", text[: found.start()])
    after = re.match(r"\S{0,20}", text[found.end() :])
    return f"{before[0] if before else ''}{found[0]}{after[0] if after else ''}"
