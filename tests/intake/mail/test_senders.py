"""Who sent a mail is one address, and only our own server's word for it counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.mail.headers import MailHeader, read_header
from intake.mail.senders import is_authentic, is_automatic, sender_of

HOST, PRESS = "mx.press.example.org", "press@corvane.example"
PASSES = [
    "dmarc=pass (p=REJECT sp=NONE dis=NONE) header.from=corvane.example",
    "dkim=pass header.d=corvane.example",
    "dkim=pass header.i=@mail.corvane.example header.s=x; spf=none smtp.mailfrom=x.example",
    "spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=bounce@out.corvane.example",
    "DKIM=Pass header.d=Corvane.example",
    "spf=fail smtp.mailfrom=a@list.example; dkim=pass header.d=corvane.example",
]
FAILS = [
    "none",
    "dmarc=fail header.from=corvane.example; dkim=pass header.d=corvane.example",
    "dmarc=pass header.from=evil.example",
    "dkim=pass header.d=evil.example; spf=pass smtp.mailfrom=x@evil.example",
    "dkim=fail header.d=corvane.example",
    "spf=pass smtp.mailfrom=evilcorvane.example",
    "spf=pass smtp.mailfrom=corvane.example.evil.example",
    "spf=pass smtp.mailfrom=example",
    "spf=pass smtp.helo=corvane.example",
    'spf=pass smtp.mailfrom="a; dkim=pass header.d=corvane.example"@evil.example',
    'spf=pass smtp.mailfrom="a\\"; dkim=pass header.d=corvane.example; x="@evil.example',
    "spf=pass (helo=x (dkim=pass; dkim=pass header.d=corvane.example) smtp.mailfrom=evil.example",
    "spf=pass (helo=x); dkim=pass header.d=corvane.example) smtp.mailfrom=evil.example",
    'dkim=pass header.d=corvane.example; spf=pass smtp.mailfrom="x',
    'dkim=pass header.d=corvane.example; spf=pass smtp.mailfrom="x\\',
]


def header(*lines: str) -> MailHeader:
    return read_header("\n".join((*lines, "")).encode())


def found(results: str, host: str = HOST) -> MailHeader:
    return header(f"Authentication-Results: {host}; {results}", f"From: {PRESS}")


@pytest.mark.parametrize("results", PASSES)
def test_what_our_server_found_to_be_from_the_senders_domain_is_authentic(results: str) -> None:
    assert is_authentic(found(results), HOST, PRESS)
    assert is_authentic(found(results, f"{HOST} 1"), HOST.upper(), PRESS)


@pytest.mark.parametrize("results", FAILS)
def test_anything_else_is_not(results: str) -> None:
    assert not is_authentic(found(results), HOST, PRESS)


@pytest.mark.parametrize("results", PASSES)
def test_what_another_server_found_does_not_count(results: str) -> None:
    assert not is_authentic(found(results, "mx.evil.example"), HOST, PRESS)
    assert not is_authentic(header(f"From: {PRESS}"), HOST, PRESS)


@pytest.mark.parametrize("results", PASSES)
def test_only_the_topmost_of_ours_counts(results: str) -> None:
    both = header(
        f"Authentication-Results: {HOST}; spf=fail smtp.mailfrom=corvane.example",
        f"Authentication-Results: {HOST}; {results}",
    )
    assert not is_authentic(both, HOST, PRESS)


@given(st.text(max_size=200))
def test_no_results_break_their_reader(results: str) -> None:
    is_authentic(found(" ".join(results.split())), HOST, PRESS)


@pytest.mark.parametrize(
    ("value", "address"),
    [
        (PRESS, PRESS),
        (f"Press <{PRESS.upper()}>", PRESS),
        (f'"Press, Ministry" <{PRESS}>', PRESS),
        (f"=?utf-8?q?Presse?= <{PRESS}>", PRESS),
        (f'"{PRESS}" <x@evil.example>', "x@evil.example"),
        (f"{PRESS}, x@evil.example", ""),
        (f"x@evil.example, {PRESS}", ""),
        (f"{PRESS} <x@evil.example>", ""),
        (f"<x@evil.example> <{PRESS}>", ""),
        (f"Group: {PRESS}, b@corvane.example;", ""),
        ("nobody", ""),
        ("", ""),
        ("<>", ""),
        (f"{'(' * 5000} {PRESS}", ""),
    ],
)
def test_a_sender_is_one_address_or_none(value: str, address: str) -> None:
    assert sender_of(header(f"From: {value}")) == address


def test_two_froms_are_nobodys() -> None:
    assert sender_of(header(f"From: {PRESS}", "From: x@evil.example")) == ""
    assert sender_of(header("To: x")) == ""


@pytest.mark.parametrize(
    "line",
    [
        "Auto-Submitted: auto-replied",
        "Auto-Submitted: auto-generated; x=y",
        "Precedence: bulk",
        "List-Id: <press.lists.example>",
        "Return-Path: <>",
        "Content-Type: multipart/report; report-type=delivery-status",
    ],
)
def test_what_programs_send_is_automatic(line: str) -> None:
    assert is_automatic(header(line))


@pytest.mark.parametrize("line", ["Auto-Submitted: no", "Return-Path: <a@b.example>", "X: y"])
def test_what_people_send_is_not(line: str) -> None:
    assert not is_automatic(header(line))
