"""The words of a press office, in the languages the newsroom knows."""

from collections.abc import Iterator

from press.glossary import Term

# Only words that come out one way whoever is meant: where a language has a form for men and one
# for women, as German has for a spokesperson, the choice is left to the engine and the editor.
ROLES: tuple[dict[str, str], ...] = (
    {"en": "spokesperson", "fr": "porte-parole", "nl": "woordvoerder"},
    {"en": "deputy spokesperson", "nl": "adjunct-woordvoerder"},
    {"en": "press officer", "nl": "persvoorlichter"},
    {"en": "press office", "fr": "service de presse", "nl": "persdienst", "de": "Pressestelle"},
    {"en": "press service", "fr": "service de presse", "nl": "persdienst", "de": "Pressestelle"},
    {
        "en": "press release",
        "fr": "communiqué de presse",
        "nl": "persbericht",
        "de": "Pressemitteilung",
    },
    {
        "en": "press conference",
        "fr": "conférence de presse",
        "nl": "persconferentie",
        "de": "Pressekonferenz",
    },
    {"en": "press contact", "fr": "contact presse", "nl": "perscontact", "de": "Pressekontakt"},
    # Above what is for editors alone: an engine takes these for remarks to whoever publishes.
    *(
        {
            "en": english,
            "fr": "notes aux rédactions",
            "nl": "noten voor de redactie",
            "de": "Hinweise für die Redaktion",
        }
        for english in ("notes to editors", "notes for editors")
    ),
    *(
        {
            "en": english,
            "fr": "note aux rédactions",
            "nl": "noot voor de redactie",
            "de": "Hinweis für die Redaktion",
        }
        for english in ("note to editors", "note for editors")
    ),
)


def roles(source: str, target: str) -> Iterator[Term]:
    """These words from one language into another; of words alike in the one, the first counts."""
    known = set[str]()
    for words in ROLES:
        if source in words and target in words and words[source] not in known:
            known.add(words[source])
            yield Term(source, target, words[source], words[target], "press office")
