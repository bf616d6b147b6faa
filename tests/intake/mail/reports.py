"""What was read of a mail, as lines that a person compares."""

from base64 import encodebytes
from collections.abc import Iterator

import intake
from press.releases.release import Filing, Reading

ZONE = "Europe/Brussels"


def read(data: bytes, name: str = "mail.eml") -> Reading:
    """Read a mail as the newsroom does."""
    return intake.read(name, data, zone=ZONE, language="en")


def filed(data: bytes) -> Filing:
    """The one release in a mail."""
    (filing,) = read(data).filings
    return filing


def body(filing: Filing) -> str:
    """Its words, a paragraph a line."""
    return "\n".join(block.markdown for block in filing.blocks)


def report(filing: Filing) -> str:
    """All that was read."""
    return "\n".join(_lines(filing)) + "\n"


def _lines(filing: Filing) -> Iterator[str]:
    yield from (f"{block.kind}: {block.markdown}" for block in filing.blocks)
    yield f"embargo: {filing.embargo}"
    yield from (f"not yet: {one.words} ({one.embargo or one.why})" for one in filing.not_yet)
    for contact in filing.contacts:
        reached = ", ".join((*contact.phones, *contact.emails, *contact.sites))
        yield f"contact: {contact.name}, {contact.role}: {reached}"
    yield f"identity: {filing.identity}"
    yield from (f"file: {file.name} ({len(file.data)} bytes) {file.alt}" for file in filing.files)
    yield from (f"left out: {one.what}: {one.why}" for one in filing.left_out)
    yield from (f"note: {note}" for note in filing.notes)


def mail(text: str, **headers: str) -> bytes:
    """A plain mail.

    Args:
        text: that it says.
        headers: beside or instead of the usual ones; `_` for `-`.
    """
    fields = {
        "From": "Ministry of Waters <press@corvane.example>",
        "To": "releases@press.example.org",
        "Subject": "Ferries on the Oll",
        "Date": "Mon, 30 Nov 2026 09:12:01 +0000",
        "Message-ID": "<1@corvane.example>",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
    } | {name.replace("_", "-"): value for name, value in headers.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items() if value)
    return f"{head}\r\n{text}".encode()


def mixed(*parts: tuple[str, str, bytes], **headers: str) -> bytes:
    """A mail of several parts: the media type, the file's name or nothing, and its content."""
    said = b""
    for kind, name, content in parts:
        where = f'Content-Disposition: attachment; filename="{name}"\r\n' if name else ""
        is_text = kind.startswith(("text/", "message/"))
        coded = content if is_text else encodebytes(content)
        how = "" if is_text else "Content-Transfer-Encoding: base64\r\n"
        head = f"--edge\r\nContent-Type: {kind}\r\n{where}{how}\r\n"
        said += head.encode() + coded + b"\r\n"
    whole = {"Content_Type": 'multipart/mixed; boundary="edge"'}
    return mail("", **(whole | headers)) + said + b"--edge--\r\n"


TEXT = """\
Corvane opens its river to ferries again

From Thursday on, ferries cross the Oll between Muster and Nordhaven again, after fourteen months of
work on both banks, and they carry bicycles.

“The river belongs to those who cross it,” said Minister Ada Quill when she opened the new quay.

Press contact: Jonas Feld, spokesperson, +49 30 901820 17, jonas.feld@corvane.example
"""
