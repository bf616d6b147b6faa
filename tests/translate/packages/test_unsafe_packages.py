"""Files that call themselves translation packages."""

import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from press.errors import PackageRefused
from translate.packages import archive, installing

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
