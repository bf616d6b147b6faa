"""Who sent a mail, and what our own server found out about that (RFC 8601)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.utils import getaddresses

from intake.mail.headers import MailHeader

_LONGEST = 2**13
_MOST_COMMENTS = 20  # in one field; the library calls itself for each within another
_MAILBOX = re.compile(r"[^@\s<>\",;:()\[\]\\]{1,64}@[A-Za-z0-9.-]{1,253}")
# To the end where it is not ended, so that no end is looked for again and again.
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*("|\\?\Z)', re.DOTALL)
_COMMENT = re.compile(r"\([^()]*\)")
_RESULT = re.compile(
    r"\s*([a-z0-9-]{1,40})\s*(?:/\s*\d{1,4})?\s*=\s*([a-z]{1,20})\b(.*)", re.DOTALL
)
_PROPERTY = re.compile(r"\b([a-z]{1,20}\.[a-z0-9-]{1,40})\s*=\s*([^\s;]{1,300})")
_OF_LISTS = ("bulk", "junk", "list", "auto_reply")


@dataclass(frozen=True, slots=True)
class AuthResult:
    """One finding of a server about a mail.

    Args:
        method: `spf`, `dkim`, `dmarc`.
        says: `pass`, or anything else.
        of: what was looked at, `header.d` for one, and what it was.
    """

    method: str
    says: str
    of: tuple[tuple[str, str], ...] = ()

    def value(self, name: str) -> str:
        """What one of the things that were looked at was; may be empty."""
        return next((value for found, value in self.of if found == name), "")


def sender_of(header: MailHeader) -> str:
    """The one address that a mail says it is from, lower case; empty if it names none or several.

    Args:
        header: of the mail.
    """
    fields = header.every("from")
    if len(fields) != 1 or "\0" in fields[0] or fields[0].count("(") > _MOST_COMMENTS:
        return ""
    found = [address for _, address in getaddresses([fields[0]]) if address]
    is_one = len(found) == 1 and _MAILBOX.fullmatch(found[0]) is not None
    # Whatever stands in angle brackets is what other programs take for the sender.
    bracketed = re.findall(r"<([^<>]*)>", fields[0])
    if not is_one or len(bracketed) > 1 or (bracketed and bracketed[0].strip() != found[0]):
        return ""
    return found[0].lower()


def is_automatic(header: MailHeader) -> str:
    """Why a mail is a program's and gets no answer, as a clause; empty where a person wrote it.

    RFC 3834, 2: neither lists, nor reports, nor automatic answers are answered.
    """
    submitted = header.raw("auto-submitted").partition(";")[0].strip().lower()
    if submitted not in ("", "no"):
        return "a program sent it by itself"
    if header.raw("return-path").strip() == "<>" or header.kind() == "multipart/report":
        return "it is a report of a mail server"
    if header.raw("precedence").strip().lower() in _OF_LISTS:
        return "it was sent to many, or by a program"
    if header.raw("list-id") or header.raw("list-unsubscribe"):
        return "it comes from a mailing list"
    return ""


def is_authentic(header: MailHeader, host: str, sender: str) -> bool:
    """Whether our own server found that a mail is from the domain that it says it is from.

    Only the topmost of its findings counts: a server removes those that others made in its name.

    Args:
        header: of the mail.
        host: by which our server names itself there (authserv-id).
        sender: the address that the mail says it is from.
    """
    domain = sender.rpartition("@")[2]
    named = (_findings(value) for value in header.every("authentication-results"))
    ours = next((found for who, found in named if who == host.lower()), None)
    if not ours:
        return False
    dmarc = [one for one in ours if one.method == "dmarc"]
    if dmarc:
        return all(one.says == "pass" and _is_of(one, domain) for one in dmarc)
    return any(one.says == "pass" and _is_aligned(one, domain) for one in ours)


def _is_of(dmarc: AuthResult, domain: str) -> bool:
    return dmarc.value("header.from").rpartition("@")[2] in ("", domain)


def _is_aligned(found: AuthResult, domain: str) -> bool:
    """Whether what passed is the sender's domain, one above or one below it (RFC 7489, 3.1)."""
    names = {"dkim": ("header.d", "header.i"), "spf": ("smtp.mailfrom", "smtp.from")}
    values = (found.value(name) for name in names.get(found.method, ()))
    return any(_are_one(value.rpartition("@")[2], domain) for value in values if value)


def _are_one(one: str, other: str) -> bool:
    short, long = sorted((one.strip("."), other.strip(".")), key=len)
    return short == long or ("." in short and long.endswith(f".{short}"))


def _findings(value: str) -> tuple[str, list[AuthResult]]:
    """Who found something out, and what."""
    # What strangers can have our server write, an address above all, is quoted or in brackets.
    quoted = _QUOTED.sub(lambda found: "_" if found[1] == '"' else '"', value[:_LONGEST].lower())
    plain = _without_comments(quoted)
    if re.search(r'["()]', plain):
        return "", []
    who, *rest = plain.split(";")
    names = who.split()
    return (names[0] if names else ""), list(_results(rest))


def _results(parts: Sequence[str]) -> Iterator[AuthResult]:
    for part in parts:
        if found := _RESULT.match(part):
            yield AuthResult(found[1], found[2], tuple(_PROPERTY.findall(found[3])))


def _without_comments(value: str) -> str:
    """A value without comments, which may be nested a little."""
    for _ in range(5):
        value = _COMMENT.sub(" ", value)
    return value
