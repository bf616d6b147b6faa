"""Each check with pairs that pass and pairs that fail."""

from collections.abc import Iterator

import pytest

from press.finding import Finding, Severity
from press.glossary import Term
from press.text import Block, Kind
from translate.checks import CHECKS, OF_FORM, Check, Passage, block_findings, findings
from translate.markup.markdown import visible

TERMS = (
    Term("en", "fr", "Council", "Conseil", exact_case=True),
    Term("en", "fr", "spokesperson", "porte-parole"),
)
LONG = "The ministers of both countries met in the harbour to sign the treaty."
# check, kind, source, French
PASS = [
    ("empty", Kind.PARAGRAPH, "Words.", "Mots."),
    ("empty", Kind.PARAGRAPH, "2025", "2025"),
    ("unsafe", Kind.PARAGRAPH, "A <b>bold</b> word", "Un mot <b>gras</b>"),
    ("unsafe", Kind.PARAGRAPH, "R&D", "R&D"),
    ("letters", Kind.PARAGRAPH, "Łódź, λόγος", "Łódź, λόγος"),
    ("emoji", Kind.PARAGRAPH, "Good news 🎉, Anna ❤️", "❤ Anna : bonne nouvelle 🎉"),
    ("codes", Kind.PARAGRAPH, "Dear {name}, 5% of %s", "5 % de %s, chère {name}"),
    ("links", Kind.PARAGRAPH, "[One](/a) and [two](/b).", "[Deux](/b) et [un](/a)."),
    ("links", Kind.HEADLINE, "[One](/a)", "Un"),
    ("addresses", Kind.PARAGRAPH, "Call +999 2 555 01 00.", "Appelez +999 2 555 01 00."),
    ("markup", Kind.PARAGRAPH, "*All* **is** well.", "**Tout** va *bien*."),
    ("markup", Kind.LIST, "- one\n- two", "- un\n- deux"),
    ("numbers", Kind.PARAGRAPH, "1.35 million euros on 1 May", "1,35 million d'euros le 1er mai"),
    ("numbers", Kind.PARAGRAPH, "12,400 people", "12 400 personnes"),
    ("numbers", Kind.PARAGRAPH, "Seven boats", "7 bateaux"),
    ("number-words", Kind.PARAGRAPH, "Two million", "Deux millions"),
    ("number-words", Kind.PARAGRAPH, "Two boats, one ferry", "2 bateaux, un ferry"),
    ("number-words", Kind.PARAGRAPH, "Both boats, a dozen", "Les deux bateaux, douze"),
    ("units", Kind.PARAGRAPH, "Costs (€m)", "Coûts (en millions d'euros)"),
    ("minus", Kind.PARAGRAPH, "minus five, -5 °C", "\u22125 °C, moins cinq"),
    ("ordinals", Kind.PARAGRAPH, "The XX Congress, Louis XIV", "Le vingtième congrès, Louis XIV"),
    ("weekdays", Kind.PARAGRAPH, "On Tuesday, Black Friday", "Mardi, le Black Friday"),
    ("months", Kind.PARAGRAPH, "It opens in June", "Ouverture en juin"),
    ("zones", Kind.PARAGRAPH, "14:00 GMT, 15:00 CET", "14:00 TU, 15:00 HNEC"),
    ("acronyms", Kind.PARAGRAPH, "NATO, the UN and GDP", "L'OTAN, l'ONU et le PIB"),
    ("countries", Kind.PARAGRAPH, "Belgium's and the Dutch", "Le Belge et les Pays-Bas"),
    ("language", Kind.PARAGRAPH, LONG, "Les ministres se sont retrouvés au port."),
    ("untranslated", Kind.PARAGRAPH, "Velmora Radio Orchestra", "Velmora Radio Orchestra"),
    ("untranslated", Kind.PARAGRAPH, LONG, "Les ministres se sont réunis au port."),
    ("untranslated", Kind.PARAGRAPH, "7f3a dcf b fafa 12", "7f3a dcf b fafa 12"),
    ("untranslated", Kind.PARAGRAPH, "a1 f1dcf2b3fafa4ab7cd", "a1 f1dcf2b3fafa4ab7cd"),
    ("left-words", Kind.PARAGRAPH, "The information is here.", "L'information est là."),
    (
        "left-words",
        Kind.PARAGRAPH,
        "She leads Save the Children.",
        "Elle dirige Save the Children.",
    ),
    ("left-words", Kind.PARAGRAPH, "Brown said so.", "Brown l'a dit."),
    ("left-words", Kind.PARAGRAPH, "He read *House of Fear*.", "Il a lu *House of Fear*."),
    ("left-words", Kind.PARAGRAPH, "He said “peace now”.", "Il a dit «\u00a0peace now\u00a0»."),
    ("left-words", Kind.PARAGRAPH, "Type `clean build` now.", "Tapez `clean build` ici."),
    ("left-words", Kind.PARAGRAPH, "See www.peace.example.", "Voyez www.peace.example."),
    ("left-words", Kind.PARAGRAPH, "The helpdesk called.", "Le helpdesk a appelé."),
    ("left-words", Kind.PARAGRAPH, "WHO said so.", "WHO l'a dit."),
    ("repetition", Kind.PARAGRAPH, "You ask yourself.", "Vous vous demandez."),
    ("repetition", Kind.PARAGRAPH, "It is very, very low.", "Il est très, très bas."),
    ("repetition", Kind.PARAGRAPH, "The Walla Walla ferry", "Le bac de Walla Walla"),
    ("repetition", Kind.PARAGRAPH, "Those who were, were here.", "Ceux qui étaient là, là même."),
    ("repetition", Kind.PARAGRAPH, "No, no, no, no!", "Non, non, non, non !"),
    ("repetition", Kind.PARAGRAPH, "Tamvara sings tralalala.", "Tamvara chante."),
    ("length", Kind.PARAGRAPH, LONG, LONG[:60]),
    ("length", Kind.PARAGRAPH, "Yes.", "Absolument, et plutôt deux fois qu'une."),
    ("sentences", Kind.PARAGRAPH, "It rains. We go.", "Il pleut et nous partons."),
    ("negation", Kind.PARAGRAPH, "They do not pay.", "Ils ne paient pas."),
    ("negation", Kind.PARAGRAPH, "Nobody ever said no.", "Personne n'a jamais dit non."),
    ("negation", Kind.PARAGRAPH, "They cannot pay.", "Ils sont incapables de payer."),
    ("negation", Kind.PARAGRAPH, "They refuse to pay.", "Ils ne veulent pas payer."),
    ("names", Kind.PARAGRAPH, "Said Anna Velmora.", "A dit Anna Velmora."),
    ("names", Kind.PARAGRAPH, "The European Commission met.", "La Commission européenne siège."),
    ("names", Kind.PARAGRAPH, "It is Anna Velmora's boat.", "C'est le bateau d'Anna Velmora."),
    ("names", Kind.PARAGRAPH, "President Anna Velmora", "Présidente Anna Velmora"),
    ("names", Kind.PARAGRAPH, "Volodymyr Zelensky spoke.", "Volodymyr Zelenskyy a parlé."),
    ("names", Kind.PARAGRAPH, "Pope Francis spoke.", "Le pape François a parlé."),
    ("names", Kind.PARAGRAPH, "It is so, said Anna Velmora.", "Anna\u00a0Velmora l'a dit."),
    ("glossary", Kind.PARAGRAPH, "The Council met.", "Le Conseil s'est réuni."),
    ("glossary", Kind.PARAGRAPH, "The town council met.", "La commune s'est réunie."),
    ("glossary", Kind.PARAGRAPH, "Spokesperson", "Porte-parole"),
    ("quotations", Kind.PARAGRAPH, "“Yes”, he said.", "« Oui », dit-il."),
    ("quotations", Kind.PARAGRAPH, "“Yes”, he said.", "‘Oui’, dit-il."),
    ("ending", Kind.PARAGRAPH, "“All is well.”", "« Tout va bien. »"),
    ("ending", Kind.PARAGRAPH, "Is all well?", "Tout va bien\u202f?"),
    ("french-spacing", Kind.PARAGRAPH, "So: yes!", "Donc\u00a0: oui\u202f!"),
    ("french-spacing", Kind.PARAGRAPH, "At 14:30 “now”", "À 14:30 «\u00a0ici\u00a0»"),
    ("title-length", Kind.HEADLINE, LONG, LONG + LONG[:30]),
    ("title-length", Kind.PARAGRAPH, "Words", "mots " * 40),
]
BLOCKS, WARNS = Severity.BLOCKS, Severity.WARNS
FAIL = [
    ("empty", BLOCKS, Kind.PARAGRAPH, "Words.", "…"),
    ("unsafe", BLOCKS, Kind.PARAGRAPH, "Words", "<script>alert()</script>"),
    ("unsafe", BLOCKS, Kind.PARAGRAPH, "Words", "\\<script\\>alert()"),
    ("unsafe", BLOCKS, Kind.HEADLINE, "Words", "<img src=x onerror=alert()>"),
    ("unsafe", BLOCKS, Kind.PARAGRAPH, "Words", "javascript:alert()"),
    ("letters", BLOCKS, Kind.PARAGRAPH, "The bridge", "Le p\ufffdnt"),
    ("letters", BLOCKS, Kind.PARAGRAPH, "The bridge", "Le p\u043ent"),
    ("emoji", BLOCKS, Kind.PARAGRAPH, "Good news 🎉", "Bonne nouvelle"),
    ("emoji", BLOCKS, Kind.PARAGRAPH, "Good news", "Bonne nouvelle 🎉"),
    ("emoji", BLOCKS, Kind.PARAGRAPH, "In 🇧🇪", "En 🇩🇪"),
    ("codes", BLOCKS, Kind.PARAGRAPH, "Dear {name}", "Chère {nom}"),
    ("codes", BLOCKS, Kind.PARAGRAPH, "%s files", "Des fichiers"),
    ("links", BLOCKS, Kind.PARAGRAPH, "See [it](/a).", "Voyez-le."),
    ("links", BLOCKS, Kind.PARAGRAPH, "See [it](/a).", "Voyez-[le](/b)."),
    ("links", BLOCKS, Kind.PARAGRAPH, "See it.", "Voyez-[le](/b)."),
    ("links", BLOCKS, Kind.PARAGRAPH, "![it](a.png)", "![le](b.png)"),
    ("addresses", BLOCKS, Kind.PARAGRAPH, "Call +999 2 555 01 00.", "Appelez +999 2 555 01 01."),
    ("addresses", BLOCKS, Kind.PARAGRAPH, "Call us.", "Appelez www.evil.example/x."),
    ("markup", WARNS, Kind.PARAGRAPH, "*All* is well.", "Tout va bien."),
    ("markup", BLOCKS, Kind.PARAGRAPH, "All is well.", "# Tout va bien."),
    ("markup", BLOCKS, Kind.PARAGRAPH, "All is well.", "Tout *va* bien."),
    ("markup", BLOCKS, Kind.LIST, "- one\n- two", "- un et deux"),
    ("numbers", BLOCKS, Kind.PARAGRAPH, "15 million", "15"),
    ("numbers", BLOCKS, Kind.PARAGRAPH, "2 billion", "2 billions"),
    ("numbers", BLOCKS, Kind.PARAGRAPH, "Today", "Les 7"),
    ("numbers", BLOCKS, Kind.PARAGRAPH, "Twelve boats", "20 bateaux"),
    ("number-words", WARNS, Kind.PARAGRAPH, "Two million", "Trois millions"),
    ("number-words", WARNS, Kind.PARAGRAPH, "Twelve boats", "Vingt bateaux"),
    ("number-words", WARNS, Kind.PARAGRAPH, "Twelve boats", "Des bateaux"),
    ("number-words", WARNS, Kind.PARAGRAPH, "The boats", "Les douze bateaux"),
    ("units", BLOCKS, Kind.PARAGRAPH, "Costs (€m)", "Coûts"),
    ("units", BLOCKS, Kind.PARAGRAPH, "Costs (€m)", "Coûts (en milliards d'euros)"),
    ("units", BLOCKS, Kind.PARAGRAPH, "Some dollars", "Quelques euros"),
    ("units", WARNS, Kind.PARAGRAPH, "Some miles", "Quelques kilomètres"),
    ("minus", BLOCKS, Kind.PARAGRAPH, "minus five", "cinq"),
    ("minus", BLOCKS, Kind.PARAGRAPH, "5 °C", "\u22125 °C"),
    ("ordinals", BLOCKS, Kind.PARAGRAPH, "King Charles III", "Le roi Charles II"),
    ("ordinals", BLOCKS, Kind.PARAGRAPH, "The fifth ferry", "Le sixième bac"),
    ("ordinals", WARNS, Kind.PARAGRAPH, "King Charles III", "Le roi Charles"),
    ("weekdays", BLOCKS, Kind.PARAGRAPH, "On Tuesday", "Jeudi"),
    ("weekdays", WARNS, Kind.PARAGRAPH, "On Tuesday", "Demain"),
    ("months", BLOCKS, Kind.PARAGRAPH, "It opens in June", "Ouverture en juillet"),
    ("zones", BLOCKS, Kind.PARAGRAPH, "14:00 GMT", "14:00 HNEC"),
    ("zones", BLOCKS, Kind.PARAGRAPH, "14:00 GMT", "14:00"),
    ("acronyms", BLOCKS, Kind.PARAGRAPH, "NATO", "L'ONU"),
    ("acronyms", WARNS, Kind.PARAGRAPH, "The VRF", "L'AQB"),
    ("countries", BLOCKS, Kind.PARAGRAPH, "In Niger", "Au Nigeria"),
    ("countries", BLOCKS, Kind.PARAGRAPH, "The Dutch minister", "Le ministre danois"),
    (
        "countries",
        *(WARNS, Kind.PARAGRAPH, "From Latvia to Lithuania"),
        "De la Lituanie à la Lettonie",
    ),
    (
        "language",
        *(BLOCKS, Kind.PARAGRAPH, LONG),
        "De ministers van beide landen kwamen bijeen in de haven voor het verdrag.",
    ),
    ("untranslated", BLOCKS, Kind.PARAGRAPH, LONG, LONG),
    ("untranslated", WARNS, Kind.PARAGRAPH, LONG, "Les ministres met in the harbour to sign."),
    ("left-words", WARNS, Kind.PARAGRAPH, "The pioneer came.", "Le pioneer est venu."),
    ("left-words", WARNS, Kind.PARAGRAPH, "Hundreds came.", "Hundreds sont venus."),
    ("left-words", WARNS, Kind.HEADLINE, "Peace Talks Resume", "Le dialogue de Peace reprend"),
    ("left-words", WARNS, Kind.PARAGRAPH, "The follow-up came.", "Le follow-up est venu."),
    ("left-words", BLOCKS, Kind.PARAGRAPH, "A narrow path lies here.", "Le narrow path est là."),
    ("repetition", BLOCKS, Kind.PARAGRAPH, LONG, "Les ministres " + "port " * 50),
    ("repetition", BLOCKS, Kind.PARAGRAPH, LONG, "Ils sont là, " * 5),
    ("repetition", WARNS, Kind.PARAGRAPH, LONG, "Les ministres se sont sont réunis."),
    ("repetition", WARNS, Kind.PARAGRAPH, LONG, "Les ministres de la de la mer."),
    ("repetition", WARNS, Kind.PARAGRAPH, "At Velmora", "À Velmorarara"),
    ("repetition", WARNS, Kind.PARAGRAPH, LONG, "La paix de la mer, puis la paix de la mer."),
    ("length", BLOCKS, Kind.PARAGRAPH, LONG, "Oui."),
    ("length", BLOCKS, Kind.PARAGRAPH, LONG, LONG[:30]),
    ("length", WARNS, Kind.PARAGRAPH, LONG, LONG[:50]),
    ("length", WARNS, Kind.PARAGRAPH, f"We go. {LONG}", f"Et nous, nous partons. {LONG[:40]}."),
    ("length", WARNS, Kind.PARAGRAPH, LONG, LONG * 2),
    ("sentences", WARNS, Kind.PARAGRAPH, "It rains. We go. You stay.", "Il pleut."),
    ("negation", BLOCKS, Kind.PARAGRAPH, "They do not pay.", "Ils paient."),
    ("negation", BLOCKS, Kind.PARAGRAPH, "They pay.", "Ils ne paient pas."),
    ("negation", BLOCKS, Kind.PARAGRAPH, "Nobody pays.", "Tout le monde paie."),
    ("negation", WARNS, Kind.PARAGRAPH, "They do not refuse.", "Ils refusent."),
    ("names", WARNS, Kind.PARAGRAPH, "Said Anna Velmora.", "A dit Anna Velmoraa."),
    ("names", WARNS, Kind.PARAGRAPH, "It is so, said Anna Velmora.", "C'est ainsi, dit-elle."),
    (
        "names",
        BLOCKS,
        Kind.PARAGRAPH,
        "It is so, said Anna Velmora.",
        "Luc Kol l'a dit, dit Luc Kol.",
    ),
    ("names", BLOCKS, Kind.PARAGRAPH, "Lavrov said so.", "Zelensky a dit cela."),
    ("glossary", WARNS, Kind.PARAGRAPH, "The Council met.", "Le Comité s'est réuni."),
    ("quotations", WARNS, Kind.PARAGRAPH, "“Yes”, he said.", "« Oui, dit-il."),
    ("quotations", WARNS, Kind.PARAGRAPH, "“Yes”, he said.", "Oui, dit-il."),
    ("ending", WARNS, Kind.PARAGRAPH, "Is all well?", "Tout va bien."),
    ("french-spacing", WARNS, Kind.PARAGRAPH, "So yes!", "Donc oui !"),
    ("french-spacing", WARNS, Kind.PARAGRAPH, "“Now”", "«Ici»"),
    ("title-length", WARNS, Kind.HEADLINE, LONG, LONG * 2),
]


def found(kind: Kind, source: str, said: str) -> list[tuple[str, Severity]]:
    blocks = Block(kind, source), Block(kind, said)
    return [(f.check, f.severity) for f in block_findings(*blocks, ("en", "fr"), TERMS)]


@pytest.mark.parametrize(("check", "kind", "source", "said"), PASS)
def test_what_is_right_passes(check: str, kind: Kind, source: str, said: str) -> None:
    assert check not in dict(found(kind, source, said))


@pytest.mark.parametrize(("check", "severity", "kind", "source", "said"), FAIL)
def test_what_is_wrong_is_found(
    check: str, severity: Severity, kind: Kind, source: str, said: str
) -> None:
    assert (check, severity) in found(kind, source, said)


def test_every_check_has_pairs_of_both_sorts() -> None:
    names = {check.name for check in CHECKS}
    assert names == {check for check, *_ in PASS} == {check for check, *_ in FAIL}


def test_code_and_rules_are_not_read() -> None:
    assert found(Kind.CODE, "```\na\n```", "") == found(Kind.RULE, "---", "") == []


def test_a_sentence_known_to_stay_is_not_looked_at_again() -> None:
    source, said = Block(Kind.PARAGRAPH, f"{LONG} Yes."), Block(Kind.PARAGRAPH, f"{LONG} Oui.")
    assert [f.check for f in block_findings(source, said, ("en", "fr"))] == ["untranslated"]
    assert block_findings(source, said, ("en", "fr"), left=[LONG]) == ()


@pytest.mark.parametrize(
    ("source", "said", "says"),
    [
        ("It costs 15 million.", "Il coûte 15.", "“15 million” became “15”"),
        (
            "It opens on 15 June 2026.",
            "Il ouvre le 16 juin 2026.",
            "“15 June 2026” became “16 juin",
        ),
        ("From 15 June on.", "À partir de là.", "“15 June” is lost"),
        ("It opens on 15 June.", "Il ouvre le 15.", "“15 June” became “15”"),
        ("It rains.", "Il pleut 3 %.", "“3 %” is not in the source"),
    ],
)
def test_a_finding_shows_numbers_as_they_stand(source: str, said: str, says: str) -> None:
    blocks = (Block(Kind.PARAGRAPH, words) for words in (source, said))
    found = [f for f in block_findings(*blocks, ("en", "fr")) if f.check == "numbers"]
    assert [f.says.startswith(says) for f in found] == [True], [f.says for f in found]


@pytest.mark.parametrize("kind", [Kind.PARAGRAPH, Kind.HEADLINE, Kind.SUMMARY])
def test_a_sentence_in_several_kinds_is_told_all_that_is_said_of_it_in_each(kind: Kind) -> None:
    """What is remembered of its words from one kind to the next makes no difference."""
    is_plain = kind is not Kind.PARAGRAPH
    for *_, source, said in (*PASS, *FAIL):
        for other in (Kind.SUMMARY, Kind.PARAGRAPH, Kind.HEADLINE):
            block_findings(Block(other, source), Block(other, said), ("en", "fr"))
        texts = (source, said) if is_plain else (visible(source), visible(said))
        passage = Passage(*texts, "en", "fr", kind, None if is_plain else (source, said))
        told = block_findings(Block(kind, source), Block(kind, said), ("en", "fr"))
        assert told == findings(passage)


def test_a_sentence_in_three_kinds_is_looked_at_once_for_its_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = list[Kind]()
    check = next(one for one in CHECKS if one not in OF_FORM)
    look = type(check).find

    def find(self: Check, passage: Passage) -> Iterator[Finding]:
        asked.append(passage.kind)
        return look(self, passage)

    monkeypatch.setattr(type(check), "find", find)
    for kind in (Kind.PARAGRAPH, Kind.HEADLINE, Kind.SUMMARY):
        words = "Night ferries of the third kind", "Des ferries de nuit du troisième type"
        block_findings(Block(kind, words[0]), Block(kind, words[1]), ("en", "fr"))
    assert len(asked) == 1
