"""Where in a text something may say “not yet”: cheap, and never wrong in finding nothing.

An archive of twenty thousand texts goes through here, and hardly one of them says it. So nothing is
read with care but where one of these stands: the word embargo or Sperrfrist; words that begin a
line or a part of one as orders do; a figure to which a “before” leads, with a verb of publishing
near; or a “not” before such a verb where the text speaks of itself.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from intake.characters.flat import low as evened
from intake.characters.flat import set_of
from intake.notyet.words.folded import fold, is_broken
from intake.notyet.words.respelling import may_begin, respelled
from intake.notyet.words.vocabulary import may_belong

# Hidden signs, and letters that only look like ours; a text with them is evened out first.
_STRANGE = re.compile(
    "[\u00ad\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\uff21-\uff5a]"
    "|[a-zA-Z][\u0391-\u03c9\u0400-\u045f]|[\u0391-\u03c9\u0400-\u045f][a-zA-Z]"
    "|[\u24b6-\u24e9\u2460-\u2473\U0001d400-\U0001d7ff\U0001f130-\U0001f189]"
)
_CORES = ("embarg", "sper", "m b a r", "m.b.a.r", "m-b-a-r", "p e r r")
_SPERR = re.compile(r"sper+(?:f|v|e bis|\w{0,3}t\b)|spert")

_PUBLISHING = re.compile(
    r"\b(?:re|un|weiter)?(?:publi|releas|broadcast|circulat|distribut"
    r"|us[ei]\b|us(?:ed|age|able)"
    r"|quot|disclos|dissemin|report(?:ed|ing)?\b|post(?:ed|ing)?\b|print|aired?\b"
    r"|go(?:es)? (?:out|live)"
    r"|shar(?:e|ed|ing)\b|transmi|announc|reproduc"
    r"|forward|reveal|divulg|cited?\b|issued?\b|onward"
    r"|diffus|utilis|communiqu[eé]|repri|reprodu|citer|rend|parution|para[iî]tr|partag|exploit"
    r"|relay|transm|r[eé]v[eé]l|annonc|mise?s?\b|mettre|[eé]bruit|ligne"
    r"|verspr|vrij|(?:ge)?bruik|(?:ge)?publ|openba|uit\w*zend|gedeeld|delen|over(?:ge)?n|bekend"
    r"|gemeld|melden|door\w*st|verschijn|online|citeren|geciteerd"
    r"|ver?[oö]+e?ffentl|verbreit|verwe[nr]|frei|(?:ge)?nutz|weiter(?:g|z)|bericht|(?:ge|zu)?send"
    r"|zitier|erschein|ausgestr|bekannt)"
)
_LEADING = re.compile(
    r"\b(?:before|until|till?|prior to|ahead of|earlier than|sooner than|after|from|as of|once"
    r"|avant|jusqu|partir|apr[eè]s|compter|d[eè]s"
    r"|vo+r|v[oó][oó]r|tot|vooraleer|alvorens|voordat|dan|vanaf|na|met ingang"
    r"|bis|bevor|ehe|fr[uü]her|ab|nach"
    r"|(?:only|pas|erst|nur|enkel|alleen|slechts|uniquement|seulement|fr[uü]hestens)"
    r" (?:at|on|op|om|le|à|a|am|um))\b"
)
# The same where a figure follows.
_LEADS = set_of(
    "before until till til prior ahead earlier sooner after from once only avant jusqu partir après"
    " apres compter des dès voor vòòr vóór voór vóor tot vooraleer alvorens voordat dan vanaf na"
    " ingang bis bevor ehe früher ab nach vor pas erst nur enkel alleen slechts uniquement"
    " seulement frühestens as"
)
_MARKS = str.maketrans("(['’:*\"“", "        ")
_FORBIDDING = re.compile(
    r"\b(?:not?|restricted|confidenti\w+|secret|kept|nothing|never|cannot|\w+n't|may|must"
    r"|can|should|only|refrain|wait|delay|prohibited"
    r"|forbidden|permitted|allowed|barred|hold|held|withhold|withheld|to be|without|authori[sz]ed"
    r"|ne|n'|pas|non|rien|aucune?|interdi\w+|d[eé]fen\w+|prohib\w+|peut|peuvent|doit|doivent"
    r"|autoris\w+|libre|merci|veuillez|pri[eè]re|uniquement|seulement|abst\w+"
    r"|niets?|geen|verboden|nooit|noch|mag|mogen|kan|kunnen|moet|moeten|toegestaan|te|pas|vrij\w*"
    r"|gelieve|enkel|alleen"
    r"|bestemd|destin\w+|bestimmt|nichts?|kein\w*|untersagt|keinesfalls|niemals|darf"
    r"|d[uü]rfen|soll|sollen|zur?|bitte|bitten"
    r"|gestattet|erlaubt|erst|fr[uü]hestens|frei\w*|nur)\b"
)
_ITSELF = set_of(
    "this these content contents attached enclosed above below following details information"
    " ce cet cette ces présent présente présentes presente ci-joint informations"
    " dit deze bijgaand bijgaande onderstaand onderstaande bovenstaand bovenstaande informatie"
    " dies diese dieser dieses diesem diesen nachfolgende folgende vorliegende beiliegende"
    " nachstehende folgenden vorliegenden beiliegenden nachstehenden"
)
_NOTS = ("not", "n't", "n’t", "niet", "nicht", " ne ", "geen ", "kein")
_PARTS = re.compile(r"[^\n.:;!?()\[\]|<>–—•·…]{2,}")  # of lines, between such signs
_EDGES = " ,*_#/'’‘“”\"«»-=~<`"
_BREAKS = ("*", "</", "<!--", "&#", "-\n")
_EDGES_APART = str.maketrans(dict.fromkeys("*_#<>()[]|:!/–—\u00a0", " "))
_NEAR = 90  # characters behind the words of an order in which its verb or its moment stands
_KNOWN_WORDS = 12
_FIRST_WORDS = 110  # characters in which an order that begins a line comes to its moment
# Places of one kind that are looked at closely; in a text with more, each is a hint.
_MOST = 2000
_MOST_LINES = 20_000
_SHORT = 40  # characters of a part of a line that may be remembered
_LONGEST = 160  # characters of a part of a line that is looked at
_DIGIT, _FIGURE, _LETTER = re.compile(r"\d"), re.compile("[0-9]"), re.compile("[a-z]")
# What makes the first words of a line those of an order, where a verb of publishing follows …
_OPENING = set_of(
    "not no nothing never cannot don't can't mustn't shouldn't"
    " ne n' pas non rien aucun aucune merci interdit interdite interdiction defense priere veuillez"
    " niet niets geen verboden te mag gelieve nicht nichts kein keine bitte fruhestens zur"
)
# … and what does so alone.
_HOLDING = re.compile(
    r"(?:hold|holds|withh\w+|delay\w*|wait|keep|kept|confiden\w+|private|secret|restricted|internal"
    r"|classified|blocked|locked|go-?live|goes|live|hfr|cleared|advance|adv|available|free"
    r"|libres?|differ\w+|utilisable\w*|communicable\w*"
    r"|vertrouwelijk\w*|geheim\w*|vrij\w*|vertraulich\w*|(?:presse|honorar|sende)?frei\w*"
    r"|gesperrt\w*|sperr\w*)"
)


def hints_in(text: str) -> list[int]:
    """Where in a text the words stand round which it may say “not yet”, in order."""
    if not _is_strange(text):
        return sorted(set(_found(text.lower())))
    words, at = list[str](), list[int]()
    start = 0
    for line in text.split("\n"):
        folded = fold(text, start, start + len(line))
        start += len(line) + 1
        words.append(folded.text)
        at += [*folded.at, start - 1]
    return sorted({at[n] for n in _found("\n".join(words))})


def _is_strange(text: str) -> bool:
    if text.isascii():
        return False
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return _STRANGE.search(text) is not None
    return "\u00ad" in text


def _found(low: str) -> Iterator[int]:
    yield from _cores(low)
    yield from _openings(low)
    yield from _moments(low)
    yield from _bans_of_itself(low)
    yield from _lines_of_their_own(low)
    yield from _broken_words(low)


def _places(low: str, word: str) -> Iterator[int]:
    at = low.find(word)
    while at >= 0:
        yield at
        at = low.find(word, at + len(word))


def _cores(low: str) -> Iterator[int]:
    for word in _CORES:
        for at in _places(low, word):
            if word != "sper" or _SPERR.match(low, at):
                yield at


def _openings(low: str) -> Iterator[int]:
    """The parts of lines that begin as an order does."""
    looked = 0
    for found in _PARTS.finditer(low):
        at, part = found.start(), found[0]
        if looked >= _MOST:
            yield at
        elif said := _known(part) if len(part) <= _SHORT else _beginning(part):
            looked += 1
            if _orders(low, at, part, *said):
                yield at + len(part) - len(part.lstrip())


@lru_cache(2**15)
def _sort(word: str) -> str:
    """What a word does to an order: it opens, holds or publishes; `.` for any other of its words.

    Nothing for a word that is not one of them.
    """
    bare = word.strip(_EDGES)
    plain = bare if bare.isascii() else evened(bare)
    if _HOLDING.fullmatch(plain):
        return "holds"
    if plain in _OPENING:
        return "opens"
    belongs = not plain or plain[0].isdigit() or may_belong(plain)
    return "publishes" if belongs and _PUBLISHING.match(plain) else "." * belongs


@lru_cache(2**13)
def _known(part: str) -> tuple[str, str] | None:
    """The same as `_beginning`; short parts of lines are often the same."""
    return _beginning(part)


def _beginning(part: str) -> tuple[str, str] | None:
    """What the words do with which a part of a line begins, and the rest of it."""
    said, rest = "", part
    for _ in range(_KNOWN_WORDS):
        word, _, behind = rest.lstrip().partition(" ")
        if not word or not (sort := _sort(word)):
            break
        rest = behind
        if sort != ".":
            said += sort
    return (said, rest.strip()) if said else None


def _orders(low: str, at: int, part: str, said: str, rest: str) -> bool:
    """Whether a part of a line that begins with words of an order may be one."""
    words = low[at : at + min(len(part), _LONGEST) + _NEAR].partition("\n\n")[0]
    if "publishes" in said or "holds" in said:
        return not rest or "opens" in said or _names_moment(words[:_FIRST_WORDS])
    if _PUBLISHING.search(words):
        return True
    return (
        _LEADING.search(words[:_FIRST_WORDS]) is not None
        and _DIGIT.search(words[:_FIRST_WORDS]) is not None
    )


def _names_moment(words: str) -> bool:
    return _LEADING.search(words) is not None or _DIGIT.search(words) is not None


def _moments(low: str) -> Iterator[int]:
    """The orders within sentences: a figure to which a “before” leads, and what is forbidden."""
    read_to = looked = 0
    while found := _FIGURE.search(low, read_to):
        at = found.start()
        if looked >= _MOST:
            read_to = at + 1
            yield at
            continue
        read_to, near = at + 4, max(0, at - 45)
        if not _leads(low[near:at]):
            continue
        read_to = end = at + _NEAR
        start = max(0, at - 180, low.rfind("\n\n", 0, at) + 1)
        looked += 1
        if looked > _MOST:
            yield at
            continue
        verb = _PUBLISHING.search(low, start, end)
        if verb and _FORBIDDING.search(low, start, end):
            yield verb.start()


@lru_cache(2**13)
def _leads(near: str) -> bool:
    """Whether what stands before a figure leads to it."""
    return _LETTER.search(near) is not None and not _LEADS.isdisjoint(
        near.translate(_MARKS).split()
    )


def _bans_of_itself(low: str) -> Iterator[int]:
    """A “not” before a verb of publishing, where a text speaks of itself."""
    for word in _NOTS:
        for at in _places(low, word):
            near = low[max(0, at - _NEAR) : at + _NEAR]
            if (
                not _ITSELF.isdisjoint(near.replace("(", " ").split())
                and _PUBLISHING.search(low, at, at + _NEAR)
                and _LEADING.search(low, at, at + 2 * _NEAR)
            ):
                yield at


def _lines_of_their_own(low: str) -> Iterator[int]:
    """The short lines that order in words of their own."""
    at = looked = 0
    for line in low.split("\n"):
        if 2 < len(line) <= _LONGEST and _may_be_of_its_own(line):
            looked += 1
            if looked > _MOST_LINES or respelled(fold(line)):
                yield at + len(line) - len(line.lstrip())
        at += len(line) + 1


def _may_be_of_its_own(line: str) -> bool:
    words = line.translate(_EDGES_APART).lstrip(" \t-–—•·\"“„«'’.").split(None, 1)
    return bool(words) and _begins(words[0])


@lru_cache(2**15)
def _begins(word: str) -> bool:
    return may_begin(evened(word).strip(" .,;-_"))


def _broken_words(low: str) -> Iterator[int]:
    """Where the word of an order stands in pieces: `EM<b>BARGO</b>`, `Embar-` over `goed`."""
    looked = 0
    for sign in _BREAKS:
        for at in _places(low, sign):
            start = max(0, at - _NEAR)
            if looked < _MOST and is_broken(low[start : at + _NEAR]):
                yield at
            looked += 1
