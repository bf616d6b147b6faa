"""Whom a picture says it is owed to, in itself."""

import warnings
from pathlib import Path

from PIL import Image

from intake.pictures.drawing import FORMS
from press.text import in_one_line

_ARTIST, _COPYRIGHT = 0x013B, 0x8298  # Exif 2.32, 4.6.4
_LONGEST = 200  # characters


def owed_to(path: Path, media_type: str) -> str:
    """Photographer and owner as Exif names them, on one line; empty where it names nobody.

    Args:
        path: of the picture.
        media_type: decided before, by its content.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(path, formats=[FORMS[media_type]]) as image:
                found = [image.getexif().get(tag) for tag in (_ARTIST, _COPYRIGHT)]
    except Exception:
        return ""
    lines = (in_one_line(words) for words in found if isinstance(words, str))
    return " / ".join(dict.fromkeys(filter(None, lines)))[:_LONGEST]
