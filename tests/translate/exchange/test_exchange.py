"""Files for translators: what goes out comes back letter by letter, and nothing else comes in."""

import re
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from press.errors import UnreadableFile
from press.finding import Finding, Severity
from press.releases.exchange import Job, Remembered
from press.releases.review import Displaced, Segment
from press.text import Block, Kind, Origin, clean
from translate.exchange import tmx, xliff, xliff_return
from translate.exchange.codes import misplaced, pieces

VERSIONS = sorted(xliff.NAMESPACES)
LINKED = Block(Kind.PARAGRAPH, "See **[the map](https://press.example/map?a=1&b=2)** of *Corvane*.")
MADE = Block(
    Kind.PARAGRAPH,
    "Zie *Corvane* op **[de kaart](https://press.example/map?a=1&b=2)**.",
    Origin.MACHINE,
    "argos 1",
)
MARKS = (
    *("**", "*", "_", "[", "](https://a.example/b_(c))", "`x`", "\\*", "<https://x.example>"),
    *("|", "> ", "- ", "\n", "# ", "| --- | --- |", "me@x.example", "http://x.example/?a=1&b"),
    *(" & < > \" '", "\r", "]]>"),
)
WORDS = st.lists(st.one_of(st.sampled_from(MARKS), st.text(max_size=8)), min_size=1, max_size=12)
MARKDOWN = WORDS.map("".join).map(clean).filter(str.strip)
KINDS = st.sampled_from([kind for kind in Kind if kind is not Kind.RULE])


def job(*pairs: tuple[Block, Block | None]) -> Job:
    segments = [Segment(n, source, target) for n, (source, target) in enumerate(pairs, start=1)]
    return Job("tag:press.example,2026:abc", "en", "nl", tuple(segments))


def sent(version: str, source: Block = LINKED, target: Block | None = MADE) -> str:
    return xliff.write(job((source, target)), version).decode()


def confirmed(document: str) -> bytes:
    """As a tool leaves it when its user has confirmed every unit."""
    document = re.sub(r'state="[^"]*"( state-qualifier="[^"]*")?', 'state="final"', document)
    return document.encode()


@pytest.mark.parametrize("version", VERSIONS)
@given(kind=KINDS, source=MARKDOWN, target=MARKDOWN)
def test_any_text_comes_back_as_it_went(version: str, kind: Kind, source: str, target: str) -> None:
    one, other = Block(kind, source), Block(kind, target, Origin.MACHINE)
    back = xliff_return.read(confirmed(sent(version, one, other)))
    assert (back.name, back.source, back.target) == ("tag:press.example,2026:abc", "en", "nl")
    assert [(a.number, a.source, a.words) for a in back.answers] == [(1, one, target)]


@given(kind=KINDS, words=MARKDOWN)
def test_the_pieces_of_a_block_are_the_block(kind: Kind, words: str) -> None:
    assert "".join(piece.text for piece in pieces(Block(kind, words))) == words


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("an.editor+x@press.example.org, or", ["an.editor+x@press.example.org"]),
        (r"first\_last@press.example", ["last@press.example"]),
        (r"a \``tick` here", ["`tick`"]),
        ("``a `tick` here``", ["``a `tick` here``"]),
        ("> | one |  two |", ["> ", "| ", " |  ", " |"]),
        ("  |  --- | :---: |", ["  |  --- | :---: |"]),
        ("<mail@press.example> <b> <x/y>", ["<mail@press.example>", "<x/y>"]),
    ],
)
def test_what_is_a_code_is_cut_out_whole(words: str, codes: list[str]) -> None:
    found = pieces(Block(Kind.PARAGRAPH, words))
    assert [piece.text for piece in found if piece.code] == codes


@pytest.mark.waits
@pytest.mark.parametrize(
    "words",
    [" ", "a", ".", "<.", "`a", "a.b-c+", "a@a-", "---", "](a", '](a "b', "| ", "_", "<"],
)
def test_a_huge_unit_is_read_in_a_moment(words: str) -> None:
    """Cut in a time that grows with the square of its length, they would take ten minutes."""
    huge = Block(Kind.PARAGRAPH, words * (60_000 // len(words)) + ".")
    (answer,) = xliff_return.read(confirmed(sent("2.0", huge, huge))).answers
    assert answer.source == huge


@pytest.mark.parametrize("version", VERSIONS)
def test_links_and_marks_are_codes_that_tools_protect(version: str) -> None:
    root = etree.fromstring(sent(version).encode())
    (target,) = root.iter(f"{{{xliff.NAMESPACES[version]}}}target")
    words = [target.text, *(code.tail for code in target)]
    assert [w for w in words if w and w.strip()] == ["Zie ", "Corvane", " op ", "de kaart", "."]
    assert [code.get("id") for code in target] == ["5", "6", "1", "2", "3", "4"]


@pytest.mark.parametrize("version", VERSIONS)
def test_what_nobody_touched_does_not_become_an_editors(version: str) -> None:
    back = xliff_return.read(sent(version).encode())
    assert (back.answers, back.open) == ((), 1)
    missing = xliff_return.read(sent(version, target=None).encode())
    assert (missing.answers, missing.open) == ((), 1)


@pytest.mark.parametrize("version", VERSIONS)
def test_changed_words_are_taken_without_a_state(version: str) -> None:
    document = sent(version).replace("de kaart", "het plan")
    (answer,) = xliff_return.read(document.encode()).answers
    assert answer.words == MADE.markdown.replace("de kaart", "het plan")


@pytest.mark.parametrize("version", VERSIONS)
def test_nobody_can_change_where_a_link_leads(version: str) -> None:
    """What a code says in the file that comes back is not read, or shows that it was changed."""
    document = sent(version).replace("press.example/map", "evil.example/map")
    with pytest.raises(UnreadableFile, match="source was changed"):
        xliff_return.read(confirmed(document))
    head, _, tail = sent("1.2").partition("<target")
    document = f"{head}<target{tail.replace('press.example/map', 'evil.example/map')}"
    assert xliff_return.read(confirmed(document)).answers[0].words == MADE.markdown


@pytest.mark.parametrize("version", VERSIONS)
def test_a_lost_link_is_refused_by_the_number_of_its_block(version: str) -> None:
    document = sent(version)
    at = document.index("<target")
    cut = re.sub(r'<ph id="3"(/>|[^/]*?>.*?</ph>|[^>]*/>)', "", document[at:], count=1)
    with pytest.raises(UnreadableFile, match=r"block 1: not as in the original: \]\(https"):
        xliff_return.read((document[:at] + cut).encode())


def test_emphasis_may_go_but_an_added_link_may_not() -> None:
    assert misplaced(LINKED, "Zie [de kaart](https://press.example/map?a=1&b=2).") == []
    assert misplaced(LINKED, MADE.markdown + " https://evil.example") == ["https://evil.example"]


def test_a_unit_that_a_tool_cut_into_sentences_is_put_together_again() -> None:
    source = Block(Kind.PARAGRAPH, "It rains. It is cold.")
    document = sent("2.0", source, None).replace(
        '<segment state="initial"><source>It rains. It is cold.</source></segment>',
        '<segment state="final"><source>It rains.</source><target>Het regent.</target></segment>'
        "<ignorable><source> </source></ignorable>"
        '<segment state="reviewed"><source>It is cold.</source><target>Koud.</target></segment>',
    )
    (answer,) = xliff_return.read(document.encode()).answers
    assert (answer.source, answer.words) == (source, "Het regent. Koud.")


def test_an_editors_earlier_words_and_findings_go_with_it() -> None:
    dismissed = Finding("names", Severity.WARNS, "gone", "Ada", "It is a place.")
    found = (Finding("links", Severity.WARNS, "odd"), dismissed)
    target = Block(Kind.PARAGRAPH, "Nieuw", findings=found)
    old = Displaced(Block(Kind.PARAGRAPH, "Old"), Block(Kind.PARAGRAPH, "Oud"))
    segment = Segment(1, Block(Kind.PARAGRAPH, "New"), target, (old,))
    for version in VERSIONS:
        document = xliff.write(Job("tag:x", "en", "nl", (segment,)), version).decode()
        assert "Oud" in document
        assert "links: odd" in document
        assert "names: gone" not in document


BOMB = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
FILE_OF_OURS = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "well-formed"),
        (b"<xliff", "well-formed"),
        (b"<html/>", "not XLIFF"),
        (b'<xliff version="1.2"/>', "not XLIFF"),
        (sent("1.2").replace('version="1.2"', 'version="3.0"').encode(), "not XLIFF"),
        (sent("1.2").replace("</file>", "</file><file/>").encode(), "holds 2 files"),
        (sent("1.2").replace('id="b1.', 'id="x1.').encode(), "was not sent"),
        (sent("2.0").replace(".paragraph.", ".novel.").encode(), "was not sent"),
        (sent("1.2").replace("Corvane", "&a;").encode(), "well-formed"),
        (re.sub(r"\?>", f"?>{BOMB}", sent("1.2"), count=1).encode(), "declares entities"),
        (re.sub(r"\?>", f"?>{FILE_OF_OURS}", sent("2.0"), count=1).encode(), "declares entities"),
        (sent("1.2").replace("Zie ", "Zie <x id='9'/>").encode(), "not sent: x 9"),
        (sent("1.2").replace("Zie ", f"Zie <ph id='{'9' * 5000}'/>").encode(), "not sent: ph 9"),
        (confirmed(sent("1.2", target=None)), "confirmed, and empty"),
        (sent("2.0").replace('"translated"', '"excellent"').encode(), "“excellent” is not a state"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=re.escape(reason)):
        xliff_return.read(data)


@pytest.mark.parametrize("version", VERSIONS)
def test_every_block_that_is_wrong_is_named(version: str) -> None:
    other = Block(Kind.PARAGRAPH, "https://a.example/2", Origin.MACHINE)
    pairs = [(Block(Kind.PARAGRAPH, f"https://a.example/{n}"), other) for n in (1, 1)]
    document = xliff.write(job(*pairs), version).decode()
    changed = document.replace("a.example/2", "b.example/2")
    with pytest.raises(UnreadableFile, match=r"block 1: .*; block 2: "):
        xliff_return.read(changed.encode())


# A memory

NOON = datetime(2026, 8, 25, 12, tzinfo=UTC)


@given(kind=KINDS, source=MARKDOWN, target=MARKDOWN, origin=st.sampled_from(["machine", "editor"]))
def test_a_memory_comes_back_as_it_went(kind: Kind, source: str, target: str, origin: str) -> None:
    words = Block(kind, target, Origin(origin), "argos en-nl 1.9")
    one = Remembered("en", "nl", Block(kind, source), words, NOON)
    assert next(tmx.read(tmx.write([one]), ["en", "nl"]).parts).translations == [one]


def unit(one: str, code: str, other: str) -> str:
    said = (("en-GB", one), (code, other))
    return "".join(
        ["<tu>", *(f'<tuv xml:lang="{c}"><seg>{words}</seg></tuv>' for c, words in said), "</tu>"]
    )


THEIRS = (
    '<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4">'
    '<header o-tmf="other" srclang="EN-GB" segtype="sentence" datatype="html"/><body>'
    + unit("It is raining.", "FR", "Il *pleut*.")
    + unit('A <bpt i="1">&lt;b></bpt>word', "fr", "x")
    + unit("Dry.", "ja", "x")
    + "</body></tmx>"
)


def test_another_tools_memory_serves_where_its_codes_do_not_stand_in_the_way() -> None:
    (found,) = tmx.read(THEIRS.encode(), ["en", "fr"]).parts
    assert found.left_out == 2
    assert {(t.source.kind, t.source.markdown, t.words.markdown) for t in found.translations} == {
        (Kind.PARAGRAPH, "It is raining.", r"Il \*pleut\*."),
        (Kind.HEADLINE, "It is raining.", "Il *pleut*."),
        (Kind.SUMMARY, "It is raining.", "Il *pleut*."),
    }
    assert {t.words.origin for t in found.translations} == {Origin.EDITOR}


@pytest.mark.parametrize("data", [b"<tmx/>", b"<html/>", sent("1.2").encode()])
def test_what_is_no_memory_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match="translation memory"):
        tmx.read(data, ["en"])
