"""What every test may ask for."""

import gc
import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from press.languages import parse_languages
from press.public.site import Site
from tests.quick import guard, watch
from tests.templates import compile_once

# Timing on shared machines says nothing about our code.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("quick", settings.get_profile("house"), max_examples=20)
settings.load_profile("house")
compile_once()
watch()

SHARED = Path(os.environ.get("NEWSROOM_SHARED", Path(__file__).parents[2] / "shared"))
DATELINE = re.compile(r"\s*\d+ \w+ \d{4}\W+\d\d:\d\d\n")
ITEM = re.compile(r"\(\d+\s\w+\s\d{4}\)$", re.M)
NOON = datetime(2026, 8, 25, 12, 0, tzinfo=UTC)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Look for no garbage among what stays to the end of the run, here and later."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        gc.freeze()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what waits, so that the quick tests fill the wait."""
    items.sort(key=lambda item: not item.get_closest_marker("waits"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Watch the tests that do not say that they wait, and their fixtures."""
    guard.is_quick = not item.get_closest_marker("waits")
    try:
        return (yield)
    finally:
        guard.is_quick = False


@pytest.fixture(scope="session", autouse=True)
def lock_had_at_once() -> Iterator[None]:
    """Let acts be dated by the instant that a test gives.

    How long a busy machine took to get the lock says nothing of it. For the whole session, as
    property tests open newsrooms of their own.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("newsroom.releases.acts.monotonic", lambda: 0.0)
        yield


@pytest.fixture
def seeds() -> Path:
    """Texts as users send them, where somebody keeps some beside the checkout."""
    if not (SHARED / "seeds").is_dir():
        pytest.skip("no folder of real texts (NEWSROOM_SHARED) on this machine")
    return SHARED / "seeds"


@pytest.fixture
def seed_release(seeds: Path) -> Path:
    """The text among them that is one press release: it opens with its date and minute."""
    return next(p for p in sorted(seeds.glob("*.txt")) if DATELINE.match(p.read_text("utf-8")))


@pytest.fixture
def seed_listing(seeds: Path) -> Path:
    """The text among them that lists many: its items' headlines end with a date."""
    return next(p for p in sorted(seeds.glob("*.txt")) if ITEM.search(p.read_text("utf-8")))


@pytest.fixture
def parallel() -> Path:
    """Sentences in several languages for measuring only, where somebody keeps some."""
    if not (SHARED / "parallel").is_dir():
        pytest.skip("no folder of test sentences (NEWSROOM_SHARED) on this machine")
    return SHARED / "parallel"


@pytest.fixture(scope="session")
def site() -> Site:
    """A newsroom in Brussels that speaks four languages."""
    return Site(
        base_url="https://press.example.org",
        title="Press office",
        authority="press.example.org,2026",
        languages=parse_languages("en,fr-BE,nl-BE,de-BE"),
        zone="Europe/Brussels",
    )
