"""Whether a file is a mail: it begins with lines that only mail programs and servers write."""

import re

_LOOKED_AT = 64 * 1024
_FIELD = re.compile(rb"([!-9;-~]{1,100})[ \t]*:")
_MBOX = re.compile(rb"From [^\n]{0,500}\n")
# Any of them a person may type above a memorandum; never one of the others.
_TYPED = {b"from", b"to", b"cc", b"date", b"subject", b"reply-to", b"sender"}
_WRITTEN = {
    *(b"message-id", b"mime-version", b"received", b"return-path", b"delivered-to"),
    *(b"dkim-signature", b"authentication-results", b"content-type", b"x-mailer", b"user-agent"),
    *(b"in-reply-to", b"references", b"arc-seal", b"x-original-to", b"envelope-to"),
}


def recognises(data: bytes) -> bool:
    """Whether content is a mail: From, and two fields or more that nobody types (RFC 5322, 3.6).

    Args:
        data: the whole file, or its beginning.
    """
    start = data[:_LOOKED_AT].removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    if box := _MBOX.match(start):
        start = start[box.end() :]
    names = set[bytes]()
    for line in start.split(b"\n"):
        if not line.strip():
            break
        if line[:1] in (b" ", b"\t") and names:
            continue
        found = _FIELD.match(line)
        if not found:
            return False
        names.add(found[1].lower())
    return b"from" in names and len(names & _WRITTEN) >= 2 and len(names & _TYPED) >= 2
