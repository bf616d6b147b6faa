"""How a newsroom names itself."""

from dataclasses import replace

import pytest

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
