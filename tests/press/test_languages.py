"""The languages of a newsroom."""

import pytest

from press.errors import SettingsRefused, UnknownLanguage
from press.languages import parse_languages


def test_a_language_is_found_by_code_or_tag() -> None:
    languages = parse_languages("en,fr-BE")
    assert languages.named("fr") == languages.named("FR-be") == languages.named("fr_BE")
    assert languages.default.tag == "en"


def test_an_unknown_language_is_named_with_the_known_ones() -> None:
    with pytest.raises(UnknownLanguage, match=r"“xx”.*en, fr"):
        parse_languages("en,fr-BE").named("xx")


@pytest.mark.parametrize("setting", ["", "english", "en,en-GB", "en,fr_BE"])
def test_a_wrong_list_of_languages_is_refused(setting: str) -> None:
    with pytest.raises(SettingsRefused):
        parse_languages(setting)
