"""Whom a picture names as its own."""

from pathlib import Path

import pytest

from intake.pictures.owed import owed_to
from tests.intake.pictures.places import ARTIST, COPYRIGHT, placed, scene, written


@pytest.mark.parametrize(
    ("form", "media_type"), [("JPEG", "image/jpeg"), ("PNG", "image/png"), ("WEBP", "image/webp")]
)
def test_a_picture_says_whom_it_is_owed_to(form: str, media_type: str, tmp_path: Path) -> None:
    path = tmp_path / "quay"
    path.write_bytes(placed(form))
    assert owed_to(path, media_type) == f"{ARTIST} / {COPYRIGHT}"
    path.write_bytes(written(scene(), form))
    assert owed_to(path, media_type) == ""
    path.write_bytes(placed(form)[:40])
    assert owed_to(path, media_type) == ""


def test_no_more_is_said_than_can_be_read() -> None:
    assert owed_to(Path("nowhere"), "image/jpeg") == ""
