"""Translators outside: their words come in whole, for the right release, and are never lost."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from newsroom.review.remembering import MOST_HELD, Added, looked_through
from newsroom.wiring import Newsroom
from press.errors import NotAllowedNow, Refusal, UnreadableFile
from press.releases.exchange import Memory, Remembered
from press.releases.release import Filing
from press.text import Block, Kind, Origin, Text
from storage import Database
from storage.filed import releases
from tests.conftest import NOON
from tests.newsroom.releases.test_life import lock_held
from tests.newsroom.translation.test_translating import Echo, file, text, translating
from translate.exchange import tmx, xliff, xliff_return

RAIN = "It is raining on [the map](https://press.example/map)."


def out(newsroom: Newsroom, number: int, version: str = "1.2") -> str:
    return xliff.write(newsroom.exchange.job(number, "fr"), version).decode()


def back(newsroom: Newsroom, document: str, who: str = "a translator"):  # type: ignore[no-untyped-def]
    return newsroom.exchange.take(xliff_return.read(document.encode()), who, NOON)


@pytest.mark.parametrize("version", sorted(xliff.NAMESPACES))
def test_a_translators_words_become_the_text(newsroom: Newsroom, version: str) -> None:
    number = file(newsroom, RAIN)
    translating(newsroom, Echo()).run()
    document = out(newsroom, number, version).replace("IT IS RAINING ON", "Il pleut sur")
    taken = back(newsroom, document)
    assert (taken.new, taken.open, taken.reviewed.at) == (1, 1, (2,))
    block = text(newsroom, number).body[0]
    assert block.origin is Origin.EDITOR
    assert block.markdown.startswith("Il pleut sur [")
    assert back(newsroom, document).new == 0
    verbs = [line.verb for line in newsroom.releases.get(number)[1]]
    assert verbs.count("took a translator's fr") == 1


def test_a_language_without_an_engine_is_filled_by_a_translator(newsroom: Newsroom) -> None:
    number = file(newsroom, "It is raining.")
    document = out(newsroom, number)
    first = document.replace('<target state="needs-translation"/>', "<target>Un</target>", 1)
    assert not back(newsroom, first).reviewed.is_ready
    assert "fr" not in newsroom.releases.get(number)[0].texts
    assert newsroom.sheets.get(number, "fr").missing == [2]
    rest = out(newsroom, number).replace(
        '<target state="needs-translation"/>', "<target>Deux</target>"
    )
    assert back(newsroom, rest).reviewed.is_ready
    assert [b.markdown for b in text(newsroom, number).blocks] == ["Un", "Deux"]


def test_a_file_of_another_newsroom_or_language_is_refused_and_changes_nothing(
    newsroom: Newsroom,
) -> None:
    number = file(newsroom, "It is raining.")
    translating(newsroom, Echo()).run()
    before = newsroom.releases.get(number)
    document = out(newsroom, number).replace("IT IS RAINING", "Il pleut")
    with pytest.raises(UnreadableFile, match="belongs to no release"):
        back(newsroom, document.replace('original="tag:press', 'original="tag:other'))
    with pytest.raises(UnreadableFile, match="it is from nl"):
        back(newsroom, document.replace('source-language="en"', 'source-language="nl"'))
    with pytest.raises(Refusal, match="“ja”"):
        back(newsroom, document.replace('target-language="fr"', 'target-language="ja"'))
    with pytest.raises(UnreadableFile, match="block 2: that is a list"):
        back(newsroom, document.replace("Il pleut", "- Il pleut"))
    assert newsroom.releases.get(number) == before
    newsroom.life.withdraw(number, "No.", "me", NOON)
    with pytest.raises(NotAllowedNow):
        back(newsroom, document)


def test_what_confirmed_words_of_a_machine_are_is_an_editors(newsroom: Newsroom) -> None:
    number = file(newsroom, "It is raining.")
    translating(newsroom, Echo()).run()
    document = out(newsroom, number, "2.0").replace('state="translated"', 'state="reviewed"')
    assert back(newsroom, document).new == 2
    assert text(newsroom, number).origin is Origin.EDITOR


def test_what_a_translator_only_confirmed_does_not_undo_what_an_editor_has_said_since(
    newsroom: Newsroom,
) -> None:
    number = file(newsroom, "It is raining.", "It is pouring.")
    translating(newsroom, Echo()).run()
    sent = out(newsroom, number, "2.0").replace('state="translated"', 'state="final"')
    newsroom.review.correct(number, "fr", 2, "Il pleut.", "me", NOON)
    newsroom.review.correct(number, "fr", 3, "Il pleut à verse.", "me", NOON)
    taken = back(newsroom, sent.replace("IT IS POURING.", "Il pleut fort."))
    assert [b.markdown for b in text(newsroom, number).body] == ["Il pleut.", "Il pleut fort."]
    assert taken.new == 2
    assert [one.words.markdown for one in taken.replaced] == ["Il pleut à verse."]


def test_what_a_translator_only_confirmed_does_not_undo_what_another_release_taught(
    newsroom: Newsroom,
) -> None:
    number, other = file(newsroom, "It is raining."), file(newsroom, "It is raining.", "Or not.")
    translating(newsroom, Echo()).run()
    sent = out(newsroom, number, "2.0").replace('state="translated"', 'state="final"')
    newsroom.revisions.revise(number, Filing((Block(Kind.HEADLINE, "Good news"),)), "me", NOON)
    newsroom.review.correct(other, "fr", 2, "Il pleut.", "me", NOON)
    back(newsroom, sent)
    third = file(newsroom, "It is raining.", "Perhaps.")
    assert newsroom.sheets.get(third, "fr").segments[1].target.markdown == "Il pleut."


def test_a_file_that_brings_nothing_new_changes_nothing(newsroom: Newsroom) -> None:
    number = file(newsroom, "It is raining.")
    translating(newsroom, Echo()).run()
    document = out(newsroom, number).replace("IT IS RAINING", "Il pleut")
    back(newsroom, document)
    before, generation = newsroom.releases.get(number), newsroom.front.generation()
    assert back(newsroom, document).reviewed.is_ready
    assert (newsroom.releases.get(number), newsroom.front.generation()) == (before, generation)


def test_a_correction_made_while_a_file_is_taken_is_not_undone(newsroom: Newsroom) -> None:
    number = file(newsroom, "It is raining.")
    translating(newsroom, Echo()).run()
    sent = out(newsroom, number, "2.0").replace('state="translated"', 'state="final"')

    headline, rain = text(newsroom, number).blocks
    mended = replace(rain, markdown="Il pleut.", origin=Origin.EDITOR)

    def correct(db: Database) -> None:
        releases.save_text(db, number, Text("fr", (headline, mended)), NOON)

    with lock_held(newsroom, correct):
        back(newsroom, sent)
    assert text(newsroom, number).body[0].markdown == "Il pleut."


def test_a_translator_is_told_what_may_have_slipped_in_and_the_words_count(
    newsroom: Newsroom,
) -> None:
    number = file(newsroom, "It is raining 15 days.")
    translating(newsroom, Echo()).run()
    document = out(newsroom, number).replace("IT IS RAINING 15 DAYS.", "Il pleut 16 jours.")
    taken = back(newsroom, document)
    ((block, finding),) = [(slip.number, slip.finding) for slip in taken.reviewed.slips]
    assert (block, finding.check, finding.severity) == (2, "numbers", "blocks")
    assert text(newsroom, number).body[0].markdown == "Il pleut 16 jours."
    assert taken.reviewed.is_ready


def test_words_that_must_not_go_out_unread_leave_with_no_memory(newsroom: Newsroom) -> None:
    number = file(newsroom, "It is raining.")
    translating(newsroom, Echo()).run()
    newsroom.review.reject(number, "fr", "me", NOON, [2])
    found = newsroom.exchange.memory(("en", "fr"))
    assert [one.source.markdown for one in found] == ["Good news"]


def test_the_memory_goes_out_and_into_another_newsroom(newsroom: Newsroom) -> None:
    number = file(newsroom, RAIN)
    translating(newsroom, Echo()).run()
    newsroom.review.correct(number, "fr", 1, "De bonnes nouvelles", "me", NOON)
    whole, french = newsroom.exchange.memory(), newsroom.exchange.memory(("en", "fr"))
    assert (len(whole), len(french)) == (7, 3)
    (found,) = tmx.read(tmx.write(whole), ["en", "fr"]).parts
    assert (len(found.translations), found.left_out) == (3, 4)
    assert newsroom.exchange.take_memory([found], "me", NOON).new == 0
    with newsroom.storage.write() as db:
        db.execute("DELETE FROM memory")
    # The machine's words behind an editor's would never be used, and stay out.
    assert newsroom.exchange.take_memory([found], "me", NOON).new == 2
    assert newsroom.exchange.memory() == [
        one for one in french if one.words.origin is Origin.EDITOR or one.source.markdown == RAIN
    ]


def test_an_imported_memory_never_replaces_an_editors_words(newsroom: Newsroom) -> None:
    number = file(newsroom, "It is raining.")
    newsroom.review.correct(number, "fr", 2, "Il pleut.", "me", NOON)
    theirs = tmx.write(newsroom.exchange.memory()).decode().replace("Il pleut.", "Il mouille.")
    (found,) = tmx.read(theirs.encode(), ["en", "fr"]).parts
    assert newsroom.exchange.take_memory([found], "me", NOON).new == 0
    assert newsroom.sheets.get(number, "fr").blocks[0].markdown == "Il pleut."


SLIPPED = tmx.write(
    [
        Remembered("en", "fr", Block(Kind.PARAGRAPH, source), Block(Kind.PARAGRAPH, words))
        for source, words in (
            ("It is raining 15 days.", "Il pleut 16 jours."),
            ("It is pouring.", "Il pleut à verse."),
            ("It is snowing.", "- Il neige"),
        )
    ]
)


def test_words_of_a_memory_that_a_check_speaks_against_wait_in_every_text(
    newsroom: Newsroom,
) -> None:
    added = newsroom.exchange.take_memory(tmx.read(SLIPPED, ["en", "fr"]).parts, "me", NOON)
    assert (added.new, added.known, len(added.held)) == (3, 0, 2)
    said = [[f.check for f in one.words.findings if f.severity == "blocks"] for one in added.held]
    assert said == [["numbers"], ["kind", "markup"]]
    number = file(newsroom, "It is raining 15 days.", "It is pouring.")
    engine = Echo()
    translating(newsroom, engine).run(only=[("fr", number)])
    assert engine.asked == ["Good news"]
    assert newsroom.releases.get(number)[0].waiting == {"fr"}
    one, other = text(newsroom, number).body
    assert (one.is_blocked, other.origin) == (True, Origin.EDITOR)
    newsroom.review.approve(number, "fr", "me", NOON, [2], despite=True)
    assert newsroom.releases.get(number)[0].waiting == set()
    assert newsroom.exchange.take_memory(tmx.read(SLIPPED, ["en", "fr"]).parts, "me", NOON).new == 0


def test_words_that_must_be_read_first_take_no_place_of_a_machines_that_need_not(
    newsroom: Newsroom,
) -> None:
    file(newsroom, "It is raining 15 days.")
    translating(newsroom, Echo()).run()
    added = newsroom.exchange.take_memory(tmx.read(SLIPPED, ["en", "fr"]).parts, "me", NOON)
    assert (added.new, added.known, len(added.held)) == (2, 1, 1)


def test_code_from_a_memory_is_the_originals_or_waits(newsroom: Newsroom) -> None:
    code = Block(Kind.CODE, "```\nx = 1\n```")
    evil = Remembered("en", "fr", code, replace(code, markdown="```\nx = 2\n```"))
    added = newsroom.exchange.take_memory(
        tmx.read(tmx.write([evil]), ["en", "fr"]).parts, "me", NOON
    )
    assert len(added.held) == 1


def one_each(words: list[str]) -> Iterator[Memory]:
    """A memory of a unit a part."""
    for said in words:
        source, target = Block(Kind.PARAGRAPH, said), Block(Kind.PARAGRAPH, f"{said} la")
        yield Memory([Remembered("en", "fr", source, target)], 0, 1)


def test_whoever_stops_a_memory_keeps_whole_parts_and_a_second_run_adds_the_rest(
    newsroom: Newsroom,
) -> None:
    def stop(_: int) -> None:
        if len(newsroom.exchange.memory()) == 2:
            raise KeyboardInterrupt

    words = ["It rains", "It pours", "It snows"]
    with pytest.raises(KeyboardInterrupt):
        newsroom.exchange.take_memory(one_each(words), "me", NOON, stop)
    assert [one.source.markdown for one in newsroom.exchange.memory()] != words
    again = newsroom.exchange.take_memory(one_each(words), "me", NOON)
    assert (again.new, again.known) == (1, 2)
    assert sorted(one.source.markdown for one in newsroom.exchange.memory()) == sorted(words)


def test_a_part_is_made_when_the_one_before_it_is_kept(newsroom: Newsroom) -> None:
    kept = list[int]()

    def parts() -> Iterator[Memory]:
        for part in one_each(["It rains", "It pours", "It snows"]):
            kept.append(len(newsroom.exchange.memory()))
            yield part

    newsroom.exchange.take_memory(parts(), "me", NOON)
    assert kept == [0, 1, 2]


def test_of_very_many_that_wait_the_first_are_told_and_all_are_counted(newsroom: Newsroom) -> None:
    held = tuple(next(one_each(["It rains"])).translations) * MOST_HELD
    one = Added(MOST_HELD, 0, held, MOST_HELD)
    both = one.and_(one)
    assert (both.new, both.waiting, len(both.held)) == (2 * MOST_HELD, 2 * MOST_HELD, MOST_HELD)


def test_another_tools_unit_counts_once(newsroom: Newsroom) -> None:
    theirs = SLIPPED.replace(b'o-tmf="newsroom"', b'o-tmf="other"').replace(b"x-kind", b"x-other")
    added = newsroom.exchange.take_memory(tmx.read(theirs, ["en", "fr"]).parts, "me", NOON)
    assert (added.new, len(added.held)) == (3, 1)
    number = file(newsroom, "It is snowing.")
    assert newsroom.sheets.get(number, "fr").blocks[0].markdown == "\\- Il neige"


def test_a_translators_paragraph_may_begin_with_a_date(newsroom: Newsroom) -> None:
    number = file(newsroom, "It is raining.")
    translating(newsroom, Echo()).run()
    document = out(newsroom, number).replace("IT IS RAINING.", "10. Mai 2027 ist der Tag.")
    back(newsroom, document)
    assert text(newsroom, number).body[0].markdown == "10\\. Mai 2027 ist der Tag."


def test_a_memorys_paragraph_may_begin_with_a_date_in_both_languages() -> None:
    said = (("de", "10. Mai 2027 ist der Tag."), ("fr", "1. mai"))
    variants = (f'<tuv xml:lang="{code}"><seg>{words}</seg></tuv>' for code, words in said)
    unit = f"<tmx><header srclang='de'/><body><tu>{''.join(variants)}</tu></body></tmx>"
    one = next(tmx.read(unit.encode(), ["de", "fr"]).parts).translations[0]
    assert one.source == Block(Kind.PARAGRAPH, "10\\. Mai 2027 ist der Tag.")
    assert one.words.markdown == "1\\. mai"
    ours = replace(one, words=replace(one.words, markdown="1. mai 2027"))
    assert looked_through([ours])[0].words.markdown == "1\\. mai 2027"
