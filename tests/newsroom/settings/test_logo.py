"""A newsroom's own sign: a picture and nothing else."""

import struct
import zlib
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.settings import load_settings
from newsroom.settings.svg import svg_size
from press.errors import SettingsRefused
from press.public.identity import Logo

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 220 60">{}</svg>'
XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'


def png(width: int, height: int) -> bytes:
    """A picture of one colour."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + bytes(width)) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def lay(home: Path, name: str, content: bytes | str) -> None:
    (home / "pages").mkdir(exist_ok=True)
    data = content if isinstance(content, bytes) else content.encode()
    (home / "pages" / name).write_bytes(data)


def logo(home: Path, name: str) -> Logo | None:
    return load_settings({"NEWSROOM_LOGO": name}, home).site.identity.logo


def refusal(home: Path, name: str) -> str:
    with pytest.raises(SettingsRefused) as refused:
        logo(home, name)
    return str(refused.value)


def test_a_drawing_and_a_picture_are_read_with_their_size(tmp_path: Path) -> None:
    lay(tmp_path, "our-sign.svg", SVG.format('<rect width="60" height="60" fill="url(#a)"/>'))
    lay(tmp_path, "sign.png", png(192, 192))
    drawing, picture = logo(tmp_path, "our-sign.svg"), logo(tmp_path, "sign.png")
    assert drawing is not None
    assert picture is not None
    assert (drawing.name, drawing.width, drawing.height) == ("logo.svg", 220, 60)
    assert (picture.name, picture.width, picture.height) == ("logo.png", 192, 192)
    assert (drawing.is_icon, picture.is_icon) == (False, True)
    assert load_settings({"NEWSROOM_LOGO": "sign.png"}, tmp_path).logo == png(192, 192)


@pytest.mark.promise(151)
@pytest.mark.parametrize(
    ("inside", "why"),
    [
        ("<script>alert(1)</script>", "an element script"),
        ("<metadata><script/></metadata>", "an element script"),
        ('<rect onload="alert(1)"/>', "an attribute onload"),
        ('<rect ONCLICK="alert(1)"/>', "an attribute ONCLICK"),
        ("<foreignObject/>", "an element foreignObject"),
        ('<h:div xmlns:h="http://www.w3.org/1999/xhtml"/>', "an element div"),
        ('<a href="https://elsewhere.example"><rect/></a>', "an element a"),
        ('<image href="https://elsewhere.example/x.png"/>', "an element image"),
        ('<use href="https://elsewhere.example/x.svg#a"/>', "something outside itself"),
        (f'<use {XLINK} xlink:href="other.svg#a"/>', "something outside itself"),
        ('<use href=" javascript:alert(1)"/>', "something outside itself"),
        ('<rect fill="url(https://elsewhere.example/x.svg#a)"/>', "something outside itself"),
        ("<rect style=\"fill: URL( 'x.svg#a')\"/>", "something outside itself"),
        ('<rect style="background: u\\72l(x)"/>', "something outside itself"),
        ("<style>@import 'x.css';</style>", "something outside itself"),
        ("<style><![CDATA[a{background:url(//x)}]]></style>", "something outside itself"),
        ("<style>@font-face{font-family:x}</style>", "something outside itself"),
        ('<set attributeName="href" to="javascript:alert(1)"/>', "an element set"),
        ('<rect><animate attributeName="x"/></rect>', "an element animate"),
        ("<?xml-stylesheet href='x.css'?>", "an instruction <?xml-stylesheet?>"),
        ("<g>" * 300 + "</g>" * 300, "nested deeper"),
        ("<rect>", "not a whole SVG file"),
        (f"<style>{'a' * 70_000}</style>", "longer than a drawing needs"),
    ],
)
def test_a_drawing_that_runs_or_loads_anything_is_refused(
    tmp_path: Path, inside: str, why: str
) -> None:
    lay(tmp_path, "logo.svg", SVG.format(inside))
    found = refusal(tmp_path, "logo.svg")
    assert found.startswith("LOGO: it")
    assert why in found


@pytest.mark.promise(151)
@pytest.mark.parametrize(
    ("content", "why"),
    [
        (f'<!DOCTYPE svg [<!ENTITY a "b">]>{SVG.format("&a;")}', "a document type"),
        ("<html/>", "its first element is no svg"),
        ("<svg viewBox='0 0 1 1'/>", "its first element is no svg"),
        ('<svg xmlns="http://www.w3.org/2000/svg"/>', "how wide and high it is"),
        ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 60"/>', "how wide and high"),
        ("", "not a whole SVG file"),
        ("\0" * 99, "not a whole SVG file"),
        (SVG.format(" " * 262_144), "larger than 256 kB"),
    ],
)
def test_what_is_no_drawing_is_refused(tmp_path: Path, content: str, why: str) -> None:
    lay(tmp_path, "logo.svg", content)
    assert why in refusal(tmp_path, "logo.svg")


@pytest.mark.parametrize(
    "inside",
    [
        '<style>.a{fill:#123;mask:url("#m")}</style><g class="a"><use href="#b"/></g>',
        '<metadata><r:RDF xmlns:r="x" r:resource="http://creativecommons.org/ns"/></metadata>',
        '<g xmlns:i="http://www.inkscape.org/namespaces" i:export-filename="C:\\url(x).png"/>',
        "<title>On © and “quotes”</title><text>url(x)</text>",
    ],
)
def test_what_programs_that_draw_write_is_taken(inside: str) -> None:
    assert svg_size(SVG.format(inside).encode()) == (220, 60)


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda s: SVG.format(s).encode()))
def test_whatever_it_is_it_is_read_or_refused(content: bytes) -> None:
    with suppress(ValueError):
        assert min(svg_size(content)) > 0


@pytest.mark.parametrize("content", [b"GIF89a", b"\x89PNG\r\n\x1a\n", png(5000, 1), b""])
def test_what_is_no_png_is_refused(tmp_path: Path, content: bytes) -> None:
    lay(tmp_path, "logo.png", content)
    assert "it is not a PNG of at most 4096 pixels a side" in refusal(tmp_path, "logo.png")


@pytest.mark.parametrize("name", ["../x.svg", "/etc/x.svg", "x.gif", ".svg", "a b.png", "x.SVG"])
def test_only_a_file_in_its_folder_is_a_sign(tmp_path: Path, name: str) -> None:
    assert "it is not the name of a file in pages" in refusal(tmp_path, name)


def test_a_sign_that_is_not_there_or_is_a_folder_is_refused(tmp_path: Path) -> None:
    assert f"there is no file {tmp_path}/pages/logo.svg" in refusal(tmp_path, "logo.svg")
    (tmp_path / "pages" / "logo.svg").mkdir(parents=True)
    assert "there is no file" in refusal(tmp_path, "logo.svg")
