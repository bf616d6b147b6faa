"""Judging what an engine said: it is never trusted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from press.finding import Finding
from press.glossary import Term
from press.text import Kind, in_one_line
from translate.alignment.words import AlignedHypothesis, carried
from translate.checks import OF_A_SENTENCE, Passage, usable
from translate.checks.form.unsafe import brought_in
from translate.markup.inline import Fragment, seen
from translate.markup.joining import continued
from translate.markup.markdown import escaped, keeps_shape
from translate.markup.placeholders import reachable
from translate.markup.projection import EDGES, places
from translate.markup.structure import Line
from translate.markup.tags import with_tags
from translate.markup.whole import Whole
from translate.numbers.amounts import Amounts
from translate.numbers.mending import mended
from translate.terms.placing import enforced

_ENDS = ".!?…:;"


@dataclass(frozen=True, slots=True)
class TargetBlock:
    """What a block must be in the other language.

    Args:
        kind: of the block.
        amounts: reads its language and writes the other.
        terms: of the glossary, those that the block has.
    """

    kind: Kind
    amounts: Amounts
    terms: Sequence[Term] = ()

    def judged(
        self, source: str, said: str, fewer_than: int | None = None
    ) -> tuple[Finding, ...] | None:
        """What the checks say of some words and of what was made of them, both without marks.

        Args:
            source: the words.
            said: what was made of them.
            fewer_than: so many findings are too many; None for any number.

        Returns:
            None if it may not stand, or has too many.
        """
        languages = self.amounts.source, self.amounts.target
        passage = Passage(source, said, *languages, self.kind, None, self.terms)
        return usable(passage, OF_A_SENTENCE, fewer_than)


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """A sentence as it may stand.

    Args:
        markdown: the sentence.
        findings: what the checks say of it, nothing that makes it useless.
        score: how sure the engine was of it, if it says.
    """

    markdown: str
    findings: tuple[Finding, ...]
    score: float | None = None


def hypothesis_of(
    whole: Whole,
    raw: Line,
    hypothesis: AlignedHypothesis,
    wanted: TargetBlock,
    apart: Mapping[str, str],
    *,
    starts: bool,
    fewer_than: int | None = None,
) -> Hypothesis | None:
    """A sentence as an engine said it, or None if it may not stand, or another is as good.

    Args:
        whole: what was sent.
        raw: the sentence as it stands in its block.
        hypothesis: what came back.
        wanted: what it must be.
        apart: what came back for parts of it that were sent by themselves.
        starts: whether a line begins with it.
        fewer_than: findings that another hypothesis has; None for any number.
    """
    said = _completed(whole.words, hypothesis, wanted)
    if said is None:
        return None
    judged = wanted.judged(whole.words, said.text, fewer_than)
    if judged is None:
        return None
    text = _built(whole, raw, said, apart, starts=starts)
    return None if text is None else Hypothesis(text, judged, said.score)


def _built(
    whole: Whole, raw: Line, said: AlignedHypothesis, apart: Mapping[str, str], *, starts: bool
) -> str | None:
    """A sentence with its marks; None if a link cannot be placed, or anything else is not safe."""
    if said.text == whole.words:  # a name, or a word that both languages have
        return raw.text
    if not raw.marked:
        return whole.before + said.text + whole.after
    projected = places(whole, said, apart)
    needed = {tag: at for tag, at in projected.items() if not tag.may_go}
    if len(needed) < sum(not tag.may_go for tag in whole.tags):
        return None
    for known in (projected, needed):
        text = with_tags(said.text, known, starts=starts and not whole.before)
        if text is not None and keeps_shape(raw.text, whole.before + text + whole.after):
            return whole.before + text + whole.after
    return None


def _completed(
    words: str, hypothesis: AlignedHypothesis, wanted: TargetBlock
) -> AlignedHypothesis | None:
    """An answer in the target's habits, with the source's amounts and the glossary's terms."""
    text = _ended_like(words, in_one_line(hypothesis.text))
    if not _is_usable(words, text):
        return None
    said: AlignedHypothesis | None = carried(hypothesis, text)
    if said and not wanted.amounts.agree(words, text):
        said = mended(words, said, wanted.amounts)
    if said is None:
        return None
    rewritten = wanted.amounts.rewritten(words, said.text)
    said = carried(said, wanted.amounts.once(rewritten))
    termed = enforced(words, said, wanted.terms)
    return termed if wanted.amounts.agree(words, termed.text) else said


def accepted(piece: Fragment, answer: str, amounts: Amounts, *, starts: bool) -> str | None:
    """The engine's words for a part of a sentence as they may stand, or None if they may not.

    Args:
        piece: what was sent.
        answer: what came back.
        amounts: reads the language of what was sent and writes the other.
        starts: whether a line begins with it.
    """
    if answer == piece.words:
        return amounts.written(piece.raw)
    folded = in_one_line(answer)
    said = EDGES.sub("", folded)
    if brought_in(piece.words, folded):  # before its edges go, and half a tag with them
        return None
    if not _is_usable(piece.words, said) or not amounts.agree(piece.words, said):
        return None
    said = continued(amounts.rewritten(piece.words, said), piece.words, amounts.target)
    return escaped(said, starts) if piece.marked else said


def is_faithful(line: Line, said: str, amounts: Amounts) -> bool:
    """Whether a line came through with its amounts, addresses, telephones and markup unchanged."""
    if said == line.text:
        return True
    if reachable(line.text) != reachable(said):
        return False
    if not amounts.agree(seen(line), seen(Line(said, line.marked))):
        return False
    return not line.marked or keeps_shape(line.text, said)


def _is_usable(words: str, said: str) -> bool:
    """Whether an answer has words, not too many, and no address that nobody wrote."""
    has_words = any(letter.isalpha() for letter in said)
    return has_words and len(said) <= _longest(words) and not reachable(said)


def _longest(words: str) -> int:
    """Characters that an honest translation of some words may have; a model can run on and on."""
    return 60 + 4 * len(words)


def _ended_like(words: str, said: str) -> str:
    """A headline gets no full stop, and a sentence does not lose its own."""
    if words[-1].isalnum():
        return said.rstrip(" .")
    if said[-1:].isalnum() and words[-1] in _ENDS:
        return said + words[-1]
    return said
