"""What the name of a file says in words of its own holds its text; an ordinary name does not."""

from intake.given import Given
from intake.notyet.naming import not_yet_in
from tests.each import each

WAITING = """
NICHT VOR DONNERSTAG.txt
HOLD_bridge.txt
bridge - hold.txt
bridge_draft.txt
Entwurf_Brücke.txt
nepasdiffuser.txt
confidential bridge.txt
not-before-thursday.docx
bridge_not_yet_public.txt
bridge_vertraulich.txt
nietpubliceren.txt
notforpublication.txt
WAIT_bridge.txt
vertrouwelijk_brug.docx
confidentiel_pont.docx
"""
ORDINARY = """
release.txt
2026-09-14_bridge.txt
2026-09-14_10h00_bridge.txt
draft-law-adopted.txt
draft_law_adopted.txt
household-waste.txt
The Hold Steady concert.txt
projet-pilote-velo.txt
projet_de_loi.txt
concept-car.txt
threshold.docx
holding-company.txt
hold-up at the bank.txt
confidential talks end.txt
entwurf des haushalts.txt
draft budget 2027.txt
IP_26_1234_EN.docx
"""
GIVEN = Given("Europe/Brussels", "en")


def test_a_name_that_says_to_wait_holds_its_text() -> None:
    def holds(name: str) -> None:
        found = not_yet_in(name, GIVEN)
        assert found
        assert name in found.why

    each(WAITING.strip().split("\n"), holds)


def test_an_ordinary_name_holds_nothing() -> None:
    def is_free(name: str) -> None:
        assert not_yet_in(name, GIVEN) is None

    each(ORDINARY.strip().split("\n"), is_free)
