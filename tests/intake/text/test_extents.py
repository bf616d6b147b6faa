"""What is marked not for publication leaves the text, and no more than that. Our own samples."""

import pytest

import intake
from press.releases.release import Filing
from tests.each import each

SECRET = "the zebra waits at quay 5"
MARKED = [
    "Not for publication: {}.",
    "**NOT FOR PUBLICATION** {}.",
    "NOT FOR PUBLICATION {}.",
    "**Not for publication:** {}.",
    "Confidential: {}.",
    "Confidential! {}.",
    "Strictly confidential! {}.",
    "Embargoed background, not for publication – {}.",
    "**Background, not for publication** {}.",
    "Nur zur internen Verwendung: {}.",
    "Niet publiceren a.u.b.: {}.",
    "Strictly confidential – {}.",
    "Confidential, not for publication: {}.",
    "These words are not for publication: {}.",
    "For journalists only: {}.",
    "Please do not publish: {}.",
    "Vertraulich, nur für die Redaktion: {}.",
    "NICHT ZUR VERÖFFENTLICHUNG! {}.",
    "**Nicht zur Veröffentlichung** {}.",
    "Vertraulich: {}.",
    "Hinweis an die Redaktion – nicht zur Veröffentlichung: {}.",
    "Ne pas publier : {}.",
    "Merci de ne pas publier : {}.",
    "Confidentiel – ne pas diffuser : {}.",
    "**À NE PAS PUBLIER** {}.",
    "Niet voor publicatie: {}.",
    "Gelieve niet te publiceren: {}.",
    "Vertrouwelijk, niet voor publicatie: {}.",
    "**NIET VOOR PUBLICATIE** {}.",
]
FORMS = {
    "paragraph": ("a.txt", "Bridge opens\n\nIt is open.\n\n{}\n\nIt is blue."),
    "first": ("a.txt", "Bridge opens\n\n{}\n\nIt is open.\n\nIt is blue."),
    "item": ("a.txt", "Bridge\n\nIt is open.\n\n- It is long.\n- {}\n- New.\n\nIt is blue."),
    "row": ("a.txt", "Bridge\n\nIt is open.\n\n| a |\n| --- |\n| Sun |\n| {} |\n\nIt is blue."),
}  # fmt: skip
SECTIONS = [
    "Contact for the press",
    "Press contact:",
    "**Contact for the press**",
    "## Media enquiries",
    "Pressekontakt",
    "Kontakt für die Presse:",
    "Contact presse :",
    "Contacts pour la presse",
    "Perscontact",
    "Contact voor de pers:",
]
CARD = "Jane Doe\n0470 55 01 02"
TITLES = [
    "Not for publication – who comes when",
    "Not for publication: who comes when",
    "NOT FOR PUBLICATION - who comes when",
    "Internal use only – what to say",
    "Off the record – how it came about",
    "For journalists only – schedule",
    "Confidential – schedule",
    "Confidential annex",
    "Schedule – confidential",
    "**Not for publication – schedule**",
    "**Confidential – schedule**",
    "## Confidential – schedule",
    "## Not for publication: schedule",
    "### Confidential annex",
    "Ne pas publier – qui vient quand",
    "Non destiné à la publication – horaire",
    "Réservé à la presse – horaire détaillé",
    "Confidentiel – horaire",
    "Annexe confidentielle",
    "Niet voor publicatie – wie wanneer komt",
    "Enkel voor de pers – uurrooster",
    "Vertrouwelijke bijlage",
    "Nicht zur Veröffentlichung – wer wann kommt",
    "Nur für die Presse – Zeitplan",
    "Vertrauliche Anlage",
]
BANS = [
    "NE PAS DIFFUSER",
    "Ne pas publier",
    "DO NOT PUBLISH",
    "DO NOT RELEASE",
    "Nicht veröffentlichen!",
    "Niet verspreiden",
    "DRAFT – NOT FOR PUBLICATION",
    "Version provisoire, ne pas diffuser",
    "Voorlopige versie - niet verspreiden",
    "Entwurf, nicht zur Veröffentlichung",
    "Awaiting final approval – do not distribute",
]
OF_ALL = {
    "at the end": "Bridge opens\n\nIt is open.\n\nIt is blue.\n\n{}",
    "below the contacts": f"Bridge\n\nIt is open.\n\nPress contact\n{CARD}\n\n{{}}\n",
    "above the contacts": f"Bridge\n\nIt is open.\n\n{{}}\n\nPress contact\n{CARD}\n",
}


def filing(text: str, name: str = "a.txt") -> Filing:
    (only,) = intake.read(name, text.encode(), zone="Europe/Brussels", language="en").filings
    return only


def shown(found: Filing) -> str:
    return "\n".join([*(b.markdown for b in found.blocks), *map(str, found.contacts)])


def left_out(found: Filing) -> str:
    return "\n".join(one.what for one in found.left_out)


@pytest.mark.parametrize("form", FORMS)
def test_the_words_that_a_mark_is_about_leave_the_text_with_it_and_are_named(form: str) -> None:
    name, text = FORMS[form]

    def is_out(mark: str) -> None:
        found = filing(text.format(mark.format(SECRET)), name)
        assert "zebra" not in shown(found)
        assert SECRET in left_out(found)
        assert "It is open." in shown(found)
        assert "It is blue." in shown(found)

    each(MARKED, is_out)


@pytest.mark.parametrize("mark", ["not for publication", "vertraulich", "ne pas publier"])
def test_a_mark_behind_a_sentence_is_about_its_paragraph_and_no_more(mark: str) -> None:
    found = filing(f"Bridge opens\n\nIt is open.\n\n{SECRET}. ({mark})\n\nIt is blue.")
    assert "zebra" not in shown(found)
    assert "It is blue." in shown(found)


@pytest.mark.parametrize("mark", ["<b>NOT FOR PUBLICATION</b> <i>{}</i>", "<b>{}</b>"])
def test_a_mark_in_a_page_takes_its_paragraph_out(mark: str) -> None:
    words = mark.format(f"Not for publication: {SECRET}" if "<i>" not in mark else SECRET)
    page = f"<html><body><main><h1>Bridge</h1><p>It is open.</p><p>{words}.</p><p>It is blue.</p>"
    found = filing(f"{page}</main></body></html>", "a.html")
    assert "zebra" not in shown(found)
    assert "It is blue." in shown(found)
    assert SECRET in left_out(found)


def test_a_heading_marks_its_section_and_no_more() -> None:
    text = f"# Bridge\n\nIt is open.\n\n## Not for publication\n\n**Background**\n\n{SECRET}.\n\n"
    found = filing(text + "### More\n\nThe zebra, too.\n\n## Dates\n\nIt is blue.")
    assert "zebra" not in shown(found)
    assert "It is blue." in shown(found)
    assert "## Not for publication\n**Background**" in left_out(found)


@pytest.mark.parametrize(
    "form",
    [
        "It is open.\n\n{}\n\n{}.\n\nThe zebra, too.",
        "It is open.\n\n{}\nHow: {}.\n\nThe zebra, too.",
        "It is open.\n\n{}\n\n- Monday\n- {}\n\nThe zebra, too.",
        "It is open.\n\nPress contact\nTom Poe, 0470 55 01 03\n\n{}\n\n{}.\n\nThe zebra, too.",
    ],
)
def test_a_mark_that_says_what_it_is_about_is_the_heading_of_a_section(form: str) -> None:
    def is_out(title: str) -> None:
        found = filing(f"Bridge opens\n\n{form.format(title, SECRET)}\n\nAbout us\n\nIt is blue.")
        assert "zebra" not in shown(found)
        assert {"It is open.", "It is blue."} <= {block.markdown for block in found.blocks}

    each(TITLES, is_out)


@pytest.mark.parametrize("heading", ["<h2>{}</h2>", "<p><b>{}</b></p>", "<p>{}</p>"])
def test_such_a_heading_in_a_page_takes_its_section_out(heading: str) -> None:
    def is_out(title: str) -> None:
        words = heading.format(title.strip("*# "))
        page = f"<main><h1>Bridge</h1><p>It is open.</p>{words}<p>{SECRET}.</p><p>The zebra.</p>"
        found = filing(f"<html><body>{page}</main></body></html>", "a.html")
        assert "zebra" not in shown(found)

    each(TITLES, is_out)


def test_such_a_heading_in_markdown_takes_its_section_out_or_holds_the_text() -> None:
    def is_safe(title: str) -> None:
        found = filing(f"# Bridge\n\nIt is open.\n\n{title}\n\n{SECRET}.\n", "a.md")
        assert found.not_yet or "zebra" not in shown(found)

    each(TITLES, is_safe)


def test_a_marked_sentence_is_about_itself_and_no_more() -> None:
    found = filing(f"Bridge\n\nIt is open.\n\nNot for publication: {SECRET}.\n\nIt is blue.")
    assert [block.markdown for block in found.blocks] == ["Bridge", "It is open.", "It is blue."]
    assert found.not_yet == ()


@pytest.mark.parametrize("place", OF_ALL)
def test_a_ban_with_nothing_of_its_own_below_it_holds_the_whole_text(place: str) -> None:
    def is_held(ban: str) -> None:
        assert filing(OF_ALL[place].format(ban)).not_yet

    each(BANS, is_held)


@pytest.mark.parametrize("ban", BANS[6:])
def test_a_mark_of_a_draft_holds_the_whole_text_wherever_it_stands(ban: str) -> None:
    assert filing(f"Bridge opens\n\nIt is open.\n\n{ban}\n\nIt is blue.\n").not_yet
    assert filing(f"Bridge opens\n\n{ban}\n\nIt is open.\n\nIt is blue.\n").not_yet


@pytest.mark.parametrize("mark", ["Not for publication", "Nicht zur Veröffentlichung:"])
@pytest.mark.parametrize("section", SECTIONS)
def test_contacts_for_the_press_below_what_is_marked_are_for_the_public(
    mark: str, section: str
) -> None:
    found = filing(f"Bridge opens\n\nIt is open.\n\n{mark}\n\n{SECRET}.\n\n{section}\n{CARD}")
    assert [one.name for one in found.contacts] == ["Jane Doe"]
    assert "zebra" not in shown(found)
    assert SECRET in left_out(found)


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_right_below_a_mark_is_what_it_is_about(section: str) -> None:
    found = filing(f"Bridge opens\n\nIt is open.\n\nNot for publication:\n\n{section}\n{CARD}")
    assert found.contacts == ()
    assert [one.name for one in found.unpublished] == ["Jane Doe"]


def test_what_a_sender_says_of_itself_follows_what_is_marked() -> None:
    about = "About us\n\nWe keep the bridges of Corvane, and have done so since the year 1903."
    found = filing(f"Bridge opens\n\nIt is open.\n\nNot for publication\n\n{SECRET}.\n\n{about}")
    assert "since the year 1903" in shown(found)
    assert "zebra" not in shown(found)


@pytest.mark.parametrize(
    "card",
    [
        "Tom Poe, 0470 55 01 01 (not for publication)\nJane Doe, 0470 55 01 02",
        "Jane Doe, 0470 55 01 02\nTom Poe, 0470 55 01 01 (niet voor publicatie)",
        "Contact:\nTom Poe\n0470 55 01 01 (ne pas publier)\nJane Doe\n0470 55 01 02",
        "Jane Doe\n0470 55 01 02\nTom Poe\n0470 55 01 01 (nicht veröffentlichen)\ntom@a.example",
        "- Tom Poe, 0470 55 01 01 (not for publication)\n- Jane Doe, 0470 55 01 02",
    ],
)
def test_a_mark_behind_a_number_is_about_whom_it_reaches_alone(card: str) -> None:
    found = filing(f"Bridge opens\n\nIt is open.\n\n{card}\n\nIt is blue.")
    assert [one.phones for one in found.contacts] == [("0470 55 01 02",)]
    assert "55 01 01" not in shown(found)
    assert "tom@" not in shown(found)
    assert "55 01 01" in left_out(found)


@pytest.mark.parametrize("about", ["both numbers, ", "alle Nummern: ", "tous, ", "allen: "])
def test_a_mark_about_several_takes_all_of_the_paragraph(about: str) -> None:
    card = f"Jane Doe, 0470 55 01 02\nTom Poe, 0470 55 01 01 ({about}not for publication)"
    found = filing(f"Bridge opens\n\nIt is open.\n\n{card}\n\nIt is blue.")
    assert "0470" not in shown(found)


@pytest.mark.parametrize("word", ["below", "that follow", "hieronder", "unten", "ci-dessous"])
def test_a_mark_that_points_below_takes_what_stands_there(word: str) -> None:
    mark = f"Not for publication: the figures {word} are not certain."
    found = filing(f"Bridge opens\n\nIt is open.\n\n{mark}\n\nThe zebra is 5.")
    assert "zebra" not in shown(found)


@pytest.mark.parametrize("word", ["above", "hierboven", "oben", "ci-dessus"])
def test_a_mark_that_points_above_holds_the_text_and_stays_in_it(word: str) -> None:
    mark = f"Not for publication: the figures {word} are not certain."
    found = filing(f"Bridge opens\n\nThe zebra is 5.\n\n{mark}\n\nIt is blue.")
    assert found.not_yet
    assert mark in shown(found)


def test_a_card_right_below_a_marked_paragraph_is_left_out_in_doubt() -> None:
    found = filing(f"Bridge\n\nIt is open.\n\nNot for publication: ring her.\n\n{CARD}\n\nBlue.")
    assert found.contacts == ()
    assert [one.name for one in found.unpublished] == ["Jane Doe"]
    assert "Blue." in shown(found)


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_mark_stays_where_the_words_stay(name: str) -> None:
    words = f"Vertraulich, nur für die Redaktion: {SECRET}."
    top = "---\ntitle: Bridge\n---\n" if name == "a.md" else "Bridge\n\n"
    found = filing(f"{top}It is open.\n\n{words}\n\nIt is blue.", name)
    assert SECRET not in shown(found) or (words in shown(found) and found.not_yet)


@pytest.mark.parametrize(
    "words",
    [
        "Talks were confidential: nobody came.",
        "The next bridge opens in May.",
        "NEW BRIDGE opens in May.",
        "**The press** may take pictures.",
        "Die Presse nur einmal: am Montag.",
    ],
)
def test_words_that_mark_nothing_stay(words: str) -> None:
    found = filing(f"Bridge opens\n\nIt is open.\n\n{words}\n\nIt is blue.")
    assert words in shown(found)
    assert found.left_out == ()


def test_a_mark_with_a_cell_to_itself_is_about_its_row_and_no_more() -> None:
    rows = "| Zora | 12 |\n| Zebulon | Not for publication |\n| Yves | 13 |"
    table = f"| who | what |\n| --- | --- |\n{rows}"
    found = filing(f"# Bridge opens\n\nIt opens.\n\n{table}\n\nMore text.\n", "a.md")
    assert "Zebulon" in left_out(found)
    assert "Zebulon" not in shown(found)
    assert all(word in shown(found) for word in ("Zora", "Yves", "More text."))
    assert found.not_yet == ()


def test_a_mark_alone_in_a_row_is_about_what_is_below_it() -> None:
    rows = "| Zora | 12 |\n| Not for publication | |\n| Zebulon | 13 |"
    table = f"| who | what |\n| --- | --- |\n{rows}"
    found = filing(f"# Bridge opens\n\nIt opens.\n\n{table}\n", "a.md")
    assert found.not_yet or "Zebulon" not in shown(found)
