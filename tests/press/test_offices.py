"""Lines that stand alone are looked up whole, or part by part; what is not known stays unsaid."""

from hypothesis import given
from hypothesis import strategies as st

from press.offices import LANGUAGES, OFFICES, said
from tests.each import each

OWN = {"FPS Foreign Affairs": "SPF Affaires étrangères", "spokesperson": "Voix"}
INTO_FRENCH = {
    "Spokesperson": "Porte-parole",
    "spokesman": "porte-parole",
    "PRESS SERVICE": "Service de presse",
    "Press  service": "Service de presse",
    "Spokesperson – Press service": "Porte-parole – Service de presse",
    "FPS Foreign Affairs - Press office (P&I)": "SPF Affaires étrangères - Service de presse (P&I)",
    "Press officer, Head of communication": "Responsable presse, Responsable de la communication",
    "Press service: switchboard": "Service de presse\u00a0: central téléphonique",
    "Bridge engineer": None,
    "Spokesperson, bridges": None,
}


def own(line: str) -> str | None:
    return OWN.get(line)


def test_a_line_is_known_whole_or_part_by_part() -> None:
    def check(line: str) -> None:
        assert said(line, ("en", "fr"), own) == INTO_FRENCH[line]

    each(list(INTO_FRENCH), check)


def test_what_the_newsroom_itself_calls_something_wins() -> None:
    assert said("spokesperson", ("en", "fr"), own) == "Voix"


def test_a_credit_keeps_its_names_and_says_the_rest() -> None:
    cases = {
        "© Jane Brown / Belga": "© Jane Brown / Belga",
        "Photo: Jan van den Berg": "Foto: Jan van den Berg",
        "Photo : Jeanne": "Foto: Jeanne",
        "A photo by a colleague": None,
    }
    for line, words in cases.items():
        assert said(line, ("en", "nl"), own, names=True) == words


def test_every_row_says_something_in_every_language_it_names() -> None:
    for row in OFFICES:
        assert len(row) == len(LANGUAGES)
        cells = [cell for cell in row if cell]
        assert len(cells) > 1, row
        assert all(form.strip() == form and form for cell in cells for form in cell.split("|"))


def test_no_form_is_read_in_two_ways() -> None:
    for n, code in enumerate(LANGUAGES):
        forms = [form.casefold() for row in OFFICES for form in row[n].split("|") if form]
        twice = {form for form in forms if forms.count(form) > 1}
        assert twice <= SHARED.get(code, set()), code


# Two offices of one language may be one in another; from there the first is meant.
SHARED = {
    "fr": {"service de presse", "direction de la communication"},
    "nl": {"persdienst"},
    "de": {"pressestelle"},
}


@given(st.text(max_size=80), st.sampled_from(LANGUAGES), st.sampled_from(LANGUAGES))
def test_any_line_is_answered(line: str, source: str, target: str) -> None:
    words = said(line, (source, target), lambda _: None, names=True)
    assert words is None or isinstance(words, str)
