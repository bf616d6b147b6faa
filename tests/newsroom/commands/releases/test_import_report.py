"""What `newsroom import` says of what it read: nothing is left out silently."""

from typing import Any

import pytest

from tests.newsroom.commands.office import FAR, RELEASE, Office
from tests.newsroom.commands.releases.boxed import BOX, boxed

ITEM: dict[str, Any] = {
    "headline": "A night ferry",
    "issuer": "Ministry of Ferries",
    "reference": "IP/26/1234",
    "identity": "box:1",
    "pictures": {"quay.png": 4},
    "bad": ["run.exe"],
    "left_out": {"Call Bo off the record": "it is marked not for publication"},
    "unpublished": ["Bo Vik"],
    "notes": ["the header was read as a letterhead"],
}


@pytest.fixture(autouse=True)
def box_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("intake.reading.DOCUMENTS", (BOX,))


def test_a_dry_run_shows_all_that_was_read_and_what_would_become_of_it(office: Office) -> None:
    path = str(office.file(boxed(ITEM), "ferry.box"))
    said = office.done("import", path, "--dry-run", "--topic", "ports", "--new-topic")
    rows = {line[:16].strip(): line[16:] for line in said.splitlines() if line[:1].strip()}
    assert rows["Headline"] == "A night ferry"
    assert rows["Issuer"] == "Ministry of Ferries"
    assert rows["Reference"] == "IP/26/1234"
    assert rows["For the press"] == "Bo Vik"
    assert rows["Files"].startswith("quay.png: PNG, ")
    assert rows["Left out"] == "“Call Bo off the record”: it is marked not for publication"
    assert rows["To note"] == "the header was read as a letterhead"
    assert rows["Topics"] == "ports"
    assert rows["State"] == "draft: it bears no date"
    assert rows["Next"].startswith("without --dry-run it is filed; newsroom publish ID")
    assert "“run.exe”: run.exe cannot be attached" in said
    assert max(map(len, said.splitlines()[1:])) <= 80
    assert office.told("releases") == []
    assert list((office.home / "files").glob("*")) == []


def test_a_dry_run_says_how_it_would_come_out(office: Office) -> None:
    path = str(office.file())
    ahead = office.done("import", path, "--at", FAR, "--dry-run")
    assert "without --dry-run it is filed and comes out at its minute" in ahead
    dated = str(office.file(f"24 Aug 2025 - 09:00\n\n{RELEASE}", "dated.txt"))
    assert "and is public at once" in office.done("import", dated, "--publish", "--dry-run")
    held = str(office.file(f"EMBARGO until delivery\n\n{RELEASE}", "held.txt"))
    said = " ".join(office.done("import", held, "--dry-run").split())
    assert "newsroom publish ID --lift-embargo then lets it out" in said


def test_a_dry_run_names_no_release_that_there_is_not(office: Office) -> None:
    words = "Een nachtveer\n\nHet schip vertrekt elke avond uit de haven van Corvane.\n"
    said = office.done("import", str(office.file(words)), "--language", "en", "--dry-run")
    assert "reads as Nederlands; --language nl says so" in " ".join(said.split())
    assert "newsroom edit" not in said


def test_a_dry_run_shows_what_was_read_of_what_is_filed_already(office: Office) -> None:
    office.filed()
    said = office.done("import", str(office.file()), "--dry-run")
    assert said.startswith("already filed as 1")
    assert "\nHeadline        Velmora opens a night ferry\n" in said
    assert "\nNext " not in said


def test_of_many_files_a_dry_run_says_a_line_each_and_where_the_rest_is(office: Office) -> None:
    for number in range(6):
        office.file(boxed(ITEM | {"headline": f"No. {number}", "identity": ""}), f"{number}.box")
    paths = [str(office.folder / f"{number}.box") for number in range(6)]
    said = office.done("import", *paths, "--dry-run")
    assert "Headline" not in said
    assert said.count("new: No. ") == 6
    assert said.count("\n  left out: “") == 6
    assert "--json tells it of any" in said
    assert office.done("import", *paths).count("\n  left out: “") == 6


def test_of_one_file_with_many_releases_a_dry_run_says_a_line_each_filed_or_not(
    office: Office,
) -> None:
    items = [{"headline": f"No. {n}", "identity": f"box:{n}"} for n in range(6)]
    path = str(office.file(boxed(*items), "feed.box"))
    for filed in (False, True):
        said = office.done("import", path, "--dry-run")
        assert "Headline" not in said
        assert said.count("No. ") == 6
        assert "--json tells it of any" in said
        assert f"{0 if filed else 6} would be filed" in said
        office.done("import", path)


def test_a_program_is_told_all_that_was_read_whether_it_is_filed_or_not(office: Office) -> None:
    path = str(office.file(boxed(ITEM), "ferry.box"))
    for words in (("--dry-run",), ()):
        (told,) = office.told("import", path, *words)
        read = told["read"]
        assert (told["headline"], read["headline"]) == ("A night ferry", "A night ferry")
        assert (read["issuer"], read["reference"]) == ("Ministry of Ferries", "IP/26/1234")
        assert [one["name"] for one in read["files"]] == ["quay.png"]
        assert [one["what"] for one in read["left_out"]] == ["Call Bo off the record", "run.exe"]
        assert [one["name"] for one in read["unpublished"]] == ["Bo Vik"]
        assert told["notes"][0] == "the header was read as a letterhead"
        assert "page" not in told
        assert "aside" not in told


def test_filing_names_what_is_in_no_document_and_how_it_was_read(office: Office) -> None:
    said = office.done("import", str(office.file(boxed(ITEM), "ferry.box"))).splitlines()
    assert said[0].startswith("filed 1: A night ferry (draft: it bears no date)")
    assert said[1] == (
        "  left out: “Call Bo off the record”: it is marked not for publication, and 1 more; "
        "for the press alone: Bo Vik"
    )
    assert said[2] == "  note: the header was read as a letterhead"


def test_what_a_document_marks_as_changed_is_taken_where_somebody_says_so(office: Office) -> None:
    path = str(office.file(boxed(ITEM | {"changed": True}), "ferry.box"))
    assert "tracked changes" in office.refused("import", path)
    office.done("import", path, "--accept-changes")
    new = str(office.file(boxed(ITEM | {"changed": True, "text": "New."}), "new.box"))
    assert "tracked changes" in office.refused("revise", "1", new)
    office.done("revise", "1", new, "--accept-changes")
    assert office.told("show", "1")["texts"]["en"][1] == "New."


def test_a_document_comes_through_standard_input_as_well(office: Office) -> None:
    office.done("import", "-", given=boxed(ITEM))
    shown = office.told("show", "1")
    assert (shown["headline"], shown["originals"]) == ("A night ferry", {"1": "-"})
    assert "read from: standard input (version 1)" in office.done("show", "1")


def test_the_same_item_with_other_words_names_the_release_and_what_takes_them(
    office: Office,
) -> None:
    office.done("import", str(office.file(boxed(ITEM), "feed.box")))
    new = ITEM | {"text": "Other words."}
    path = str(office.file(boxed({"headline": "Another", "identity": "box:2"}, new), "feed.box"))
    said = office.done("import", path)
    assert (
        "not filed: release 1 is the same item (its sender calls it so) with other words (draft: "
        f"it bears no date); newsroom revise 1 {path} takes them, --beside files this one too"
    ) in said
    assert "1 filed, 1 already filed" in said
    office.done("revise", "1", path)
    assert office.told("show", "1")["texts"]["en"][1] == "Other words."
    assert "0 filed, 2 already filed" in office.done("import", path)
    assert "not filed" not in office.done("import", path)


def test_the_same_words_under_another_number_are_named(office: Office) -> None:
    office.done("import", str(office.file(boxed(ITEM), "one.box")))
    other = ITEM | {"reference": "IP/26/9", "identity": ""}
    said = office.done("import", str(office.file(boxed(other), "two.box")))
    assert (
        "not filed: the same words as release 1 (draft: it bears no date), with another ref" in said
    )
    (told,) = office.told("import", str(office.folder / "two.box"))
    assert (told["differs"], told["others"]) == (True, ["reference"])


def test_what_was_changed_since_it_was_filed_is_not_called_new(office: Office) -> None:
    office.filed()
    office.done("revise", "1", str(office.file(RELEASE.replace("12.50", "9.80"), "new.txt")))
    said = office.done("import", str(office.file()))
    assert "release 1 was filed from the same text and is changed since" in said
    assert "newsroom history 1 shows how" in said


def test_a_revision_says_what_is_in_no_document_and_attaches_what_is_new(office: Office) -> None:
    office.filed()
    path = str(office.file(boxed(ITEM), "ferry.box"))
    said = office.done("revise", "1", path, "--dry-run").splitlines()
    assert [line for line in said if line.startswith("file: quay.png comes")]
    assert "issuer: none → Ministry of Ferries" in said
    assert [line for line in said if line.startswith("left out: “Call Bo")]
    assert "note: the header was read as a letterhead" in said
    assert office.told("show", "1")["files"] == []
    office.done("revise", "1", path)
    shown = office.told("show", "1")
    assert [file["name"] for file in shown["files"]] == ["quay.png"]
    assert (shown["issuer"], shown["reference"]) == ("Ministry of Ferries", "IP/26/1234")
    assert "reference: IP/26/1234\n" in office.done("show", "1")
    assert office.told("releases")[0]["reference"] == "IP/26/1234"


@pytest.mark.parametrize(
    ("page", "parts"),
    [
        ("a.html", "a_files"),
        ("b.htm", "b-Dateien"),
        ("c.HTML", "c_fichiers"),
        ("d.html", "d-bestanden"),
    ],
)
def test_the_parts_of_a_saved_page_are_no_releases(office: Office, page: str, parts: str) -> None:
    office.file("<p>Words</p>", f"in/{page}")
    office.file("Not a release\n\nText.\n", f"in/{parts}/ad.txt")
    office.file("A release\n\nText.\n", "in/other_files/real.txt")
    told = office.told("import", str(office.folder / "in"), "--dry-run")
    assert [line["headline"] for line in told if line["file"].endswith(".txt")] == ["A release"]
    over = {line["file"]: line["passed_over"] for line in told if "passed_over" in line}
    where = str(office.folder / "in" / parts)
    assert over[where] == "it holds the parts of a page that was saved beside it"


LINKED = (
    "# A bridge opens\n\nSee the [figures](#figures), the [plan](files/plan.pdf),"
    " [us](/en/climate/) and [them](https://elsewhere.example/x).\n\n## Numbers\n\n"
    "Six, and ![a map](map.png).\n"
)
NO_HEADING = "its link “#figures” names no heading of it; readers see the words without a link"
NO_FILE = "its link “{}” leads nowhere; newsroom attach with a file of that name makes it lead"


@pytest.mark.promise(129)
def test_a_link_that_leads_nowhere_is_said_at_filing(office: Office) -> None:
    said = office.done("import", str(office.file(LINKED, "bridge.md")))
    assert f"note: {NO_HEADING}" in said
    assert f"note: {NO_FILE.format('files/plan.pdf')}" in said
    assert f"note: {NO_FILE.format('map.png')}" in said
    assert said.count("its link “") == 3


@pytest.mark.promise(129)
def test_and_at_a_revision_where_what_is_attached_is_known(office: Office) -> None:
    office.filed()
    (office.home.parent / "plan.pdf").write_bytes(b"%PDF-1.7 plan")
    office.done("attach", "1", str(office.home.parent / "plan.pdf"))
    said = office.done("revise", "1", str(office.file(LINKED, "bridge.md")), "--dry-run")
    assert f"note: {NO_HEADING}" in said
    assert NO_FILE.format("map.png") in said
    assert "plan.pdf" not in said


@pytest.mark.promise(129)
def test_of_many_links_that_lead_nowhere_the_first_are_named(office: Office) -> None:
    links = "\n".join(f"[a](#{number})" for number in range(4000))
    path = str(office.file(f"# A bridge opens\n\n{links}\n", "bridge.md"))
    said = office.done("import", path, "--dry-run")
    assert said.count("its link “") == 5
    assert "3995 more of its links lead nowhere" in " ".join(said.split())
