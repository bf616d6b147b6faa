"""A request to wait for its sender's word holds a text, wherever it stands. Our own samples."""

import pytest

import intake
from intake.given import Given
from intake.notyet.screening import screen
from press.releases.release import Filing
from tests.conftest import SHARED
from tests.each import each

REQUESTS = """
Please hold until we call you.
Please hold until we call you
Hold until you hear from us.
Please hold this until we give you the go-ahead.
Please do not use this before we call you.
Please do not use yet.
Please don't publish yet, we will call you.
Please wait for our green light before publishing.
Please wait for our call.
Wait for our go before you run this.
Do not run this until we say so.
Not to be used until we confirm.
Please keep this to yourselves until we ring you.
Please sit on this until you hear from us.
We will let you know when you can publish.
We will tell you when this can go out.
We'll call you once it may be published.
Publication only after our confirmation.
To be published only once we confirm.
Please await our confirmation before publication.
Please await our go-ahead.
Hold for our OK.
On hold until further notice from us.
Please hold off publishing until we get back to you.
Please hold off until tomorrow's call.
Not yet for use, we will get in touch.
Kindly hold publication until our signal.
This is not yet cleared. We will call.
Bitte noch nicht veröffentlichen, wir melden uns.
Bitte noch nicht veröffentlichen, wir melden uns
Bitte noch nicht verwenden, wir rufen an.
Bitte noch zurückhalten, bis wir uns melden.
Bitte zurückhalten, bis wir grünes Licht geben.
Bitte warten Sie auf unsere Freigabe.
Bitte warten Sie mit der Veröffentlichung, bis wir anrufen.
Bitte erst nach unserem Anruf veröffentlichen.
Veröffentlichung erst nach Rücksprache.
Bitte erst nach Rücksprache mit uns verwenden.
Bitte nicht verwenden, bevor wir uns melden.
Erst veröffentlichen, wenn wir anrufen.
Bitte erst veröffentlichen, wenn wir es sagen.
Wir geben Bescheid, wann veröffentlicht werden darf.
Wir sagen Ihnen Bescheid, sobald Sie berichten dürfen.
Wir melden uns, sobald der Text freigegeben ist.
Bitte bis zu unserem Anruf liegen lassen.
Noch nicht freigegeben, Freigabe folgt.
Freigabe folgt telefonisch.
merci d'attendre notre feu vert
Merci d'attendre notre feu vert avant de publier.
Merci d'attendre notre appel.
Veuillez attendre notre confirmation avant toute publication.
Prière d'attendre notre signal.
Merci de ne pas encore publier, nous vous rappelons.
Merci de ne rien publier avant notre appel.
Ne pas utiliser avant notre accord.
Ne pas diffuser sans notre accord.
À ne publier qu'après notre feu vert.
Publication uniquement après notre accord.
Merci de garder cela pour vous jusqu'à notre appel.
Merci de patienter jusqu'à notre appel avant publication.
Nous vous dirons quand vous pourrez publier.
Nous vous préviendrons dès que vous pourrez le diffuser.
À garder sous le coude jusqu'à nouvel ordre.
En attente de validation, ne pas publier.
Pas encore validé, merci de patienter.
graag nog niet gebruiken tot wij bellen
Graag nog niet gebruiken tot wij bellen.
Gelieve nog niet te publiceren, wij bellen u.
Nog niet gebruiken, wij nemen contact op.
Graag wachten op ons akkoord.
Graag wachten met publicatie tot wij bellen.
Gelieve te wachten op ons groen licht.
Wacht op ons signaal voor publicatie.
Pas publiceren na ons akkoord.
Pas publiceren als wij bellen.
Gelieve dit bericht aan te houden tot wij bellen.
Gelieve dit bericht nog even vast te houden.
Wij laten weten wanneer u mag publiceren.
We laten u weten wanneer dit naar buiten mag.
Niet gebruiken voordat wij bellen.
Publicatie pas na overleg.
Graag nog even onder u houden tot wij groen licht geven.
Nog niet vrijgegeven, wij bellen.
Please hold this release until you hear back from me.
Hold for now, we will phone.
Please do not go live before we give the green light.
Could you please wait for our OK?
We would ask you to wait until we have called.
Please don't share this just yet.
Not to be released until we say so.
Release only once we have confirmed.
Please keep it confidential until we contact you.
Please wait until further notice before publishing.
I will tell you when you may run it.
Please refrain from publishing until we confirm.
Do not post anything before our call!
Please treat as embargoed until we call.
Dear all, please hold until we call you.
NB: please hold until we call you
PLEASE HOLD UNTIL WE CALL YOU
**Please hold until we call you**
- Please hold until we call you
(Please hold until we call you.)
Bitte unbedingt auf unseren Anruf warten.
Bitte warten Sie noch auf unser Okay.
Bitte noch nicht online stellen, wir geben Bescheid.
BITTE NOCH NICHT VEROEFFENTLICHEN, WIR MELDEN UNS
Liebe Kolleginnen und Kollegen, bitte noch nicht veröffentlichen, wir melden uns.
Bitte erst verwenden, sobald Sie von uns hören.
Bitte vor der Veröffentlichung unsere Freigabe abwarten.
Bitte behandeln Sie dies vertraulich, bis wir uns melden.
Die Meldung ist noch nicht freigegeben.
Bitte nichts veröffentlichen, bis wir Bescheid geben.
Bitte halten Sie die Meldung zurück, bis wir anrufen.
Nicht vor unserem Anruf veröffentlichen.
Wir rufen Sie an, sobald Sie veröffentlichen können.
Bitte nicht ohne Rücksprache veröffentlichen.
Merci de bien vouloir attendre notre feu vert.
Chers collègues, merci d'attendre notre feu vert.
MERCI D'ATTENDRE NOTRE FEU VERT
Ne publiez pas avant notre appel.
Ne publiez rien tant que nous ne vous avons pas rappelés.
Attendez notre appel avant de diffuser.
Merci de ne pas publier tout de suite, nous vous rappelons.
Nous vous demandons d'attendre notre signal.
À garder pour vous jusqu'à ce que nous vous appelions.
Merci de conserver ce texte jusqu'à notre feu vert.
Ne pas diffuser pour l'instant.
Nous vous rappellerons dès que vous pourrez publier.
Merci de nous attendre avant de publier.
Wacht a.u.b. met publiceren tot wij bellen.
Gelieve dit niet te gebruiken voor wij u bellen.
Graag nog niet delen, wij laten iets weten.
Beste collega's, graag nog niet gebruiken tot wij bellen.
GRAAG NOG NIET GEBRUIKEN TOT WIJ BELLEN
Even wachten met publicatie tot wij groen licht geven.
Niet publiceren zonder ons akkoord.
Niet publiceren voor u van ons hoort.
Houd dit bericht nog even vast tot wij bellen.
Hou dit nog even voor uzelf, wij bellen.
U hoort van ons wanneer u mag publiceren.
Gebruik dit pas als wij bellen.
Gelieve te wachten met verspreiden tot nader bericht.
""".strip().split("\n")
PLACES = {
    "top.txt": "{}\n\nBridge opens\n\nIt is open.\n",
    "below.txt": "Bridge opens\n\n{}\n\nIt is open.\n",
    "within.txt": "Bridge opens\n\nIt is open. {} It is blue.\n\nMore.\n",
    "broken.txt": "Bridge opens\n\nIt is open.\n\n{}\n\nMore.\n",
    "last.txt": "Bridge opens\n\nIt is open.\n\n{}\n",
    "item.md": "# Bridge opens\n\n- It is open.\n- {}\n",
    "summary.md": "---\ntitle: Bridge opens\nsummary: |-\n  {}\n---\nIt is open.\n",
}
ORDINARY = """
Please hold the railing.
Please wait until we call your number.
Please do not use the ferry until we confirm the repairs.
Please keep windows closed until we give the all-clear.
Keep your windows closed until further notice.
Bitte halten Sie die Fenster geschlossen, bis wir Entwarnung geben.
Bitte warten Sie auf grünes Licht, bevor Sie über die Brücke gehen.
Gardez les fenêtres fermées jusqu'à nouvel ordre.
Wacht op groen licht voor u de brug oversteekt.
Hou de ramen dicht tot nader order.
The minister asked passengers to wait until the ferry arrives.
Passengers have to wait until we open the bridge, the harbour master said.
We will tell the council when the bridge is open.
The study has not yet been published.
The vaccine is not yet approved.
Do not use the old bridge before the new one is open.
The text is used in our schools.
We wait for the decision of our partners.
Only our members may use the bridge.
Keep your ticket until the end of the journey.
We will call the bridge after its builder.
Das Geld ist noch nicht freigegeben worden.
Die Strecke ist noch nicht freigegeben, sagte die Sprecherin.
Wir warten auf die Zustimmung unserer Partner.
Bitte nicht füttern.
Bitte warten Sie hinter der Linie.
Wir melden uns zu Wort, wenn es um unsere Häfen geht.
Die Studie wird erst veröffentlicht, wenn alle Daten vorliegen.
Nous attendons l'accord de nos partenaires.
Ne pas utiliser l'ancien pont.
La Commission attend notre réponse.
Le pont n'est pas encore ouvert.
Merci de garder vos billets jusqu'à la fin du trajet.
Wij wachten op het akkoord van onze partners.
Gelieve niet op het gras te lopen.
Het rapport is nog niet gepubliceerd.
De brug is nog niet vrijgegeven voor het verkeer.
Gebruik de oude brug niet.
""".strip().split("\n")


def read(name: str, words: str) -> Filing:
    text = PLACES[name].format(words)
    (only,) = intake.read(name, text.encode(), zone="Europe/Brussels", language="en").filings
    return only


@pytest.mark.parametrize("place", PLACES)
def test_a_request_to_wait_holds_the_text_without_a_moment(place: str) -> None:
    def is_held(words: str) -> None:
        said = words.replace(", ", ",\n", 1) if place == "broken.txt" else words
        found = read(place, said)
        assert found.not_yet
        assert [one.embargo for one in found.not_yet] == [None] * len(found.not_yet)

    each(REQUESTS, is_held)


def test_a_request_alone_is_no_headline_and_in_no_text() -> None:
    def is_out(words: str) -> None:
        found = read("top.txt", words)
        assert found.headline == "Bridge opens"
        assert [block.markdown for block in found.blocks][1:] == ["It is open."]

    each(
        [
            "Please wait for our call.",
            "Please do not use yet. We will call.",
            "merci d'attendre notre feu vert",
            "graag nog niet gebruiken tot wij bellen",
        ],
        is_out,
    )


def test_the_text_round_a_request_stays_whole() -> None:
    found = read("within.txt", "Please wait for our green light.")
    assert found.blocks[1].markdown == "It is open. It is blue."
    assert "green light" in found.not_yet[0].words


def test_a_request_beside_a_moment_still_waits_for_the_word() -> None:
    found = read("top.txt", "EMBARGO: 5 May 2027, 10:00\nPlease wait for our call.")
    assert found.not_yet[-1].embargo is None or found.not_yet[0].embargo is None
    assert any("sender's word" in one.why for one in found.not_yet)


@pytest.mark.parametrize("place", ["below.txt", "within.txt", "last.txt"])
def test_a_sentence_of_the_news_asks_for_nothing(place: str) -> None:
    def is_free(words: str) -> None:
        found = read(place, words)
        assert found.not_yet == ()
        assert words in "\n".join(block.markdown for block in found.blocks)

    each(ORDINARY, is_free)


@pytest.mark.waits
def test_no_plain_sentence_of_the_parallel_texts_is_held() -> None:
    files = sorted((SHARED / "parallel").glob("*.*.*"))
    if not files:
        pytest.skip("no parallel texts (NEWSROOM_SHARED) on this machine")
    for path in files:
        given = Given("Europe/Brussels", path.suffix[1:])
        text = path.read_text(encoding="utf-8").split("\n")
        pieces = ("\n\n".join(text[n : n + 40]) for n in range(0, len(text), 40))
        assert [one for piece in pieces for one in screen(piece, given).not_yet] == [], path.name
