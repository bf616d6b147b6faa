"""The one moment that some words name, or why there is none for certain."""

from datetime import UTC, datetime

import pytest

from intake.given import Given
from intake.moments.reading import read_moment
from intake.notyet.typed import read_typed
from press.embargo import Fold, Precision
from press.errors import Refusal, UnreadableTime

ENGLISH = Given("Europe/Brussels", "en")


def instant(words: str, given: Given = ENGLISH) -> str:
    return f"{read_moment(words, given).instant:%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("words", "utc"),
    [
        ("00:01 GMT 5 May 2027", "2027-05-05 00:01"),
        ("08:00 UTC on 5 May 2027", "2027-05-05 08:00"),
        ("5 May 2027, 08:00Z", "2027-05-05 08:00"),
        ("10:00 CEST, 5 May 2027", "2027-05-05 08:00"),
        ("10:00 CET, 5 January 2027", "2027-01-05 09:00"),
        ("10:00 BST, 5 May 2027", "2027-05-05 09:00"),
        ("10:00 GMT, 5 January 2027", "2027-01-05 10:00"),
        ("10 a.m. EDT, May 5, 2027", "2027-05-05 14:00"),
        ("10 am EST, 5 January 2027", "2027-01-05 15:00"),
        ("10 am CDT, 5 May 2027", "2027-05-05 15:00"),
        ("10 am CST, 5 January 2027", "2027-01-05 16:00"),
        ("10 am MDT, 5 May 2027", "2027-05-05 16:00"),
        ("10 am MST, 5 January 2027", "2027-01-05 17:00"),
        ("10 am PDT, 5 May 2027", "2027-05-05 17:00"),
        ("10 am PST, 5 January 2027", "2027-01-05 18:00"),
        ("10 am ET, 5 May 2027", "2027-05-05 14:00"),
        ("5. Mai 2027, 10 Uhr MESZ", "2027-05-05 08:00"),
        ("5. Januar 2027, 10 Uhr MEZ", "2027-01-05 09:00"),
        ("10:00 WEST, 5 May 2027", "2027-05-05 09:00"),
        ("10:00 WET, 5 January 2027", "2027-01-05 10:00"),
        ("10:00 EEST, 5 May 2027", "2027-05-05 07:00"),
        ("10:00 EET, 5 January 2027", "2027-01-05 08:00"),
        ("5 mai 2027 à 10h, heure de Londres", "2027-05-05 09:00"),
        ("5 mai 2027 à 10h (heure de Genève)", "2027-05-05 08:00"),
        ("5 mai 2027 à 10h, heure de New York", "2027-05-05 14:00"),
        ("5 May 2027, 10:00 Paris time", "2027-05-05 08:00"),
        ("5 mei 2027 om 10 uur Brusselse tijd", "2027-05-05 08:00"),
        ("5. Mai 2027, 10 Uhr Londoner Zeit", "2027-05-05 09:00"),
        ("5. Mai 2027, 10 Uhr Ortszeit", "2027-05-05 08:00"),
        ("5 May 2027 10:00 local time", "2027-05-05 08:00"),
        ("5 May 2027 10:00 UTC+3", "2027-05-05 07:00"),
        ("5 May 2027 10:00 GMT-5", "2027-05-05 15:00"),
        ("2027-05-05T10:00+02:00", "2027-05-05 08:00"),
        ("08:00 GMT (10:00 CEST), 5 May 2027", "2027-05-05 08:00"),
        ("10:00 CET/CEST, 5 May 2027", "2027-05-05 08:00"),
        ("Wednesday, May 5, 2027 at 12 noon", "2027-05-05 10:00"),
        ("mercredi 5 mai 2027 à midi", "2027-05-05 10:00"),
        ("24:00 on 5 May 2027", "2027-05-05 22:00"),
        ("8 Uhr abends, 5. Mai 2027", "2027-05-05 18:00"),
        ("bis 03/04/2027, 10:00", "2027-04-03 08:00"),
        ("03.04.2027 10:00", "2027-04-03 08:00"),
        ("Saturday 03/04/2027 10:00", "2027-04-03 08:00"),
        ("13/04/2027 10:00", "2027-04-13 08:00"),
        ("05/05/2027 10:00", "2027-05-05 08:00"),
        ("tot en met 5 mei 2027, 10.00 uur", "2027-05-05 08:00"),
        ("erst ab 5. Mai 2027, 10.00 Uhr gestattet", "2027-05-05 08:00"),
        ("vor dem 5. Mai 2027, 10.00 Uhr bestimmt", "2027-05-05 08:00"),
        ("l’embargo est levé le 5 mai 2027 à 10h", "2027-05-05 08:00"),
        ("avant le 5 mai 2027 à 10h est interdite", "2027-05-05 08:00"),
        ("5 May 2027, 10:00 a.m. (EDT)", "2027-05-05 14:00"),
        ("2027-05-05T10:00-04:00", "2027-05-05 14:00"),
        ("5 May 2027, 10:00 (+02:00)", "2027-05-05 08:00"),
        ("25/08/27 14:18", "2027-08-25 12:18"),
        ("25.8.27, 14:18 Uhr", "2027-08-25 12:18"),
        ("25/08/27 à 14h18", "2027-08-25 12:18"),
        ("jusqu'au 05/06/27 à 10h", "2027-06-05 08:00"),
        ("05.06.27, 10 Uhr", "2027-06-05 08:00"),
        ("5/5/27, 10:00", "2027-05-05 08:00"),
        ("tot 05-06-27, 10.00 uur", "2027-06-05 08:00"),
        ("14:18 GMT, 25/08/27", "2027-08-25 14:18"),
        ("Wednesday 08/25/27, 14:18", "2027-08-25 12:18"),
        ("31 October 2027, 02:30 CEST", "2027-10-31 00:30"),
        ("31 October 2027, 02:30 CET", "2027-10-31 01:30"),
    ],
)
def test_a_moment_is_read_with_its_own_clock(words: str, utc: str) -> None:
    assert instant(words) == utc


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (
            "5 January 2027, 10:00 CEST",
            "when Brussels has CET: 10:00 CET, or 10:00 CEST, which is 09:00 CET",
        ),
        ("5 July 2027, 10:00 CET", "when Brussels has CEST"),
        ("10 am EST, 5 May 2027", "when New York has EDT"),
        ("10:00 BST, 5 January 2027", "when London has GMT"),
        ("5. Januar 2027, 10 Uhr MESZ", "Brussels has MEZ"),
        ("Tuesday 5 May 2027, 10:00", "2027-05-05 is a Wednesday"),
        ("5 May, 10:00", "names no year"),
        ("05/06/27, 10:00", "5 June or 6 May: write 5 June 2027 or 6 May 2027"),
        ("25-08-27, 10:00", "25 August 2027 or 27 August 2025"),
        ("5/5/05, 10:00", "two figures"),
        ("25.8. 20", "two figures"),
        ("31/04/27, 10:00", "not a day in the calendar"),
        ("Tuesday 25/08/27, 10:00", "2027-08-25 is a Wednesday"),
        ("10:00", "no day"),
        ("5 May 2027 10:00 and 6 May 2027 10:00", "more than one moment"),
        ("5 May 2027, 09:30-10:00", "“5 May 2027, 09:30-10:00” names"),
        ("09:30–10:00 on 5 May 2027", "names"),
        ("woensdagavond 5 mei 2027 9.30 uur", "does not name one moment"),
        ("5 May 2027, 10:00 - 11:00", "more than one moment"),
        ("10:00 GMT / 11:00 CEST, 5 May 2027", "more than one moment"),
        ("demain 10h", "“demain 10h” depends on the day on which it was written"),
        ("tomorrow at 10:00", "depends on the day"),
        ("Wednesday 10:00", "depends on the day"),
        ("Redebeginn", "names no moment that can be read"),
        ("midnight, 5 May 2027", "5 May 2027, 00:00 or 6 May 2027, 00:00"),
        ("5 mai 2027 à minuit", "may be the first minute of 5 May 2027 or its last"),
        ("12 am, 5 May 2027", "may be the first minute"),
        ("03/04/2027", "3 April or 4 March: write 3 April 2027 or 4 March 2027"),
        ("28 March 2027, 02:30", "does not exist"),
        ("31 October 2027, 02:30", "happens twice"),
        ("31 April 2027", "not a day in the calendar"),
        ("5 May 2027, 25:00", "not a time of day"),
        ("5 May 2027, 10:00 Corvane time", "not a time zone"),
        ("5 May 2027, ten o'clock", "in words"),
        ("5 mei 2027 inclusief", "at what time of the day"),
        ("5 May 2027, 10:00 or on delivery", "does not name one moment"),
        ("5 May 2027, 10:00 IST", "Irish, Indian or Israeli"),
    ],
)
def test_a_moment_that_is_not_certain_is_said_to_be_so(words: str, why: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_moment(words, ENGLISH)
    assert why in str(refused.value)


def test_a_day_alone_begins_in_its_zone() -> None:
    found = read_moment("MAY 5, 2027", ENGLISH)
    assert found.precision is Precision.DATE
    assert found.instant == datetime(2027, 5, 4, 22, tzinfo=UTC)
    assert instant("5 May 2027 GMT") == "2027-05-05 00:00"


def test_the_second_of_two_equal_times_can_be_chosen() -> None:
    given = Given("Europe/Brussels", "en", Fold.SECOND)
    assert instant("31 October 2027, 02:30", given) == "2027-10-31 01:30"


@pytest.mark.parametrize("language", ["fr", "nl", "de", "fr-BE"])
def test_the_day_comes_first_where_it_always_does(language: str) -> None:
    assert instant("03/04/2027 10:00", Given("Europe/Brussels", language)) == "2027-04-03 08:00"


def test_a_typed_moment_has_no_word_that_is_not_understood() -> None:
    assert read_typed("5 May 2027, 10:00", ENGLISH).wall == datetime(2027, 5, 5, 10)  # noqa: DTZ001
    with pytest.raises(UnreadableTime, match="brt"):
        read_typed("5 May 2027, 10:00 BRT", ENGLISH)
