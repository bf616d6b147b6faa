"""Which picture stands for a release in a list, or for a topic: the one place that says so."""

from dataclasses import dataclass

from feeds.parts.attached import bounded, choices_of
from press.languages import Language
from press.public.edition import Entry
from press.releases.attachment import Attachment
from press.text import clean
from press.topic import Topic
from web.site.house import local, site


@dataclass(frozen=True, slots=True)
class LeadPicture:
    """The picture of a release where it is listed, or of a topic on its page.

    Args:
        address: of the picture, absolute.
        choices: addresses of its sizes with their widths, as `srcset` has them (HTML, 4.8.4.2.1);
            empty where none are made.
        width: pixels; 0 if unknown.
        height: the same.
        alt: what it shows; never empty.
        alt_language: code of the language that is said in.
        credit: whom it is owed to; may be empty.
    """

    address: str
    choices: str
    width: int
    height: int
    alt: str
    alt_language: str
    credit: str

    def fills(self, width: int, height: int) -> bool:
        """Whether it has the pixels of a room, so that it is not made coarse to fill it."""
        return not self.width or (self.width >= width and self.height >= height)

    def bounded(self, sizes: str) -> str:
        """How wide it is shown, as the attribute `sizes` says it; never wider than it is."""
        return bounded(sizes, self.width)


def lead_picture(entry: Entry) -> LeadPicture | None:
    """The first picture of a release that can be told to those who do not see it, if it has any."""
    file = next((one for one in entry.files if one.is_shown and clean(one.alt).strip()), None)
    if file is None:
        return None
    is_own = entry.is_authentic or file.alt in entry.translated
    language = entry.text.language if is_own else entry.source
    return _shown(file, alt=clean(file.alt), language=language, credit=clean(file.credit))


def topic_picture(topic: Topic, language: Language) -> LeadPicture | None:
    """The picture of a topic, as it is told to readers of a language; None if it has none."""
    file, codes = topic.picture, (language.code, *site().languages.codes)
    code = next((one for one in codes if one in topic.alts), next(iter(topic.alts), ""))
    if file is None or not code or not file.is_shown:
        return None
    credit = topic.owed(language.code)
    return _shown(file, alt=clean(topic.alts[code]), language=code, credit=credit)


def _shown(file: Attachment, *, alt: str, language: str, credit: str) -> LeadPicture:
    one = file.shown
    choices = choices_of(file, lambda size: local(site().file(size.token, size.name)))
    address = site().file(one.token, one.name)
    return LeadPicture(address, choices, one.width, one.height, alt, language, credit)
