"""The newsroom’s sentences about pictures, in the languages it knows."""

PICTURE_WORDS: dict[str, dict[str, str]] = {
    "en": {
        "pictures": "Pictures",
        "picture_original": "Download the original:",
    },
    "fr": {
        "pictures": "Images",
        "picture_original": "Télécharger l’original :",
    },
    "nl": {
        "pictures": "Afbeeldingen",
        "picture_original": "Origineel downloaden:",
    },
    "de": {
        "pictures": "Bilder",
        "picture_original": "Original herunterladen:",
    },
}
