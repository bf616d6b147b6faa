"""Fetching a file over a line that breaks, from a server that changes its mind."""

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.errors import PackageRefused
from tests.translate.packages.shelf import Shelf, served
from translate.packages.downloading import download, forget, size

CONTENT = random.Random(7).randbytes(300_000)
NOW = (0.0, 0.0)  # tries again at once, twice


@pytest.fixture
def file(tmp_path: Path, shelf: Shelf) -> Path:
    shelf.files["/file"] = CONTENT
    return tmp_path / "downloads" / "file"


def test_a_line_that_breaks_costs_nothing_that_came(shelf: Shelf, file: Path) -> None:
    shelf.cuts = [100_000, 50_000]
    download(f"{shelf.site}/file", file, pauses=NOW)
    assert file.read_bytes() == CONTENT
    assert shelf.parts == ["", "bytes=100000-", "bytes=150000-"]
    assert shelf.sent == len(CONTENT)


def test_a_later_run_goes_on_where_an_earlier_one_was_left(shelf: Shelf, file: Path) -> None:
    shelf.cuts = [100_000, 0]
    with pytest.raises(PackageRefused, match="the line went after 100,000 of 300,000 bytes"):
        download(f"{shelf.site}/file", file, pauses=(0.0,))
    told: list[int] = []
    download(f"{shelf.site}/file", file, told.append)
    assert (file.read_bytes(), told[0], sum(told)) == (CONTENT, 100_000, len(CONTENT))
    assert shelf.sent == len(CONTENT)


def test_a_server_that_knows_no_ranges_is_asked_for_all_of_it(shelf: Shelf, file: Path) -> None:
    shelf.knows_ranges, shelf.cuts = False, [100_000]
    told: list[int] = []
    download(f"{shelf.site}/file", file, told.append, NOW)
    assert file.read_bytes() == CONTENT
    assert (sum(told), min(told)) == (len(CONTENT), -100_000)


def test_a_file_that_changed_meanwhile_is_not_glued_to_the_old_one(
    shelf: Shelf, file: Path
) -> None:
    shelf.cuts = [100_000]
    with pytest.raises(PackageRefused):
        download(f"{shelf.site}/file", file, pauses=())
    shelf.files["/file"] = CONTENT[::-1]
    download(f"{shelf.site}/file", file, pauses=())
    assert file.read_bytes() == CONTENT[::-1]


def test_what_came_from_another_address_is_not_gone_on_with(shelf: Shelf, file: Path) -> None:
    shelf.cuts = [100_000]
    with pytest.raises(PackageRefused):
        download(f"{shelf.site}/file", file, pauses=())
    shelf.files["/other"] = CONTENT
    download(f"{shelf.site}/other", file, pauses=())
    assert (file.read_bytes(), shelf.parts) == (CONTENT, ["", ""])


def test_a_server_that_does_not_say_which_file_it_sends_is_asked_for_all_of_it(
    shelf: Shelf, file: Path
) -> None:
    shelf.names_files, shelf.cuts = False, [100_000]
    download(f"{shelf.site}/file", file, pauses=NOW)
    assert (file.read_bytes(), shelf.parts) == (CONTENT, ["", ""])


def test_what_was_whole_already_is_not_fetched_again(shelf: Shelf, file: Path) -> None:
    download(f"{shelf.site}/file", file)
    download(f"{shelf.site}/file", file)
    assert (file.read_bytes(), shelf.sent) == (CONTENT, len(CONTENT))
    shelf.files["/file"] = CONTENT[:1000]
    download(f"{shelf.site}/file", file)
    assert file.read_bytes() == CONTENT[:1000]


@pytest.mark.parametrize("status", [503, 429, 500])
def test_a_server_that_is_busy_is_asked_again(shelf: Shelf, file: Path, status: int) -> None:
    shelf.statuses = [status, status]
    download(f"{shelf.site}/file", file, pauses=NOW)
    assert file.read_bytes() == CONTENT


@pytest.mark.parametrize("status", [403, 404, 410])
def test_a_server_that_refuses_is_asked_once(shelf: Shelf, file: Path, status: int) -> None:
    shelf.statuses = [status]
    with pytest.raises(PackageRefused, match=f"the server answers {status}"):
        download(f"{shelf.site}/file", file, pauses=NOW)
    assert len(shelf.asked) == 1


def test_tries_in_a_row_without_a_byte_are_counted_and_others_are_not(
    shelf: Shelf, file: Path
) -> None:
    shelf.cuts = [1000] * 50
    download(f"{shelf.site}/file", file, pauses=(0.0,))
    assert file.read_bytes() == CONTENT
    forget(file)
    shelf.cuts = [0] * 50
    with pytest.raises(PackageRefused, match="the line went after 0 of"):
        download(f"{shelf.site}/file", file, pauses=NOW)
    assert len(shelf.cuts) == 47


def test_two_at_one_file_are_not_let_at_it_together(shelf: Shelf, file: Path) -> None:
    def meanwhile(_: int) -> None:
        with pytest.raises(PackageRefused, match="another process is fetching it"):
            download(f"{shelf.site}/file", file)

    download(f"{shelf.site}/file", file, meanwhile)
    assert file.read_bytes() == CONTENT


@pytest.mark.parametrize("address", ["file:///etc/hosts", "data:,x", "ftp://a.example/x", "x"])
def test_nothing_but_the_web_is_asked(tmp_path: Path, address: str) -> None:
    with pytest.raises(PackageRefused):
        download(address, tmp_path / "file", pauses=())
    assert (tmp_path / "file").read_bytes() == b""
    assert size(address) is None


def test_what_waits_is_its_owner_s_alone_and_can_be_forgotten(shelf: Shelf, file: Path) -> None:
    download(f"{shelf.site}/file", file)
    assert (file.stat().st_mode & 0o077, file.parent.stat().st_mode & 0o077) == (0, 0)
    forget(file)
    assert list(file.parent.iterdir()) == []


def test_a_server_that_is_not_there_is_a_plain_refusal(tmp_path: Path) -> None:
    with served() as shelf:
        site = shelf.site
    with pytest.raises(PackageRefused, match="refused"):
        download(f"{site}/file", tmp_path / "file", pauses=(0.0,))


@given(cuts=st.lists(st.integers(0, 120_000), max_size=6), ranges=st.booleans())
def test_however_the_line_breaks_the_file_comes_whole_or_not_at_all(
    tmp_path_factory: pytest.TempPathFactory, cuts: list[int], ranges: bool
) -> None:
    file = tmp_path_factory.mktemp("broken") / "file"
    with served() as shelf:
        shelf.files["/file"], shelf.cuts, shelf.knows_ranges = CONTENT, cuts, ranges
        told: list[int] = []
        for _ in range(len(cuts) + 1):
            try:
                download(f"{shelf.site}/file", file, told.append, pauses=())
            except PackageRefused:
                assert sum(told) == file.stat().st_size
                told.clear()
            else:
                break
        assert file.read_bytes() == CONTENT
