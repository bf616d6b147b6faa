"""How a newsroom names itself."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.parts.dates import is_rfc822, is_rfc3339
from press.languages import parse_languages
from press.public.site import Site

SITE = Site(
    "https://press.example.org", "Press", "press.example.org,2026", parse_languages("en"), "UTC"
)


@pytest.mark.parametrize(
    ("base_url", "domain"),
    [
        ("https://press.example.org", "press.example.org"),
        ("http://Press.example.org:8000", "press.example.org"),
        ("http://127.0.0.1:8000", "localhost"),
        ("http://[2001:db8::a]:8000", "localhost"),
    ],
)
def test_mail_is_from_a_domain_that_somebody_can_answer_to(base_url: str, domain: str) -> None:
    assert replace(SITE, base_url=base_url).mail_domain == domain


@pytest.mark.promise(117)
@pytest.mark.parametrize(
    ("zone", "instant", "said"),
    [
        ("Europe/Dublin", "1910-06-01T10:25:21", "1910-06-01T10:00:21-00:25"),
        ("Asia/Kolkata", "1905-06-01T04:38:50", "1905-06-01T09:59:50+05:21"),
        ("Africa/Monrovia", "1971-06-01T12:44:30", "1971-06-01T12:00:30-00:44"),
        ("Europe/Brussels", "1935-06-01T09:00:00", "1935-06-01T10:00:00+01:00"),
        ("Europe/Brussels", "2026-12-01T09:00:00", "2026-12-01T10:00:00+01:00"),
        ("Asia/Kathmandu", "2026-12-01T09:00:00", "2026-12-01T14:45:00+05:45"),
    ],
)
def test_an_offset_with_seconds_is_the_nearest_whole_minutes(
    zone: str, instant: str, said: str
) -> None:
    moment = datetime.fromisoformat(f"{instant}+00:00")
    local = replace(SITE, zone=zone).local(moment)
    assert (local, local.isoformat()) == (moment, said)


@pytest.mark.promise(5, 117)
@given(
    st.sampled_from(sorted(available_timezones())),
    st.integers(-2_208_000_000, 32_503_000_000),
)
def test_every_instant_of_every_zone_can_be_written(zone: str, seconds: int) -> None:
    """Seconds since 1970, of the years in which a release may be."""
    known = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    site = replace(SITE, zone=zone)
    local, wall = site.local(known), site.wall(known)
    assert local == wall == known
    assert is_rfc3339(local.isoformat())
    assert is_rfc822(format_datetime(local))
    drift = (local.utcoffset() or timedelta()) - (wall.utcoffset() or timedelta())
    assert abs(drift) <= timedelta(seconds=30)
