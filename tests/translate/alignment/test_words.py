"""Which words of a translation came from which, and what is put there."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.finding import Severity
from press.glossary import Term
from press.text import Block, Kind
from tests.translate.fakes import Aligned, Engine, loud, saying, word_by_word
from translate.alignment.words import AlignedHypothesis, carried, found, place
from translate.engine.attention import by_words
from translate.translating import Made, translate_blocks

SOURCE = "The ferry links both red harbours."
SAID = "Le bac relie les deux ports rouges."
# ferry and red change places with what stands beside them
ALIGNED = word_by_word(SAID, [0, 1, 2, 3, 3, 5, 4], 6)


def made(markdown: str, engine: Engine, *terms: Term, kind: Kind = Kind.PARAGRAPH) -> Made:
    return translate_blocks([Block(kind, markdown)], "en", "fr", engine, terms)[0]


def text(markdown: str, engine: Engine, *terms: Term) -> str:
    return made(markdown, engine, *terms).block.markdown


@pytest.mark.parametrize(
    ("words", "wanted"),
    [("ferry", "bac"), ("red", "rouges"), ("red harbours", "ports rouges"), ("both", "deux")],
)
def test_words_are_found_by_the_engine_s_own_attention(words: str, wanted: str) -> None:
    start = SOURCE.index(words)
    at = place(SOURCE, ALIGNED, start, start + len(words))
    assert at
    assert SAID[at.start : at.end] == wanted


@pytest.mark.parametrize(
    ("source", "said", "words", "wanted"),
    [
        ("On Monday Velmora pays.", "Velmora paie lundi.", "Velmora", "Velmora"),
        ("The boats of Adrin.", "Les bateaux d'Adrin.", "Adrin", "Adrin"),
        ("A big Commission.", "Een grote Commissie.", "Commission", "Commissie"),
        ("In 2027 it ends.", "Il finit en 2027.", "2027", "2027"),
    ],
)
def test_names_and_words_alike_are_found_without_it(
    source: str, said: str, words: str, wanted: str
) -> None:
    start = source.index(words)
    at = place(source, AlignedHypothesis(said), start, start + len(words))
    assert at
    assert (said[at.start : at.end], at.sure) == (wanted, 1.0)


def test_what_has_no_likeness_is_not_found_without_it() -> None:
    assert place("The ferry", AlignedHypothesis("Le bac"), 4, 9) is None
    assert place("The ferry", AlignedHypothesis(""), 4, 9) is None


def test_words_translated_by_themselves_are_found_where_they_stand_once() -> None:
    assert found("le bac", "Voici Le bac.") == (6, 12, 1.0)
    assert found("le", "le bac et le port") is None


@given(st.text(max_size=30), st.text(max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_a_place_lies_in_the_translation(source: str, said: str, start: int, end: int) -> None:
    at = place(source, AlignedHypothesis(said), start, end)
    assert at is None or 0 <= at.start <= at.end <= len(said)


def test_what_is_known_of_words_survives_a_change_of_some() -> None:
    changed = carried(ALIGNED, "Le grand bac relie les deux ports rouges.")
    assert changed.weights == (
        *ALIGNED.weights[:1],
        (0.0,) * 6,
        *ALIGNED.weights[1:],
    )


def test_attention_is_added_up_for_words() -> None:
    attention = [
        [0.1, 0.1, 0.1, 0.7],  # the prefix
        [0.6, 0.2, 0.2, 0.0],
        [0.0, 0.5, 0.5, 0.0],
        [0.0, 0.0, 0.2, 0.8],  # mostly from the end, which is no word
    ]
    weights = by_words(["▁red", "▁har", "bour"], ["<2fr>", "▁port", "▁rou", "ge"], attention, 1)
    assert [[round(weight, 2) for weight in row] for row in weights] == [[0.6, 0.4], [0.0, 1.0]]


def test_tokens_of_another_kind_tell_nothing() -> None:
    assert by_words(["red", "har@@", "bour"], ["port"], [[1.0, 0.0, 0.0]], 0) == ()


def test_a_wording_crosses_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(ALIGNED)) == ALIGNED


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("The ferry links both [red](/r) harbours.", "Le bac relie les deux ports [rouges](/r)."),
        ("The *ferry* links both red harbours.", "Le *bac* relie les deux ports rouges."),
        (
            "The [ferry](/f) links [both **red** harbours](/h).",
            "Le [bac](/f) relie les [deux ports **rouges**](/h).",
        ),
        (
            "[**The ferry**](/f) links both red harbours.",
            "[**Le bac**](/f) relie les deux ports rouges.",
        ),
        ("The ferry links<br> both red harbours.", "Le bac relie <br>les deux ports rouges."),
        (
            "“The [ferry](/f) links both red harbours.”",
            "«\u00a0Le [bac](/f) relie les deux ports rouges.\u00a0»",
        ),
    ],
)
def test_links_and_emphasis_land_on_the_words_that_translate_theirs(
    source: str, wanted: str
) -> None:
    engine = Aligned(lambda words: [ALIGNED if words == SOURCE else AlignedHypothesis("jamais")])
    one = made(source, engine)
    assert one.block.markdown == wanted
    assert one.findings == ()


def test_emphasis_that_cannot_be_placed_is_dropped_and_said() -> None:
    engine = Aligned(lambda _: [AlignedHypothesis(SAID)])
    one = made("The *ferry* links both red harbours.", engine)
    assert one.block.markdown == SAID
    assert [(f.check, f.severity) for f in one.findings] == [("markup", Severity.WARNS)]


def test_a_link_that_cannot_be_placed_has_its_sentence_cut_round_it() -> None:
    answers = {
        SOURCE: SAID,
        "The": "Le",
        "ferry": "vapeur",
        "links both red harbours": "relie tout",
    }
    one = made("The [ferry](/f) links both red harbours.", Engine(answers.__getitem__))
    assert one.block.markdown == "Le [vapeur](/f) relie tout."


def test_a_link_s_words_translated_by_themselves_show_where_it_goes() -> None:
    answers = {SOURCE: SAID, "The": "Le", "ferry": "bac", "links both red harbours": "relie tout"}
    engine = Engine(answers.__getitem__)
    assert text("The [ferry](/f) links both red harbours.", engine) == (
        "Le [bac](/f) relie les deux ports rouges."
    )


def test_another_wording_is_asked_for_before_a_sentence_is_given_up() -> None:
    hypotheses = [AlignedHypothesis("Le bac le bac le bac le bac le bac"), ALIGNED]
    engine = Aligned(lambda _: hypotheses)
    one = made(SOURCE, engine)
    assert (one.block.markdown, one.findings) == (SAID, ())
    assert engine.others == [SOURCE]


def test_an_amount_that_came_out_wrong_is_put_right_where_it_is_clear() -> None:
    hypothesis = word_by_word("Il a payé 1,4 million hier.", [0, 1, 1, 2, 3, 4], 5)
    engine = Aligned(lambda _: [hypothesis])
    assert text("He paid 1.42 million yesterday.", engine) == "Il a payé 1,42 million hier."


COUNCIL = Term("en", "fr", "Council", "Conseil", exact_case=True)
FERRY = Term("en", "fr", "ferry", "transbordeur")


def test_a_term_is_put_in_place_of_what_the_engine_said() -> None:
    engine = Aligned(lambda _: [ALIGNED])
    one = made(SOURCE, engine, FERRY, COUNCIL)
    assert one.block.markdown == "Le transbordeur relie les deux ports rouges."
    assert one.findings == ()


def test_a_term_that_cannot_be_put_in_place_is_said() -> None:
    one = made(SOURCE, saying(SAID), FERRY)
    assert one.block.markdown == SAID
    assert [(f.check, f.severity) for f in one.findings] == [("glossary", Severity.WARNS)]


@pytest.mark.parametrize("kind", [Kind.HEADLINE, Kind.PARAGRAPH, Kind.HEADING])
def test_what_is_a_term_and_nothing_more_needs_no_engine(kind: Kind) -> None:
    engine = loud()
    assert made("Ferry", engine, FERRY, kind=kind).block.markdown == "Transbordeur"
    assert engine.calls == []


def test_terms_of_other_languages_and_other_cases_are_not_meant() -> None:
    german = Term("en", "de", "ferry", "Fähre")
    assert text("The council has a ferry.", loud(), german, COUNCIL) == "THE COUNCIL HAS A FERRY."


def test_a_name_in_the_glossary_stays_as_it_is() -> None:
    name = Term("en", "fr", "Anna Velmora", "Anna Velmora", exact_case=True)
    hypothesis = word_by_word("Voici Annatje Velmorarara.", [0, 1, 2], 3)
    assert (
        text("Here's Anna Velmora.", Aligned(lambda _: [hypothesis]), name) == "Voici Anna Velmora."
    )


@pytest.mark.parametrize(
    ("target", "said", "wanted"),
    [
        (
            "fr",
            '"Oui"; non ? Si: voilà!',
            "«\u00a0Oui\u00a0»\u202f; non\u202f? Si\u00a0: voilà\u202f!",
        ),
        ("de", '"Ja"; nein?', "„Ja“; nein?"),
        ("nl", "«\u00a0Ja\u00a0»; nee?", "“Ja”; nee?"),
        ("es", '"Sí"; no?', '"Sí"; no?'),
        ("fr", 'Un "mot seul', 'Un "mot seul'),
        ("fr", "À 14:30 l'autre :-) va", "À 14:30 l’autre :-) va"),
    ],
)
def test_each_language_sets_its_own_marks_and_spaces(target: str, said: str, wanted: str) -> None:
    block = Block(Kind.PARAGRAPH, 'The 14:30 "one" goes' if "14" in said else "Some words go")
    (one,) = translate_blocks([block], "en", target, saying(said))
    assert one.block.markdown == wanted


def test_typography_leaves_targets_and_code_alone() -> None:
    source = 'One [link](/a "Title: so!") and `code: x!` said: yes!'
    said = text(source, loud())
    assert said == 'ONE [LINK](/a "Title: so!") AND `code: x!` SAID\u00a0: YES\u202f!'


@pytest.mark.parametrize(
    "hypothesis",
    [
        AlignedHypothesis("Le bac relie", ((0.2, 0.4, 0.4), (0.3, 0.4, 0.3), (0.3, 0.3, 0.4))),
        word_by_word("Ici il relie", [0, 1, 2], 3),  # a word that says nothing
    ],
)
def test_a_place_that_is_not_sure_is_no_place(hypothesis: AlignedHypothesis) -> None:
    answers = {"The ferry links.": hypothesis, "ferry": AlignedHypothesis("vapeur")}
    engine = Aligned(lambda words: [answers.get(words, AlignedHypothesis("mots"))])
    assert text("The [ferry](/f) links.", engine) == "mots [vapeur](/f) mots."


def test_a_link_by_reference_is_as_safe_as_any() -> None:
    answers = {SOURCE: SAID, "The": "Le", "ferry": "vapeur", "links both red harbours": "relie"}
    source = "The [ferry][f] links both red harbours.\n\n[f]: /f"
    engine = Engine(lambda words: answers.get(words, ""))
    assert text(source, engine) == "Le [vapeur][f] relie.\n\n[f]: /f"
    assert [f.check for f in made(source, saying("")).findings] == ["untranslated"]


def test_marks_that_are_no_emphasis_are_words() -> None:
    assert text("There are 5 * 3*4 apples", loud()) == "THERE ARE 5 * 3*4 APPLES"


def test_marks_that_close_one_emphasis_and_open_another_are_no_pair() -> None:
    one = made("**New harbours. More boats** for Velmora **and its harbours. All** told", loud())
    assert one.block.markdown == (
        "**NEW HARBOURS. MORE BOATS** FOR VELMORA **AND ITS HARBOURS. ALL** TOLD"
    )
    assert one.findings == ()
