"""What the doctor says of telling."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from delivery.mail.account import MailAccount, MailServer
from newsroom.doctor.telling import SLOW, examine_telling
from newsroom.wiring import Newsroom
from press.telling.notices import Channel, Fate, Notice, Occasion
from storage.telling import notices
from storage.telling.notices import Ended
from tests.conftest import NOON
from tests.storage.telling.world import follower

SERVER = MailServer("mail.example.org", 25)


def says(newsroom: Newsroom, account: MailAccount | None = None) -> dict[str, tuple[bool, str]]:
    mail = account or newsroom.settings.mail
    one = replace(newsroom, settings=replace(newsroom.settings, mail=mail))
    return {name: (well, words) for name, well, words in examine_telling(one, NOON)}


def owe(newsroom: Newsroom, ago: timedelta, *fates: Fate) -> None:
    with newsroom.storage.write() as db:
        one = Notice(0, "mail:1", Channel.MAIL, Occasion.CONFIRM, 1, NOON - ago)
        notices.add(db, one)
        notices.end(db, [Ended(1, fate) for fate in fates], NOON - ago)


def test_a_newsroom_that_nobody_follows_is_well_without_a_mail_server(newsroom: Newsroom) -> None:
    found = says(newsroom)
    assert all(well for well, _ in found.values())
    assert found["telling"][1] == "messages: 0 sent, 0 owed"
    assert f"mails are written into {newsroom.settings.mailbox}" in found["mail server"][1]


def test_mails_that_nobody_gets_are_a_fault_where_somebody_follows(newsroom: Newsroom) -> None:
    follower(newsroom.storage)
    assert not says(newsroom)["mail server"][0]
    account = MailAccount("Press <press@example.org>", SERVER)
    found = says(newsroom, account)
    assert found["mail server"] == (True, "mail.example.org:25")
    assert found["mail sender"] == (True, "Press <press@example.org>")


def test_a_sender_that_nobody_chose_is_a_fault_once_mail_leaves(newsroom: Newsroom) -> None:
    account = replace(newsroom.settings.mail, server=SERVER)
    assert says(newsroom, account)["mail sender"][0]
    follower(newsroom.storage)
    well, words = says(newsroom, account)["mail sender"]
    assert not well
    assert "Press office <newsroom@press.example.org>" in words


@pytest.mark.parametrize(("ago", "well"), [(SLOW, True), (SLOW + timedelta(seconds=1), False)])
def test_what_nobody_sends_for_ten_minutes_is_named(
    newsroom: Newsroom, ago: timedelta, well: bool
) -> None:
    owe(newsroom, ago)
    assert says(newsroom)["telling"][0] is well
    if not well:
        assert "by mail have been due since 2026-08-25 11:49:59 UTC" in says(newsroom)["telling"][1]


@pytest.mark.parametrize(("hours", "well"), [(23, False), (25, True)])
def test_what_failed_of_late_is_named_with_the_command_to_look(
    newsroom: Newsroom, hours: int, well: bool
) -> None:
    owe(newsroom, timedelta(hours=hours), Fate.FAILED)
    found = says(newsroom)["telling"]
    assert found[0] is well
    assert ("newsroom deliveries --failed" in found[1]) is not well


def test_a_key_that_cannot_sign_is_named(newsroom: Newsroom, tmp_path: Path) -> None:
    path = tmp_path / "dkim.pem"
    account = replace(newsroom.settings.mail, dkim_key=path)
    assert "cannot be read" in says(newsroom, account)["mail signature"][1]
    for words in (b"minutes of a meeting", written(ec.generate_private_key(ec.SECP256R1()))):
        path.write_bytes(words)
        well, why = says(newsroom, account)["mail signature"]
        assert not well
        assert "no mail can leave: DKIM_KEY: " in why
        assert "holds no private RSA key" in why
    path.write_bytes(written(rsa.generate_private_key(65537, 2048)))
    assert says(newsroom, account)["mail signature"][0]


def written(key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
