"""Files that call themselves translation packages."""

import stat
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from press.errors import PackageRefused
from translate.packages import archive, installing, listing

METADATA = '{"from_code": "en", "to_code": "fr", "package_version": "1.9"}'
HONEST = {
    "p/metadata.json": METADATA,
    "p/model/model.bin": "weights",
    "p/sentencepiece.model": "pieces",
}


@pytest.fixture
def pack(tmp_path: Path) -> Callable[..., Path]:
    """Make a package file of given members."""

    def make(members: dict[str, str], link: str = "") -> Path:
        file = tmp_path / "given.argosmodel"
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
            for name, content in members.items():
                member = zipfile.ZipInfo("plain")
                member.filename = name  # as it stands: ZipInfo would tidy it
                member.compress_type = zipfile.ZIP_DEFLATED
                if name == link:
                    member.external_attr = (stat.S_IFLNK | 0o777) << 16
                package.writestr(member, content)
        return file

    return make


def refusal(file: Path, tmp_path: Path) -> str:
    """Why it is refused; nothing may be left behind, nor anything outside be touched."""
    with pytest.raises(PackageRefused) as refused:
        installing.install(file, tmp_path / "home")
    assert list((tmp_path / "home").iterdir()) == []
    assert not list(tmp_path.rglob("evil*"))
    return str(refused.value)


def test_an_honest_package_is_installed(pack: Callable[..., Path], tmp_path: Path) -> None:
    assert installing.install(pack(HONEST), tmp_path / "home").version == "1.9"


def test_what_is_not_a_zip_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "page.argosmodel"
    file.write_text("<html>Please log in</html>")
    reason = "page.argosmodel is not a translation package: it is not a zip file"
    assert refusal(file, tmp_path) == reason


def test_a_missing_file_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(PackageRefused, match=r"^there is no such file: .*gone"):
        installing.install(tmp_path / "gone.argosmodel", tmp_path / "home", sha256="0" * 64)


@pytest.mark.parametrize(
    "name",
    [
        "../evil",
        "p/../../evil",
        "p/..",
        "/evil",
        "p//evil",
        "./p/evil",
        "..\\evil",
        "p\\..\\..\\evil",
        "C:/evil",
        "C:evil",
        "p/evil\nname",
    ],
)
def test_a_member_that_points_outside_is_refused(
    pack: Callable[..., Path], tmp_path: Path, name: str
) -> None:
    assert "points outside" in refusal(pack(HONEST | {name: "x"}), tmp_path)


def test_a_link_is_refused(pack: Callable[..., Path], tmp_path: Path) -> None:
    file = pack(HONEST | {"p/evil": "/etc/passwd"}, link="p/evil")
    assert "is a link" in refusal(file, tmp_path)


@pytest.mark.parametrize("missing", HONEST)
def test_a_package_without_one_of_its_parts_is_refused(
    pack: Callable[..., Path], tmp_path: Path, missing: str
) -> None:
    rest = {name: content for name, content in HONEST.items() if name != missing}
    assert missing.removeprefix("p/") in refusal(pack(rest), tmp_path)


def test_a_second_folder_at_the_top_is_refused(pack: Callable[..., Path], tmp_path: Path) -> None:
    assert "no single folder" in refusal(pack(HONEST | {"q/other": "x"}), tmp_path)


def test_names_that_differ_only_in_case_are_refused(
    pack: Callable[..., Path], tmp_path: Path
) -> None:
    assert "same name" in refusal(pack(HONEST | {"p/Metadata.json": "x"}), tmp_path)


@pytest.mark.parametrize(
    "metadata",
    [
        "",
        "[]",
        "null",
        "[" * 100_000,
        '{"from_code": "en"}',
        METADATA.replace("fr", "../fr"),
        METADATA.replace('"fr"', "5"),
        METADATA.replace("1.9", "1.9 <b>"),
    ],
)
def test_metadata_that_names_no_languages_is_refused(
    pack: Callable[..., Path], tmp_path: Path, metadata: str
) -> None:
    reason = refusal(pack(HONEST | {"p/metadata.json": metadata}), tmp_path)
    assert "does not name two languages and a version" in reason


def test_a_bomb_is_refused_before_it_is_unpacked(pack: Callable[..., Path], tmp_path: Path) -> None:
    file = pack(HONEST | {"p/model/zeros": "0" * 20_000_000})
    assert file.stat().st_size < 100_000
    assert "unpacks to far too much" in refusal(file, tmp_path)


def test_a_package_too_large_for_the_disk_is_refused(
    pack: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "LARGEST", 10)
    assert "unpacks to more than" in refusal(pack(HONEST), tmp_path)


def test_a_package_of_countless_members_is_refused(
    pack: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "MEMBERS", 2)
    assert "more than 2 members" in refusal(pack(HONEST), tmp_path)


def test_a_damaged_package_is_refused(pack: Callable[..., Path], tmp_path: Path) -> None:
    file = pack(HONEST)
    data = file.read_bytes()
    start = data.index(b"p/model/model.bin") + len("p/model/model.bin")
    file.write_bytes(data[:start] + bytes(4) + data[start + 4 :])
    assert "is damaged" in refusal(file, tmp_path)


def renamed(file: Path, old: bytes, new: bytes, *, listed: bool) -> None:
    """Change a member's name where it lies, or in the list at the end of the file."""
    assert len(old) == len(new)
    at = file.read_bytes()
    head, mid, tail = at.rpartition(old) if listed else at.partition(old)
    assert mid == old
    file.write_bytes(head + new + tail)


@pytest.mark.parametrize("new", ["p/evil.tx2", "../evil.tx"])
def test_a_member_that_has_another_name_where_it_lies_is_refused_by_name(
    pack: Callable[..., Path], tmp_path: Path, new: str
) -> None:
    file = pack(HONEST | {"p/evil.txt": "x"})
    renamed(file, b"p/evil.txt", new.encode(), listed=False)
    assert refusal(file, tmp_path) == (
        "given.argosmodel is not a translation package: its member 'p/evil.txt' is not where the "
        "list of members says, or has another name there"
    )


@pytest.mark.parametrize("listed", [True, False], ids=["in the list", "where it lies"])
def test_a_name_that_nobody_can_read_is_refused_by_name(
    pack: Callable[..., Path], tmp_path: Path, *, listed: bool
) -> None:
    file = pack(HONEST | {"p/evilé.txt": "x"})
    renamed(file, "evilé".encode(), b"evil\xff\xfe", listed=listed)
    assert refusal(file, tmp_path) == (
        "given.argosmodel is damaged: the name of its member 'p/evil\\\\xff\\\\xfe.txt' is not in "
        "UTF-8, as it says"
    )


def test_a_package_whose_list_nobody_can_read_is_not_listed_and_stops_no_list(
    pack: Callable[..., Path],
) -> None:
    file = pack(HONEST | {"p/evilé.txt": "x"})
    renamed(file, "evilé".encode(), b"evil\xff\xfe", listed=True)
    assert listing.available([file.parent]) == []


@pytest.mark.parametrize("deep", [archive.DEEPEST, 500, 2000])
def test_folders_within_folders_without_end_are_refused_by_name(
    pack: Callable[..., Path], tmp_path: Path, deep: int
) -> None:
    file = pack(HONEST | {"p/" + "e/" * deep: ""})
    reason = refusal(file, tmp_path)
    assert "its member 'p/e/e/e/" in reason
    assert "lies in more than 32 folders within each other" in reason
    assert len(reason) < 250


def test_folders_as_deep_as_any_package_needs_are_unpacked(
    pack: Callable[..., Path], tmp_path: Path
) -> None:
    file = pack(HONEST | {"p/" + "e/" * (archive.DEEPEST - 2) + "x": "x"})
    assert installing.install(file, tmp_path / "home").version == "1.9"


def test_a_name_longer_than_files_have_is_refused_by_name(
    pack: Callable[..., Path], tmp_path: Path
) -> None:
    reason = refusal(pack(HONEST | {"p/" + "é" * 128: "x"}), tmp_path)
    assert reason.endswith("has a name longer than a file may have")


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_changed_in_a_package_is_refused_by_name_or_harmless(
    pack: Callable[..., Path], tmp_path: Path, data: st.DataObject
) -> None:
    file = pack(HONEST | {"p/né.txt": "x" * 50})
    content = bytearray(file.read_bytes())
    changes = st.tuples(st.integers(0, len(content) - 1), st.integers(0, 255))
    for at, value in data.draw(st.lists(changes, min_size=1, max_size=4)):
        content[at] = value
    file.write_bytes(content)
    with TemporaryDirectory(dir=tmp_path) as into, suppress(PackageRefused):
        archive.peek(file)
        archive.unpack(file, Path(into))
