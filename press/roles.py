"""The words of a press office, in the languages the newsroom knows."""

from collections.abc import Iterator

from press.glossary import Term

# One form for everybody; in German the form that press offices print beside a name.
ROLES: tuple[dict[str, str], ...] = (
    {"en": "spokesperson", "fr": "porte-parole", "nl": "woordvoerder", "de": "Sprecher/in"},
    {
        "en": "deputy spokesperson",
        "fr": "porte-parole adjoint",
        "nl": "adjunct-woordvoerder",
        "de": "stellvertretende/r Sprecher/in",
    },
    {
        "en": "press officer",
        "fr": "attaché de presse",
        "nl": "persattaché",
        "de": "Pressereferent/in",
    },
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
)


def roles(source: str, target: str) -> Iterator[Term]:
    """These words from one language into another; of words alike in the one, the first counts."""
    known = set[str]()
    for words in ROLES:
        if source in words and target in words and words[source] not in known:
            known.add(words[source])
            yield Term(source, target, words[source], words[target], "press office")
