"""A release as search engines read it (JSON-LD 1.1, https://schema.org/NewsArticle)."""

import json
from urllib.parse import urljoin

from feeds.parts.html import summary_of
from feeds.parts.item import Item, item_of
from feeds.parts.provenance import sentence_of
from press.languages import Language
from press.public.edition import Entry
from press.public.site import Site
from press.releases.attachment import Attachment
from press.releases.rendition import Rendition
from press.text import Origin, clean

CONTEXT = "https://schema.org"
# What a trained engine wrote, in the words of the IPTC; `translator` would have to be a person or
# an organisation (docs/decisions/pages-and-search.md).
MACHINE = f"{CONTEXT}/TrainedAlgorithmicMediaDigitalSource"
# A script block ends at the first `</script`, whatever language it is in; and two characters
# that JSON allows end a line in older JavaScript.
_ESCAPES = str.maketrans({c: f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"})


def article(entry: Entry, language: Language, site: Site, logo: str, canonical: str) -> str:
    """A release as JSON-LD that may stand in a script block of a page.

    What its feeds say too is said in their words: identity, dates, authors, translations.

    Args:
        entry: the release.
        language: of the page.
        site: addresses and names.
        logo: address of the newsroom's sign.
        canonical: the one address of the page.
    """
    item = item_of(entry, language, site)
    document = {
        "@context": CONTEXT,
        "@type": "NewsArticle",
        "@id": _work(canonical),
        "identifier": _identifiers(item),
        "url": canonical,
        "mainEntityOfPage": {"@type": "WebPage", "@id": canonical},
        "headline": item.title,
        "description": summary_of(entry.text),
        "inLanguage": item.language,
        "datePublished": item.published.isoformat(),
        "dateModified": item.updated.isoformat(),
        "author": [_organization(name) for name in item.authors],
        # It publishes here, and the site does: what is the whole's is said of the site.
        "publisher": _publisher(site, logo),
        "sourceOrganization": _organization(item.issuer) if item.issuer else "",
        "articleSection": list(item.topics.values()),
        "image": [_image(file, site) for file in entry.files if file.is_shown],
        "creditText": "" if entry.is_authentic else sentence_of(entry, language, site),
        "digitalSourceType": MACHINE if entry.text.origin is Origin.MACHINE else "",
        "correction": {"@type": "CorrectionComment", "text": item.note} if item.note else "",
        **_translations(item),
    }
    said = {name: value for name, value in document.items() if value}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)


def _translations(item: Item) -> dict[str, list[dict[str, str]]]:
    """`workTranslation` or `translationOfWork`: the feeds' links are named after these."""
    found: dict[str, list[dict[str, str]]] = {}
    for link in item.links:
        other = {"@type": "NewsArticle", "@id": _work(link.address), "url": link.address}
        name = link.rel.removeprefix(f"{CONTEXT}/")
        found.setdefault(name, []).append({**other, "inLanguage": link.language})
    return found


def _identifiers(item: Item) -> str | list[object]:
    """Its own, and the number under which its sender keeps it."""
    if not item.reference:
        return item.id
    number = {"@type": "PropertyValue", "propertyID": "reference", "value": item.reference}
    return [item.id, number]


def _image(file: Attachment, site: Site) -> dict[str, object]:
    """A picture in the size for programs elsewhere, and the original as another coding of it."""
    said = {"caption": clean(file.alt), "creditText": clean(file.credit)}
    known = {name: value for name, value in said.items() if value}
    original = {"encoding": _media(file, site)} if file.shown is not file else {}
    return {**_media(file.shown, site), "name": clean(file.name), **known, **original}


def _media(one: Attachment | Rendition, site: Site) -> dict[str, object]:
    address = site.file(one.token, one.name)
    about = {"url": address, "contentUrl": address, "encodingFormat": one.media_type}
    size = {"width": one.width, "height": one.height} if one.width else {}
    return {"@type": "ImageObject", **about, **size}


def _organization(name: str) -> dict[str, str]:
    return {"@type": "Organization", "name": name}


def _publisher(site: Site, logo: str) -> dict[str, object]:
    home = f"{site.base_url}/"
    sign = {"@type": "ImageObject", "url": urljoin(home, logo)}
    return {"@type": "Organization", "name": site.title, "url": home, "logo": sign}


def _work(address: str) -> str:
    """Names the work that a page shows, since the page has a name itself."""
    return f"{address}#article"
