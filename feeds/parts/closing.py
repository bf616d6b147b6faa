"""The last word of a feed whose topic was retired."""

from html import escape

from feeds.parts.head import topic_title
from feeds.parts.item import Item
from feeds.parts.languages import attributes, said_in
from press.public.edition import Edition
from press.public.site import Site
from press.text import Origin, clean
from press.words import say


def last_word(edition: Edition, site: Site) -> Item:
    """The one entry of a topic that was retired: it says so, and what to follow instead."""
    language, topic = edition.feed.language, edition.topic
    title, tag = topic_title(topic.slug, topic, language, site), said_in(language)
    retired = topic.retired_at or edition.changed
    words, more = say(tag.code, "retired", topic=title), say(tag.code, "retired_more")
    after = site.home(language, topic.successor) if topic.successor else site.home(language)
    return Item(
        # Retired, reopened and retired again, it has another last word.
        id=site.tag(f"retired:{topic.permanent}:{language.code}:{retired:%Y%m%dT%H%M%SZ}"),
        title=words,
        title_language="",
        address=site.home(language, topic.slug),
        language=tag.tag,
        summary=f"{more} {after}",
        content=f'<p {attributes(tag)}>{escape(more)} <a href="{after}">{after}</a></p>',
        published=site.local(retired),
        updated=site.local(retired),
        authors=(clean(site.title),),
        issuer="",
        reference="",
        topics={topic.permanent: title},
        scheme=site.home(language),
        origin=Origin.AUTHOR.value,
        origin_said=say(tag.code, "author"),
        origin_scheme=f"{site.base_url}/provenance",
        engine="",
        is_rough=False,
        made=None,
        outdated=None,
        source=tag.tag,
        authentic=None,
        links=(),
        note="",
        files=(),
        rights=clean(site.rights),
        license=site.license,
        about=f"{site.base_url}/feeds/",
    )
