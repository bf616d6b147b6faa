"""What a mail server says decides what becomes of a letter, and of no other."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from delivery.mail.account import MailAccount
from delivery.mail.message import to_bytes
from delivery.mail.post import Acceptance, Receipt
from delivery.mail.smtp import SmtpPost, receipt_of
from press.errors import MailWaits
from tests.delivery.mail.samples import ACCOUNT, LETTER, read, words
from tests.delivery.mail.servers import DROP, MailRoom, certified, listening, log_in

CONTENT = to_bytes(LETTER, ACCOUNT)
TO = LETTER.to


@pytest.fixture
def room() -> Iterator[MailRoom]:
    with listening(MailRoom()) as room:
        yield room


def account(room: MailRoom, **changed: object) -> MailAccount:
    return replace(ACCOUNT, server=room.server, **changed)  # type: ignore[arg-type]


def send(room: MailRoom, count: int = 1, **changed: object) -> list[Receipt]:
    post = SmtpPost(account(room, **changed))
    try:
        return [post.send(LETTER, CONTENT) for _ in range(count)]
    finally:
        post.close()


def test_a_letter_arrives_as_it_was_written(room: MailRoom) -> None:
    (receipt,) = send(room, bounce="bounce+TOKEN@example.org")
    assert receipt == Receipt(Acceptance.ACCEPTED)
    (taken,) = room.taken
    assert (taken.sender, taken.to) == ("bounce+7-abc@example.org", TO)
    assert taken.content == CONTENT
    assert words(read(taken.content), "plain") == LETTER.text


def test_many_letters_go_over_one_connection(room: MailRoom) -> None:
    assert len(send(room, 5)) == len(room.taken) == 5
    assert room.connections == 1


def test_what_is_refused_for_now_may_be_tried_again_as_the_same_letter(room: MailRoom) -> None:
    room.at_data = ["451 4.3.0 try later"]
    first, again = send(room, 2)
    assert (first.acceptance, first.status) == (Acceptance.LATER, "4.3.0")
    assert first.said == "451 4.3.0 try later"
    assert again.acceptance is Acceptance.ACCEPTED
    (taken,) = room.taken
    assert read(taken.content)["Message-ID"] == f"<{LETTER.message_id}>"


def test_an_address_that_is_none_is_refused_for_good_and_the_next_letter_goes(
    room: MailRoom,
) -> None:
    room.of[TO] = f"550 5.1.1 <{TO}>: no such user reader here"
    post = SmtpPost(account(room))
    refused = post.send(LETTER, CONTENT)
    assert (refused.acceptance, refused.status) == (Acceptance.NEVER, "5.1.1")
    assert refused.is_of_address
    assert post.send(replace(LETTER, to="other@example.net"), CONTENT).acceptance == "accepted"
    post.close()
    assert [one.to for one in room.taken] == ["other@example.net"]
    assert room.connections == 1


def test_what_a_server_said_names_nobody(room: MailRoom) -> None:
    room.of[TO] = f"550 5.1.1 <{TO}>: no such user Reader here, ask admin@example.net"
    (refused,) = send(room)
    assert refused.said == "550 5.1.1 …: no such user … here, ask …"


@pytest.mark.parametrize(
    ("code", "said", "acceptance", "status", "is_of_address"),
    [
        (550, b"5.1.1 unknown", Acceptance.NEVER, "5.1.1", True),
        (550, b"unknown", Acceptance.NEVER, "5.1.0", True),
        (552, b"5.2.2 full", Acceptance.NEVER, "5.2.2", True),
        (450, b"4.2.1 greylisted", Acceptance.LATER, "4.2.1", True),
        (451, b"busy", Acceptance.LATER, "4.0.0", False),
        (554, b"5.7.1 relay access denied", Acceptance.LATER, "5.7.1", False),
        (550, b"5.1.8 sender's domain not found", Acceptance.LATER, "5.1.8", True),
        (530, b"authentication required", Acceptance.LATER, "5.0.0", False),
        (554, b"5.6.0 these words are refused", Acceptance.NEVER, "5.6.0", False),
    ],
)
def test_an_answer_is_about_the_reader_the_letter_or_us(
    code: int, said: bytes, acceptance: Acceptance, status: str, is_of_address: bool
) -> None:
    receipt = receipt_of(code, said, TO, (550,))
    assert (receipt.acceptance, receipt.status) == (acceptance, status)
    assert receipt.is_of_address is is_of_address


def test_a_server_that_takes_nothing_from_us_makes_letters_wait(room: MailRoom) -> None:
    room.at_mail = ["550 5.7.1 you are not welcome"]
    with pytest.raises(MailWaits, match=r"takes no mail from us: 550 5\.7\.1 you are not welcome"):
        send(room)
    assert send(room)[0].acceptance is Acceptance.ACCEPTED


def test_a_letter_that_is_too_long_holds_up_no_other(room: MailRoom) -> None:
    room.at_mail = ["552 5.3.4 too long"]
    first, second = send(room, 2)
    assert (first.acceptance, first.is_of_address) == (Acceptance.NEVER, False)
    assert second.acceptance is Acceptance.ACCEPTED


def test_a_server_that_is_away_makes_letters_wait(room: MailRoom) -> None:
    away = replace(room, port=1)
    with pytest.raises(MailWaits, match=r"127\.0\.0\.1 cannot be reached: Connection refused"):
        send(away)


def test_a_connection_that_breaks_off_in_a_letter_leaves_it_for_later(room: MailRoom) -> None:
    room.at_data = [DROP]
    first, second = send(room, 2)
    assert (first.acceptance, first.status) == (Acceptance.LATER, "4.4.2")
    assert second.acceptance is Acceptance.ACCEPTED
    assert room.connections == 2


@pytest.mark.parametrize("answer", [DROP, "421 4.4.2 idle for too long"])
def test_a_connection_that_was_closed_between_letters_is_opened_again(
    room: MailRoom, answer: str
) -> None:
    room.at_mail = ["250 OK", answer]
    assert [one.acceptance for one in send(room, 2)] == [Acceptance.ACCEPTED] * 2
    assert room.connections == 2


def test_something_may_be_done_while_the_server_has_a_letter(room: MailRoom) -> None:
    post, done = SmtpPost(account(room)), list[int]()
    post.send(LETTER, CONTENT, lambda: done.append(len(room.taken)))
    post.close()
    assert len(done) == len(room.taken) == 1


def test_encryption_is_had_where_it_is_offered_though_nobody_vouches_for_it(
    tmp_path: Path,
) -> None:
    with listening(MailRoom(), tls_context=certified(tmp_path)) as room:
        send(room)
    assert [one.is_encrypted for one in room.taken] == [True]


def test_without_encryption_letters_go_all_the_same(room: MailRoom) -> None:
    send(room)
    assert [one.is_encrypted for one in room.taken] == [False]


def test_a_password_is_given_to_no_server_that_nobody_vouches_for(tmp_path: Path) -> None:
    with listening(MailRoom(), tls_context=certified(tmp_path), authenticator=log_in) as room:
        known = replace(room.server, user="press")
        with pytest.raises(MailWaits, match=r"cannot be reached: .*CERTIFICATE_VERIFY_FAILED"):
            SmtpPost(replace(ACCOUNT, server=known, password="right")).send(LETTER, CONTENT)
    assert room.taken == []


@pytest.mark.parametrize(
    ("password", "why"),
    [("wrong", "the mail server refuses us: 535"), ("señor", "letters that no mail server takes")],
)
def test_who_may_not_log_in_is_told_so_and_letters_wait(password: str, why: str) -> None:
    options = {"authenticator": log_in, "auth_require_tls": False}
    with listening(MailRoom(), **options) as room:
        ours = replace(ACCOUNT, server=replace(room.server, user="press"))
        with pytest.raises(MailWaits, match=why) as refused:
            SmtpPost(replace(ours, password=password)).send(LETTER, CONTENT)
        assert password not in str(refused.value)
        post = SmtpPost(replace(ours, password="right"))
        assert post.send(LETTER, CONTENT).acceptance is Acceptance.ACCEPTED
        post.close()
