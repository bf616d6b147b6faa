"""What every test may ask for."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from press.languages import parse_languages
from press.site import Site

# Timing on shared machines says nothing about our code.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")

SHARED = Path(os.environ.get("NEWSROOM_SHARED", Path(__file__).parents[2] / "shared"))
NOON = datetime(2026, 8, 25, 12, 0, tzinfo=UTC)


@pytest.fixture
def seeds() -> Path:
    """The folder of real texts that users send, where it is present."""
    if not (SHARED / "seeds").is_dir():
        pytest.skip("no folder of real texts (seeds) on this machine")
    return SHARED / "seeds"


@pytest.fixture
def site() -> Site:
    """A newsroom in Brussels that speaks four languages."""
    return Site(
        base_url="https://press.example.org",
        title="Press office",
        authority="press.example.org,2026",
        languages=parse_languages("en,fr-BE,nl-BE,de-BE"),
        zone="Europe/Brussels",
    )
