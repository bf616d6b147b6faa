"""Whether who asks holds a document already: pure rules, the same for every answer."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from web.cache.coding import MARKS
from web.cache.conditional import Validators, is_held, names

TAG = "0af3-atom-77"
DATE, LATER, EARLIER = (f"Thu, 05 Mar 2026 09:{minute}:00 GMT" for minute in (32, 33, 31))
NOW = datetime(2026, 3, 5, 9, 33, tzinfo=UTC)
# Years that no calendar has, and days.
NO_DATES = [
    *(
        "Fri, 01 Jan 99999999999",
        "Fri, 01 Jan 99999999999 00:00:00 GMT",
        "yesterday",
        "",
        "9" * 5000,
    ),
    *(f"Fri, 01 Jan {'9' * n} 00:00:00 GMT" for n in (5, 10, 20, 4301)),
    *("Fri, 31 Feb 2026 00:00:00 GMT", "Thu, 05 Mar 2026 99:99:99 GMT", "1 Jan 1 0:0 -9999"),
    *("Thu, 05 Mar 2026 09:32:00 +99999999999999999999", "\x00", "٣" * 20),
]
KNOWN = Validators.of(TAG, "gzip", DATE)


@pytest.mark.parametrize(
    "asked",
    [
        *('"{}"', 'W/"{}"', '"{}-gzip"', 'W/"{}-br"', '"{}--gzip"', '"{}-gzip4-gzip"'),
        *('"{}"-gzip', "{}", "*", " * ", '"a,b", "{}"', '"other",W/"{}-gzip"', '"{}-zstd"'),
    ],
)
def test_whatever_a_proxy_made_of_a_tag_still_names_it(asked: str) -> None:
    assert names(asked.format(TAG), TAG)


@pytest.mark.parametrize("asked", ["", '"', '""', '"{}x"', '"x{}"', '"{}-gzipx"', '"*"', "x{}"])
def test_another_tag_does_not(asked: str) -> None:
    assert not names(asked.format(TAG), TAG)


@given(st.text(max_size=200))
def test_no_stray_text_names_a_tag(asked: str) -> None:
    assert not names(asked, TAG) or asked.strip() == "*"


@pytest.mark.parametrize("coding", MARKS)
def test_a_tag_names_the_document_and_its_header_the_bytes(coding: str) -> None:
    assert Validators.of(TAG, coding).etag == f'"{TAG}{MARKS[coding]}"'


@pytest.mark.promise(47)
@pytest.mark.parametrize(
    ("tag", "since", "held"),
    [
        (None, None, False),
        (KNOWN.etag, None, True),
        (f'"{TAG}"', EARLIER, True),
        ('"other"', LATER, False),
        ("", LATER, False),
        (None, DATE, True),
        (None, LATER, True),
        (None, EARLIER, False),
        *((None, one, False) for one in NO_DATES),
    ],
)
def test_a_tag_beats_a_date(tag: str | None, since: str | None, held: bool) -> None:
    assert is_held(KNOWN, tag, since, NOW) is held


@pytest.mark.promise(114)
@pytest.mark.parametrize("year", [2027, 2060, 9999])
def test_a_date_that_is_still_to_come_is_passed_over(year: int) -> None:
    assert not is_held(KNOWN, None, f"Fri, 01 Jan {year} 00:00:00 GMT", NOW)
    assert not is_held(KNOWN, None, LATER, NOW - timedelta(seconds=1))
    assert is_held(KNOWN, f'"{TAG}"', f"Fri, 01 Jan {year} 00:00:00 GMT", NOW)


@pytest.mark.promise(114)
@given(
    st.text(max_size=80) | st.from_regex(r"Fri, \d+ Jan \d+ \d+:\d+:\d+ [+-]\d+", fullmatch=True)
)
def test_whatever_stands_for_a_date_is_read_or_passed_over(asked: str) -> None:
    known = Validators.of(TAG, "gzip", "Mon, 01 Jan 9999 00:00:00 GMT")
    assert not is_held(known, None, asked, NOW)


def test_who_asks_by_date_for_what_claims_none_gets_all_of_it() -> None:
    assert not is_held(Validators.of(TAG, "gzip"), None, LATER, NOW)
