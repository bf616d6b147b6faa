"""Home and the pages of topics: the newest first and foremost, with pictures, by month."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from feeds.parts.attached import LEADING
from newsroom.tasks.due import rendering
from newsroom.tasks.rendering import Rendering
from press.embargo import parse_when
from press.public.site import Site
from press.releases.attachment import Attachment, Words
from press.topic import Topic, TopicPart
from storage import Storage, files, tasks, topics
from tests.conftest import NOON
from tests.intake.pictures.places import scene, written
from tests.web.reading import Html
from tests.web.samples import AID, PEACE, SECRET, ZONE, file, release, text
from tests.web.site.views.test_files import Office

Read = Callable[[str], Any]


def attach(
    storage: Storage,
    slug: str,
    name: str,
    alt: str = "",
    credit: str = "",
    *,
    pixels: tuple[int, int] = (1600, 900),
) -> None:
    """Attach a picture, or what its name says, to a release of the samples."""
    media_type = "application/pdf" if name.endswith(".pdf") else "image/jpeg"
    made = Attachment(f"token-{name}", name, media_type, 9, "0" * 64, *pixels, alt, credit)
    with storage.write() as db:
        (number,) = db.execute("SELECT id FROM release WHERE slug = ?", (slug,)).fetchone()
        files.add(db, number, made, NOON)


def sources(html: Html) -> list[str]:
    return [image["src"] for image in html.all("img")]


@pytest.mark.promise(155)
def test_the_newest_release_stands_first_with_its_picture_and_the_others_by_month(
    page: Read, storage: Storage
) -> None:
    attach(storage, "demining", "paper.pdf", "What it says")
    attach(storage, "demining", "silent.jpg")
    attach(storage, "demining", "dog.jpg", "A dog smells <a mine>", "Velmora picture desk")
    attach(storage, "demining", "second.jpg", "Another")
    attach(storage, "compass", "boat.jpg", "A boat", "Nobody told")
    html = page("/en/")
    first, other = html.all("img")
    assert first == {
        "src": "/files/token-dog.jpg/dog.jpg",
        "alt": "A dog smells <a mine>",
        "width": "1600",
        "height": "900",
        "fetchpriority": "high",
    }
    assert (other["src"], other["loading"]) == ("/files/token-boat.jpg/boat.jpg", "lazy")
    assert "fetchpriority" not in other
    assert html.text("figcaption") == "Credit: Velmora picture desk"
    headings = [words for path, words in html.words if path[-1] in {"h1", "h2"} and "main" in path]
    assert headings[0] == "All releases"
    months = [words for words in headings if re.fullmatch(r"\w+ \d{4}", words)]
    assert months == ["January 2025", "June 2022", "January 2021"]
    assert [words for path, words in html.words if "h2" in path and "article" in path] == [
        "Velmora clears the last minefields of the Sarrel valley"
    ]


@pytest.mark.promise(160)
def test_a_picture_that_is_broken_or_endless_is_a_file_among_others(
    page: Read, storage: Storage
) -> None:
    attach(storage, "demining", "cut.jpg", "A dog, cut off")
    attach(storage, "demining", "bomb.jpg", "Nothing, of many pixels")
    with storage.write() as db:
        db.execute("UPDATE file SET fault = 'it is broken' WHERE name = 'cut.jpg'")
        db.execute("UPDATE file SET width = 20000, height = 20000 WHERE name = 'bomb.jpg'")
    assert page("/en/").all("img") == []
    html = page("/en/releases/demining")
    assert html.all("img") == []
    assert {"/files/token-cut.jpg/cut.jpg", "/files/token-bomb.jpg/bomb.jpg"} <= {
        link["href"] for link in html.all("a")
    }
    assert "/files/" not in html.all("meta", property="og:image")[0]["content"]


@pytest.mark.promise(155, 160)
def test_pictures_in_lists_come_in_the_sizes_that_are_made(
    page: Read, storage: Storage, site: Site, tmp_path: Path
) -> None:
    for slug in ("demining", "compass"):
        large = written(scene(1500, 1000), "JPEG", quality=90)
        Office(storage, site, tmp_path).attach(slug, f"{slug}.jpg", large, Words("The quay"))
    assert Rendering(storage, lambda: NOON).run() == 2
    first, other = page("/en/").all("img")
    assert re.findall(r"-(\d+)\.webp (\d+)w", first["srcset"]) == [
        (width, width) for width in ("320", "640", "960", "1440")
    ]
    assert first["src"].endswith("/demining-1200.jpg")
    assert other["sizes"] != first["sizes"]


@pytest.mark.parametrize(
    ("code", "month"),
    [("en", "June 2022"), ("fr", "Juin 2022"), ("nl", "Juni 2022"), ("de", "Juni 2022")],
)
def test_the_months_are_called_as_the_reader_calls_them(page: Read, code: str, month: str) -> None:
    assert month in page(f"/{code}/").text("h2")


@pytest.mark.promise(155)
def test_what_a_picture_shows_says_its_own_language(page: Read, storage: Storage) -> None:
    attach(storage, "demining", "dog.jpg", "A dog smells a mine")
    assert page("/en/").all("img")[0].get("lang") is None
    assert page("/fr/").all("img")[0]["lang"] == "en"


def test_a_later_page_puts_no_release_before_the_others(page: Read, storage: Storage) -> None:
    attach(storage, "update-3", "three.jpg", "Three")
    html = page("/en/?page=2")
    assert not html.all("div", **{"class": "newest"})
    assert [image["loading"] for image in html.all("img")] == ["lazy"]


@pytest.mark.promise(156)
@pytest.mark.parametrize("address", ["/en/", f"/fr/{PEACE}/", "/nl/archive/", "/de/archive/2026/"])
def test_topics_come_before_the_list_and_how_to_follow_is_a_step_away(
    page: Read, address: str
) -> None:
    html = page(address)
    marks = [
        attributes.get("id") or attributes.get("class")
        for tag, attributes in html.elements
        if tag in {"main", "nav", "h2", "p"}
    ]
    assert marks.index("topics") < marks.index("content") < marks.index("to-follow")
    assert marks.index("to-follow") < marks.index("follow")
    assert html.all("a", href="#follow")
    assert len(html.all("nav", **{"class": "topics"})) == 1
    assert html.all("a", href="#content")[0]["class"] == "skip"


def test_other_pages_have_the_topics_beside_their_text(page: Read) -> None:
    html = page("/en/releases/demining")
    order = [a.get("id") for tag, a in html.elements if tag in {"main", "h2"}]
    assert order.index("content") < order.index("topics")


@pytest.mark.promise(160)
@pytest.mark.parametrize(
    ("width", "height", "is_small"), [(40, 40, True), (1200, 90, True), (1200, 800, False)]
)
def test_a_small_picture_is_never_shown_larger_than_it_is(
    page: Read, storage: Storage, width: int, height: int, is_small: bool
) -> None:
    for slug in ("demining", "compass"):
        attach(storage, slug, f"{slug}.jpg", "A dot", pixels=(width, height))
    shown = page("/en/").all("img")
    assert len(shown) == 2
    assert [one.get("class") == "small" for one in shown] == [is_small] * 2


def asked(client: FlaskClient, storage: Storage, address: str) -> list[str]:
    """What is asked of the database for a page, the instants and names left out."""
    found = list[str]()
    with storage.read() as db:
        connection = db.conn
    connection.set_trace_callback(found.append)
    try:
        assert client.get(address).status_code == 200
    finally:
        connection.set_trace_callback(None)
    return [re.sub(r"'[^']*'|\b\d+\b", "?", one) for one in found]


def test_pictures_are_asked_for_once_and_not_a_release_at_a_time(
    client: FlaskClient, storage: Storage
) -> None:
    attach(storage, "update-25", "25.jpg", "Picture 25")
    client.get("/en/nowhere")  # what every page shows is asked once a minute
    one = asked(client, storage, f"/en/{AID}/")
    for n in range(5, 25):
        attach(storage, f"update-{n}", f"{n}.jpg", f"Picture {n}")
    client.get("/en/nowhere")
    assert len(sources(Html(client.get(f"/fr/{AID}/").text))) == 19
    assert asked(client, storage, f"/en/{AID}/") == one


def picture(storage: Storage, slug: str, alts: dict[str, str], credit: str = "") -> None:
    made = Attachment("topic-token", "wind.jpg", "image/jpeg", 4, "0" * 64, 900, 300)
    with storage.write() as db:
        topics.give_picture(db, slug, made, alts, credit)
    folder = files.folder_of(storage)
    folder.mkdir(exist_ok=True)
    (folder / "topic-token").write_bytes(b"wind")


def sized(storage: Storage, slug: str) -> Topic:
    """A topic with a picture whose sizes are made."""
    picture(storage, slug, {"en": "A <wind> farm"}, "© A. Name")
    large = written(scene(1500, 1000), "JPEG", quality=90)
    (files.folder_of(storage) / "topic-token").write_bytes(large)
    with storage.write() as db:
        db.execute("UPDATE topic_picture SET size = ?", (len(large),))
        tasks.add(db, [rendering(0, "topic-token", NOON)])
    assert Rendering(storage, lambda: NOON).run() == 1
    with storage.read() as db:
        found = topics.find(db, slug)
    assert found
    return found


@pytest.mark.promise(159, 160)
def test_a_topic_shows_its_picture_in_sizes_that_are_public_with_it(
    page: Read, client: FlaskClient, storage: Storage
) -> None:
    made = sized(storage, PEACE).picture
    assert made
    shown, *others = page(f"/en/{PEACE}/").all("img")
    assert re.findall(r"-(\d+)\.webp (\d+)w", shown["srcset"]) == [
        (width, width) for width in ("320", "640", "960", "1440")
    ]
    assert shown["src"].endswith("/wind-1200.jpg")
    assert (shown["width"], shown["height"], shown["sizes"]) == ("1200", "800", LEADING)
    assert (shown["fetchpriority"], shown.get("loading")) == ("high", None)
    assert not [one for one in others if "fetchpriority" in one]
    for size in made.renditions:
        answer = client.get(f"/files/{size.token}/{size.name}")
        assert (answer.status_code, len(answer.data)) == (200, size.size)
        assert client.get(f"/files/{size.token}/wind.jpg").status_code == 404


@pytest.mark.promise(162)
def test_the_sizes_of_a_secret_topic_answer_as_what_does_not_exist(
    client: FlaskClient, storage: Storage, clock: Any
) -> None:
    made = sized(storage, SECRET).picture
    assert made
    unknown = client.get("/files/nothing/wind-320.webp")
    addresses = [f"/files/{size.token}/{size.name}" for size in made.renditions]
    for address in addresses:
        answer = client.get(address)
        assert (answer.status_code, answer.data) == (404, unknown.data)
        assert sorted(answer.headers) == sorted(unknown.headers)
    clock.now = NOON.replace(minute=1)
    assert [client.get(address).status_code for address in addresses] == [200] * 5


@pytest.mark.promise(155)
def test_the_topmost_picture_of_a_list_is_not_waited_for(page: Read, storage: Storage) -> None:
    attach(storage, "demining", "dog.jpg", "A dog")
    attach(storage, "compass", "boat.jpg", "A boat")
    top, *others = page("/en/archive/2026/").all("img")
    assert (top["src"].rpartition("/")[2], top.get("loading")) == ("dog.jpg", None)
    late = [*others, *page("/en/").all("img")[1:]]
    assert late
    assert {one["loading"] for one in late} == {"lazy"}


@pytest.mark.promise(159)
def test_a_topic_shows_its_picture_in_the_readers_words_and_whom_it_is_owed_to(
    page: Read, client: FlaskClient, storage: Storage
) -> None:
    picture(storage, PEACE, {"fr": "Un parc éolien", "de": "Ein <Windpark>"}, "© A. Name")
    shown = {"src": "/files/topic-token/wind.jpg", "width": "900", "height": "300"}
    shown["fetchpriority"] = "high"
    assert page(f"/fr/{PEACE}/").all("img")[0] == {**shown, "alt": "Un parc éolien"}
    assert page(f"/de/{PEACE}/").all("img")[0] == {**shown, "alt": "Ein <Windpark>"}
    other = page(f"/en/{PEACE}/")
    assert other.all("img")[0] == {**shown, "alt": "Un parc éolien", "lang": "fr-BE", "dir": "ltr"}
    assert other.text("figcaption") == "Credit: © A. Name"
    assert client.get(shown["src"]).data == b"wind"
    for address in ("/en/", f"/en/{AID}/", f"/en/{PEACE}/archive/2026/"):
        assert shown["src"] not in sources(page(address))


@pytest.mark.promise(159)
def test_a_credit_without_its_picture_is_on_no_page(client: FlaskClient) -> None:
    # The samples' topic has one.
    for address in (f"/en/{PEACE}/", f"/fr/{PEACE}/", "/feeds/", f"/en/{PEACE}.atom"):
        assert "picture desk" not in client.get(address).text


@pytest.mark.promise(159)
def test_the_picture_of_a_topic_is_public_exactly_when_the_topic_is(
    client: FlaskClient, storage: Storage, clock: Any
) -> None:
    picture(storage, SECRET, {"en": "Two chairs"})
    for _ in range(2):
        unknown = client.get("/files/nothing/wind.jpg")
        answer = client.get("/files/topic-token/wind.jpg")
        assert (answer.status_code, answer.data) == (404, unknown.data)
        assert sorted(answer.headers) == sorted(unknown.headers)
        clock.now = NOON.replace(second=59, microsecond=999_999)
    clock.now = NOON.replace(minute=1)
    assert client.get("/files/topic-token/wind.jpg").data == b"wind"
    assert client.get("/files/topic-token/other.jpg").status_code == 404


def test_a_new_picture_is_on_the_page_at_once_and_leaves_the_feed_as_it_is(
    page: Read, client: FlaskClient, storage: Storage
) -> None:
    tags = [client.get(f"/en/{PEACE}{end}").headers["ETag"] for end in (".atom", ".json", "/")]
    picture(storage, PEACE, {"en": "A wind farm"})
    after = [client.get(f"/en/{PEACE}{end}").headers["ETag"] for end in (".atom", ".json", "/")]
    assert after[:2] == tags[:2]
    assert after[2] != tags[2]


def test_a_renamed_topic_keeps_its_picture(storage: Storage) -> None:
    picture(storage, PEACE, {"en": "A wind farm"}, "© A. Name")
    with storage.write() as db:
        before = topics.find(db, PEACE)
        topics.rename(db, PEACE, "peace", NOON)
        after = topics.find(db, "peace")
    assert before
    assert after
    assert (after.picture, after.alts, after.credit) == (before.picture, before.alts, "© A. Name")


def test_a_machine_names_nobody_that_a_picture_is_owed_to() -> None:
    said = {"fr": "© Un nom", "nl": "© Een naam"}
    machine = {"nl": (TopicPart.CREDIT,)}
    made = Topic("wind", credit="© A. Name", credits=said, machine=machine)
    owed = [made.owed(code) for code in ("en", "fr", "nl")]
    assert owed == ["© A. Name", "© Un nom", "© A. Name"]


def test_a_list_of_one_release_has_no_empty_part(page: Read, storage: Storage) -> None:
    out = parse_when("2026-03-06 10:00", ZONE)
    file(storage, release("alone", out, text("en", "Alone", "It is."), about=("quiet",)))
    html = page("/en/quiet/")
    assert len(html.all("article")) == 1
    assert not html.all("ol", **{"class": "releases"})
