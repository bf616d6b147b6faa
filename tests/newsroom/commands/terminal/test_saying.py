"""What is printed: names move nobody's terminal, and a wrong number explains itself."""

import json

import pytest

from tests.newsroom.commands.office import Office

TURNED = "Cli\u202emate \x9b31m"


def test_what_a_terminal_would_obey_is_written_out(office: Office) -> None:
    office.done("topics", "add", "climate", "--title", f"en={TURNED}")
    listed = office.done("topics")
    assert listed.startswith("climate: en Cli⟨U+202E⟩mate ⟨U+009B⟩31m, ")
    assert not {"\u202e", "\x9b"} & set(listed)
    assert "“Cli⟨U+202E⟩mate ⟨U+009B⟩31m”" in office.refused(
        "topics", "add", "climate", "--title", "en=Climate"
    )


def test_a_program_is_told_the_very_words_in_letters_that_move_nothing(office: Office) -> None:
    office.done("topics", "add", "climate", "--title", f"en={TURNED}")
    answer = office.done("topics", "--json")
    assert "\\u202e" in answer
    assert not {"\u202e", "\x9b"} & set(answer)
    assert json.loads(answer)[0]["titles"]["en"] == TURNED


@pytest.mark.parametrize("typed", ["abc", "0", "-1", "1.5", "٣", "99999999999", "1 2", ""])
@pytest.mark.parametrize(
    "words", [("show",), ("approve",), ("attach",), ("preview",), ("publish",)], ids=" ".join
)
def test_what_is_no_number_of_a_release_explains_itself(
    office: Office, words: tuple[str, ...], typed: str
) -> None:
    answer = office.type(*words, "--", typed, "fr")
    assert answer.exit_code == 2
    assert f"“{typed}” is not a release's number; newsroom releases lists them" in answer.stderr


def test_a_task_has_numbers_of_its_own(office: Office) -> None:
    answer = office.type("retry", "abc\u202e")
    assert answer.exit_code == 2
    assert "“abc⟨U+202E⟩” is not a task's number; newsroom tasks lists" in answer.stderr
    assert "task 7 has not failed" in office.refused("retry", "007")


@pytest.mark.parametrize(
    "words",
    [
        ("attach", "1", "a.png", "--alt-from", "gone.txt"),
        ("attach", "1", "a.png", "--credit-from", "fr=gone.txt"),
        ("edit", "1", "--contacts", "gone.txt"),
        ("revise", "1", "gone.txt"),
        ("glossary", "import", "gone.txt"),
    ],
    ids=" ".join,
)
def test_a_file_that_is_not_there_is_named(office: Office, words: tuple[str, ...]) -> None:
    office.filed()
    assert "gone.txt cannot be read: No such file or directory" in office.refused(*words)
