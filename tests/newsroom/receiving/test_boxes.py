"""Mails are taken from where they lie, and none is lost."""

from pathlib import Path

import pytest

from newsroom.receiving.boxes import arrived
from press.errors import Refusal


@pytest.fixture
def maildir(tmp_path: Path) -> Path:
    for name in ("new", "cur", "tmp"):
        (tmp_path / name).mkdir()
    return tmp_path


def test_what_nobody_has_seen_is_taken_from_a_maildir_and_marked(maildir: Path) -> None:
    (maildir / "new" / "1.a.host").write_bytes(b"one")
    (maildir / "cur" / "2.b.host:2,F").write_bytes(b"two")
    (maildir / "cur" / "3.c.host:2,S").write_bytes(b"seen")
    (maildir / "tmp" / "4.d.host").write_bytes(b"half")
    found = list(arrived(maildir))
    assert [one.content() for one in found] == [b"one", b"two"]
    for one in found:
        one.put_away()
    names = sorted(path.name for path in (maildir / "cur").iterdir())
    assert names == ["1.a.host:2,S", "2.b.host:2,FS", "3.c.host:2,S"]
    assert list(arrived(maildir)) == []


def test_mails_of_a_folder_go_into_done_and_no_other_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "done").mkdir()
    (tmp_path / "done" / "a.eml").write_bytes(b"old")
    (tmp_path / "a.eml").write_bytes(b"new")
    (tmp_path / "b.txt").write_bytes(b"no mail")
    (one,) = arrived(tmp_path)
    one.put_away()
    assert (tmp_path / "done" / "a.eml").read_bytes() == b"old"
    assert (tmp_path / "done" / "a-2.eml").read_bytes() == b"new"
    assert (tmp_path / "b.txt").exists()


def test_neither_links_nor_what_is_gone_is_read(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"x")
    (tmp_path / "a.eml").symlink_to(tmp_path / "secret")
    (tmp_path / "b.eml").write_bytes(b"y")
    (one,) = arrived(tmp_path)
    (tmp_path / "b.eml").unlink()
    assert one.content() is None


def test_what_another_receiver_moved_meanwhile_is_put_away(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(b"x")
    (one,), (other,) = arrived(tmp_path), arrived(tmp_path)
    other.put_away()
    one.put_away()
    assert (tmp_path / "done" / "a.eml").read_bytes() == b"x"


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="cannot be read"):
        list(arrived(tmp_path / "no"))
