"""Pictures that say where they were taken, made as cameras and programs write it."""

from io import BytesIO
from typing import Any

from PIL import Image, PngImagePlugin

# Far from everywhere; no digit of it is elsewhere in the pictures.
LATITUDE = (48.0, 52.0, 31.25)
MAKER, ARTIST, COPYRIGHT = "Muster Optics", "Jo Muster", "Example Press Office"
XMP = (
    '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description '
    'xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:drone-dji="http://example.org/drone/" '
    'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="Jo Muster" '
    "exif:GPSLatitude=\"48,52.5208N\" drone-dji:GpsLongtitude='+12.3456789'>"
    "<exif:GPSLongitude>12,20.7407E</exif:GPSLongitude></rdf:Description></rdf:RDF>"
    '</x:xmpmeta><?xpacket end="w"?>'
)
SECRETS = (b"48,52.5208N", b"12.3456789", b"12,20.7407E")


def scene(width: int = 64, height: int = 48, mode: str = "RGB") -> Image.Image:
    """A picture that is light above and dark below, red on its left."""
    image = Image.linear_gradient("L").rotate(180).resize((width, height)).convert("RGB")
    image.paste((200, 10, 10), (0, 0, width // 4, height))
    return image.convert(mode)


def exif(orientation: int = 1, *, placed: bool = True) -> Image.Exif:
    """What a camera writes."""
    made = Image.Exif()
    made[0x010F], made[0x0112], made[0x013B], made[0x8298] = (
        *(MAKER, orientation, ARTIST),
        COPYRIGHT,
    )
    if placed:
        made.get_ifd(0x8825).update(
            {1: "N", 2: LATITUDE, 3: "E", 4: (12.0, 20.0, 44.44), 27: b"ASCII\0\0\0GPS of Corvane"}
        )
    return made


def written(image: Image.Image, form: str, **how: Any) -> bytes:
    into = BytesIO()
    image.save(into, form, **how)
    return into.getvalue()


def placed(form: str, image: Image.Image | None = None, **how: Any) -> bytes:
    """A picture of a format that says in every way it has where it was taken."""
    image = image or scene()
    if form == "PNG":
        words = PngImagePlugin.PngInfo()
        words.add_itxt("XML:com.adobe.xmp", XMP)
        return written(image, form, exif=exif(), pnginfo=words, **how)
    return written(image, form, exif=how.pop("exif", exif()), xmp=XMP.encode(), **how)


def position_of(data: bytes) -> dict[int, Any]:
    """What Exif says of where a picture was taken."""
    with Image.open(BytesIO(data)) as image:
        return dict(image.getexif().get_ifd(0x8825))
