"""The words by which a text in another language is told before any model is asked."""

import pytest

from press.languages import OWN_NAMES
from translate.checks import Passage
from translate.checks.form.language import WrongLanguage
from translate.checks.words.lexicon.common import may_be_another

# The first article of the Universal Declaration of Human Rights.
ARTICLE = {
    "cs": "Všichni lidé se rodí svobodní a sobě rovní co do důstojnosti a práv.",
    "da": "Alle mennesker er født frie og lige i værdighed og rettigheder.",
    "de": "Alle Menschen sind frei und gleich an Würde und Rechten geboren.",
    "el": "Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια.",
    "en": "All human beings are born free and equal in dignity and rights.",
    "es": "Todos los seres humanos nacen libres e iguales en dignidad y derechos.",
    "et": "Kõik inimesed sünnivad vabadena ja võrdsetena oma väärikuselt ja õigustelt.",
    "fi": "Kaikki ihmiset syntyvät vapaina ja tasavertaisina arvoltaan ja oikeuksiltaan.",
    "fr": "Tous les êtres humains naissent libres et égaux en dignité et en droits.",
    "ga": "Saolaítear na daoine uile saor agus comhionann ina ndínit agus ina gcearta.",
    "hu": "Minden emberi lény szabadon születik és egyenlő méltósága és joga van.",
    "it": "Tutti gli esseri umani nascono liberi ed eguali in dignità e diritti.",
    "mt": "Il-bnedmin kollha jitwieldu ħielsa u ugwali fid-dinjità u d-drittijiet; għal dan huma.",
    "nl": "Alle mensen worden vrij en gelijk in waardigheid en rechten geboren.",
    "pl": "Wszyscy ludzie rodzą się wolni i równi pod względem swej godności i praw.",
    "pt": "Todos os seres humanos nascem livres e iguais em dignidade e em direitos.",
    "ro": "Toate ființele umane se nasc libere și egale în demnitate și în drepturi.",
    "ru": "Все люди рождаются свободными и равными в своем достоинстве и правах.",
    "sv": "Alla människor är födda fria och lika i värde och rättigheter.",
    "tr": "Bütün insanlar hür, haysiyet ve haklar bakımından eşit doğarlar.",
    "zh": "人人生而自由，在尊严和权利上一律平等。",
}


@pytest.mark.parametrize("code", ARTICLE)
def test_a_sentence_may_be_in_another_language_than_any_but_its_own(code: str) -> None:
    words = ARTICLE[code].strip(".").split()
    assert all(may_be_another(words, other) for other in OWN_NAMES if other != code)


@pytest.mark.parametrize("code", ["en", "fr", "nl", "de"])
def test_a_sentence_in_the_language_wanted_asks_nobody(code: str) -> None:
    assert not may_be_another(ARTICLE[code].strip(".").split(), code)


def test_words_that_no_language_has_ask_nobody() -> None:
    assert not may_be_another(["Démoralement", "la", "d", "Armonne", "de", "la", "de"], "fr")


@pytest.mark.parametrize("code", ["es", "it", "pt", "sv", "pl", "el"])
def test_a_translation_in_a_language_that_nobody_asked_for_is_found(code: str) -> None:
    passage = Passage(ARTICLE["en"], ARTICLE[code], "en", "fr")
    assert [finding.check for finding in WrongLanguage().find(passage)] == ["language"]
