"""Every address an application answers, from its own address map, and ways of asking for it."""

from collections.abc import Iterator, Mapping
from itertools import product
from urllib.parse import quote

from flask import Flask
from flask.testing import FlaskClient

from feeds import FORMATS
from press.topic import ALL
from tests.flows.hidden import ANNEX, OLD, PEACE, QUIET, SIZE, SMALLER, WORD, Hidden, Places

READING, OTHERS = ("GET", "HEAD"), ("POST", "OPTIONS")  # what readers send matters to the former
Answer = tuple[int, list[tuple[str, str]], bytes]
Fillings = Mapping[str, tuple[str, ...]]


def tokens(one: Hidden) -> dict[str, str]:
    """The unguessable parts of the addresses of its files, with the name of each."""
    return {one.token: ANNEX, one.size: SIZE, one.picture: SIZE, one.smaller: SMALLER}


def fillings(*hidden: Hidden) -> Fillings:
    """What may stand in place of each variable of an address, for some releases."""
    return {
        "lang": ("en", "fr"),
        "extension": tuple(FORMATS),
        "topic": tuple(one.topic for one in hidden),
        "slug": tuple(one.slug for one in hidden),
        # Of attachments. A preview is for whoever holds its link: while it is good it is meant to
        # show its release, and once it has ended to say so (below).
        "token": tuple(token for one in hidden for token in tokens(one)),
        # Of mails to those who follow: nobody's.
        "link": (f"1-{'x' * 27}",),
        "name": (ANNEX, SIZE, SMALLER),
        "part": ("2026-08",),
        "month": ("2026-08", "2026-08-2", "2026-09"),
        "year": ("2026",),
        "month_number": ("08",),
    }


def fillings_of_all(places: Places) -> Fillings:
    values = dict(fillings(*places.hidden.values(), NOWHERE))
    values["lang"] += ("xx",)
    values["topic"] += (ALL, PEACE, QUIET, OLD)
    values["month"] += ("1970-01", "2026-05", "2026-06")
    values["month_number"] += ("05", "09")
    values["part"] += ("1970-01", "2026-04", "2026-06", "2026-8")
    values["slug"] += (places.known_slug,)
    values["name"] += ("style.css",)
    return values


NOWHERE = Hidden(0, "nowhere", "nothing", "f" * 32, "e" * 32, "d" * 32, "c" * 32, "0" * 43)


def addresses(app: Flask, values: Fillings, needs: frozenset[str] = frozenset()) -> list[str]:
    """Every address the application answers, with these values for its variables.

    Args:
        app: whose address map it is.
        values: for each variable.
        needs: leave out addresses without any of these variables; none leaves out nothing.
    """
    found, base_url = [], app.extensions["newsroom"].front.site.base_url
    for rule in app.url_map.iter_rules():
        names = sorted(rule.arguments)
        unknown = set(names) - values.keys()
        assert not unknown, (
            f"{rule.rule} is a new surface, and nobody has said what may stand for {unknown}:"
            " add values to `fillings` in tests/flows/surfaces.py"
        )
        if needs and not needs & set(names):
            continue
        for chosen in product(*(values[name] for name in names)):
            built = rule.build(dict(zip(names, chosen, strict=True)))
            assert built, f"{rule.rule} cannot be asked for with {chosen}"
            found.append(built[1])
            if rule.endpoint in ("search.results", "search.feed"):  # without a question, no answer
                found.append(f"{built[1]}?q={WORD}")
            is_embedded = rule.endpoint in ("pages.home", "pages.about", "pages.release")
            if is_embedded and built[1].startswith("/en/"):  # the others are asked for the same way
                found.append(f"/oembed?url={quote(base_url + built[1], safe='')}")
    return found


def ask(client: FlaskClient, address: str, method: str = "GET", **headers: str) -> Answer:
    with client.open(address, method=method, headers=headers) as answer:
        return answer.status_code, list(answer.headers), answer.data


def headers_for(plain: Answer) -> list[dict[str, str]]:
    """What readers send along: nothing, wishes, and what they hold already."""
    held = dict(plain[1])
    return [
        {},
        {"Accept-Encoding": "gzip"},
        {"Accept-Encoding": "br"},
        {"Accept-Language": "fr;q=0.9, en;q=0.2"},
        {"If-None-Match": held.get("ETag", "*")},
        {"If-Modified-Since": held.get("Last-Modified", "Mon, 01 Jan 2024 00:00:00 GMT")},
    ]


def questions(before: FlaskClient, address: str) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Address, method and headers of everything that is asked of one surface."""
    yield f"{address}{'&' if '?' in address else '?'}page=2", "GET", {}
    for method, headers in product(READING, headers_for(ask(before, address))):
        yield address, method, headers
    for method in OTHERS:
        yield address, method, {}


def client_of(app: Flask) -> FlaskClient:
    return app.test_client(use_cookies=False)
