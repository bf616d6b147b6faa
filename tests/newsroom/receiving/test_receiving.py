"""A press office mails a text; it is filed, and answered, and nothing of it is public."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest

import intake
from feeds import FORMATS
from newsroom.filing.refiling import Instructions
from newsroom.receiving.answering import MOST, MailAnswers
from newsroom.receiving.receiving import Received, Receiver, Reception, Rules
from newsroom.releases.discarding import discard
from newsroom.settings.known import read_known
from newsroom.wiring import Newsroom
from press.errors import HomeRefused, NotPublic
from press.languages import Language
from press.public.edition import Feed
from press.releases.release import State
from press.topic import ALL
from storage import files
from storage.filed import originals
from storage.instants import from_ms
from tests.conftest import NOON
from tests.delivery.mail.samples import read
from tests.delivery.mail.servers import MailRoom, listening
from tests.intake.mail.reports import TEXT, mail, mixed
from tests.intake.mail.test_golden import GOLDEN
from tests.newsroom.receiving.test_reasons import CHANGED
from tests.newsroom.releases.test_discarding import on_disk
from tests.newsroom.telling.mailroom import ACCOUNT, Mailroom, flat, html
from tests.press.releases.test_dimensions import jpeg

HOST, PRESS = "mx.press.example.org", "press@corvane.example"
PASS = f"{HOST}; dmarc=pass header.from=corvane.example"
SAID = ("text/plain; charset=utf-8", "", TEXT.encode())
JPEGS = (("image/jpeg", "quay.jpg", jpeg(1600, 900)), ("image/jpeg", "ferry.jpg", jpeg(800, 600)))
ORDER = "Embargo: 3 December 2026, 10:00"


@pytest.fixture
def server() -> Iterator[MailRoom]:
    with listening(MailRoom()) as room:
        yield room


@pytest.fixture
def mailroom(newsroom: Newsroom, server: MailRoom) -> Iterator[Mailroom]:
    room = Mailroom(newsroom, replace(ACCOUNT, server=server.server))
    yield room
    room.lane.finish()


def receiver(newsroom: Newsroom, host: str = HOST) -> Receiver:
    rules = Rules(
        read_known("@corvane.example, ada@muster.example"),
        *(host, ACCOUNT.sender, newsroom.settings.quarantine),
    )
    answering = MailAnswers(newsroom.storage, newsroom.previews)
    return Receiver(newsroom.releases, answering, newsroom.settings.site, rules)


def take(newsroom: Newsroom, data: bytes, host: str = HOST) -> Received:
    return receiver(newsroom, host).take(data, NOON)


def sent(data: bytes, results: str = PASS) -> bytes:
    return f"Authentication-Results: {results}\r\n".encode() + data


def answers(server: MailRoom) -> list[tuple[str, EmailMessage]]:
    return [(one.to, read(one.content)) for one in server.taken]


def everything_public(newsroom: Newsroom) -> str:
    """All that the public can read now and in a year, of every language and format."""
    said = ""
    for now in (NOON, NOON + timedelta(days=1)):
        for language in newsroom.settings.site.languages:
            edition = newsroom.front.edition(Feed(ALL, language), now)
            said += "".join(
                FORMATS[name].render(edition, newsroom.settings.site).decode() for name in FORMATS
            )
    return said


def quarantined(newsroom: Newsroom) -> list[str]:
    folder = newsroom.settings.quarantine
    return [one.read_text() for one in sorted(folder.glob("*.txt"))] if folder.exists() else []


@pytest.mark.promise(129)
def test_a_sender_is_told_of_a_link_that_leads_nowhere(
    newsroom: Newsroom, mailroom: Mailroom, server: MailRoom
) -> None:
    first, rest = TEXT.split("\n\n", 1)
    words = f"{first}\n\nSee the [timetable](times.pdf) and the [quay](quay.jpg).\n\n{rest}"
    said = ("text/plain; charset=utf-8", "", words.encode())
    take(newsroom, sent(mixed(said, *JPEGS, Subject="Ferries")))
    assert mailroom.send() == 1
    ((_, answer),) = answers(server)
    assert "“times.pdf” leads nowhere" in flat(answer)
    assert "“quay.jpg” leads" not in flat(answer)


def test_a_text_with_two_pictures_is_a_draft_with_two_files_and_its_sender_is_answered(
    newsroom: Newsroom, mailroom: Mailroom, server: MailRoom
) -> None:
    got = take(newsroom, sent(mixed(SAID, *JPEGS, Subject="Ferries")))
    assert (got.became, got.sender, got.answered) == (Reception.FILED, PRESS, True)
    ((release,),) = [[one.release for one in got.filed]]
    assert (release.state(NOON), release.why) == (State.DRAFT, "it bears no date")
    with newsroom.storage.read() as db:
        assert [file.name for file in files.of_release(db, release.id)] == ["quay.jpg", "ferry.jpg"]
        assert originals.get(db, release.id).media_type == "message/rfc822"
    assert mailroom.send() == 1
    ((to, answer),) = answers(server)
    assert to == PRESS
    assert answer["To"] == PRESS
    assert answer["In-Reply-To"] == answer["References"] == "<1@corvane.example>"
    assert answer["Auto-Submitted"] == "auto-replied"
    assert answer["Subject"] == "Received: Corvane opens its river to ferries again"
    for said in (flat(answer), html(answer)):
        assert f"filed as release {release.id}" in said
        assert "it bears no date" in said
        assert "Jonas Feld, spokesperson: +49 30 901820 17" in said
        assert "quay.jpg, ferry.jpg" in said
        assert "It belongs to no topic yet" in said


def test_a_moment_ahead_is_a_schedule_and_the_answer_says_it(
    newsroom: Newsroom, mailroom: Mailroom, server: MailRoom
) -> None:
    got = take(newsroom, sent(mail(f"{ORDER}\n\n{TEXT}")))
    assert got.filed[0].release.state(NOON) is State.SCHEDULED
    mailroom.send()
    ((_, answer),) = answers(server)
    assert "comes out by itself at 2026-12-03 10:00 (Europe/Brussels)" in flat(answer)


def test_an_answer_shows_what_is_not_out_by_a_link_that_nothing_else_holds(
    newsroom: Newsroom, mailroom: Mailroom, server: MailRoom
) -> None:
    take(newsroom, sent(mail(TEXT)))
    mailroom.send()
    ((_, answer),) = answers(server)
    token = html(answer).partition("/preview/")[2].partition('"')[0]
    sight = newsroom.previews.sight(token, None, NOON)
    assert sight.entry.text.headline == "Corvane opens its river to ferries again"
    with newsroom.storage.read() as db:
        assert token not in "\n".join(db.conn.iterdump())


def test_the_same_mail_twice_is_one_release_and_one_answer(
    newsroom: Newsroom, mailroom: Mailroom, server: MailRoom
) -> None:
    first = take(newsroom, sent(mail(TEXT)))
    again = take(newsroom, sent(mail(TEXT), f"{PASS} policy.dmarc=none"))
    assert (again.became, again.answered) == (Reception.KNOWN, False)
    assert [one.release.id for one in again.filed] == [first.filed[0].release.id]
    mailroom.send()
    take(newsroom, sent(mail(TEXT)))
    mailroom.send()
    assert len(server.taken) == len(newsroom.releases.every()) == 1


def test_the_same_words_in_another_mail_are_answered_and_not_filed(
    newsroom: Newsroom, mailroom: Mailroom, server: MailRoom
) -> None:
    take(newsroom, sent(mail(TEXT)))
    take(newsroom, sent(mail(TEXT, Message_ID="<2@corvane.example>")))
    mailroom.send()
    assert len(newsroom.releases.every()) == 1
    second = next(one for _, one in answers(server) if one["In-Reply-To"] == "<2@corvane.example>")
    assert "filed already, as release 1" in flat(second)
    assert "/preview/" not in html(second)


@pytest.mark.parametrize(
    "data",
    [
        sent(mail(TEXT), f"{HOST}; dmarc=fail header.from=corvane.example"),
        sent(mail(TEXT), "mx.evil.example; dmarc=pass header.from=corvane.example"),
        mail(TEXT),
        sent(mail(TEXT, From="x@evil.example"), f"{HOST}; dmarc=pass header.from=evil.example"),
        sent(mail(TEXT, From=f"{PRESS}, x@evil.example")),
        sent(mail(TEXT, From="x@sub.corvane.example")),
    ],
)
def test_whoever_is_not_known_and_authentic_is_set_aside_and_never_answered(
    newsroom: Newsroom, mailroom: Mailroom, server: MailRoom, data: bytes
) -> None:
    got = take(newsroom, data)
    assert (got.became, got.answered, got.filed) == (Reception.SET_ASIDE, False, ())
    assert newsroom.releases.every() == []
    assert mailroom.send() == 0
    assert server.taken == []
    assert quarantined(newsroom) == [f"{got.why}\n"]
    (kept,) = newsroom.settings.quarantine.glob("*.eml")
    assert kept.read_bytes() == data
    assert kept.stat().st_mode & 0o077 == 0


def test_without_a_host_a_known_address_is_believed(newsroom: Newsroom) -> None:
    assert take(newsroom, mail(TEXT), host="").became is Reception.FILED


@pytest.mark.parametrize(
    "headers",
    [
        {"Auto_Submitted": "auto-replied"},
        {"Precedence": "list"},
        {"List_Id": "<press.lists.corvane.example>"},
        {"Return_Path": "<>"},
        {"From": "Press office <press@example.org>"},  # our own sender
    ],
)
def test_what_programs_send_is_set_aside_without_an_answer(
    newsroom: Newsroom, headers: dict[str, str]
) -> None:
    got = take(newsroom, sent(mail(TEXT, **headers)))
    assert (got.became, got.answered) == (Reception.SET_ASIDE, False)


def test_two_programs_that_answer_each_other_are_slow_and_no_answer_is_lost(
    newsroom: Newsroom,
) -> None:
    for n in range(2 * MOST + 1):
        assert take(newsroom, sent(mail("", Message_ID=f"<{n}@corvane.example>"))).answered
    with newsroom.storage.read() as db:
        due = [from_ms(at) for (at,) in db.execute("SELECT due_at FROM notice ORDER BY id")]
    hours = [NOON + n * timedelta(hours=1) for n in range(3)]
    assert due == [*[hours[0]] * MOST, *[hours[1]] * MOST, hours[2]]


def test_a_mail_whose_answer_was_lost_with_our_process_is_answered_as_when_it_was_filed(
    newsroom: Newsroom, mailroom: Mailroom, server: MailRoom
) -> None:
    data, site = sent(mail(f"{ORDER}\n\n{TEXT}")), newsroom.settings.site
    reading = intake.read("mail.eml", data, zone=site.zone, language="en")
    newsroom.releases.file(reading, Instructions(PRESS), NOON)
    got = take(newsroom, data)
    assert (got.became, got.answered) == (Reception.KNOWN, True)
    assert not take(newsroom, data).answered
    mailroom.send()
    ((_, answer),) = answers(server)
    assert "filed as release 1. It comes out by itself at 2026-12-03 10:00" in flat(answer)
    token = html(answer).partition("/preview/")[2].partition('"')[0]
    assert newsroom.previews.sight(token, None, NOON).entry.id


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            mail(TEXT.replace("fourteen", "fifteen")),
            "mail of the same name (Message-ID) as yours. Different in yours: the words.",
        ),
        (
            mail(TEXT.replace("+49 30 901820 17", "+49 30 901820 18"), Message_ID="<2@x.example>"),
            "Your mail has the same words as release 1. Different in it: the contacts.",
        ),
        (
            mixed(SAID, JPEGS[0], Message_ID="<2@x.example>"),
            "Your mail has the same words as release 1. Different in it: the files.",
        ),
        (
            mail(f"{ORDER}\n\n{TEXT.replace('fourteen', 'fifteen')}"),
            "(Message-ID) as yours, and yours says that it must not come out yet.",
        ),
    ],
)
def test_an_answer_says_how_a_mail_is_known_and_in_what_it_differs(
    newsroom: Newsroom, mailroom: Mailroom, server: MailRoom, data: bytes, said: str
) -> None:
    take(newsroom, sent(mail(TEXT)))
    mailroom.send()
    assert take(newsroom, sent(data)).answered
    assert not take(newsroom, sent(data)).answered
    mailroom.send()
    assert len(server.taken) == 2
    assert said in flat(answers(server)[-1][1])


def test_nobody_holds_back_anothers_release_by_the_name_of_its_mail(newsroom: Newsroom) -> None:
    take(newsroom, sent(mail(TEXT)), host="")
    other = f"{ORDER}\n\nThe quay is closed\n\nFrom Friday on, nobody crosses."
    (filed,) = take(newsroom, mail(other, From="ada@muster.example"), host="").filed
    assert filed.is_new
    assert newsroom.releases.get(1)[0].not_yet == ()


@pytest.mark.parametrize("has_gone", [True, False])
def test_no_word_of_a_mail_is_left_once_its_draft_is_discarded(
    newsroom: Newsroom, mailroom: Mailroom, server: MailRoom, has_gone: bool
) -> None:
    take(newsroom, sent(mixed(SAID, *JPEGS, Subject="Ferries")))
    words = (b"Corvane opens", b"Jonas Feld", b"901820", b"quay.jpg")
    assert all(word in on_disk(newsroom) for word in words)
    if has_gone:
        mailroom.send()
    discard(newsroom.storage, 1, "me", NOON)
    left = on_disk(newsroom)
    assert [word for word in words if word in left] == []
    mailroom.send()
    assert len(server.taken) == has_gone
    assert mailroom.became() == [("sent" if has_gone else "stopped", "")]


def test_an_answer_that_went_keeps_nothing_of_what_it_said(
    newsroom: Newsroom, mailroom: Mailroom, server: MailRoom
) -> None:
    take(newsroom, sent(mail(TEXT)))
    mailroom.send()
    assert len(server.taken) == 1
    with newsroom.storage.read() as db:
        assert [row["body"] for row in db["notice"].rows] == [""]


def test_a_refusal_is_answered_with_what_to_do(
    newsroom: Newsroom, mailroom: Mailroom, server: MailRoom
) -> None:
    note = ("text/plain", "", b"Please find attached our release.")
    pdf = ("application/pdf", "release.pdf", b"%PDF-1.7")
    got = take(newsroom, sent(mixed(note, pdf, Subject="Ferries")))
    assert (got.became, newsroom.releases.every()) == (Reception.REFUSED, [])
    mailroom.send()
    ((_, answer),) = answers(server)
    assert answer["Subject"] == "Not filed: Ferries"
    assert "release.pdf is a PDF document: " in flat(answer)
    assert "send it in a new mail" in flat(answer)


def test_whoever_mails_a_document_with_changes_is_told_what_to_do_in_word(
    newsroom: Newsroom, mailroom: Mailroom, server: MailRoom
) -> None:
    note = ("text/plain", "", b"Please find attached our release.")
    take(newsroom, sent(mixed(note, ("application/octet-stream", "release.docx", CHANGED))))
    mailroom.send()
    ((_, answer),) = answers(server)
    assert "delete the comments in Word, and send it again" in flat(answer)
    assert "--accept" not in flat(answer)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (
            "Les bacs reprennent\n\nDès jeudi, les bacs traversent à nouveau la rivière.",
            "brouillon",
        ),
        (
            "Fähren fahren wieder\n\nAb Donnerstag fahren die Fähren wieder über den Fluss.",
            "Entwurf",
        ),
        ("Veren varen weer\n\nVanaf donderdag varen de veren weer over de rivier.", "ontwerp"),
    ],
)
def test_an_answer_is_in_the_language_of_the_text_where_that_is_known(
    newsroom: Newsroom, mailroom: Mailroom, server: MailRoom, text: str, word: str
) -> None:
    code = {"brouillon": "fr", "Entwurf": "de", "ontwerp": "nl"}[word]
    take(newsroom, sent(mail(f"---\nlanguage: {code}\n---\n# {text}\n")))
    mailroom.send()
    ((_, answer),) = answers(server)
    assert word in flat(answer)
    assert answer["Content-Language"].startswith(code)


def test_a_mail_that_begins_with_a_paragraph_is_filed_under_its_subject(newsroom: Newsroom) -> None:
    lead = (
        "From Thursday on, ferries cross the Oll between Muster and Nordhaven again, after fourteen"
        " months of work on both banks, and they carry bicycles."
    )
    data = mail(f"{lead}\n\nThe crossing takes nine minutes.\n", Subject="Fwd: Ferries again")
    (filed,) = take(newsroom, sent(data)).filed
    assert filed.release.original.headline == "Ferries again"
    said = " ".join(block.markdown for block in filed.release.original.blocks)
    assert lead in said


@pytest.mark.parametrize("place", ["subject", "note"])
def test_an_embargo_beside_the_text_holds_it(newsroom: Newsroom, place: str) -> None:
    today = f"30 November 2026\n\n{TEXT}"
    txt = ("text/plain; charset=utf-8", "release.txt", today.encode())
    if place == "subject":
        data = mail(today, Subject=f"{ORDER} - ferries")
    else:
        data = mixed(("text/plain", "", f"See attached. {ORDER}.".encode()), txt)
    (filed,) = take(newsroom, sent(data)).filed
    assert filed.release.not_yet
    assert filed.release.state(NOON) in (State.DRAFT, State.SCHEDULED)
    embargo = filed.release.embargo
    assert embargo is None or embargo.instant.day == 3


@pytest.mark.parametrize(
    "dated", ["25 August 2026", "24 August 2026, 10:00", "25.8.2026", "FOR IMMEDIATE RELEASE", ""]
)
def test_nothing_is_public_after_it_was_received(newsroom: Newsroom, dated: str) -> None:
    (filed,) = take(
        newsroom,
        sent(mixed(("text/plain; charset=utf-8", "", f"{dated}\n\n{TEXT}".encode()), *JPEGS)),
    ).filed
    assert filed.release.state(NOON) is State.DRAFT
    said = everything_public(newsroom)
    assert "Corvane" not in said
    assert "quay.jpg" not in said
    for language in (Language("en"), Language("fr")):
        with pytest.raises(NotPublic):
            newsroom.front.entry(filed.release.slug, language, NOON)


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.eml")), ids=lambda path: path.stem)
def test_every_mail_of_the_ten_is_filed_answered_and_not_public(
    newsroom: Newsroom, mailroom: Mailroom, server: MailRoom, path: Path
) -> None:
    data = path.read_bytes().replace(b"\nPrecedence: list", b"").replace(b"\nList-", b"\nX-List-")
    rules = Rules(
        read_known("@corvane.example, @muster.example"),
        *("", ACCOUNT.sender, newsroom.settings.quarantine),
    )
    answering = MailAnswers(newsroom.storage, newsroom.previews)
    one = Receiver(newsroom.releases, answering, newsroom.settings.site, rules)
    assert one.take(data, NOON).became is Reception.FILED
    assert mailroom.send() == len(server.taken) == 1
    assert "Corvane opens" not in everything_public(newsroom)


def test_what_a_mail_marks_for_the_press_alone_goes_to_its_sender_alone(
    newsroom: Newsroom, mailroom: Mailroom, server: MailRoom
) -> None:
    take(newsroom, sent(mail(f"{TEXT}\nNot for publication: the minister's number is 999.\n")))
    mailroom.send()
    assert [one.to for one in server.taken] == [PRESS]


def test_a_home_that_cannot_be_written_is_no_refusal_of_the_mail(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise HomeRefused("the disk is full")

    monkeypatch.setattr(newsroom.releases, "file", full)
    with pytest.raises(HomeRefused):
        take(newsroom, sent(mail(TEXT)))
    with newsroom.storage.read() as db:
        assert db["notice"].count == 0
