"""What is read of a page beside its text, and what must never come out by one."""

from base64 import b64encode
from email.message import EmailMessage

import pytest

from intake import read
from intake.web.encoding import page_text
from intake.web.page import is_page
from intake.web.saved import is_saved
from press.errors import UnreadableFile
from press.releases.release import Filing
from tests.intake.markup.reading import shown

TEXT = (
    "<h1>Bridge closed</h1><p>Lindow, 4 May 2026 – The old bridge is closed for two weeks.</p>"
    "<p>Buses go by the new bridge, as the city said on Monday.</p>"
)
DOT = b64encode(
    bytes.fromhex(
        "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c"
        "6360000002000001e221bc330000000049454e44ae426082"
    )
).decode()


DESCRIBED = '<meta name="description" content="The bridge">'


def filing(html: str | bytes, name: str = "page.html", language: str = "en") -> Filing:
    data = html if isinstance(html, bytes) else html.encode()
    return read(name, data, zone="Europe/Brussels", language=language).filings[0]


def page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body><main>{body}</main></body></html>"


@pytest.mark.parametrize(
    "opening",
    [
        "<!DOCTYPE html>",
        "<!-- saved from url=(0019)https://x.example/ -->\n<html>",
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0">',
        "\ufeff<html lang='en'>",
        "\n\n<HTML>",
    ],
)
def test_a_page_is_known_whatever_it_is_called(opening: str) -> None:
    html = f"{opening}<body><main>{TEXT}</main></body></html>"
    assert filing(html, "release.txt").headline == "Bridge closed"
    assert filing(html.encode("utf-16"), "release.txt").headline == "Bridge closed"


@pytest.mark.parametrize("text", ["<p>no page", "Bridge closed\n\n<html>", "", "html", "<htmlx>"])
def test_a_text_is_no_page(text: str) -> None:
    assert not is_page(text.encode())


@pytest.mark.parametrize(
    ("head", "extra"),
    [
        ('<meta name="description" content="EMBARGO: 5 May 2030, 14:18">', ""),
        ("<title>Embargoed until 5 May 2030, 14:18 | City</title>", ""),
        ('<meta property="og:description" content="EMBARGO: 5 May 2030, 14:18">', DESCRIBED),
        ('<meta name="keywords" content="Embargoed until 5 May 2030, 14:18">', ""),
        ('<meta name="embargo" content="2030-05-05 14:18">', ""),
        ('<meta name="embargoDate" content="2030-05-05T12:18:00Z">', ""),
        ('<meta name="dcterms.available" content="2030-05-05T14:17:30+02:00">', ""),
        ('<meta property="article:release_time" content="2030-05-05T14:18+02:00">', ""),
        ("", '<img src="a.png" alt="EMBARGO: 5 May 2030, 14:18">'),
        ("", '<img width="1" alt="EMBARGO: 5 May 2030, 14:18">'),
        ("", '<p title="Embargoed until 5 May 2030, 14:18">Words.</p>'),
        ("", '</main><footer><img alt="Embargoed until 5 May 2030, 14:18"></footer><main>'),
        ("", '<p hidden="">Embargoed until 5 May 2030, 14:18</p>'),
        ("", "<p style='display:none'>EMBARGO: 5 May 2030, 14:18</p>"),
        ("", "<!-- Embargoed until 5 May 2030, 14:18 -->"),
        ("", "</main><footer>Embargoed until 5 May 2030, 14:18</footer><main>"),
        ("", "</main><div class='banner'><p>EMBARGO: 5 May 2030, 14:18</p></div><main>"),
        ("", "<p>EMBARGO: 5 May 2030, 14:18</p>"),
        ("", f"<!-- {'so on ' * 500}. Embargoed until 5 May 2030, 14:18. -->"),
        ("", "<figure><img src=a><figcaption>EMBARGO: 5 May 2030, 14:18</figcaption></figure>"),
        ("", '<p data-note="EMBARGO: 5 May 2030, 14:18">Words.</p>'),
        ("", """<p data-note='{"a":"EMBARGO: 5 May 2030, 14:18"}'>Words.</p>"""),
        ("", '<iframe srcdoc="<p>EMBARGO: 5 May 2030, 14:18</p>"></iframe>'),
        ("<style>p:before{content:'EMBARGO: 5 May 2030, 14:18'}</style>", ""),
        ('<script type="application/json">{"a":"EMBARGO: 5 May 2030, 14:18"}</script>', ""),
        ("", '<input placeholder="EMBARGO: 5 May 2030, 14:18">'),
        ("", "<button>EMBARGO: 5 May 2030, 14:18</button>"),
        ("", "<video>EMBARGO: 5 May 2030, 14:18</video>"),
        ("", "<s>EMBARGO: 5 May 2030, 14:18</s>"),
        ("", "<details><summary>More</summary>EMBARGO: 5 May 2030, 14:18</details>"),
        (
            '<script type="application/ld+json">[{"b":["EMBARGO: 5 May 2030, 14:18"]}]</script>',
            "",
        ),
        ('<script type="application/ld+json">{"embargo":"2030-05-05T14:18+02:00"}</script>', ""),
        ('<script type="application/ld+json">{broken, EMBARGO: 5 May 2030, 14:18</script>', ""),
        ('<script type="application/ld+json">{"datePublished":"2030-05-05T14:18"}</script>', ""),
        ('<meta property="article:published_time" content="2030-05-05T14:18">', ""),
        ("<!-- Embargoed until 5 May 2030, 14:18 -->", ""),
        ("", '<p data-embargo="2030-05-05T14:18">Words.</p>'),
        ("", '<img src="EMBARGO-5-May-2030-14h18.jpg" alt="A quay">'),
        ("", "<svg><text>Embargoed until <tspan>5 May 2030, 14:18</tspan></text></svg>"),
        (
            '<script type="application/json">{"a": {"embargo": "2030-05-05T14:18:00"}}</script>',
            "",
        ),
        ('<script>window.x = {"embargoUntil": "2030-05-05T14:18:00"};</script>', ""),
        ("", f"<p hidden>{'so on ' * 2000}. Embargoed until 5 May 2030, 14:18.</p>"),
    ],
)
def test_an_embargo_anywhere_on_a_page_holds_it(head: str, extra: str) -> None:
    found = filing(page(f"{extra}{TEXT}", head))
    moments = [str(one.embargo) for one in found.not_yet if one.embargo]
    assert any(moment.startswith("2030-05-05 14:18") for moment in moments), found.not_yet


def test_an_embargo_of_a_page_s_head_that_names_no_moment_holds_it() -> None:
    assert filing(page(TEXT, '<meta name="embargo" content="when the mayor says so">')).not_yet
    assert not filing(page(TEXT, '<meta name="embargo" content="none">')).not_yet
    many = "".join(f'<meta name="embargo" content="{n} May 2030">' for n in range(5000))
    assert len(filing(page(TEXT, many)).not_yet) == 101


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="status" content="draft">',
        '<meta data-state="EMBARGO">',
        '<meta name="dcterms.draft" content="yes">',
        '<script type="application/ld+json">{"creativeWorkStatus":"Draft"}</script>',
        '<script type="application/ld+json">{"usageInfo":"Not for publication"}</script>',
        '<meta name="rights" content="For journalists only">',
    ],
)
def test_a_page_that_says_it_is_a_draft_is_held(head: str) -> None:
    (said,) = filing(page(TEXT, head)).not_yet
    assert said.embargo is None


@pytest.mark.parametrize("name", ["embargo", "text not-for-publication", "nePasPublier"])
def test_a_part_that_is_called_after_an_embargo_holds_the_page(name: str) -> None:
    assert filing(page(f'{TEXT}<div class="{name}">The mayor speaks at noon.</div>')).not_yet


@pytest.mark.parametrize(
    ("head", "extra"),
    [
        ("<style>.embargo { color: red }</style>", ""),
        ("", '<div class="embargo"></div>'),
        ("", '<div class="embargo-lifted">Words.</div>'),
        ("", '<p data-embargo="">Words.</p>'),
        ('<script type="application/json">{"embargo": null}</script>', ""),
        ('<script type="application/json">{"embargoDate": ""}</script>', ""),
        ("<!-- built by a program -->", '<svg><text>Kilometres</text></svg><img src="quay.jpg">'),
    ],
)
def test_names_of_an_embargo_that_nothing_is_under_hold_no_page(head: str, extra: str) -> None:
    assert filing(page(TEXT + extra, head)).not_yet == ()


def test_a_page_that_says_nothing_of_an_embargo_is_not_held() -> None:
    menu = "<nav><a href='/'>Home</a></nav><footer>© City of Lindow</footer>"
    assert filing(f"{menu}{page(TEXT, '<title>Bridge closed | City</title>')}").not_yet == ()


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("", '<p><time datetime="2026-05-04T09:30:00+02:00">Monday</time></p>'),
        ('<meta property="article:published_time" content="2026-05-04T07:30:00Z">', ""),
        ('<meta property="article:published_time" content="2026-05-04T07:29:01Z">', ""),
        ('<meta name="dcterms.date" content="2026-05-04 09:30">', ""),
        (
            '<script type="application/ld+json">{"datePublished":"2026-05-04T09:30"}</script>',
            "",
        ),
    ],
)
def test_the_page_s_date_counts_where_the_text_has_none(head: str, body: str) -> None:
    text = "<h1>Bridge closed</h1><p>The old bridge is closed for two weeks, the city said.</p>"
    assert str(filing(page(body + text, head)).embargo).startswith("2026-05-04 09:30")


def test_a_page_is_told_among_as_many_comments_as_there_are() -> None:
    for comments in ("<!---->" * 1000, "<!---->" * 10_000, "<!-- <!-- " * 10_000, "<!-->" * 10_000):
        for end in ("", "<p>no page"):
            assert not is_page(f"{comments}{end}".encode())
    assert is_page(f"{'<!-- a --> ' * 500}<!DOCTYPE html><p>a page".encode())


def test_the_text_s_own_date_wins_over_the_page_s() -> None:
    head = '<meta property="article:published_time" content="2026-06-01T07:30:12Z">'
    assert str(filing(page(TEXT, head)).embargo) == "2026-05-04"


def test_the_title_stands_in_where_the_text_has_no_headline() -> None:
    text = "<p>The old bridge is closed for two weeks, the city said on Monday.</p><p>More.</p>"
    found = filing(page(text, "<title>Bridge closed | City of Lindow</title>"))
    assert found.headline == "Bridge closed"
    assert len(found.blocks) == 3


def test_the_page_says_its_language() -> None:
    html = page(TEXT).replace("<html>", '<html lang="fr-BE">')
    assert filing(html).language == "fr-BE"
    assert filing(page(TEXT)).language is None


def test_a_page_without_words_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="paste the text"):
        filing(page("<script>x</script><img src='a.png'>"))


@pytest.mark.parametrize(
    "data",
    [
        page("<p>Müller – „so“</p>", '<meta charset="utf-8">').encode(),
        page("<p>Müller – „so“</p>").encode("cp1252"),
        page("<p>Müller – „so“</p>", '<meta charset="iso-8859-1">').encode("cp1252"),
        page("<p>Müller – „so“</p>").encode("utf-8-sig"),
        page("<p>Müller – „so“</p>").encode("utf-16"),
        page("<p>Müller – „so“</p>", '<meta charset="windows-1252">').encode("cp1252"),
    ],
)
def test_letters_are_read_as_they_were_written(data: bytes) -> None:
    assert "Müller – „so“" in page_text(data)[0]


def test_an_encoding_that_is_not_so_is_said() -> None:
    text, notes = page_text(page("<p>Müller</p>", '<meta charset="ascii-x">').encode())
    assert "Müller" in text
    assert notes == ()
    text, notes = page_text(page("<p>Müller</p>", '<meta charset="iso-8859-1">').encode())
    assert "Müller" in text
    assert "cp1252" in notes[0]


def test_pictures_within_a_page_are_attached_and_others_named() -> None:
    body = (
        f'{TEXT}<figure><img src="data:image/png;base64,{DOT}" alt="The bridge"><figcaption>'
        'Photo: Jo Sample</figcaption></figure><img src="https://x.example/b.jpg" alt="A bus">'
        '<img src="data:image/png;base64,%%%" alt="Broken">'
    )
    found = filing(page(body))
    assert [(file.name, file.alt, file.credit) for file in found.files] == [
        ("picture-1.png", "The bridge", "Jo Sample")
    ]
    left = {one.what: one.why for one in found.left_out}
    assert left["picture at https://x.example/b.jpg (A bus)"] == (
        "it lies elsewhere; newsroom attach adds it"
    )
    assert "picture Broken" in left


def test_a_hundred_pictures_elsewhere_are_said_in_a_few_lines() -> None:
    pictures = "".join(f'<img src="https://x.example/{n}.jpg">' for n in range(100))
    found = filing(page(TEXT + pictures))
    assert found.left_out[-1].what == "90 more pictures"
    assert len(found.left_out) == 11


def test_numbers_beside_the_text_are_contacts_or_named() -> None:
    beside = (
        "<aside><p>Ida Muster<br>Press officer<br>Tel. +32 2 555 07 07</p></aside>"
        "<footer><p>Lost property is at the town hall: +32 2 555 08 08, every day.</p></footer>"
    )
    found = filing(page(TEXT).replace("</body>", f"{beside}</body>"))
    assert [contact.phones for contact in found.contacts] == [("+32 2 555 07 07",)]
    assert any("555 08 08" in one.what for one in found.left_out)


def test_a_page_saved_with_its_pictures_is_read_from_one_file() -> None:
    message = EmailMessage()
    message["From"] = "<Saved by Browser>"
    message["Snapshot-Content-Location"] = "https://x.example/news/"
    message.set_content(page(f'{TEXT}<p><a href="more">More</a></p><img src="b.png">'), "html")
    message["Content-Location"] = "https://x.example/news/"
    message.add_related(
        bytes.fromhex("89504e470d0a1a0a") + b64encode(b"x"), "image", "png", cid="<1>"
    )
    part = list(message.iter_parts())[1]
    part["Content-Location"] = "https://x.example/news/b.png"
    found = filing(message.as_bytes(), "page.mhtml")
    assert found.headline == "Bridge closed"
    assert found.files[0].name == "b.png"
    assert "https://x.example/news/more" in found.blocks[-1].markdown


SAVED = (
    "From: <Saved by Browser>\nSnapshot-Content-Location: https://x.example/\nMIME-Version: 1.0\n"
    "Content-Type: {kind}\n\n{body}"
)


def related(body: str, boundary: str = "x") -> str:
    kind = f'multipart/related; boundary="{boundary}"'
    return SAVED.format(kind=kind, body=f"--{boundary}\n{body}\n--{boundary}--\n")


def test_a_saved_page_that_no_browser_writes_is_refused_in_little_time() -> None:
    part = f"Content-Type: text/html\n\n{page(TEXT)}"
    assert filing(related(part), "a.txt").headline == "Bridge closed"
    deep = part
    for n in range(20):
        deep = f'Content-Type: multipart/related; boundary="b{n}"\n\n--b{n}\n{deep}\n--b{n}--\n'
    many = "\n--x\n".join([part] * 600)
    number = SAVED.format(kind=f'multipart/related; boundary*{"1" * 5000}="x"', body=part)
    for broken in (related(deep + "\n" * 1_000_000), related(many), number, related("\nno page")):
        with pytest.raises(UnreadableFile):
            filing(broken, "page.mhtml")


def test_a_mail_is_no_saved_page() -> None:
    part = f"Content-Type: text/html\n\n{page(TEXT)}"
    assert is_saved(related(part).encode())
    for line in ("From: Press <press@x.example>\n", "From: Press\nX-Saved: Saved by Browser\n"):
        assert not is_saved(f"{line}{related(part).partition('https://x.example/')[2]}".encode())


def test_a_long_page_without_a_main_part_is_read_by_its_own_words() -> None:
    long = "and so on, as it is said in full elsewhere, " * 4
    body = "".join(f"<p>Sentence number {n} of a very long page, {long}.</p>" for n in range(2000))
    found = filing(f"<html><body><nav>menu</nav><h1>Long</h1>{body}</body></html>")
    assert len(found.blocks) == 2001
    assert "Sentence number 1999" in shown(found.blocks[-1].markdown)


@pytest.mark.parametrize(
    "body",
    [
        "<p>Words of it.</p>" * 5001,
        "<p><a href='https://x.example/'>A link</a></p>" * 2501,
        f"<table>{'<tr><td>Row</td><td>1</td></tr>' * 5001}</table>",
    ],
)
def test_a_page_of_more_lines_than_any_text_is_refused(body: str) -> None:
    with pytest.raises(UnreadableFile, match="more than 5000 lines"):
        filing(page(TEXT + body))


def test_of_very_many_parts_beside_a_text_each_number_is_said_to_be_there() -> None:
    parts = "".join(f"<div>Counter {n}: 030 12{n:05}</div>" for n in range(1000))
    found = filing(f"{page(TEXT)}<footer>{parts}</footer>")
    (more,) = [one.what for one in found.left_out if "more lines with numbers" in one.what]
    assert len(found.contacts) + 5 + int(more.split()[0]) == 1000


def test_what_stands_behind_the_end_of_a_page_is_read() -> None:
    found = filing(f"{page(TEXT)}<footer><p>Contact: Ada Muster, 030 1234567</p></footer>")
    assert [one.name for one in found.contacts] == ["Ada Muster"]


@pytest.mark.parametrize(
    ("extra", "what", "why"),
    [
        ("<p hidden>A secret word</p>", "A secret word", "nobody sees it"),
        ("<p>It costs <del>five euros</del> six.</p>", "five euros", "it is struck out"),
        ("<noscript><p>Call 030 7654321.</p></noscript>", "Call 030 7654321.", "nobody sees it"),
        ("<iframe src='https://film.example/1'></iframe>", "https://film.example/1", "within"),
        ("<object data='https://x.example/a.pdf'>x</object>", "https://x.example/a.pdf", "within"),
        ("<video><source src='https://x.example/a.mp4'></video>", "x.example/a.mp4", "within"),
        (
            "<a href='https://x.example/plan'><img src=p.jpg alt='The plan'></a>",
            "https://x.example/plan",
            "without their links",
        ),
        (
            "<figure><img src=a.jpg><figcaption>By night. Photo: Ada Muster</figcaption></figure>",
            "By night.; Ada Muster",
            "lies elsewhere",
        ),
    ],
)
def test_nothing_of_a_text_is_lost_without_a_word(extra: str, what: str, why: str) -> None:
    found = filing(page(f"{TEXT}{extra}<p>More words, for an end.</p>"))
    assert any(what in one.what and why in one.why for one in found.left_out), found.left_out
    assert "six" in shown(found.blocks[3].markdown) or "six" not in extra


@pytest.mark.parametrize(
    ("extra", "line"),
    [
        ("<blockquote><p>So it is.</p><footer>— Ada Muster</footer></blockquote>", "Ada Muster"),
        ("<p>Open<br>Monday 9:00–17:00<br>Sunday closed</p>", "Sunday closed"),
        ("<ul><li>Bus<ul><li>Line 12<ul><li>daily</li></ul></li></ul></li></ul>", "    - daily"),
        ("<dl><dt>Cost</dt><dd>6 million</dd></dl>", "Cost: 6 million"),
        ("<details><summary>Way</summary><p>By bus 12.</p></details>", "By bus 12."),
        ("<fieldset><legend>Prices</legend><p>2 euros</p></fieldset>", "Prices"),
        ("<p>It costs <ins>six</ins> euros.</p>", "It costs six euros."),
        ("<h2>Bridge closed</h2>", "## Bridge closed"),
    ],
)
def test_every_line_of_a_text_is_kept(extra: str, line: str) -> None:
    found = filing(page(f"{TEXT}{extra}<p>More words, for an end.</p>"))
    assert line in "\n".join(block.markdown for block in found.blocks)


@pytest.mark.parametrize(
    "top",
    [
        "<p><b>Old bridge closed for weeks</b></p>",
        "<table><tr><td><b>Old bridge closed for weeks</b><br><br>Words.</td></tr></table>",
        "<center><font size=5><b>Old bridge closed for weeks</b></font></center>",
        "<p>City of Lindow</p><h3>Old bridge closed for weeks</h3>",
    ],
)
def test_a_headline_of_strong_words_wins_over_what_the_site_is_called(top: str) -> None:
    body = f"{top}<p>Lindow, 4 May 2026 – The old bridge is closed.</p><p>Buses go round.</p>"
    found = filing(f"<html><head><title>News of Lindow</title></head><body>{body}</body></html>")
    assert found.headline == "Old bridge closed for weeks"
    assert any("“News of Lindow”" in note for note in found.notes)


def test_a_lead_of_strong_words_is_no_headline() -> None:
    body = "<p><b>The old bridge is closed, as the city said.</b></p><p>Buses go round.</p>"
    head = "<title>Bridge closed for weeks</title>"
    found = filing(f"<html><head>{head}</head><body>{body}</body></html>")
    assert found.headline == "Bridge closed for weeks"


def test_a_page_s_minute_counts_on_the_day_of_its_text_and_a_later_day_holds_it() -> None:
    head = '<meta property="article:published_time" content="2026-05-0{}T09:30:00+02:00">'
    same, later = (filing(page(TEXT, head.format(day))) for day in (4, 5))
    assert (str(same.embargo)[:16], same.not_yet) == ("2026-05-04 09:30", ())
    assert [str(one.embargo)[:16] for one in later.not_yet] == ["2026-05-05 09:30"]


def test_links_of_a_picture_s_parts_are_named() -> None:
    areas = '<map name="m"><area href="https://x.example/map" alt="North"></map>'
    named = [one.what for one in filing(page(TEXT + areas)).left_out]
    assert "link of a picture to https://x.example/map" in named


@pytest.mark.parametrize("mark", ["Embargo", "Not for release", "Sous embargo", "Sperrfrist"])
@pytest.mark.parametrize("shape", ["{m}<br>{h}", "{h}<br>{m}"])
def test_a_mark_on_a_line_of_its_own_within_a_headline_holds(mark: str, shape: str) -> None:
    headline = shape.format(m=mark, h="Two ferries for the coast")
    assert filing(page(f"<h1>{headline}</h1><p>They leave at ten.</p>")).not_yet


def test_a_headline_of_two_lines_keeps_its_words_apart() -> None:
    found = filing(page("<h1>Two ferries<br>for the coast</h1><p>They leave at ten.</p>"))
    assert (found.headline, found.not_yet) == ("Two ferries for the coast", ())
