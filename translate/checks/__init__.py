"""What can be said of a translation without reading it."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from press.finding import Finding, Severity
from press.glossary import Term
from press.text import PLAIN, WORDLESS, Block
from translate.checks.base import Check, Passage
from translate.checks.facts.acronyms import Acronyms
from translate.checks.facts.addresses import Addresses
from translate.checks.facts.countries import Countries
from translate.checks.facts.glossary import GlossaryTerms
from translate.checks.facts.minus import Minus
from translate.checks.facts.months import Months
from translate.checks.facts.names import KeptNames
from translate.checks.facts.negation import Negation
from translate.checks.facts.number_words import NumberWords
from translate.checks.facts.numbers import Numbers
from translate.checks.facts.ordinals import Ordinals
from translate.checks.facts.quotations import Quotations
from translate.checks.facts.units import Units
from translate.checks.facts.weekdays import Weekdays
from translate.checks.facts.zones import Zones
from translate.checks.form.codes import Codes
from translate.checks.form.emoji import Emoji
from translate.checks.form.ending import Ending
from translate.checks.form.french import FrenchSpacing
from translate.checks.form.language import WrongLanguage
from translate.checks.form.letters import Letters
from translate.checks.form.links import Links
from translate.checks.form.markup import Markup
from translate.checks.form.title import TitleLength
from translate.checks.form.unsafe import Unsafe
from translate.checks.words.empty import Empty
from translate.checks.words.left import LeftWords
from translate.checks.words.length import Length
from translate.checks.words.repetition import Repetition
from translate.checks.words.sentences import SentenceCount
from translate.checks.words.untranslated import Untranslated
from translate.markup.markdown import visible

CHECKS: tuple[Check, ...] = (
    Empty(),
    Unsafe(),
    Letters(),
    Emoji(),
    Codes(),
    Links(),
    Addresses(),
    Markup(),
    Numbers(),
    NumberWords(),
    Units(),
    Minus(),
    Ordinals(),
    Weekdays(),
    Months(),
    Zones(),
    Acronyms(),
    Countries(),
    Untranslated(),
    LeftWords(),
    WrongLanguage(),
    Repetition(),
    Length(),
    SentenceCount(),
    Negation(),
    KeptNames(),
    GlossaryTerms(),
    Quotations(),
    Ending(),
    FrenchSpacing(),
    TitleLength(),
)
# What is asked of a sentence by itself, and worth asking the engine again for; the others look at
# structure, at what is set right only in the whole block, or at what other hypotheses seldom mend.
# First those that find most for what they cost: the first is often the last that is asked.
OF_A_SENTENCE: tuple[Check, ...] = tuple(
    check
    for check in sorted(CHECKS, key=lambda c: not isinstance(c, Length | Negation | Acronyms))
    if not isinstance(
        check, Links | Markup | WrongLanguage | SentenceCount | Quotations | FrenchSpacing
    )
)
# What the checks of facts doubt, the words of the rough model that ships are not believed in.
OF_FACTS = frozenset(
    check.name for check in CHECKS if type(check).__module__.startswith("translate.checks.facts")
)
# What looks at more than words: at the kind of a block, or at its marks.
OF_FORM = tuple(
    c for c in CHECKS if isinstance(c, Unsafe | Links | Markup | LeftWords | TitleLength)
)
# A sentence with two words left is more use to an editor than the original's; it waits for one.
_OF_USE = {LeftWords.name}


def findings(passage: Passage, checks: Iterable[Check] = CHECKS) -> tuple[Finding, ...]:
    """All that checks have to say of a passage."""
    return tuple(found for check in checks for found in check.find(passage))


def usable(
    passage: Passage, checks: Iterable[Check], fewer_than: int | None = None
) -> tuple[Finding, ...] | None:
    """What checks have to say of a sentence; None, as soon as it is known, where it is no use.

    Args:
        passage: the sentence.
        checks: what is looked at, one after the other.
        fewer_than: so many findings are too many; None for any number.
    """
    found: tuple[Finding, ...] = ()
    for check in checks:
        new = tuple(check.find(passage))
        found += new
        if is_useless(new) or (fewer_than is not None and len(found) >= fewer_than):
            return None
    return found


def block_findings(
    source: Block,
    said: Block,
    languages: tuple[str, str],
    terms: Sequence[Term] = (),
    left: Sequence[str] = (),
) -> tuple[Finding, ...]:
    """All that the checks have to say of a block in another language, whoever wrote it.

    Args:
        source: the block.
        said: the same in the other language.
        languages: codes of the two.
        terms: the glossary.
        left: sentences that are known to stay in the source language, which are not looked at.
    """
    if source.kind in WORDLESS:
        return ()
    is_plain = source.kind in PLAIN
    texts = source.markdown, said.markdown
    before, after = texts if is_plain else (visible(text) for text in texts)
    for sentence in left:
        before, after = (text.replace(sentence, "", 1) for text in (before, after))
    markdown = None if is_plain else texts
    passage = Passage(before, after, *languages, source.kind, markdown, terms)
    return findings(passage) if terms else _in_order(passage)


def _in_order(passage: Passage) -> tuple[Finding, ...]:
    """All that checks have to say of a passage, those of words asked once for several kinds."""
    words = (passage.source, passage.said, passage.source_language, passage.target_language)
    of_words = iter(_of_words(*words))
    return tuple(
        found
        for check in CHECKS
        for found in (check.find(passage) if check in OF_FORM else next(of_words))
    )


@lru_cache(4)  # a memory from outside has each sentence as paragraph, headline and summary
def _of_words(
    source: str, said: str, source_language: str, target_language: str
) -> tuple[tuple[Finding, ...], ...]:
    """What each check that looks at words alone has to say, in their order."""
    passage = Passage(source, said, source_language, target_language)
    return tuple(tuple(check.find(passage)) for check in CHECKS if check not in OF_FORM)


def is_blocked(found: Iterable[Finding]) -> bool:
    """Whether a text with these findings waits for an editor."""
    return any(finding.severity is Severity.BLOCKS for finding in found)


def is_useless(found: Iterable[Finding]) -> bool:
    """Whether a sentence with these findings is worse than the original's."""
    return is_blocked(finding for finding in found if finding.check not in _OF_USE)


__all__ = [
    "CHECKS",
    "OF_A_SENTENCE",
    "OF_FORM",
    "Check",
    "Passage",
    "block_findings",
    "findings",
    "is_blocked",
    "is_useless",
    "usable",
]
