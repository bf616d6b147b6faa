"""Which of our languages a browser would rather read."""

from werkzeug.datastructures import LanguageAccept

from press.languages import Language, Languages


def preferred(wishes: LanguageAccept, languages: Languages) -> Language:
    """The best of the newsroom's languages for a reader (RFC 4647, 3.4), else the first.

    Args:
        wishes: the reader's, `Accept-Language`.
        languages: the newsroom's.
    """
    ranked = sorted(wishes, key=lambda wish: -wish[1])
    refused = {_code(tag) for tag, quality in ranked if not quality}
    open_ = [language for language in languages if language.code not in refused]
    for tag, quality in ranked:
        fitting = [one for one in open_ if tag == "*" or one.code == _code(tag)]
        if quality and fitting:
            return fitting[0]
    return languages.default


def _code(tag: str) -> str:
    return tag.partition("-")[0].lower()
