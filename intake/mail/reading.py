"""From a mail to the release in it: which of its texts that is, and what comes with it."""

import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from intake.documents import markdown
from intake.enclosures import sorted_out
from intake.given import Given
from intake.mail.aside import LaidAside
from intake.mail.body import MailText, text_of_mail
from intake.mail.choosing import ReadText, Texts
from intake.mail.contents import MailContents, MailFile, contents_of
from intake.mail.endings import Trimmed, trimmed, whom_to_call
from intake.mail.headers import MailHeader
from intake.mail.looks import counted_words, is_note, plain_subject
from intake.mail.parts import MimePart, opened_mail
from intake.mail.pictures import pictures
from intake.mail.senders import sender_of
from intake.mail.threads import untangled
from intake.text import presstext
from press.errors import UnreadableFile
from press.releases.release import Filing, Reading

_DEEPEST = 5  # mails within mails
_MOST_LINES = 10_000


@dataclass(slots=True)
class _Whole:
    """A mail, those it passes on included.

    Args:
        header: of the innermost, whose text is looked for.
        words: its own.
        html: the same as it was sent.
        files: of all of them.
    """

    header: MailHeader
    words: MailText
    html: list[str]
    files: list[MailFile]


def read(data: bytes, given: Given, read_text: ReadText) -> Reading:
    """Read the release that a mail holds: its own text, or a text that is attached.

    Args:
        data: the mail, as it came.
        given: the zone and the language of a text that names none.
        read_text: reads attached texts.

    Raises:
        UnreadableFile: it holds no release, or it is not certain which of its texts is it.
        Refusal: as for that text.
    """
    mail, aside = opened_mail(data), LaidAside(given)
    for part in mail.walk():
        aside.heed_header(part.header)
        aside.heed(part.beside)
    whole = _opened(mail, aside, 0)
    subject = whole.header.words("subject")
    thread = untangled(_lines(whole.words.text), subject, aside)
    own = trimmed(thread.lines)
    for words, why in own.cut:
        aside.lay(words, why, is_formula=True)
    named = aside.heed(plain_subject(thread.subject))
    given = replace(given, subject=" ".join(named.split()), sent=_sent(mail.header))
    texts = Texts(whole.files, given, read_text)
    chosen = texts.read(own.lines, is_only_answer=thread.is_only_answer)
    if chosen:
        aside.lay_lines([*own.lines, *own.signature], texts.why_not_own(own.lines))
        reading = chosen
    else:
        reading = _own(own, given, aside)
    for file in texts.unread:
        aside.heed_file(file.name, file.data)
    aside.notes += texts.notes
    aside.left_out += texts.left_out
    return _complete(reading, mail.header, whole, texts.others, aside, data)


def _opened(mail: MimePart, aside: LaidAside, depth: int) -> _Whole:
    """A mail, or the one that it passes on as an attachment and says nothing of its own to."""
    contents = contents_of(mail.parts[0] if mail.kind.startswith("message/") else mail)
    header = mail.parts[0].header if mail.kind.startswith("message/") else mail.header
    aside.left_out += contents.left_out
    for unread in contents.unread:
        aside.heed(unread)
    for name in contents.sealed:
        aside.pass_over(name)
    words = text_of_mail(contents.words)
    html = [one.html for one in contents.words if one.html]
    for unseen in words.unseen:
        aside.lay(unseen, "nobody sees it in the mail")
    for other in words.others:  # people see one form or the other, as their program has it
        aside.heed_lines(other.split("\n"))
    if not contents.mails or not is_note(_lines(words.text)):
        for one in contents.mails:
            aside.lay(one.parts[0].header.words("subject"), "it is a mail that is attached")
            _heed_attached(one.parts[0], aside)
        return _Whole(header, words, html, contents.files)
    return _inner(contents, words, aside, depth)


def _inner(contents: MailContents, words: MailText, aside: LaidAside, depth: int) -> _Whole:
    if len(contents.mails) > 1:
        names = " and ".join(f"“{m.parts[0].header.words('subject')}”" for m in contents.mails[:3])
        raise UnreadableFile(f"it passes on several mails, {names}: pass each on by itself")
    if depth >= _DEEPEST:
        raise UnreadableFile("it passes on a mail within a mail, too often: send the text itself")
    inner = _opened(contents.mails[0], aside, depth + 1)
    aside.lay(words.text, "it is what was said when the mail was passed on")
    aside.notes.append("the text is that of a mail which was passed on")
    inner.files += contents.files
    return inner


def _heed_attached(mail: MimePart, aside: LaidAside) -> None:
    """What a mail that is only attached says against publishing, the files in it among it."""
    try:
        contents = contents_of(mail)
    except UnreadableFile:
        aside.pass_over(mail.header.words("subject"))
        return
    words = text_of_mail(contents.words)
    for said in (words.text, *words.unseen, *words.others):
        aside.heed_lines(said.split("\n"))
    for file in contents.files:
        aside.heed_file(file.name, file.data)
    for inner in contents.mails:
        _heed_attached(inner.parts[0], aside)


def _lines(text: str) -> list[str]:
    lines = text.split("\n")
    if len(lines) > _MOST_LINES:
        raise UnreadableFile(f"its text has more than {_MOST_LINES:,} lines")
    return lines


def _own(own: Trimmed, given: Given, aside: LaidAside) -> Reading:
    """The mail's own text; who signed it is whom to call, where it names nobody else."""
    reading = _read_words(own.lines, given)
    if any(filing.contacts or filing.unpublished for filing in reading.filings):
        aside.lay_lines(own.signature, "it is the mail's signature")
        return reading
    signed = [*own.lines, "", *whom_to_call(own.signature)]
    again = _read_words(signed, given) if own.signature else reading
    if not any(filing.contacts for filing in again.filings):
        aside.lay_lines(own.signature, "it is the mail's signature")
        return reading
    aside.notes.append("whom to call was read in the mail's signature")
    return again


def _read_words(lines: list[str], given: Given) -> Reading:
    text = "\n".join(lines).strip("\n")
    if not counted_words(lines):
        raise UnreadableFile("it holds no text: paste the press text, or attach it as a Word file")
    read_words = markdown.read if markdown.recognises(text) else presstext.read
    return read_words(text, given)


def _complete(
    reading: Reading,
    header: MailHeader,
    whole: _Whole,
    others: list[MailFile],
    aside: LaidAside,
    data: bytes,
) -> Reading:
    """The releases with what came beside their text."""
    found, dress = pictures(others, whole.words.images, whole.html)
    identity = identity_of(header, data)
    filings = list[Filing]()
    for n, filing in enumerate(reading.filings):
        files, refused = sorted_out((*filing.files, *(() if n else found)))
        filings.append(
            replace(
                filing,
                identity=f"{identity}#{n}" if n else identity,
                files=files,
                not_yet=aside.not_yet(filing.not_yet),
                left_out=(*filing.left_out, *aside.left_out, *dress, *refused),
                notes=(*filing.notes, *aside.notes),
            )
        )
    return replace(reading, filings=tuple(filings))


def identity_of(header: MailHeader, data: bytes) -> str:
    """What names a mail: its Message-ID (RFC 5322, 3.6.4), or a digest of all of it.

    The sender's domain stands before it, so that nobody takes the name of another's mail.

    Args:
        header: its own.
        data: all of it.
    """
    named = header.raw("message-id").strip().strip("<>").strip()
    domain = sender_of(header).rpartition("@")[2]
    return f"mail:{domain}:{named[:500] or f'sha256:{hashlib.sha256(data).hexdigest()}'}"


def _sent(header: MailHeader) -> datetime | None:
    """When it was sent, UTC, as it says."""
    try:
        sent = parsedate_to_datetime(header.raw("date"))
        return sent.replace(tzinfo=sent.tzinfo or UTC).astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
