"""The newsroom’s own sentences, in the languages it knows; English stands in for the others."""

import re
from functools import cache, reduce
from operator import or_

from press.languages import OWN_NAMES
from press.telling.follow_words import FOLLOW_WORDS
from press.wording.listing import LIST_WORDS
from press.wording.pictures import PICTURE_WORDS
from press.wording.release_page import RELEASE_WORDS
from press.wording.searching import SEARCH_WORDS
from press.wording.sharing import SHARE_WORDS
from press.wording.standing import STANDING_WORDS

# Who wrote or translated what is shown; feeds say it to programs, too.
_ORIGINS = ("author", "edited", "edited_machine", "machine", "rough", "stands_in")
_LONGEST = 400
WORDS: dict[str, dict[str, str]] = {
    "en": {
        "all": "All releases",
        "authentic": "Read the authentic text in {language}",
        "author": "Authentic text",
        "contacts": "Press contacts",
        "copied": "Copied",
        "copy": "Copy",
        "copy_failed": "Not copied. Select the address and copy it yourself.",
        "corrected": "This release has been changed:",
        "credit": "Credit: {name}",
        "edited": "Translation checked by an editor",
        "edited_machine": "Machine translation ({engine}), checked by an editor",
        "embargo": "May be published from and including {local} ({utc})",
        "embargo_unset": "No time of publication is set",
        "empty": "Nothing has been published here yet.",
        "feed_reader": "your feed reader",
        "feeds": "Feeds",
        "feeds_formats": "The address with each topic suits nearly every feed reader. Other "
        "formats and languages carry the same releases; they are folded beneath it.",
        "feeds_how": "Choose a topic and copy its address into your feed reader. "
        "From then on it shows every new release as soon as it is out; you need no account here, "
        "and nobody learns your e-mail address.",
        "feeds_marks": "How feeds name who wrote a text",
        "feeds_original": "Not translated yet: the text as it was written",
        "feeds_others": "Other formats and languages",
        "feeds_what": "A feed is an address at which a program, your feed reader, finds every new "
        "release by itself.",
        "files": "Files",
        "follow": "Follow this page",
        "home": "Home",
        "languages": "Languages",
        "machine": "Machine translation ({engine}); only the {language} text is authentic",
        "machine_mark": "Machine translation",
        "newer": "Newer releases",
        "not_found": "There is no such page",
        "not_found_more": "It may have moved, or the address may be mistyped.",
        "not_found_next": "Choose a topic, or look among all releases:",
        "older": "Older releases",
        "open_in": "Open in",
        "opml": "All feeds in one file (OPML)",
        "other_languages": "Read in other languages",
        "outdated": "The original changed on {date}; this translation does not show that yet",
        "page": "Page {number}",
        "partial": "Parts of it are not translated yet; there the {language} text stands",
        "preview": "PREVIEW: not for publication",
        "preview_ended_more": "Ask whoever sent it to you for a new one.",
        "preview_ended_out": "What has been published is here:",
        "preview_expired": "This preview link has expired",
        "preview_held": "It is held; it comes out only when it is scheduled again",
        "preview_revoked": "This preview link was taken back",
        "preview_waits": "This text waits for an editor",
        "reference": "Reference:",
        "retired": "The topic “{topic}” is closed",
        "retired_more": "Nothing new will appear in this feed. Please follow this instead:",
        "returned": "Published again after it had been withdrawn.",
        "rough": "Rough machine translation ({engine}), read by nobody; "
        "only the {language} text is authentic",
        "rough_mark": "Rough machine translation, read by nobody",
        "skip": "Skip to the content",
        "stands_in": "Not yet available in {wanted}; this is the {language} text",
        "topic": "Topic",
        "topics": "Topics",
        "withdrawn": "This release has been withdrawn",
        "withdrawn_ask": "Questions about it are answered by the press office that sent it.",
        "withdrawn_next": "Please use nothing of it any more. What is published now is here:",
        "withdrawn_when": "It was published on {out} and withdrawn on {at}.",
    },
    "fr": {
        "all": "Tous les communiqués",
        "authentic": "Lire le texte authentique en {language}",
        "author": "Texte authentique",
        "contacts": "Contacts presse",
        "copied": "Copié",
        "copy": "Copier",
        "copy_failed": "L’adresse n’a pas été copiée. Sélectionnez-la et copiez-la vous-même.",
        "corrected": "Ce communiqué a été modifié :",
        "credit": "Crédit : {name}",
        "edited": "Traduction relue par un rédacteur",
        "edited_machine": "Traduction automatique ({engine}), relue par un rédacteur",
        "embargo": "Peut être publié à partir du {local} inclus ({utc})",
        "embargo_unset": "Aucune heure de publication n’est fixée",
        "empty": "Rien n’a encore été publié ici.",
        "feed_reader": "votre lecteur de flux",
        "feeds": "Flux",
        "feeds_formats": "L’adresse de chaque thème convient à presque tous les lecteurs de flux. "
        "Les autres formats et langues contiennent les mêmes communiqués ; ils sont repliés en "
        "dessous.",
        "feeds_how": "Choisissez un thème, puis copiez son adresse dans votre "
        "lecteur de flux. Il affiche alors chaque nouveau communiqué dès sa parution ; vous n’avez "
        "besoin d’aucun compte ici, et personne n’apprend votre adresse électronique.",
        "feeds_marks": "Comment les flux indiquent qui a écrit un texte",
        "feeds_original": "Pas encore traduit : le texte tel qu’il a été écrit",
        "feeds_others": "Autres formats et langues",
        "feeds_what": "Un flux est une adresse où un programme, votre lecteur de flux, trouve de "
        "lui-même chaque nouveau communiqué.",
        "files": "Fichiers",
        "follow": "Suivre cette page",
        "home": "Accueil",
        "languages": "Langues",
        "machine": "Traduction automatique ({engine}) ; seul le texte en {language} fait foi",
        "machine_mark": "Traduction automatique",
        "newer": "Communiqués plus récents",
        "not_found": "Cette page n’existe pas",
        "not_found_more": "Elle a peut-être été déplacée, ou l’adresse est mal saisie.",
        "not_found_next": "Choisissez un thème, ou cherchez parmi tous les communiqués :",
        "older": "Communiqués plus anciens",
        "open_in": "Ouvrir dans",
        "opml": "Tous les flux en un seul fichier (OPML)",
        "other_languages": "Lire dans d’autres langues",
        "outdated": "L’original a été modifié le {date} ; "
        "cette traduction n’en tient pas encore compte",
        "page": "Page {number}",
        "partial": "Des passages ne sont pas encore traduits ; le texte en {language} y figure",
        "preview": "APERÇU : ne pas publier",
        "preview_ended_more": "Demandez-en un nouveau à la personne qui vous l’a envoyé.",
        "preview_ended_out": "Ce qui est publié se trouve ici :",
        "preview_expired": "Ce lien d’aperçu a expiré",
        "preview_held": "Il est suspendu ; il ne paraîtra qu’une fois reprogrammé",
        "preview_revoked": "Ce lien d’aperçu a été annulé",
        "preview_waits": "Ce texte attend un rédacteur",
        "reference": "Référence :",
        "retired": "Le thème « {topic} » est clos",
        "retired_more": "Plus rien ne paraîtra dans ce flux. Suivez plutôt :",
        "returned": "Publié de nouveau après avoir été retiré.",
        "rough": "Traduction automatique brute ({engine}), que personne n’a relue ;"
        " seul le texte en {language} fait foi",
        "rough_mark": "Traduction automatique brute, que personne n’a relue",
        "skip": "Aller au contenu",
        "stands_in": "Pas encore disponible en {wanted} ; voici le texte en {language}",
        "topic": "Thème",
        "topics": "Thèmes",
        "withdrawn": "Ce communiqué a été retiré",
        "withdrawn_ask": "Le service de presse qui l’a envoyé répond aux questions.",
        "withdrawn_next": "Veuillez ne plus rien en utiliser. Ce qui est publié aujourd’hui se "
        "trouve ici :",
        "withdrawn_when": "Il avait été publié le {out} et a été retiré le {at}.",
    },
    "nl": {
        "all": "Alle berichten",
        "authentic": "Lees de authentieke tekst in het {language}",
        "author": "Authentieke tekst",
        "contacts": "Perscontacten",
        "copied": "Gekopieerd",
        "copy": "Kopiëren",
        "copy_failed": "Niet gekopieerd. Selecteer het adres en kopieer het zelf.",
        "corrected": "Dit bericht is gewijzigd:",
        "credit": "Bron: {name}",
        "edited": "Vertaling nagelezen door een redacteur",
        "edited_machine": "Machinevertaling ({engine}), nagelezen door een redacteur",
        "embargo": "Mag gepubliceerd worden vanaf en met inbegrip van {local} ({utc})",
        "embargo_unset": "Er is geen tijdstip van publicatie bepaald",
        "empty": "Hier is nog niets gepubliceerd.",
        "feed_reader": "uw feedlezer",
        "feeds": "Feeds",
        "feeds_formats": "Het adres bij elk thema past bij bijna elke feedlezer. Andere formaten "
        "en talen bevatten dezelfde berichten; ze zijn eronder opgevouwen.",
        "feeds_how": "Kies een thema en kopieer het adres ervan naar uw feedlezer. Vanaf dan "
        "toont die elk nieuw bericht zodra het verschijnt; u hebt hier geen account nodig en "
        "niemand krijgt uw e-mailadres.",
        "feeds_marks": "Hoe feeds aangeven wie een tekst schreef",
        "feeds_original": "Nog niet vertaald: de tekst zoals die geschreven is",
        "feeds_others": "Andere formaten en talen",
        "feeds_what": "Een feed is een adres waar een programma, uw feedlezer, elk nieuw bericht "
        "vanzelf vindt.",
        "files": "Bestanden",
        "follow": "Volg deze pagina",
        "home": "Startpagina",
        "languages": "Talen",
        "machine": "Machinevertaling ({engine}); alleen de tekst in het {language} is authentiek",
        "machine_mark": "Machinevertaling",
        "newer": "Nieuwere berichten",
        "not_found": "Deze pagina bestaat niet",
        "not_found_more": "Ze is misschien verplaatst, of het adres is verkeerd getypt.",
        "not_found_next": "Kies een thema, of zoek tussen alle berichten:",
        "older": "Oudere berichten",
        "open_in": "Openen in",
        "opml": "Alle feeds in één bestand (OPML)",
        "other_languages": "Lees in andere talen",
        "outdated": "Het origineel is gewijzigd op {date}; deze vertaling toont dat nog niet",
        "page": "Pagina {number}",
        "partial": "Sommige delen zijn nog niet vertaald; daar staat de tekst in het {language}",
        "preview": "VOORBEELD: niet voor publicatie",
        "preview_ended_more": "Vraag een nieuwe aan wie ze u gestuurd heeft.",
        "preview_ended_out": "Wat gepubliceerd is, staat hier:",
        "preview_expired": "Deze voorbeeldlink is verlopen",
        "preview_held": "Het wordt tegengehouden; het verschijnt pas als het opnieuw wordt gepland",
        "preview_revoked": "Deze voorbeeldlink is ingetrokken",
        "preview_waits": "Deze tekst wacht op een redacteur",
        "reference": "Referentie:",
        "retired": "Het thema “{topic}” is afgesloten",
        "retired_more": "In deze feed verschijnt niets nieuws meer. Volg in de plaats daarvan:",
        "returned": "Opnieuw gepubliceerd nadat het was ingetrokken.",
        "rough": "Ruwe machinevertaling ({engine}), door niemand nagelezen; "
        "alleen de tekst in het {language} is authentiek",
        "rough_mark": "Ruwe machinevertaling, door niemand nagelezen",
        "skip": "Naar de inhoud",
        "stands_in": "Nog niet beschikbaar in het {wanted}; dit is de tekst in het {language}",
        "topic": "Thema",
        "topics": "Thema’s",
        "withdrawn": "Dit bericht is ingetrokken",
        "withdrawn_ask": "De persdienst die het gestuurd heeft, beantwoordt vragen erover.",
        "withdrawn_next": "Gebruik er niets meer van. Wat nu gepubliceerd is, staat hier:",
        "withdrawn_when": "Het werd gepubliceerd op {out} en ingetrokken op {at}.",
    },
    "de": {
        "all": "Alle Mitteilungen",
        "authentic": "Den verbindlichen Text auf {language} lesen",
        "author": "Verbindlicher Text",
        "contacts": "Pressekontakte",
        "copied": "Kopiert",
        "copy": "Kopieren",
        "copy_failed": "Nicht kopiert. Markieren Sie die Adresse und kopieren Sie sie selbst.",
        "corrected": "Diese Mitteilung wurde geändert:",
        "credit": "Quelle: {name}",
        "edited": "Übersetzung redaktionell geprüft",
        "edited_machine": "Maschinelle Übersetzung ({engine}), redaktionell geprüft",
        "embargo": "Darf veröffentlicht werden ab einschließlich {local} ({utc})",
        "embargo_unset": "Es ist kein Zeitpunkt der Veröffentlichung festgelegt",
        "empty": "Hier ist noch nichts veröffentlicht.",
        "feed_reader": "Ihrem Feedreader",
        "feeds": "Feeds",
        "feeds_formats": "Die Adresse bei jedem Thema passt zu fast jedem Feedreader. Andere "
        "Formate und Sprachen enthalten dieselben Mitteilungen; sie sind darunter eingeklappt.",
        "feeds_how": "Wählen Sie ein Thema und kopieren Sie seine Adresse in Ihren "
        "Feedreader. Von da an zeigt er jede neue Mitteilung, sobald sie erscheint; Sie brauchen "
        "hier kein Konto, und niemand erfährt Ihre E-Mail-Adresse.",
        "feeds_marks": "Wie Feeds angeben, wer einen Text geschrieben hat",
        "feeds_original": "Noch nicht übersetzt: der Text, wie er geschrieben wurde",
        "feeds_others": "Andere Formate und Sprachen",
        "feeds_what": "Ein Feed ist eine Adresse, an der ein Programm, Ihr Feedreader, jede neue "
        "Mitteilung von selbst findet.",
        "files": "Dateien",
        "follow": "Dieser Seite folgen",
        "home": "Startseite",
        "languages": "Sprachen",
        "machine": "Maschinelle Übersetzung ({engine}); verbindlich ist nur der Text auf "
        "{language}",
        "machine_mark": "Maschinelle Übersetzung",
        "newer": "Neuere Mitteilungen",
        "not_found": "Diese Seite gibt es nicht",
        "not_found_more": "Vielleicht wurde sie verschoben, oder die Adresse ist vertippt.",
        "not_found_next": "Wählen Sie ein Thema, oder suchen Sie unter allen Mitteilungen:",
        "older": "Ältere Mitteilungen",
        "open_in": "Öffnen in",
        "opml": "Alle Feeds in einer Datei (OPML)",
        "other_languages": "In anderen Sprachen lesen",
        "outdated": "Das Original wurde am {date} geändert; diese Übersetzung zeigt das noch nicht",
        "page": "Seite {number}",
        "partial": "Teile sind noch nicht übersetzt; dort steht der Text auf {language}",
        "preview": "VORSCHAU: nicht zur Veröffentlichung",
        "preview_ended_more": "Bitten Sie die Person, von der Sie ihn haben, um einen neuen.",
        "preview_ended_out": "Was veröffentlicht ist, steht hier:",
        "preview_expired": "Dieser Vorschau-Link ist abgelaufen",
        "preview_held": "Sie ist angehalten; sie erscheint erst, wenn sie neu geplant wird",
        "preview_revoked": "Dieser Vorschau-Link wurde zurückgezogen",
        "preview_waits": "Dieser Text wartet auf eine Redakteurin oder einen Redakteur",
        "reference": "Referenz:",
        "retired": "Das Thema „{topic}“ ist abgeschlossen",
        "retired_more": "In diesem Feed erscheint nichts Neues mehr. Folgen Sie stattdessen:",
        "returned": "Erneut veröffentlicht, nachdem sie zurückgezogen worden war.",
        "rough": "Maschinelle Rohübersetzung ({engine}), von niemandem geprüft; "
        "verbindlich ist nur der Text auf {language}",
        "rough_mark": "Maschinelle Rohübersetzung, von niemandem geprüft",
        "skip": "Zum Inhalt",
        "stands_in": "Noch nicht auf {wanted} verfügbar; dies ist der Text auf {language}",
        "topic": "Thema",
        "topics": "Themen",
        "withdrawn": "Diese Mitteilung wurde zurückgezogen",
        "withdrawn_ask": "Fragen dazu beantwortet die Pressestelle, die sie versandt hat.",
        "withdrawn_next": "Bitte verwenden Sie nichts mehr daraus. Was heute veröffentlicht ist, "
        "steht hier:",
        "withdrawn_when": "Sie wurde am {out} veröffentlicht und am {at} zurückgezogen.",
    },
}
# What each part of the site says beside that; every part speaks every language.
PARTS = (
    FOLLOW_WORDS,
    RELEASE_WORDS,
    PICTURE_WORDS,
    LIST_WORDS,
    SEARCH_WORDS,
    STANDING_WORDS,
    SHARE_WORDS,
)
SENTENCES = {code: reduce(or_, (one[code] for one in (WORDS, *PARTS))) for code in WORDS}
# What a language is called inside a sentence of another; its own name where this does not say.
NAMES: dict[str, dict[str, str]] = {
    "en": {"en": "English", "fr": "French", "nl": "Dutch", "de": "German"},
    "fr": {"en": "anglais", "fr": "français", "nl": "néerlandais", "de": "allemand"},
    "nl": {"en": "Engels", "fr": "Frans", "nl": "Nederlands", "de": "Duits"},
    "de": {"en": "Englisch", "fr": "Französisch", "nl": "Niederländisch", "de": "Deutsch"},
}


def say(code: str, key: str, **values: object) -> str:
    """One of the newsroom’s own sentences in a language.

    Args:
        code: the language’s code; English answers for a language not known here.
        key: which sentence.
        values: what its gaps are filled with.
    """
    return SENTENCES.get(code, SENTENCES["en"])[key].format(**values)


def language_name(code: str, named: str) -> str:
    """What a language is called in another: `language_name("fr", "nl")` is `néerlandais`."""
    return NAMES.get(code, NAMES["en"]).get(named, OWN_NAMES.get(named, named))


def says_origin(words: str) -> bool:
    """Whether words are one of the newsroom's own sentences on who wrote or translated a text.

    Args:
        words: on one line, in any language the newsroom speaks.
    """
    return any(one.fullmatch(words.strip()[:_LONGEST]) for one in _origins())


@cache
def _origins() -> tuple[re.Pattern[str], ...]:
    said = (words[key] for words in WORDS.values() for key in _ORIGINS if key in words)
    parts = (re.split(r"\{\w+\}", sentence) for sentence in said)
    return tuple(re.compile(".{1,60}".join(map(re.escape, one))) for one in parts)
