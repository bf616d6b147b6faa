"""Where a newsroom lives and how it names things: addresses and permanent identifiers."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from enum import StrEnum
from urllib.parse import quote, urlencode, urlsplit

from press.embargo import zone_named
from press.languages import Language, Languages
from press.public.archive import Part
from press.public.identity import OURS, PNG, Identity
from press.public.sought import NOTHING, Sought


class Fallback(StrEnum):
    """What a language's feed carries while a release is not yet ready in that language."""

    ORIGINAL = "original"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Site:
    """The settings that documents depend on.

    Args:
        base_url: where the public finds the newsroom, without a closing slash.
        title: the newsroom's name.
        authority: domain and date that own the identifiers, `press.example.org,2026` (RFC 4151).
        languages: what it publishes in.
        zone: IANA name of the zone that documents show.
        fallback: what stands in for a text that is not ready.
        rights: whose the texts are, as readers are told; may be empty.
        license: address of the terms they may be used under; may be empty.
        country: code of the country that national telephone numbers are of (ISO 3166-1); may be
            empty.
        identity: what tells it from other newsrooms.
    """

    base_url: str
    title: str
    authority: str
    languages: Languages
    zone: str
    fallback: Fallback = Fallback.ORIGINAL
    rights: str = ""
    license: str = ""
    country: str = ""
    identity: Identity = OURS

    @property
    def hub(self) -> str:
        """Address of the hub that tells subscribers of a feed's changes (WebSub)."""
        return f"{self.base_url}/hub"

    @property
    def mail_domain(self) -> str:
        """What stands for the newsroom in addresses of mail and names of lists (RFC 2919).

        An address of a machine is no domain that anybody could answer to.
        """
        host = urlsplit(self.base_url).hostname or ""
        return host if re.search("[a-z]", host) and ":" not in host else "localhost"

    def tag(self, key: str) -> str:
        """The permanent identifier of a release, made once, when it is filed (RFC 4151)."""
        return f"tag:{self.authority}:{key}"

    def wall(self, instant: datetime) -> datetime:
        """The same instant as the newsroom's wall clock shows it, whole seconds."""
        return instant.astimezone(zone_named(self.zone)).replace(microsecond=0)

    def local(self, instant: datetime) -> datetime:
        """The same instant with this newsroom's offset, whole seconds.

        Old offsets have seconds, which RFC 3339 and RFC 822 cannot write: then it is the nearest
        whole minute's (RFC 3339, 1).
        """
        wall = self.wall(instant)
        offset = wall.utcoffset() or timedelta()
        minutes = round(offset / timedelta(minutes=1))
        if offset == timedelta(minutes=minutes):
            return wall
        return wall.astimezone(timezone(timedelta(minutes=minutes)))

    def home(self, language: Language, topic: str | None = None) -> str:
        """Address of the page of a language, or of a topic in it."""
        return f"{self.base_url}/{language.code}/" + (f"{topic}/" if topic else "")

    def archive(self, language: Language, topic: str | None = None, season: str = "") -> str:
        """Address of the archive of everything or of a topic, or of one of its years or months.

        Args:
            language: of the page.
            topic: slug.
            season: `2026` or `2026/08`; empty for the list of them all.
        """
        return f"{self.home(language, topic)}archive/" + (f"{season}/" if season else "")

    def feed(self, language: Language, topic: str, extension: str, part: Part | None = None) -> str:
        """Address of a topic's feed, or of one of its archives."""
        name = f"{topic}/{part}" if part else topic
        return f"{self.base_url}/{language.code}/{name}.{extension}"

    def search(self, language: Language, sought: Sought = NOTHING, extension: str = "") -> str:
        """Address of what is found in a language, as a page, or as a feed in a format."""
        place = f"{self.base_url}/{language.code}/search" + (f".{extension}" if extension else "")
        return f"{place}?{urlencode(sought.fields)}" if sought.fields else place

    def follow(self, language: Language) -> str:
        """Address of the page on which people say what they want mail about."""
        return f"{self.base_url}/{language.code}/follow/"

    def follow_link(self, purpose: str, token: str) -> str:
        """Address of a page of one person's, as it stands in their mail."""
        return f"{self.base_url}/follow/{purpose}/{token}"

    def standing(self, language: Language, name: str) -> str:
        """Address of a page that stands in every footer; no topic may be called `pages`."""
        return f"{self.base_url}/{language.code}/pages/{name}"

    def icon(self, size: int) -> str:
        """Address of a square picture that stands for the newsroom.

        Args:
            size: pixels a side, of those there are: 32, 144, 180, 192 and 512. A newsroom's own
                has the size that it has.
        """
        logo = self.identity.logo
        return self.static(logo.name if logo and logo.is_icon else f"icon-{size}.png")

    def picture(self, width: int) -> tuple[str, int, int]:
        """Address of a picture of pixels that stands for the newsroom, and how large to show it.

        Args:
            width: of what it is to be shown in, square.
        """
        logo = self.identity.logo
        if logo is None or logo.media_type != PNG:
            return self.icon(width), width, width
        scale = width / max(logo.width, logo.height)
        across, down = (max(1, round(side * scale)) for side in (logo.width, logo.height))
        return self.static(logo.name), across, down

    def static(self, name: str) -> str:
        """Address of one of the few files that pages are dressed with."""
        return f"{self.base_url}/static/{name}"

    def release(self, language: Language, slug: str) -> str:
        """Address of a release's page in a language."""
        return f"{self.base_url}/{language.code}/releases/{slug}"

    def file(self, token: str, name: str) -> str:
        """Address of an attachment."""
        return f"{self.base_url}/files/{token}/{quote(name, safe='')}"
