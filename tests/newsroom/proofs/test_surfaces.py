"""Which addresses a proof asks."""

from datetime import timedelta

import pytest

from newsroom.proofs.surfaces import Neighbours, everything
from press.embargo import embargo_from
from press.releases.release import Release
from press.text import Block, Kind, Text
from tests.conftest import NOON

RELEASE = Release(
    id=1,
    tag="tag:press.example.org,2026:k3y",
    slug="relief",
    source="en",
    filed_at=NOON,
    embargo=embargo_from(NOON + timedelta(hours=1), "Europe/Brussels"),
    topics=("aid", "secret-aid"),
    texts={"en": Text("en", (Block(Kind.HEADLINE, "Relief for the valley"),))},
)
NEAR = Neighbours(public=("aid", "peace"), secret=("secret-aid",))


@pytest.mark.promise(75)
@pytest.mark.parametrize("code", ["en", "fr"])
def test_what_other_sites_show_in_frames_is_asked_too(code: str) -> None:
    asked = {one.path: one for one in everything(("en", "fr"), RELEASE, NEAR)}
    for topic in ("all", "aid", "peace"):
        assert not asked[f"/{code}/{topic}/embed"].unknown
    # What is itself a secret has to answer as a name does that nothing ever had.
    for secret in (f"/{code}/releases/relief/embed", f"/{code}/secret-aid/embed"):
        unknown = asked[secret].unknown
        assert unknown.startswith(f"/{code}/")
        assert unknown.endswith("/embed")
        assert unknown != secret


def test_no_address_is_asked_twice() -> None:
    paths = [one.path for one in everything(("en", "fr"), RELEASE, NEAR)]
    assert len(paths) == len(set(paths))
