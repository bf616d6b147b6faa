"""Pictures without the place where they were taken; not one of their pixels is touched.

Cameras write it into Exif's GPS block, programs into XMP as well, telephones into the small film
that some add at the end. Whom a picture is owed to stands elsewhere, and stays.
"""

import re
import struct
import zlib
from collections.abc import Iterator

_EXIF = re.compile(rb"Exif\0\0(?=II\*\0|MM\0\*)")
# Adobe's programs keep it once more among their image resources (number 0x0422), without that head.
_RESOURCE = re.compile(rb"8BIM\x04\x22\0\0.{4}(?=II\*\0|MM\0\*)", re.DOTALL)
_XMP, _XMP_ENDS = b"<rdf:RDF", b"</rdf:RDF>"
# No value is that long, nor has it a byte that begins a segment of a JPEG.
_VALUE = re.compile(
    rb"(?<=\s)[\w.-]{1,40}:gps\w{1,40}\s{0,9}=\s{0,9}"
    rb"(?:\"[^\"\xff\0]{0,500}\"|'[^'\xff\0]{0,500}')"
    rb"|<([\w.-]{1,40}:gps\w{1,40})(?:\s[^>\xff\0]{0,300})?>[^<\xff\0]{0,500}</\1\s{0,9}>",
    re.IGNORECASE,
)
_LEFT = re.compile(rb":gps\w{0,10}(?:lat|long)", re.IGNORECASE)
_FILM = re.compile(rb"(?<=\xa9xyz.{4})[+\-\d./]{4,60}", re.DOTALL)  # ISO 6709, in QuickTime's place
_GPS = 0x8825  # Exif 2.32, 4.6.3
_SIZES = (0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8)  # bytes a value of each type
# More than any camera writes; a file may be made of nothing else.
_MOST_BLOCKS, _MOST_TABLES, _MOST_ENTRIES, _LONGEST = 50, 8, 500, 2**16
WEBP = "image/webp"
_PNG, _PACKED_MOST = b"\x89PNG\r\n\x1a\n", 2**22


def without_position(data: bytes, media_type: str) -> bytes:
    """A picture as it is, but for the place where it was taken.

    Args:
        data: its content.
        media_type: decided before, by its content.

    Returns:
        the very same object where no place was found in it.
    """
    if media_type == "image/png":
        made = _PNG + b"".join(_chunks(data)) if data.startswith(_PNG) else data
        return data if made == data else made
    cleared = bytearray(data)
    for start, end in [*_blocks(data), *(_riff(data) if media_type == WEBP else ())]:
        _clear(cleared, start, end)
    _clear_words(cleared)
    return data if cleared == data else bytes(cleared)


def _blocks(data: bytes) -> Iterator[tuple[int, int]]:
    """Where Exif stands in a file, in the further pictures at its end too."""
    for form in (_EXIF, _RESOURCE):
        for found, _ in zip(form.finditer(data), range(_MOST_BLOCKS), strict=False):
            yield found.end(), min(found.end() + _LONGEST, len(data))


def _riff(data: bytes) -> Iterator[tuple[int, int]]:
    """Where Exif stands in a WebP, if without its head (RFC 9649, 2.7.1.5)."""
    place = 12
    while place + 8 <= len(data):
        kind, length = struct.unpack_from("<4sI", data, place)
        if kind == b"EXIF":
            yield place + 8, min(place + 8 + length, len(data))
        place += 8 + length + length % 2


def _clear(data: bytearray, start: int, end: int) -> None:
    """Empty the GPS blocks of an Exif, and take out what leads to them (TIFF 6.0, 2)."""
    order = {b"II": "<", b"MM": ">"}.get(bytes(data[start : start + 2]))
    if order is None:
        return
    try:
        (table,) = struct.unpack_from(f"{order}I", data, start + 4)
        for _ in range(_MOST_TABLES):
            if not table:
                return
            table = _clear_table(data, start, start + table, end, order)
    except struct.error:  # it ends too early
        return


def _clear_table(data: bytearray, start: int, table: int, end: int, order: str) -> int:
    """Do so for one table of it; where the next one is."""
    (count,) = struct.unpack_from(f"{order}H", data, table)
    for number in range(min(count, _MOST_ENTRIES)):
        entry = table + 2 + 12 * number
        tag, place = struct.unpack_from(f"{order}H6xI", data, entry)
        if tag == _GPS:
            _empty(data, start, start + place, end, order)
            after = table + 2 + 12 * count + 4
            data[entry:after] = data[entry + 12 : after] + bytes(12)
            struct.pack_into(f"{order}H", data, table, count - 1)
            count -= 1
            break
    (following,) = struct.unpack_from(f"{order}I", data, table + 2 + 12 * count)
    return int(following)


def _empty(data: bytearray, start: int, table: int, end: int, order: str) -> None:
    """Write zeros over a table and what it leads to."""
    (count,) = struct.unpack_from(f"{order}H", data, table)
    for number in range(min(count, _MOST_ENTRIES)):
        entry = table + 2 + 12 * number
        _, kind, length, place = struct.unpack_from(f"{order}HHII", data, entry)
        size = (_SIZES[kind] if kind < len(_SIZES) else 1) * length
        if size > 4:
            _zero(data, start + place, min(start + place + min(size, _LONGEST), end))
        _zero(data, entry, min(entry + 12, end))
    _zero(data, table, table + 2)


def _zero(data: bytearray, start: int, end: int) -> None:
    if start < end <= len(data):
        data[start:end] = bytes(end - start)


def _clear_words(data: bytearray) -> None:
    """Write spaces over the places that XMP names, and a film: the file stays as long as it was."""
    place = data.find(_XMP)
    while place >= 0:
        end = data.find(_XMP_ENDS, place)
        end = len(data) if end < 0 else end
        data[place:end] = _without_values(bytes(data[place:end]))
        place = data.find(_XMP, end)
    if b"\xa9xyz" in data:
        data[:] = _FILM.sub(_spaces, bytes(data))


def _without_values(words: bytes) -> bytes:
    words = _VALUE.sub(_spaces, words)
    if _LEFT.search(words) and b"\xff" not in words:  # put in a way that nobody writes
        return _XMP + b">" + b" " * (len(words) - len(_XMP) - 1)
    return words


def _spaces(found: re.Match[bytes]) -> bytes:
    return b" " * len(found[0])


def _chunks(data: bytes) -> Iterator[bytes]:
    """The parts of a PNG, cleared, each with its sum (PNG, third edition, 5.3)."""
    place = len(_PNG)
    while place + 12 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, place)
        content = data[place + 8 : place + 8 + length]
        cleared = _cleared(kind, content)
        if cleared == content:
            yield data[place : place + 12 + length]
        elif cleared:
            summed = zlib.crc32(kind + cleared)
            yield struct.pack(">I4s", len(cleared), kind) + cleared + struct.pack(">I", summed)
        place += 12 + length
    yield data[place:]


def _cleared(kind: bytes, content: bytes) -> bytes:
    """One part without a place; nothing where words are packed and name one."""
    if kind == b"eXIf":
        made = bytearray(content)
        _clear(made, 0, len(made))
        return bytes(made)
    if kind == b"iTXt" and content.startswith(b"XML:com.adobe.xmp\0\0"):
        made = bytearray(content)
        _clear_words(made)
        return bytes(made)
    if kind in (b"iTXt", b"zTXt", b"tEXt"):
        return b"" if _tells_place(kind, content) else content
    return content


def _tells_place(kind: bytes, content: bytes) -> bool:
    """Whether words that are packed, or a profile written as digits, hold a place."""
    keyword, _, rest = content.partition(b"\0")
    if not (keyword.startswith(b"Raw profile type ") or keyword == b"XML:com.adobe.xmp"):
        return False
    try:
        packed = kind == b"zTXt" or (kind == b"iTXt" and rest[:1] == b"\1")
        start = 1 if kind == b"zTXt" else rest.find(b"\0", rest.find(b"\0", 2) + 1) + 1
        words = zlib.decompressobj().decompress(rest[start:], _PACKED_MOST) if packed else rest
    except zlib.error:
        return False
    digits = b"".join(words.split()[2:])
    held = words if b"<" in words else bytes.fromhex(_even(digits))
    return without_position(held, "") is not held


def _even(digits: bytes) -> str:
    """Hexadecimal digits in pairs; nothing where they are something else."""
    is_hex = re.fullmatch(rb"(?:[0-9a-fA-F]{2})+", digits)
    return digits.decode() if is_hex else ""
