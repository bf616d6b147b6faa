"""What an officer says of a file: in its release's language, or in another as in `fr=…`."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from newsroom.commands import Door
from newsroom.commands.terminal.words import words_given
from press.releases.attachment import Words

# In small letters, so that “pH=7” is words.
_TAGGED = re.compile(r"([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)=(.+)", re.DOTALL)
OWN = ""  # stands for the language of the release, which nobody names


def captions(
    door: Door,
    release_id: int,
    alts: tuple[Sequence[str], Sequence[str]],
    credits_: tuple[Sequence[str], Sequence[str]],
) -> dict[str, Words]:
    """What is said of a file, by code of the language; the release's own where none is named.

    Args:
        door: to the newsroom.
        release_id: of the release it goes with.
        alts: values of `--alt` and `--alt-from`.
        credits_: values of `--credit` and `--credit-from`.

    Raises:
        UnknownLanguage: the newsroom does not publish in a language that is named.
        AttachmentRefused: words are too long.
        Refusal: the release is not out, and the words are an argument; or they cannot be read.
    """
    said = _read(door, release_id, "--alt", *alts), _read(door, release_id, "--credit", *credits_)
    codes = dict.fromkeys([OWN, *said[0], *said[1]])
    return {code: Words.said(said[0].get(code, ""), said[1].get(code, "")) for code in codes}


def _read(
    door: Door, release_id: int, option: str, words: Iterable[str], paths: Iterable[str]
) -> dict[str, str]:
    typed, files = _by_language(door, option, words), _by_language(door, option, paths)
    found = {}
    for code in dict.fromkeys([*typed, *files]):
        path = Path(files[code]) if code in files else None
        given = words_given(door, release_id, typed.get(code), path, option)
        found[code] = given or ""
    return found


def _by_language(door: Door, option: str, values: Iterable[str]) -> dict[str, str]:
    found = dict[str, str]()
    for value in values:
        tagged = _TAGGED.fullmatch(value)
        languages = door.settings.site.languages
        code, words = (languages.named(tagged[1]).code, tagged[2]) if tagged else (OWN, value)
        if code in found:
            raise click.UsageError(f"{option} is said twice{f' in {code}' if code else ''}")
        found[code] = words
    return found
