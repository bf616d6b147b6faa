"""The pages of every footer, as they lie in the home."""

import os
from pathlib import Path

import pytest

from newsroom.public.standing import StandingPages
from press.public.standing import StandingSet


def lay(folder: Path, name: str, words: str | bytes = "# A title\n\nWords.\n") -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(words if isinstance(words, bytes) else words.encode())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "pages"


@pytest.fixture
def pages(folder: Path) -> StandingPages:
    return StandingPages(folder, ["en", "fr"])


def test_without_a_folder_there_are_none(pages: StandingPages) -> None:
    assert pages.now() == StandingSet()


def test_a_page_has_a_title_words_and_a_language(folder: Path, pages: StandingPages) -> None:
    lay(folder, "about.fr.md", "\ufeff# À *propos*\r\n\r\nQui nous sommes.\r\n")
    lay(folder, "about.en.md", "# About us")
    found = pages.now()
    assert found.names == ("about",)
    assert found.languages("about") == ("en", "fr")
    french, german = found.page("about", "fr"), found.page("about", "de")
    assert french is not None
    assert german is not None
    assert (french.title, french.markdown) == ("À propos", "Qui nous sommes.")
    assert (german.title, german.markdown, german.language) == ("About us", "", "en")
    assert found.page("legal", "en") is None


def test_known_pages_come_first_in_their_order_then_others_by_name(
    folder: Path, pages: StandingPages
) -> None:
    for name in ("zoo", "legal", "accessibility", "jobs", "about", "contact"):
        lay(folder, f"{name}.en.md")
    assert pages.now().names == ("about", "contact", "accessibility", "legal", "jobs", "zoo")


@pytest.mark.promise(153)
def test_what_is_changed_there_is_seen_at_once_and_has_another_digest(
    folder: Path, pages: StandingPages
) -> None:
    seen = set[str]()
    for words in ("# One", "# Two", "# One\n\nmore"):
        lay(folder, "about.en.md", words)
        found = pages.now()
        page = found.page("about", "en")
        assert page is not None
        assert page.title == words[2:5]
        seen.add(found.digest)
        assert pages.now() is found
    (folder / "about.en.md").unlink()
    assert pages.now().names == ()
    assert len(seen) == 3


@pytest.mark.parametrize(
    ("name", "words", "why"),
    [
        ("about.md", "# A", "its name is not that of a page in a language"),
        ("About.en.md", "# A", "its name is not that of a page in a language"),
        (f"{'a' * 41}.en.md", "# A", "its name is not that of a page in a language"),
        ("about.es.md", "# A", "es is none of LANGUAGES, en, fr"),
        ("about.en.md", "No title", "it does not begin with its title"),
        ("about.en.md", "# \n\nwords", "it does not begin with its title"),
        ("about.en.md", "", "it does not begin with its title"),
        ("about.en.md", b"# \xff", "it is not written in UTF-8"),
        ("about.en.md", "# A\n" + "a" * 100_000, "it is larger than 100 kB"),
    ],
)
def test_what_cannot_be_shown_is_named_and_the_others_are_shown(
    folder: Path, pages: StandingPages, name: str, words: str, why: str
) -> None:
    lay(folder, "legal.en.md")
    lay(folder, name, words)
    found = pages.now()
    assert found.names == ("legal",)
    ((file, reason),) = found.refused
    assert file == name
    assert why in reason


def test_what_is_no_file_keeps_nobody_waiting(folder: Path, pages: StandingPages) -> None:
    folder.mkdir()
    os.mkfifo(folder / "about.en.md")
    (folder / "legal.en.md").mkdir()
    (folder / "jobs.en.md").symlink_to(folder / "nowhere")
    lay(folder, "contact.en.md")
    found = pages.now()
    assert found.names == ("contact",)
    assert dict(found.refused) == dict.fromkeys(["about.en.md", "legal.en.md"], "it is no file")


def test_a_footer_has_room_for_twenty(folder: Path, pages: StandingPages) -> None:
    for number in range(25):
        lay(folder, f"page-{number:02}.en.md")
    found = pages.now()
    assert len(found.names) == 20
    assert {file for file, _ in found.refused} == {f"page-{n}.en.md" for n in range(20, 25)}
