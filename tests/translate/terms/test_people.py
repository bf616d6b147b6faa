"""Who is named, told by capitals and titles alone."""

import pytest

from press.finding import Severity
from press.glossary import Term
from press.text import Block, Kind
from tests.translate.fakes import Engine
from translate.checks import Passage, findings
from translate.checks.facts.names import KeptNames
from translate.terms.people import people
from translate.terms.placing import as_it_is
from translate.translating import translate_blocks


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "The river is low, said Anna Velmora in the harbour.", [["Anna", "Velmora"]]),
        ("en", "Minister Anna Velmora was there.", [["Anna", "Velmora"]]),
        ("en", "It was there, with Mr Tamvar.", [["Tamvar"]]),
        ("en", "Prime Minister Velmora's boat", [["Velmora"]]),
        ("en", "It was shown to Anna van der Velm again.", [["Anna", "Velm"]]),
        ("en", "The European Commission and the Council met in New York on Monday.", []),
        ("en", "Mr President, the Prime Minister is here.", []),
        ("en", "Anna Velmora Opens Night Ferry To All Islands", []),
        ("fr", "Le bateau de M. Tamvar et de la ministre Velmora.", [["Tamvar"], ["Velmora"]]),
        ("fr", "Le Conseil de Paris siège.", []),
        ("nl", "Volgens mevrouw Velmora is het zo.", [["Velmora"]]),
        ("nl", "Het Verdrag van Nice van de Europese Unie.", []),
        ("de", "Das Boot von Herrn Tamvar liegt in der Alten Hafenstadt.", [["Tamvar"]]),
        ("de", "Das sagt Herr Präsident Tamvar.", []),
    ],
)
def test_a_person_has_a_title_or_several_words_in_the_middle_of_a_sentence(
    language: str, text: str, found: list[list[str]]
) -> None:
    assert list(people(text, language)) == found


ANNA = (as_it_is("Anna Velmora", "en", "fr"),)


def judged(source: str, said: str, terms: tuple[Term, ...] = ()) -> list[tuple[Severity, str]]:
    passage = Passage(source, said, "en", "fr", terms=terms)
    return [(f.severity, f.says) for f in findings(passage, [KeptNames()])]


LOST = "the original has “Anna Velmora”; the translation has nothing for it"
PETRA = "the original has “Anna Velmora”; the translation has “Petra Kolm” instead"


def test_a_person_in_whose_place_another_stands_blocks() -> None:
    said = "Il a coulé, dit Petra Kolm."
    assert judged("It sank, said Anna Velmora.", said) == [(Severity.BLOCKS, PETRA)]


def test_a_person_who_is_lost_is_a_warning() -> None:
    said = "Il a coulé, dit Anna."
    assert judged("It sank, said Anna Velmora.", said) == [(Severity.WARNS, LOST)]
    assert judged("It sank, said Anna Velmora.", "Il a coulé, dit Anna Velmora.") == []


def test_a_contact_who_became_another_blocks_and_is_told_once() -> None:
    petra, lost = (Severity.BLOCKS, PETRA), (Severity.BLOCKS, LOST)
    assert judged("Ask Anna Velmora, they said.", "Demandez à Petra Kolm.", ANNA) == [petra]
    assert judged("Anna Velmora said no.", "Petra Kolm a dit non.", ANNA)[0][0] is Severity.BLOCKS
    assert judged("It sank, said Anna Velmora.", "Anna Velmorarara le dit.", ANNA)[0] == lost
    assert judged("Anna Velmora's boat", "Le bateau d'Anna Velmora", ANNA) == []


def test_a_contact_in_the_german_genitive_is_called_what_she_is_called() -> None:
    terms = [as_it_is("Anna Velmora", "en", "de")]
    passage = Passage("Anna Velmora's boat", "Anna Velmoras Boot", "en", "de", terms=terms)
    assert findings(passage) == ()


def test_a_contact_whom_an_engine_calls_otherwise_is_put_back() -> None:
    engine = Engine(lambda words: f"Selon {words}" if words.startswith("It") else "Petra Kolm")
    block = Block(Kind.PARAGRAPH, "Anna Velmora said no.")
    (one,) = translate_blocks([block], "en", "fr", engine, ANNA)
    assert "Anna Velmora" in one.block.markdown


def test_a_contact_whose_name_is_no_more_than_a_genitive_ends_the_search() -> None:
    person = as_it_is("'s", "en", "nl")
    passage = Passage("Two 's men", "twee mensen", "en", "nl", terms=(person,))
    assert list(KeptNames().find(passage)) == []
