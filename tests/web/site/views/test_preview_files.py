"""Files of what is not out: for whoever has the link while it is good, and for nobody else."""

import re
from collections.abc import Callable
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from flask.testing import FlaskClient

from newsroom.proofs.probes import ENOUGH, Probes
from newsroom.public.front import Front
from newsroom.releases.attachments import Attachments
from newsroom.releases.previews import Previews
from press.embargo import embargo_from
from press.public.site import Site
from storage import Storage
from storage.filed import releases
from tests.conftest import NOON
from tests.web.conftest import Clock
from tests.web.reading import Html
from tests.web.samples import release, text
from tests.web.site.test_probes import alarms
from tests.web.site.test_secrecy import answer_to
from tests.web.site.views.test_files import NAME, PNG, SIZE, Office, office
from tests.web.site.views.test_previews import client, ended, link, number, previews
from web.site.application import create_app

__all__ = ["client", "ended", "link", "number", "office", "previews"]  # fixtures


@pytest.fixture
def public(office: Office) -> str:
    """The address at which everybody will find the image."""
    return office.address(office.attach("not-yet"))


@pytest.fixture
def image(client: FlaskClient, link: str, public: str) -> str:
    """Its address on the preview."""
    page = client.get(link).text
    Html(page)
    assert public not in page
    (found,) = re.findall(r'href="(/preview/[^"]+/files/[^"]+)"', page)
    return unescape(found)


@pytest.mark.parametrize("headers", [{}, {"Accept-Encoding": "gzip"}, {"If-None-Match": "x"}])
def test_a_preview_shows_its_files_and_nobody_keeps_them(
    client: FlaskClient, image: str, headers: dict[str, str]
) -> None:
    answer = client.get(image, headers=headers)
    assert (answer.status_code, answer.data, answer.mimetype) == (200, PNG, "image/png")
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert answer.headers.getlist("Referrer-Policy") == ["no-referrer"]
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert not set(answer.headers.keys()) & {"ETag", "Last-Modified", "Content-Encoding"}


def test_a_part_of_one_may_be_asked_for(client: FlaskClient, image: str) -> None:
    answer = client.get(image, headers={"Range": "bytes=0-3"})
    assert (answer.status_code, answer.data) == (206, PNG[:4])
    assert answer.headers["Content-Range"] == f"bytes 0-3/{SIZE}"
    assert answer.headers["Cache-Control"] == "private, no-store"


@pytest.mark.promise(75)
def test_at_its_public_address_a_file_that_is_previewed_is_as_unknown_as_ever(
    client: FlaskClient, image: str, public: str
) -> None:
    assert client.get(image).status_code == 200
    assert answer_to(client, public) == answer_to(client, "/en/releases/never-existed")
    for address in ("/en/", "/en/all.atom", "/en/all.rss", "/en/all.json", "/feeds/"):
        page = client.get(address).text
        assert "/preview/" not in page
        assert public.split("/")[2] not in page


def test_without_the_links_token_or_with_another_name_there_is_no_such_file(
    client: FlaskClient, image: str, previews: Previews, office: Office
) -> None:
    expected = answer_to(client, "/preview/nowhere/at/all")
    due = embargo_from(NOON + timedelta(days=1), "Europe/Brussels")
    office.file(release("a-visit", due, text("en", "A visit", "It begins.")))
    other = previews.make(office.number("a-visit"), "me", NOON)
    _, _, token, files, name = image.split("/")
    wrong = [f"/preview/{one}/{files}/{name}" for one in (other, "x" * len(token), "")]
    wrong += [f"/preview/{token}/{files}/other.png", f"/preview/{token}/{files}/"]
    wrong += [f"/preview/{token}/{files}", f"{image}/", f"/preview/{token}/fr/{name}"]
    for address in wrong:
        assert answer_to(client, address) == expected


@pytest.mark.parametrize("way", ["expired", "revoked", "withdrawn"])
def test_a_file_is_gone_when_its_link_is(
    client: FlaskClient, ended: Callable[[str], str], public: str, way: str
) -> None:
    image = f"{ended(way)}/files/{public.rsplit('/', maxsplit=1)[-1]}"
    assert answer_to(client, image) == answer_to(client, "/preview/nowhere/at/all")


def test_once_it_is_out_a_link_to_a_file_leads_to_the_page_that_everybody_reads(
    client: FlaskClient, image: str, public: str, clock: Any
) -> None:
    clock.now += timedelta(minutes=1)
    answer = client.get(image)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/en/releases/not-yet")
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert client.get(public).data == PNG


def test_a_file_that_is_taken_away_is_gone_from_its_previews(
    client: FlaskClient, image: str, office: Office, storage: Storage, site: Site
) -> None:
    Attachments(storage, site).detach(office.number("not-yet"), NAME, "me", NOON)
    assert answer_to(client, image) == answer_to(client, "/preview/nowhere/at/all")


def test_a_miss_below_a_good_link_is_kept_by_nobody_and_written_down_nowhere(
    front: Front, clock: Clock, previews: Previews, storage: Storage, image: str
) -> None:
    probes = Probes(storage)
    app = create_app(front, clock, previews=previews, probes=probes)
    for _ in range(ENOUGH + 1):
        missed = app.test_client().get(f"{image}.")
        assert (missed.status_code, missed.headers["Cache-Control"]) == (404, "private, no-store")
        assert missed.headers["Referrer-Policy"] == "no-referrer"
    probes.look(budget=10)
    probes.close()
    assert (probes.near, alarms(storage)) == (0, 0)


@pytest.mark.promise(75, 126)
def test_links_and_pictures_of_a_text_lead_to_the_previews_own_files(
    client: FlaskClient, link: str, number: int, office: Office, storage: Storage
) -> None:
    plan = office.attach("not-yet", "plan.pdf", b"%PDF-1.7 plan")
    photo = office.attach("not-yet", "bridge.png")
    with storage.write() as db:
        words = text("en", "The talks begin", "The [plan](plan.pdf).", "![The bridge](bridge.png)")
        releases.save_text(db, number, words, NOON)
    page = client.get(link).text
    html = Html(page)
    for public in (plan, photo):
        assert public.token not in page
    assert len(html.all("a", href=f"{link}/files/plan.pdf")) == 2
    (picture,) = html.all("img")
    assert picture == {
        "src": f"{link}/files/bridge.png",
        "alt": "The bridge",
        "fetchpriority": "high",
    }
    assert client.get(picture["src"]).data == PNG
