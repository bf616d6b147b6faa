"""Does the search stay fast as the archive grows, and does it keep what is under embargo?

First an archive of releases in four languages is made and searched, at the front, by words of
every sort: common, rare, several, the beginnings of words, in a year, in a topic, mistyped, and
words that nothing has. Then the same questions are asked of two fresh copies of the archive in
turns, one of which holds a thousand embargoed releases with words that the questions have: whether
they take it the same time, as a sign test over pairs and by the medians, and whether they answer
alike; and of two that are the same, for what chance does.
"""

import gzip
import random
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import product
from math import sqrt
from pathlib import Path
from string import ascii_lowercase
from typing import NamedTuple

from newsroom.settings import load_settings
from newsroom.wiring import Newsroom, open_newsroom
from press.embargo import embargo_from
from press.folding import canonical
from press.public.sought import Sought
from press.releases.release import Filing, Release
from press.text import Block, Kind, Origin, Text
from press.topic import Topic
from storage import Database, Storage, topics
from storage.filed import releases
from storage.search import index

CODES = ("en", "fr", "nl", "de")
SLUGS = ("peace", "aid", "climate", "consular")
LEXICON = Path(__file__).parents[1] / "translate" / "checks" / "words" / "lexicon"
BATCH, SECRETS, PAIRS, ROUNDS = 200, 1000, 1500, 40
A_BATCH = 30  # pairs
WORDS_OF_A_TEXT, NAMES = 220, 3
SECRET = {"en": "zanderling", "fr": "zanderlingue", "nl": "zanderlingen", "de": "Zanderlinge"}
NOW = datetime.now(UTC)


@dataclass(frozen=True)
class Asked:
    """One question.

    Args:
        sort: of question, as the table calls it.
        code: of the language it is asked in.
        sought: the question.
    """

    sort: str
    code: str
    sought: Sought


class Pair(NamedTuple):
    """The same question asked of two archives.

    Args:
        one: ms of the processor that the one without secrets took.
        other: ms that the other took.
        differ: whether the answers do.
    """

    one: float
    other: float
    differ: bool


def run(size: int, pairs: int = PAIRS) -> None:
    """Make an archive of so many releases and search it; print what was measured."""
    home = Path(tempfile.mkdtemp(prefix="newsroom-bench-"))
    try:
        _measure(home, size, pairs)
    finally:
        shutil.rmtree(home)


def _measure(home: Path, size: int, pairs: int) -> None:
    vocabulary = {code: _vocabulary(code) for code in CODES}
    storage = Storage(_folder(home / "one") / "newsroom.db")
    filing = _timed(lambda: _fill(storage, size, vocabulary))
    newsroom = _opened(home / "one")
    indexing = _timed(lambda: _index(storage))
    print(
        f"{size:,} releases in four languages; filed in {filing:,.0f} s, and what was out before"
        f" there was an index written into it in {indexing:,.0f} s"
    )
    _sizes(newsroom)
    asked = list(_questions(vocabulary))
    _times(newsroom, asked)
    homes = {name: _copy(newsroom, home / name) for name in ("without", "with", "itself")}
    other = _opened(homes["with"])
    with other.storage.write() as db:
        for number in range(SECRETS):
            _file(db, 2 * size + number, NOW + timedelta(days=2), _secret(vocabulary, number))
    other.storage.close()
    _compare(homes, asked, pairs)


def _copy(newsroom: Newsroom, home: Path) -> Path:
    """A home with the same archive, laid out on the disk as every other copy is."""
    newsroom.storage.copy(_folder(home) / "newsroom.db")
    return home


def _opened(home: Path) -> Newsroom:
    return open_newsroom(load_settings({"NEWSROOM_MODELS": ""}, home), NOW)


def _folder(path: Path) -> Path:
    path.mkdir(mode=0o700)
    return path


def _vocabulary(code: str) -> list[str]:
    """Words of a language as the checks of translations know them, the usual first by chance."""
    with gzip.open(LEXICON / f"{code}.txt.gz", "rt", encoding="utf-8") as lines:
        words = sorted({word for word in lines.read().split() if word.isalpha() and len(word) > 2})
    random.Random(code).shuffle(words)
    return words


def _timed(act: Callable[[], None]) -> float:
    """Seconds."""
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def _index(storage: Storage) -> None:
    """Write into the index what is not in it, more at once than beside readers."""
    while True:
        with storage.write() as db:
            some = index.behind(db, NOW, BATCH)
            index.settle_all(db, some, NOW)
        if not some:
            return


def _fill(storage: Storage, size: int, vocabulary: dict[str, list[str]]) -> None:
    """File releases an hour apart into the past, in batches."""
    with storage.write() as db:
        for slug in SLUGS:
            topics.declare(db, Topic(slug, {"en": slug.capitalize()}), NOW)
    epoch = NOW - timedelta(hours=size + 1)
    for start in range(0, size, BATCH):
        with storage.write() as db:
            for number in range(start, min(start + BATCH, size)):
                texts = {code: _words(vocabulary[code], code, number) for code in CODES}
                _file(db, number, epoch + timedelta(hours=number), texts)


def _words(vocabulary: Sequence[str], code: str, number: int) -> str:
    """Words as languages have them: few are common, most are rare (Zipf), and names its own."""
    dice = random.Random(f"{code} {number}")
    most = len(vocabulary)
    words = [vocabulary[int(most ** dice.random()) - 1] for _ in range(WORDS_OF_A_TEXT)]
    return " ".join((*words, *("".join(dice.choices(ascii_lowercase, k=8)) for _ in range(NAMES))))


def _secret(vocabulary: dict[str, list[str]], number: int) -> dict[str, str]:
    """Words of an embargoed release: some that others have, and one that is its own."""
    return {c: f"{SECRET[c]} {_words(vocabulary[c], c, -number)}" for c in CODES}


def _file(db: Database, number: int, at: datetime, texts: dict[str, str]) -> None:
    release = Release(
        id=0,
        tag=f"tag:bench.example,2026:{number}",
        slug=f"release-{number}",
        source="en",
        filed_at=min(at, NOW) - timedelta(days=1),
        embargo=embargo_from(at.replace(second=0, microsecond=0), "Europe/Brussels"),
        topics=(SLUGS[number % len(SLUGS)],),
    )
    filing = Filing(_blocks(texts["en"], Origin.AUTHOR))
    # One transaction's own calls, without the command's: this measures the search.
    kept = releases.add(db, filing, release, str(number))
    for code in CODES[1:]:
        text = Text(code, _blocks(texts[code], Origin.EDITOR))
        releases.save_text(db, kept, text, min(at, NOW))


def _blocks(words: str, origin: Origin) -> tuple[Block, ...]:
    said = words.split(" ")
    headline, *body = [" ".join(said[:9]), " ".join(said[9:80]), " ".join(said[80:])]
    paragraphs = (Block(Kind.PARAGRAPH, f"{one}.", origin) for one in body)
    return (Block(Kind.HEADLINE, headline, origin), *paragraphs)


def _questions(vocabulary: dict[str, list[str]]) -> Iterator[Asked]:
    """Every sort of question, in every language, with words drawn by chance."""
    dice = random.Random(1)
    year = (NOW - timedelta(days=700)).year
    for _ in range(ROUNDS):
        for code in CODES:
            words = vocabulary[code]
            common, middle = dice.choice(words[:20]), dice.choice(words[100:1000])
            rare, other = dice.choice(words[10_000:]), dice.choice(words[:20])
            said: dict[str, Sought] = {
                "common": Sought(common),
                "rare": Sought(rare),
                "three words": Sought(f"{common} {other} {middle}"),
                "rare together": Sought(f"{middle} {dice.choice(words[1000:5000])} x"),
                "a beginning": Sought(common[:3]),
                "one in a topic": Sought(middle, "aid"),
                "one in a year": Sought(middle, year=year),
                "mistyped": Sought(middle[:2] + middle[3:] + "qx"),
                "invented": Sought("qxqxqx"),
                "secret": Sought(SECRET[code]),
                "part of the secret": Sought(SECRET[code][:6]),
            }
            for sort, sought in said.items():
                words_said = canonical(sought.words)
                yield Asked(sort, code, Sought(words_said, sought.topic, sought.year))


def _ask(newsroom: Newsroom, asked: Asked) -> tuple[float, float, str]:
    """Milliseconds by the clock and of the processor, and what names the answer."""
    language = newsroom.settings.site.languages.named(asked.code)
    began, worked = time.perf_counter(), time.thread_time()
    page = newsroom.front.search(asked.sought, language, 1, NOW)
    work, spent = (time.thread_time() - worked) * 1000, (time.perf_counter() - began) * 1000
    slugs = [hit.entry.slug for hit in page.hits]
    return spent, work, repr((slugs, page.is_last, page.years, page.suggestion))


def _times(newsroom: Newsroom, asked: Sequence[Asked]) -> None:
    for one in asked[: 11 * 8]:
        _ask(newsroom, one)
    taken: dict[str, list[tuple[float, float]]] = {}
    for one in asked:
        taken.setdefault(one.sort, []).append(_ask(newsroom, one)[:2])
    print(f"at the front, milliseconds; {len(asked):,} questions, first page of 20 with excerpts")
    print(f"{'':>20} {'by the clock':>24} {'of the processor':>24}")
    print(f"{'':>20} {'median':>8} {'p99':>7} {'worst':>7} {'median':>8} {'p99':>7} {'worst':>7}")
    for sort, times in (*taken.items(), ("all", [t for some in taken.values() for t in some])):
        print(f"{sort:>20} " + " ".join(_row(some) for some in zip(*times, strict=True)))


def _row(times: Sequence[float]) -> str:
    return f"{statistics.median(times):>8.2f} {_p99(times):>7.2f} {max(times):>7.2f}"


def _p99(times: Sequence[float]) -> float:
    return sorted(times)[min(len(times) - 1, int(len(times) * 0.99))]


def _sizes(newsroom: Newsroom) -> None:
    path = newsroom.storage.path
    with newsroom.storage.read() as db:
        (pages,) = db.execute("SELECT SUM(length(block)) FROM search_index_data").fetchone()
        (docs, forms) = db.execute("SELECT COUNT(*), SUM(length(forms)) FROM search_doc").fetchone()
        (words,) = db.execute("SELECT COUNT(*) FROM search_word").fetchone()
    mib = 2**20
    print(
        f"index {pages / mib:,.0f} MiB, folded words {forms / mib:,.0f} MiB of {docs:,} texts,"
        f" {words:,} words; the whole database {path.stat().st_size / mib:,.0f} MiB"
    )


def _compare(homes: Mapping[str, Path], asked: Sequence[Asked], pairs: int) -> None:
    """Ask the archive with and without secrets, and for what chance does, it and a copy of it."""
    print(f"with and without {SECRETS:,} embargoed releases; {pairs:,} pairs of each")
    secret = [a for a in asked if a.sort in ("secret", "part of the secret")]
    for other in ("with", "itself"):
        for name, chosen in (("secret words", secret), ("all", asked)):
            taken = list(_pairs(homes["without"], homes[other], chosen, pairs))
            print(f"{name:>14}, {other:>6}: {_judged(taken)}", flush=True)


def _pairs(one: Path, other: Path, asked: Sequence[Asked], pairs: int) -> Iterator[list[Pair]]:
    """Ask both in turns, by chance which is first; batch by batch.

    Where in memory what is open happens to lie makes it a hundredth faster or slower for as long
    as it is open: so both are opened anew for each batch, by chance which is first.
    """
    dice = random.Random(2)
    for _ in range(pairs // A_BATCH):
        rooms = {home: _opened(home) for home in dice.sample((one, other), 2)}
        for room, question in product(rooms.values(), dice.sample(asked, A_BATCH)):
            _ask(room, question)  # their caches are filled
        batch = []
        for question in dice.choices(asked, k=A_BATCH):
            took = {home: _ask(rooms[home], question) for home in dice.sample((one, other), 2)}
            batch.append(Pair(took[one][1], took[other][1], took[one][2] != took[other][2]))
        for room in rooms.values():
            room.storage.close()
        yield batch


def _judged(batches: Sequence[Sequence[Pair]]) -> str:
    """What pairs say: a sign test, which knows no scale, by batches, since each has its chance."""
    pairs = [pair for batch in batches for pair in batch]
    shares = [sum(pair.other > pair.one for pair in batch) / len(batch) for batch in batches]
    z = (statistics.mean(shares) - 0.5) / (statistics.stdev(shares) / sqrt(len(shares)))
    one, other = (statistics.median(getattr(p, which) for p in pairs) for which in ("one", "other"))
    return (
        f"answers that differ {sum(pair.differ for pair in pairs)}; of the processor's time, median"
        f" {one:.3f} and {other:.3f} ms; slower {statistics.mean(shares):.1%}, z = {z:+.2f}"
    )
