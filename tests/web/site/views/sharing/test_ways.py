"""Telling others of a release, and nobody of who reads it."""

import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from flask.testing import FlaskClient

from press.words import WORDS, say
from tests.web.reading import Html
from web.site.views.sharing.ways import NETWORKS

Read = Callable[[str], Html]
BASE = "https://press.example.org"
CODES = tuple(WORDS)


def links(html: Html) -> list[dict[str, str]]:
    return [a for a in html.all("a") if a.get("rel") == "noopener noreferrer"]


@pytest.mark.promise(173)
@pytest.mark.parametrize("code", CODES)
def test_a_release_is_shared_by_plain_links_that_say_nothing_of_the_reader(
    page: Read, code: str
) -> None:
    html = page(f"/{code}/releases/demining")
    found = links(html)
    assert len(found) == 1 + len(NETWORKS)
    assert {frozenset(one) for one in found} == {frozenset({"rel", "href"})}
    assert html.all("details", **{"class": "share"})
    words = html.text("details")
    for key in ("share", "follow_by_mail", "share_quiet", "embed_release", "embed_how"):
        assert say(code, key) in words
    assert all(name in words for name in NETWORKS)


@pytest.mark.promise(173)
def test_each_is_given_the_headline_and_the_address_whatever_is_in_them(page: Read) -> None:
    headline, address = "<script>alert(1)</script> & “more”", f"{BASE}/en/releases/script"
    for link in links(page("/en/releases/script")):
        parts = urlsplit(link["href"])
        given = parse_qs(parts.query, strict_parsing=True)
        assert address in " ".join(value for values in given.values() for value in values)
        if parts.netloc in ("bsky.app", "wa.me", "x.com") or parts.scheme == "mailto":
            assert any(headline in value for values in given.values() for value in values)
        assert parts.scheme == "mailto" or f"{parts.scheme}://{parts.netloc}/" in "".join(
            NETWORKS.values()
        )


def test_a_mail_has_the_headline_as_its_subject_and_the_address_below(page: Read) -> None:
    (mail, *_) = links(page("/nl/releases/demining"))
    given = parse_qs(urlsplit(mail["href"]).query, strict_parsing=True)
    headline = "Velmora ruimt de laatste mijnenvelden van de Sarrelvallei"
    assert given["subject"] == [headline]
    assert given["body"] == [f"{headline}\r\n\r\n{BASE}/nl/releases/demining"]


def test_words_that_stand_in_are_shared_at_their_own_page(page: Read) -> None:
    shared = [link["href"] for link in links(page("/de/releases/demining"))]
    assert all("%2Fen%2Freleases%2Fdemining" in address for address in shared)


@pytest.mark.promise(172, 173)
@pytest.mark.parametrize(
    "address", ["/fr/releases/demining", "/en/releases/script", "/feeds/", "/nl/feeds/"]
)
def test_the_code_to_copy_is_a_frame_that_shows_a_page(
    page: Read, client: FlaskClient, address: str
) -> None:
    html = page(address)
    assert not html.all("iframe")
    codes = [words for path, words in html.words if path[-1] == "code" and "<iframe" in words]
    assert len(codes) == (1 if "/releases/" in address else 3)
    for code in codes:
        (frame,) = Html(code).all("iframe")
        assert frame["title"]
        answer = client.get(frame["src"].removeprefix(BASE))
        assert answer.status_code == 200
        assert "frame-ancestors *" in answer.headers["Content-Security-Policy"]


PAGES = ["/en/", "/fr/peace-and-security/", "/nl/releases/demining", "/de/releases/compass"]
PAGES += ["/feeds/", "/fr/feeds/", "/en/search?q=mines", "/en/nowhere/", "/en/all/embed"]
PAGES += ["/fr/releases/demining/embed"]
FETCHED = {"src", "srcset", "poster", "data", "background", "action", "formaction"}
# What browsers fetch by themselves where a page names it.
LINKED = {"stylesheet", "icon", "preload", "prefetch", "modulepreload", "preconnect"}
LINKED |= {"dns-prefetch", "manifest", "apple-touch-icon", "mask-icon"}


@pytest.mark.promise(174)
@pytest.mark.parametrize("address", PAGES)
def test_no_page_asks_anything_of_another_host(
    client: FlaskClient, page: Read, address: str
) -> None:
    html = page(address)
    asked = [a[name] for _, a in html.elements for name in a if name in FETCHED]
    asked += [a["href"] for a in html.all("link") if LINKED & set(a["rel"].split())]
    assert asked
    for one in asked:
        assert one.startswith("/")
        assert not one.startswith("//")
    assert not [a for _, a in html.elements if "ping" in a or "http-equiv" in a]
    for name in (one for one in asked if one.endswith(".css") or ".css?" in one):
        style = client.get(name).text
        assert "url(" not in style
        assert "@import" not in style


@pytest.mark.promise(174)
@pytest.mark.parametrize("address", PAGES)
def test_nor_would_a_browser_let_it(client: FlaskClient, address: str) -> None:
    policy = client.get(address).headers["Content-Security-Policy"].split("; ")
    assert "default-src 'none'" in policy
    for part in policy:
        name, _, allowed = part.partition(" ")
        assert name == "frame-ancestors" or allowed in ("'self'", "'none'"), part


@pytest.mark.parametrize("code", CODES)
def test_the_code_of_a_frame_has_a_button_and_words_of_its_own_for_where_it_fails(
    page: Read, client: FlaskClient, code: str
) -> None:
    shared = client.get(f"/{code}/releases/demining").text.partition('class="share"')[2]
    assert re.search(r"</code> <button [^>]*class=\"copy\"[^>]* hidden>", shared)
    listed = page("/feeds/" if code == "en" else f"/{code}/feeds/").all("button")
    topics = {one.get("data-failed") for one in listed}
    assert topics == {None, say(code, "not_copied")}
