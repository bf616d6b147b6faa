"""In which language somebody is told."""

from hypothesis import given
from hypothesis import strategies as st

from press.telling.wishes import PublicWords, Wanted, Wishes, language_for

CODES = ("en", "fr", "nl", "de")


def wishes(*languages: str, texts: Wanted = Wanted.ALL) -> Wishes:
    return Wishes(("all",), languages, texts=texts)


def words(original: str = "en", official: str = "en", machine: str = "") -> PublicWords:
    return PublicWords(original, frozenset(official.split()), frozenset(machine.split()))


def test_the_dearest_language_that_has_words_is_theirs() -> None:
    there = words(official="en de", machine="nl")
    assert language_for(wishes("fr", "nl", "de"), there) == "nl"


def test_who_takes_a_persons_words_alone_gets_the_dearest_that_has_some() -> None:
    there = words(official="en de", machine="nl")
    assert language_for(wishes("fr", "nl", "de", texts=Wanted.OFFICIAL), there) == "de"


def test_where_no_language_of_theirs_has_words_the_original_is_the_last_resort() -> None:
    assert language_for(wishes("fr", "nl"), words()) == "en"
    assert language_for(wishes("fr", texts=Wanted.AGAIN), words()) == "en"


def test_who_waits_for_a_person_waits_where_there_is_only_a_machine() -> None:
    there = words(machine="fr nl")
    assert language_for(wishes("fr", "nl", texts=Wanted.OFFICIAL), there) is None


def test_the_original_is_official_for_those_who_read_it() -> None:
    assert language_for(wishes("fr", "en", texts=Wanted.OFFICIAL), words(machine="fr")) == "en"


def test_who_follows_everything_follows_every_topic() -> None:
    assert Wishes(("all",), ("en",)).follows([])
    assert Wishes(("ports", "rivers"), ("en",)).follows(["rivers"])
    assert not Wishes(("ports",), ("en",)).follows(["rivers"])


@given(
    st.lists(st.sampled_from(CODES), min_size=1, unique=True),
    st.sampled_from(Wanted),
    st.sets(st.sampled_from(CODES)),
    st.sets(st.sampled_from(CODES)),
)
def test_nobody_is_told_in_words_that_there_are_not_or_that_they_do_not_want(
    languages: list[str], texts: Wanted, official: set[str], machine: set[str]
) -> None:
    there = PublicWords("en", frozenset(official | {"en"}), frozenset(machine - official - {"en"}))
    code = language_for(wishes(*languages, texts=texts), there)
    if texts is Wanted.OFFICIAL:
        assert code is None or (code in there.official and code in languages)
    else:
        assert code in there.codes
        assert code in languages or not there.codes & set(languages)
