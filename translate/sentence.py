"""A sentence on its way through the engine: asked about whole, and in parts if it must be."""

from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum
from math import log

from translate.alignment.words import together
from translate.asking import Ask, Asking
from translate.judging import Hypothesis, TargetBlock, accepted, hypothesis_of
from translate.markup.inline import Fragment, Parts, Span, cut
from translate.markup.markdown import visible
from translate.markup.structure import Line
from translate.markup.whole import whole

# What a model misreads, it misreads in every hypothesis: of 103 sentences 3 came out better.
_LASTING = {"names", "number-words"}


class Step(IntEnum):
    """How a sentence is asked about, each way only where the one before will not do."""

    WHOLE = 1  # the sentence
    OTHERS = 2  # the sentence, in other hypotheses
    APART = 3  # cut at what is protected
    NARROW = 4  # cut at amounts too


class Sentence:
    """One sentence and what is known of it in the other language.

    Args:
        spans: the sentence.
        marked: whether it is Markdown.
        wanted: what it must be.
        starts: whether a line begins with it.
    """

    def __init__(
        self, spans: Sequence[Span], marked: bool, wanted: TargetBlock, *, starts: bool
    ) -> None:
        self.raw = Line("".join(span.text for span in spans), marked)
        self._wanted = wanted
        self._starts = starts
        self._parts = cut(spans, marked, wanted.amounts, wanted.terms)
        is_asked = any(isinstance(part, Fragment) for part in self._parts)
        self._whole = whole(spans, marked, starts=starts) if is_asked else None
        if self._whole and not self._whole.tags:
            self._parts = self._narrowed(self._parts, {})
        self._best: Hypothesis | None = None
        self._judged = set[tuple[str, int]]()  # hypotheses; among others the first comes again
        self._finished: str | None = None
        self._is_finished = False

    def asks(self, step: Step) -> Iterator[Ask]:
        """What the engine must be asked now."""
        if self._whole and step <= Step.OTHERS:
            if not self._is_clean():
                needs_weights = bool(self._whole.tags or self._wanted.terms)
                yield Ask(self._whole.words, needs_weights, step is Step.OTHERS)
        elif self._best is None:
            yield from (Ask(part.words) for part in self._parts if isinstance(part, Fragment))

    def hear(self, step: Step, asking: Asking) -> None:
        """Take what the engine said."""
        if step <= Step.OTHERS or self._best is None:
            self._choose(asking)
        if self._best is None and step is Step.APART:
            self._parts = self._narrowed(self._parts, self._apart(asking))

    def finish(self, asking: Asking) -> str | None:
        """The sentence in the other language; None if it must stay as it is.

        Once every step is done: it is put together and judged the first time, and then known.
        """
        if self._best:
            return self._best.markdown
        if not self._is_finished:
            self._finished, self._is_finished = self._together(asking), True
        return self._finished

    def _together(self, asking: Asking) -> str | None:
        """What the parts make when they are put together."""
        said, answers = "", self._apart(asking)
        for part in self._parts:
            words = part if isinstance(part, str) else self._words(part, answers, not said)
            if words is None:
                return None
            said += words
        said = self._wanted.amounts.once(said)
        if not any(isinstance(part, Fragment) for part in self._parts):
            return said
        judged = self._wanted.judged(self.seen(self.raw.text), self.seen(said))
        return None if judged is None else said

    def score(self, asking: Asking) -> float | None:
        """How far what was made of it can be trusted: how sure the engine was, and its length.

        Words that an engine drops it was never unsure of. So what has half the letters of its
        source is given half the trust.
        """
        said = self.finish(asking)
        sure = self._best.score if self._best else self._sure(asking)
        if said is None or sure is None:
            return None
        before, after = (len(self.seen(text)) for text in (self.raw.text, said))
        return sure + min(0.0, log(max(1, after) / max(1, before)))

    def _sure(self, asking: Asking) -> float | None:
        """How sure the engine was of the parts that it was cut into."""
        pieces = [part.words for part in self._parts if isinstance(part, Fragment)]
        return together(asking.said(words)[0] for words in pieces if asking.said(words))

    def seen(self, text: str) -> str:
        """The words of it, or of what was made of it, without marks."""
        return visible(text).strip() if self.raw.marked else text

    def _is_clean(self) -> bool:
        """Whether other hypotheses need not be asked for."""
        return self._best is not None and all(
            finding.check in _LASTING for finding in self._best.findings
        )

    def _choose(self, asking: Asking) -> None:
        """Keep the hypothesis against which the least is to be said."""
        if self._whole is None or self._is_clean():
            return
        apart = self._apart(asking)
        for hypothesis in asking.said(self._whole.words):
            known = hypothesis.text, len(apart)  # what parts were called places a link
            if known in self._judged:
                continue
            self._judged.add(known)
            new = hypothesis_of(
                self._whole,
                self.raw,
                hypothesis,
                self._wanted,
                apart,
                starts=self._starts,
                fewer_than=len(self._best.findings) if self._best else None,
            )
            self._best = new or self._best

    def _apart(self, asking: Asking) -> dict[str, str]:
        """What the engine said to the parts."""
        pieces = [part.words for part in self._parts if isinstance(part, Fragment)]
        return {words: said[0].text for words in pieces if (said := asking.said(words))}

    def _narrowed(self, parts: Parts, answers: Mapping[str, str]) -> Parts:
        return [new for part in parts for new in self._narrow(part, answers)]

    def _narrow(self, part: str | Fragment, answers: Mapping[str, str]) -> Parts:
        if isinstance(part, str) or self._words(part, answers, starts=False) is not None:
            return [part]
        around = part.around_amounts(self._wanted.amounts)
        return around if len(around) > 1 else part.halves()

    def _words(self, piece: Fragment, answers: Mapping[str, str], starts: bool) -> str | None:
        answer = answers.get(piece.words)
        if answer is None:
            return None
        return accepted(piece, answer, self._wanted.amounts, starts=starts)
