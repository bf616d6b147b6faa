"""Which language a text is in; py3langid tells, from a model that comes with it."""

import re
from collections.abc import Collection
from functools import cache
from typing import TYPE_CHECKING

from intake.characters.flat import set_of

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

SURE = 0.9  # of 1: how likely a language must be, among all that the library knows
FEWEST = 30  # letters of words that say something, in a text that can be told
MOST = 50  # words that are looked at; more make nothing surer
LONGEST = 50_000  # characters that are looked at

FEWEST_SMALL = 2  # small words of a language by which a short text is told
_APART = re.compile(r"\S*[@/]\S*")
# Words that nearly every text of a language has; those of two languages stand with both.
_SMALL = {
    "en": set_of(
        "the a and of to is was are were has have will with for from by on that this it its at"
        " today their not which opens"
    ),
    "fr": set_of(
        "le la les l un une des du de d et est sont a au aux en dans pour par sur avec qui ce cette"
        " aujourd hui son sa ses leur ne pas"
    ),
    "nl": set_of(
        "de het een van den der en is zijn wordt worden werd in op te met voor door naar bij dat"
        " die deze dit ook niet aan vandaag hun om heeft"
    ),
    "de": set_of(
        "der die das den dem des ein eine einen einer und ist sind wird werden wurde in im am zu"
        " zur zum mit für von vom auf bei nach aus dass auch nicht heute ihre"
    ),
}


def language_of(words: str, codes: Collection[str]) -> str | None:
    """Which of some languages a text is in.

    Args:
        words: the text, with or without Markdown.
        codes: of the languages it may be in.

    Returns:
        The code, or None where the text is too short, in another language, or it is not certain.
    """
    found = _surely(words) or _by_small_words(words, codes)
    return found if found in codes else None


def reads_otherwise(words: str, code: str) -> str | None:
    """The language a text is in where that is clearly not the one it is filed in.

    Args:
        words: the text, with or without Markdown.
        code: of the language it should be in.

    Returns:
        The code of any language there is, or None where nothing speaks against `code`.
    """
    found = _surely(words)
    is_known = code in _identifier().labels  # else its neighbours would be found in its place
    return found if is_known and found != code else None


def _surely(words: str) -> str | None:
    """The code of the one language that is likely among all."""
    said = _said(words)
    if len(said) < FEWEST:
        return None
    code, likelihood = _identifier().classify(said)
    return code if likelihood >= SURE else None


def _by_small_words(words: str, codes: Collection[str]) -> str | None:
    """The code of the language of which a short text has small words, and clearly more than others.

    Where it leads by one word only, the model has to find it the likeliest, too.
    """
    every = set(re.findall(r"[^\W\d_]+", _APART.sub(" ", words[:LONGEST].lower())))
    counts = sorted(((len(every & small), code) for code, small in _SMALL.items()), reverse=True)
    (most, code), (second, _) = counts[:2]
    if most < FEWEST_SMALL or most == second or code not in codes:
        return None
    if most - second >= FEWEST_SMALL:
        return code
    return code if _identifier().classify(words[:LONGEST])[0] == code else None


def _said(words: str) -> str:
    """Words from all over a text, without names, numbers and addresses, which are in no language.

    A name begins with a capital; so do the nouns of German, which does not need them here.
    """
    text = words[:LONGEST]
    every = (text.lower() if text.isupper() else text).split()
    some = every[:: 1 + len(every) // MOST]
    return " ".join(word for word in some if _is_small(word))


def _is_small(word: str) -> bool:
    return word[0].isalpha() and not word[0].isupper() and "@" not in word and "/" not in word


@cache
def _identifier() -> "LanguageIdentifier":
    """The model, read when it is first needed: it takes half a second and 75 MB."""
    from py3langid import langid  # noqa: PLC0415 - brings numpy, which most commands do without

    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
