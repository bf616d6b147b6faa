"""In which content coding a document goes out: brotli, gzip or as it is (RFC 9110, 8.4.1)."""

import gzip
from collections.abc import Callable
from functools import lru_cache

import brotli
from werkzeug.datastructures import Accept
from werkzeug.http import parse_accept_header

BROTLI, GZIP, IDENTITY = "br", "gzip", "identity"
# An asker who names a coding wants it; identity is only acceptable then (RFC 9110, 12.5.3).
_HARDLY = 0.0001
# Longer headers are read anew each time, so that nobody can fill the memory with them.
_USUAL_LENGTH = 200
# Quality 5 takes half of gzip's time and packs better; from 7 on, bytes cost more than they save.
_QUALITY = 5
# Level 6 takes up to three times as long and saves one byte in twenty; after a start, when all is
# asked for at once, packing is half of the work.
_LEVEL = 4
# What a coding appends to the tag of a document, how hard it is packed included: a strong tag names
# bytes. The smallest comes first and wins ties.
MARKS = {BROTLI: f"-br{_QUALITY}", GZIP: f"-gzip{_LEVEL}", IDENTITY: ""}


def _gzip(plain: bytes) -> bytes:
    return gzip.compress(plain, compresslevel=_LEVEL, mtime=0)


def _brotli(plain: bytes) -> bytes:
    packed: bytes = brotli.compress(plain, mode=brotli.MODE_TEXT, quality=_QUALITY)
    return packed


PACK: dict[str, Callable[[bytes], bytes]] = {BROTLI: _brotli, GZIP: _gzip, IDENTITY: bytes}


def best(accepted: str | None) -> str:
    """The content coding an asker would rather have (RFC 9110, 12.5.3).

    Args:
        accepted: the header Accept-Encoding, if there is one.
    """
    if accepted is None:
        return IDENTITY
    if len(accepted) > _USUAL_LENGTH:
        return _best.__wrapped__(accepted)
    return _best(accepted)


@lru_cache(maxsize=256)
def _best(accepted: str) -> str:
    given: dict[str, float] = {}
    for name, quality in parse_accept_header(accepted, Accept):
        given.setdefault(name.lower().removeprefix("x-"), quality)
    others = given.get("*")
    absent = {IDENTITY: _HARDLY} if others is None else {}
    weights = {coding: given.get(coding, absent.get(coding, others or 0.0)) for coding in MARKS}
    # Where nothing at all is acceptable, a document as it is helps more than a refusal.
    return max(weights, key=lambda coding: weights[coding]) if any(weights.values()) else IDENTITY
