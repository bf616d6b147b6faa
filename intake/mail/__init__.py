"""Mails: the release that one holds, in its own text or attached, and what comes with it.

The way of a mail: `parts.py` knows and splits it, `contents.py` sorts its parts, `body.py` puts its
own words together; `threads.py` finds the mail that is meant (`forwards.py`, `replies.py`),
`endings.py` cuts what was put round the text, `choosing.py` says which text it is, `pictures.py`
which pictures go with it; `reading.py` calls them in turn, and `aside.py` keeps what each of them
laid aside. `senders.py` says who sent a mail, and what our own server found out about that.
"""

from intake.mail.parts import recognises
from intake.mail.reading import read

__all__ = ["read", "recognises"]
