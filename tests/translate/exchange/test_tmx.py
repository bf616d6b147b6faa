"""Translation memories of any size: read unit by unit, with nothing lost and little held."""

import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from press.errors import UnreadableFile
from press.text import Kind
from translate.exchange import tmx
from translate.exchange.safe_xml import LONGEST, PIECE, XML, name_of, walked

ROOT = Path(__file__).parents[3]
LANGUAGES = ("en", "fr", "nl")
WORDS = st.sampled_from(["Rain.", "One <ph x='1'/> two", "<hi>Bold</hi> words", "", " ", "25. May"])
CODES = st.sampled_from(["en", "fr-BE", "NL_be", "de", ""])
JUNK = st.sampled_from(
    ["", "<note>n</note>", "<!-- c -->", "<x><tuv xml:lang='en'><seg>No</seg></tuv></x>", "<?p i?>"]
)
PROPS = st.sampled_from(["", "<prop type='x-kind'>headline</prop>", "<prop>no</prop>"])


def variant(code: str, words: str, junk: str) -> str:
    made = f"{junk}<prop type='x-origin'>machine</prop>" if code == "en" else junk
    return f"<tuv xml:lang='{code}' changedate='20260102T030405Z'>{made}<seg>{words}</seg></tuv>"


VARIANTS = st.lists(st.builds(variant, CODES, WORDS, JUNK), max_size=4).map("".join)
UNITS = st.builds(
    "{2}<tu srclang='{0}'>{1}{3}{2}</tu>{4}".format,
    *(st.sampled_from(["en", "*all*", "fr"]), PROPS, JUNK, VARIANTS, JUNK),
)
BODIES = st.lists(UNITS, max_size=4).map(lambda found: f"<body>{''.join(found)}</body>")
HEADERS = st.sampled_from(["<header srclang='en'/>", "<header o-tmf='newsroom'/>", ""])
PARTS = st.tuples(HEADERS, BODIES, JUNK, BODIES | HEADERS)
DOCUMENTS = PARTS.flatmap(st.permutations).map(lambda parts: f"<tmx>{''.join(parts)}</tmx>")


def whole(document: str) -> list[tuple[str, str, int]]:
    """What a memory holds, read from a tree of the whole: kind, words and how many languages."""
    root = etree.fromstring(document, etree.XMLParser(remove_comments=True, remove_pis=True))
    body = next(child for child in root if name_of(child) == "body")
    units = (child for child in body if child.tag == "tu")
    return [(str(u.get("srclang")), *said(list(u.iterfind("tuv")))) for u in units]


def said(variants: list[etree._Element]) -> tuple[str, int]:
    by_code = {
        str(v.get(f"{XML}lang")).replace("_", "-").split("-")[0].lower(): v for v in variants
    }
    words = ["".join(v.find("seg").itertext()) for v in by_code.values()]  # type: ignore[union-attr]
    return "|".join(words), len(by_code)


@given(DOCUMENTS)
def test_every_unit_of_the_first_body_is_read_and_no_other(document: str) -> None:
    if "<header" not in document:
        with pytest.raises(UnreadableFile, match="not a translation memory"):
            tmx.read(document.encode(), LANGUAGES)
        return
    found = list(tmx._units(document.encode(), is_ours=True))
    marked = [
        (unit.main, "|".join(v.words for v in unit.variants.values()), len(unit.variants))
        for unit in found
    ]
    expected = whole(document)
    assert [(main, count) for main, _, count in marked] == [(m, n) for m, _, n in expected]
    assert [words for _, words, _ in marked] == [words for _, words, _ in expected]


def test_a_header_may_stand_below_its_body() -> None:
    unit = (
        "<tu><tuv xml:lang='fr'><seg>Pluie</seg></tuv><tuv xml:lang='en'><seg>Rain</seg></tuv></tu>"
    )
    document = f"<tmx><body>{unit}</body><header srclang='en' o-tmf='x'/></tmx>"
    found = next(tmx.read(document.encode(), LANGUAGES).parts).translations
    assert {(one.source.markdown, one.words.markdown) for one in found} == {("Rain", "Pluie")}
    assert {one.source.kind for one in found} == {Kind.PARAGRAPH, Kind.HEADLINE, Kind.SUMMARY}


@pytest.mark.parametrize(
    ("document", "says"),
    [
        ("<tmx><header/><body>", "not well-formed XML"),
        ("", "not well-formed XML"),
        ("<tmx><header/><body><tu></body></tmx>", "not well-formed XML"),
        ("<tmx><header/></tmx>", "not a translation memory"),
        ("<tmx><body/></tmx>", "not a translation memory"),
        ("<x><header/><body/></x>", "not a translation memory"),
        ("<x><tmx><header/><body/></tmx></x>", "not a translation memory"),
        ('<!DOCTYPE tmx [<!ENTITY a "b">]><tmx><header/><body/></tmx>', "declares entities"),
        ("<!DOCTYPE x [<!ELEMENT a ANY>]><x/>", "declares entities"),
    ],
)
def test_what_is_no_memory_is_refused_with_its_reason(document: str, says: str) -> None:
    with pytest.raises(UnreadableFile, match=says):
        tmx.read(document.encode(), LANGUAGES)


def test_an_entity_that_nobody_declared_leaves_its_unit_out() -> None:
    document = (
        '<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx><header srclang="en"/><body><tu>'
        '<tuv xml:lang="en"><seg>Rain&nbsp;here</seg></tuv>'
        '<tuv xml:lang="fr"><seg>Pluie</seg></tuv></tu></body></tmx>'
    )
    (found,) = tmx.read(document.encode(), LANGUAGES).parts
    assert (found.translations, found.left_out) == ([], 1)


@pytest.mark.parametrize("coding", ["utf-8", "utf-16", "iso-8859-1", "shift_jis"])
def test_a_memory_is_read_in_the_coding_it_names(coding: str) -> None:
    words = "雨です" if coding == "shift_jis" else "Été"
    document = (
        f'<?xml version="1.0" encoding="{coding}"?><tmx><header srclang="en"/><body><tu>'
        f'<tuv xml:lang="en"><seg>Rain</seg></tuv><tuv xml:lang="fr"><seg>{words}</seg></tuv>'
        "</tu></body></tmx>"
    )
    found = next(tmx.read(document.encode(coding), LANGUAGES).parts).translations
    assert {one.words.markdown for one in found} == {words}


UNIT = "<tu><tuv xml:lang='en'><seg>Rain</seg></tuv><tuv xml:lang='fr'><seg>Pluie</seg></tuv></tu>"


@pytest.mark.parametrize(
    "body",
    [UNIT * 3000, "<tu><x/></tu>" * 9000, f"{'<x/>' * 50}{UNIT}" * 1000],
    ids=["units", "what is in them", "what is between them"],
)
def test_what_was_read_is_held_no_longer(body: str) -> None:
    """The parser reads ahead, a piece at a time; what lies behind it is gone."""
    held = list[int]()
    document = f"<tmx><header/><body>{body}</body></tmx>".encode()
    ended = (element for is_end, element in walked(document, "tu") if is_end)
    for count, element in enumerate(ended):
        if count % 100 == 99:
            held.append(sum(1 for _ in element.getroottree().iter()))
    assert len(held) >= 10
    assert max(held) < 2 * PIECE / len("<x/>")


INLINE = "<seg>" + "<ph/>" * 250_000 + "</seg>"


@pytest.mark.parametrize(
    "long",
    [
        f"<tu><tuv xml:lang='en'>{INLINE}</tuv></tu>",
        f"<tu>{'<tuv/>' * 250_000}</tu>",
        f"<tu>{'<tu></tu>' * 150_000}</tu>",
        "<x/>" * 300_000,
        f"<tu>{'<prop/>' * 200_000}</tu>",
        "<tu " + " ".join(f"a{n}=''" for n in range(150_000)) + "/>",
    ],
    ids=["inline codes", "variants", "units within", "between", "properties", "attributes"],
)
def test_a_unit_longer_than_any_text_is_refused_by_its_number(long: str) -> None:
    assert len(long) > LONGEST
    document = f"<tmx><header/><body>{UNIT * 2}{long}{UNIT}</body></tmx>"
    with pytest.raises(UnreadableFile, match="unit 3, or what stands before that, is longer than"):
        tmx.read(document.encode(), LANGUAGES)


def test_a_segment_of_more_words_than_a_block_has_is_left_out() -> None:
    longer = UNIT.replace("Rain", "r" * (tmx.LONGEST + 1))
    document = f"<tmx><header srclang='en'/><body>{longer}{UNIT}</body></tmx>"
    (found,) = tmx.read(document.encode(), LANGUAGES).parts
    assert (found.left_out, {one.source.markdown for one in found.translations}) == (1, {"Rain"})


def test_a_memory_is_read_part_by_part_when_each_is_asked_for() -> None:
    document = f"<tmx><header srclang='en'/><body>{UNIT * (2 * tmx.PART + 1)}</body></tmx>"
    found = tmx.read(document.encode(), LANGUAGES)
    assert found.units == 2 * tmx.PART + 1
    assert [part.units for part in found.parts] == [tmx.PART, tmx.PART, 1]


def test_long_units_make_short_parts() -> None:
    long = UNIT.replace("Rain", "r" * tmx.LONGEST)
    document = f"<tmx><header srclang='en'/><body>{long * 20}</body></tmx>"
    for part in tmx.read(document.encode(), LANGUAGES).parts:
        letters = [len(one.source.markdown + one.words.markdown) for one in part.translations]
        assert sum(letters) <= tmx.PART_LETTERS + 3 * 2 * tmx.LONGEST


def test_a_fault_at_the_end_is_told_before_any_part_is_read() -> None:
    document = f"<tmx><header/><body>{UNIT * 2000}</body>"
    with pytest.raises(UnreadableFile, match="not well-formed"):
        tmx.read(document.encode(), LANGUAGES)


@pytest.mark.waits
def test_a_large_memory_is_read_in_little_room() -> None:
    """As a tree, these five megabytes take forty; what nobody asked for leaves nothing."""
    code = f"""
        import resource
        from translate.exchange import tmx
        data = b"<tmx><header srclang='en'/><body>" + {UNIT!r}.encode() * 60_000 + b"</body></tmx>"
        assert len(data) > 5 * 2**20
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        assert sum(part.left_out for part in tmx.read(data, ["nl"]).parts) == 60_000
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
    """
    done = subprocess.run(
        [sys.executable, "-c", dedent(code)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert int(done.stdout) < 20 * 1024  # KiB
