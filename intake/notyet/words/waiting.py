"""Orders that wait for an event: `Embargo until the end of the council`, `Sperrfrist: Redeende`."""

import re
from collections.abc import Sequence

from intake.characters.flat import set_of
from intake.notyet.words.vocabulary import UNTIL, Token

_WAITING = UNTIL | set_of("pending awaiting jusqu'apres jusqu'a totdat hasta")
# What an order may name behind a mere colon: `Embargo: end of the meeting`.
_ENDS = set_of(
    "end close closing conclusion start beginning begin opening after following once when upon"
    " adoption fin issue l'issue cloture debut apres lorsque einde slot na afloop aanvang zodra"
    " ende schluss abschluss nach beginn anfang sobald redebeginn redeende sitzungsende"
)
_BETWEEN = set_of("the of le la les de d' l' het der die das dem des den zum zur am a")
_ARTICLES = set_of("a an the le la les un une l' het een de das die der ein eine dem den")
# An embargo on somebody, or one that is talked about.
_OTHER = re.compile(
    r"\b(?:against|contre|tegen|gegen|envers|jegens|gegenuber|imposed|decreed|would|could|might"
    r"|says?|said|selon|according|zegt|zei|volgens|sagt|sagte|zufolge|soldes?|guerre|war|oorlog"
    r"|krieg\w*)\b|l'egard|l'encontre"
)


def end_of_event(tokens: Sequence[Token], first: int, after: int) -> int:
    """Behind which token the event ends that an order waits for; 0 if it waits for none.

    Args:
        tokens: of the line.
        first: number of the token at which the order's word stands.
        after: number of the token behind it.
    """
    end = next((n for n in range(after, len(tokens)) if _parts(tokens[n])), len(tokens))
    words = " ".join(token.text for token in tokens[after:end])
    if _OTHER.search(words) or (first and tokens[first - 1].text in _ARTICLES):
        return 0
    return end if _is_event(tokens[after:end]) else 0


def _parts(token: Token) -> bool:
    return token.kind == "|" and token.text not in ":-"


def _is_event(behind: Sequence[Token]) -> bool:
    said = [token for token in behind if token.kind != ","]
    waiting = next((n for n, token in enumerate(said) if token.text in _WAITING), None)
    if waiting is None:
        return _names_end(said)
    leads = all(token.kind in "V|" for token in said[:waiting])
    rest = [token for token in said[waiting + 1 :] if token.kind != "V"]
    return leads and bool(rest) and rest[0].kind == "W"


def _names_end(said: Sequence[Token]) -> bool:
    """Whether a sign comes first, then the end or the start of something."""
    if not said or said[0].text not in (":", "-"):
        return False
    words = [token.text for token in said[1:] if token.text not in _BETWEEN]
    return bool(words) and words[0] in _ENDS
