"""Whether who asks holds a document already: pure rules, the same for every answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from web.cache.coding import MARKS
from web.cache.conditional import Validators, is_held, names

TAG = "0af3-atom-77"
DATE, LATER, EARLIER = (f"Thu, 05 Mar 2026 09:{minute}:00 GMT" for minute in (32, 33, 31))
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
        (None, "yesterday", False),
        (None, "", False),
    ],
)
def test_a_tag_beats_a_date(tag: str | None, since: str | None, held: bool) -> None:
    assert is_held(KNOWN, tag, since) is held


def test_who_asks_by_date_for_what_claims_none_gets_all_of_it() -> None:
    assert not is_held(Validators.of(TAG, "gzip"), None, LATER)
