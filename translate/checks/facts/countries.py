"""Countries."""

from collections.abc import Iterator
from typing import ClassVar

from press.finding import Finding
from translate.checks.base import Passage, blocks, changed, listed, shown, spaced, warns
from translate.terms.lands import is_meant, lands, lands_in_order
from translate.terms.peoples import peoples
from translate.terms.placing import stands_in


class Countries:
    """Niger is not Nigeria, though Belgium's may be le Belge.

    One that is lost says nothing: languages say “the Dutch” and “the Netherlands” as they please.
    What tells is another in its place that the original does not speak of in any way, or the same
    ones in another order.
    """

    name: ClassVar[str] = "countries"

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Find a country that became another, or changed places with another."""
        source, said = spaced(passage.source), spaced(passage.said)
        before, after = (
            peoples(text, language) | lands(text, language)
            for text, language in (
                (source, passage.source_language),
                (said, passage.target_language),
            )
        )
        if not before or not after:
            return
        if before.keys() == after.keys():
            if says := _exchanged(source, said, passage):
                yield warns(self, says)
            return
        gone = _apart(before, after, said, passage.target_language)
        new = gone and _apart(after, before, source, passage.source_language)
        if gone and new:
            yield blocks(self, changed(listed(gone), listed(new)))


def _exchanged(source: str, said: str, passage: Passage) -> str:
    """That the same countries stand in another order, which languages seldom need; "" if not."""
    before = lands_in_order(source, passage.source_language)
    after = lands_in_order(said, passage.target_language)
    orders = [land for land, _ in before], [land for land, _ in after]
    if orders[0] == orders[1] or sorted(orders[0]) != sorted(orders[1]):
        return ""
    names = (shown(", ".join(words for _, words in those)) for those in (before, after))
    return "the original has {}, in this order; the translation {}".format(*names)


def _apart(these: dict[str, str], those: dict[str, str], text: str, language: str) -> list[str]:
    """The words for countries that a text does not have in any way."""
    return [
        words
        for land, words in these.items()
        if land not in those
        and not any(stands_in(text, way) for way in (words, f"{words}s"))  # Long Island
        and not is_meant(land, text, language)
    ]
