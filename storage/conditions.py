"""What “out”, “public” and “ready” mean in SQL: spelled here, and nowhere else.

A release is public when its minute has come, nobody holds it, and the languages it waits for were
ready at its minute; what was announced stays public though a clock steps back. Nothing withdrawn is
public. A text is public when besides that it is ready.

They are about rows called `release`, `text` and `aside`; instants are milliseconds, and now is
`:now`.
"""

from press.text import STARTER

ANNOUNCED = "release.out_at IS NOT NULL"
STANDS = "release.withdrawn_at IS NULL"
READY = "text.ready_at IS NOT NULL"
WAITS = "text.ready_at IS NULL"
# A machine's words of the small model that ships, which nobody has read.
ROUGH = f"block.origin = 'machine' AND instr(block.engine, '{STARTER}') > 0"
# What stands beside a text is read with it once it is ready itself; where editors answer for the
# text, no machine's words stand there, and rough ones only where the text is called rough.
BESIDE = (
    "aside.ready AND (aside.origin <> 'machine' OR EXISTS (SELECT 1 FROM block"
    " WHERE block.release_id = aside.release_id AND block.language = aside.language"
    f" AND block.origin = 'machine' AND (instr(aside.engine, '{STARTER}') = 0 OR {ROUGH})))"
)
# At its minute there was no language that it had to wait for, or none that was missing.
IN_TIME = "(release.policy = 'ready' OR release.languages_ready_at <= release.publish_at)"
INCOMPLETE = "release.policy = 'together' AND release.languages_ready_at IS NULL"


def due(at: str) -> str:
    """Its minute has come by an instant, whatever else stands in its way."""
    return f"release.publish_at <= {at}"


def by_itself(at: str) -> str:
    """It came out by an instant, though nobody announced it."""
    return f"({due(at)} AND release.held = 0 AND {IN_TIME})"


def out(at: str) -> str:
    """The public had seen it by an instant, or knows it for ever."""
    return f"({ANNOUNCED} OR {by_itself(at)})"


PUBLIC = f"{out(':now')} AND {STANDS}"
# Taken back after the public had seen it; what was withdrawn before was never known.
TAKEN_BACK = f"{out('release.withdrawn_at')} AND release.withdrawn_at <= :now"
# Not true rather than false: while a language is missing, the condition knows no answer (NULL).
NOT_YET = f"{STANDS} AND ({PUBLIC}) IS NOT TRUE"
# Out at its minute, whenever that is, unless something happens before.
COMES_OUT = f"release.publish_at IS NOT NULL AND {out('release.publish_at')} AND {STANDS}"
