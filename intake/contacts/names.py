"""Names of people, and what stands on one line with them."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from intake.characters.flat import low, set_of
from intake.contacts.labels import is_label, is_language, is_moment, is_note
from intake.contacts.vocabulary import (
    is_body,
    is_duty,
    is_for_press,
    is_for_some,
    is_heading,
    is_name_label,
    is_role,
    is_stand_in,
    is_thing,
    whom_to_call,
)

LONGEST = 100  # characters of a line that is a name, a role or part of an address
_PARTICLES = set_of(
    "al bin d da de del den der di dos du e el la le of s t te ten ter van von y zu"
)
# “Jane Doe, spokesperson”, “Jane Doe – spokesperson”, “Jane Doe (spokesperson)”.
_NAME_AND_ROLE = re.compile(r"([^,(:]+?)(?:,\s+|\s+[-–—]\s+|\s*\((?=.*\)$))(.+?)\)?")
# Any sign that no name has in it: “; – Jane Doe”, “> Jane Doe”, “"Jane Doe"”.
_APART = re.compile(r"[^\w\s.'’‑-]+|_+|--+|(?:^|(?<=\s))-+(?=\s|$)")
_SENTENCES = re.compile(r"(?:\.+ )+")
_TOGETHER = re.compile(r" (?:and|et|en|und|or|ou|of|oder)(?: |$)", re.IGNORECASE)
_FOR = re.compile(r"\b(?:of|for|to|the|de|du|des|la|le|van|voor|het|von|fur|der|den|dem)\b ?|[dl]'")
_LEAD = re.compile(r"([^:]+?)\s*:\s+(.+)")


def is_particle(word: str) -> bool:
    """Whether a word without a capital may be part of a name: `van`, `de`."""
    return low(word).strip(".") in _PARTICLES


@lru_cache(4096)
def is_person(words: str) -> bool:
    """Whether words look like the name of a person: two to six, with capitals."""
    if len(words) > LONGEST:
        return False
    said = re.split(r"[\s'’-]+", words.strip())
    if (
        " " not in words.strip()
        or not 2 <= len(said) <= 7
        or re.search(r"[^\w\s.,'’-]|[\d_]|,", words)
    ):
        return False
    has_case = all(not word[:1].islower() or is_particle(word) for word in said)
    is_other = is_body(words) or is_role(words) or is_heading(words)
    is_other = is_other or is_stand_in(words) or is_moment(words)
    return has_case and not is_other and not is_thing(words) and whom_to_call(words) == words


def is_title(words: str) -> bool:
    """Whether words say what somebody does, and not who: `Lead Spokesperson`."""
    said = words.split()[:6]
    names = (" ".join(said[:n]) for n in range(2, len(said)))
    return is_role(words) and not any(map(is_person, names)) and not titled(words)


def is_work(words: str) -> bool:
    """Whether words behind a name say what somebody does or where: `press service`.

    With a capital, it may as well be the service of what is named before it.
    """
    return is_role(words) or (words[0].islower() and is_body(words))


@lru_cache(4096)
def titled(words: str) -> Sequence[str]:
    """A role and a name behind it, with nothing between: `Head of Unit Jane Doe`; or nothing."""
    if len(words) > LONGEST or not is_role(words):
        return ()
    for gap in re.finditer(r" (?=[^\W\d_a-z])", words):
        role, name = words[: gap.start()], words[gap.end() :]
        if is_role(role) and is_person(name):
            return (role, name)
    return ()


def hides_person(words: str) -> bool:
    """Whether a person stands behind a colon, and so who it is: `Photos: Jane Doe`."""
    lead = _LEAD.fullmatch(words)
    return lead is not None and _begins_with_person(lead[2])


def is_for_somebody(role: str) -> bool:
    """Whether a role says for whom it is done: what follows `Spokesperson of Minister` is a name.

    For a unit, as in `Head of Unit`, it is done for nobody whose name could follow.
    """
    *said, whom = re.split(_FOR, low(role))
    return bool(said) and (not is_body(whom) or whom.startswith("ministre"))


@lru_cache(4096)
def parts_of(words: str) -> Sequence[str]:
    """Name and role on one line, apart; anything else stays as it is."""
    if len(words) > LONGEST:
        return [words]
    asked = whom_to_call(words)
    if asked != words and (is_body(asked) or _begins_with_person(asked)):
        return parts_of(asked)
    if (lead := _LEAD.fullmatch(words)) and (parts := _led(lead[1], lead[2])):
        return parts
    both = _NAME_AND_ROLE.fullmatch(words)
    is_whole = both is not None and "(" in f"{both[2].partition(')')[0]}" + "(" * (
        ")" not in both[2]
    )
    if both and is_whole and is_person(both[1]) and (is_work(both[2]) or is_language(both[2])):
        name, role = both.groups()
        return [name, role + ")" * (role.count("(") > role.count(")"))]
    return _announced(words) or _name_and_role(words) or [words]


def _led(lead: str, words: str) -> Sequence[str]:
    """What stands before a colon and behind it, apart, where the first leads to a contact."""
    named = _begins_with_person(words)
    if (named and is_for_press(lead)) or ((named or is_role(words)) and is_name_label(lead)):
        return parts_of(words)
    if is_role(lead) or is_heading(lead):
        return [lead, *parts_of(words)]
    is_known = is_body(lead) or is_for_some(lead) or is_stand_in(lead) or is_moment(lead)
    if not named or not is_known:
        return []
    parts = parts_of(words)
    return [lead, *(parts if is_person(parts[0]) else words.split(", ", 1))]


def _begins_with_person(words: str) -> bool:
    return is_person(re.split(r", | \(", words)[0])


def _announced(words: str) -> Sequence[str]:
    """What announces a contact and its name with no colon between: `Please call Jane Doe`."""
    for gap in re.finditer(r" (?=[^\W\d_a-z])", words):
        announced, name = words[: gap.start()], words[gap.end() :]
        if _begins_with_person(name):
            return [announced, *parts_of(name)] if is_heading(announced) else []
    return []


def _name_and_role(words: str) -> Sequence[str]:
    """A name and a role with nothing between them but its small letter: `Jane Doe chef`."""
    said = words.split()
    small = next((n for n, word in enumerate(said) if word[0].islower() and n > 1), 0)
    name, role = " ".join(said[:small]), " ".join(said[small:])
    is_near = is_role(" ".join(said[small : small + 2]))
    return [name, role] if small and is_person(name) and is_near else []


def people_in(words: str) -> frozenset[str]:
    """All that looks like the name of somebody in words, wherever it stands: `Deputy: Jane Doe`.

    Whom a role is done for is no contact: `spokesperson of Minister Jane Doe`.
    """
    found = set[str]()
    for said in _apart(words):
        together = list(filter(None, map(str.strip, _TOGETHER.split(said))))
        several, both = list(filter(_is_somebody, together)), titled(said)
        if len(several) > 1 or (several and several == together):
            found.update(several)
        elif both and not is_for_somebody(both[0]):
            found.add(both[1])
        elif _is_somebody(said):
            found.add(said)
    return frozenset(map(low, found))


def last_of(words: str) -> str:
    """The name that unknown words end with: `Jane Doe` of `after 5 pm Jane Doe`; or nothing."""
    if len(words) > LONGEST:
        return ""
    gaps = re.finditer(r" (?=[^\W\d_a-z])", words)
    return next(filter(is_person, (words[gap.end() :] for gap in gaps)), "")


def _apart(words: str) -> Iterator[str]:
    """What signs keep apart in words; what ends in a full stop, where it may not abbreviate."""
    for said in map(str.strip, _APART.split(words)):
        yield said
        sentences = _SENTENCES.split(said)
        if len(sentences) > 1 and not _is_somebody(said):
            yield from sentences


def _is_somebody(words: str) -> bool:
    tests = (is_note, is_label, is_language, is_duty)
    return is_person(words) and not any(test(words) for test in tests)
