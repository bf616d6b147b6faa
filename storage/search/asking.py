"""A question, as the index and as a text understand it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache

from sqlite_utils import Database

from press.folding import WORD, fold, forms_of
from storage.search.index import SHORTEST, every_token, token, topic_token
from storage.search.stems import stem

# How many words one beginning stands for at the most: those that most releases have.
MOST_BEGUN = 100
_BEGUN = (
    "SELECT form FROM search_word WHERE language = :language AND form >= :begin AND form < :end"
    " ORDER BY releases DESC, form LIMIT :limit"
)
# After every letter that a folded word can go on with.
_LAST = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class AskedWord:
    """One word of a question.

    Args:
        ways: each a way to say it, in forms that must all be there: `email`, or `e` and `mail`.
        begins: how a form may begin that is as good as the last of a way; empty where none is.
        begun: of the words of the index, the stems of those that begin so.
        is_cut: whether there are more of these than are looked for.
    """

    ways: tuple[tuple[str, ...], ...]
    begins: tuple[str, ...] = ()
    begun: frozenset[str] = frozenset()
    is_cut: bool = False

    @property
    def form(self) -> str:
        """The word, where it is one."""
        return self.ways[0][0] if len(self.ways) == 1 and len(self.ways[0]) == 1 else ""


@dataclass(frozen=True, slots=True)
class AskedWords:
    """What is looked for in a language.

    Args:
        language: code of the pages it is looked for in.
        words: all of which must be there.
        topic: first name of the topic it must be in; empty for any.
    """

    language: str
    words: tuple[AskedWord, ...]
    topic: str = ""

    @property
    def expression(self) -> str:
        """The same for FTS5; every word in it is quoted, so that none means anything else."""
        said = [self._way_in(word) for word in self.words] or [f'"{every_token(self.language)}"']
        if self.topic:
            said.append(f'"{topic_token(self.language, self.topic)}"')
        return " AND ".join(said)

    def _way_in(self, word: AskedWord) -> str:
        ways = []
        for number, way in enumerate(word.ways):
            *others, last = [[token(self.language, form)] for form in way]
            if number < len(word.begins) and word.begun:
                last += [f"{self.language}:{one}" for one in sorted(word.begun)]
            all_ = [
                "(" + " OR ".join(f'"{t}"' for t in dict.fromkeys(o)) + ")" for o in (*others, last)
            ]
            ways.append("(" + " AND ".join(all_) + ")")
        return "(" + " OR ".join(ways) + ")"

    def is_in(self, forms: Collection[str]) -> bool:
        """Whether a text that is found by these forms is found."""
        stems = {stem(self.language, form) for form in forms}
        return all(self._is_said(word, forms, stems) for word in self.words)

    def _is_said(self, word: AskedWord, forms: Iterable[str], stems: Collection[str]) -> bool:
        for number, (*others, last) in enumerate(word.ways):
            begin = word.begins[number] if number < len(word.begins) else ""
            is_last = stem(self.language, last) in stems or (
                bool(begin)
                and (
                    not word.begun.isdisjoint(stems)
                    if word.is_cut
                    else any(form.startswith(begin) for form in forms)
                )
            )
            if is_last and all(stem(self.language, other) in stems for other in others):
                return True
        return False


class WordsSought:
    """Which words of texts are those that are looked for; texts repeat theirs, so it remembers.

    Args:
        asked: what is looked for.
    """

    def __init__(self, asked: AskedWords) -> None:
        self._language = asked.language
        forms = {form for word in asked.words for way in word.ways for form in way}
        self._stems = {stem(asked.language, form) for form in forms}
        self._begins = tuple(begin for word in asked.words for begin in word.begins if begin)
        # What most words of a text are told by at once; no stemmer here changes a first letter.
        self._initials = {form[0] for form in (*forms, *self._begins)}
        self._known: dict[str, bool] = {}

    def __call__(self, word: str) -> bool:
        """Whether a word, as `press.folding.WORD` finds it, is looked for."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._is_sought(word)
        return known

    def are_in(self, text: str) -> bool:
        """Whether a text has any of them."""
        return bool(self._stems) and any(map(self, WORD.findall(text)))

    def _is_sought(self, word: str) -> bool:
        if word.isalnum() and fold(word[0])[:1] not in self._initials:
            return False
        for form, its_stem in _with_stems(self._language, word):
            if its_stem in self._stems or form.startswith(self._begins):
                return True
        return False


@lru_cache(maxsize=2**16)
def _with_stems(language: str, word: str) -> tuple[tuple[str, str], ...]:
    return tuple((form, stem(language, form)) for form in forms_of(word))


def question(db: Database, language: str, said: str, topic: str = "") -> AskedWords:
    """What somebody asks, understood.

    The last word may be the beginning of one, since people look while they type.

    Args:
        db: in a read transaction.
        language: code of the pages it is looked for in.
        said: as `press.folding.canonical` spells it.
        topic: first name of the topic it must be in; empty for any.
    """
    ways = [_ways(forms_of(word)) for word in said.split(" ") if forms_of(word)]
    words = [AskedWord(way) for way in ways]
    if ways:
        words[-1] = _begun(db, language, ways[-1])
    return AskedWords(language, tuple(words), topic)


def _ways(forms: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """A word in one piece, or in its parts as well."""
    return ((forms[-1],), forms[:-1]) if len(forms) > 1 else (forms,)


def _begun(db: Database, language: str, ways: tuple[tuple[str, ...], ...]) -> AskedWord:
    """A word that may be the beginning of others.

    Of one in parts only the whole, joined, may: its last part alone would stand for too much.
    """
    begin = ways[0][-1]
    if len(begin) < SHORTEST:
        return AskedWord(ways)
    values = {"language": language, "begin": begin, "end": begin + _LAST, "limit": MOST_BEGUN + 1}
    found = [row["form"] for row in db.execute(_BEGUN, values)]
    stems = frozenset(stem(language, form) for form in found[:MOST_BEGUN])
    return AskedWord(ways, (begin,), stems, len(found) > MOST_BEGUN)
