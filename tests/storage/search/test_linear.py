"""Whatever is filed, whatever happens and whatever the clock says: what is found is what a look
through all that is public finds."""

from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from press.folding import canonical, forms_in, forms_of
from press.releases.release import Policy, State
from storage import Storage
from storage.filed import releases
from storage.public import Listing, newest
from storage.search import index
from storage.search.stems import stem
from tests.conftest import NOON
from tests.homes import lay_database
from tests.storage.search.conftest import CODES, file, found, text_of

MINUTE = timedelta(minutes=1)
WORDS = ["accord", "accords", "Straße", "strasse", "e-mail", "email", "européennes", "minister",
         "ministers", "ministerial", "l'accord", "peace", "2026", "Umweltminister"]  # fmt: skip
MOMENTS = st.integers(-3, 3)
ACTS = ["announce", "hold", "withdraw", "revise", "translate", "unready", "wait", "settle"]


def is_found(code: str, asked: str, text: str) -> bool:
    """What the page promises, word by word and without an index."""
    forms = forms_in(text)
    stems = {stem(code, form) for form in forms}
    words = [forms_of(word) for word in asked.split()]
    for number, said in enumerate(words):
        whole, parts = said[-1], said[:-1] or said
        is_said = stem(code, whole) in stems or all(stem(code, one) in stems for one in parts)
        if number == len(words) - 1 and len(whole) >= 3:
            is_said = is_said or any(form.startswith(whole) for form in forms)
        if not is_said:
            return False
    return True


@pytest.mark.promise(142)
@settings(max_examples=40)
@given(st.data())
def test_what_is_found_is_what_a_look_through_all_that_is_public_finds(data: st.DataObject) -> None:
    text = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
    with TemporaryDirectory() as folder:
        storage = Storage(lay_database(Path(folder) / "newsroom.db"))
        fallback = data.draw(st.booleans())
        if data.draw(st.booleans()):
            with storage.write() as db:
                index.speak(db, CODES[:2], stands_in=fallback)
        numbers = [
            file(storage, data.draw(text), NOON + data.draw(MOMENTS) * MINUTE, now=NOON - MINUTE)
            for _ in range(data.draw(st.integers(1, 5)))
        ]
        for _ in range(data.draw(st.integers(0, 6))):
            act(storage, data, data.draw(st.sampled_from(numbers)), data.draw(text))
        for _ in range(3):
            check(storage, data, fallback=fallback)
        storage.close()


def act(storage: Storage, data: st.DataObject, number: int, words: str) -> None:
    now, name = NOON + data.draw(MOMENTS) * MINUTE, data.draw(st.sampled_from(ACTS))
    with storage.write() as db:
        if name == "announce":
            if releases.get(db, number).state(now) is State.OUT:  # as work asks before it does
                releases.mark_out(db, number, now)
        elif name == "hold":
            releases.hold(db, number, now)
        elif name == "withdraw":
            releases.withdraw(db, number, "In error.", now)
        elif name == "revise":
            releases.save_text(db, number, text_of("en", words), now)
        elif name == "wait":
            releases.set_policy(db, number, Policy.TOGETHER, ("en", "fr"), now)
        elif name == "settle":
            index.settle(db, number, now)
        else:
            is_ready = name == "translate"
            releases.save_text(db, number, text_of("fr", words), now, ready=is_ready)


def check(storage: Storage, data: st.DataObject, *, fallback: bool) -> None:
    now, code = NOON + data.draw(MOMENTS) * MINUTE, data.draw(st.sampled_from(["en", "fr"]))
    asked = st.lists(st.sampled_from([*WORDS, "min", "europ"]), min_size=1, max_size=3)
    said = canonical(" ".join(data.draw(asked)))
    with storage.read() as db:
        every = newest(db, Listing("all", code, now, fallback), 50)
        by_slug = dict(db.execute("SELECT slug, id FROM release").fetchall())
    expected = [
        by_slug[entry.slug]
        for entry in every
        if is_found(code, said, "\n".join(block.markdown for block in entry.text.blocks))
    ]
    assert found(storage, said, now, language=code, fallback=fallback) == expected
