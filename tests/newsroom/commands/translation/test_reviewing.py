"""Reviewing, glossary and exchange, as they are typed."""

import stat
from pathlib import Path

import pytest

from tests.newsroom.commands.office import FAR, Office

pytestmark = pytest.mark.waits


@pytest.fixture
def filled(office: Office, tiny_models: Path) -> Office:
    office.settings |= {"MODELS": str(tiny_models), "REVIEW": "fr=reviewed"}
    office.filed()
    office.done("publish", "1")
    office.done("translate", "--language", "fr")
    return office


def test_what_waits_is_listed_with_the_reason(filled: Office) -> None:
    shown = filled.told("review", "1", "fr")["blocks"]
    count = sum(len(one["findings"]) for one in shown[:2])  # then what stands beside it
    said = filled.done("review")
    assert said.startswith(f"release 1 fr waits ({count} warn): block 1: ")
    assert filled.told("releases")[0]["languages"]["fr"] == "waits argos en-fr 0.1"
    (row,) = filled.told("review")
    assert (row["blocking"], row["warning"]) == (0, count)
    assert row["why"][-1] == "nobody has read blocks 1, 2"
    assert (row["release"], row["language"], row["state"]) == (1, "fr", "waits")


def test_a_text_is_shown_block_by_block_with_its_original(filled: Office) -> None:
    said = filled.done("review", "1", "fr")
    assert "[1] headline\n      Velmora opens a night ferry\n    machine argos" in said
    sheet = filled.told("review", "1", "fr")
    assert [one["block"] for one in sheet["blocks"]] == [1, 2, 3, 4]
    assert sheet["blocks"][0]["source"] == "Velmora opens a night ferry"


def test_correct_approve_and_reject_move_a_text_in_and_out(filled: Office) -> None:
    assert "it waits: nobody has read block 2\n" in filled.done(
        "correct", "1", "fr", "1", "Un ferry"
    )
    filled.done("review", "1", "fr")
    filled.done("approve", "1", "fr-BE", "2")
    assert filled.items("fr")[0]["title"] == "Un ferry"
    assert filled.told("show", "1")["languages"]["fr"] == "reviewed argos en-fr 0.1"
    assert filled.done("review") == "nothing waits for an editor\n"
    filled.done("correct", "1", "fr", "1", "-", given=b"Un ferry de nuit\n")
    assert filled.items("fr")[0]["title"] == "Un ferry de nuit"
    assert "holds no words of a machine" in filled.refused("reject", "1", "fr", "1")


def test_rejected_words_are_said_to_wait(filled: Office) -> None:
    assert "it waits: block 2: rejected: " in filled.done("reject", "1", "fr", "2")
    assert "block 2 was rejected" in filled.refused("approve", "1", "fr")


@pytest.fixture
def blocked(office: Office) -> Office:
    """Release 1 waits for words that a translation memory brought, and a check blocks."""
    office.filed(text="Rivers rise\n\nIt rains 15 days.\n")
    office.done("publish", "1")
    words = (("Rivers rise", "Les rivières montent"), ("It rains 15 days.", "Il pleut 16 jours."))
    units = "".join(
        f'<tu><tuv xml:lang="en"><seg>{en}</seg></tuv><tuv xml:lang="fr"><seg>{fr}</seg></tuv></tu>'
        for en, fr in words
    )
    header = '<header srclang="en" datatype="plaintext" segtype="paragraph" o-tmf="x"/>'
    memory = f'<tmx version="1.4">{header}<body>{units}</body></tmx>'
    office.done("memory", "in", str(office.file(memory, "theirs.tmx")))
    office.type("translate", "--language", "fr")
    assert office.told("show", "1")["languages"]["fr"].startswith("waits")
    return office


def test_what_blocks_is_shown_first_and_marked_where_it_stands(blocked: Office) -> None:
    assert blocked.done("review").startswith("release 1 fr waits (1 finding blocks, 1 warns): ")
    said = blocked.done("review", "1", "fr").splitlines()
    assert said[:2] == ["release 1, fr: waits", "blocks: 2"]
    assert said[2].startswith("  block 2: numbers: ")
    assert "[1] headline" in said
    assert "[2] paragraph – blocks" in said


def test_what_blocks_is_said_again_before_approve_takes_it(blocked: Office) -> None:
    blocked.done("review", "1", "fr")
    for words in (("approve", "1", "fr"), ("approve", "1", "fr", "2")):
        reason = blocked.refused(*words)
        assert reason.startswith("Error: block 2 must not go out unread:\n  block 2: numbers: ")
        assert "--despite takes these words as they are" in reason
    assert blocked.told("show", "1")["languages"]["fr"].startswith("waits")
    assert blocked.told("approve", "1", "fr", "2", "--despite")["ready"] is True
    note = blocked.told("history", "1", "fr")[-1]["note"]
    assert note == "block 2; despite numbers"


def test_a_finding_is_dismissed_with_a_reason_and_counts_again(blocked: Office) -> None:
    words = ("dismiss", "1", "fr", "2", "numbers")
    assert "has not looked at the fr text" in blocked.refused(*words, "--reason", "Leap year.")
    blocked.done("review", "1", "fr")
    assert blocked.type(*words).exit_code == 2
    assert blocked.type(*words, "--reason", "x", "--undo").exit_code == 2
    assert "findings of numbers, memory; none of “names”" in blocked.refused(
        *words[:-1], "names", "--reason", "x"
    )
    said = blocked.done(*words, "--reason", "Leap year.")
    assert said == "the fr text of release 1: block 2: numbers is dismissed\n"
    assert blocked.told("show", "1")["languages"]["fr"].startswith("machine")
    shown = blocked.done("review", "1", "fr")
    assert "\n      dismissed by " in shown
    assert ": Leap year.\n" in shown
    assert "blocks: 2" not in shown
    (_, finding) = blocked.told("review", "1", "fr")["blocks"][1]["findings"]
    assert (finding["check"], finding["reason"]) == ("numbers", "Leap year.")
    assert "block 2; numbers: Leap year." in blocked.done("history", "1", "fr")
    said = blocked.done(*words, "--undo").splitlines()
    assert said[0] == "the fr text of release 1: block 2: numbers counts again"
    assert said[1].startswith("it waits: block 2: numbers: ")


def test_a_text_whose_words_were_settled_in_another_release_is_listed_with_what_to_do(
    blocked: Office,
) -> None:
    other = blocked.file("Rivers fall\n\nIt rains 15 days.\n", "other.txt")
    blocked.done("import", str(other))
    blocked.done("publish", "2")
    blocked.done("correct", "2", "fr", "1", "Les rivières baissent")
    blocked.type("translate", "--language", "fr")
    blocked.done("correct", "1", "fr", "2", "Il pleut 15 jours.")
    (line,) = blocked.done("review").splitlines()
    assert line.startswith("release 2 fr waits: its words were settled in another release; ")
    assert "newsroom translate --again --release 2 --language fr takes that over" in line
    blocked.done("translate", "--again", "--release", "2", "--language", "fr")
    assert blocked.done("review") == "nothing waits for an editor\n"


def test_only_words_that_the_editor_was_shown_are_approved(filled: Office) -> None:
    reason = "has not looked at the fr text of release 1 yet; newsroom review 1 fr shows it"
    assert reason in filled.refused("approve", "1", "fr")
    filled.told("review", "1", "fr")  # a program looked
    assert reason in filled.refused("approve", "1", "fr")
    filled.done("review", "1", "fr")
    new = filled.file("A day ferry\n\nIt leaves.\n", "new.txt")
    filled.done("revise", "1", str(new))
    filled.done("translate", "--language", "fr")
    reason = "block 2 of the fr text of release 1: not as "
    assert reason in filled.refused("approve", "1", "fr", "2")
    assert filled.told("show", "1")["languages"]["fr"].startswith("waits")
    assert "blocks 1, 2 approved" in filled.done("approve", "1", "fr", "--unseen")


def test_a_program_approves_the_very_words_it_was_shown(filled: Office) -> None:
    sheet = filled.told("review", "1", "fr")
    assert f"approve 1 fr --as-shown {sheet['as_shown']} approves" in filled.done(
        "review", "1", "fr"
    )
    corrected = filled.told("correct", "1", "fr", "1", "Un ferry")
    assert corrected["as_shown"] != sheet["as_shown"]
    reason = filled.refused("approve", "1", "fr", "--as-shown", sheet["as_shown"])
    assert "have changed since they were shown" in reason
    for words in (("correct", "1", "fr", "2", "Non"), ("reject", "1", "fr", "2")):
        assert "look again" in filled.refused(*words, "--as-shown", sheet["as_shown"])
    done = filled.told("approve", "1", "fr", "--as-shown", corrected["as_shown"])
    assert (done["ready"], done["blocks"], done["as_shown"]) == (
        True,
        [2],
        corrected["as_shown"],
    )
    both = filled.type("approve", "1", "fr", "--as-shown", "x", "--unseen")
    assert (both.exit_code, "contradict" in both.stderr) == (2, True)


def test_an_editor_is_told_at_once_what_may_have_slipped_in(filled: Office) -> None:
    words = "Le *Saltwind* quitte Corvane à 23:45."
    said = filled.done("correct", "1", "fr", "2", words)
    assert said.startswith("block 2 of the fr text of release 1 is corrected: “The *Saltwind*")
    links = "the original links to https://press.example/saltwind"
    assert f"look once more: block 2: links: {links}" in said
    (row,) = [one for one in filled.told("review", "1", "fr")["blocks"] if one["block"] == 2]
    assert (row["target"], row["origin"], row["findings"]) == (words, "editor", [])
    found = filled.told("correct", "1", "fr", "2", words.replace("*", ""))["findings"]
    assert {"numbers", "links"} <= {one["check"] for one in found}
    assert {one["block"] for one in found} == {2}


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("review", "7", "fr"), "no release 7"),
        (("review", "1", "xx"), "“xx”"),
        (("review", "1", "en"), "was written in en"),
        (("correct", "1", "fr", "9"), "there is no block 9"),
        (("approve", "1", "fr", "9"), "there is no block 9"),
        (("correct", "1", "nl", "1"), "there are no words"),
        (("correct", "1", "nl", "1", "x"), "newsroom correct 1 nl 1 --from FILE"),
        (("correct", "7", "nl", "1", "x"), "no release 7"),
        (("unapprove", "1", "nl"), "no nl words of release 1 were only approved"),
    ],
)
def test_what_cannot_be_reviewed_is_refused_with_the_reason(
    office: Office, words: tuple[str, ...], reason: str
) -> None:
    office.filed("--at", FAR)
    given = b"x" if "9" in words else b" "
    assert reason in office.refused(*words, given=given)


def test_words_of_what_is_not_out_come_from_standard_input_or_a_file_and_no_argument(
    office: Office,
) -> None:
    office.filed("--at", FAR)
    path = office.file("Un ferry\n", "words.md")
    for words in ((), ("-",), ("--from", str(path))):
        office.done("correct", "1", "fr", "1", *words, given=f"{len(words)} ferries".encode())
    assert office.told("review", "1", "fr")["blocks"][0]["target"] == "Un ferry"
    assert "seen by everybody" in office.refused("correct", "1", "fr", "1", "Trois")
    assert office.type("correct", "1", "fr", "1", "x", "--from", str(path)).exit_code == 2
    assert "gone.md cannot be read" in office.refused(
        "correct", "1", "fr", "1", "--from", "gone.md"
    )
    office.done("publish", "1")
    office.done("correct", "1", "fr", "1", "Trois")
    office.done("withdraw", "1", "--reason", "No.")
    assert "is not out" in office.refused("correct", "1", "fr", "1", "Quatre")


def test_an_approval_is_taken_back_and_the_text_waits_again(filled: Office) -> None:
    filled.done("approve", "1", "fr", "--unseen")
    assert filled.told("show", "1")["languages"]["fr"].startswith("reviewed")
    seen = filled.told("review", "1", "fr")["as_shown"]
    said = filled.done("unapprove", "1", "fr", "2", "--as-shown", seen)
    assert said.startswith("the fr text of release 1: block 2 no longer approved\nit waits: ")
    assert filled.told("show", "1")["languages"]["fr"].startswith("waits")
    filled.done("correct", "1", "fr", "2", "Il part.")
    reason = filled.refused("unapprove", "1", "fr", "2")
    assert "newsroom restore-version" in reason
    assert "newsroom correct 1 fr 2" in reason


def test_a_glossary_is_imported_whole_or_not_at_all(office: Office) -> None:
    good = office.file("source,target,term,translation\nen,fr,ferry,bac\n", "good.csv")
    bad = office.file("source,target,term,translation\nen,fr,port,port\nen,fr,quay,\n", "bad.csv")
    assert "line 3: translation must not be empty" in office.refused("glossary", "import", str(bad))
    assert office.told("glossary") == []
    assert "1 of 1 term is new or changed" in office.done("glossary", "import", str(good))
    assert office.done("glossary") == "en-fr: ferry → bac\n"
    assert "en-de: Belgium → Belgien (CLDR, exact case)" in office.done("glossary", "--all")
    office.done("glossary", "remove", "en", "fr", "ferry")
    assert "not in the glossary" in office.refused("glossary", "remove", "en", "fr", "ferry")


def test_words_of_a_list_may_begin_with_a_dash_and_an_option_that_is_none_is_told_from_them(
    office: Office,
) -> None:
    path = office.file("---\nlanguage: en\n---\n# Rivers\n\n- It rains\n- It snows\n", "list.md")
    office.done("import", str(path))
    office.done("publish", "1")
    office.done("correct", "1", "fr", "2", "- Il pleut\n- Il neige", "--home", str(office.home))
    assert office.told("review", "1", "fr")["blocks"][1]["target"] == "- Il pleut\n- Il neige"
    answer = office.type("correct", "1", "fr", "2", "--vrebose")
    assert (answer.exit_code, "No such option" in answer.stderr) == (2, True)


def test_a_translator_is_told_which_words_have_no_place_any_more(office: Office) -> None:
    office.filed()
    path = office.folder / "out.xlf"
    office.done("exchange", "out", "1", "fr", str(path))
    document = path.read_text("utf-8").replace(
        '<target state="needs-translation"/>', "<target>Un ferry</target>", 1
    )
    path.write_text(document, "utf-8")
    office.done("revise", "1", str(office.file("A day ferry\n\nIt is *cancelled*.\n", "new.txt")))
    assert office.done("exchange", "in", str(path)).startswith(
        "release 1 fr: 1 block taken, 1 of them no longer in the release, 3 left open\n"
    )


@pytest.mark.parametrize("version", ["1.2", "2.0"])
def test_a_release_goes_to_a_translator_and_comes_back(office: Office, version: str) -> None:
    office.filed("--at", FAR)
    path = office.folder / "out.xlf"
    assert "4 blocks from en into fr" in office.done(
        "exchange", "out", "1", "fr", str(path), "--version", version
    )
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    document = path.read_text("utf-8")
    missing = {"1.2": '<target state="needs-translation"/>', "2.0": "</segment>"}[version]
    said = {"1.2": "<target>Un ferry</target>", "2.0": "<target>Un ferry</target></segment>"}[
        version
    ]
    document = document.replace(missing, said, 1).replace('"initial"', '"reviewed"', 1)
    path.write_text(document, "utf-8")
    said = office.done("exchange", "in", str(path))
    assert said.startswith("release 1 fr: 1 block taken, 3 left open\n")
    assert office.told("review", "1", "fr")["blocks"][0]["target"] == "Un ferry"
    other = office.file("<html/>", "page.xlf")
    answer = office.type("exchange", "in", str(other), str(path))
    assert (answer.exit_code, answer.stdout[:9]) == (1, "release 1")
    assert f"{other}: it is not XLIFF" in answer.stderr


def test_the_memory_goes_out_and_in(office: Office) -> None:
    office.filed("--at", FAR)
    office.done("correct", "1", "fr", "1", given=b"Un ferry")
    path = office.folder / "memory.tmx"
    assert "1 translation\n" in office.done("memory", "out", str(path))
    assert "<seg>Un ferry</seg>" in office.done("memory", "out", "-", "--from", "en", "--to", "fr")
    assert "0 translations are new, 1 was known" in office.done("memory", "in", str(path))
    assert "go together" in office.refused("memory", "out", "-", "--from", "en")
    assert "gone.tmx: it cannot be read" in office.refused("memory", "in", "gone.tmx")


@pytest.mark.parametrize("words", [("exchange", "out", "1", "fr"), ("memory", "out")])
def test_what_is_written_for_others_is_read_by_nobody_else(
    office: Office, words: tuple[str, ...]
) -> None:
    office.filed("--at", FAR)
    path = office.file("before", "out.xml")
    path.chmod(0o644)
    other = office.folder / "other-name.xml"
    other.hardlink_to(path)
    assert "out.xml is there already; --overwrite" in office.refused(*words, str(path))
    assert path.read_text("utf-8") == "before"
    assert office.done(*words, str(path), "--overwrite").startswith(f"wrote over {path}: ")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert other.read_text("utf-8") == "before"
    assert sorted(office.folder.glob(".*")) == []
    printed = office.done(*words, "-")
    assert printed == path.read_text("utf-8")
    assert printed.endswith(">\n")


@pytest.mark.parametrize("words", [("exchange", "out", "1", "fr"), ("memory", "out")])
def test_nothing_is_written_through_a_link_or_to_what_is_no_file(
    office: Office, words: tuple[str, ...]
) -> None:
    office.filed("--at", FAR)
    path = office.file("before", "out.xml")
    link = office.folder / "link.xml"
    link.symlink_to(path)
    assert "link.xml is a link to another place" in office.refused(*words, str(link))
    link.unlink()
    link.symlink_to(office.folder / "gone.xml")
    assert "is a link to another place" in office.refused(*words, str(link))
    assert "is not a file" in office.refused(*words, str(office.folder))
    assert "cannot be written: No such file" in office.refused(*words, str(office.folder / "no/x"))
    assert (path.read_text("utf-8"), (office.folder / "gone.xml").exists()) == ("before", False)


def test_an_officer_is_told_which_words_of_a_memory_have_to_be_read(office: Office) -> None:
    words = "La ligne 15 ouvre une nouvelle traversée"
    office.filed("--at", FAR)
    office.done("correct", "1", "fr", "1", given=words.encode())
    path = office.folder / "memory.tmx"
    office.done("memory", "out", str(path))
    other = Office(office.folder / "other")
    other.folder.mkdir()
    other.done("init")
    assert other.done("memory", "in", str(path)) == (
        "1 translation is new, 0 were known\n"
        "1 of them waits for an editor in every text that uses it:\n"
        f"  “{words}”: numbers: “15” is not in the source\n"
    )
    told = other.told("memory", "in", str(path))
    assert told == {"new": 0, "known": 1, "waiting": 0, "held": [], "left_out": 0}


def test_a_program_is_told_what_became_of_a_translators_file(office: Office) -> None:
    office.filed()
    path = office.folder / "out.xlf"
    office.done("exchange", "out", "1", "fr", str(path))
    document = path.read_text("utf-8").replace(
        '<target state="needs-translation"/>',
        "<target>Velmora ouvre 15 ferries de nuit</target>",
        1,
    )
    path.write_text(document, "utf-8")
    (done,) = office.told("exchange", "in", str(path))
    assert (done["new"], done["open"], done["ready"], done["replaced"]) == (1, 3, False, [])
    assert [(one["block"], one["check"]) for one in done["findings"]] == [(1, "numbers")]
