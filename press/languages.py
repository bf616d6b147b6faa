"""The languages a newsroom speaks: their tags, their own names, their order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from press.errors import SettingsRefused, UnknownLanguage

# Each language named in itself, as W3C's “Guiding users to translated pages” asks of menus.
OWN_NAMES = {
    "ar": "العربية",
    "bg": "български",
    "cs": "čeština",
    "da": "dansk",
    "de": "Deutsch",
    "el": "ελληνικά",
    "en": "English",
    "es": "español",
    "et": "eesti",
    "fi": "suomi",
    "fr": "français",
    "ga": "Gaeilge",
    "hr": "hrvatski",
    "hu": "magyar",
    "it": "italiano",
    "lt": "lietuvių",
    "lv": "latviešu",
    "mt": "Malti",
    "nl": "Nederlands",
    "pl": "polski",
    "pt": "português",
    "ro": "română",
    "ru": "русский",
    "sk": "slovenčina",
    "sl": "slovenščina",
    "sv": "svenska",
    "tr": "Türkçe",
    "uk": "українська",
    "zh": "中文",
}
RIGHT_TO_LEFT = {"ar", "fa", "he", "ur"}
_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2}|-[0-9]{3})?")


@dataclass(frozen=True, slots=True)
class Language:
    """One language of the newsroom.

    Args:
        tag: the full BCP 47 tag that documents carry, such as `fr-BE`.
        code: its primary subtag, as it stands in addresses and package names: `fr`.
    """

    tag: str
    code: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "code", self.tag.split("-")[0])

    @property
    def name(self) -> str:
        """What the language calls itself, or its tag where that is not known here."""
        return OWN_NAMES.get(self.code, self.tag)

    @property
    def direction(self) -> str:
        """`rtl` or `ltr`, as HTML's `dir` wants it."""
        return "rtl" if self.code in RIGHT_TO_LEFT else "ltr"


@dataclass(frozen=True, slots=True)
class Languages:
    """The newsroom's languages in their order; the first is the default source."""

    all: tuple[Language, ...]
    _by_name: dict[str, Language] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        names = {language.tag.lower(): language for language in self.all}
        names |= {language.code: language for language in self.all}
        object.__setattr__(self, "_by_name", names)

    def __iter__(self) -> Iterator[Language]:
        return iter(self.all)

    @property
    def default(self) -> Language:
        """The language a release is taken to be written in when nothing says otherwise."""
        return self.all[0]

    @property
    def codes(self) -> list[str]:
        """The primary subtags, in order."""
        return [language.code for language in self.all]

    def named(self, name: str) -> Language:
        """Find a language by its code or its tag.

        Raises:
            UnknownLanguage: the newsroom does not publish in it.
        """
        known = self._by_name
        found = known.get(name) or known.get(name.strip().replace("_", "-").lower())
        if found is None:
            raise UnknownLanguage(name, self.codes)
        return found


def parse_languages(setting: str) -> Languages:
    """Read `en,fr-BE,nl-BE` as the newsroom's languages.

    Raises:
        SettingsRefused: a tag is malformed (BCP 47) or two share a primary subtag, which the
            addresses could not tell apart.
    """
    tags = [tag.strip() for tag in setting.split(",") if tag.strip()]
    wrong = [tag for tag in tags if not _TAG.fullmatch(tag)]
    if wrong or not tags:
        said = f"{', '.join(wrong)}: no language tag" if wrong else "it names no language"
        raise SettingsRefused(f"{said}; a tag is such as en or fr-BE (BCP 47)")
    languages = Languages(tuple(Language(tag) for tag in tags))
    if len(set(languages.codes)) != len(tags):
        raise SettingsRefused("a language is named twice")
    return languages
