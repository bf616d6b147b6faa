"""Files within a release, and what is said of each."""

import json
from dataclasses import replace

import pytest

from feeds import FORMATS
from feeds.parts.attached import (
    BESIDE,
    LEADING,
    LISTED,
    bounded,
    gallery_html,
    human_size,
    image_html,
    list_html,
)
from feeds.parts.html import body_html, content_html
from feeds.validate import faults
from press.public.edition import Entry
from press.releases.attachment import Attachment
from press.releases.rendition import Rendition
from press.text import Origin
from tests.feeds.samples import FILES, SITE, edition, entry, text
from tests.feeds.test_torture import contents
from tests.web.reading import Html


@pytest.mark.parametrize(
    ("size", "code", "words"),
    [
        (1, "en", "1 bytes"),
        (999, "fr", "999 octets"),
        (1000, "en", "1 kB"),
        (999_499, "en", "999 kB"),
        (999_500, "en", "1.0 MB"),
        (1_250_000, "nl", "1,2 MB"),
        (104_857_600, "fr", "104,9 Mo"),
        (1_250_000, "xx", "1.2 MB"),
    ],
)
def test_sizes_are_written_as_people_write_them(size: int, code: str, words: str) -> None:
    assert human_size(size, code) == words.replace(" ", "\N{NO-BREAK SPACE}")


PICTURE = replace(FILES[0], name="a & b.png", alt="A <valley>", credit="Jo & Co")


@pytest.mark.promise(127)
@pytest.mark.parametrize("extension", FORMATS)
def test_every_format_shows_what_goes_with_a_release(extension: str) -> None:
    one = replace(entry(text("fr", "T", "C."), source="fr"), files=(PICTURE, FILES[1]))
    document = FORMATS[extension].render(edition(one), SITE)
    assert faults(extension, document) == []
    (html,) = contents(extension, document)
    page = Html(html)
    (image,) = page.all("img")
    assert image["src"] == SITE.file(PICTURE.token, PICTURE.name)
    assert (image["alt"], image["width"], image["height"]) == ("A <valley>", "1600", "900")
    assert page.text("figcaption") == (
        "Crédit : \u2068Jo & Co\u2069 – a & b.png (PNG, 1600 × 900, 48\xa0ko)"
    )
    assert page.text("li") == "Déclaration.pdf (PDF, 1,2\xa0Mo)"
    assert page.text("h2") == "Fichiers Contacts presse"


@pytest.mark.promise(127)
def test_words_of_a_picture_say_their_language_where_it_is_another() -> None:
    machine = {"origin": Origin.MACHINE, "engine": "argos en-fr 1.9"}
    one = replace(entry(text("fr", "T", "C.", **machine)), files=(PICTURE,))
    french = SITE.languages.named("fr")
    (image,) = Html(content_html(one, french, SITE)).all("img")
    assert (image["lang"], image["dir"]) == ("en", "ltr")
    said = replace(one, translated=(PICTURE.alt,))
    (image,) = Html(content_html(said, french, SITE)).all("img")
    assert "lang" not in image


@pytest.mark.promise(127)
def test_json_names_the_first_picture() -> None:
    several = [
        replace(entry(text("fr", "T", "C.")), files=files)
        for files in ((FILES[1], FILES[2], PICTURE), (FILES[1],))
    ]
    first, second = json.loads(FORMATS["json"].render(edition(*several), SITE))["items"]
    assert first["image"] == SITE.file(FILES[2].token, FILES[2].name)
    assert "image" not in second


def test_a_picture_of_which_nothing_is_said_is_named_by_its_caption() -> None:
    one = replace(entry(text("fr", "T", "C.")), files=(FILES[2],))
    page = Html(content_html(one, SITE.languages.named("fr"), SITE))
    assert page.all("img")[0]["alt"] == ""
    assert page.text("figcaption") == "orchard.jpg (JPEG, 7\xa0octets)"


def sized(file: Attachment, *, share: int = 30_000) -> Attachment:
    """A picture of 1600 × 900 whose sizes are made."""
    made = [
        Rendition(
            f"size-{width}", f"quay {width}.webp", "image/webp", 9, "f", width, width // 16 * 9
        )
        for width in (320, 640, 960, 1440)
    ]
    one = Rendition("shared", "quay-1200.jpg", "image/jpeg", share, "f", 1200, 675)
    return replace(file, renditions=(*made, one))


def in_french(*files: Attachment, words: str = "C.") -> Entry:
    return replace(entry(text("fr", "T", words), source="fr"), files=files)


@pytest.mark.promise(163)
@pytest.mark.parametrize("extension", FORMATS)
def test_feeds_show_one_size_that_every_reader_knows_and_enclose_the_original(
    extension: str,
) -> None:
    document = FORMATS[extension].render(edition(in_french(sized(PICTURE), FILES[1])), SITE)
    assert faults(extension, document) == []
    (html,) = contents(extension, document)
    (image,) = Html(html).all("img")
    assert image["src"] == SITE.file("shared", "quay-1200.jpg")
    assert (image["width"], image["height"]) == ("1200", "675")
    assert "srcset" not in image
    assert Html(html).all("a")[0]["href"] == SITE.file(PICTURE.token, PICTURE.name)
    around = document.decode()
    enclosed = around.replace(html, "")
    assert SITE.file(PICTURE.token, PICTURE.name) in enclosed
    assert str(PICTURE.size) in enclosed
    assert "webp" not in around


@pytest.mark.promise(163)
def test_a_picture_lighter_than_what_was_made_of_it_is_shown_itself() -> None:
    small = sized(PICTURE, share=PICTURE.size)
    (image,) = Html(content_html(in_french(small), FRENCH, SITE)).all("img")
    assert image["src"] == SITE.file(PICTURE.token, PICTURE.name)
    assert image["width"] == "1600"


@pytest.mark.promise(163)
def test_json_names_the_size_for_sharing() -> None:
    document = json.loads(FORMATS["json"].render(edition(in_french(sized(PICTURE))), SITE))
    (item,) = document["items"]
    assert item["image"] == SITE.file("shared", "quay-1200.jpg")
    assert item["attachments"][0]["url"] == SITE.file(PICTURE.token, PICTURE.name)
    assert item["attachments"][0]["size_in_bytes"] == PICTURE.size


FRENCH = SITE.languages.named("fr")


@pytest.mark.promise(160)
@pytest.mark.parametrize("sizes", [LEADING, BESIDE, LISTED])
def test_a_small_picture_is_never_said_to_be_wider_than_it_is(sizes: str) -> None:
    assert bounded(sizes, 40) == "min(100vw - 2rem, 40px)"
    assert bounded(sizes, 1) == "min(100vw - 2rem, 1px)"
    assert bounded(sizes, 1600) == bounded(sizes, 0) == sizes


@pytest.mark.promise(164)
def test_a_page_lets_programs_choose_among_sizes() -> None:
    one = sized(PICTURE)
    (image,) = Html(image_html(one, in_french(one), FRENCH, SITE, LEADING)).all("img")
    sizes = [(SITE.file(f"size-{w}", f"quay {w}.webp"), w) for w in (320, 640, 960, 1440)]
    assert image["srcset"] == ", ".join(f"{address} {width}w" for address, width in sizes)
    assert image["sizes"] == LEADING
    assert image["src"] == SITE.file("shared", "quay-1200.jpg")
    (plain,) = Html(image_html(PICTURE, in_french(PICTURE), FRENCH, SITE, LEADING)).all("img")
    assert plain["src"] == SITE.file(PICTURE.token, PICTURE.name)
    assert "srcset" not in plain


@pytest.mark.promise(164)
def test_the_first_picture_leads_and_the_others_follow_with_the_ways_to_originals() -> None:
    one = in_french(FILES[1], sized(PICTURE), FILES[2])
    first, others = gallery_html(one, FRENCH, SITE)
    assert Html(first).text("figcaption") == (
        "Crédit : \u2068Jo & Co\u2069 – Télécharger l’original : a & b.png "
        "(PNG, 1600 × 900, 48\xa0ko)"
    )
    (link,) = Html(first).all("a")
    assert link["href"] == SITE.file(PICTURE.token, PICTURE.name)
    assert "download" in link
    assert "loading" not in Html(first).all("img")[0]
    (late,) = Html(others).all("img")
    assert (late["src"], late["loading"]) == (SITE.file(FILES[2].token, FILES[2].name), "lazy")
    assert Html(list_html(one, FRENCH, SITE)).text("li") == "Déclaration.pdf (PDF, 1,2\xa0Mo)"


@pytest.mark.promise(126, 164)
def test_a_picture_that_stands_in_the_text_stands_there_in_a_size_and_is_listed() -> None:
    one = in_french(sized(replace(PICTURE, name="quay.png")), words="![Le quai](images/quay.png)")
    body = body_html(one, SITE)
    (image,) = Html(body).all("img")
    assert (image["src"], image["alt"]) == (SITE.file("shared", "quay-1200.jpg"), "Le quai")
    assert gallery_html(one, FRENCH, SITE, body) == ("", "")
    assert "quay.png" in Html(list_html(one, FRENCH, SITE, body)).text("li")
