"""What mail servers say of letters they gave up is understood, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delivery.mail.bounces import MOST, Returned, read
from press.telling.suppressing import is_for_good
from tests.delivery.mail.returned import EVERY, FOR_GOOD, FOR_NOW, JANE, NONE, postfix, report

PATTERN = "press+TOKEN@example.org"
NAME = "12-AbCdEfGhIjKlMnOpQrStUvWxYz_"


@pytest.mark.parametrize("server", FOR_GOOD)
def test_a_server_that_knows_no_such_person_is_understood(server: str) -> None:
    (found,) = read(FOR_GOOD[server](), PATTERN).reports
    assert found.recipients == (JANE,)
    assert found.is_permanent
    assert found.status in {"5.1.1", "5.1.10"}
    assert is_for_good(permanent=found.is_permanent, status=found.status)


@pytest.mark.parametrize("server", FOR_NOW)
def test_what_is_about_today_is_told_from_what_is_for_good(server: str) -> None:
    (found,) = read(FOR_NOW[server](), PATTERN).reports
    assert found.recipients == (JANE,)
    assert not is_for_good(permanent=found.is_permanent, status=found.status)


@pytest.mark.parametrize("kind", NONE)
def test_what_is_no_report_of_a_letter_given_up_is_none(kind: str) -> None:
    assert read(NONE[kind](), PATTERN).reports == ()


def test_a_server_without_a_status_is_judged_by_its_reply() -> None:
    fields = "Final-Recipient: rfc822; {who}\nAction: failed\nDiagnostic-Code: smtp; "
    for reply, is_permanent in (("550 no", True), ("552 full", False), ("451 later", False)):
        (found,) = read(report(fields + reply), "").reports
        assert (found.status, found.is_permanent) == ("", is_permanent)


def test_a_network_address_is_no_status() -> None:
    fields = (
        "Final-Recipient: rfc822; {who}\nAction: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; "
    )
    (found,) = read(report(fields + "host 5.1.1.9 said: 550 no"), "").reports
    assert found.status == "5.0.0"


@pytest.mark.parametrize("server", FOR_GOOD)
def test_the_name_of_a_letter_is_read_from_the_address_it_came_back_to(server: str) -> None:
    assert read(FOR_GOOD[server](to=f"press+{NAME}@example.org"), PATTERN).tokens == (NAME,)


@pytest.mark.parametrize("field", ["Delivered-To", "X-Original-To", "Envelope-To"])
def test_an_address_that_the_mail_server_here_noted_counts_too(field: str) -> None:
    mail = f"{field}: <PRESS+{NAME.lower()}@Example.ORG>\n".encode() + postfix()
    assert read(mail, PATTERN).tokens[-1] == NAME.lower()


@pytest.mark.parametrize(
    "address", [f"x.press+{NAME}@example.org", f"press+{NAME}@example.org.example.com"]
)
def test_an_address_beside_ours_names_nothing(address: str) -> None:
    assert read(postfix(to=address), PATTERN).tokens == ()


def test_links_of_ours_in_what_came_back_are_found() -> None:
    assert read(postfix(link=f"/follow/unsubscribe/{NAME}"), "").links == (NAME,)


def test_what_a_server_says_is_one_line_without_an_address() -> None:
    (found,) = read(postfix(), "").reports
    assert found.diagnosis.endswith(
        "Recipient address rejected: User unknown in virtual mailbox table"
    )
    assert "jane" not in found.diagnosis.lower()
    assert "@" not in found.diagnosis


def test_a_name_alone_is_no_part_of_it_either() -> None:
    fields = (
        "Final-Recipient: rfc822; {who}\nAction: failed\nStatus: 5.1.1\n"
        "Diagnostic-Code: smtp; 550 5.1.1 no such user Jane.Doe here"
    )
    (found,) = read(report(fields), "").reports
    assert found.diagnosis == "smtp; 550 5.1.1 no such user … here"


HOSTILE = {
    "nothing": b"",
    "no header": b"\n\n\n",
    "deep": b"".join(
        b"Content-Type: multipart/report; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(2000)
    ),
    "charset": postfix().replace(b"us-ascii", b"x-no-such\xff\xfe"),
    "bytes": postfix().replace(b"rfc822; ", b"rfc822; \xff\xfe\x00"),
    "coding": postfix().replace(
        b"Content-Type: message/delivery-status",
        b"Content-Transfer-Encoding: base64\nContent-Type: message/delivery-status",
    ),
    "long": b"From: postmaster@example.org\n\n" + b"a@" * MOST,
    "spaces": b"From: postmaster@example.org\nContent-Type: " + b" ;\n" * 100_000,
    "parameters": b'Content-Type: multipart/report; x="' + b';"\\' * 1000 + b"\n\nx",
    "many": postfix().replace(b"\nAction", b"\nAction: failed\n\nAction" * 500),
    "no end": postfix()[:900],
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_no_mail_stops_whoever_reads_it(kind: str) -> None:
    assert isinstance(read(HOSTILE[kind], PATTERN), Returned)


@given(
    st.sampled_from(sorted(EVERY)),
    st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=12), st.integers(0, 300)), max_size=6),
)
def test_a_mail_that_was_spoilt_on_its_way_stops_nobody_who_reads_it(
    kind: str, spoilt: list[tuple[float, bytes, int]]
) -> None:
    mail = EVERY[kind](to=f"press+{NAME}@example.org", link=f"/follow/manage/{NAME}")
    for where, new, length in spoilt:
        at = int(where * len(mail))
        mail = mail[:at] + new + mail[at + length :]
    found = read(mail, PATTERN)
    assert isinstance(found, Returned)
    assert len(found.links) <= 20


@given(st.binary(max_size=3000))
def test_bytes_that_are_no_mail_are_no_report(mail: bytes) -> None:
    assert read(mail, PATTERN).reports == ()
