"""A record is ours, whole and unchanged, or it is refused."""

import stat
from pathlib import Path

import pytest

from newsroom.proofs.seal import ProofRefused, canonical, public_key, sign, signing_key, verify
from newsroom.wiring import Newsroom
from press.errors import HomeRefused


def test_one_byte_changed_is_refused(newsroom: Newsroom) -> None:
    key = signing_key(newsroom.settings.home)
    text = canonical(sign({"verdict": "no trace", "release": {"id": 1}}, key))
    assert verify(text)["verdict"] == "no trace"
    assert verify(text + "\n")
    for n in range(len(text)):
        other = text[:n] + ("x" if text[n] != "x" else "y") + text[n + 1 :]
        with pytest.raises(ProofRefused):
            verify(other)


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "nul", "[" * 100_000, '{"a":NaN}', '{"a":"\\ud800"}']
)
def test_what_is_no_record_is_refused(text: str) -> None:
    with pytest.raises(ProofRefused):
        verify(text)


def test_a_record_of_another_newsroom_is_not_taken_for_ours(tmp_path: Path) -> None:
    for name in ("ours", "theirs"):
        (tmp_path / name).mkdir()
        signing_key(tmp_path / name)
    text = canonical(sign({"verdict": "no trace"}, signing_key(tmp_path / "theirs")))
    assert verify(text, public_key(tmp_path / "theirs" / "key.pub.pem"))
    with pytest.raises(ProofRefused, match="another key"):
        verify(text, public_key(tmp_path / "ours" / "key.pub.pem"))


def test_the_key_is_made_once_and_is_nobody_elses_to_read(tmp_path: Path) -> None:
    first = signing_key(tmp_path).private_bytes_raw()
    assert signing_key(tmp_path).private_bytes_raw() == first
    assert stat.S_IMODE((tmp_path / "key.pem").stat().st_mode) == 0o600
    assert sorted(path.name for path in tmp_path.iterdir()) == ["key.pem", "key.pub.pem"]


def test_a_broken_key_is_refused_and_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "key.pem").write_text("nothing")
    with pytest.raises(HomeRefused):
        signing_key(tmp_path)
    assert (tmp_path / "key.pem").read_text() == "nothing"
