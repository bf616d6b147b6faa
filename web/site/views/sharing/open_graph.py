"""What a page tells those who show a card of it (https://ogp.me, and X's cards)."""

from collections.abc import Iterator

from flask import Blueprint

from feeds.parts.html import summary_of
from feeds.parts.languages import spoken
from feeds.parts.provenance import bracketed, mark_of
from press.languages import Language
from press.public.edition import Entry
from press.text import Block, Kind, Text
from press.topic import ALL, Topic
from web.site.frame import Frame
from web.site.house import site
from web.site.links import code_of
from web.site.templating import tagline
from web.site.views.sharing.picture import SharedPicture, picture_of, picture_of_topic

Properties = Iterator[tuple[str, str]]
# Where a language is named without a territory, the one that most of its speakers live in, where
# that is not called like the language (Unicode CLDR, likely subtags): the vocabulary wants one.
_TERRITORIES = {
    "ar": "EG",
    "cs": "CZ",
    "da": "DK",
    "el": "GR",
    "en": "US",
    "et": "EE",
    "ga": "IE",
    "sl": "SI",
    "sv": "SE",
    "uk": "UA",
    "zh": "CN",
}
blueprint = Blueprint("open_graph", __name__)


@blueprint.app_template_global()
def open_graph(
    frame: Frame, entry: Entry | None, topic: Topic | None
) -> tuple[tuple[str, str], ...]:
    """The properties of a page, in the order of the vocabulary; those without a value are left out.

    Args:
        frame: of the page; one without an address of its own has none.
        entry: the release it shows, if it does.
        topic: the topic it lists, if it does.
    """
    if not frame.canonical:
        return ()
    picture = picture_of_topic(topic, frame.language) if topic else picture_of(entry)
    said = [*_page(frame, entry, topic), *_article(entry), *_picture(picture)]
    return tuple((name, value) for name, value in said if value)


def locale(tag: str) -> str:
    """A language as the vocabulary writes it: `nl-BE` is `nl_BE`, `zh-Hans-CN` is `zh_CN`.

    Args:
        tag: BCP 47.
    """
    code, *more = tag.split("-")
    territory = next((part for part in more if len(part) != len("Hans")), "")
    return f"{code}_{territory or _TERRITORIES.get(code, code.upper())}"


def _page(frame: Frame, entry: Entry | None, topic: Topic | None) -> Properties:
    tag = spoken(site(), entry.text.language).tag if entry else frame.language.tag
    yield "og:type", "article" if entry else "website"
    yield "og:site_name", site().title
    yield "og:title", frame.title
    yield "og:description", description(frame, entry, topic)
    yield "og:url", frame.canonical
    yield "og:locale", locale(tag)
    for other, _ in frame.alternates:
        if other not in (tag, "x-default"):
            yield "og:locale:alternate", locale(other)


def description(frame: Frame, entry: Entry | None, topic: Topic | None) -> str:
    """In few words what a page says, after a mark where a machine wrote it, as in feeds."""
    if entry is None:
        return frame.summary or (_introduction(topic, frame.language) if topic else "")
    mark = mark_of(entry, frame.language, site())
    before = f"{bracketed(mark, spoken(site(), entry.text.language))} " if mark else ""
    return f"{before}{frame.summary}".rstrip()


def _introduction(topic: Topic, language: Language) -> str:
    """What a topic is about; what the newsroom is, where it lists all there is."""
    if topic.slug == ALL:
        return tagline(language)[1]
    words = topic.introduction(language.code, *site().languages.codes)
    code = code_of(topic, "introduction", language)
    return summary_of(Text(code, (Block(Kind.PARAGRAPH, words),))) if words else ""


def _article(entry: Entry | None) -> Properties:
    if entry is None:
        return
    yield "article:published_time", site().local(entry.published).isoformat()
    yield "article:modified_time", site().local(entry.updated).isoformat()
    titles = list(entry.topics.values())
    yield "article:section", titles[0] if titles else ""
    for title in titles:
        yield "article:tag", title


def _picture(picture: SharedPicture) -> Properties:
    yield "og:image", picture.address
    yield "og:image:type", picture.media_type
    yield "og:image:width", str(picture.width)
    yield "og:image:height", str(picture.height)
    yield "og:image:alt", picture.alt
    # X reads all else from above.
    yield "twitter:card", "summary_large_image" if picture.is_wide else "summary"
    yield "twitter:image:alt", picture.alt
