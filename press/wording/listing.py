"""The newsroom’s sentences about lists and their archive, in the languages it knows."""

LIST_WORDS: dict[str, dict[str, str]] = {
    "en": {
        "archive": "Archive",
        "archive_what": "Everything that has been published here, by year and month.",
        "archive_one": "1 release",
        "archive_many": "{count} releases",
        "archive_months": "Months of {year}",
        "archive_around": "Earlier and later",
    },
    "fr": {
        "archive": "Archives",
        "archive_what": "Tout ce qui a été publié ici, par année et par mois.",
        "archive_one": "1 communiqué",
        "archive_many": "{count} communiqués",
        "archive_months": "Les mois de {year}",
        "archive_around": "Avant et après",
    },
    "nl": {
        "archive": "Archief",
        "archive_what": "Alles wat hier gepubliceerd is, per jaar en per maand.",
        "archive_one": "1 bericht",
        "archive_many": "{count} berichten",
        "archive_months": "Maanden van {year}",
        "archive_around": "Ervoor en erna",
    },
    "de": {
        "archive": "Archiv",
        "archive_what": "Alles, was hier veröffentlicht wurde, nach Jahr und Monat.",
        "archive_one": "1 Mitteilung",
        "archive_many": "{count} Mitteilungen",
        "archive_months": "Monate des Jahres {year}",
        "archive_around": "Davor und danach",
    },
}
