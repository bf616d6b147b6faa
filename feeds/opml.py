"""Every feed there is, as a list that readers import (OPML 2.0, http://opml.org/spec2.opml)."""

from collections.abc import Sequence

from lxml import etree

from feeds.parts.head import home_of, topic_title
from press.languages import Language
from press.public.site import Site
from press.text import clean
from press.topic import ALL, Topic

MEDIA_TYPE = "text/x-opml"


def render(site: Site, topics: Sequence[Topic]) -> bytes:
    """Write the feeds as OPML: a group per language, in it everything and then each topic.

    One outline a feed, so that nobody who imports the list follows it twice. It leads to Atom,
    the one XML format that says when an entry was last changed; `type` is `rss` for every
    syndication format (OPML 2.0, “Subscription lists”).

    Args:
        site: addresses, names and languages.
        topics: in the order to show.
    """
    opml = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(opml, "head"), "title").text = clean(site.title)
    body = etree.SubElement(opml, "body")
    for language in site.languages:
        group = etree.SubElement(body, "outline", text=language.name)
        for topic in (Topic(ALL), *topics):
            etree.SubElement(group, "outline", _outline(site, language, topic))
    return etree.tostring(opml, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def _outline(site: Site, language: Language, topic: Topic) -> dict[str, str]:
    title = topic_title(topic.slug, topic, language, site)
    return {
        "type": "rss",
        "text": title,
        "title": title,
        "xmlUrl": site.feed(language, topic.slug, "atom"),
        "htmlUrl": home_of(topic.slug, language, site),
        "language": language.tag,
    }
