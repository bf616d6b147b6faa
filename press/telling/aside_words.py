"""Why something of a mail is in no document, and how it was read: for answers, as refusals are."""

ASIDE_WORDS: dict[str, dict[str, str]] = {
    "it is marked not for publication": {
        "fr": "c’est marqué comme non destiné à la publication",
        "nl": "het is gemarkeerd als niet voor publicatie",
        "de": "es ist als nicht zur Veröffentlichung gekennzeichnet",
    },
    "it says of the whole text that it is not for the public": {
        "fr": "cela dit de tout le texte qu’il n’est pas pour le public",
        "nl": "het zegt van de hele tekst dat die niet voor het publiek is",
        "de": "es sagt vom ganzen Text, dass er nicht für die Öffentlichkeit ist",
    },
    "it is the mail's signature": {
        "fr": "c’est la signature du message",
        "nl": "het is de handtekening van de mail",
        "de": "es ist die Signatur der E-Mail",
    },
    "it is the mail's digital signature": {
        "fr": "c’est la signature numérique du message",
        "nl": "het is de digitale handtekening van de mail",
        "de": "es ist die digitale Signatur der E-Mail",
    },
    "it is a disclaimer": {
        "fr": "c’est une clause de non-responsabilité",
        "nl": "het is een disclaimer",
        "de": "es ist ein Haftungsausschluss",
    },
    "it greets whom the mail is to": {
        "fr": "cela salue le destinataire du message",
        "nl": "het groet de geadresseerde van de mail",
        "de": "es begrüßt die Empfänger der E-Mail",
    },
    "it is the footer of a mailing list": {
        "fr": "c’est le pied d’une liste de diffusion",
        "nl": "het is de voettekst van een mailinglijst",
        "de": "es ist die Fußzeile einer Mailingliste",
    },
    "it names the device or the program it was sent from": {
        "fr": "cela nomme l’appareil ou le programme d’où il a été envoyé",
        "nl": "het noemt het toestel of programma waarmee hij is verstuurd",
        "de": "es nennt das Gerät oder Programm, mit dem sie geschickt wurde",
    },
    "it is a warning of the mail server": {
        "fr": "c’est un avertissement du serveur de messagerie",
        "nl": "het is een waarschuwing van de mailserver",
        "de": "es ist eine Warnung des Mailservers",
    },
    "a mail server added it": {
        "fr": "un serveur de messagerie l’a ajouté",
        "nl": "een mailserver heeft het toegevoegd",
        "de": "ein Mailserver hat es angefügt",
    },
    "it is a mail that is attached": {
        "fr": "c’est un message joint",
        "nl": "het is een bijgevoegde mail",
        "de": "es ist eine angehängte E-Mail",
    },
    "it is a mail that this one answers": {
        "fr": "c’est un message auquel celui-ci répond",
        "nl": "het is een mail waarop deze antwoordt",
        "de": "es ist eine E-Mail, auf die diese antwortet",
    },
    "it is what was said when the mail was passed on": {
        "fr": "c’est ce qui a été dit en transférant le message",
        "nl": "het is wat bij het doorsturen van de mail is gezegd",
        "de": "es ist, was beim Weiterleiten der E-Mail gesagt wurde",
    },
    "it is the header of the mail that was passed on": {
        "fr": "c’est l’en-tête du message transféré",
        "nl": "het is de kop van de doorgestuurde mail",
        "de": "es ist der Kopf der weitergeleiteten E-Mail",
    },
    "it is what was said with {file}": {
        "fr": "c’est ce qui a été dit en envoyant {file}",
        "nl": "het is wat bij {file} is gezegd",
        "de": "es ist, was zu {file} gesagt wurde",
    },
    "the text was read in {file}": {
        "fr": "le texte a été lu dans {file}",
        "nl": "de tekst is in {file} gelezen",
        "de": "der Text wurde in {file} gelesen",
    },
    "nobody sees it in the mail": {
        "fr": "personne ne le voit dans le message",
        "nl": "niemand ziet het in de mail",
        "de": "niemand sieht es in der E-Mail",
    },
    "it is an invitation to a calendar": {
        "fr": "c’est une invitation d’agenda",
        "nl": "het is een uitnodiging voor een agenda",
        "de": "es ist eine Kalendereinladung",
    },
    "it is a report of a mail server": {
        "fr": "c’est un rapport d’un serveur de messagerie",
        "nl": "het is een bericht van een mailserver",
        "de": "es ist ein Bericht eines Mailservers",
    },
    "it is a picture of the signature": {
        "fr": "c’est une image de la signature",
        "nl": "het is een afbeelding van de handtekening",
        "de": "es ist ein Bild der Signatur",
    },
    "it is too small to be a picture of the text": {
        "fr": "c’est trop petit pour être une image du texte",
        "nl": "het is te klein voor een afbeelding bij de tekst",
        "de": "es ist zu klein für ein Bild zum Text",
    },
    "it lies elsewhere, and nothing is fetched for a mail: attach it": {
        "fr": "c’est ailleurs, et rien n’est recherché pour un message : joignez-le",
        "nl": "het staat elders, en voor een mail wordt niets opgehaald: voeg het toe",
        "de": "es liegt anderswo, und für eine E-Mail wird nichts geholt: hängen Sie es an",
    },
    "{name} cannot be attached: only {forms} are taken": {
        "fr": "{name} ne peut pas être joint : seuls {forms} sont acceptés",
        "nl": "{name} kan niet worden toegevoegd: alleen {forms} worden aangenomen",
        "de": "{name} kann nicht angehängt werden: nur {forms} werden angenommen",
    },
    "it stands in the header or footer of its pages": {
        "fr": "cela figure dans l’en-tête ou le pied de ses pages",
        "nl": "het staat in de kop- of voettekst van de pagina’s",
        "de": "es steht in der Kopf- oder Fußzeile der Seiten",
    },
    "it is a picture in the header or footer of its pages": {
        "fr": "c’est une image dans l’en-tête ou le pied de ses pages",
        "nl": "het is een afbeelding in de kop- of voettekst van de pagina’s",
        "de": "es ist ein Bild in der Kopf- oder Fußzeile der Seiten",
    },
    "it stands in the letterhead": {
        "fr": "cela figure dans l’en-tête de lettre",
        "nl": "het staat in het briefhoofd",
        "de": "es steht im Briefkopf",
    },
    "it is the address of the sender": {
        "fr": "c’est l’adresse de l’expéditeur",
        "nl": "het is het adres van de afzender",
        "de": "es ist die Anschrift des Absenders",
    },
    "it says to whom and by whom the text is sent": {
        "fr": "cela dit à qui et par qui le texte est envoyé",
        "nl": "het zegt aan wie en door wie de tekst is gestuurd",
        "de": "es sagt, wem und von wem der Text geschickt wird",
    },
    "it says what kind of text this is": {
        "fr": "cela dit de quelle sorte de texte il s’agit",
        "nl": "het zegt wat voor tekst dit is",
        "de": "es sagt, was für ein Text das ist",
    },
    "it marks the end of the text": {
        "fr": "cela marque la fin du texte",
        "nl": "het geeft het einde van de tekst aan",
        "de": "es bezeichnet das Ende des Textes",
    },
    "it says when the text was last changed": {
        "fr": "cela dit quand le texte a été modifié pour la dernière fois",
        "nl": "het zegt wanneer de tekst het laatst is gewijzigd",
        "de": "es sagt, wann der Text zuletzt geändert wurde",
    },
    "it says that the spoken word counts": {
        "fr": "cela dit que seul le prononcé fait foi",
        "nl": "het zegt dat het gesproken woord geldt",
        "de": "es sagt, dass das gesprochene Wort gilt",
    },
    "it names the agency that spreads the text": {
        "fr": "cela nomme l’agence qui diffuse le texte",
        "nl": "het noemt het agentschap dat de tekst verspreidt",
        "de": "es nennt die Agentur, die den Text verbreitet",
    },
    "it is a day that names no year": {
        "fr": "c’est un jour sans année",
        "nl": "het is een dag zonder jaar",
        "de": "es ist ein Tag ohne Jahr",
    },
    "its date stands above it already": {
        "fr": "sa date figure déjà au-dessus",
        "nl": "de datum staat er al boven",
        "de": "das Datum steht schon darüber",
    },
    "it is hidden text": {
        "fr": "c’est du texte masqué",
        "nl": "het is verborgen tekst",
        "de": "es ist verborgener Text",
    },
    "it is a link to nothing that readers can open": {
        "fr": "c’est un lien vers ce que les lecteurs ne peuvent pas ouvrir",
        "nl": "het is een link naar iets wat lezers niet kunnen openen",
        "de": "es ist ein Link zu etwas, das Leser nicht öffnen können",
    },
    "it describes a drawing": {
        "fr": "cela décrit un dessin",
        "nl": "het beschrijft een tekening",
        "de": "es beschreibt eine Zeichnung",
    },
    "a chart cannot be read: insert it as a picture": {
        "fr": "un graphique ne peut pas être lu : insérez-le comme image",
        "nl": "een grafiek kan niet worden gelezen: voeg hem in als afbeelding",
        "de": "ein Diagramm kann nicht gelesen werden: fügen Sie es als Bild ein",
    },
    "a diagram (SmartArt) cannot be read: insert it as a picture": {
        "fr": "un diagramme (SmartArt) ne peut pas être lu : insérez-le comme image",
        "nl": "een diagram (SmartArt) kan niet worden gelezen: voeg het in als afbeelding",
        "de": "eine SmartArt-Grafik kann nicht gelesen werden: fügen Sie sie als Bild ein",
    },
    "a picture that is not in the file, and is not fetched": {
        "fr": "une image qui n’est pas dans le fichier, et qui n’est pas recherchée",
        "nl": "een afbeelding die niet in het bestand zit, en niet wordt opgehaald",
        "de": "ein Bild, das nicht in der Datei ist und nicht geholt wird",
    },
    "it is the number of a page, and a release has no pages": {
        "fr": "c’est un numéro de page, et un communiqué n’a pas de pages",
        "nl": "het is een paginanummer, en een persbericht heeft geen pagina’s",
        "de": "es ist eine Seitenzahl, und eine Mitteilung hat keine Seiten",
    },
    "it is in another form of what is shown": {
        "fr": "c’est dans une autre forme de ce qui est montré",
        "nl": "het staat in een andere vorm van wat wordt getoond",
        "de": "es steht in einer anderen Form dessen, was gezeigt wird",
    },
    "it is not in the file": {
        "fr": "ce n’est pas dans le fichier",
        "nl": "het zit niet in het bestand",
        "de": "es ist nicht in der Datei",
    },
    "it is a picture that is not in the file": {
        "fr": "c’est une image qui n’est pas dans le fichier",
        "nl": "het is een afbeelding die niet in het bestand zit",
        "de": "es ist ein Bild, das nicht in der Datei ist",
    },
    "it is a note to which nothing in the text refers": {
        "fr": "c’est une note à laquelle rien dans le texte ne renvoie",
        "nl": "het is een noot waarnaar niets in de tekst verwijst",
        "de": "es ist eine Anmerkung, auf die nichts im Text verweist",
    },
    "it is what a form says where nobody has filled it in": {
        "fr": "c’est ce que dit un formulaire là où personne ne l’a rempli",
        "nl": "het is wat een formulier zegt waar niemand het heeft ingevuld",
        "de": "es ist, was ein Formular sagt, wo es niemand ausgefüllt hat",
    },
    "it is in a part of the document that cannot be read (“{name}”)": {
        "fr": "c’est dans une partie du document qui ne peut pas être lue (« {name} »)",
        "nl": "het staat in een deel van het document dat niet kan worden gelezen (“{name}”)",
        "de": "es steht in einem Teil des Dokuments, der nicht gelesen werden kann („{name}“)",
    },
    "a sign of a font that has no letter for it": {
        "fr": "un signe d’une police qui n’a pas de lettre pour lui",
        "nl": "een teken van een lettertype dat er geen letter voor heeft",
        "de": "ein Zeichen einer Schrift, für das es keinen Buchstaben gibt",
    },
    "it is a day or a number that Word writes by itself": {
        "fr": "c’est un jour ou un numéro que Word écrit de lui-même",
        "nl": "het is een dag of een nummer dat Word zelf schrijft",
        "de": "es ist ein Tag oder eine Zahl, die Word selbst schreibt",
    },
    "A formula is read as one line of text.": {
        "fr": "Une formule est lue comme une ligne de texte.",
        "nl": "Een formule wordt gelezen als één regel tekst.",
        "de": "Eine Formel wird als eine Zeile Text gelesen.",
    },
    "the text is that of a mail which was passed on": {
        "fr": "le texte est celui d’un message transféré",
        "nl": "de tekst is die van een doorgestuurde mail",
        "de": "der Text ist der einer weitergeleiteten E-Mail",
    },
    "whom to call was read in the mail's signature": {
        "fr": "la personne de contact a été lue dans la signature du message",
        "nl": "de contactpersoon is in de handtekening van de mail gelezen",
        "de": "die Ansprechperson wurde in der Signatur der E-Mail gelesen",
    },
    "{file} could not be read; the text is the mail's own": {
        "fr": "{file} n’a pas pu être lu ; le texte est celui du message",
        "nl": "{file} kon niet worden gelezen; de tekst is die van de mail zelf",
        "de": "{file} konnte nicht gelesen werden; der Text ist der E-Mail selbst entnommen",
    },
    "the text is that of {file}; the mail's own {count} words are left out": {
        "fr": "le texte est celui de {file} ; les {count} mots du message lui-même sont omis",
        "nl": "de tekst is die van {file}; de {count} woorden van de mail zelf zijn weggelaten",
        "de": "der Text ist der von {file}; die {count} Wörter der E-Mail selbst sind weggelassen",
    },
    "Text boxes are read below the paragraph beside which they stand.": {
        "fr": "Les zones de texte sont lues sous le paragraphe à côté duquel elles se trouvent.",
        "nl": "Tekstvakken worden gelezen onder de alinea waar ze naast staan.",
        "de": "Textfelder werden unter dem Absatz gelesen, neben dem sie stehen.",
    },
    "A table within a table is read as lines, one a row.": {
        "fr": "Un tableau dans un tableau est lu comme des lignes, une par rangée.",
        "nl": "Een tabel in een tabel wordt gelezen als regels, een per rij.",
        "de": "Eine Tabelle in einer Tabelle wird als Zeilen gelesen, eine je Reihe.",
    },
    "Words that are struck through are read like any others: {words}.": {
        "fr": "Les mots barrés sont lus comme les autres : {words}.",
        "nl": "Doorgestreepte woorden worden gelezen als alle andere: {words}.",
        "de": "Durchgestrichene Wörter werden wie alle anderen gelesen: {words}.",
    },
    "It has a date that Word changes by itself to the day on which it is opened.": {
        "fr": "Il contient une date que Word change de lui-même en celle du jour où on l’ouvre.",
        "nl": "Er staat een datum in die Word zelf verandert in de dag waarop het wordt geopend.",
        "de": "Sie enthält ein Datum, das Word selbst auf den Tag ändert, an dem man sie öffnet.",
    },
    "it is filed in {filed} and reads as {read}; "
    "newsroom edit {number} --language {code} says so": {
        "en": "it is filed in {filed} and reads as {read}: tell the press office which is right",
        "fr": "il est enregistré en {filed} et semble écrit en {read} : dites au service de presse "
        "ce qui est juste",
        "nl": "het is opgeslagen als {filed} en leest als {read}: zeg de persdienst wat juist is",
        "de": "sie ist als {filed} abgelegt und liest sich als {read}: sagen Sie der Pressestelle, "
        "was richtig ist",
    },
}
