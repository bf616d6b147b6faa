"""The offline engine, with a tiny package made in code."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from press.errors import NoPackage, PackageRefused
from press.text import Block, Kind, Origin
from tests.translate.tiny_package import make_package
from translate.engine.argos import Argos, engine_for
from translate.engine.tokens import LONGEST, Tokens
from translate.packages import checksums
from translate.packages.installing import find, install
from translate.packages.marks import UNCALIBRATED, PackageMark, keep_mark
from translate.translating import translate_blocks

ROOT = Path(__file__).parents[3]
SENTENCES = ["The river is low again.", "", "Doctors and boats", " ", "Velmora", "日本"]


@pytest.fixture
def home(tiny: Path, tmp_path: Path) -> Path:
    return install(tiny, tmp_path / "home").path.parent


def unpin(home: Path) -> Path:
    """The package's folder, as somebody would have unpacked it by hand."""
    (home / "en-fr" / checksums.NAME).unlink()
    return home / "en-fr"


def test_every_sentence_gets_its_answer_in_its_place(home: Path) -> None:
    engine = engine_for("en", "fr", [home])
    together = engine.translate(SENTENCES)
    assert together == [engine.translate([sentence])[0] for sentence in SENTENCES]
    assert [bool(answer) for answer in together] == [bool(s.strip()) for s in SENTENCES]


def test_nothing_asked_nothing_answered(home: Path) -> None:
    assert engine_for("en", "fr", [home]).translate([]) == []


def test_the_same_words_are_translated_the_same_way_by_any_number_of_threads(home: Path) -> None:
    one, four = engine_for("en", "fr", [home], 1), engine_for("en", "fr", [home], 4)
    many = [f"The minister visited {n} doctors." for n in range(200)]
    assert one.translate(many) == four.translate(many) == one.translate(many)


def test_a_sentence_longer_than_the_model_can_take_is_cut_not_lost(home: Path) -> None:
    tokens = Tokens(find("en", "fr", [home]))
    long = "The river is low again, " * LONGEST
    chunks = tokens.cut(long)
    assert max(len(chunk) for chunk in chunks) <= LONGEST
    assert " ".join(tokens.read(chunk) for chunk in chunks) == long.strip()
    assert len(tokens.cut("x" * 10 * LONGEST)) > 1
    assert engine_for("en", "fr", [home]).translate([long])[0]


def test_the_engine_says_which_package_and_version_it_is(home: Path) -> None:
    assert engine_for("en", "fr", [home]).name == "argos en-fr 0.1"


def test_every_sentence_comes_with_how_sure_the_engine_is_of_it(home: Path) -> None:
    engine = engine_for("en", "fr", [home])
    scored = engine.scored([*SENTENCES, "The river is low again, " * LONGEST])
    assert [one.text for one in scored[:-1]] == engine.translate(SENTENCES)
    said = [one for one in scored if one.text]
    assert len(said) == 5
    assert all(one.score is not None and -20 < one.score < 0 for one in said)
    assert [one.score for one in scored if not one.text] == [None, None]


def test_a_sentence_asked_with_its_weights_is_as_sure_as_without(home: Path) -> None:
    engine = engine_for("en", "fr", [home])
    assert isinstance(engine, Argos)
    alone = [one for one in engine.scored(SENTENCES) if one.text]
    weighed = [ways[0] for ways in engine.hypotheses(SENTENCES, 1) if ways[0].text]
    assert [(one.text, one.score) for one in weighed] == [(one.text, one.score) for one in alone]
    ranked = [one.score or 0 for one in engine.hypotheses(["Velmora lends boats"], 3)[0]]
    assert len(ranked) > 1


def test_an_engine_is_held_against_the_mark_of_its_package(home: Path) -> None:
    assert engine_for("en", "fr", [home]).mark == UNCALIBRATED
    keep_mark(find("en", "fr", [home]), PackageMark(-0.5, 300, 0.05, 0.6))
    assert engine_for("en", "fr", [home]).mark == -0.5


def test_on_the_way_by_english_both_engines_have_to_be_sure(tmp_path: Path) -> None:
    make_package(tmp_path, "fr", "en")
    make_package(tmp_path, "en", "nl")
    folders = [tmp_path / "home", tmp_path]
    first, second = (engine_for(*pair, folders) for pair in (("fr", "en"), ("en", "nl")))
    both = engine_for("fr", "nl", folders)
    (between,) = first.scored(["Velmora"])
    (last,) = second.scored([between.text])
    (said, nothing) = both.scored(["Velmora", ""])
    assert said == (last.text, (), (between.score or 0) + (last.score or 0))
    assert nothing.score is None
    assert both.mark == first.mark + second.mark


def test_a_language_pair_without_a_package_goes_by_way_of_english(tmp_path: Path) -> None:
    make_package(tmp_path, "fr", "en", "1.9")
    make_package(tmp_path, "en", "nl", "1.8")
    engine = engine_for("fr", "nl", [tmp_path / "home", tmp_path])
    assert engine.name == "argos fr-en 1.9 + en-nl 1.8"
    assert engine.translate(["Velmora", ""])[1] == ""


def test_a_direct_package_comes_before_the_way_by_english(tmp_path: Path) -> None:
    for source, target in (("fr", "en"), ("en", "nl"), ("fr", "nl")):
        make_package(tmp_path, source, target)
    assert engine_for("fr", "nl", [tmp_path / "home", tmp_path]).name == "argos fr-nl 0.1"


def test_packages_of_one_model_with_a_prefix_each_load_it_once(home: Path) -> None:
    shutil.copytree(home / "en-fr", home / "en-nl")
    for name, prefix in (("en-fr", "▁La"), ("en-nl", "▁boat")):
        (home / name / checksums.NAME).unlink()
        fields = {"from_code": "en", "to_code": name[3:], "package_version": "0.1"}
        metadata = json.dumps(fields | {"target_prefix": prefix})
        (home / name / "metadata.json").write_text(metadata)
    engines = [engine_for("en", target, [home]) for target in ("fr", "nl")]
    assert engines[0]._model is engines[1]._model
    assert engines[0].tokens.prefix != engines[1].tokens.prefix


def test_another_model_is_loaded_beside_it(home: Path, tmp_path: Path) -> None:
    engine = engine_for("en", "fr", [home])
    shutil.copytree(home, tmp_path / "other")
    config = unpin(tmp_path / "other") / "model" / "config.json"
    config.write_text(config.read_text() + "\n")
    assert engine_for("en", "fr", [tmp_path / "other"])._model is not engine._model


@pytest.mark.parametrize("pair", [("fr", "nl"), ("en", "nl"), ("fr", "en"), ("en", "en")])
def test_a_pair_nothing_leads_to_is_refused_by_name(home: Path, pair: tuple[str, str]) -> None:
    with pytest.raises(NoPackage, match=f"from {pair[0]} to {pair[1]}"):
        engine_for(*pair, [home])


def test_the_target_prefix_leads_the_model_and_is_not_read_out(home: Path) -> None:
    metadata = unpin(home) / "metadata.json"
    metadata.write_text(json.dumps(json.loads(metadata.read_bytes()) | {"target_prefix": "▁La"}))
    tokens = Tokens(find("en", "fr", [home]))
    assert tokens.read(["▁La", "▁d", "o"]) == tokens.read(["▁d", "o"]) == "do"
    assert engine_for("en", "fr", [home]).translate(["Velmora"]) != [""]


@pytest.mark.parametrize("name", ["model/model.bin", "sentencepiece.model"])
def test_a_package_that_cannot_be_loaded_is_a_refusal(home: Path, name: str) -> None:
    unpin(home).joinpath(name).write_bytes(b"broken")
    with pytest.raises(PackageRefused, match="cannot be loaded"):
        engine_for("en", "fr", [home])


def test_blocks_go_all_the_way_through_a_package(home: Path) -> None:
    source = [
        Block(Kind.HEADLINE, "Velmora lends boats to the harbour"),
        Block(Kind.PARAGRAPH, "The *minister* paid 1.42 million on 20 February 2026."),
        Block(Kind.CODE, "```\nx = 1\n```"),
    ]
    made = [
        one.block for one in translate_blocks(source, "en", "fr", engine_for("en", "fr", [home]))
    ]
    assert [block.kind for block in made] == [block.kind for block in source]
    assert {(block.origin, block.engine) for block in made} == {(Origin.MACHINE, "argos en-fr 0.1")}
    assert "1,42 million" in made[1].markdown
    assert "20 février 2026" in made[1].markdown
    assert made[2].markdown == source[2].markdown


@pytest.mark.waits
def test_translating_needs_no_home_folder(home: Path) -> None:
    script = (
        "from pathlib import Path; from translate.engine.argos import engine_for;"
        f"print(engine_for('en', 'fr', [Path({str(home)!r})]).translate(['Velmora'])[0])"
    )
    assert run(script) == engine_for("en", "fr", [home]).translate(["Velmora"])[0]


@pytest.mark.waits
def test_fetching_without_a_home_folder_is_a_plain_refusal() -> None:
    script = (
        "from press.errors import PackageRefused; from translate.packages.index import offers\n"
        "try: offers()\n"
        "except PackageRefused as refusal: print(refusal)"
    )
    assert "home folder" in run(script)


@pytest.mark.waits
def test_only_the_process_that_translates_loads_the_engine() -> None:
    script = (
        "import sys, translate.blocks;"
        "import translate.engine.scheduler, translate.engine.loading, translate.engine.smoke_test;"
        "print(*{'argostranslate', 'ctranslate2', 'numpy', 'sentencepiece'} & set(sys.modules))"
    )
    assert run(script) == ""


def run(script: str) -> str:
    """What a script prints that has no home folder to write in."""
    command = [sys.executable, "-W", "error", "-c", script]
    homeless = {"HOME": "/dev/null"}
    done = subprocess.run(
        command, env=homeless, cwd=ROOT, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_an_older_kind_of_tokenizer_is_used_as_it_is_meant_to_be(home: Path) -> None:
    (unpin(home) / "sentencepiece.model").unlink()
    (home / "en-fr" / "bpe.model").write_text("#version: 0.2\nt h\nth e</w>\nm i\n")
    tokens = Tokens(find("en", "fr", [home]))
    assert tokens.cut("the mines") == [["the", "mi@@", "n@@", "e@@", "s"]]
    assert tokens.read(["the", "mi@@", "n@@", "e@@", "s"]) == "the mines"
