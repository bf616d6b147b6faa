"""Make `common-words.txt.gz` of `translate/checks/words/lexicon/`: what nearly every text has.

    /tmp/lexicon/bin/python -m benchmarks.common_words

in the environment that `benchmarks/lexicon.py` describes. The same release of wordfreq makes the
same bytes.
"""

import gzip
from collections import defaultdict
from pathlib import Path

from press.languages import OWN_NAMES

FILE = Path(__file__).parents[1] / "translate/checks/words/lexicon/common-words.txt.gz"
MOST = 150  # words of each language
# A word is of each language that has it at least this often for every time another has it: lists
# made of the web hold English in every language.
KNOWN = 0.03
# wordfreq has no list of these; each is as common, or nearly.
COMMON = 0.005
BY_HAND = {
    "et": "ja on ei et see ta ka kui oma mis siis ning aga või ma sa me te nad oli olla pole nii"
    " veel juba kas kes seda selle sest pärast välja üle kuid mida tema kõik"
    " ära mitte olid ole siin seal",
    "ga": "agus an na is ar go ag le do bhí sé tá níl ní seo sin leis ach mar atá gur bhfuil chun"
    " faoi sí siad iad aon féin ina dá raibh",
    "mt": "li ta fil minn għal ma din dan kien kienet huwa hija ukoll biex fuq lil dawn jew mill"
    " mal għall tal bil kif hemm aktar tiegħu",
}
ELSEWHERE = {"hr": "sh"}  # as wordfreq calls it


def main() -> None:
    """Write a line for each set of languages that have the same words."""
    from wordfreq import get_frequency_dict  # noqa: PLC0415 - nothing else here needs it

    shares = {
        code: get_frequency_dict(ELSEWHERE.get(code, code), wordlist="best")
        for code in OWN_NAMES
        if code not in BY_HAND
    }
    common = {word for words in BY_HAND.values() for word in words.split()}
    for share in shares.values():
        longer = (word for word in share if word.isalpha() and len(word) > 1)
        common.update(sorted(longer, key=lambda word: (-share[word], word))[:MOST])
    groups = defaultdict[str, list[str]](list)
    for word in sorted(common):
        own = [code for code, words in BY_HAND.items() if word in words.split()]
        most = max(COMMON * bool(own), *(share.get(word, 0) for share in shares.values()))
        own += [code for code, share in shares.items() if share.get(word, 0) > KNOWN * most]
        groups[" ".join(sorted(own))].append(word)
    lines = (f"{codes}: {' '.join(words)}\n" for codes, words in sorted(groups.items()))
    FILE.write_bytes(gzip.compress("".join(lines).encode(), mtime=0))


if __name__ == "__main__":
    main()
