"""OpenDocument texts: the same promises as for Word documents."""

import io
import zipfile
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

import intake
from intake.given import Given
from intake.word.odt import MEDIA_TYPE, read, recognises, understood
from press.errors import Refusal, UnreadableFile
from press.releases.release import Filing
from tests.intake.word.making import GIVEN, PIXEL, docx
from tests.intake.word.making import p as words

DONE = Given("Europe/Brussels", "en", accept_changes=True)
BASE = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = {
    "office": f"{BASE}:office:1.0",
    "text": f"{BASE}:text:1.0",
    "table": f"{BASE}:table:1.0",
    "draw": f"{BASE}:drawing:1.0",
    "style": f"{BASE}:style:1.0",
    "fo": f"{BASE}:xsl-fo-compatible:1.0",
    "svg": f"{BASE}:svg-compatible:1.0",
    "script": f"{BASE}:script:1.0",
    "manifest": f"{BASE}:manifest:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
}
XMLNS = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in SPACES.items())
STYLES = """
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>
<style:style style:name="B" style:family="text">
<style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="H" style:family="text">
<style:text-properties text:display="none"/></style:style>
<style:style style:name="S" style:family="text">
<style:text-properties style:text-line-through-style="solid"/></style:style>
<style:style style:name="HP" style:family="paragraph">
<style:text-properties text:display="none"/></style:style>
<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1"
 style:num-suffix="."/></text:list-style>
<text:list-style style:name="A"><text:list-level-style-number text:level="1" style:num-format="a"
 style:num-suffix=")"/></text:list-style>"""
ORDER = "EMBARGO: 5 May 2027, 10:00"
HIDDEN = "not for readers"


def p(inner: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{inner}</text:p>'


HEAD = p("Headline", "Title")


def span(words: str, style: str) -> str:
    return f'<text:span text:style-name="{style}">{words}</text:span>'


def items(*inner: str, style: str = "", more: str = "") -> str:
    made = "".join(f"<text:list-item>{one}</text:list-item>" for one in inner)
    return f'<text:list text:style-name="{style}"{more}>{made}</text:list>'


def odt(
    body: str, *, master: str = "", meta: str = "", files: dict[str, bytes] | None = None
) -> bytes:
    content = (
        f"<office:document-content {XMLNS}><office:automatic-styles>{STYLES}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    styles = (
        f"<office:document-styles {XMLNS}><office:master-styles><style:master-page>{master}"
        "</style:master-page></office:master-styles></office:document-styles>"
    )
    members = {
        "content.xml": content.encode(),
        "styles.xml": styles.encode(),
        "meta.xml": f"<office:document-meta {XMLNS}>{meta}</office:document-meta>".encode(),
        **(files or {}),
    }
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", MEDIA_TYPE, zipfile.ZIP_STORED)
        for name, data in members.items():
            archive.writestr(name, data)
    return held.getvalue()


def filing(data: bytes, given: Given = GIVEN) -> Filing:
    (only,) = read(data, given).filings
    return only


def page(body: str) -> list[str]:
    text = understood(odt(HEAD + body), GIVEN).markdown
    return text.removeprefix("# Headline").strip().split("\n\n")


def refused(data: bytes) -> str:
    with pytest.raises(UnreadableFile) as refusal:
        filing(data)
    return str(refusal.value)


@pytest.mark.parametrize("whole", [odt(HEAD + p("Text.")), docx(words("Headline") + words("T."))])
def test_a_document_that_is_cut_off_anywhere_is_refused(whole: bytes) -> None:
    for length in range(4, len(whole)):  # shorter than that it may as well be a text
        with pytest.raises(Refusal):
            intake.read("a.txt", whole[:length], zone="Europe/Brussels", language="en")


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (p("one \n  word"), "one word"),
        (p('a<text:s text:c="1"/>b'), "a b"),
        (p("a " + span("b", "B") + " c"), "a **b** c"),
        (p("a<text:line-break/>b"), "a  \nb"),
        (p("said", "P1"), "> said"),
        (p("said", "Quotations"), "> said"),
        ('<text:h text:outline-level="2">Below</text:h>', "### Below"),
        (p("Below", "Heading_20_1"), "## Below"),
        (p("Below", "Überschrift_20_1"), "## Below"),
        (
            p('<text:a xlink:href="https://x.example/a">site</text:a>'),
            "[site](https://x.example/a)",
        ),
        (p('<text:a xlink:href="#part">below</text:a>'), "below"),
        (p("<text:author-name>A. Muster</text:author-name>"), "A. Muster"),
        (p("p. <text:page-number>3</text:page-number>end"), "p. end"),
        (items(p("one"), p("two")), "- one\n- two"),
        (items(p("one") + items(p("in")), p("two")), "- one\n  - in\n- two"),
        (items(p("one"), p("two"), style="N"), "1. one\n2. two"),
        (items(p("one"), style="A"), "a) one"),
        (f"<text:section>{p('in a section')}</text:section>", "in a section"),
    ],
)
def test_a_text_says_what_its_program_shows(body: str, words: str) -> None:
    assert "\n\n".join(page(body)) == words


def test_a_list_that_goes_on_keeps_its_numbers() -> None:
    goes_on = ' text:continue-numbering="true"'
    body = items(p("one"), style="N") + p("x") + items(p("two"), style="N", more=goes_on)
    assert [line.replace("\\", "") for line in page(body)] == ["1. one", "x", "2. two"]


def test_a_table_keeps_its_words_where_cells_are_merged() -> None:
    def cell(words: str, more: str = "") -> str:
        return f"<table:table-cell{more}>{p(words)}</table:table-cell>"

    wide = cell("wide", ' table:number-columns-spanned="2"')
    rows = [cell("a") + cell("b"), wide + "<table:covered-table-cell/>"]
    body = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    (made,) = page(f"<table:table><table:table-column/>{body}</table:table>")
    assert "| a | b |" in made
    assert made.endswith("\n| wide |  |")


def test_a_note_stands_below_its_paragraph() -> None:
    note = (
        "<text:note><text:note-citation>1</text:note-citation>"
        f"<text:note-body>{p('A source.')}</text:note-body></text:note>"
    )
    said = [line.replace("\\", "") for line in page(p(f"Text{note} more.") + p("Last."))]
    assert said == ["Text[1] more.", "[1] A source.", "Last."]


BOX = "<draw:frame><draw:text-box>{}</draw:text-box></draw:frame>"
SHAPE = "<draw:custom-shape>{}</draw:custom-shape>"


@pytest.mark.parametrize("box", [BOX, SHAPE, f"<draw:g>{BOX}</draw:g>"])
def test_a_text_box_is_read_once_below_its_paragraph(box: str) -> None:
    assert page(p(f"Anchor.{box.format(p('Boxed.'))}") + p("Last.")) == [
        "Anchor.",
        "Boxed.",
        "Last.",
    ]


def test_pictures_become_files_with_what_they_show() -> None:
    drawn = (
        '<draw:frame><draw:image xlink:href="Pictures/1.png"/><svg:desc>A hall</svg:desc>'
        "</draw:frame>"
        '<draw:frame><draw:image xlink:href="https://x.example/p.png"/></draw:frame>'
    )
    found = filing(odt(HEAD + p("Text." + drawn), files={"Pictures/1.png": PIXEL}))
    ((file,), (lost,)) = found.files, found.left_out
    assert (file.name, file.data, file.alt) == ("1.png", PIXEL, "A hall")
    assert lost.what == "https://x.example/p.png"


def changed() -> str:
    info = "<office:change-info><dc:creator>Ann Muster</dc:creator></office:change-info>"
    regions = (
        f'<text:changed-region text:id="c1"><text:insertion>{info}</text:insertion>'
        f'</text:changed-region><text:changed-region text:id="c2"><text:deletion>{info}'
        f"{p('twelve')}</text:deletion></text:changed-region>"
        f'<text:changed-region text:id="c3"><text:format-change>{info}</text:format-change>'
        "</text:changed-region>"
    )
    words = (
        'It lasts <text:change text:change-id="c2"/><text:change-start text:change-id="c1"/>'
        'twenty-four<text:change-end text:change-id="c1"/> months.'
        f"<office:annotation><dc:creator>Bo Example</dc:creator>{p('Really?')}</office:annotation>"
    )
    return f"<text:tracked-changes>{regions}</text:tracked-changes>{HEAD}{p(words)}"


def test_tracked_changes_and_comments_are_refused_with_their_list() -> None:
    assert (
        "Ann Muster inserted “twenty-four”; Ann Muster deleted “twelve”; "
        "Bo Example commented “Really?”. Accept" in refused(odt(changed()))
    )


def test_changes_that_are_taken_as_done_are_done_and_named() -> None:
    found = filing(odt(changed()), DONE)
    assert found.blocks[1].markdown == "It lasts twenty-four months."
    assert {one.what for one in found.left_out} == {"twelve", "Really?"}


@pytest.mark.parametrize(
    "body",
    [
        p("Seen. " + span(HIDDEN, "H")),
        p("Seen.") + p(HIDDEN, "HP"),
        p("Seen.") + f'<text:section text:display="none">{p(HIDDEN)}</text:section>',
        p("Seen.") + f'<text:section text:is-hidden="true">{p(HIDDEN)}</text:section>',
        p("Seen.") + p(f'<text:hidden-paragraph text:is-hidden="true"/>{HIDDEN}'),
        p(f'Seen.<text:hidden-text text:string-value="{HIDDEN}"/>'),
        p("Seen." + span(BOX.format(p(HIDDEN)), "H")),
    ],
)
def test_hidden_text_is_in_no_release_and_named(body: str) -> None:
    found = filing(odt(HEAD + body))
    assert [block.markdown for block in found.blocks] == ["Headline", "Seen."]
    assert {one.what for one in found.left_out} == {HIDDEN}


PLACES = {
    "text": {"body": p(ORDER)},
    "header": {"master": f"<style:header>{p(ORDER)}</style:header>"},
    "footer": {"master": f"<style:footer-first>{p(ORDER)}</style:footer-first>"},
    "text box": {"body": p(BOX.format(p(ORDER)))},
    "hidden": {"body": p(span(ORDER, "H"))},
    "title": {"meta": f"<dc:title>{ORDER}</dc:title>"},
    "comment": {"body": p(f"<office:annotation>{p(ORDER)}</office:annotation>")},
    "unknown": {"body": f"<text:unheard>{p(ORDER)}</text:unheard>"},
}


@pytest.mark.parametrize("place", PLACES)
def test_an_embargo_holds_wherever_it_stands(place: str) -> None:
    told = dict(PLACES[place])
    found = filing(odt(HEAD + told.pop("body", "") + p("Text."), **told), DONE).not_yet  # type: ignore[arg-type]
    assert [str(one.embargo)[:16] for one in found] == ["2027-05-05 10:00"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (odt(HEAD, files={"Basic/Standard/Module1.xml": b"<a/>"}), "macros"),
        (odt(HEAD + "<script:event-listener/>"), "macros"),
        (
            odt(HEAD + p('<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>')),
            "embedded",
        ),
        (odt(HEAD, files={"../x.xml": b"<a/>"}), "leads out"),
        (odt(HEAD)[:-40], "cut off"),
        (odt(p(" ")), "no words"),
        (odt(HEAD + items("") * 200_001), "larger than"),
        (odt(HEAD + "<text:section>" * 200 + "</text:section>" * 200), "nested deeper"),
        (
            odt(
                HEAD,
                files={
                    "META-INF/manifest.xml": f"<a {XMLNS}><manifest:encryption-data/></a>".encode()
                },
            ),
            "password",
        ),
    ],
)
def test_what_no_release_can_hold_is_refused(
    data: bytes, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("intake.word.archive.STEEPEST", 10_000)
    assert reason in refused(data)


def test_an_opendocument_text_is_known_by_its_content() -> None:
    data = odt(HEAD + p("Text."))
    assert recognises(data)
    assert not recognises(data.replace(b".text", b".text-master", 1))
    reading = intake.read("release.bin", data, zone="Europe/Brussels", language="en")
    assert reading.source is not None
    assert reading.source.media_type == MEDIA_TYPE


@given(st.data())
def test_a_spoilt_part_is_read_or_refused_and_never_breaks_anything(data: st.DataObject) -> None:
    spoilt = bytearray(changed().encode())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(spoilt) - 1))
        spoilt[at] = data.draw(st.sampled_from(b'<>/"=&;x1 '))
    try:
        filing(odt(spoilt.decode(errors="replace")), DONE)
    except Refusal:
        return


@given(st.text("abc &<>*_#", min_size=1).filter(str.strip))
def test_whatever_the_words_are_they_come_through(words: str) -> None:
    text = understood(odt(p(escape(words))), GIVEN)
    kept = "".join(block.words for block in text.blocks if hasattr(block, "words"))
    assert " ".join(kept.split()) == " ".join(words.split())
