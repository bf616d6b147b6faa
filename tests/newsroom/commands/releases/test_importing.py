"""`newsroom import`: good files go in, bad ones are refused by name and reason."""

import pytest

import intake
from newsroom.commands.releases.importing import AT_ONCE, BYTES_AT_ONCE, at_once
from tests.newsroom.commands.office import FAR, RELEASE, Office

HEADLINE = RELEASE.split("\n", 1)[0]
DATED = f"24 Aug 2025 - 09:00\n\n{RELEASE}"
SKIPPED, TWICE = "2030-03-31 02:30", "2030-10-27 02:30"  # Brussels
BAD = {
    "empty": (b"", "it is empty"),
    "blank": (b" \n\n\t\n", "it is empty"),
    "binary": (b"\x89PNG\r\n\x1a\n\x00\x00", "it is a picture (PNG)"),
    "greek": ("Είδηση".encode("iso-8859-7"), "encoding not known here"),
    "web page": (b"<!doctype html><p hidden>Text.", "web page"),
    "no headline": (b"20 Feb 2030 - 10:45\n", "no headline"),
    "unreadable date": (b"32 Feb 2030 - 10:45\n\nHeadline\n\nText.\n", "“32 Feb 2030 - 10:45”"),
    "unknown language": (b"---\ntitle: Words\nlanguage: xx\n---\nText.\n", "“xx”"),
    "reserved topic": (b"---\ntitle: Words\ntopics: [all]\n---\nText.\n", "“all” is a reserved"),
    "unknown key": (b"---\ntitle: Words\nembrago: now\n---\nText.\n", "“embrago”"),
    "skipped time": (b"31 March 2030 - 02:30\n\nHeadline\n\nText.\n", "does not exist"),
    "repeated time": (b"27 October 2030 - 02:30\n\nHeadline\n\nText.\n", "happens twice"),
}


@pytest.mark.parametrize(("content", "reason"), BAD.values(), ids=BAD.keys())
def test_a_bad_file_is_refused_by_name_and_reason_and_the_others_go_in(
    office: Office, content: bytes, reason: str
) -> None:
    bad, good = office.file(content, "bad.txt"), office.file()
    answer = office.type("import", str(bad), str(good))
    assert answer.exit_code == 1
    assert answer.stderr.startswith(f"refused {bad}: ")
    assert reason in answer.stderr
    assert answer.stdout.splitlines()[-1] == "1 filed, 0 already filed, 1 refused"
    assert [line["headline"] for line in office.told("releases")] == [HEADLINE]


@pytest.mark.parametrize("size", [50 * 2**20, 2**40], ids=["50 MiB", "1 TiB"])
def test_a_huge_file_is_refused_without_reading_it_all(office: Office, size: int) -> None:
    path = office.file()
    with path.open("r+b") as file:
        try:
            file.truncate(size)
        except OSError:
            pytest.skip("the disk takes no file of that size")
    assert "larger than 5 MiB" in office.refused("import", str(path))


def test_no_more_is_in_memory_at_once_than_a_few_large_files(office: Office) -> None:
    small, large = office.file(), office.file(name="large.docx")
    with large.open("r+b") as file:
        file.truncate(50 * 2**20)
    meant = [(str(one), one) for one in (*[small] * 120, *[large] * 3, office.folder / "gone")]
    groups = list(at_once([*meant, ("-", None)]))
    assert [one for group in groups for one in group] == [*meant, ("-", None)]
    assert max(map(len, groups)) == AT_ONCE
    sizes = [
        sum(min(p.stat().st_size, intake.LARGEST) for _, p in g if p and p.exists()) for g in groups
    ]
    assert max(sizes) <= BYTES_AT_ONCE
    assert list(at_once([])) == []


def test_a_file_that_is_not_there_is_refused_by_name(office: Office) -> None:
    reason = office.refused("import", str(office.folder / "gone.txt"))
    assert "gone.txt: it cannot be read: No such file or directory" in reason


def test_a_release_without_a_time_is_a_draft_that_nobody_sees(office: Office) -> None:
    office.filed()
    assert office.state() == "draft"
    assert office.items() == []


def test_a_dry_run_says_what_would_be_filed_and_files_nothing(office: Office) -> None:
    path = str(office.file(DATED))
    said = office.done("import", path, "--dry-run", "--topic", "ports", "--new-topic")
    new, *page, summary = said.splitlines()
    assert new.startswith(f"new: {HEADLINE} (en, draft: its date, 24 August 2025 09:00, has passed")
    assert "To note         it has no summary" in page
    assert summary == "1 would be filed, 0 already filed, 0 refused"
    assert office.told("releases") == office.told("topics") == office.items() == []
    office.done("import", path)
    assert "already filed" in office.done("import", path, "--dry-run")


def test_a_dry_run_refuses_what_filing_would_refuse(office: Office) -> None:
    path = str(office.file("32 Feb 2030 - 10:45\n\nHeadline\n\nText.\n"))
    assert "“32 Feb 2030 - 10:45”" in office.refused("import", path, "--dry-run")


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("--language", "xx"), "“xx” is not one of this newsroom's languages"),
        (("--at", "soon"), "“soon” is not a moment; write 2030-08-25 14:18"),
        (("--at", "03/04/2030"), "3 April 2030 or 4 March 2030"),
        (("--at", SKIPPED), "01:59 and 2030-03-31 03:00"),
        (("--at", TWICE), "happens twice"),
        (("--at", FAR, "--zone", "Mars/North"), "“Mars/North” is not a time zone"),
        (("--topic", "Ports & ships"), "“Ports & ships” cannot be a topic's address"),
    ],
)
def test_an_instruction_that_cannot_be_meant_files_nothing(
    office: Office, words: tuple[str, ...], reason: str
) -> None:
    assert reason in office.refused("import", str(office.file()), *words)
    assert office.told("releases") == []


@pytest.mark.parametrize(("fold", "instant"), [("first", "00:30"), ("second", "01:30")])
def test_fold_says_which_of_two_equal_times_is_meant(
    office: Office, fold: str, instant: str
) -> None:
    office.filed("--at", TWICE, "--fold", fold)
    assert office.told("show", "1")["instant"] == f"2030-10-27T{instant}:00Z"


def test_fold_also_decides_a_time_in_the_file(office: Office) -> None:
    office.filed("--fold", "second", text=f"27 October 2030 - 02:30\n\n{RELEASE}")
    assert office.told("show", "1")["instant"] == "2030-10-27T01:30:00Z"


def test_a_minus_reads_standard_input(office: Office) -> None:
    office.done("import", "-", "--at", FAR, given=RELEASE.encode())
    (release,) = office.told("releases")
    assert (release["headline"], release["state"]) == (HEADLINE, "scheduled")


def test_a_folder_is_searched_but_not_where_it_is_hidden(office: Office) -> None:
    for name in ("in/a.txt", "in/deep/b.txt", "in/.hidden.txt", "in/.git/c.txt"):
        office.file(f"Headline of {name}\n\nText.\n", name)
    office.done("import", str(office.folder / "in"))
    found = {line["headline"] for line in office.told("releases")}
    assert found == {"Headline of in/a.txt", "Headline of in/deep/b.txt"}


def test_what_no_press_office_sends_is_passed_over_in_a_folder_and_said(office: Office) -> None:
    taken = [office.file(f"Headline of {n}\n\nText.\n", n) for n in ("in/a.txt", "in/b.TXT")]
    others = [office.file("print('text')\n", f"in/{n}") for n in ("deep/c.toml", "Makefile", "md")]
    answer = office.type("import", str(office.folder / "in"))
    assert answer.exit_code == 0
    said = [line.split(": ")[0] for line in answer.stdout.splitlines() if "passed over /" in line]
    assert sorted(said) == sorted(f"passed over {path}" for path in others)
    assert f"only {', '.join(intake.ENDINGS)} are read" in answer.stdout
    assert answer.stdout.endswith("2 filed, 0 already filed, 0 refused, 3 passed over\n")
    told = office.told("import", str(office.folder / "in"))
    assert {line["file"] for line in told if "passed_over" in line} == {str(p) for p in others}
    assert {line["file"] for line in told if "release" in line} == {str(p) for p in taken}


def test_feeds_and_news_items_in_a_folder_are_read_whatever_else_ends_like_them(
    office: Office,
) -> None:
    rss = "<rss version='2.0'><channel><item><title>Ferry</title></item></channel></rss>"
    office.file(f"<?xml version='1.0'?>\n{rss}", "in/feed.xml")
    office.file('{"uri": "urn:x:1", "headline": "Bridge", "body_text": "Text."}', "in/ninjs.JSON")
    others = ("settings.json", "list.json", "sitemap.xml", "empty.xml")
    for name, text in zip(others, ('{"a": 1}', "[1, 2]", "<urlset/>", ""), strict=True):
        office.file(text, f"in/{name}")
    answer = office.done("import", str(office.folder / "in"))
    assert answer.endswith("2 filed, 0 already filed, 0 refused, 4 passed over\n")
    assert {line["headline"] for line in office.told("releases")} == {"Ferry", "Bridge"}


def test_a_file_that_is_named_is_read_whatever_its_name(office: Office) -> None:
    assert "1 filed" in office.done("import", str(office.file(name="release-2026.doc.1")))


def test_a_folder_with_nothing_to_read_files_nothing_and_says_why(office: Office) -> None:
    office.file(b"\x89PNG", "in/picture.png")
    said = office.done("import", str(office.folder / "in"))
    assert said.endswith("0 filed, 0 already filed, 0 refused, 1 passed over\n")


def test_the_same_file_twice_files_nothing_twice(office: Office) -> None:
    office.filed("--topic", "ports", "--new-topic")
    before = office.told("show", "1")
    assert "0 filed, 1 already filed" in office.done("import", str(office.file()))
    assert office.told("show", "1") == before


def test_a_draft_says_why_and_which_command_lets_it_out(office: Office) -> None:
    said = office.done("import", str(office.file(DATED)))
    assert "(draft: its date, 24 August 2025 09:00, has passed); newsroom publish 1" in said
    (told,) = office.told("import", str(office.file(DATED)))
    assert (told["state"], told["instant"]) == ("draft", None)
    assert told["reason"] == "its date, 24 August 2025 09:00, has passed"
    assert office.items() == []


def test_what_is_to_be_published_comes_out_under_its_own_date(office: Office) -> None:
    (told,) = office.told("import", str(office.file(DATED)), "--publish")
    assert (told["state"], told["reason"]) == ("out", "")
    assert told["instant"] == "2025-08-24T07:00:00Z"
    assert [item["date_published"] for item in office.items()] == ["2025-08-24T09:00:00+02:00"]


def test_a_draft_is_let_out_by_filing_it_again_to_be_published(office: Office) -> None:
    path = str(office.file(DATED))
    office.done("import", path)
    said = office.done("import", path, "--publish")
    assert said.startswith("let out 1, which was filed already")
    assert office.state() == "out"


def test_the_same_words_with_another_time_are_named_and_not_filed_beside(office: Office) -> None:
    office.filed("--at", FAR)
    path = str(office.file("25 Aug 2031 - 10:00\n\n" + RELEASE, "again.txt"))
    said = office.done("import", path)
    assert said.startswith(f"not filed: the same words as release 1 (scheduled, {FAR} Brussels)")
    assert len(office.told("releases")) == 1
    office.done("import", path, "--beside")
    assert len(office.told("releases")) == 2


def test_what_was_withdrawn_and_is_filed_again_says_how_it_comes_back(office: Office) -> None:
    office.filed()
    office.done("publish", "1")
    office.done("withdraw", "1", "--reason", "Sent in error.")
    said = office.done("import", str(office.file()))
    assert "already filed as 1, which was withdrawn; newsroom publish 1 publishes it again" in said
    slug = office.told("show", "1")["slug"]
    office.done("publish", "1")
    assert [item["url"].rsplit("/", 1)[1] for item in office.items()] == [slug]


def test_an_unknown_topic_is_refused_with_the_nearest(office: Office) -> None:
    office.done("topics", "add", "climate", "--title", "en=Climate")
    said = office.refused("import", str(office.file()), "--topic", "climat")
    assert "there is no topic climat; did you mean climate? --new-topic makes it" in said
    office.done("import", str(office.file()), "--topic", "climat", "--new-topic")


def test_what_a_release_lacks_is_said_at_filing_and_in_review(office: Office) -> None:
    path = office.file("Een nachtveer\n\nHet schip vertrekt elke avond uit de haven van Corvane.\n")
    said = office.done("import", str(path), "--language", "en")
    assert "  note: it has no topic and no contact and no summary" in said
    assert "it is filed in English and reads as Nederlands; newsroom edit 1 --language nl" in said
    assert "release 1 en draft: it has no topic" in office.done("review")
    office.done("edit", "1", "--language", "nl")
    assert "reads as" not in office.done("review")


def test_a_text_is_in_the_language_of_its_words_where_nothing_names_another(office: Office) -> None:
    path = office.file("Een nachtveer\n\nHet schip vertrekt elke avond uit de haven van Corvane.\n")
    assert "Nederlands (nl): its words are in it" in office.done("import", str(path), "--dry-run")
    office.done("import", str(path))
    assert office.told("show", "1")["languages"]["nl"] == "author"


def test_what_kind_of_text_it_is_can_be_said(office: Office) -> None:
    path = str(
        office.file("Ports\n\nThe quay (1 May 2022)\nText.\n\nThe pier (2 May 2022)\nText.\n")
    )
    assert "--as listing, or with --as release" in office.refused("import", path)
    assert "2 filed" in office.done("import", path, "--as", "listing")


def test_a_file_in_windows_1252_is_read_and_it_is_said(office: Office) -> None:
    path = office.file("L’été à Corvane\n\nIl fait beau.\n".encode("cp1252"))
    said = office.done("import", str(path))
    assert "it was read as Windows-1252" in said
    assert office.told("releases")[0]["headline"] == "L’été à Corvane"


def test_import_makes_no_home(bare: Office) -> None:
    assert "newsroom init makes one" in bare.refused("import", str(bare.file()))
    assert not bare.home.exists()


def test_what_many_releases_lack_is_said_once(office: Office) -> None:
    for number in range(7):
        office.file(f"Headline {number}\n\nText.\n", f"in/{number}.txt")
    said = office.done("import", str(office.folder / "in"))
    assert said.count("it has no topic and no contact and no summary") == 1
    assert "(7 releases: 1, 2, 3, 4, 5, …)" in said
