"""Terms of the glossary."""

from collections.abc import Iterator
from typing import ClassVar

from press.finding import Finding
from translate.checks.base import Passage, warns
from translate.terms.placing import Person, stands_in, wanted


class GlossaryTerms:
    """A term is said as the glossary wants it."""

    name: ClassVar[str] = "glossary"

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Find terms that are said otherwise."""
        languages = passage.source_language, passage.target_language
        for term in wanted(passage.terms, passage.source, *languages):
            if isinstance(term, Person):  # `names` looks after them
                continue
            if not stands_in(passage.said, term.translation, exact_case=term.exact_case):
                says = f"the original has “{term.term}”; the translation does not say"
                yield warns(self, f"{says} “{term.translation}”")
