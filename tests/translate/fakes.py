"""Engines written by hand: one that agrees with everything, and some that cannot be trusted."""

from collections.abc import Callable, Sequence
from random import Random

from translate.alignment.words import AlignedHypothesis

INJECTIONS = (
    "",
    " ",
    "...",
    "<script>alert(1)</script>",
    "[click](https://evil.example/)",
    "![x](https://evil.example/x.png)",
    "<b>now</b> and &lt;script&gt;",
    "call +999 2 999 99 99 or mail evil@example.com",
    "https://evil.example/page",
    "# a heading",
    "- an item",
    "1. an item",
    "> a quote",
    "*all* _of_ `this` ~~here~~",
    "| a | cell |",
    "99 balloons on 15 March 1999",
    "line\nbreak\n\n---\n\nand \x00\x0b more",
    "``` fence",
    "words with _marks* and a \\ at the end\\",
)


class Engine:
    """Answers each sentence by a function, and keeps what it was sent.

    Args:
        answer: what it says to a sentence.
    """

    name = "fake en-fr 1"

    def __init__(self, answer: Callable[[str], str]) -> None:
        self.answer = answer
        self.calls: list[list[str]] = []

    @property
    def sent(self) -> list[str]:
        return [sentence for call in self.calls for sentence in call]

    def translate(self, sentences: Sequence[str]) -> list[str]:
        self.calls.append(list(sentences))
        return [self.answer(sentence) for sentence in sentences]


def echo() -> Engine:
    return Engine(lambda sentence: sentence)


def loud() -> Engine:
    """Translates as a good engine would: every word changes, nothing else does."""
    return Engine(str.upper)


def saying(words: str) -> Engine:
    return Engine(lambda _: words)


def unruly(random: Random) -> Engine:
    """Drops words, shuffles them, changes digits, brings in markup and addresses."""

    def answer(sentence: str) -> str:
        words = sentence.split()
        random.shuffle(words)
        words = words[: random.randint(0, len(words))]
        words += random.choices(INJECTIONS, k=random.randint(0, 2))
        return "".join(word + random.choice((" ", " ", " ", "")) for word in words)

    return Engine(answer)


class Aligned(Engine):
    """An engine that also tells which words came from which, and has other hypotheses.

    Args:
        answers: what it says to a sentence, the best first, each with its weights.
    """

    def __init__(self, answers: Callable[[str], list[AlignedHypothesis]]) -> None:
        super().__init__(lambda sentence: answers(sentence)[0].text)
        self.answers = answers
        self.others: list[str] = []

    def hypotheses(self, sentences: Sequence[str], count: int) -> list[list[AlignedHypothesis]]:
        self.others += sentences if count > 1 else []
        self.sent.extend(sentences)
        return [self.answers(sentence)[:count] for sentence in sentences]


def word_by_word(said: str, order: Sequence[int], words: int) -> AlignedHypothesis:
    """A hypothesis of which each word came from one of the source's, counted from 0.

    Args:
        said: the words.
        order: for each of them, which of the source's; -1 for none.
        words: how many the source has.
    """
    rows = tuple(tuple(float(n == source) for n in range(words)) for source in order)
    return AlignedHypothesis(said, rows)


def unruly_aligned(random: Random) -> Aligned:
    """As unruly, with several hypotheses and weights that may be anything."""
    engine = unruly(random)

    def answers(sentence: str) -> list[AlignedHypothesis]:
        found = []
        for _ in range(3):
            said = random.choice((engine.answer(sentence), sentence.upper()))
            width = len(sentence.split()) + random.randint(-1, 1)
            rows = (tuple(random.random() for _ in range(width)) for _ in said.split())
            found.append(AlignedHypothesis(said, tuple(rows)))
        return found

    return Aligned(answers)
