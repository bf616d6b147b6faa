"""Which bytes are a plain poll, and which a whole answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.web.gatehouse import head
from web.wire import LONGEST_HEAD, Stamp, Wish, is_unfinished, read_answer, read_wish

PLAIN = head("/en/all.atom", **{"Accept-Encoding": "gzip", "If-None-Match": '"a", W/"b"'})
WISH = Wish("GET", "/en/all.atom", "gzip", '"a", W/"b"', None)
ANSWER = (
    b"HTTP/1.1 200 OK\r\netag: x\r\ncache-control: public, max-age=5\r\ncontent-length: 5\r\n"
    b"connection: close\r\n\r\nwords"
)


def test_a_plain_poll_is_read() -> None:
    assert read_wish(PLAIN) == WISH
    assert read_wish(head("/feeds.opml", "HEAD", Connection="Keep-Alive")) == Wish(
        "HEAD", "/feeds.opml", "identity", None, None
    )
    assert read_wish(head("/en/", **{"if-modified-SINCE": "\t now "})) == Wish(
        "GET", "/en/", "identity", None, "now"
    )


def test_a_question_is_a_plain_poll_but_for_its_connection() -> None:
    question = WISH.question()
    assert read_wish(question) is None
    assert read_wish(question.replace(b"Connection: close\r\n", b"")) == WISH


@pytest.mark.parametrize(
    "said",
    [
        PLAIN + b"x",
        PLAIN[:-1],
        head("/en/", "POST"),
        head("/en/", "get"),
        head("/en/", version="1.0"),
        head("/en/?page=2"),
        head("/en/%20"),
        head("/healthz"),
        head("/files/a/b"),
        head("http://a/en/"),
        head("/en/", Host=""),
        head("/en/", Host="a b"),
        head("/en/", Range="bytes=0-"),
        head("/en/", Connection="close"),
        head("/en/", Connection="keep-alive, upgrade"),
        head("/en/", Upgrade="h2c"),
        head("/en/", Expect="100-continue"),
        head("/en/", **{"Content-Length": "0"}),
        head("/en/", **{"Transfer-Encoding": "chunked"}),
        head("/en/", If_None_Match="*"),
        head("/en/", **{"X ": "y"}),
        head("/en/", X="é"),
        head("/en/", X="y\0"),
        head("/en/", X="y\rz"),
        head("/en/", X="y\nz"),
        head("/en/", X="y\r\n folded"),
        head("/en/", X="y\r\nHost: other"),
        head("/en/", X="y\r\nX: z"),
        head("/en/", X="y\r\nno colon"),
        head("/en/", X="y" * LONGEST_HEAD),
        head("/en/", **{f"X{n}": "y" for n in range(100)}),
        b"GET /en/ HTTP/1.1\r\n\r\n",
        b"",
    ],
    ids=lambda said: repr(said[:60]),
)
def test_what_is_not_exactly_one_is_none(said: bytes) -> None:
    assert read_wish(said) is None


@given(st.binary(), st.integers(0, len(PLAIN)), st.integers(0, 9))
def test_bytes_that_are_no_poll_are_never_read_as_another(
    noise: bytes, place: int, less: int
) -> None:
    said = PLAIN[:place] + noise + PLAIN[place + less :]
    if wish := read_wish(said):
        assert said.startswith((b"GET /en/", b"HEAD /en/"))
        assert said.find(b"\r\n\r\n") == len(said) - 4
        assert wish.question().isascii()


PRINTABLE = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=40)
WEIGHTS = st.sampled_from(["gzip;q=nan", "br;q=1e999", "*;q=-1", "gzip;q=", "a*=b'c", ",;=,", '"'])


@given(st.lists(PRINTABLE | WEIGHTS).map(", ".join))
def test_no_wish_for_a_coding_is_too_strange_to_be_read(wish: str) -> None:
    said = head("/en/", **{"Accept-Encoding": wish})
    assert read_wish(said) or len(said) > LONGEST_HEAD


def test_every_beginning_of_a_poll_is_waited_for() -> None:
    for length in range(len(PLAIN)):
        assert is_unfinished(PLAIN[:length])
        assert read_wish(PLAIN[:length]) is None
    assert not is_unfinished(PLAIN)


@pytest.mark.parametrize(
    "said",
    [b"P", b"GE ", b"GET h", b"GET /\n", b"HEAD /\r\n\r\n", b"GET /" + bytes(9000)],
    ids=repr,
)
def test_what_can_be_none_is_not_waited_for(said: bytes) -> None:
    assert not is_unfinished(said)


def test_an_answer_loses_the_header_of_its_hop_only() -> None:
    said = read_answer(ANSWER, "GET")
    assert said is not None
    assert said.head + said.body.raw == ANSWER.replace(b"connection: close\r\n", b"")
    assert said.is_public


def test_an_answer_whose_end_is_not_certain_is_none() -> None:
    for length in range(len(ANSWER)):
        assert read_answer(ANSWER[:length], "GET") is None
    assert read_answer(ANSWER + b"x", "GET") is None
    assert read_answer(ANSWER, "HEAD") is None
    no_length = ANSWER.replace(b"content-length: 5\r\n", b"")
    assert read_answer(no_length, "GET") is None
    assert read_answer(no_length.replace(b"etag: x", b"transfer-encoding: chunked"), "GET") is None
    assert read_answer(ANSWER.replace(b"200 OK", b"100 Continue"), "GET") is None


def test_answers_without_content_are_whole_without_it() -> None:
    bare = ANSWER.removesuffix(b"words")
    assert read_answer(bare, "HEAD")
    assert read_answer(bare.replace(b"200 OK", b"304 Not Modified"), "GET")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"200 OK", b"404 Not Found"),
        (b"200 OK", b"308 Permanent Redirect"),
        (b"public, max-age=5", b"no-store"),
        (b"public, max-age=5", b"private, max-age=5"),
        (b"cache-control", b"x-cache-control"),
    ],
)
def test_what_is_not_for_everybody_is_not_said_to_be(old: bytes, new: bytes) -> None:
    said = read_answer(ANSWER.replace(old, new), "GET")
    assert said is not None
    assert not said.is_public


def test_an_answer_of_another_instant_differs_in_date_and_age_only() -> None:
    raw = (
        b"HTTP/1.1 200 OK\r\nserver: x\r\ndate: Tue, 25 Aug 2026 12:00:00 GMT\r\n"
        b"cache-control: public, max-age=60\r\ncontent-length: 38\r\n\r\n"
        b"\r\ndate: never\r\nmax-age=7 in the body\r\n"
    )
    said = read_answer(raw, "GET")
    assert said
    later = said.at(Stamp(9, b"Tue, 25 Aug 2026 12:00:51 GMT"))
    changed = raw.replace(b"12:00:00", b"12:00:51").replace(b"max-age=60", b"max-age=9")
    assert later.head + later.body.raw == changed
    assert later.at(Stamp(60, b"Tue, 25 Aug 2026 12:00:00 GMT")) == said
