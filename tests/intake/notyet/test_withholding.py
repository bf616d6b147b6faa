"""Whatever says that it is not for the public holds a release back, in whatever words and place."""

import pytest

import intake
from press.releases.release import Filing
from tests.each import each

MARKS = [
    "Note to editors, not for publication: {}",
    "Confidential, not for publication: {}",
    "These numbers are not for publication: {}",
    "Strictly confidential: {}",
    "NOT FOR PUBLICATION {} arrives late.",
    "N O T  F O R  P U B L I C A T I O N: {}",
    "The following is not for publication: {}",
    "For journalists only: {}",
    "Please do not publish the following: {}",
    "Not for onward transmission: {}",
    "Not-for-publication: {}",
    "Noot voor de redactie, niet voor publicatie: {}",
    "Gelieve niet te publiceren: {}",
    "Niet voor publikatie: {}",
    "Deze informatie is niet bestemd voor publicatie: {}",
    "Nog niet publiceren: {}",
    "Merci de ne pas publier : {}",
    "Ne peut être publié : {}",
    "Note à la rédaction, non destinée à la publication : {}",
    "Ces coordonnées ne sont pas destinées à être publiées : {}",
    "Informations destinées uniquement à la presse : {}",
    "Hinweis an die Redaktion – nicht zur Veröffentlichung: {}",
    "Diese Angaben sind nicht zur Veröffentlichung bestimmt: {}",
    "Nicht zum Abdruck: {}",
    "NICHT ZUR VEROEFFENTLICHUNG {}",
    "Nur für die Redaktion: {}",
    "Hintergrund, nicht zitierfähig: {}",
    "Bitte nicht zitieren: {}",
    "Unter drei: {}",
    "Niet citeren: {}",
    "Ne pas citer : {}",
    "Not to be quoted: {}",
    "Do not attribute: {}",
    "Non-attributable: {}",
    "Off-the-record: {}",
    "{} (This is off the record.)",
    "En off : {}",
    "Intern: {}",
    "Intern gebruik: {}",
    "À usage interne : {}",
    "INTERNAL – {}",
    "Nur für den Dienstgebrauch: {}",
    "VS-NfD: {}",
    "Interner Hinweis: {}",
    "This paragraph must not be published. {}",
    "The list must not be published: {}",
    "Nicht für die Öffentlichkeit bestimmt: {}",
    "Interdit à la publication : {}",
    "Niet uitzenden: {}",
    "RESTRICTED: {}",
    "Confidential note to editors: {}",
    "Privileged & confidential: {}",
    "Please refrain from publishing this: {}",
    "Please keep this off the record: {}",
    "Chatham House rule applies to this paragraph: {}",
    "If asked: {}",
    "For your information only (FYIO): {}",
    "Dit stuk niet overnemen: {}",
    "We ask you not to publish the name {}.",
    "Do not name the child: {}",
    "The name of the driver, {}, must not be published.",
    "Der Name des Fahrers, {}, darf nicht veröffentlicht werden.",
    "De naam van de bestuurder, {}, mag niet gepubliceerd worden.",
    "Le nom du conducteur, {}, ne peut pas être divulgué.",
    "Nous vous prions de ne pas publier le nom {}.",
    "Bitte nennen Sie den Namen {} nicht.",
    "Ter info van de redactie: {}",
    "Pour information des rédactions : {}",
    "Zur Kenntnis der Redaktionen: {}",
    "For the information of editors: {}",
    "Wir bitten Sie, den Namen {} nicht zu nennen.",
]
NUMBERS = [
    "Personal mobile (do not share): {}",
    "Mobile – please don't publish: {}",
    "Private number, not to be passed on: {}",
    "Private Nummer, bitte nicht weitergeben: {}",
    "Nicht an Dritte weitergeben: {}",
    "Mobiel, niet doorgeven: {}",
    "Rechtstreeks nummer, niet doorsturen: {}",
    "Die Telefonnummer bitte nicht abdrucken: {}",
    "Emergency mobile, journalists only {}",
    "Presse-Hotline (nicht für Bürger): {}",
    "Press hotline (not for members of the public): {}",
    "Perslijn (niet voor het publiek): {}",
    "Ligne presse (pas pour le public) : {}",
    "Photo desk, for the press only: {}",
    "Numéro à ne pas communiquer au public : {}",
]
PLACES = {
    "text.txt": "27 November 2026\n\nBridge opens\n\nThe bridge opens on Monday.\n\n{}\n",
    "within.txt": "27 November 2026\n\nBridge opens\n\nThe bridge opens. {}\n\nIt is blue.\n",
    "item.txt": "27 November 2026\n\nBridge opens\n\n- The bridge opens.\n- {}\n",
    "marked.md": "---\ntitle: Bridge opens\ndate: 2026-11-27\n---\nIt opens.\n\n**{}**\n",
    "table.md": "# Bridge opens\n\n| who | what |\n| --- | --- |\n| Zora | {} |\n",
    "summary.md": "---\ntitle: Bridge opens\nsummary: '{}'\n---\nIt opens.\n",
    "page.html": "<html><body><main><h1>Bridge opens</h1><p>It opens.</p><p>{}</p></main></html>",
}
# In a file of Markdown.
SHAPES = [
    "**{mark}** Zebulon comes.",
    "Zebulon 0470 55 01 01 ({mark})",
    "| a | b |\n| --- | --- |\n| Zebulon | {mark} |",
    "Zebulon comes. {mark}.",
    "## {mark}\n\nZebulon comes.",
    "{mark}\nZebulon comes.",
]
NAMED = [
    "NOT FOR PUBLICATION",
    "Strictly confidential",
    "For journalists only",
    "Nicht zur Veröffentlichung",
    "Streng vertraulich",
    "Ne pas publier",
    "Confidentiel – ne pas diffuser",
    "Niet voor publicatie",
]
ORDINARY = [
    "The report was not published in time, the minister said.",
    "The commission decided not to publish the names of the companies.",
    "Newspapers do not publish the names of minors.",
    "Only journalists who have registered may come.",
    "Talks were confidential, the spokesperson said.",
    "Le ministère n'a pas publié le rapport.",
    "Le gouvernement a décidé de ne pas publier la liste.",
    "De minister wil het rapport niet publiceren.",
    "Das Ministerium will den Bericht nicht veröffentlichen.",
    "Die Zahlen sind noch nicht veröffentlicht.",
    "The letter was marked “confidential” and “not for publication”, the court heard.",
    "La conférence est réservée aux journalistes accrédités.",
    "De persconferentie is alleen voor journalisten met een accreditatie.",
    "Die Pressekonferenz ist nur für Journalisten mit Akkreditierung.",
    "Do not use the lift in case of fire.",
    "Do not share drinks with others, the doctor says.",
    "The internal market grows: trade is up.",
    "Unter drei Grad friert es nachts.",
    "Speaking off the record to nobody, she left.",
    "Die Namen nennt das Ministerium nicht.",
    "Photo for press use only",
    "The pictures are for press use only.",
    "The hotline is for the press only.",
    "Die Brücke ist nicht für Bürger mit Auto.",
    "Informatie van de redactie: lees verder.",
    "The king will speak at 8 p.m.; the speech will be broadcast live.",
    "« Ne publiez pas de photos de vos enfants », dit la ministre.",
    "De prijs mag niet genoemd worden als reden, zegt ze.",
]
# What tells of people admitted, and yet marks words: it goes on to them.
ADMITTED = [
    "The room is for journalists only: {}",
    "La conférence est réservée aux journalistes : {}",
    "The section was marked “not for publication”: {}",
]


def read(name: str, words: str) -> Filing:
    (filing,) = intake.read(name, words.encode(), zone="Europe/Brussels", language="en").filings
    return filing


@pytest.mark.parametrize("place", PLACES)
def test_words_that_are_not_for_the_public_are_left_out_or_hold_the_release(place: str) -> None:
    def is_safe(mark: str) -> None:
        filing = read(place, PLACES[place].format(mark.format("Zebulon")))
        shown = " ".join([*(b.markdown for b in filing.blocks), *map(str, filing.contacts)])
        assert filing.not_yet or "Zebulon" not in shown

    each(MARKS, is_safe)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_mark_in_markdown_leaves_with_its_words_or_stays_with_them_and_holds(shape: str) -> None:
    def is_kept(mark: str) -> None:
        filing = read("a.md", f"# Bridge\n\nIt opens.\n\n{shape.format(mark=mark)}\n\nMore.\n")
        shown = "\n".join(block.markdown for block in filing.blocks)
        assert filing.not_yet or "Zebulon" not in shown
        assert "Zebulon" not in shown or mark in shown

    each(NAMED, is_kept)


def test_a_number_that_is_not_to_be_passed_on_is_in_no_document_or_holds_the_release() -> None:
    def is_safe(mark: str) -> None:
        filing = read("a.txt", PLACES["text.txt"].format(mark.format("+999 470 55 01 01")))
        shown = " ".join([*(b.markdown for b in filing.blocks), *map(str, filing.contacts)])
        assert filing.not_yet or "470" not in shown

    each(NUMBERS, is_safe)


def test_whom_one_admits_is_no_news_where_words_follow_for_them() -> None:
    def is_safe(mark: str) -> None:
        filing = read("a.txt", PLACES["text.txt"].format(mark.format("Zebulon")))
        assert filing.not_yet or all("Zebulon" not in block.markdown for block in filing.blocks)

    each(ADMITTED, is_safe)


def test_the_officer_is_told_which_words_hold_it() -> None:
    (one,) = read("a.md", "# Bridge opens\n\nIt opens.\n\nNot for print: Zora comes.\n").not_yet
    assert one.why.endswith("“not for print: zora comes.”")


def test_news_of_what_is_not_published_is_held_by_nothing() -> None:
    def is_free(words: str) -> None:
        filing = read("a.txt", f"27 November 2026\n\nBridge opens\n\n{words}\n\nIt is blue.\n")
        assert filing.not_yet == ()
        assert words in [block.markdown for block in filing.blocks]

    each(ORDINARY, is_free)
