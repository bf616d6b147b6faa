"""The newsroom's own sentences, in the languages it knows; English stands in for the others."""

from press.languages import OWN_NAMES

WORDS: dict[str, dict[str, str]] = {
    "en": {
        "all": "All releases",
        "all_topics": "All topics",
        "authentic": "Read the authentic text in {language}",
        "author": "Authentic text",
        "contacts": "Press contacts",
        "corrected": "This release has been changed:",
        "credit": "Picture: {credit}",
        "edited": "Translation checked by an editor",
        "empty": "Nothing has been published here yet.",
        "feeds": "Feeds",
        "feeds_intro": "A feed brings every new release to your reader. Copy an address into it.",
        "follow": "Follow this page",
        "home": "Home",
        "languages": "Languages",
        "machine": "Machine translation ({engine}); only the {language} text is authentic",
        "newer": "Newer releases",
        "not_found": "There is no such page",
        "not_found_more": "It may have moved, or the address may be mistyped.",
        "older": "Older releases",
        "opml": "All feeds in one file (OPML)",
        "other_languages": "Read in other languages",
        "page": "Page {number}",
        "skip": "Skip to the content",
        "stands_in": "Not yet available in {wanted}; this is the {language} text",
        "topic": "Topic",
        "topics": "Topics",
        "withdrawn": "This release has been withdrawn",
    },
    "fr": {
        "all": "Tous les communiqués",
        "all_topics": "Tous les thèmes",
        "authentic": "Lire le texte authentique en {language}",
        "author": "Texte authentique",
        "contacts": "Contacts presse",
        "corrected": "Ce communiqué a été modifié :",
        "credit": "Image : {credit}",
        "edited": "Traduction relue par un rédacteur",
        "empty": "Rien n'a encore été publié ici.",
        "feeds": "Flux",
        "feeds_intro": "Un flux apporte chaque nouveau communiqué dans votre lecteur de flux. "
        "Copiez-y une adresse.",
        "follow": "Suivre cette page",
        "home": "Accueil",
        "languages": "Langues",
        "machine": "Traduction automatique ({engine}) ; seul le texte en {language} fait foi",
        "newer": "Communiqués plus récents",
        "not_found": "Cette page n'existe pas",
        "not_found_more": "Elle a peut-être été déplacée, ou l'adresse est mal saisie.",
        "older": "Communiqués plus anciens",
        "opml": "Tous les flux en un seul fichier (OPML)",
        "other_languages": "Lire dans d'autres langues",
        "page": "Page {number}",
        "skip": "Aller au contenu",
        "stands_in": "Pas encore disponible en {wanted} ; voici le texte en {language}",
        "topic": "Thème",
        "topics": "Thèmes",
        "withdrawn": "Ce communiqué a été retiré",
    },
    "nl": {
        "all": "Alle berichten",
        "all_topics": "Alle thema's",
        "authentic": "Lees de authentieke tekst in het {language}",
        "author": "Authentieke tekst",
        "contacts": "Perscontacten",
        "corrected": "Dit bericht is gewijzigd:",
        "credit": "Beeld: {credit}",
        "edited": "Vertaling nagelezen door een redacteur",
        "empty": "Hier is nog niets gepubliceerd.",
        "feeds": "Feeds",
        "feeds_intro": "Een feed brengt elk nieuw bericht naar uw lezer. Kopieer er een adres in.",
        "follow": "Volg deze pagina",
        "home": "Startpagina",
        "languages": "Talen",
        "machine": "Machinevertaling ({engine}); alleen de tekst in het {language} is authentiek",
        "newer": "Nieuwere berichten",
        "not_found": "Deze pagina bestaat niet",
        "not_found_more": "Ze is misschien verplaatst, of het adres is verkeerd getypt.",
        "older": "Oudere berichten",
        "opml": "Alle feeds in één bestand (OPML)",
        "other_languages": "Lees in andere talen",
        "page": "Pagina {number}",
        "skip": "Naar de inhoud",
        "stands_in": "Nog niet beschikbaar in het {wanted}; dit is de tekst in het {language}",
        "topic": "Thema",
        "topics": "Thema's",
        "withdrawn": "Dit bericht is ingetrokken",
    },
    "de": {
        "all": "Alle Mitteilungen",
        "all_topics": "Alle Themen",
        "authentic": "Den verbindlichen Text lesen: {language}",
        "author": "Verbindlicher Text",
        "contacts": "Pressekontakte",
        "corrected": "Diese Mitteilung wurde geändert:",
        "credit": "Bild: {credit}",
        "edited": "Übersetzung redaktionell geprüft",
        "empty": "Hier ist noch nichts veröffentlicht.",
        "feeds": "Feeds",
        "feeds_intro": "Ein Feed bringt jede neue Mitteilung in Ihren Feedreader. "
        "Kopieren Sie eine Adresse hinein.",
        "follow": "Dieser Seite folgen",
        "home": "Startseite",
        "languages": "Sprachen",
        "machine": "Maschinelle Übersetzung ({engine}); verbindlich ist nur der Text: {language}",
        "newer": "Neuere Mitteilungen",
        "not_found": "Diese Seite gibt es nicht",
        "not_found_more": "Vielleicht wurde sie verschoben, oder die Adresse ist vertippt.",
        "older": "Ältere Mitteilungen",
        "opml": "Alle Feeds in einer Datei (OPML)",
        "other_languages": "In anderen Sprachen lesen",
        "page": "Seite {number}",
        "skip": "Zum Inhalt",
        "stands_in": "Noch nicht auf {wanted} verfügbar; dies ist der Text auf {language}",
        "topic": "Thema",
        "topics": "Themen",
        "withdrawn": "Diese Mitteilung wurde zurückgezogen",
    },
}
# What a language is called inside a sentence of another; its own name where this does not say.
NAMES: dict[str, dict[str, str]] = {
    "en": {"en": "English", "fr": "French", "nl": "Dutch", "de": "German"},
    "fr": {"en": "anglais", "fr": "français", "nl": "néerlandais", "de": "allemand"},
    "nl": {"en": "Engels", "fr": "Frans", "nl": "Nederlands", "de": "Duits"},
    "de": {"en": "Englisch", "fr": "Französisch", "nl": "Niederländisch", "de": "Deutsch"},
}


def say(code: str, key: str, **values: object) -> str:
    """One of the newsroom's own sentences in a language.

    Args:
        code: the language's code; English answers for a language not known here.
        key: which sentence.
        values: what its gaps are filled with.
    """
    return WORDS.get(code, WORDS["en"])[key].format(**values)


def language_name(code: str, named: str) -> str:
    """What a language is called in another: `language_name("fr", "nl")` is `néerlandais`."""
    return NAMES.get(code, NAMES["en"]).get(named, OWN_NAMES.get(named, named))
