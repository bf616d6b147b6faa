"""Without a server letters are files, whole and for their owner alone."""

from dataclasses import replace
from pathlib import Path

import pytest

from delivery.mail.folder import FolderPost
from delivery.mail.post import Acceptance
from press.errors import MailWaits
from tests.delivery.mail.samples import LETTER


def test_a_letter_is_one_file_that_its_owner_alone_may_read(tmp_path: Path) -> None:
    folder = tmp_path / "mail"
    receipt = FolderPost(folder).send(LETTER, b"content")
    (path,) = folder.iterdir()
    assert receipt.acceptance is Acceptance.ACCEPTED
    assert path.read_bytes() == b"content"
    assert (path.stat().st_mode & 0o777, folder.stat().st_mode & 0o777) == (0o600, 0o700)
    assert path.suffix == ".eml"


def test_the_same_letter_again_is_the_same_file(tmp_path: Path) -> None:
    post = FolderPost(tmp_path)
    for content in (b"first", b"again"):
        post.send(LETTER, content)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"again"]
    post.send(replace(LETTER, message_id="other@press.example.org"), b"other")
    assert len(list(tmp_path.iterdir())) == 2


def test_no_address_stands_in_the_name_of_a_file(tmp_path: Path) -> None:
    FolderPost(tmp_path).send(LETTER, b"")
    (path,) = tmp_path.iterdir()
    assert path.name.startswith("20260825T120500Z-")
    assert "reader" not in path.name
    assert "@" not in path.name


def test_letters_wait_for_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "mail").write_text("a file")
    with pytest.raises(MailWaits, match="mail cannot be written"):
        FolderPost(tmp_path / "mail").send(LETTER, b"")
