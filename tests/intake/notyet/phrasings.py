"""Every way to say “not yet” that we could think of, put together from parts; all are our own."""

from dataclasses import dataclass

# Per language: orders whose moment follows, and whether it is a moment or the day it begins on.
BEFORE = {
    "en": [
        *("EMBARGOED UNTIL", "Embargoed until", "Under embargo until", "Strict embargo until"),
        *(
            "Strictly embargoed until",
            "Embargo:",
            "EMBARGO –",
            "Embargo until",
            "News embargo until",
        ),
        *("Media embargo:", "Press embargo till", "Hold for release until", "HOLD UNTIL"),
        *("Not for publication before", "Not for release until", "Not for broadcast before"),
        *("Not for use or distribution before", "Do not publish before", "Do not release until"),
        *("Do not circulate, quote or use before", "Please do not publish before"),
        *("No publication before", "Publication not before", "Not to be published before"),
        *("Must not be published before", "May not be quoted until", "Cannot be used before"),
        *("Confidential until", "Strictly confidential until", "For release at", "For release on"),
        *(
            "FOR RELEASE:",
            "Release time:",
            "Embargo lifts at",
            "Embargo ends on",
            "The embargo expires on",
        ),
        *("This release is embargoed until", "This text may not be published before"),
        *("Press release 45/27 – embargoed until", "CHECK AGAINST DELIVERY – EMBARGOED UNTIL"),
        *("To be released only after", "Not before", "Publication prohibited before"),
        *(
            "Information in this document is under embargo until",
            "PRESS RELEASE – STRICT EMBARGO –",
        ),
        *("The contents of this report must not be disclosed before", "Withhold publication until"),
    ],
    "fr": [
        *(
            "Sous embargo jusqu’au",
            "SOUS EMBARGO JUSQU’AU",
            "Embargo jusqu'au",
            "Embargo :",
            "EMBARGO –",
        ),
        *(
            "Embargo presse jusqu’au",
            "Information sous embargo jusqu’au",
            "Texte sous embargo strict jusqu'au",
        ),
        *(
            "Ne pas diffuser avant le",
            "À ne pas publier avant le",
            "Merci de ne pas diffuser avant le",
        ),
        *("Ne pas divulguer avant le", "Ne pas utiliser avant le", "Diffusion interdite avant le"),
        *(
            "Publication non autorisée avant le",
            "Pas de diffusion avant le",
            "Levée de l’embargo le",
        ),
        *("À diffuser à partir du", "À publier à partir du", "Interdit de publication jusqu’au"),
        *(
            "Diffusable à partir du",
            "Confidentiel jusqu’au",
            "Ce communiqué est sous embargo jusqu’au",
        ),
        *("Ce texte ne peut être publié avant le", "COMMUNIQUÉ DE PRESSE – SOUS EMBARGO JUSQU’AU"),
        *("Publication autorisée à partir du", "Ne pas reprendre ni citer avant le"),
    ],
    "nl": [
        *("Onder embargo tot", "ONDER EMBARGO TOT", "Embargo tot", "Embargo:", "EMBARGO –"),
        *(
            "Strikt embargo tot",
            "Persembargo tot",
            "Niet voor publicatie vóór",
            "Niet voor publicatie tot",
        ),
        *(
            "Niet publiceren vóór",
            "Niet vrijgeven vóór",
            "Niet verspreiden voor",
            "Publicatie vanaf",
        ),
        *("Publicatie pas vanaf", "Vrij vanaf", "Vrij te geven op", "Vrijgegeven vanaf"),
        *(
            "Mag niet gepubliceerd worden voor",
            "Gelieve niet te publiceren voor",
            "Vertrouwelijk tot",
        ),
        *("Dit bericht is onder embargo tot", "Dit persbericht mag niet worden verspreid vóór"),
        *("PERSBERICHT – EMBARGO TOT", "Publicatie verboden tot", "Vrijgave:"),
    ],
    "de": [
        *(
            "Sperrfrist:",
            "SPERRFRIST",
            "Sperrfrist bis",
            "Mit Sperrfrist bis zum",
            "Achtung, Sperrfrist:",
        ),
        *("Sperrvermerk:", "Gesperrt bis", "Vorab, gesperrt bis zum", "Frei ab", "Freigegeben ab"),
        *(
            "Freigabe ab",
            "Unter Embargo bis",
            "Embargo bis",
            "Embargo:",
            "Nicht zur Veröffentlichung vor dem",
        ),
        *("Nicht zur Veröffentlichung bis", "Nicht veröffentlichen vor dem", "Veröffentlichung ab"),
        *("Veröffentlichung erst ab", "Erst ab", "Diese Mitteilung ist gesperrt bis"),
        *("Dieser Text darf nicht veröffentlicht werden vor dem", "Vertraulich bis"),
        *("PRESSEMITTEILUNG – SPERRFRIST:", "Keine Veröffentlichung vor dem"),
    ],
}
# Orders that need a word behind their moment.
AFTER = {"Erst ab": " zu veröffentlichen"}
# The same instant, 5 May 2027 at 08:00 UTC, as each language writes it.
MOMENTS = {
    "en": [
        *("5 May 2027, 10:00", "10:00 on 5 May 2027", "10 am, 5 May 2027", "08:00 GMT 5 May 2027"),
        *(
            "Wednesday 5 May 2027 at 10:00",
            "Wednesday, May 5, 2027, 10.00 a.m.",
            "10:00 CEST, 5 May 2027",
        ),
        *("09:00 BST on 5 May 2027", "4 am EDT, May 5, 2027", "10.00hrs Wednesday 5 May 2027"),
        *("5th May 2027 at 10am", "2027-05-05 10:00", "10:00 (Brussels time) on 5 May 2027"),
        *("0800 GMT, 5 May 2027", "5 MAY 2027 – 10:00", "08:00 UTC / 10:00 CEST, 5 May 2027"),
    ],
    "fr": [
        *(
            "5 mai 2027 à 10h00",
            "5 MAI 2027 À 10H00",
            "5.5.2027, 10.00 h",
            "mercredi 5 mai 2027, 10 heures",
        ),
        *("5 mai 2027 – 10h", "5/05/2027 à 10 h 00", "5 mai 2027 à 10h (heure de Paris)"),
        *("5 mai 2027 à 9h, heure de Londres", "05/05/2027 10:00"),
    ],
    "nl": [
        *(
            "5 mei 2027, 10:00 uur",
            "5 MEI 2027 10.00 UUR",
            "5 mei 2027 om 10u",
            "woensdag 5 mei 2027 om 10 uur",
        ),
        *("05-05-2027 10:00", "5 mei 2027 om 10.00 uur (Brusselse tijd)", "5/5/2027, 10u00"),
    ],
    "de": [
        *(
            "5. Mai 2027, 10:00 Uhr",
            "5. MAI 2027, 10:00 UHR",
            "05.05.2027, 10.00 Uhr",
            "Mittwoch, 5. Mai 2027, 10 Uhr",
        ),
        *("5. Mai 2027 um 10 Uhr MESZ", "5. Mai 2027 – 10:00 Uhr", "5.5.2027, 9 Uhr Londoner Zeit"),
    ],
}
# Orders that name no moment, or none that is certain.
UNCERTAIN = [
    *(
        "EMBARGO",
        "Under embargo",
        "EMBARGOED",
        "Strictly embargoed",
        "SOUS EMBARGO",
        "ONDER EMBARGO",
    ),
    *("UNTER EMBARGO", "SPERRFRIST", "Sperrfrist: Redebeginn", "Embargoed until delivery"),
    *(
        "CHECK AGAINST DELIVERY - EMBARGOED UNTIL DELIVERY",
        "HOLD FOR RELEASE",
        "Embargo bis auf Weiteres",
    ),
    *(
        "Embargo until further notice",
        "Sous embargo jusqu’à nouvel ordre",
        "Embargo tot nader order",
    ),
    *("Information sous embargo jusqu’à demain 10h", "Embargoed until tomorrow 10:00"),
    *("Onder embargo tot morgen 10 uur", "Sperrfrist: heute, 10 Uhr", "Embargo until 5 May, 10:00"),
    *(
        "Embargoed until 10:00",
        "Embargo until midnight, 5 May 2027",
        "Embargo: 5 mai 2027 à minuit",
    ),
    *("Under embargo until 10 am EST, 5 May 2027", "Embargo until Tuesday 5 May 2027, 10:00"),
    *("Embargo until 03/04/2027, 10:00", "Embargoed until 5 May 2027, 10:00 BRT"),
    *("Embargo until 28 March 2027, 02:30", "Embargo until 31 October 2027, 02:30"),
    *("Embargo until 5 January 2027, 10:00 CEST", "Embargo: 5 May 2027 10:00 and 6 May 2027 10:00"),
    *("Embargoed until the minister has spoken", "EMBARGO JUSQU’À LA FIN DU DISCOURS"),
    *(
        "Embargoed until 5 May 2027, 10:00 or delivery, whichever is later",
        "Embargo 05/06/27, 10:00",
    ),
]


# Orders that wait for an event, be it a council's.
EVENTS = [
    *("Embargo until the end of the council", "Embargo until the Council adopts its conclusions"),
    *("Embargo until the minister speaks in parliament", "Press embargo until the vote"),
    *("Embargo till end of Council", "Embargo: end of the council meeting"),
    *("Embargo: after the Council", "Embargo until laid before parliament"),
    *("Under embargo until the Security Council has voted", "Embargo until ports reopen"),
    *("Embargo jusqu’à la fin du conseil", "Embargo jusqu'à l'issue du Conseil des ministres"),
    *("Embargo jusqu'au retour du ministre au pays", "Embargo : fin du conseil"),
    *("Embargo : à l'issue du conseil", "Embargo jusqu’après le vote"),
    *("Embargo tot na de Raad", "Embargo tot het einde van de Raad", "Embargo: einde van de Raad"),
    *("Embargo tot na de stemming", "Onder embargo tot het einde van de vergadering"),
    *("Sperrfrist bis Ende der Sitzung", "Sperrfrist bis zum Ende des Rates"),
    *("Embargo bis zum Ende des Gipfels", "Sperrfrist bis zur Unterzeichnung des Handelsabkommens"),
]


@dataclass(frozen=True, slots=True)
class Shape:
    """How a text stands round an order.

    Args:
        name: of the file.
        text: with LINE where the order stands.
    """

    name: str
    text: str


DATED = "Brussels, 27 November 2026"
HEAD, BODY = "Minister opens a sample bridge", "The bridge is a sample.\n\nIt spans a sample river."
SHAPES = {
    "alone on top": Shape("a.txt", f"LINE\n\n{HEAD}\n\n{BODY}"),
    "below the dateline": Shape("a.txt", f"{DATED}\n\nLINE\n\n{HEAD}\n\n{BODY}"),
    "above the dateline": Shape("a.txt", f"LINE\n\n{DATED}\n\n{HEAD}\n\n{BODY}"),
    "touching the dateline": Shape("a.txt", f"{DATED}\nLINE\n\n{HEAD}\n\n{BODY}"),
    "below the headline": Shape("a.txt", f"{DATED}\n\n{HEAD}\n\nLINE\n\n{BODY}"),
    "below the letterhead": Shape("a.txt", f"{DATED}\n\nPRESS RELEASE\n\nLINE\n\n{HEAD}\n\n{BODY}"),
    "at the end": Shape("a.txt", f"{DATED}\n\n{HEAD}\n\n{BODY}\n\nLINE"),
    "below the contacts": Shape(
        "a.txt",
        f"{DATED}\n\n{HEAD}\n\n{BODY}\n\nJane Doe\nSpokesperson\n+999 2 555 01 01\n\nLINE\n",
    ),
    "in one block with the headline": Shape("a.txt", f"{DATED}\n\nLINE\n{HEAD}\n\n{BODY}"),
    "within the text": Shape(
        "a.txt", f"{DATED}\n\n{HEAD}\n\nThe bridge is a sample.\n\nLINE\n\nIt spans."
    ),
    "in Markdown": Shape("a.md", f"---\ntitle: {HEAD}\ndate: 2026-11-27\n---\nLINE\n\n{BODY}"),
    "in Markdown below a heading": Shape("a.md", f"# {HEAD}\n\nLINE\n\n{BODY}"),
    "as a heading": Shape("a.md", f"# LINE\n\n# {HEAD}\n\n{BODY}"),
    "as an item of a list": Shape("a.md", f"# {HEAD}\n\n- LINE\n- A sample\n\n{BODY}"),
    "as a quotation": Shape("a.md", f"# {HEAD}\n\n> LINE\n\n{BODY}"),
    "in bold": Shape("a.txt", f"{DATED}\n\n**LINE**\n\n{HEAD}\n\n{BODY}"),
    "in brackets": Shape("a.txt", f"{DATED}\n\n[LINE]\n\n{HEAD}\n\n{BODY}"),
    "between stars": Shape("a.txt", f"{DATED}\n\n*** LINE ***\n\n{HEAD}\n\n{BODY}"),
    "in tags": Shape("a.txt", f"{DATED}\n\n<p><b>LINE</b></p>\n\n{HEAD}\n\n{BODY}"),
    "before a sentence": Shape("a.txt", f"{DATED}\n\n{HEAD}\n\nLINE. The council met.\n\n{BODY}"),
    "with hidden signs": Shape("a.txt", f"{DATED}\n\n\u202a\u200bLINE\u202c\n\n{HEAD}\n\n{BODY}"),
}
