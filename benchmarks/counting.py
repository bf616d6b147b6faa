"""What one way of translating got right, counted with the readers that our checks have."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from press.finding import Severity
from press.glossary import Term
from translate.checks import Check, Passage
from translate.checks.facts.names import KeptNames
from translate.checks.facts.numbers import Numbers
from translate.markup.markdown import escaped
from translate.numbers.values import values
from translate.terms.people import people
from translate.translating import Made

# What is counted, in the order in which it is printed.
COUNTED = ("numbers", "times", "names", "links", "placed", "terms")
_TIME = re.compile(
    r"\b\d{1,2}[:.]\d\d\b(?![.,]?\d| ?%)|\b\d{1,2} ?[ap]\.?m\b|\b(noon|midnight)\b", re.I
)
_NAME = re.compile(r"(?<!^)(?<=[a-z,] )[A-Z][a-z]{3,}(?![\w-])")
_LINK = re.compile(r"\[([^\[\]]*)\]\((https://example\.org/[^\s()]*)\)")


@dataclass(slots=True)
class Score:
    """What one way of translating did.

    Args:
        words: its translations, without marks.
        flagged: how many of them wait for an editor, for how many a look is advised, and how many
            the engine was unsure of.
        counts: of what was right, of what was wrong and waits for an editor, of what there was.
        left: sentences that stay in the original's language.
    """

    words: list[str] = field(default_factory=list)
    flagged: Counter[str] = field(default_factory=Counter)
    counts: Counter[str] = field(default_factory=Counter)
    left: int = 0

    def count(self, what: str, *, right: bool, flagged: bool = False) -> None:
        """Count one thing that there was."""
        self.counts[what] += 1
        self.counts[f"{what} right"] += right
        self.counts[f"{what} flagged"] += flagged and not right

    def flag(self, made: Made) -> None:
        """Count what is said against a block."""
        severities = {finding.severity for finding in made.findings}
        self.left += made.kept
        for severity in Severity:
            if severity in severities:
                self.flagged[severity] += 1
                break


def count_facts(score: Score, text: str, said: str, target: str, found: set[str]) -> None:
    """Numbers, times and people of a sentence; `found` are the checks that spoke against it."""
    if values(text, "en") or _TIME.search(text):
        right = _passes(Numbers(), text, said, target)
        flagged = bool(found & {"numbers", "untranslated"})
        score.count("numbers", right=right, flagged=flagged)
        if _TIME.search(text):
            score.count("times", right=right, flagged=flagged)
    if list(people(text, "en")):
        right = _passes(KeptNames(), text, said, target)
        score.count("names", right=right, flagged=bool(found & {"names", "untranslated"}))


def _passes(check: Check, text: str, said: str, target: str) -> bool:
    return not list(check.find(Passage(text, said, "en", target)))


def shared_name(pair: tuple[str, str]) -> str:
    """A name in the middle of a sentence that is the same word in both, once."""
    for match in _NAME.finditer(pair[0]):
        if all(len(re.findall(rf"\b{match[0]}\b", text)) == 1 for text in pair):
            return match[0]
    return ""


def linked(text: str, name: str, number: int) -> str:
    """A sentence with a link on its name, as Markdown."""
    safe = escaped(text, starts=True)
    return safe.replace(name, f"[{name}](https://example.org/{number})") if name else safe


def terms(known: Sequence[tuple[str, str]], target: str) -> list[Term]:
    """A glossary of the names that stand in both languages."""
    names = dict.fromkeys(filter(None, map(shared_name, known)))
    return [Term("en", target, name, name, exact_case=True) for name in names]


def count_link(score: Score, markdown: str, name: str, number: int, *, flagged: bool) -> None:
    """Whether a link leads where it led, and stands on its name where the engine said the name."""
    found = [m[1] for m in _LINK.finditer(markdown) if m[2].endswith(f"/{number}")]
    score.count("links", right=len(found) == 1, flagged=flagged)
    if len(re.findall(rf"\b{name}\b", _LINK.sub(r"\1", markdown))) == 1:
        score.count("placed", right=found == [name], flagged=flagged)


def count_term(score: Score, said: str, name: str, *, flagged: bool) -> None:
    """Whether a name of the glossary stands there."""
    right = re.search(rf"\b{name}\b", said) is not None
    score.count("terms", right=right, flagged=flagged)
