"""The form on which people say what they want to follow: what stands in it, what is wrong."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from werkzeug.datastructures import MultiDict

from press.embargo import zone_named
from press.errors import UnreadableTime
from press.public.site import Site
from press.telling.wishes import Frequency, Wanted, Wishes
from press.topic import ALL, Topic

# A field that people do not see; whoever fills it in is a program that fills in everything.
TRAP = "website"


@dataclass(frozen=True, slots=True)
class FollowForm:
    """What stands in the form.

    Args:
        topics: slugs of those that are chosen.
        languages: codes of those that are chosen, the dearest first.
        when: how often.
        texts: whose words.
        zone: IANA name of the zone whose days and weeks digests are cut at.
        email: as typed, where an address is asked for.
        mistakes: by field, which sentence says what is wrong.
    """

    topics: tuple[str, ...]
    languages: tuple[str, ...]
    when: str = Frequency.INSTANT
    texts: str = Wanted.ALL
    zone: str = ""
    email: str = ""
    mistakes: Mapping[str, str] = field(default_factory=dict)

    @property
    def wishes(self) -> Wishes:
        """What is chosen, once nothing is wrong."""
        frequency, texts = Frequency(self.when), Wanted(self.texts)
        return Wishes(self.topics, self.languages, frequency, texts, self.zone)


def form_of(wishes: Wishes, site: Site) -> FollowForm:
    """The form as it stands for somebody who has wishes; of languages those there are."""
    codes = tuple(code for code in wishes.languages if code in site.languages.codes)
    return FollowForm(wishes.topics, codes, wishes.frequency, wishes.texts, wishes.zone)


def read_form(
    said: MultiDict[str, str], topics: Sequence[Topic], site: Site, zone: str
) -> FollowForm:
    """Read what somebody filled in.

    Args:
        said: the fields.
        topics: that the public may know: whoever names another has chosen none.
        site: its languages.
        zone: that holds where none is given.
    """
    slugs = {ALL, *(topic.slug for topic in topics)}
    chosen = [slug for slug in said.getlist("topic") if slug in slugs]
    codes = [code for code in said.getlist("language") if code in site.languages.codes]
    form = FollowForm(
        tuple(dict.fromkeys(chosen)),
        tuple(dict.fromkeys(codes)),
        said.get("when", Frequency.INSTANT),
        said.get("texts", Wanted.ALL),
        said.get("zone", "").strip() or zone,
        said.get("email", "").strip(),
    )
    return with_mistakes(form, *_wrong(form))


def with_mistakes(form: FollowForm, *fields: str) -> FollowForm:
    """The form with what is wrong in it, in the order of its fields."""
    known = form.mistakes.keys() | set(fields)
    order = ("email", "topic", "language", "when", "texts", "zone")
    mistakes = {name: f"follow_mistake_{name}" for name in order if name in known}
    return replace(form, mistakes=mistakes)


def _wrong(form: FollowForm) -> Iterator[str]:
    """The fields that hold nothing, or what nobody could choose."""
    if not form.topics:
        yield "topic"
    if not form.languages:
        yield "language"
    if form.when not in list(Frequency):
        yield "when"
    if form.texts not in list(Wanted):
        yield "texts"
    try:
        zone_named(form.zone)
    except UnreadableTime:
        yield "zone"
