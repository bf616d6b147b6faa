"""What stands in a frame on another site: where it is, and the code that puts it there."""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from flask import Blueprint
from markupsafe import Markup

from press.languages import Language
from web.site.house import site

blueprint = Blueprint("frames", __name__)
# A frame is as wide as there is room for it, and no wider.
_CODE = Markup(
    '<iframe src="{}" title="{}" width="{}" height="{}" loading="lazy"'
    ' style="border:0;max-width:100%"></iframe>'
)


@dataclass(frozen=True, slots=True)
class FramedPage:
    """A page that stands in a frame on another site.

    Args:
        address: absolute.
        title: what it shows, for those who do not see it.
        height: pixels that it takes in most cases; what takes more can be moved.
        width: pixels, where there is as much room.
    """

    address: str
    title: str
    height: int
    width: int = 600

    @property
    def code(self) -> str:
        """The HTML that puts it into a page, as words to copy."""
        return str(_CODE.format(self.address, self.title, self.width, self.height))

    def sized(self, width: int, height: int) -> "FramedPage":
        """The same in a frame of so many pixels."""
        return replace(self, width=width, height=height)


@blueprint.app_template_global()
def list_framed(language: Language, topic: str, title: str) -> FramedPage:
    """The list of the newest releases of a topic.

    Args:
        language: of the list.
        topic: its slug; `all` is everything.
        title: of the topic.
    """
    address = f"{site().home(language, topic)}embed"
    return FramedPage(address, f"{site().title} – {title}", 440)


@blueprint.app_template_global()
def oembed_of(address: str) -> str:
    """Where programs are told what to put in the place of one of our addresses."""
    return f"{site().base_url}/oembed?{urlencode({'url': address})}"


@blueprint.app_template_global()
def release_framed(language: Language, slug: str, headline: str) -> FramedPage:
    """A card of one release.

    Args:
        language: of the card.
        slug: of the release.
        headline: of the release.
    """
    return FramedPage(f"{site().release(language, slug)}/embed", headline, 260)
