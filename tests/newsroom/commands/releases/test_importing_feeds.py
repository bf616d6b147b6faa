"""`newsroom import` of feeds: an entry is filed once, whatever its feed says of it later."""

from pathlib import Path

import pytest

from tests.newsroom.commands.office import RELEASE, Office

ENTRY = """<entry><id>tag:port.example,2026:{n}</id><title>{title}</title>
<published>{date}</published><updated>{date}</updated>
<content type="html">&lt;p&gt;{words}&lt;/p&gt;</content></entry>"""
ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><id>tag:port.example,2026:feed</id>
<title>Port of Corvane</title><updated>2026-03-03T10:00:00Z</updated>{entries}</feed>"""
PAST, FAR = "2025-08-24T09:00:00+02:00", "2030-08-25T14:18:00+02:00"


def entry(n: int = 1, title: str = "Ferries", date: str = PAST, words: str = "They run.") -> str:
    return ENTRY.format(n=n, title=title, date=date, words=words)


def feed(office: Office, *entries: str) -> Path:
    return office.file(ATOM.format(entries="".join(entries)), "port.atom")


def test_a_feed_that_comes_twice_files_nothing_twice(office: Office) -> None:
    path = str(feed(office, entry(1), entry(2, "Buoys", FAR, "They glow.")))
    assert "2 filed, 0 already filed, 0 refused" in office.done("import", path)
    before = office.told("releases")
    assert "0 filed, 2 already filed, 0 refused" in office.done("import", path)
    assert office.told("releases") == before


def test_a_feed_that_has_grown_files_what_is_new_alone(office: Office) -> None:
    office.done("import", str(feed(office, entry(1))))
    path = str(feed(office, entry(2, "Buoys", FAR, "They glow."), entry(1)))
    assert "1 filed, 1 already filed, 0 refused" in office.done("import", path)
    assert sorted(line["headline"] for line in office.told("releases")) == ["Buoys", "Ferries"]


def test_an_entry_that_has_changed_is_named_with_what_to_do_and_nothing_changes(
    office: Office,
) -> None:
    office.done("import", str(feed(office, entry())))
    before = office.told("show", "1")
    changed = feed(office, entry(words="They do not run."))
    (line,) = office.told("import", str(changed))
    assert (line["new"], line["release"], line["differs"]) == (False, 1, True)
    said = office.done("import", str(changed))
    assert "the same item (its sender calls it so) with other words (draft" in said
    assert f"newsroom revise 1 {changed} takes them" in said
    assert office.told("show", "1") == before
    assert len(office.told("releases")) == 1


def test_an_archive_keeps_its_dates_and_comes_out_only_where_an_officer_says_so(
    office: Office,
) -> None:
    path = str(feed(office, entry(1), entry(2, "Buoys", FAR, "They glow.")))
    office.done("import", path)
    assert [line["state"] for line in office.told("releases")] == ["draft", "scheduled"]
    assert office.items() == []
    office.done("import", path, "--publish")
    assert [(item["title"], item["date_published"]) for item in office.items()] == [
        ("Ferries", PAST)
    ]


def test_an_entry_that_is_broken_is_named_and_the_others_are_filed(office: Office) -> None:
    path = str(feed(office, entry(1), "<entry><id>tag:port.example,2026:9</id></entry>"))
    (line,) = office.told("import", path)
    assert "“entry 2” was left out: it has neither a title nor a text" in line["notes"]
    assert [one["headline"] for one in office.told("releases")] == ["Ferries"]


def test_feeds_in_a_folder_are_read(office: Office) -> None:
    feed(office, entry()).rename(office.file("", "in/port.atom"))
    assert "1 filed" in office.done("import", str(office.folder / "in"))


def test_an_entry_in_a_language_that_is_not_spoken_here_is_named_and_the_others_are_filed(
    office: Office,
) -> None:
    strange = entry(2, "Balsas", FAR, "Brillan.").replace("<entry>", '<entry xml:lang="xx">')
    path = str(feed(office, entry(1), strange))
    for more in (["--dry-run"], []):
        (line,) = office.told("import", path, *more)
        assert any("“Balsas” was left out" in note and "xx" in note for note in line["notes"])
    assert [one["headline"] for one in office.told("releases")] == ["Ferries"]


def test_an_entry_that_is_called_as_a_mail_is_does_not_become_that_mail(office: Office) -> None:
    mail = (
        b"From: Press <press@port.example>\r\nTo: news@example.org\r\nMessage-ID: <1@port.example>"
        b"\r\nDate: Tue, 03 Mar 2026 10:00:00 +0100\r\nSubject: Ferries\r\n\r\n"
        b"Ferries\r\n\r\nThey run every day, the port said on Tuesday.\r\n"
    )
    path = office.folder / "port.eml"
    path.write_bytes(mail)
    (line,) = office.told("import", str(path))
    other = entry(1, "Other").replace("tag:port.example,2026:1", "mail:port.example:1@port.example")
    (again,) = office.told("import", str(feed(office, other)))
    assert again["new"]
    assert again["release"] != line["release"]


@pytest.mark.parametrize("form", ["atom", "rss", "json"])
@pytest.mark.parametrize("code", ["en", "fr"])
def test_our_own_feed_files_nothing_again_where_it_came_from(
    office: Office, form: str, code: str
) -> None:
    texts = ("ferry.txt", RELEASE), ("boats.md", "# Boats for hire\n\nThey float.\n")
    paths = [str(office.file(words, name)) for name, words in texts]
    office.done("import", *paths, "--publish", "--at", "2026-08-25 14:18")
    before = office.told("releases")
    path = str(office.file(office.feed(form, code), f"all.{form}"))
    said = office.done("import", path)
    assert "0 filed, 2 already filed, 0 refused" in said
    assert "not filed: our own release 2: Boats for hire (out" in said
    assert office.told("releases") == before


@pytest.mark.parametrize("form", ["atom", "rss", "json"])
def test_our_own_feed_files_nothing_twice_elsewhere(
    office: Office, form: str, tmp_path: Path
) -> None:
    office.filed("--publish", "--at", "2026-08-25 14:18")
    elsewhere = Office(tmp_path / "elsewhere")
    elsewhere.done("init")
    path = str(elsewhere.file(office.feed(form), f"all.{form}"))
    assert "1 filed, 0 already filed, 0 refused" in elsewhere.done("import", path)
    assert "0 filed, 1 already filed, 0 refused" in elsewhere.done("import", path)
