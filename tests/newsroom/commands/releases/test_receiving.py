"""`newsroom receive`: from a mailbox, or from a mail server that hands over one mail."""

import json
from pathlib import Path
from typing import IO, Any

import pytest

from intake.mail.headers import MailHeader
from intake.mail.senders import is_automatic
from press.errors import HomeRefused
from tests.intake.mail.reports import TEXT, mail
from tests.newsroom.commands.office import Office

BELIEVED = "RECEIVE_HOST is not set"


@pytest.fixture
def desk(office: Office) -> Office:
    """A newsroom that knows a ministry."""
    office.settings["RECEIVE_FROM"] = "@corvane.example"
    return office


@pytest.fixture
def folder(desk: Office) -> Path:
    """Where mails lie: a text, one that cannot be read, and a stranger's."""
    folder = desk.folder / "mails"
    folder.mkdir()
    (folder / "a.eml").write_bytes(mail(TEXT))
    (folder / "b.eml").write_bytes(mail("", Message_ID="<b@corvane.example>"))
    (folder / "c.eml").write_bytes(mail(TEXT, From="x@evil.example"))
    return folder


def test_a_folder_is_taken_once_and_each_mail_told(desk: Office, folder: Path) -> None:
    answer = desk.type("receive", str(folder))
    assert answer.exit_code == 0
    assert answer.stderr.startswith(BELIEVED)
    assert answer.stdout.splitlines() == [
        "filed 1: Corvane opens its river to ferries again (draft: it bears no date), answered",
        (
            "refused b.eml: it holds no text: paste the press text, or attach it as a Word file, "
            "answered"
        ),
        "set aside c.eml: nobody of this address may send releases (RECEIVE_FROM)",
        "1 filed, 0 known, 1 refused, 1 set aside",
    ]
    assert sorted(path.name for path in (folder / "done").iterdir()) == ["a.eml", "b.eml", "c.eml"]
    assert len(list((desk.home / "quarantine").glob("*.eml"))) == 1
    again = desk.type("receive", str(folder))
    assert again.stdout == "0 filed, 0 known, 0 refused, 0 set aside\n"


def test_a_moment_is_told_in_the_newsrooms_zone(desk: Office) -> None:
    given = mail(f"Embargo: 3 December 2090, 10:00\n\n{TEXT}")
    said = desk.type("receive", "-", given=given).stdout
    assert "(scheduled, 2090-12-03 10:00 Brussels), answered" in said


def test_a_mail_server_hands_over_one_mail(desk: Office) -> None:
    answer = desk.type("receive", "-", given=mail(TEXT))
    assert (answer.exit_code, answer.stdout[:8]) == (0, "filed 1:")
    again = desk.type("receive", "-", "--json", given=mail(TEXT))
    (line,) = json.loads(again.stdout)
    assert (line["outcome"], line["answered"], line["from"]) == (
        *("known", False),
        "press@corvane.example",
    )
    assert [(one["release"], one["new"], one["state"]) for one in line["releases"]] == [
        (1, False, "draft")
    ]


def test_nobody_is_known_until_somebody_is_set(office: Office, tmp_path: Path) -> None:
    answer = office.type("receive", str(tmp_path))
    assert (answer.exit_code, "set RECEIVE_FROM" in answer.stderr) == (1, True)
    piped = office.type("receive", "-", given=mail(TEXT))
    assert piped.exit_code == 75
    assert office.told("releases") == []


@pytest.mark.parametrize("given", [b"", b"\xff\x00" * 1000, b"From: press@corvane.example"])
def test_whatever_a_mail_server_hands_over_is_handled(desk: Office, given: bytes) -> None:
    answer = desk.type("receive", "-", given=given)
    assert answer.exit_code == 0
    assert desk.told("releases") == []


def test_a_mail_server_is_asked_to_come_again_while_there_is_no_newsroom(bare: Office) -> None:
    bare.settings["RECEIVE_FROM"] = "@corvane.example"
    answer = bare.type("receive", "-", given=mail(TEXT))
    assert answer.exit_code == 75


def test_what_quarantine_has_no_room_for_stays_where_it_is(
    desk: Office, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsroom.receiving.quarantine.MOST", 10)
    answer = desk.type("receive", str(folder))
    assert answer.exit_code == 75
    assert "quarantine is full" in answer.stderr
    assert (folder / "c.eml").exists()
    assert (folder / "done" / "a.eml").exists()


def test_a_mail_that_cannot_be_handled_stays_and_leaves_the_others_alone(
    desk: Office, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(header: MailHeader) -> str:
        if header.raw("message-id") == "<b@corvane.example>":
            raise RuntimeError("a fault of ours")
        return is_automatic(header)

    monkeypatch.setattr("newsroom.receiving.receiving.is_automatic", broken)
    answer = desk.type("receive", str(folder), "--json")
    assert answer.exit_code == 75
    lines = json.loads(answer.stdout)
    assert [line["outcome"] for line in lines] == ["filed", "failed", "set aside"]
    assert "a fault of ours" in lines[1]["why"]
    assert (folder / "b.eml").exists()
    assert sorted(path.name for path in (folder / "done").iterdir()) == ["a.eml", "c.eml"]


def test_a_file_that_cannot_be_read_leaves_the_others_alone(
    desk: Office, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Path.open

    def refused(path: Path, *how: Any, **more: Any) -> IO[Any]:
        if path == folder / "a.eml":
            raise PermissionError(13, "Permission denied")
        file: IO[Any] = opened(path, *how, **more)
        return file

    monkeypatch.setattr(Path, "open", refused)
    answer = desk.type("receive", str(folder))
    assert answer.exit_code == 75
    assert "failed a.eml: it cannot be read: Permission denied" in answer.stderr
    assert "0 filed, 0 known, 1 refused, 1 set aside, 1 failed" in answer.stdout
    assert (folder / "a.eml").exists()
    assert sorted(path.name for path in (folder / "done").iterdir()) == ["b.eml", "c.eml"]


def test_a_mail_that_cannot_be_moved_is_told_and_leaves_the_others_alone(
    desk: Office, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = Path.rename

    def refused(path: Path, to: Path) -> Path:
        if path.name == "a.eml":
            raise PermissionError(13, "Permission denied")
        return moved(path, to)

    monkeypatch.setattr(Path, "rename", refused)
    answer = desk.type("receive", str(folder))
    assert answer.exit_code == 75
    why = "it is handled (filed), but cannot be moved: Permission denied, answered"
    assert f"failed a.eml: {why}" in answer.stderr
    assert sorted(path.name for path in (folder / "done").iterdir()) == ["b.eml", "c.eml"]
    monkeypatch.undo()
    assert "0 filed, 1 known" in desk.done("receive", str(folder))


def test_a_home_that_cannot_be_written_stops_and_what_was_done_is_told(
    desk: Office, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(header: MailHeader) -> str:
        if header.raw("message-id") == "<b@corvane.example>":
            raise HomeRefused("the disk is full")
        return is_automatic(header)

    monkeypatch.setattr("newsroom.receiving.receiving.is_automatic", full)
    answer = desk.type("receive", str(folder))
    assert (answer.exit_code, "the disk is full" in answer.stderr) == (75, True)
    assert answer.stdout.splitlines()[1:] == ["1 filed, 0 known, 0 refused, 0 set aside"]
    assert sorted(path.name for path in folder.iterdir()) == ["b.eml", "c.eml", "done"]


def test_a_strangers_mail_that_is_cut_says_so(
    desk: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    for place in ("commands.releases.receiving", "receiving.receiving"):
        monkeypatch.setattr(f"newsroom.{place}.LARGEST", 500)
    given = mail("Words. " * 200, From="x@evil.example")
    said = desk.done("receive", "-", given=given)
    assert "it is cut: only its first " in said
    (why,) = (desk.home / "quarantine").glob("*.txt")
    assert "it is cut: only its first " in why.read_text()
    assert why.with_suffix(".eml").read_bytes() == given[:501]


def test_a_maildir_is_marked_as_seen(desk: Office) -> None:
    folder = desk.folder / "Maildir"
    for name in ("new", "cur", "tmp"):
        (folder / name).mkdir(parents=True)
    (folder / "new" / "1764.M1.host").write_bytes(mail(TEXT))
    assert "1 filed" in desk.type("receive", str(folder)).stdout
    assert [path.name for path in (folder / "cur").iterdir()] == ["1764.M1.host:2,S"]
    assert "0 filed" in desk.type("receive", str(folder)).stdout
