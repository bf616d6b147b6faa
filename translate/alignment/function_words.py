"""Words that say little by themselves: articles, prepositions, pronouns, auxiliaries."""

import re

WORDS = re.compile(r"\w+")
# Of English, French, Dutch and German together: what is one of them is seldom a name in another.
_WORDS = """
    a an the of to in on at by for from with as and or but that which who this these those it its
    he she they we you his her their our is are was were be been has have had will would not no
    le la les l un une des du de d au aux en à dans sur sous par pour avec et ou mais que qu qui ce
    cet cette ces il elle ils elles on nous vous se s son sa ses leur leurs est sont était été a ont
    ne n pas y c j plus
    het een der den van voor met op te tot bij uit door naar om aan dat die deze dit er hij zij ze
    wij we u zijn haar hun is was waren zal worden wordt werd heeft hebben niet geen en of maar
    die das dem des ein eine einen einem einer eines und oder aber von vom zu zum zur im ins am an
    auf aus mit nach bei für über unter durch dass es er sie wir ihr sein seine ist sind war wird
    werden wurde hat haben nicht kein
"""
_SMALL = frozenset(_WORDS.split())


def is_small(word: str) -> bool:
    """Whether a word says little by itself; one with a capital may be a name."""
    return word in _SMALL
