"""The pages of every footer, and what every page says of whose it is."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from newsroom.public.front import Front
from newsroom.public.standing import StandingPages
from press.contact import Contact, ContactKind
from press.errors import Refusal
from press.public.identity import Identity, Logo, PerLanguage
from press.public.site import Site
from press.topic import ALL, check_slug
from storage import Storage
from tests.web.reading import Html
from tests.web.site.test_secrecy import answer_to
from web.cache.response_cache import PUBLIC
from web.site.application import create_app

BASE = "https://press.example.org"
NASTY = "</title><script>alert(1)</script>\"'>{{ 7*7 }}"
Ask = Callable[..., Any]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "pages"
    home.mkdir()
    lay(
        home, "about.en.md", "# About us\n\nSee [the notice](legal), or [mail](mailto:a@b.example)."
    )
    lay(home, "about.fr.md", "# À propos\n\nQui *nous* sommes.")
    lay(home, "legal.nl.md", "# Juridische informatie\n\nHet is zo.")
    return home


def lay(folder: Path, name: str, words: str) -> None:
    (folder / name).write_text(words, encoding="utf-8")


@pytest.fixture
def front(storage: Storage, site: Site, folder: Path) -> Front:
    return Front(storage, site, StandingPages(folder, site.languages.codes))


def with_identity(
    storage: Storage, site: Site, clock: Any, identity: Identity, logo: bytes = b""
) -> FlaskClient:
    there = Front(storage, replace(site, identity=identity), None, logo)
    return create_app(there, clock).test_client()


@pytest.mark.promise(152)
def test_a_page_stands_in_every_footer_in_its_reader_s_language_or_says_in_which(
    client: FlaskClient,
) -> None:
    for address in ("/fr/", "/fr/feeds/", "/fr/releases/demining", "/fr/search", "/fr/nowhere"):
        page = Html(client.get(address).text)
        assert page.all("a", href="/fr/pages/about")
        assert page.all("a", href="/fr/pages/legal", lang="nl-BE", dir="ltr")
        assert "À propos" in page.text("footer")
    assert PUBLIC.fullmatch("/fr/pages/about")


@pytest.mark.promise(152)
def test_it_is_shown_in_its_reader_s_language(client: FlaskClient) -> None:
    answer = client.get("/fr/pages/about")
    page = Html(answer.text)
    assert (answer.status_code, answer.headers["Content-Language"]) == (200, "fr-BE")
    assert page.text("h1") == "À propos"
    assert "<em>nous</em>" in answer.text
    assert page.all("link", rel="canonical") == [
        {"rel": "canonical", "href": f"{BASE}/fr/pages/about"}
    ]
    assert {one["hreflang"]: one["href"] for one in page.all("link") if "hreflang" in one} == {
        "en": f"{BASE}/en/pages/about",
        "fr-BE": f"{BASE}/fr/pages/about",
        "x-default": f"{BASE}/en/pages/about",
    }
    assert page.all("a", href="/fr/pages/about", **{"aria-current": "page"})


@pytest.mark.promise(152)
def test_words_of_another_language_say_so_and_are_nobody_s_alternate(client: FlaskClient) -> None:
    answer = client.get("/de/pages/legal")
    page = Html(answer.text)
    assert page.all("span", **{"class": "mark"}, lang="nl-BE")
    assert page.all("h1", lang="nl-BE", dir="ltr")
    assert page.all("div", **{"class": "text"}, lang="nl-BE")
    assert page.all("link", rel="canonical")[0]["href"] == f"{BASE}/nl/pages/legal"
    assert not [one for one in page.all("link") if "hreflang" in one]


def test_relative_links_lead_from_page_to_page(client: FlaskClient) -> None:
    page = Html(client.get("/en/pages/about").text)
    assert page.all("a", href=f"{BASE}/en/pages/legal")
    assert page.all("a", href="mailto:a@b.example")


@pytest.mark.promise(54, 75)
@pytest.mark.parametrize(
    "path",
    [
        *("/en/pages/nowhere", "/en/pages/", "/en/pages", "/xx/pages/about", "/en/pages/About"),
        *("/en/pages/about.en.md", "/en/pages/../about", "/en/pages/about/x", "/pages/about"),
        *("/en/pages/about//", "/en/pages/%2e%2e", "/en/pages/logo.svg"),
    ],
)
def test_what_is_no_page_is_what_is_not_public(client: FlaskClient, path: str) -> None:
    lang = "en"
    assert answer_to(client, path) == answer_to(client, f"/{lang}/releases/not-yet")


@pytest.mark.promise(152)
def test_no_topic_can_be_called_as_they_are() -> None:
    with pytest.raises(Refusal, match="reserved"):
        check_slug("pages")


def test_one_slash_too_many_leads_to_it(client: FlaskClient) -> None:
    answer = client.get("/fr/pages/about/")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/fr/pages/about")
    assert client.get("/fr/pages/nowhere/").status_code == 404


@pytest.mark.promise(153)
def test_every_page_of_the_next_minute_knows_what_was_changed(
    client: FlaskClient, folder: Path
) -> None:
    paths = ["/en/", "/en/pages/about", "/en/releases/demining", "/feeds/", "/sitemaps/pages.xml"]
    before = {path: client.get(path).headers["ETag"] for path in paths}
    lay(folder, "about.en.md", "# Who we are\n\nOthers.")
    for path in paths:
        answer = client.get(path, headers={"If-None-Match": before[path]})
        assert answer.status_code == 200
        assert answer.headers["ETag"] != before[path]
        assert path.endswith(".xml") or "Who we are" in answer.text


@pytest.mark.promise(152)
def test_the_sitemap_lists_each_in_the_languages_that_have_words(client: FlaskClient) -> None:
    found = client.get("/sitemaps/pages.xml").text
    for there in ("en/pages/about", "fr/pages/about", "nl/pages/legal"):
        assert f"<loc>{BASE}/{there}</loc>" in found
    for other in ("de/pages/about", "en/pages/legal"):
        assert f"{BASE}/{other}<" not in found


@pytest.mark.promise(152)
@pytest.mark.parametrize(
    "words",
    [
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        "<img src=x onerror=alert(1)>",
        "![x](https://elsewhere.example/pixel.png)",
        '<a href="x" onclick="alert(1)">y</a>',
        "[x](data:text/html,<script>alert(1)</script>)",
        "{{ 7*7 }} {% raw %}",
    ],
)
def test_a_page_is_as_safe_as_a_release(client: FlaskClient, folder: Path, words: str) -> None:
    lay(folder, "about.en.md", f"# {words}\n\n{words}")
    lay(folder, "legal.en.md", f"# Legal {words}\n\n{words}")
    for path in ("/en/pages/about", "/en/pages/legal", "/en/"):
        page = Html(client.get(path).text)
        assert not [one for one in page.all("script") if one.get("type") != "application/ld+json"]
        assert not page.all("img")
        assert not [a for _, a in page.elements for name in a if name.startswith("on")]
        assert not [a for a in page.all("a") if a["href"].startswith(("javascript", "data"))]
    if "7*7" in words:
        assert "{{ 7*7 }}" in client.get("/en/pages/legal").text


@pytest.mark.parametrize(
    "words",
    ["[" * 30_000, "*a " * 30_000, "> " * 40_000, " " * 90_000, "`" * 90_000, "- " * 45_000],
)
def test_a_page_of_nothing_but_signs_is_shown(
    client: FlaskClient, folder: Path, words: str
) -> None:
    lay(folder, "about.en.md", f"# A\n\n{words}")
    assert client.get("/en/pages/about").status_code == 200


@pytest.mark.promise(154)
def test_every_page_says_what_it_is_who_speaks_and_whom_to_ask(
    storage: Storage, site: Site, clock: Any
) -> None:
    contact = Contact(
        ContactKind.SERVICE,
        "Press <office>",
        address=("1 Quay",),
        phones=("+999 2 555 01 00",),
        emails=("a@b.example",),
    )
    identity = Identity(
        tagline=PerLanguage((("en", "What we say"), ("fr", "Ce que nous disons"))),
        contact=PerLanguage((("en", contact),)),
    )
    client = with_identity(storage, site, clock, identity)
    for address in ("/en/", "/en/feeds/", "/feeds/", "/en/releases/demining", "/en/nowhere"):
        answer = client.get(address, follow_redirects=True)
        page = Html(answer.text)
        assert "What we say" in page.text("header")
        assert "Press <office>" in page.text("footer")
        assert page.all("a", href="mailto:a@b.example")
        assert page.all("a", href="/en/")
        assert page.all("a", href="/feeds/")
    french, german = (Html(client.get(f"/{code}/").text) for code in ("fr", "de"))
    assert "Ce que nous disons" in french.text("header")
    assert german.all("p", **{"class": "tagline"}, lang="en", dir="ltr")
    assert german.all("address", lang="en", dir="ltr")


def test_nobody_said_who_speaks_so_it_is_said_what_it_is(client: FlaskClient) -> None:
    assert "Communiqués de presse" in Html(client.get("/fr/").text).text("header")
    assert not Html(client.get("/fr/").text).all("address")


@pytest.mark.promise(154)
def test_no_name_can_become_markup(storage: Storage, site: Site, clock: Any) -> None:
    contact = Contact(
        ContactKind.SERVICE, NASTY, address=(NASTY,), sites=(f"https://x.example/{NASTY}",)
    )
    identity = Identity(
        tagline=PerLanguage((("en", NASTY),)), contact=PerLanguage((("en", contact),))
    )
    client = with_identity(storage, replace(site, title=NASTY, rights=NASTY), clock, identity)
    for address in ("/en/", "/feeds/", "/en/releases/demining", "/en/nowhere", "/en/search"):
        page = Html(client.get(address).text)
        scripts = [one for one in page.all("script") if "src" not in one]
        assert all(one == {"type": "application/ld+json"} for one in scripts)
        assert "{{ 7*7 }}" in page.text("header")
        assert not [a for _, a in page.elements for name in a if name.startswith("on")]


LOGO = Logo("logo.svg", "image/svg+xml", 220, 60, "0123")
ICON = Logo("logo.png", "image/png", 192, 192, "4567")
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 220 60"/>'


@pytest.mark.promise(151)
def test_a_sign_of_its_own_is_shown_and_can_only_be_looked_at(
    storage: Storage, site: Site, clock: Any
) -> None:
    client = with_identity(storage, site, clock, Identity(logo=LOGO), DRAWING)
    page = Html(client.get("/en/").text)
    (image,) = page.all("img", **{"class": "logo"})
    assert (image["width"], image["height"], image["alt"]) == ("220", "60", "")
    answer = client.get(image["src"])
    assert (answer.mimetype, answer.data) == ("image/svg+xml", DRAWING)
    assert answer.headers["Content-Security-Policy"] == (
        "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'"
    )
    assert "immutable" in answer.headers["Cache-Control"]
    assert f'"logo":{{"@type":"ImageObject","url":"{BASE}{image["src"]}"}}' in (
        client.get("/en/releases/demining").text
    )
    assert client.get("/static/logo.png").status_code == 404


@pytest.mark.promise(151)
def test_a_square_picture_of_its_own_stands_for_it_everywhere(
    storage: Storage, site: Site, clock: Any
) -> None:
    client = with_identity(storage, site, clock, Identity(logo=ICON), b"PNG")
    page = Html(client.get("/en/").text)
    icons = [one for one in page.all("link") if "icon" in one["rel"]]
    assert [(one["rel"], one.get("sizes")) for one in icons] == [
        ("icon", "192x192"),
        ("apple-touch-icon", None),
    ]
    for icon in icons:
        assert client.get(icon["href"]).data == b"PNG"
    assert client.get("/favicon.ico", follow_redirects=True).data == b"PNG"
    assert f"<icon>{BASE}/static/logo.png</icon>" in client.get(f"/en/{ALL}.atom").text
    rss = client.get(f"/en/{ALL}.rss").text
    assert f"<url>{BASE}/static/logo.png</url>" in rss
    assert "<width>144</width>" in rss
    assert "<height>144</height>" in rss
    assert f'"favicon":"{BASE}/static/logo.png"' in client.get(f"/en/{ALL}.json").text


@pytest.mark.promise(150)
def test_its_colours_are_on_pages_and_nowhere_else_is_ours(
    storage: Storage, site: Site, clock: Any
) -> None:
    identity = Identity(accent="#0b6b3a", accent_dark="#99ddaa")
    client = with_identity(storage, site, clock, identity)
    page = Html(client.get("/en/").text)
    (style,) = page.all("link", rel="stylesheet")
    css = client.get(style["href"]).text
    assert "--accent: #0b6b3a;" in css
    assert "--band: #0b6b3a;" in css
    assert "--accent: #99ddaa;" in css
    assert "#1d3f72" not in css + client.get("/static/icon.svg").text
    assert page.all("meta", name="theme-color")[0]["content"] == "#0b6b3a"
