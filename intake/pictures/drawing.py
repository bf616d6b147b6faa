"""A picture in the sizes in which it is shown, with nothing in them but what is seen.

Cameras, scanners and editing programs write much beside the pixels: where and when it was taken,
by which device, a small copy of what was cut away. Sizes are drawn from pixels alone.
"""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import IO

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from press.errors import UnreadableFile
from press.releases.dimensions import dimensions

WEBP, JPEG = "image/webp", "image/jpeg"
# Pixels across: telephones, tablets and columns of text, at one to three dots a pixel.
WIDTHS = (320, 640, 960, 1440)
# In feed readers, of which some know no WebP, and with links that are shared.
SHARED = 1200
QUALITY = 80
# No size is higher than this many times its width: a file may claim to be a thread.
TALLEST = 2
# What is unpacked of a picture at once. A file of a few kilobytes may claim to be gigabytes.
# Each is four bytes; of a progressive JPEG and what shines through as much again is held beside it.
MOST_PIXELS = 30_000_000
MOST_OF_JPEG = 40_000_000
MOST_OF_WEBP = 16_000_000  # its decoder holds two canvases more
FORMS = {"image/jpeg": "JPEG", "image/png": "PNG", WEBP: "WEBP", "image/gif": "GIF"}
_SMALLEST = 8  # a JPEG can be unpacked at an eighth of its width, which takes an eighth of the room
_ORIENTATION, _TURNED = 0x0112, range(5, 9)
# Opaque colours as screens have them, and what is to be seen through them.
_PLAIN = {"L", "RGB", "RGBA", "LA", "CMYK", "YCbCr", "LAB"}
# Its own check, of what an image claims, would warn where ours refuses.
Image.MAX_IMAGE_PIXELS = None


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture in one size.

    Args:
        data: its content.
        media_type: of it.
        width: pixels.
        height: pixels.
    """

    data: bytes
    media_type: str
    width: int
    height: int


def draw(file: IO[bytes], media_type: str) -> tuple[Drawn, ...]:
    """A picture in each size that is not larger than itself, widest last; then one for sharing.

    It stands upright, in the colours of screens (sRGB). What moves stays what it is: nothing is
    drawn of it.

    Args:
        file: its content.
        media_type: decided before, by its content.

    Raises:
        UnreadableFile: it is broken or cut off, or of more pixels than can be unpacked.
    """
    with _opened(file, media_type) as image:
        return () if _moves(image) else tuple(_drawn(image))


def fault_of(file: IO[bytes], media_type: str) -> str:
    """Why a picture could not be drawn, as a clause; empty where it can be.

    Args:
        file: its content.
        media_type: decided before, by its content.
    """
    try:
        with _opened(file, media_type) as image:
            if not _moves(image):
                _unpack(image, _box(WIDTHS[-1], image.size))
    except UnreadableFile as refusal:
        return str(refusal)
    return ""


@contextmanager
def _opened(file: IO[bytes], media_type: str) -> Iterator[Image.Image]:
    """A picture to be read; what fails at it within is its own fault.

    Raises:
        UnreadableFile: it is broken or cut off, or of more pixels than can be unpacked.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what is odd in it and can be read all the same
            _check_size(dimensions(file, media_type), media_type)
            file.seek(0)
            with Image.open(file, formats=[FORMS[media_type]]) as image:
                yield image
    except UnreadableFile:
        raise
    except Exception as error:  # a broken file makes its readers say anything
        # What is not known at all is named by where it is in memory or on disk.
        is_known = not isinstance(error, UnidentifiedImageError)
        said = (str(error) if is_known else "") or type(error).__name__
        raise UnreadableFile(f"it is broken or cut off ({said})") from error


def _moves(image: Image.Image) -> bool:
    """Whether it is of several pictures, one after the other; a JPEG with a second one is not."""
    return image.format in ("GIF", "PNG", "WEBP") and getattr(image, "is_animated", False)


def _check_size(size: tuple[int, int], media_type: str) -> None:
    """Refuse what could not be unpacked: of a JPEG, at an eighth of its width."""
    most = {JPEG: MOST_OF_JPEG * _SMALLEST**2, WEBP: MOST_OF_WEBP}
    _refuse_beyond(size, most.get(media_type, MOST_PIXELS))


def _refuse_beyond(size: tuple[int, int], most: int) -> None:
    if size[0] * size[1] > most:
        millions = size[0] * size[1] / 1e6
        raise UnreadableFile(
            f"it has {millions:,.0f} million pixels; a smaller copy of it can be shown smaller"
        )


def _drawn(image: Image.Image) -> Iterator[Drawn]:
    exif = image.getexif()
    is_turned = exif.get(_ORIENTATION) in _TURNED
    size = image.size[::-1] if is_turned else image.size
    sizes = sorted({_box(width, size) for width in WIDTHS})
    whole = _upright(image, sizes[-1][::-1] if is_turned else sizes[-1], exif)
    yield from (_as_webp(_shrunk(whole, one)) for one in sizes)
    yield _as_jpeg(_shrunk(whole, _box(SHARED, size)))


def _upright(image: Image.Image, size: tuple[int, int], exif: Image.Exif) -> Image.Image:
    """The picture at a size, as it is stored, then turned upright, in the colours of screens."""
    profile = image.info.get("icc_profile")
    _unpack(image, size)
    coloured = _on_screen(_shrunk(_opened_up(image), size), profile)
    coloured.getexif()[_ORIENTATION] = exif.get(_ORIENTATION, 1)
    upright = ImageOps.exif_transpose(coloured)
    upright.info.clear()
    return upright


def _unpack(image: Image.Image, size: tuple[int, int]) -> None:
    """Read a JPEG at the smallest scale that is not below twice a size, others whole."""
    if image.info.get("progressive"):  # is unpacked whole before it is scaled
        _refuse_beyond(image.size, MOST_OF_JPEG)
    image.draft(None, (size[0] * 2, size[1] * 2))
    if image.format not in ("PNG", "WEBP", "GIF"):
        _refuse_beyond(image.size, MOST_OF_JPEG)
    image.load()


def _opened_up(image: Image.Image) -> Image.Image:
    """The picture in a mode that can be shrunk: no palette, no more than 8 bits a colour."""
    if image.mode in _PLAIN and "transparency" not in image.info:
        return image
    if image.mode.startswith(("I", "F")):  # 16 bits, in one of several ways
        return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    has_holes = "transparency" in image.info or "A" in image.getbands() or image.mode == "PA"
    return image.convert("RGBA" if has_holes else "RGB")


def _on_screen(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The picture in sRGB, by the profile it brings along where that can be read."""
    to = "RGBA" if image.mode in ("RGBA", "LA") else "RGB"
    if profile and image.mode in ("RGB", "RGBA", "CMYK"):
        try:
            own = ImageCms.ImageCmsProfile(BytesIO(profile))
            screen = ImageCms.createProfile("sRGB")
            if made := ImageCms.profileToProfile(image, own, screen, outputMode=to):
                return made
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # the colours are as good as without it
    return image.convert(to)


def _box(width: int, size: tuple[int, int]) -> tuple[int, int]:
    """What a picture of a size measures at a width, if not beyond what is drawn in height."""
    scale = min(1.0, width / size[0], width * TALLEST / size[1])
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _shrunk(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    if image.size == size:
        return image
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)


def _as_webp(image: Image.Image) -> Drawn:
    return _saved(image, WEBP, format="WEBP", quality=QUALITY, method=4)


def _as_jpeg(image: Image.Image) -> Drawn:
    """For readers that know nothing to see through: it stands on white there."""
    if image.mode == "RGBA":
        ground = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(ground, image).convert("RGB")
    return _saved(image, JPEG, format="JPEG", quality=QUALITY, optimize=True, progressive=True)


def _saved(image: Image.Image, media_type: str, **how: object) -> Drawn:
    into = BytesIO()
    image.save(into, **how)  # type: ignore[arg-type]
    return Drawn(into.getvalue(), media_type, *image.size)
