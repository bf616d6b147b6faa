"""The small model that ships: one folder, three pairs, behind every other package."""

import json
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from press.errors import NoPackage, PackageRefused
from press.text import STARTER, Block, Kind, Origin
from tests.translate.tiny_package import make_package
from translate.engine.argos import engine_for
from translate.engine.pivot import route
from translate.engine.smoke_test import run_smoke_test
from translate.packages import checksums, installing
from translate.packages.listing import STARTER_FOLDER, available
from translate.packages.quality import NAME, measured

ROOT = Path(__file__).parents[3]
PAIRS = [("en", "de"), ("en", "fr"), ("en", "nl")]


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    shutil.copytree(STARTER_FOLDER, tmp_path / "starter")
    return tmp_path / "starter"


def test_one_folder_serves_three_pairs_and_is_known_for_what_it_is(tmp_path: Path) -> None:
    found = available([tmp_path, STARTER_FOLDER])
    assert [package.pair for package in found] == PAIRS
    assert {package.path for package in found} == {STARTER_FOLDER}
    assert all(package.is_starter and not package.is_packed for package in found)
    assert len({package.prefix for package in found}) == 3


def test_it_is_loaded_once_and_says_each_language_in_its_own_name(tmp_path: Path) -> None:
    folders = [tmp_path, STARTER_FOLDER]
    engines = [engine_for(*pair, folders) for pair in PAIRS]
    assert [e.name for e in engines] == [f"{STARTER} en-{c} 1.0" for c in ("de", "fr", "nl")]
    assert len({id(getattr(engine, "_model")) for engine in engines}) == 1  # noqa: B009
    said = [engine.translate(["The river is low again."])[0] for engine in engines]
    assert len(set(said)) == 3
    assert all(words and "<2" not in words for words in said)


def test_words_of_it_are_rough_until_a_person_has_read_them(tmp_path: Path) -> None:
    name = engine_for("en", "fr", [tmp_path, STARTER_FOLDER]).name
    assert Block(Kind.PARAGRAPH, "Il pleut.", Origin.MACHINE, name).is_rough
    assert not Block(Kind.PARAGRAPH, "Il pleut.", Origin.EDITOR, name).is_rough


@pytest.mark.parametrize("is_installed", [True, False], ids=["installed", "packed"])
def test_any_other_package_for_the_pair_comes_before_it(
    tmp_path: Path, tiny: Path, is_installed: bool
) -> None:
    folders = [tmp_path / "home", tmp_path / "further", STARTER_FOLDER]
    make_package(tmp_path / "further", version="0.0.1")
    if is_installed:
        installing.install(tiny, tmp_path / "home")
    found = installing.find("en", "fr", folders)
    assert (found.is_starter, found.path) == (False, tmp_path / "home" / "en-fr")
    assert installing.find("en", "nl", folders).is_starter


def test_it_serves_where_the_only_other_package_is_broken(tmp_path: Path, tiny: Path) -> None:
    folders = [tmp_path / "home", tmp_path / "further", STARTER_FOLDER]
    torn = bytearray(tiny.read_bytes())
    torn[2000:3000] = bytes(1000)
    (tmp_path / "further").mkdir()
    (tmp_path / "further" / "torn.argosmodel").write_bytes(torn)
    (installing.install(tiny, tmp_path / "home").path / "model" / "model.bin").unlink()
    assert [step.is_starter for step in route("en", "fr", folders)] == [True]


def test_where_its_folder_is_not_given_it_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NoPackage):
        route("en", "fr", [tmp_path])


def test_it_may_be_the_second_leg_of_a_way_by_english(tmp_path: Path) -> None:
    make_package(tmp_path / "packed", "fr", "en", "1.9")
    engine = engine_for("fr", "nl", [tmp_path / "home", tmp_path / "packed", STARTER_FOLDER])
    assert engine.name == f"argos fr-en 1.9 + {STARTER} en-nl 1.0"
    assert engine.translate(["", "Velmora"])[0] == ""


def test_every_file_of_it_is_pinned_and_the_pins_are_true() -> None:
    """After a change of its files its README says how they are pinned anew."""
    assert "model/model.bin" in checksums.read_checksums(STARTER_FOLDER)
    checksums.verify(STARTER_FOLDER)


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "metadata" / "en_fr.json").write_text("{}"),
        lambda folder: (folder / "sentencepiece.model").write_bytes(b"another"),
        lambda folder: (folder / "model" / "config.json").unlink(),
        lambda folder: (folder / "bpe.model").write_text("added"),
        lambda folder: (folder / "SHA256SUMS").write_text(""),
    ],
    ids=["labels", "tokenizer", "missing", "added", "no pins"],
)
def test_where_a_file_of_it_is_not_what_it_was_it_is_refused(
    copied: Path, tmp_path: Path, change: object
) -> None:
    assert callable(change)
    change(copied)
    with pytest.raises(PackageRefused, match="starter is not what was installed"):
        engine_for("en", "nl", [tmp_path / "home", copied])


def test_without_its_model_it_is_not_there_and_nothing_else_suffers(
    copied: Path, tmp_path: Path, tiny: Path, caplog: pytest.LogCaptureFixture
) -> None:
    made = installing.install(tiny, tmp_path / "home")
    (copied / "model" / "model.bin").unlink()
    assert available([tmp_path / "home", copied]) == [made]
    assert "it has no model/model.bin" in caplog.text


@pytest.mark.waits
@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
def test_it_says_a_sentence_with_sockets_closed(pair: tuple[str, str], tmp_path: Path) -> None:
    assert run_smoke_test(installing.find(*pair, [tmp_path, STARTER_FOLDER]))


def test_what_was_measured_of_it_is_what_its_page_says() -> None:
    page = (STARTER_FOLDER / "README.md").read_text(encoding="utf-8")
    rows = {"fr": "French", "nl": "Dutch", "de": "German"}
    for code, name in rows.items():
        (row,) = re.findall(rf"^\| {name} \| (.*) \|$", page, re.M)
        said = re.findall(r"(\d+\.\d) / (\d+\.\d)", row)
        found = measured(STARTER_FOLDER, code)
        assert [(f"{one.chrf}", f"{one.bleu}") for one in found] == said
        assert {one.sentences for one in found} == {600}


@pytest.mark.parametrize("told", ["{", "[]", "{}", '{"fr": {"a": 1}}', '{"fr": []}'])
def test_where_nothing_was_measured_nothing_is_said(tmp_path: Path, told: str) -> None:
    assert measured(tmp_path, "fr") == []
    (tmp_path / NAME).write_text(told)
    assert measured(tmp_path, "fr") == []


@pytest.mark.waits
def test_a_wheel_carries_it_whole(tmp_path: Path) -> None:
    words = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--no-build-isolation",
        "--no-deps",
        "--no-index",
    ]
    words += ["--quiet", "--disable-pip-version-check", "--wheel-dir", str(tmp_path)]
    for name in ("pyproject.toml", "README.md", "LICENSE", "wsgi.py", "translate"):
        source, copy = ROOT / name, tmp_path / "source" / name
        copy.parent.mkdir(exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, copy, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, copy)
    subprocess.run([*words, str(tmp_path / "source")], check=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as package:
        package.extractall(tmp_path / "installed")
    unpacked = tmp_path / "installed" / "translate" / "packages" / "starter"
    checksums.verify(unpacked)
    assert checksums.read_checksums(unpacked) == checksums.read_checksums(STARTER_FOLDER)


ALONE = """
import json, sys
sys.addaudithook(lambda event, _: event.startswith("socket.") and sys.exit(f"opened a {event}"))
from argostranslate import translate
languages = {language.code: language for language in translate.get_installed_languages()}
for code in ("fr", "nl", "de"):
    way = languages["en"].get_translation(languages[code])
    print(json.dumps(way.translate("The minister visited Paris. The river is low again.")))
"""


@pytest.mark.waits
def test_argos_translate_as_it_comes_translates_with_it_and_downloads_nothing(
    tmp_path: Path,
) -> None:
    for label in STARTER_FOLDER.glob("metadata/*.json"):
        folder = tmp_path / "packages" / f"translate-{label.stem}"
        folder.mkdir(parents=True)
        shutil.copy(label, folder / "metadata.json")
        for part in ("model", "sentencepiece.model", "minisbd"):
            (folder / part).symlink_to(STARTER_FOLDER / part)
    homes = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("DATA", "CONFIG", "CACHE")}
    ways = {"HOME": str(tmp_path), "ARGOS_PACKAGES_DIR": str(tmp_path / "packages")}
    done = subprocess.run(
        [sys.executable, "-c", ALONE], check=False, env=homes | ways, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    said = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(set(said)) == 3
    assert all(said)
