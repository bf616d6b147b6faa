"""`newsroom original`: officers get back what came in."""

from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest

from tests.newsroom.commands.office import RELEASE, Office
from tests.press.releases.test_dimensions import png

CHANGED = RELEASE.replace("12.50", "9.80")


@pytest.fixture
def filed(office: Office) -> Office:
    """Release 1 is a draft with two versions, each from a file."""
    office.filed()
    office.done("revise", "1", str(office.file(CHANGED, "new.txt")))
    return office


def test_the_file_of_a_version_is_written_and_nothing_over_another(filed: Office) -> None:
    first, newest = filed.folder / "first.txt", filed.folder / "newest.txt"
    said = filed.done("original", "1", "--version", "1", "--out", str(first))
    assert said.startswith(f"wrote {first}: ferry.txt (text/plain, {len(RELEASE)} bytes, sha256 ")
    filed.done("original", "1", "--out", str(newest))
    assert (first.read_text(), newest.read_text()) == (RELEASE, CHANGED)
    assert newest.stat().st_mode & 0o077 == 0
    assert "is there already" in filed.refused("original", "1", "--out", str(first))
    assert first.read_text() == RELEASE


def test_it_goes_to_standard_output_byte_for_byte(filed: Office) -> None:
    assert filed.done("original", "1", "--version", "1") == RELEASE
    assert filed.done("original", "1", "--out", "-") == CHANGED


def test_on_a_terminal_it_says_what_it_is_and_how_to_save_it(
    filed: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsroom.commands.releases.originals.is_shown", lambda: True)
    said = filed.done("original", "1", "--version", "1")
    assert said.startswith("ferry.txt (text/plain, ")
    assert said.endswith("newsroom original 1 --version 1 --out FILE writes it\n")


def test_what_came_in_no_file_is_refused(filed: Office) -> None:
    filed.done("edit", "1", "--summary", "-", given=b"In short.\n")
    assert "no file is kept that version 3" in filed.refused("original", "1", "--version", "3")
    assert filed.done("original", "1") == CHANGED
    assert "no version 9" in filed.refused("original", "1", "--version", "9")


def test_history_and_show_name_the_file_of_each_version(filed: Office) -> None:
    assert "from ferry.txt" in filed.done("history", "1")
    assert [one["original"] for one in filed.told("history", "1")] == ["ferry.txt", "new.txt"]
    assert "read from: ferry.txt (version 1); new.txt (version 2)" in filed.done("show", "1")
    assert ", from new.txt" in filed.done("show", "1", "--version", "2")
    assert filed.told("show", "1", "--version", "2")["original"] == "new.txt"


def test_discarding_says_what_is_kept_for_other_releases(office: Office) -> None:
    listing = "Ports\n\nQuay (1 May 2022)\nText.\n\nPier (2 May 2022)\nText.\n"
    path = str(office.file(listing, "ports.txt"))
    office.done("import", path, "--as", "listing")
    assert "ports.txt, which other releases were read from too" in office.done("discard", "1")
    assert "ports.txt" not in office.done("discard", "2")


@pytest.mark.parametrize("name", ["issuer", "reference"])
def test_issuer_and_reference_are_edited_from_a_file_and_taken_away_by_an_empty_one(
    filed: Office, name: str
) -> None:
    said: Path = filed.file("Ministry of\nFerries\n", "said.txt")
    assert "kept in the shell's history" in filed.refused("edit", "1", f"--{name}", "Words")
    filed.done("edit", "1", f"--{name}-from", str(said))
    assert filed.told("show", "1")[name] == "Ministry of Ferries"
    assert f"{name}: none → Ministry of Ferries" in filed.done("diff", "1", "2", "3")
    filed.done("edit", "1", f"--{name}-from", "-", given=b"\n")
    assert filed.told("show", "1")[name] == ""
    filed.done("publish", "1")
    filed.done("edit", "1", f"--{name}", "Ministry of Ports")
    assert filed.told("show", "1")[name] == "Ministry of Ports"


def test_detaching_names_the_mail_that_a_picture_came_in_and_no_text_that_it_did_not(
    office: Office,
) -> None:
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["To"] = "ferries@press.example", "news@press.example"
    mail["Subject"], mail["Date"] = "A night ferry", "Wed, 2 Sep 2026 10:00:00 +0200"
    mail.set_content(RELEASE)
    mail.add_attachment(png(40, 30), "image", "png", filename="quay.png")
    office.done("import", str(office.file(mail.as_bytes(), "ferry.eml")))
    office.done("attach", "1", str(office.file(png(50, 60), "sea.png")))
    office.done("revise", "1", str(office.file(CHANGED, "new.txt")), "--yes")
    said = office.done("detach", "1", "sea.png")
    assert said == "detached sea.png from release 1\n"
    said = office.done("detach", "1", "quay.png")
    assert "ferry.eml, which the release was read from, is kept" in said
    assert "newsroom discard 1 erases it too" in said
    office.done("original", "1", "--version", "1", "--out", str(office.folder / "back.eml"))
    assert b"quay.png" in (office.folder / "back.eml").read_bytes()
    office.done("discard", "1", "--yes")
    assert "no release" in office.refused("original", "1").lower()
