"""Attachments as the public gets them, and does not get them before."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any
from wsgiref.util import FileWrapper

import pytest
from flask.testing import FlaskClient

from feeds import FORMATS
from newsroom.releases.attachments import SILENT, Attachments
from newsroom.tasks.rendering import Rendering
from press.embargo import embargo_from
from press.languages import parse_languages
from press.public.site import Site
from press.releases.attachment import Attachment, Words
from press.releases.release import Release
from press.text import Block, Kind
from storage import Storage
from storage.filed import releases
from tests.conftest import NOON
from tests.intake.pictures.places import SECRETS, scene
from tests.intake.pictures.places import placed as taken
from tests.press.releases.test_dimensions import png
from tests.web.samples import file, release, text
from tests.web.site.test_secrecy import answer_to
from web.site.views.files import WHOLE

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40
SIZE = len(PNG)
NAME = "Karte “Süd” 100%.png"


class Office:
    """Attaches files to sample releases, as an officer would."""

    def __init__(self, storage: Storage, site: Site, folder: Path) -> None:
        self.storage, self.site, self.folder = storage, site, folder

    def number(self, slug: str) -> int:
        with self.storage.read() as db:
            return next(one.id for one in releases.every(db) if one.slug == slug)

    def attach(
        self, slug: str, name: str = NAME, content: bytes = PNG, words: Words = SILENT
    ) -> Attachment:
        (self.folder / name).write_bytes(content)
        path, number = self.folder / name, self.number(slug)
        return (
            Attachments(self.storage, self.site)
            .attach(number, path, "an officer", NOON, words)
            .file
        )

    def address(self, attachment: Attachment) -> str:
        address = self.site.file(attachment.token, attachment.name)
        return address.removeprefix(self.site.base_url)

    def file(self, one: Release) -> None:
        file(self.storage, one)


@pytest.fixture
def office(storage: Storage, site: Site, tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(storage, site, tmp_path_factory.mktemp("desk"))


@pytest.fixture
def image(office: Office) -> str:
    """The address of an image of a release that is out."""
    return office.address(office.attach("demining"))


@pytest.mark.promise(75)
@pytest.mark.parametrize(
    "headers",
    [{}, {"Accept-Encoding": "gzip"}, {"If-None-Match": "*"}, {"Range": "bytes=0-1"}],
)
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "OPTIONS"])
def test_an_attachment_of_an_embargoed_release_is_as_unknown_as_any_address(
    client: FlaskClient, office: Office, method: str, headers: dict[str, str]
) -> None:
    hidden = office.address(office.attach("not-yet"))
    unknown = "/en/releases/never-existed" if method in ("GET", "HEAD") else "/files/no/thing.png"
    expected = answer_to(client, unknown, method=method, headers=headers)
    assert expected[0] in (404, 405)
    assert answer_to(client, hidden, method=method, headers=headers) == expected


@pytest.mark.promise(75)
def test_it_is_served_from_and_including_the_releases_minute(
    client: FlaskClient, clock: Any, office: Office
) -> None:
    due = embargo_from(NOON + timedelta(minutes=1), "Europe/Brussels")
    office.file(release("a-visit", due, text("en", "A visit", "It begins.")))
    address = office.address(office.attach("a-visit"))
    clock.now += timedelta(seconds=59.999)
    assert client.get(address).status_code == 404
    clock.now += timedelta(milliseconds=1)
    assert client.get(address).data == PNG


def test_a_withdrawn_release_takes_its_attachments_with_it(
    client: FlaskClient, storage: Storage, office: Office, image: str
) -> None:
    assert client.get(image).status_code == 200
    number = office.number("demining")
    with storage.write() as db:
        releases.withdraw(db, number, "An error.", NOON)
    assert answer_to(client, image) == answer_to(client, "/en/releases/never-existed")


@pytest.mark.parametrize("spoil", [str.upper, lambda a: a + "x", lambda a: a + "/", Path.as_posix])
def test_only_the_exact_address_is_one(
    client: FlaskClient, image: str, spoil: Callable[[Any], str]
) -> None:
    wrong = spoil(image) if spoil is not Path.as_posix else image.rpartition("/")[0]
    assert answer_to(client, wrong) == answer_to(client, "/en/releases/never-existed")


def test_it_says_what_it_is(client: FlaskClient, clock: Any, image: str) -> None:
    clock.now += timedelta(seconds=30)
    answer = client.get(image, headers={"Accept-Encoding": "gzip"})
    headers = answer.headers
    assert answer.data == PNG
    assert headers["Content-Type"] == "image/png"
    assert headers["Content-Length"] == str(SIZE)
    assert headers["Accept-Ranges"] == "bytes"
    assert headers["Cache-Control"] == "public, max-age=30"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert re.fullmatch(r'"[0-9a-f]{64}"', headers["ETag"])
    assert headers["Content-Disposition"] == (
        'inline; filename="Karte _S_d_ 100_.png"; '
        "filename*=UTF-8''Karte%20%E2%80%9CS%C3%BCd%E2%80%9D%20100%25.png"
    )
    for absent in ("Content-Encoding", "Last-Modified", "Set-Cookie"):
        assert absent not in headers


def test_browsers_can_show_a_pdf(client: FlaskClient, office: Office) -> None:
    address = office.address(office.attach("demining", "statement.pdf", b"%PDF-1.7 words"))
    headers = client.get(address).headers
    assert headers["Content-Type"] == "application/pdf"
    assert headers["Content-Security-Policy"] == "frame-ancestors 'none'"


def test_head_is_get_without_content(client: FlaskClient, image: str) -> None:
    for headers in ({}, {"Range": "bytes=0-9"}, {"Accept-Encoding": "gzip"}):
        head, whole = client.head(image, headers=headers), client.get(image)
        assert (head.status_code, head.data) == (200, b"")
        assert sorted(head.headers) == sorted(whole.headers)


@pytest.mark.parametrize(
    ("wish", "first", "last"),
    [
        ("bytes=0-0", 0, 0),
        ("bytes=0-99", 0, 99),
        ("bytes=100-", 100, SIZE - 1),
        ("bytes=-5", SIZE - 5, SIZE - 1),
        ("bytes=5-999999999", 5, SIZE - 1),
    ],
)
def test_a_part_is_served(
    client: FlaskClient, image: str, wish: str, first: int, last: int
) -> None:
    answer = client.get(image, headers={"Range": wish, "Accept-Encoding": "gzip"})
    assert answer.status_code == 206
    assert answer.data == PNG[first : last + 1]
    assert answer.headers["Content-Range"] == f"bytes {first}-{last}/{SIZE}"
    assert answer.headers["Content-Length"] == str(last + 1 - first)
    assert answer.headers["ETag"] == client.head(image).headers["ETag"]


@pytest.mark.parametrize("wish", [f"bytes={SIZE}-", "bytes=99999999-"])
def test_a_part_beyond_the_end_is_refused_with_the_size_and_never_cached(
    client: FlaskClient, image: str, wish: str
) -> None:
    answer = client.get(image, headers={"Range": wish})
    assert answer.status_code == 416
    assert answer.headers["Content-Range"] == f"bytes */{SIZE}"
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "wish",
    [
        "bytes=0-1,5-6",
        "lines=0-1",
        "bytes=b-c",
        "bytes=5-1",
        "bytes",
        "",
        "bytes=-",
        "bytes=-99999999",
    ],
)
def test_a_wish_we_do_not_know_gets_the_whole(client: FlaskClient, image: str, wish: str) -> None:
    answer = client.get(image, headers={"Range": wish})
    assert (answer.status_code, answer.data) == (200, PNG)


def test_a_part_is_served_only_of_what_the_reader_began_with(
    client: FlaskClient, image: str
) -> None:
    tag = client.head(image).headers["ETag"]
    for condition, status in ((tag, 206), ('"other"', 200), ("Tue, 25 Aug 2026 12:00:00 GMT", 200)):
        headers = {"Range": "bytes=0-1", "If-Range": condition}
        assert client.get(image, headers=headers).status_code == status


@pytest.mark.promise(114)
@pytest.mark.parametrize("more", [{}, {"Range": "bytes=0-1"}])
def test_no_date_of_a_reader_keeps_a_file_from_it(
    client: FlaskClient, image: str, more: dict[str, str]
) -> None:
    for date in ("Fri, 01 Jan 99999999999 00:00:00 GMT", "Fri, 01 Jan 2060 00:00:00 GMT", "x"):
        for name in ("If-Modified-Since", "If-Unmodified-Since", "If-Range"):
            answer = client.get(image, headers={name: date, **more})
            whole = not more or name == "If-Range"
            assert (answer.status_code, answer.data) == ((200, PNG) if whole else (206, PNG[:2]))


@pytest.mark.parametrize("more", [{}, {"Range": "bytes=0-1"}])
def test_who_holds_it_is_spared_it(client: FlaskClient, image: str, more: dict[str, str]) -> None:
    full = client.get(image)
    short = client.get(image, headers={"If-None-Match": full.headers["ETag"], **more})
    assert (short.status_code, short.data) == (304, b"")
    assert "Content-Type" not in short.headers
    for name in ("ETag", "Cache-Control", "Vary"):
        assert short.headers[name] == full.headers[name]
    refused = client.get(image, headers={"If-Match": '"other"', **more})
    assert (refused.status_code, refused.text) == (412, "Precondition Failed\n")
    assert refused.headers["Cache-Control"] == "no-store"


def test_as_many_as_there_are_places_for_may_take_large_files_at_once(
    client: FlaskClient, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.site.views.files.PLACES", BoundedSemaphore(2))
    size = WHOLE + 1
    content = b"%PDF-1.7".ljust(size, b" ")
    address = office.address(office.attach("demining", "large.pdf", content))
    slow = [client.get(address) for _ in range(2)]
    busy = client.get(address)
    assert (busy.status_code, busy.headers["Cache-Control"]) == (503, "no-store")
    assert busy.headers["Retry-After"] == "10"
    assert client.head(address).status_code == 200
    assert client.get(address, headers={"Range": "bytes=1-3"}).data == b"PDF"
    for answer in slow:
        assert (answer.status_code, answer.content_length) == (200, size)
        answer.close()
    again = client.get(address)
    assert again.data == content
    again.close()


def test_a_server_that_can_send_files_itself_is_given_a_large_one(
    client: FlaskClient, office: Office
) -> None:
    """PEP 3333, `wsgi.file_wrapper`: it need not keep a reader's pace with a thread of its own."""
    content = b"%PDF-1.7".ljust(WHOLE + 2, b" ")
    address = office.address(office.attach("demining", "large.pdf", content))
    given = list[FileWrapper]()

    def wrapper(file: Any, size: int) -> FileWrapper:
        given.append(FileWrapper(file, size))
        return given[-1]

    environ = {"wsgi.file_wrapper": wrapper}
    for wish, length in (("", WHOLE + 2), ("bytes=1-", WHOLE + 1)):
        answer = client.get(address, headers={"Range": wish}, environ_overrides=environ)
        assert len(answer.data) == length
        answer.close()
    assert len(given) == 2


def test_content_that_is_missing_is_a_failure_and_not_half_an_answer(
    client: FlaskClient, storage: Storage, site: Site, image: str
) -> None:
    for path in Attachments(storage, site).folder.iterdir():
        path.unlink()
    client.application.testing = False
    answer = client.get(image)
    assert (answer.status_code, answer.headers["Cache-Control"]) == (500, "no-store")


@pytest.mark.parametrize(
    ("code", "original", "headings", "size"),
    [
        ("en", "Download the original:", {"Pictures", "Files"}, "10 kB"),
        ("fr", "Télécharger l’original :", {"Images", "Fichiers"}, "10 ko"),
        ("de", "Original herunterladen:", {"Bilder", "Dateien"}, "10 kB"),
    ],
)
def test_the_page_of_a_release_shows_its_pictures_and_lists_its_files(
    page: Callable[[str], Any],
    office: Office,
    image: str,
    code: str,
    original: str,
    headings: set[str],
    size: str,
) -> None:
    html = page(f"/{code}/releases/demining")
    (link,) = [one for one in html.all("a") if one["href"] == image]
    assert link["type"] == "image/png"
    assert html.text("figcaption") == f"{original} {NAME} (PNG, {size.replace(' ', chr(0xA0))})"
    office.attach("demining", "plan.pdf", b"%PDF-1.7 plan")
    office.attach("demining", "second.png", PNG + b"2")
    again = page(f"/{code}/releases/demining")
    assert headings <= set(again.text("h2").split())
    assert "plan.pdf" in again.text("li")


def test_the_page_says_of_an_image_what_it_shows_and_whom_it_is_owed_to(
    page: Callable[[str], Any], office: Office
) -> None:
    words = Words("A <bridge> & a quay", "Velmora")
    office.attach("demining", "bridge.png", png(1600, 900), words)
    html = page("/en/releases/demining")
    (image,) = html.all("img")
    assert (image["alt"], image["width"], image["height"]) == (words.alt, "1600", "900")
    assert html.text("figcaption") == (
        "Credit: \u2068Velmora\u2069 – Download the original: bridge.png "
        "(PNG, 1600 × 900, 29\xa0bytes)"
    )
    assert "Crédit : \u2068Velmora" in page("/fr/releases/demining").text("figcaption")


def test_a_page_without_files_has_no_list_and_one_of_them_a_new_tag(
    client: FlaskClient, page: Callable[[str], Any], office: Office
) -> None:
    assert "Files" not in page("/en/releases/demining").text("h2")
    before = client.get("/en/releases/demining").headers["ETag"]
    office.attach("demining")
    assert client.get("/en/releases/demining").headers["ETag"] != before


@pytest.mark.parametrize("extension", FORMATS)
def test_a_feed_shows_other_words_of_a_file_at_once(
    client: FlaskClient, office: Office, extension: str
) -> None:
    feed = f"/en/all.{extension}"
    office.attach("demining")
    before = client.get(feed)
    office.attach("demining", words=Words("The fields of Sarrel", "Velmora"))
    after = client.get(feed, headers={"If-None-Match": before.headers["ETag"]})
    assert after.status_code == 200
    assert "The fields of Sarrel" in after.text


@pytest.mark.parametrize("extension", FORMATS)
def test_a_feed_offers_the_files_of_what_is_out(
    client: FlaskClient, clock: Any, office: Office, extension: str
) -> None:
    feed = f"/en/all.{extension}"
    before = client.get(feed)
    address = office.address(office.attach("demining"))
    after = client.get(feed, headers={"If-None-Match": before.headers["ETag"]})
    assert address not in before.text
    assert f'"https://press.example.org{address}"' in after.text
    assert str(after.last_modified) > str(before.last_modified)
    assert client.get(address).data == PNG


def test_an_attachment_under_embargo_leaves_no_trace(client: FlaskClient, office: Office) -> None:
    addresses = ["/en/", "/en/all.atom", "/en/all.json", "/feeds/"]
    before = [answer_to(client, address) for address in addresses]
    office.attach("not-yet")
    assert [answer_to(client, address) for address in addresses] == before


def test_every_address_of_a_file_is_one_path_segment() -> None:
    site = Site("https://p.example", "P", "p.example,2026", parse_languages("en"), "UTC")
    assert site.file("token", "a/b?c#d%.pdf") == (
        "https://p.example/files/token/a%2Fb%3Fc%23d%25.pdf"
    )


BRIDGE = release(
    "a-bridge",
    embargo_from(NOON - timedelta(hours=1), "Europe/Brussels"),
    text("en", "A bridge", "See [figures](#key-figures), [plan](plan.pdf).", "## Key figures"),
    text("nl", "Een brug", "Zie [cijfers](#key-figures), [plan](plan.pdf).", "## Cijfers"),
)


def with_headings(one: Release) -> Release:
    """The same with headings that are headings."""

    def seen(block: Block) -> Block:
        return replace(block, kind=Kind.HEADING) if block.markdown.startswith("## ") else block

    texts = one.texts.items()
    return replace(one, texts={c: replace(t, blocks=tuple(map(seen, t.blocks))) for c, t in texts})


@pytest.mark.promise(125, 126)
@pytest.mark.parametrize(("code", "name"), [("en", "key-figures"), ("nl", "cijfers")])
def test_the_links_of_a_text_lead_to_its_headings_and_files(
    page: Callable[[str], Any], client: FlaskClient, office: Office, code: str, name: str
) -> None:
    office.file(with_headings(BRIDGE))
    file = office.address(office.attach("a-bridge", "plan.pdf", b"%PDF-1.7 plan"))
    html = page(f"/{code}/releases/a-bridge")
    assert html.all("a", href=f"#a-bridge_{code}_{name}")
    assert len(html.all("h2", id=f"a-bridge_{code}_{name}")) == 1
    assert len(html.all("a", href=file)) == 2  # in the text, and among the files
    (item,) = [
        one
        for one in client.get(f"/{code}/all.json").get_json(force=True)["items"]
        if one["url"].endswith("/a-bridge")
    ]
    assert f'href="{item["url"]}#a-bridge_{code}_{name}"' in item["content_html"]


@pytest.mark.promise(125)
def test_a_translation_guesses_no_heading_of_an_original_that_has_others_by_now(
    page: Callable[[str], Any], storage: Storage, office: Office
) -> None:
    office.file(with_headings(BRIDGE))
    assert page("/nl/releases/a-bridge").all("a", href="#a-bridge_nl_cijfers")
    more = Block(Kind.HEADING, "## Background")
    was, number = with_headings(BRIDGE).original, office.number("a-bridge")
    with storage.write() as db:
        releases.save_text(db, number, replace(was, blocks=(*was.blocks, more)), NOON)
    html = page("/nl/releases/a-bridge")
    assert not [link for link in html.all("a") if link["href"].startswith("#a-bridge_nl_")]
    assert "cijfers" in html.text("p")


@pytest.mark.promise(162, 164)
def test_a_page_shows_sizes_of_a_picture_that_are_kept_like_the_file(
    client: FlaskClient, page: Callable[[str], Any], office: Office, image: str
) -> None:
    office.attach("demining", "quay.jpg", taken("JPEG", scene(700, 500)))
    before = client.get("/en/releases/demining").headers["ETag"]
    assert Rendering(office.storage, lambda: NOON).run() == 2  # one of them is broken
    assert client.get("/en/releases/demining").headers["ETag"] != before
    (sized,) = [one for one in page("/en/releases/demining").all("img") if "srcset" in one]
    addresses = [part.split()[0] for part in sized["srcset"].split(", ")]
    assert [address.rpartition("/")[2] for address in addresses] == [
        *("quay-320.webp", "quay-640.webp", "quay-700.webp")
    ]
    kept = client.get(image).headers["Cache-Control"]
    for address in [*addresses, sized["src"]]:
        answer = client.get(address)
        assert (answer.status_code, answer.headers["Cache-Control"]) == (200, kept)
        assert answer.mimetype == ("image/jpeg" if address.endswith("jpg") else "image/webp")
        assert not [secret for secret in SECRETS if secret in answer.data]
        tagged = client.get(address, headers={"If-None-Match": answer.headers["ETag"]})
        assert tagged.status_code == 304
