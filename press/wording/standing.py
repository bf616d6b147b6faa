"""The newsroom’s sentences at the head and foot of every page, in the languages it knows."""

STANDING_WORDS: dict[str, dict[str, str]] = {
    "en": {
        "ask": "Press enquiries",
        "footer_about": "This site",
        "footer_follow": "Follow",
        "main": "Main navigation",
        "tagline": "Press releases and statements",
    },
    "fr": {
        "ask": "Contact presse",
        "footer_about": "Ce site",
        "footer_follow": "Suivre",
        "main": "Navigation principale",
        "tagline": "Communiqués de presse et déclarations",
    },
    "nl": {
        "ask": "Perscontact",
        "footer_about": "Deze site",
        "footer_follow": "Volgen",
        "main": "Hoofdnavigatie",
        "tagline": "Persberichten en verklaringen",
    },
    "de": {
        "ask": "Presseanfragen",
        "footer_about": "Diese Website",
        "footer_follow": "Folgen",
        "main": "Hauptnavigation",
        "tagline": "Pressemitteilungen und Erklärungen",
    },
}
