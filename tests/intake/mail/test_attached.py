"""What comes with a release and is none may say “not yet” as well; what cannot be read holds."""

import io
import json
import zipfile

import pytest

from press.telling.reasons import say_reason
from tests.intake.mail.reports import TEXT, body, filed, mail, mixed
from tests.intake.mail.test_not_yet import MOMENT
from tests.intake.word.making import docx, p, r
from tests.intake.word.test_odt import odt
from tests.press.releases.test_dimensions import jpeg

ORDER = "Embargoed until 3 December 2026, 10:00"
OWN = ("text/plain; charset=utf-8", "", TEXT.encode())
BYTES = "application/octet-stream"
LINE = docx(p(r(ORDER)))
CHANGED = docx(p(f'{r(ORDER)}<w:ins w:id="1" w:author="B">{r("!")}</w:ins>'))
DELETED = docx(
    p('<w:del w:id="1" w:author="B"><w:r><w:delText>Embargo</w:delText></w:r></w:del>') + p(r("T."))
)


def packed() -> bytes:
    """An archive of a text."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("note.txt", ORDER)
    return content.getvalue()


TOLD = {
    "note.txt": ORDER.encode(),
    "note.md": ORDER.encode(),
    "sixteen.txt": ORDER.encode("utf-16"),
    "note.docx": LINE,
    "note.odt": odt(f"<text:p>{ORDER}</text:p>"),
    "note": LINE,
    "note.html": f"<html><body><p>{ORDER}</p></body></html>".encode(),
    "hidden.shtml": f"<html><body><p>Hello</p><!-- {ORDER} --></body></html>".encode(),
    "changed.docx": CHANGED,
    "terms.csv": f"a,b\n{ORDER},x\n".encode(),
    "terms.json": json.dumps({"terms": [{"embargo": "2026-12-03T10:00:00+01:00"}]}).encode(),
    "terms.xml": f"<terms><use>{ORDER}</use></terms>".encode(),
    "drawing.svg": f'<svg xmlns="http://www.w3.org/2000/svg"><text>{ORDER}</text></svg>'.encode(),
    "ATT00001.txt": ORDER.encode(),
    "inner.eml": mail(ORDER),
}
UNREAD = {
    "cut.docx": LINE[:-30],
    "note.rtf": rb"{\rtf1 Embargo}",
    "note.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "all.zip": packed(),
    "odd.bin": b"\x01\x02\x03 Embargo",
    "gone.docx": DELETED,
    "long.shtml": b"<html><body>" + b"<p>Words." * 6000,
    "within.dotx": docx(p(r("T.")), {"embeddings/oleObject1": "<a/>"}),
}


@pytest.mark.parametrize("name", TOLD)
def test_an_embargo_in_a_file_beside_a_whole_text_holds_the_text(name: str) -> None:
    found = filed(mixed(OWN, (BYTES, name, TOLD[name])))
    assert body(found) == body(filed(mail(TEXT)))
    assert [one.embargo.instant for one in found.not_yet if one.embargo] == [MOMENT]


@pytest.mark.parametrize("name", UNREAD)
def test_a_file_that_cannot_be_read_as_words_holds_the_text_and_is_named(name: str) -> None:
    found = filed(mixed(OWN, (BYTES, name, UNREAD[name])))
    assert body(found) == body(filed(mail(TEXT)))
    why = f"its attachment “{name}” could not be looked through"
    assert [one.why for one in found.not_yet] == [why]
    for code in ("fr", "nl", "de"):
        assert name in say_reason(code, why)
        assert "attachment" not in say_reason(code, why)


def test_what_outlook_wraps_in_its_own_format_holds_the_text() -> None:
    found = filed(mixed(OWN, ("application/ms-tnef", "winmail.dat", b"x")))
    assert ["winmail.dat" in one.why for one in found.not_yet] == [True]


@pytest.mark.parametrize("words", ["Not for publication: all of it", "Ne pas publier : rien de ça"])
def test_a_file_that_says_the_text_is_not_for_the_public_holds_it(words: str) -> None:
    assert filed(mixed(OWN, ("text/plain; charset=utf-8", "note.txt", words.encode()))).not_yet


def test_a_file_in_a_mail_that_is_attached_is_looked_through() -> None:
    inner = mixed(OWN, ("text/plain", "note.txt", ORDER.encode())).replace(b"edge", b"inner")
    assert filed(mixed(OWN, ("message/rfc822", "x.eml", inner))).not_yet


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("release.pdf", b"%PDF-1.7 Embargo until 3 December 2026"),
        ("quay.jpg", jpeg(1600, 900)),
        ("times.csv", b"stop,time\nMuster,10:00\n"),
        ("card.vcf", b"BEGIN:VCARD\nFN:Ada Berg\nTEL:+999 2 555\nEND:VCARD\n"),
        ("note.docx", docx(p(r("All ferries and their times")))),
        ("key.json", b'{"name": "Corvane", "published": true}'),
        ("broken.json", b'{"name": '),
        ("empty.txt", b""),
    ],
)
def test_files_that_say_nothing_of_it_hold_nothing(name: str, data: bytes) -> None:
    assert filed(mixed(OWN, (BYTES, name, data))).not_yet == ()
