"""Invented releases that have everything a page may show, in four languages."""

from press.topic import Topic

PEACE, CONSULAR = "peace-and-security", "consular-affairs"
TOPICS = (
    Topic(
        PEACE,
        titles={
            "en": "Peace & security",
            "fr": "Paix et sécurité",
            "nl": "Vrede en veiligheid",
            "de": "Frieden und Sicherheit",
        },
        introductions={
            "en": "How Velmora helps to prevent conflicts and to live with what they leave.",
            "fr": "Comment Velmora aide à prévenir les conflits et à en réparer les séquelles.",
            "nl": "Hoe Velmora conflicten helpt voorkomen en de gevolgen ervan helpt verzachten.",
            "de": "Wie Velmora hilft, Konflikten vorzubeugen und ihre Folgen zu bewältigen.",
        },
        credit="© Velmora picture desk",
    ),
    Topic(CONSULAR, titles={"en": "Consular affairs", "nl": "Consulaire zaken"}),
)
CONTACTS = """language: en
contacts:
  - name: "Ministry of Foreign Affairs of Velmora - Press office (P&I)"
    address: ["14 Quay of the Lanterns", "1000 Corvane", "Velmora"]
    phones: ["+999 2 555 01 00"]
    emails: ["press@press.example"]
    sites: ["https://press.example"]
  - name: "Benoît Quarelle"
    role: "Spokesperson"
    phones: ["+999 2 555 01 12", "+999 470 55 01 12"]
    emails: ["benoit.quarelle@press.example"]
"""
# What the whole release says: its headline, its summary, then its text.
WHOLE = """Six river states agree to share flood warnings

The warning reaches 1.4 million people along the Sarn, whatever else divides their governments.

The six states along the Sarn have agreed to warn each other of floods. Under the [Corvane
Protocol](https://press.example/protocol), 118 gauges will report the height of the river
**every ten minutes** to everybody who lives downstream.

## What has been agreed

- Open measurements: water levels are published at once, see [who pays](#who-pays).
- One alarm: three levels mean the same in all six countries.
- Protected people: technicians may cross any border within two hours.

> “A flood does not stop at a checkpoint, and from now on the warning will not stop there
> either.” – Éléonore Vastrade, Minister of Foreign Affairs

## Who pays

| State | Gauges | Share of the cost |
| --- | ---: | ---: |
| Velmora | 42 | € 15.5 million |
| Tamvara | 40 | € 12 million |
| Belquar | 36 | € 9.25 million |

Questions are answered at press@press.example and +999 2 555 01 00."""
FRENCH = """Six États riverains conviennent de partager leurs alertes de crue

L’alerte atteint 1,4 million de personnes le long de la Sarn, quoi qu’il oppose par ailleurs
leurs gouvernements.

Les six États riverains de la Sarn sont convenus de s’avertir mutuellement des crues. En vertu
du [protocole de Corvane](https://press.example/protocol), 118 échelles donneront la hauteur du
fleuve **toutes les dix minutes** à tous ceux qui vivent en aval.

## Ce qui a été convenu

- Mesures ouvertes : les niveaux d’eau sont publiés aussitôt, voir [qui paie](#who-pays).
- Une seule alarme : trois niveaux ont le même sens dans les six pays.
- Personnes protégées : les techniciens franchissent toute frontière en deux heures.

> « Une crue ne s’arrête pas à un poste de contrôle, et désormais l’alerte ne s’y arrêtera pas
> non plus. » – Éléonore Vastrade, ministre des Affaires étrangères

## Qui paie

| État | Échelles | Part du coût |
| --- | ---: | ---: |
| Velmora | 42 | 15,5 millions € |
| Tamvara | 40 | 12 millions € |
| Belquar | 36 | 9,25 millions € |

Réponses à vos questions : press@press.example et +999 2 555 01 00."""
DUTCH = """Zes rivierstaten spreken af elkaar voor overstromingen te waarschuwen

De waarschuwing bereikt 1,4 miljoen mensen langs de Sarn, wat hun regeringen verder ook
verdeelt.

De zes staten langs de Sarn hebben afgesproken elkaar voor overstromingen te waarschuwen.
Volgens het [protocol van Corvane](https://press.example/protocol) melden 118 peilschalen **om
de tien minuten** de waterstand aan iedereen die stroomafwaarts woont.

## Wat is afgesproken

- Open metingen: waterstanden worden meteen bekendgemaakt, zie [wie betaalt](#who-pays).
- Eén alarm: drie niveaus betekenen hetzelfde in alle zes landen.
- Beschermde mensen: technici mogen binnen twee uur elke grens over.

> “Een overstroming stopt niet bij een controlepost, en vanaf nu stopt ook de waarschuwing daar
> niet.” – Éléonore Vastrade, minister van Buitenlandse Zaken

## Wie betaalt

| Staat | Peilschalen | Aandeel in de kosten |
| --- | ---: | ---: |
| Velmora | 42 | 15,5 miljoen euro |
| Tamvara | 40 | 12 miljoen euro |
| Belquar | 36 | 9,25 miljoen euro |

Vragen worden beantwoord via press@press.example en +999 2 555 01 00."""
GERMAN = """Sechs Flussanrainerstaaten vereinbaren gemeinsame Hochwasserwarnungen

Die Warnung erreicht 1,4 Millionen Menschen entlang der Sarn, was ihre Regierungen sonst auch
trennt.

Die sechs Staaten an der Sarn haben vereinbart, einander vor Hochwasser zu warnen. Nach dem
[Protokoll von Corvane](https://press.example/protocol) melden 118 Pegel **alle zehn Minuten**
den Wasserstand an alle, die flussabwärts leben.

## Was vereinbart wurde

- Offene Messungen: Wasserstände werden sofort veröffentlicht, siehe [wer zahlt](#who-pays).
- Ein Alarm: Drei Stufen bedeuten in allen sechs Ländern dasselbe.
- Geschützte Menschen: Techniker dürfen binnen zwei Stunden jede Grenze überqueren.

> „Ein Hochwasser macht an keinem Kontrollposten halt, und von nun an auch die Warnung nicht.“
> – Éléonore Vastrade, Außenministerin

## Wer zahlt

| Staat | Pegel | Anteil an den Kosten |
| --- | ---: | ---: |
| Velmora | 42 | 15,5 Millionen Euro |
| Tamvara | 40 | 12 Millionen Euro |
| Belquar | 36 | 9,25 Millionen Euro |

Fragen beantworten wir unter press@press.example und +999 2 555 01 00."""
TRANSLATED = {"fr": FRENCH, "nl": DUTCH, "de": GERMAN}


def file_of(title: str, topics: str, body: str, **fields: str) -> bytes:
    """A release as an officer would send it; fields are its date and its summary."""
    said = "".join(f'{name}: "{words}"\n' for name, words in fields.items())
    head = f'title: "{title}"\n{said}topics: [{topics}]\n{CONTACTS}'
    return f"---\n{head}---\n{body}\n".encode()


def pieces(text: str) -> list[str]:
    """The pieces of a text: its headline, its summary, which are a line each, and what follows."""
    headline, summary, *body = text.split("\n\n")
    return [headline, summary.replace("\n", " "), *body]


def whole() -> bytes:
    """The release that has everything."""
    title, summary, *body = pieces(WHOLE)
    about = f"{PEACE}, {CONSULAR}"
    return file_of(title, about, "\n\n".join(body), date="2026-08-24 10:30", summary=summary)
