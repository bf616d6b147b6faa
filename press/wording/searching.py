"""The newsroom’s sentences about searching, in the languages it knows."""

SEARCH_WORDS: dict[str, dict[str, str]] = {
    "en": {
        "search": "Search",
        "search_all_topics": "All topics",
        "search_all_years": "All years",
        "search_found_in": "Found in {language}, newest first",
        "search_how": "All words must be there, whatever their endings and accents; the last one "
        "may be the beginning of a word. Only what is published is searched.",
        "search_in": "Search in",
        "search_label": "Search press releases",
        "search_meant": "Did you mean:",
        "search_nothing": "Nothing was found for “{words}”",
        "search_nothing_more": "Try fewer or other words, another language, or all topics and "
        "years.",
        "search_nothing_published": "Nothing was found",
        "search_follow": "Follow this search",
        "search_for": "Search: {words}",
        "search_year": "Year",
    },
    "fr": {
        "search": "Rechercher",
        "search_all_topics": "Tous les thèmes",
        "search_all_years": "Toutes les années",
        "search_found_in": "Résultats en {language}, du plus récent au plus ancien",
        "search_how": "Tous les mots doivent y figurer, quels que soient leurs terminaisons et "
        "leurs accents ; le dernier peut être le début d’un mot. La recherche ne porte que sur ce "
        "qui est publié.",
        "search_in": "Rechercher dans",
        "search_label": "Rechercher dans les communiqués",
        "search_meant": "Vouliez-vous dire :",
        "search_nothing": "Aucun résultat pour « {words} »",
        "search_nothing_more": "Essayez moins de mots ou d’autres, une autre langue, ou tous les "
        "thèmes et toutes les années.",
        "search_nothing_published": "Aucun résultat",
        "search_follow": "Suivre cette recherche",
        "search_for": "Recherche : {words}",
        "search_year": "Année",
    },
    "nl": {
        "search": "Zoeken",
        "search_all_topics": "Alle thema’s",
        "search_all_years": "Alle jaren",
        "search_found_in": "Gevonden in het {language}, nieuwste eerst",
        "search_how": "Alle woorden moeten erin staan, ongeacht uitgangen en accenten; het laatste "
        "mag het begin van een woord zijn. Alleen wat gepubliceerd is, wordt doorzocht.",
        "search_in": "Zoeken in",
        "search_label": "Zoeken in de berichten",
        "search_meant": "Bedoelde u:",
        "search_nothing": "Niets gevonden voor “{words}”",
        "search_nothing_more": "Probeer minder of andere woorden, een andere taal, of alle thema’s "
        "en jaren.",
        "search_nothing_published": "Niets gevonden",
        "search_follow": "Volg deze zoekopdracht",
        "search_for": "Zoeken: {words}",
        "search_year": "Jaar",
    },
    "de": {
        "search": "Suchen",
        "search_all_topics": "Alle Themen",
        "search_all_years": "Alle Jahre",
        "search_found_in": "Gefunden auf {language}, neueste zuerst",
        "search_how": "Alle Wörter müssen vorkommen, gleich mit welchen Endungen und Akzenten; das "
        "letzte darf der Anfang eines Wortes sein. Durchsucht wird nur, was veröffentlicht ist.",
        "search_in": "Suchen in",
        "search_label": "Mitteilungen durchsuchen",
        "search_meant": "Meinten Sie:",
        "search_nothing": "Nichts gefunden für „{words}“",
        "search_nothing_more": "Versuchen Sie es mit weniger oder anderen Wörtern, in einer "
        "anderen Sprache oder mit allen Themen und Jahren.",
        "search_nothing_published": "Nichts gefunden",
        "search_follow": "Dieser Suche folgen",
        "search_for": "Suche: {words}",
        "search_year": "Jahr",
    },
}
