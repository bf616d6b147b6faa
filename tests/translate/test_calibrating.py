"""Finding the score below which an engine's words are in doubt."""

from hypothesis import given
from hypothesis import strategies as st

from tests.translate.test_doubt import Scored
from translate.calibrating import FEWEST, calibrate, mark_among

RATED = st.tuples(st.floats(0, 100), st.floats(-5, 0))
WORDS = ("river", "ferry", "harbour", "bridge", "doctor", "minister", "school", "winter")


def sentence(number: int) -> str:
    which = "old" if number < 64 else "new"
    return f"The {which} {WORDS[number % 8]} of the {WORDS[number // 8 % 8]} is low again"


@given(st.lists(RATED, min_size=FEWEST, max_size=200))
def test_at_most_one_in_ten_of_the_best_fifth_falls_below_whatever_the_scores_are(
    rated: list[tuple[float, float]],
) -> None:
    mark = mark_among(rated)
    ranked = [score for _, score in sorted(rated)]
    best = ranked[-(len(ranked) // 5) :]
    assert sum(score < mark.score for score in best) <= 0.1 * len(best)
    assert mark.best <= 0.1
    assert mark.sentences == len(rated)


def test_where_scores_tell_good_from_bad_nearly_all_of_the_bad_fall_below() -> None:
    mark = mark_among([(float(n), -3 + n / 100) for n in range(200)])
    assert mark.worst == 1.0
    assert mark.best <= 0.1


def test_where_scores_tell_nothing_no_more_of_the_bad_fall_below_than_of_the_good() -> None:
    mark = mark_among([(float(n), -(n * 7 % 40) / 40) for n in range(400)])
    assert abs(mark.worst - mark.best) < 0.1


def test_an_engine_is_rated_by_what_releases_get_of_its_words() -> None:
    known = [(sentence(n), sentence(n).upper()) for n in range(120)]
    told = list[int]()

    def answer(words: str) -> str:
        return "Ganz andere Worte stehen hier nun" if "river" in words else words.upper()

    engine = Scored(lambda words: -2.0 if "river" in words else -0.2, answer)
    mark = calibrate(engine, ("en", "fr"), known, told.append)
    assert mark is not None
    assert -2.0 <= mark.score <= -0.2
    assert (mark.best, mark.sentences, sum(told)) == (0.0, 120, 120)


def test_an_engine_that_answers_too_little_gets_no_mark() -> None:
    known = [(sentence(n), sentence(n).upper()) for n in range(120)]
    assert calibrate(Scored(lambda _: -1.0, lambda _: ""), ("en", "fr"), known) is None
