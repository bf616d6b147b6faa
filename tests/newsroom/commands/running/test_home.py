"""The home: made once, refused by name where it cannot be used."""

import os
import stat
import subprocess
import sys

import pytest

from newsroom.upkeep.presence import Presence
from tests.newsroom.commands.office import FAR, Office

MINUTES = b"minutes of a meeting" * 300


def test_a_home_is_made_once_and_its_settings_are_kept(bare: Office) -> None:
    bare.done("init")
    settings = bare.home / "newsroom.toml"
    settings.write_text("TITLE = 'Press office of Velmora'\n", encoding="utf-8")
    assert "kept as it was" in bare.done("init")
    assert settings.read_text(encoding="utf-8") == "TITLE = 'Press office of Velmora'\n"


@pytest.mark.parametrize("words", [("releases",), ("init",), ("serve",)], ids=" ".join)
def test_a_home_below_a_file_is_refused_by_name(bare: Office, words: tuple[str, ...]) -> None:
    bare.home.write_text("a file")
    inside = str(bare.home / "deeper")
    assert inside in bare.refused("--home", inside, *words)


@pytest.mark.parametrize("words", [("releases",), ("init",), ("publish", "1")], ids=" ".join)
def test_a_database_of_another_kind_is_refused_by_name_and_left_alone(
    bare: Office, words: tuple[str, ...]
) -> None:
    database = bare.home / "newsroom.db"
    bare.home.mkdir()
    database.write_bytes(MINUTES)
    assert str(database) in bare.refused(*words)
    assert database.read_bytes() == MINUTES


def test_every_wrong_setting_is_named_at_once(office: Office) -> None:
    office.settings |= {"ZONE": "Mars/North", "THREADS": "none"}
    reason = office.refused("releases")
    assert "ZONE is “Mars/North”" in reason
    assert "THREADS is “none”" in reason


def findings(office: Office, *words: str) -> dict[str, tuple[bool, str]]:
    """What the doctor finds, by name; it fails if anything is not well."""
    answer = office.type("doctor", *words)
    lines = [line for line in answer.stdout.splitlines() if line[:4] in ("ok  ", "NOT ")]
    found = {line[4:].partition(": ")[0]: (line[:3] == "ok ", line) for line in lines}
    assert answer.exit_code == (0 if all(ok for ok, _ in found.values()) else 1)
    return found


def present(office: Office, who: Presence) -> subprocess.Popen[bytes]:
    words = "import sys; from pathlib import Path; from newsroom.upkeep.presence import *\n"
    words += f"be_present(Path(sys.argv[1]), Presence({str(who)!r})); print(1, flush=True); input()"
    process = subprocess.Popen(
        [sys.executable, "-c", words, str(office.home)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdout
    process.stdout.readline()
    return process


@pytest.mark.parametrize("words", [("serve",), ("work",), ("releases",), ("backup", "x")])
def test_only_init_makes_a_home(bare: Office, words: tuple[str, ...]) -> None:
    assert "newsroom init makes one" in bare.refused(*words)
    assert not bare.home.exists()
    bare.home.mkdir()
    assert "newsroom init makes one" in bare.refused(*words)
    assert list(bare.home.iterdir()) == []


def test_the_settings_file_is_its_owner_s_alone_from_the_start(bare: Office) -> None:
    before = os.umask(0)
    try:
        bare.done("init")
    finally:
        os.umask(before)
    assert stat.S_IMODE((bare.home / "newsroom.toml").stat().st_mode) == 0o600


def test_the_doctor_is_content_with_a_new_home_and_says_that_nobody_is_at_work(
    office: Office,
) -> None:
    found = findings(office)
    assert all(ok for ok, _ in found.values())
    assert "nothing is announced, translated or told until newsroom" in found["clock process"][1]
    assert "no server is running" in found["server process"][1]


@pytest.mark.waits
def test_that_nobody_is_at_work_is_a_fault_once_something_is_scheduled(office: Office) -> None:
    office.filed("--at", FAR)
    assert not findings(office)["clock process"][0]
    assert not findings(office)["server process"][0]
    clock = present(office, Presence.CLOCK)
    found = findings(office)
    assert found["clock process"] == (True, "ok  clock process: a clock is running")
    assert not found["server process"][0]
    clock.kill()
    clock.communicate()
    assert not findings(office)["clock process"][0]


def test_the_doctor_names_what_others_can_read_and_closes_it_when_told(office: Office) -> None:
    (office.home / "files").mkdir(mode=0o700)
    left = office.home / "files" / "token"
    left.write_text("an attachment")
    left.chmod(0o644)
    ok, says = findings(office)["permissions"]
    assert not ok
    assert f"{left} (0644, open to its group and others)" in says
    assert "newsroom doctor --repair" in says
    assert stat.S_IMODE(left.stat().st_mode) == 0o644
    assert f"closed to others: {left} (0644" in office.done("doctor", "--repair")
    assert stat.S_IMODE(left.stat().st_mode) == 0o600
    assert findings(office)["permissions"][0]


def test_the_doctor_names_a_mistake_in_the_settings_and_what_holds_instead(office: Office) -> None:
    assert findings(office)["settings"][0]
    (office.home / "newsroom.toml").write_text("ZONE = 'Mars/North'")
    ok, says = findings(office)["settings"]
    assert not ok
    assert "ZONE is “Mars/North”" in says
    assert "the last good settings stay in force" in says
    answer = office.type("releases")
    assert (answer.exit_code, "Mars/North" in answer.stderr) == (0, True)


def test_the_doctor_names_variables_that_mean_nothing(office: Office) -> None:
    office.settings["BASEURL"] = "https://press.example"
    ok, says = findings(office)["variables"]
    assert not ok
    assert "NEWSROOM_BASEURL (is NEWSROOM_BASE_URL meant?)" in says


def test_a_home_whose_database_is_gone_keeps_what_its_wal_holds(office: Office) -> None:
    database, wal = office.home / "newsroom.db", office.home / "newsroom.db-wal"
    database.unlink()
    wal.write_bytes(b"what was written last")
    for words in (("init",), ("releases",)):
        answer = office.type(*words)
        assert answer.exit_code == 1
    assert "newsroom.db-wal is still there" in office.refused("init")
    assert wal.read_bytes() == b"what was written last"


def test_a_mistake_in_the_settings_keeps_nobody_from_withdrawing(office: Office) -> None:
    office.filed()
    office.done("publish", "1")
    settings = office.home / "newsroom.toml"
    settings.write_text(settings.read_text() + "\nTITLE = 'x\n")
    answer = office.type("withdraw", "1", "--reason", "Sent in error.")
    assert answer.exit_code == 0
    assert "not valid TOML" in answer.stderr
    assert "the last good settings stay in force" in answer.stderr


def test_what_only_the_environment_makes_good_is_not_the_last_good(office: Office) -> None:
    office.done("releases")
    (office.home / "newsroom.toml").write_text("BASE_URL = 'notaurl'\n")
    office.done("releases")  # the environment names another address
    assert "notaurl" not in (office.home / "newsroom.toml.last-good").read_text()
