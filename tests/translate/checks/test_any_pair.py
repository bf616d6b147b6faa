"""Whatever two texts are laid beside each other, the checks answer."""

from hypothesis import given
from hypothesis import strategies as st

from press.finding import Severity
from press.text import Block, Kind
from translate.checks import CHECKS, Passage, block_findings, findings

PROSE = """
    NATO ONU Niger Nigeria's Lavrov said Zelensky -5 minus five XX XIVe 20th Charles III Tuesday
    Sonnabend lundi 14:00 GMT CET (€m) 3 km miles £ not never personne n'a kein {name} %s 🎉 🇧🇪
    � пр λ Anna Velmora Mr. Dr the le de und een \u00a0 \u202f l'É.-U. 9/11 I II … “ ” — K'
"""
TEXTS = st.text(max_size=40) | st.lists(st.sampled_from(PROSE.split(" ")), max_size=12).map(
    " ".join
)
CODES = st.sampled_from(("en", "fr", "nl", "de", "it", "el", "xx"))


@given(source=TEXTS, said=TEXTS, here=CODES, there=CODES)
def test_no_pair_of_texts_is_too_much_for_a_check(
    source: str, said: str, here: str, there: str
) -> None:
    for finding in findings(Passage(source, said, here, there)):
        assert finding.says.strip()


@given(text=TEXTS, code=st.sampled_from(("en", "fr", "nl", "de")))
def test_a_text_lacks_nothing_beside_itself(text: str, code: str) -> None:
    blocks = Block(Kind.HEADLINE, text), Block(Kind.HEADLINE, text)
    said = {finding.check for finding in block_findings(*blocks, (code, code))}
    assert said <= {"unsafe", "repetition", "quotations", "french-spacing", "untranslated", "empty"}


def test_a_language_without_words_of_ours_is_not_kept_back_for_them() -> None:
    said = "Alle 14:00 ora di Greenwich il PIL era di chilometri e milioni di dollari."
    text = "At 14:00 GMT, GDP was kilometres and millions of dollars."
    found = findings(Passage(text, said, "en", "it"))
    assert [finding.check for finding in found if finding.severity is Severity.BLOCKS] == []


def test_each_check_has_a_name_of_its_own() -> None:
    assert len({check.name for check in CHECKS}) == len(CHECKS)
