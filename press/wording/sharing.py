"""The newsroom’s sentences about sharing and embedding, in the languages it knows."""

SHARE_WORDS: dict[str, dict[str, str]] = {
    "en": {
        "embed_how": "Copy this code into the page where it is to stand. It runs no script and "
        "sets no cookie.",
        "embed_list": "Show this list on your own site",
        "embed_look": "Preview",
        "embed_release": "Show this release on your own site",
        "embed_whole": "Read the whole release",
        "share": "Share",
        "share_quiet": "Nobody is told anything before you follow one of these links.",
    },
    "fr": {
        "embed_how": "Copiez ce code dans la page où il doit figurer. Il n’exécute aucun script et "
        "ne dépose aucun cookie.",
        "embed_list": "Afficher cette liste sur votre site",
        "embed_look": "Aperçu",
        "embed_release": "Afficher ce communiqué sur votre site",
        "embed_whole": "Lire le communiqué en entier",
        "share": "Partager",
        "share_quiet": "Rien n’est transmis à personne tant que vous ne suivez pas un de ces "
        "liens.",
    },
    "nl": {
        "embed_how": "Kopieer deze code naar de pagina waarop u dit wilt tonen. Ze voert geen "
        "script uit en plaatst geen cookies.",
        "embed_list": "Toon deze lijst op uw eigen site",
        "embed_look": "Voorbeeld",
        "embed_release": "Toon dit bericht op uw eigen site",
        "embed_whole": "Lees het hele bericht",
        "share": "Delen",
        "share_quiet": "Niemand krijgt iets te weten voordat u een van deze links volgt.",
    },
    "de": {
        "embed_how": "Kopieren Sie diesen Code in die Seite, auf der Sie dies zeigen möchten. Er "
        "führt kein Skript aus und setzt keine Cookies.",
        "embed_list": "Diese Liste auf Ihrer eigenen Website zeigen",
        "embed_look": "Vorschau",
        "embed_release": "Diese Mitteilung auf Ihrer eigenen Website zeigen",
        "embed_whole": "Die ganze Mitteilung lesen",
        "share": "Teilen",
        "share_quiet": "Niemand erfährt etwas, solange Sie keinem dieser Links folgen.",
    },
}
