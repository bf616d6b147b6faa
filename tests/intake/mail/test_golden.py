"""Ten mails as press offices send them, and all that is read in each.

What changes on purpose: delete its `.txt` under tests/golden/mails, run this test once (it writes
the new one and fails), and read the difference with git.
"""

from pathlib import Path

import pytest

from tests.intake.mail.reports import filed, report

GOLDEN = Path(__file__).parents[2] / "golden" / "mails"
MAILS = sorted(GOLDEN.glob("*.eml"))


def test_there_are_ten() -> None:
    assert len(MAILS) == 10


@pytest.mark.parametrize("path", MAILS, ids=lambda path: path.stem)
def test_a_mail_is_read_exactly_as_agreed(path: Path) -> None:
    expected, found = path.with_suffix(".txt"), report(filed(path.read_bytes()))
    if not expected.exists():
        expected.write_text(found, encoding="utf-8")
        pytest.fail(f"{expected} is new: read it, and keep it if it is right")
    assert found == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", MAILS, ids=lambda path: path.stem)
def test_a_mail_says_the_same_whatever_its_lines_end_with(path: Path) -> None:
    data = path.read_bytes()
    assert report(filed(data.replace(b"\n", b"\r\n"))) == report(filed(data))
