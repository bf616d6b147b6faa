"""The shelf of rendered documents."""

from web.kept import Kept


def test_a_document_is_made_once() -> None:
    kept, made = Kept(), list[str]()

    def make() -> bytes:
        made.append("made")
        return b"words"

    assert {kept.get("a", make) for _ in range(3)} == {b"words"}
    assert made == ["made"]


def test_the_one_not_asked_for_longest_makes_room() -> None:
    kept = Kept(room=20)
    for name in ("a", "b", "a", "c"):
        kept.get(name, lambda name=name: name.encode() * 10)
    assert kept.get("a", lambda: b"anew") == b"a" * 10
    assert kept.get("b", lambda: b"anew") == b"anew"


def test_a_document_larger_than_the_shelf_is_served_and_not_kept() -> None:
    kept = Kept(room=2)
    assert kept.get("a", lambda: b"large") == b"large"
    assert kept.get("a", lambda: b"again") == b"again"


def test_a_document_is_made_anew_if_asked_and_takes_the_place_of_the_old() -> None:
    kept = Kept(room=4)
    kept.get("a", lambda: b"abcd")
    assert kept.get("a", lambda: b"efgh", anew=True) == b"efgh"
    assert kept.get("a", lambda: b"ijkl") == b"efgh"
