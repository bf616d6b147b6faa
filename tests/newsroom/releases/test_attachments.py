"""What officers attach to releases, and what is refused with its reason."""

import json
import os
import tracemalloc
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsroom.commands import Door
from newsroom.commands.releases.attachments import attach, detach
from newsroom.commands.releases.showing import show
from newsroom.releases.attachments import Attached
from newsroom.wiring import Newsroom
from press.errors import AttachmentRefused, NotAllowedNow, NotPublic, UnknownRelease
from press.releases.attachment import LARGEST, Attachment, Words
from storage import files
from tests.conftest import NOON
from tests.intake.pictures.places import placed
from tests.newsroom.conftest import SETTINGS
from tests.newsroom.filing.test_filing import at, file, filing
from tests.newsroom.settings.test_logo import png
from tests.press.releases.test_dimensions import jpeg, segment

STARTS = {
    "photo.jpg": b"\xff\xd8\xff\xe0 jpeg",
    "photo.JPEG": b"\xff\xd8\xff\xe1 another jpeg",
    "map.png": b"\x89PNG\r\n\x1a\n png",
    "map.webp": b"RIFF\x10\x00\x00\x00WEBPVP8 ",
    "old.gif": b"GIF89a gif",
    "statement.pdf": b"%PDF-1.7 pdf",
}
PDF = STARTS["statement.pdf"]


def written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def attached(newsroom: Newsroom, number: int, path: Path) -> Attached:
    return newsroom.attachments.attach(number, path, "an officer", NOON)


def kept(newsroom: Newsroom) -> list[Path]:
    folder = newsroom.attachments.folder
    return list(folder.iterdir()) if folder.exists() else []


@pytest.fixture
def number(newsroom: Newsroom) -> int:
    """A release that is out at noon."""
    return file(newsroom, filing(embargo=at(NOON)))


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    return written(tmp_path, "statement.pdf", PDF)


def test_each_type_taken_is_known_by_its_content(
    newsroom: Newsroom, number: int, tmp_path: Path
) -> None:
    types = [
        attached(newsroom, number, written(tmp_path, name, start)).file.media_type
        for name, start in STARTS.items()
    ]
    images = ["image/jpeg", "image/jpeg", "image/png", "image/webp", "image/gif"]
    assert types == [*images, "application/pdf"]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("x.pdf", b"MZ\x90\x00", "x.pdf is not a PDF: its content is a Windows program"),
        ("x.pdf", b"\x7fELF\x02", "x.pdf is not a PDF: its content is a Linux program"),
        ("x.pdf", b"\x00\x01\x02", "x.pdf is not a PDF: its content is unknown"),
        ("x.pdf", b" \n<html>", "x.pdf is not a PDF: its content is HTML, SVG or XML"),
        ("x.pdf", b"PK\x03\x04", "a ZIP archive or an office document"),
        ("x.png", STARTS["photo.jpg"], "x.png is not a PNG: its content is JPEG"),
        ("x.webp", b"RIFF\x10\x00\x00\x00WAVEfmt ", "x.webp is not a WebP"),
        ("x.svg", b"<svg/>", "x.svg cannot be attached: only JPEG, PNG, WebP, GIF, PDF are taken"),
        ("x.html", b"<html/>", "x.html cannot be attached"),
        ("x.pdf.exe", PDF, "x.pdf.exe cannot be attached"),
        ("pdf", PDF, "pdf cannot be attached"),
        ("x.mp4", b"\x00\x00\x00\x18ftypmp42", "x.mp4 cannot be attached"),
        ("x.pdf", b"", "x.pdf is empty"),
    ],
)
def test_what_is_not_what_its_name_says_is_refused_in_one_line(
    newsroom: Newsroom, number: int, tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    with pytest.raises(AttachmentRefused) as refusal:
        attached(newsroom, number, written(tmp_path, name, content))
    assert reason in str(refusal.value)
    assert "\n" not in str(refusal.value)
    assert kept(newsroom) == []


def test_a_file_too_large_is_refused_unread_with_its_size_and_the_limit(
    newsroom: Newsroom, number: int, pdf: Path
) -> None:
    # Sparse: had it been read, its nature would have been the reason.
    pdf.write_bytes(b"")
    os.truncate(pdf, 2 * 2**30)
    with pytest.raises(AttachmentRefused, match=r"2,147,483,648 .*2,048 MiB.*limit.*100 MiB"):
        attached(newsroom, number, pdf)
    assert kept(newsroom) == []


def test_one_byte_beyond_the_limit_is_too_large(newsroom: Newsroom, number: int, pdf: Path) -> None:
    os.truncate(pdf, LARGEST + 1)
    with pytest.raises(AttachmentRefused, match="too large"):
        attached(newsroom, number, pdf)


def test_a_large_file_is_copied_piece_by_piece(newsroom: Newsroom, number: int, pdf: Path) -> None:
    os.truncate(pdf, 40 * 2**20)
    tracemalloc.start()
    made = attached(newsroom, number, pdf)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert made.file.size == 40 * 2**20
    assert peak < 8 * 2**20


def test_what_is_no_file_is_refused_and_not_waited_for(
    newsroom: Newsroom, number: int, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    (tmp_path / "folder.pdf").mkdir()
    for name in ("pipe.pdf", "folder.pdf"):
        with pytest.raises(AttachmentRefused, match="is not a file"):
            attached(newsroom, number, tmp_path / name)
    with pytest.raises(AttachmentRefused, match="cannot be read"):
        attached(newsroom, number, tmp_path / "nothing.pdf")


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("C:\\maps\\map of Sarrel.pdf", "map of Sarrel.pdf"),
        ("line\nbreak\x00\x1b[31m.pdf".replace("\x00", ""), "line break[31m.pdf"),
        ("cafe\u0301.pdf", "caf\u00e9.pdf"),
        ("\u202efdp.report.pdf", "fdp.report.pdf"),
        ("..hidden.pdf", "hidden.pdf"),
        (f"{'é' * 120}.pdf", f"{'é' * 73}.pdf"),
    ],
)
def test_names_are_cleaned(
    newsroom: Newsroom, number: int, tmp_path: Path, given: str, name: str
) -> None:
    assert attached(newsroom, number, written(tmp_path, given, PDF)).file.name == name


def test_the_same_content_twice_is_one_attachment(
    newsroom: Newsroom, number: int, pdf: Path, tmp_path: Path
) -> None:
    first = attached(newsroom, number, pdf)
    again = attached(newsroom, number, pdf)
    renamed = attached(newsroom, number, written(tmp_path, "copy.pdf", PDF))
    assert [one.is_new for one in (first, again, renamed)] == [True, False, False]
    assert first.file == again.file == renamed.file
    assert len(kept(newsroom)) == 1


def test_another_content_of_the_same_name_is_refused(
    newsroom: Newsroom, number: int, pdf: Path
) -> None:
    attached(newsroom, number, pdf)
    pdf.write_bytes(b"%PDF-1.7 another")
    with pytest.raises(AttachmentRefused, match=r"has another statement\.pdf; newsroom detach"):
        attached(newsroom, number, pdf)
    assert len(kept(newsroom)) == 1


def test_two_releases_may_have_the_same_file(newsroom: Newsroom, number: int, pdf: Path) -> None:
    other = file(newsroom, filing("Another release"))
    tokens = {attached(newsroom, n, pdf).file.token for n in (number, other)}
    assert len(tokens) == 2


def test_every_act_is_in_the_journal(newsroom: Newsroom, number: int, pdf: Path) -> None:
    attached(newsroom, number, pdf)
    newsroom.attachments.detach(number, "statement.pdf", "an officer", NOON)
    lines = newsroom.releases.get(number)[1]
    assert [line.verb for line in lines] == ["filed", "attached", "detached"]
    assert lines[1].note.startswith(f"statement.pdf (application/pdf, {len(PDF)} bytes, sha256 ")


def test_a_detached_file_is_erased_and_gone(newsroom: Newsroom, number: int, pdf: Path) -> None:
    made = attached(newsroom, number, pdf).file
    assert newsroom.front.file(made.token, made.name, NOON)[1].read_bytes() == PDF
    newsroom.attachments.detach(number, made.name, "an officer", NOON)
    assert kept(newsroom) == []
    assert newsroom.attachments.of_release(number) == ()
    with pytest.raises(NotPublic):
        newsroom.front.file(made.token, made.name, NOON)
    with pytest.raises(AttachmentRefused, match=r"no file statement\.pdf; it has no files"):
        newsroom.attachments.detach(number, made.name, "an officer", NOON)


def test_a_withdrawn_release_takes_no_file_but_gives_them_back(
    newsroom: Newsroom, number: int, pdf: Path, tmp_path: Path
) -> None:
    attached(newsroom, number, pdf)
    newsroom.life.withdraw(number, "An error.", "an officer", NOON)
    with pytest.raises(NotAllowedNow, match="withdrawn"):
        attached(newsroom, number, written(tmp_path, "x.gif", STARTS["old.gif"]))
    assert len(kept(newsroom)) == 1
    newsroom.attachments.detach(number, "statement.pdf", "an officer", NOON)
    assert kept(newsroom) == []


def test_an_unknown_release_takes_and_gives_nothing(newsroom: Newsroom, pdf: Path) -> None:
    with pytest.raises(UnknownRelease):
        attached(newsroom, 7, pdf)
    with pytest.raises(UnknownRelease):
        newsroom.attachments.detach(7, "statement.pdf", "an officer", NOON)
    assert kept(newsroom) == []


def test_a_crash_between_content_and_row_harms_nothing(
    newsroom: Newsroom, number: int, pdf: Path
) -> None:
    orphan = files.keep(newsroom.attachments.folder, [PDF])  # and here the power went
    with pytest.raises(NotPublic):
        newsroom.front.file(orphan.token, "statement.pdf", NOON)
    assert attached(newsroom, number, pdf).is_new
    assert newsroom.attachments.of_release(number)[0].token != orphan.token


def test_the_same_file_with_other_words_only_changes_the_words(
    newsroom: Newsroom, number: int, pdf: Path
) -> None:
    def told(**words: str) -> Attached:
        said = Words(**words)
        return newsroom.attachments.attach(number, pdf, "an officer", NOON, said)

    first = told(alt="What was said", credit="Velmora")
    again = told()
    other = told(credit="The ministry")
    assert [one.is_changed for one in (first, again, other)] == [False, False, True]
    assert again.file == first.file
    assert other.file == replace(first.file, credit="The ministry")
    assert newsroom.attachments.of_release(number) == (other.file,)
    assert len(kept(newsroom)) == 1
    lines = newsroom.releases.get(number)[1]
    assert [line.verb for line in lines] == ["filed", "attached", "described"]
    assert lines[1].note.endswith(", alt “What was said”, credit “Velmora”")
    assert lines[2].note == "statement.pdf, alt “What was said”, credit “The ministry”"


def test_a_withdrawn_releases_files_keep_their_words(
    newsroom: Newsroom, number: int, pdf: Path
) -> None:
    attached(newsroom, number, pdf)
    newsroom.life.withdraw(number, "An error.", "an officer", NOON)
    with pytest.raises(NotAllowedNow):
        newsroom.attachments.attach(number, pdf, "an officer", NOON, Words("Something else"))


@pytest.mark.parametrize(
    ("said", "line"),
    [
        (" A bridge\n at  dusk ", "A bridge at dusk"),
        ("cafe\u0301\x07", "caf\u00e9"),
        ("é" * 1000, "é" * 1000),
    ],
)
def test_words_are_one_clean_line(said: str, line: str) -> None:
    assert Words.said(said, "") == Words(line)
    assert Words.said("", said) == Words("", line)


def test_words_too_long_to_be_read_out_are_refused_with_the_limit() -> None:
    with pytest.raises(AttachmentRefused, match=r"alternative text is too long: 1,001 .*1,000"):
        Words.said("x" * 1001, "")
    with pytest.raises(AttachmentRefused, match="credit is too long"):
        Words.said("", "x" * 1001)


def test_an_image_is_kept_whole_and_its_size_is_told(
    newsroom: Newsroom, number: int, tmp_path: Path
) -> None:
    # Behind more than is read to tell what the file is.
    photo = jpeg(1600, 900, segment(0xE2, bytes(50_000)))
    made = attached(newsroom, number, written(tmp_path, "photo.jpg", photo)).file
    assert (made.width, made.height) == (1600, 900)
    assert (newsroom.attachments.folder / made.token).read_bytes() == photo


def commanded(newsroom: Newsroom, command: object, *words: str) -> tuple[int, list[str]]:
    door = Door({**SETTINGS, "NEWSROOM_HOME": str(newsroom.settings.home)})
    answer = CliRunner().invoke(command, words, obj=door)  # type: ignore[arg-type]
    door.newsroom.storage.close()
    return answer.exit_code, answer.output.splitlines()


def test_a_bad_file_is_refused_and_the_others_go_in(
    newsroom: Newsroom, number: int, pdf: Path, tmp_path: Path
) -> None:
    paths = [pdf, written(tmp_path, "x.svg", b"<svg/>"), written(tmp_path, "y.gif", b"GIF87a")]
    code, lines = commanded(newsroom, attach, str(number), *map(str, paths))
    assert code == 1
    assert lines[0].startswith("attached statement.pdf (PDF, 12 bytes): https://press.example.org/")
    assert lines[1].startswith("refused: x.svg cannot be attached")
    assert lines[2].startswith("attached y.gif (GIF, 6 bytes)")
    assert commanded(newsroom, detach, str(number), "y.gif") == (
        0,
        [f"detached y.gif from release {number}"],
    )
    assert [one.name for one in newsroom.attachments.of_release(number)] == ["statement.pdf"]


def test_a_program_may_read_what_was_attached(newsroom: Newsroom, number: int, pdf: Path) -> None:
    code, lines = commanded(newsroom, attach, str(number), str(pdf), "--json")
    assert code == 0
    assert '    "media_type": "application/pdf",' in lines


def test_what_is_said_of_a_file_is_shown_with_it(
    newsroom: Newsroom, number: int, tmp_path: Path
) -> None:
    image = str(written(tmp_path, "map.png", png(1600, 900)))
    known = f"PNG, {len(png(1600, 900)):,} bytes, 1,600 × 900 pixels"
    words = ("--alt", "The valley", "--credit", "Velmora")
    _, (first,) = commanded(newsroom, attach, str(number), image, *words)
    assert first.startswith(f"attached map.png ({known}); alt: The valley; credit: Velmora: ")
    _, (other,) = commanded(newsroom, attach, str(number), image, "--alt", "The valley in May")
    assert other.startswith("described map.png (")
    shown = f"  map.png ({known}); alt: The valley in May; credit: Velmora"
    assert shown in commanded(newsroom, show, str(number))[1]
    _, lines = commanded(newsroom, show, str(number), "--json")
    (fields,) = json.loads("\n".join(lines))["files"]
    assert (fields["width"], fields["alt"], fields["credit"]) == (
        1600,
        "The valley in May",
        "Velmora",
    )


def test_words_that_say_nothing_are_wrong_usage_and_words_too_long_attach_nothing(
    newsroom: Newsroom, number: int, pdf: Path
) -> None:
    assert commanded(newsroom, attach, str(number), str(pdf), "--alt", " ")[0] == 2
    code, lines = commanded(newsroom, attach, str(number), str(pdf), "--alt", "x" * 1001)
    assert (code, lines[0][:36]) == (1, "Error: the alternative text is too l")
    assert kept(newsroom) == []


def test_what_is_said_of_a_file_in_a_language_is_shown_as_said_in_it(
    newsroom: Newsroom, number: int, tmp_path: Path
) -> None:
    image = str(written(tmp_path, "map.png", png(1600, 900)))
    words = ("--alt", "The valley", "--alt", "fr=La vallée", "--credit", "Velmora")
    assert commanded(newsroom, attach, str(number), image, *words)[0] == 0
    _, lines = commanded(newsroom, show, str(number), "--json")
    (one,) = [o for o in json.loads("\n".join(lines))["beside"]["fr"] if o["kind"] == "alt"]
    assert one == {
        "kind": "alt",
        "source": "The valley",
        "target": "La vallée",
        "origin": "editor",
    }
    path = written(tmp_path, "nl.txt", b"De vallei\n")
    _, (line,) = commanded(newsroom, attach, str(number), image, "--alt-from", f"nl-BE={path}")
    assert line.startswith("described map.png")
    _, lines = commanded(newsroom, show, str(number), "--json")
    assert next(o["target"] for o in json.loads("\n".join(lines))["beside"]["nl"]) == "De vallei"


def test_a_language_said_twice_or_not_published_in_is_refused(
    newsroom: Newsroom, number: int, pdf: Path
) -> None:
    twice = ("--alt", "A plan", "--alt", "fr=Un plan", "--alt", "fr=Un projet")
    assert commanded(newsroom, attach, str(number), str(pdf), *twice)[0] == 2
    code, lines = commanded(newsroom, attach, str(number), str(pdf), "--alt", "it=Un piano")
    assert (code, "“it”" in lines[0]) == (1, True)
    code, lines = commanded(newsroom, attach, str(number), str(pdf), "--alt", "fr=Un plan")
    assert (code, "has no alternative text in en yet" in lines[0]) == (1, True)
    assert kept(newsroom) == []


def test_a_picture_of_which_nothing_is_said_is_attached_with_a_word_about_it(
    newsroom: Newsroom, number: int, tmp_path: Path, pdf: Path
) -> None:
    image, words = str(written(tmp_path, "map.png", png(16, 9))), ("--alt", "The valley")
    wordless = (
        "note: map.png has no alternative text: who cannot see it learns nothing of it; "
        f"newsroom attach {number} map.png --alt-from FILE says what it shows, "
        "--alt-from CODE=FILE in another language"
    )
    code, (_, said) = commanded(newsroom, attach, str(number), image, "--credit", "Velmora")
    assert (code, said) == (0, wordless)
    _, (_, again) = commanded(newsroom, attach, str(number), image)
    assert again == wordless
    _, lines = commanded(newsroom, attach, str(number), image, str(pdf), "--json")
    assert [one.get("note") for one in json.loads("\n".join(lines))] == [
        wordless.removeprefix("note: "),
        None,  # a document is described by its name and words
    ]
    assert len(commanded(newsroom, attach, str(number), image, *words)[1]) == 1
    assert len(commanded(newsroom, attach, str(number), image)[1]) == 1


def test_help_shows_how_a_picture_is_described_in_each_language() -> None:
    said = CliRunner().invoke(attach, ["--help"]).output
    assert 'newsroom attach 1 bridge.jpg --alt "The bridge" --alt fr="Le pont"' in said
    assert "--alt-from nl=-" in said


@pytest.mark.promise(161)
def test_the_officer_is_told_that_a_position_was_removed_and_whom_a_picture_names(
    newsroom: Newsroom, number: int, tmp_path: Path
) -> None:
    image = str(written(tmp_path, "quay.jpg", placed("JPEG")))
    code, (said, note) = commanded(newsroom, attach, str(number), image, "--alt", "The quay")
    assert code == 0
    assert said.endswith("; its position was removed")
    assert note == (
        "note: quay.jpg names “Jo Muster / Example Press Office” in itself; newsroom attach "
        f"{number} quay.jpg --credit-from FILE tells readers whom it is owed to"
    )
    (one,) = newsroom.attachments.of_release(number)
    assert one.credit == ""
    _, lines = commanded(newsroom, attach, str(number), image, "--credit", "Jo Muster", "--json")
    (fields,) = json.loads("\n".join(lines))
    assert (fields["new"], fields["position_removed"], fields["credit"]) == (
        *(False, True),
        "Jo Muster",
    )
    assert "note" not in fields
    bare = str(written(tmp_path, "bare.png", png(16, 9)))
    _, (said,) = commanded(newsroom, attach, str(number), bare, "--alt", "The quay")
    assert "position" not in said


def test_a_picture_of_before_positions_were_removed_can_still_be_described(
    newsroom: Newsroom, number: int, tmp_path: Path
) -> None:
    path, data = written(tmp_path, "quay.jpg", placed("JPEG")), placed("JPEG")
    content = files.keep(newsroom.attachments.folder, [data])
    old = Attachment(content.token, "quay.jpg", "image/jpeg", content.size, content.sha256, 64, 48)
    with newsroom.storage.write() as db:
        files.add(db, number, old, NOON)
    again = newsroom.attachments.attach(number, path, "me", NOON, Words("The quay"))
    assert (again.is_new, again.is_changed, again.was_placed) == (False, True, False)
    assert newsroom.attachments.of_release(number) == (replace(old, alt="The quay"),)
