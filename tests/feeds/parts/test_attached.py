"""Files within a release, and what is said of each."""

import json
from dataclasses import replace

import pytest

from feeds import FORMATS
from feeds.parts.attached import human_size
from feeds.parts.html import content_html
from feeds.validate import faults
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
