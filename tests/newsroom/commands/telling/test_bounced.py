"""What is typed, or piped, about mail that came back."""

from datetime import datetime

import pytest

from newsroom.telling.link_tokens import LinkTokens
from press.telling.wishes import Wishes
from storage.telling import bounces, subscribers
from tests.conftest import NOON
from tests.delivery.mail.returned import JANE, postfix, vacation
from tests.newsroom.commands.office import Office


@pytest.fixture
def follower(office: Office) -> str:
    """Where a letter to the one who follows comes back to."""
    office.settings["BOUNCE"] = "press+TOKEN@example.org"
    storage = office.door().newsroom.storage
    tokens = LinkTokens(storage)
    with storage.write() as db:
        wishes = Wishes(("all",), ("en",))
        asked = subscribers.ask(db, JANE, tokens.hash_of(JANE), "nonce", wishes, NOON)
        subscribers.follow(db, asked.id, wishes, NOON)
    storage.close()
    return f"press+{tokens.make(asked, 'bounce')}@example.org"


def test_a_mail_server_hands_over_what_came_back(office: Office, follower: str) -> None:
    said = office.done("bounced", given=postfix(to=follower))
    assert said.startswith("subscriber 1: 5.1.1; no mail until ")
    assert "jane" not in said
    storage = office.door().newsroom.storage
    digest = LinkTokens(storage).hash_of(JANE)
    with storage.read() as db:
        assert bounces.suppression_of(db, digest, NOON)
    storage.close()


def test_officers_see_who_gets_no_mail_why_and_until_when(office: Office, follower: str) -> None:
    (one,) = office.told("subscribers")["subscribers"]
    assert one["no_mail"] is None
    said = office.done("bounced", given=postfix(to=follower))
    words = said.removeprefix("subscriber 1: 5.1.1; ").partition(";")[0]
    assert words in " ".join(office.done("subscribers").split())
    (one,) = office.told("subscribers")["subscribers"]
    until = datetime.fromisoformat(one["no_mail"]["until"])
    assert (one["state"], one["no_mail"]["reason"]) == ("follows", "5.1.1")
    assert words == f"no mail until {until:%Y-%m-%d} (5.1.1)"


@pytest.mark.parametrize("mail", [b"", vacation(), postfix(), b"\xff\x00" * 400_000])
def test_what_is_not_ours_is_said_and_no_mistake(
    office: Office, follower: str, mail: bytes
) -> None:
    assert office.done("bounced", given=mail).endswith("nothing was done\n")


def test_a_mail_server_is_asked_to_come_again_while_there_is_no_newsroom(bare: Office) -> None:
    answer = bare.type("bounced", given=postfix())
    assert answer.exit_code == 75
    assert "there is no newsroom" in answer.stderr
