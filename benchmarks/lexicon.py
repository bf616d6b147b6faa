"""Make the word lists of `translate/checks/words/lexicon/`.

    python -m venv /tmp/lexicon && /tmp/lexicon/bin/pip install wordfreq==3.1.1 simplemma==2.0.0
    apt-get install wamerican
    /tmp/lexicon/bin/python -m benchmarks.lexicon

The same releases of these make the same bytes.
"""

import gzip
import math
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "translate" / "checks" / "words" / "lexicon"
ENGLISH = Path("/usr/share/dict/american-english")  # which words have a capital, which have not
LANGUAGES = ("en", "fr", "nl", "de")
COMMON = 3.0  # once in a million words and more: 10 to this power in a thousand million
NEVER = 0.5  # where a list does not have a word at all
# How many powers of ten a word must be rarer in another language to be none of its words; more if
# a dictionary of it has the word; and with less than the last a capital may make it a name: Brown.
# English stands about everywhere, so that less will do.
ENGLISH_WORDS, OTHER_WORDS = (0.7, 1.5, 1.4), (1.2, 2.0, 2.0)
_WORD = re.compile(r"[^\W\d_]{3,}")
_DAYS = "monday tuesday wednesday thursday friday saturday sunday january february march april"
DAYS = {*_DAYS.split(), "june", "july", "august", "september", "october", "november", "december"}
_PEOPLES = re.compile(r"(?:[ie]an|ish|ese)s?$")  # European, Scottish, Chinese

Frequencies = Mapping[str, Mapping[str, float]]


def main(english: Path) -> None:
    """Write a file for each language.

    Args:
        english: a list of English words, names with their capital.
    """
    from wordfreq import get_frequency_dict  # noqa: PLC0415 - nothing else here needs it

    frequencies = {
        code: {
            word: math.log10(share) + 9
            for word, share in get_frequency_dict(code, wordlist="best").items()
            if _WORD.fullmatch(word)
        }
        for code in LANGUAGES
    }
    cased = frozenset(english.read_text("utf-8").split())
    for code in LANGUAGES:
        (FOLDER / f"{code}.txt.gz").write_bytes(packed(code, frequencies, cased))


def packed(source: str, frequencies: Frequencies, cased: frozenset[str]) -> bytes:
    """The list of a language: a line for each set of languages to which its words are foreign."""
    groups = defaultdict[str, list[str]](list)
    for word, frequency in frequencies[source].items():
        if frequency < COMMON or (source == "en" and _is_name(word, cased)):
            continue
        if languages := " ".join(_foreign(word, source, frequencies)):
            groups[languages].append(word)
    lines = (f"{languages}: {' '.join(sorted(words))}\n" for languages, words in groups.items())
    return gzip.compress("".join(sorted(lines)).encode(), mtime=0)


def _foreign(word: str, source: str, frequencies: Frequencies) -> Iterator[str]:
    """Each language to which a word is foreign; with `?` where a capital makes it a name."""
    for target in LANGUAGES:
        if target == source:
            continue
        rarer = frequencies[source][word] - frequencies[target].get(word, NEVER)
        least, if_known, sure = ENGLISH_WORDS if source == "en" else OTHER_WORDS
        if rarer >= (if_known if _knows(word, target) else least):
            is_name = (rarer < sure or not _knows(word, source)) and word not in DAYS
            yield f"{target}?" if is_name else target


def _is_name(word: str, cased: frozenset[str]) -> bool:
    """Whether a word of English is nothing but a name; days and peoples are words for all that."""
    if word in cased or word.title() not in cased:
        return False
    return word not in DAYS and not _PEOPLES.search(word)


def _knows(word: str, language: str) -> bool:
    import simplemma  # noqa: PLC0415 - nothing else here needs it

    return bool(simplemma.is_known(word, lang=language))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ENGLISH)
