"""An embargo is proved before its minute and at it, and the record is checked elsewhere."""

import json
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.flows.server import Server, newsroom
from tests.flows.test_embargo import SECRET, started, times_announced

pytestmark = [pytest.mark.waits, pytest.mark.timeout(480)]  # on a busy machine it waits longer


def proved(server: Server, number: int) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(
        newsroom(server.home, "prove", str(number), "--list", "--json", **server.settings).stdout
    )
    return found


def test_a_proof_is_made_by_hand_then_by_the_clock_and_verifies_far_from_home(
    server: Server, tmp_path: Path
) -> None:
    file, record, nowhere = tmp_path / "release.txt", tmp_path / "proof.json", tmp_path / "nowhere"
    file.write_text(f"{SECRET}\n\nThe two neighbours share the water of the river fairly.\n")
    minute = started(server)
    when = minute.astimezone(ZoneInfo("Europe/Brussels")).strftime("%Y-%m-%d %H:%M")
    filed = newsroom(
        server.home, "import", str(file), "--at", when, "--topic", "rivers", "--new-topic", "--json"
    )
    number = json.loads(filed.stdout)[0]["release"]

    made = newsroom(server.home, "prove", str(number), "--out", str(record), **server.settings)
    assert made.returncode == 0, made.stderr
    assert "no trace on " in made.stdout
    key = server.home / "key.pub.pem"
    checked = newsroom(nowhere, "prove", "--verify", str(record), "--key", str(key))
    assert (checked.returncode, checked.stderr) == (0, "")
    assert "no trace on " in checked.stdout
    assert not nowhere.exists()

    record.write_text(record.read_text().replace("no trace", "no tracE"))
    forged = newsroom(nowhere, "prove", "--verify", str(record))
    assert forged.returncode == 1
    assert "changed" in forged.stderr

    while datetime.now(UTC) < minute + timedelta(seconds=60):
        time.sleep(1)
        if (last := proved(server, number)[-1])["occasion"] == "T":
            break
    assert last["watched"], last
    assert last["holds"], last["verdict"]
    assert times_announced(server, number) == 1
