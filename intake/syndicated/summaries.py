"""Summaries that only repeat the text, and what websites add to each."""

import re

_ADDRESSES = re.compile(r"\]\([^()\s]{0,2000}\)")
_CUT = re.compile(r"\s*(?:\[\s?(?:…|\.\.\.)\s?\]|…|\.\.\.)\s*$")
_MORE = re.compile(
    r"\s*(?:continue reading|read more|lire la suite|lees (?:meer|verder)|weiterlesen"
    r"|mehr lesen)\b[^\n]{0,300}$",
    re.IGNORECASE,
)
# What WordPress puts below every text of a feed, in its languages.
_FOOTER = re.compile(
    r"(?:the post .{1,600} (?:appeared )?first (?:appeared )?on"
    r"|l[’']article .{1,600} est apparu en premier sur"
    r"|der beitrag .{1,600} erschien zuerst auf"
    r"|het bericht .{1,600} verscheen eerst op) .{1,300}\.",
    re.IGNORECASE,
)


def is_cut(words: str) -> bool:
    """Whether words end where their text goes on."""
    return _CUT.search(_without_more(words)[-200:]) is not None


def only_repeats(summary: str, *texts: str) -> bool:
    """Whether a summary says nothing that stands in none of some texts as it is.

    Args:
        summary: plain words.
        texts: plain, or Markdown.
    """
    whole = _without_more(summary)
    said = _said(whole[:-200] + _CUT.sub("", whole[-200:]))
    if is_cut(summary):
        said = said.rpartition(" ")[0] or said  # its last word may be half a one
    return any(said in _said(_ADDRESSES.sub("]", text)) for text in texts)


def without_footer(markdown: str) -> tuple[str, str]:
    """A text without what the website adds below it, and that.

    Args:
        markdown: paragraphs apart by blank lines.
    """
    above, blank, last = markdown.rstrip().rpartition("\n\n")
    line = " ".join(last.split())
    if len(line) > 2000 or not _FOOTER.fullmatch(_ADDRESSES.sub("]", line)):
        return markdown, ""
    return above if blank else "", line


def _without_more(words: str) -> str:
    return words[:-400] + _MORE.sub("", words[-400:])


def _said(words: str) -> str:
    return " " + " ".join(re.findall(r"[^\W_]+", words.casefold()))
