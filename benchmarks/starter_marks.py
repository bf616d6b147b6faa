"""Finds the marks that the model that ships comes with: `python -m benchmarks.starter_marks`.

A mark has to hold for news, which press texts are most like, and for all sentences we have. Of
those that do, the one in the middle is kept, in translate/packages/marks.json: it is the furthest
from failing on other sentences.
"""

from collections.abc import Sequence

from benchmarks.known import SETS, pairs_of
from translate.calibrating import Rated, mark_at, rate
from translate.engine.argos import Argos
from translate.packages.listing import STARTER_FOLDER, installed
from translate.packages.marks import PackageMark, keep_mark

EACH = 500  # sentences of each set
NEWS = 2  # the sets that come first
MOST, FEWEST = 0.1, 0.5  # of the best fifth and of the worst that may, and must, be below it


def main() -> None:
    """Find and keep them, and print what each is worth."""
    for package in installed([STARTER_FOLDER]):
        engine = Argos(package)
        rated = [
            rate(engine, package.pair, pairs_of(name, package.target, EACH))
            for name in SETS[package.target]
        ]
        every = [one for known in rated for one in known]
        news = [one for known in rated[:NEWS] for one in known]
        marks = [mark_at(_middle(news, every), some) for some in (news, every)]
        print(engine.name, *marks, flush=True)
        keep_mark(package, marks[1])


def _middle(*sets: Sequence[Rated]) -> float:
    """The middle of the marks that hold for all of some sets, in hundredths."""
    held = [n / 100 for n in range(-300, 0) if all(_holds(mark_at(n / 100, s)) for s in sets)]
    return held[len(held) // 2]


def _holds(mark: PackageMark) -> bool:
    return mark.best <= MOST and mark.worst >= FEWEST


if __name__ == "__main__":
    main()
