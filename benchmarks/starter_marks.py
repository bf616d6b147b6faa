"""Finds the marks that the model that ships comes with: `python -m benchmarks.starter_marks`.

They hold for news, which press texts are most like, and for all sentences we have: of both marks
the lower is kept but for a quarter of what is between them, in translate/packages/marks.json.
"""

from benchmarks.known import SETS, pairs_of
from translate.calibrating import mark_among, mark_at, rate
from translate.engine.argos import Argos
from translate.packages.listing import STARTER_FOLDER, installed
from translate.packages.marks import keep_mark

EACH = 500  # sentences of each set
NEWS = 2  # the sets that come first
MOST = 0.08  # of the best fifth: on 600 others it was one in ten at the most


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
        lower, higher = sorted(mark_among(some, MOST).score for some in (news, every))
        marks = [mark_at(lower + (higher - lower) / 4, some) for some in (news, every)]
        print(engine.name, *marks, flush=True)
        keep_mark(package, marks[1])


if __name__ == "__main__":
    main()
