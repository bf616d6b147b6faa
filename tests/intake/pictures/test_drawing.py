"""Pictures in the sizes in which they are shown: from whatever a picture can be."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from intake.pictures import drawing
from intake.pictures.drawing import Drawn, draw, fault_of
from press.errors import UnreadableFile
from tests.intake.pictures.places import ARTIST, MAKER, SECRETS, exif, placed, scene, written

JPEG, PNG, WEBP, GIF = "image/jpeg", "image/png", "image/webp", "image/gif"


def drawn(data: bytes, media_type: str) -> tuple[Drawn, ...]:
    return draw(BytesIO(data), media_type)


def opened(one: Drawn) -> Image.Image:
    image = Image.open(BytesIO(one.data))
    image.load()
    assert image.size == (one.width, one.height)
    return image


def near(pixel: object, wanted: tuple[int, ...], apart: int = 24) -> bool:
    assert isinstance(pixel, tuple)
    return all(abs(a - b) <= apart for a, b in zip(pixel[: len(wanted)], wanted, strict=True))


@pytest.mark.promise(160)
def test_a_picture_is_drawn_in_every_size_below_its_own() -> None:
    sizes = drawn(written(scene(2000, 1500), "JPEG"), JPEG)
    assert [(one.media_type, one.width, one.height) for one in sizes] == [
        *((WEBP, 320, 240), (WEBP, 640, 480), (WEBP, 960, 720), (WEBP, 1440, 1080)),
        (JPEG, 1200, 900),
    ]
    for one in sizes:
        assert opened(one).format == {WEBP: "WEBP", JPEG: "JPEG"}[one.media_type]


@pytest.mark.promise(160)
@pytest.mark.parametrize(
    ("size", "widths"),
    [((700, 500), [320, 640, 700, 700]), ((320, 9), [320, 320]), ((1, 1), [1, 1])],
)
def test_no_size_is_larger_than_the_picture(size: tuple[int, int], widths: list[int]) -> None:
    sizes = drawn(written(scene(*size), "PNG"), PNG)
    assert [one.width for one in sizes] == widths
    assert max(one.height for one in sizes) <= size[1]


def test_a_picture_as_high_as_a_tower_is_drawn_no_higher_than_twice_a_width() -> None:
    sizes = drawn(written(scene(400, 4000), "PNG"), PNG)
    assert [(one.width, one.height) for one in sizes] == [
        *((64, 640), (128, 1280), (192, 1920), (288, 2880)),
        (240, 2400),
    ]


@pytest.mark.promise(161)
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_sizes_hold_nothing_but_what_is_seen(form: str) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = placed(form, scene(500, 400), icc_profile=profile)
    for one in drawn(data, {"JPEG": JPEG, "PNG": PNG, "WEBP": WEBP}[form]):
        told = (
            MAKER.encode(),
            ARTIST.encode(),
            b"Exif",
            b"EXIF",
            b"adobe",
            b"XMP",
            b"ICC",
            b"acsp",
        )
        assert not [word for word in (*told, *SECRETS) if word in one.data]
        info = opened(one).info
        assert not {"exif", "xmp", "icc_profile", "comment"} & info.keys()


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_stands_upright(orientation: int) -> None:
    stored = {1: None, 2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}[orientation]
    image = scene(400, 300)
    if stored is not None:  # what a camera held that way stores
        image = image.transpose(Image.Transpose(stored))
    sizes = drawn(written(image, "JPEG", exif=exif(orientation), quality=95), JPEG)
    assert {(one.width, one.height) for one in sizes} == {(320, 240), (400, 300)}
    shown = opened(sizes[-1]).convert("RGB")
    assert near(shown.getpixel((20, 150)), (200, 10, 10))
    assert near(shown.getpixel((390, 5)), (250, 250, 250))
    assert near(shown.getpixel((390, 295)), (5, 5, 5))


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "CMYK", "YCbCr", "LAB"])
def test_every_way_of_colours_is_shown_as_screens_have_them(mode: str) -> None:
    form, media_type = ("JPEG", JPEG) if mode in ("CMYK", "YCbCr") else ("PNG", PNG)
    if mode == "LAB":
        to_lab = ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB")
        image = ImageCms.profileToProfile(scene(400, 300), to_lab[1], to_lab[0], outputMode="LAB")
        assert image is not None
        image = image.convert("RGB")
    else:
        image = scene(400, 300).convert(mode)
    wanted = image.convert("RGB").resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    assert isinstance(wanted, tuple)
    for one in drawn(written(image, form), media_type):
        shown = opened(one)
        assert shown.mode == "RGB"
        assert near(shown.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0)), wanted)


def test_colours_are_those_of_the_profile_that_a_picture_brings() -> None:
    screen = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = screen.replace(b"rXYZ", b"none").replace(b"gXYZ", b"rXYZ").replace(b"none", b"gXYZ")
    red = Image.new("RGB", (40, 40), (250, 0, 0))
    for profile, wanted in ((swapped, (0, 250, 0)), (screen, (250, 0, 0)), (b"no", (250, 0, 0))):
        shown = opened(drawn(written(red, "PNG", icc_profile=profile), PNG)[-1])
        assert near(shown.getpixel((9, 9)), wanted)


def test_what_shows_through_does_so_still_and_stands_on_white_elsewhere() -> None:
    image = Image.new("RGBA", (400, 300), (0, 0, 0, 0))
    image.paste((10, 120, 10, 255), (100, 100, 300, 200))
    for data in (
        written(image, "PNG"),
        written(image.quantize(8), "PNG"),
        written(image.convert("LA"), "PNG"),
    ):
        *for_pages, shared = drawn(data, PNG)
        assert opened(for_pages[-1]).convert("RGBA").getpixel((5, 5))[3] == 0  # type: ignore[index]
        assert near(opened(shared).getpixel((5, 5)), (255, 255, 255), 4)


def test_sixteen_bits_of_grey_are_shown_as_grey() -> None:
    image = Image.new("I;16", (400, 300), 0x8080)
    assert near(opened(drawn(written(image, "PNG"), PNG)[0]).getpixel((9, 9)), (128, 128, 128), 3)


@pytest.mark.parametrize("form", ["GIF", "PNG", "WEBP"])
def test_what_moves_stays_as_it_is(form: str) -> None:
    films = [scene(400, 300), scene(400, 300).rotate(180)]
    data = written(films[0], form, save_all=True, append_images=films[1:])
    assert drawn(data, {"GIF": GIF, "PNG": PNG, "WEBP": WEBP}[form]) == ()
    assert fault_of(BytesIO(data), {"GIF": GIF, "PNG": PNG, "WEBP": WEBP}[form]) == ""


def test_a_gif_that_stands_still_is_drawn() -> None:
    assert [one.width for one in drawn(written(scene(400, 300), "GIF"), GIF)] == [320, 400, 400]


@pytest.mark.parametrize(
    ("form", "media_type"), [("JPEG", JPEG), ("PNG", PNG), ("WEBP", WEBP), ("GIF", GIF)]
)
def test_a_picture_that_is_cut_off_is_refused(form: str, media_type: str) -> None:
    data = written(scene(640, 480), form)
    assert fault_of(BytesIO(data), media_type) == ""
    cut = data[: len(data) // 2]
    with pytest.raises(UnreadableFile, match=r"^it is broken or cut off") as refusal:
        drawn(cut, media_type)
    assert fault_of(BytesIO(cut), media_type) == str(refusal.value)


@pytest.mark.parametrize("media_type", [JPEG, PNG, WEBP, GIF])
def test_a_small_file_that_claims_to_be_huge_is_refused_before_it_is_unpacked(
    media_type: str,
) -> None:
    huge = {JPEG: (65_000, 65_000), PNG: (9000, 9000), WEBP: (8000, 8000), GIF: (9000, 9000)}
    data = (
        written(Image.new("1", huge[media_type]).convert("L"), "GIF") if media_type == GIF else b""
    )
    if media_type != GIF:
        form = {JPEG: "JPEG", PNG: "PNG", WEBP: "WEBP"}[media_type]
        data = _claiming(written(scene(64, 48), form), media_type, huge[media_type])
    with pytest.raises(UnreadableFile, match=r"million pixels; a smaller copy of it can be shown"):
        drawn(data, media_type)
    assert "million pixels" in fault_of(BytesIO(data), media_type)


def _claiming(data: bytes, media_type: str, size: tuple[int, int]) -> bytes:
    """A picture whose head says another size."""
    width, height = size
    if media_type == PNG:
        return data[:16] + width.to_bytes(4, "big") + height.to_bytes(4, "big") + data[24:]
    if media_type == WEBP:
        return data[:26] + width.to_bytes(2, "little") + height.to_bytes(2, "little") + data[30:]
    place = data.index(b"\xff\xc0") + 5
    return data[:place] + height.to_bytes(2, "big") + width.to_bytes(2, "big") + data[place + 4 :]


def test_a_progressive_picture_counts_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "MOST_OF_JPEG", 4_000_000)
    plain, progressive = (
        written(scene(4000, 3000), "JPEG", progressive=way) for way in (False, True)
    )
    monkeypatch.setattr(drawing, "WIDTHS", (320, 640))
    assert drawn(plain, JPEG)
    with pytest.raises(UnreadableFile, match="12 million pixels"):
        drawn(progressive, JPEG)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["JPEG", "PNG", "WEBP", "GIF"]), st.data())
def test_a_broken_picture_is_drawn_or_refused(form: str, data: st.DataObject) -> None:
    content = bytearray(written(scene(40, 30), form))
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=6)):
        content[place] = data.draw(st.integers(0, 255))
    media_type = {"JPEG": JPEG, "PNG": PNG, "WEBP": WEBP, "GIF": GIF}[form]
    try:
        sizes = drawn(bytes(content), media_type)
    except UnreadableFile as refusal:
        assert str(refusal).startswith("it ")  # noqa: PT017 - the other way out is as right
    else:
        assert all(opened(one) for one in sizes)
