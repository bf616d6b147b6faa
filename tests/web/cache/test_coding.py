"""Each asker gets the coding they would rather have, and a tag that names its bytes."""

import gzip
from collections.abc import Callable
from itertools import product

import brotli
import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from web.cache.coding import MARKS, best

UNPACK: dict[str, Callable[[bytes], bytes]] = {
    "br": brotli.decompress,
    "gzip": gzip.decompress,
    "identity": bytes,
}
ADDRESSES = ["/fr/peace-and-security.atom", "/en/all.rss", "/en/all.json", "/en/", "/feeds.opml"]


@pytest.mark.promise(50)
@pytest.mark.parametrize(
    ("wish", "coding"),
    [
        (None, "identity"),
        ("", "identity"),
        ("gzip", "gzip"),
        ("x-gzip", "gzip"),
        ("GZIP", "gzip"),
        ("br", "br"),
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("deflate", "identity"),
        ("br;q=0.5, gzip", "gzip"),
        ("br;q=0, gzip;q=0.1", "gzip"),
        ("gzip;q=0", "identity"),
        ("gzip;q=0.0, *", "br"),
        ("gzip;q=0.1, identity", "identity"),
        ("gzip;q=0.5, br;q=0.5, identity;q=0.5", "br"),
        ("identity, *;q=0", "identity"),
        ("*", "br"),
        ("*;q=0", "identity"),
        ("identity;q=0", "identity"),
        ("*;q=0, gzip", "gzip"),
        ("gzip;q=nonsense", "identity"),
    ],
)
def test_a_wish_is_weighed(wish: str | None, coding: str) -> None:
    assert best(wish) == coding


@given(st.text(max_size=400))
def test_any_wish_gets_an_answer(wish: str) -> None:
    assert best(wish) in MARKS


@pytest.mark.promise(50)
@pytest.mark.parametrize("coding", MARKS)
@pytest.mark.parametrize("address", [*ADDRESSES, "/en/nowhere/"])
def test_every_coding_holds_the_same_document(
    client: FlaskClient, address: str, coding: str
) -> None:
    plain = client.get(address)
    answer = client.get(address, headers={"Accept-Encoding": coding})
    assert answer.headers.get("Content-Encoding", "identity") == coding
    assert UNPACK[coding](answer.data) == plain.data
    assert answer.headers["Vary"] == plain.headers["Vary"] == "Accept-Encoding"


@pytest.mark.promise(49)
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_tag_is_strong_and_names_one_coding(client: FlaskClient, address: str) -> None:
    def tag_of(coding: str) -> str:
        return client.get(address, headers={"Accept-Encoding": coding}).headers["ETag"]

    plain = tag_of("identity")
    assert plain.startswith('"')
    assert tag_of("gzip") == f'{plain[:-1]}{MARKS["gzip"]}"'
    assert tag_of("br") == f'{plain[:-1]}{MARKS["br"]}"'
    assert len(set(MARKS.values())) == len(MARKS)


@pytest.mark.promise(49)
@pytest.mark.parametrize(("held", "asked"), [*product(MARKS, MARKS)])
def test_the_tag_of_one_coding_serves_every_other(
    client: FlaskClient, held: str, asked: str
) -> None:
    for address in ADDRESSES:
        tag = client.get(address, headers={"Accept-Encoding": held}).headers["ETag"]
        whole = client.get(address, headers={"Accept-Encoding": asked})
        short = client.get(address, headers={"Accept-Encoding": asked, "If-None-Match": tag})
        assert (short.status_code, short.data) == (304, b"")
        assert short.headers["ETag"] == whole.headers["ETag"]
