"""People who do not exist, and the ways in which press offices say how to reach them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

from press.contact import Contact

FIRST = (
    "Ann",
    "Lea",
    "Jean-Pierre",
    "Nabila",
    "Łukasz",
    "Éva",
    "Erika",
    "Tom",
    "Dr. Max",
    "Øyvind",
)
LAST = ("Example", "Muster", "van den Voorbeeld", "MUSTERMANN", "d’Exemple", "Doe-Roe", "O’Sample")
ROLES = (
    "spokesperson",
    "Press officer",
    "Lead Spokesperson",
    "porte-parole de la ministre",
    "porte-parole francophone",
    "woordvoerster",
    "Pressesprecherin",
    "Attaché de presse",
)
NUMBERS = (
    "+32 2 555 {0} {1}",
    "+32 (0)478 55 {0} {1}",
    "0475/55.{0}.{1}",
    "(0611) 75-{0}{1}",
    "030 / 55 17-{0} {1}",
    "070 - 555 {0} {1}",
    "06-5550{0}{1}",
    "+1 917 555 {0}{1}",
    "0032 2 555 {0} {1}",
    "02 555 {0} {1} ext. 12",
    "02 555 {0} {1} (WhatsApp)",
    "+41 22 555 {0} {1} (weekends only)",
)


@dataclass(frozen=True)
class Someone:
    """A person and everything by which they can be reached."""

    name: str
    role: str
    phones: tuple[str, ...]
    email: str

    @property
    def titled(self) -> str:
        return f"{self.name}, {self.role}" if self.role else self.name

    @property
    def reach(self) -> list[str]:
        return [*self.phones, *([self.email] if self.email else [])]


@st.composite
def some_people(draw: st.DrawFn, fewest: int = 1) -> tuple[Someone, ...]:
    """A few people, none of whose numbers and names are another's."""
    firsts = draw(_FIRSTS[fewest])
    # A prime number of figures, so that none comes twice whatever the stride is.
    start, stride = draw(_PLACES), draw(_STRIDES)
    figures = (10 + (start + stride * n) % _FIGURES for n in range(_FIGURES))
    return tuple(_someone(draw, first, figures) for first in firsts)


_FIGURES = 89
_PLACES, _STRIDES = st.integers(0, _FIGURES - 1), st.integers(1, _FIGURES - 1)
_FIRSTS = [st.lists(st.sampled_from(FIRST), min_size=n, max_size=4, unique=True) for n in range(5)]
_SHAPES = st.lists(st.sampled_from(NUMBERS), min_size=1, max_size=3)
_LASTS, _ROLES, _HAS_EMAIL = st.sampled_from(LAST), st.sampled_from(("", *ROLES)), st.booleans()


def _someone(draw: st.DrawFn, first: str, figures: Iterator[int]) -> Someone:
    shapes = draw(_SHAPES)
    phones = tuple(shape.format(f"{next(figures):02d}", f"{next(figures):02d}") for shape in shapes)
    last = draw(_LASTS)
    email = f"press{next(figures)}@samples.example" if draw(_HAS_EMAIL) else ""
    return Someone(f"{first} {last}", draw(_ROLES), phones, email)


def a_card(people: Sequence[Someone]) -> str:
    return "\n\n".join(_stacked(one) for one in people)


def cards_without_blank_lines(people: Sequence[Someone]) -> str:
    return "\n".join(_stacked(one) for one in people)


def _stacked(one: Someone) -> str:
    return "\n".join(filter(None, [one.name, one.role, *one.reach]))


def a_line_each(people: Sequence[Someone]) -> str:
    return "\n".join(", ".join([one.titled, *one.reach]) for one in people)


def dashes(people: Sequence[Someone]) -> str:
    return "\n".join(" – ".join([one.titled, *one.reach]) for one in people)


def one_line(people: Sequence[Someone]) -> str:
    return "; ".join(", ".join([one.titled, *one.reach]) for one in people)


def commas(people: Sequence[Someone]) -> str:
    return ", ".join(", ".join([one.titled, *one.reach]) for one in people)


def announced(people: Sequence[Someone]) -> str:
    return f"For further information, please call: {one_line(people)}"


def brackets(people: Sequence[Someone]) -> str:
    return "\n".join(f"{one.titled} ({'; '.join(map(bare, one.reach))})" for one in people)


def brackets_in_a_line(people: Sequence[Someone]) -> str:
    return ", ".join(f"{one.titled} ({'; '.join(map(bare, one.reach))})" for one in people)


def bare(number: str) -> str:
    """No bracket in a bracket; the number stays one."""
    return (
        number.replace(" (WhatsApp)", "").replace(" (weekends only)", "").replace("(0611)", "0611")
    )


def labels(people: Sequence[Someone]) -> str:
    signs = ("T: ", "M: ", "Tel. ")
    numbers = [
        " | ".join(sign + n for sign, n in zip(signs, one.phones, strict=False)) for one in people
    ]
    mails = [f"\nE-mail: {one.email.replace('@', '(at)')}" if one.email else "" for one in people]
    lines = zip(people, numbers, mails, strict=True)
    return "\n\n".join(f"{one.titled}\n{number}{mail}" for one, number, mail in lines)


def roles_first(people: Sequence[Someone]) -> str:
    return "\n".join(
        f"{one.role or 'Woordvoerder'}: {', '.join([one.name, *one.reach])}" for one in people
    )


def languages(people: Sequence[Someone]) -> str:
    said = ("NL", "FR/EN", "francophone", "Deutsch")
    return "\n".join(
        f"{one.name} ({tongue}) : {' - '.join(one.reach)}"
        for one, tongue in zip(people, said, strict=False)
    )


def markdown(people: Sequence[Someone]) -> str:
    return "\n\n".join(_marked(one) for one in people)


def _marked(one: Someone) -> str:
    mail = f"[{one.email}](mailto:{one.email})"
    numbers = [f"[{phone}](tel:+3225550100)" for phone in one.phones if "(" not in phone]
    numbers += [phone for phone in one.phones if "(" in phone]
    role = [f"*{one.role}*"] if one.role else []
    return "\\\n".join([f"**{one.name}**", *role, *numbers, *([mail] if one.email else [])])


def a_table(people: Sequence[Someone]) -> str:
    rows = [
        f"| {one.name} | {one.role} | {'; '.join(one.phones)} | {one.email} |" for one in people
    ]
    return "\n".join(["| Name | Role | Phone | E-mail |", "|---|---|---|---|", *rows])


def tabs(people: Sequence[Someone]) -> str:
    rows = ["\t".join([one.name, one.role, "; ".join(one.phones), one.email]) for one in people]
    return "\n".join(["Nom\tFonction\tTéléphone\tCourriel", *rows])


def cells(people: Sequence[Someone]) -> str:
    rows = [f"| {one.name}; {one.role} | {'; '.join(one.reach)} |" for one in people]
    return "\n".join(["|  |  |", "| --- | --- |", *rows])


def columns(people: Sequence[Someone]) -> str:
    rows = zip(
        *[(one.name, one.role or "press", "; ".join(one.reach)) for one in people], strict=True
    )
    return "\n".join(["|  " * len(people) + "|", *(f"| {' | '.join(row)} |" for row in rows)])


def slashes(people: Sequence[Someone]) -> str:
    return " / ".join(", ".join([one.titled, *one.reach]) for one in people)


def roles_before_in_a_line(people: Sequence[Someone]) -> str:
    said = [f"{one.role or 'Woordvoerder'}: {one.name}, {', '.join(one.reach)}" for one in people]
    return "; ".join(said)


def for_the_press(people: Sequence[Someone]) -> str:
    return "\n".join(f"Presse: {', '.join([one.titled, *one.reach])}" for one in people)


def asked(people: Sequence[Someone]) -> str:
    return "\n".join(f"Rufen Sie {one.name} an: {', '.join(one.reach)}" for one in people)


SHAPES = (
    cells,
    slashes,
    roles_before_in_a_line,
    for_the_press,
    asked,
    a_card,
    cards_without_blank_lines,
    a_line_each,
    dashes,
    one_line,
    commas,
    announced,
    brackets,
    brackets_in_a_line,
    labels,
    roles_first,
    languages,
    markdown,
    a_table,
    tabs,
)


def numbers_first(people: Sequence[Someone]) -> str:
    return "\n".join(f"{', '.join(one.reach)}, {one.titled}" for one in people)


def numbers_above(people: Sequence[Someone]) -> str:
    return "\n".join("\n".join([*one.reach, one.name]) for one in people)


def numbers_far_above(people: Sequence[Someone]) -> str:
    return "\n\n".join("\n\n".join([*one.reach, one.name]) for one in people)


def numbers_before_in_a_line(people: Sequence[Someone]) -> str:
    return "; ".join(f"{' / '.join(one.reach)} {one.name}" for one in people)


def first_names(people: Sequence[Someone]) -> str:
    head, *rest = people
    lines = [f"{one.name.split()[0]}: {', '.join(one.reach)}" for one in rest]
    return "\n".join([_stacked(head), *lines])


def first_names_above(people: Sequence[Someone]) -> str:
    head, *rest = people
    return "\n".join([_stacked(head), *("\n".join([o.name.split()[0], *o.reach]) for o in rest)])


def roles_glued(people: Sequence[Someone]) -> str:
    return "\n".join("\n".join([f"{o.name} {o.role}".strip(), *o.reach]) for o in people)


def roles_behind(people: Sequence[Someone]) -> str:
    said = (f"{one.name}: {' / '.join(one.reach)}, {one.role or 'press'}" for one in people)
    return " / ".join(said)


def names_before_all_numbers(people: Sequence[Someone]) -> str:
    numbers = " / ".join(way for one in people for way in one.reach)
    return f"{' / '.join(one.titled for one in people)}, {numbers}"


def unknown_leads(people: Sequence[Someone]) -> str:
    leads = ("Press", "Photos", "Besuche", "Visites")
    rows = zip(leads, people, strict=False)
    return "\n".join(f"{lead}: {', '.join([one.name, *one.reach])}" for lead, one in rows)


# Ways in which it is hard to tell whose a number is.
MISLEADING = (
    roles_behind,
    names_before_all_numbers,
    unknown_leads,
    columns,
    numbers_first,
    numbers_above,
    numbers_far_above,
    numbers_before_in_a_line,
    first_names,
    first_names_above,
    roles_glued,
)


def reached(contact: Contact) -> set[str]:
    return {*map(bare, contact.phones), *contact.emails}
