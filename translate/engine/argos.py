"""The offline engine: Argos packages on CTranslate2, whole batches at a time.

Importing this module brings the engine into memory: only the process that translates does so.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from weakref import WeakValueDictionary

import ctranslate2

from press.errors import PackageRefused
from translate.alignment.words import AlignedHypothesis, together
from translate.engine.attention import by_words
from translate.engine.pivot import Pivot, name_of, route
from translate.engine.protocol import Scoring
from translate.engine.tokens import LONGEST, Tokens
from translate.markup.joining import joined
from translate.packages import checksums
from translate.packages.installing import Installed
from translate.packages.marks import mark_of

LONGEST_ANSWER = 2 * LONGEST  # tokens
# A weak model can repeat itself to the end; no honest answer is this many times as long.
RUNNING_ON = 3
BATCH = 512  # tokens
DECODING: dict[str, Any] = {
    "beam_size": 2,
    "repetition_penalty": 1.1,  # mild: a weak model repeats itself without, a name may recur
    "max_input_length": 0,  # never cut what we have not cut ourselves
    "replace_unknowns": True,
    "return_scores": True,
}
# CTranslate2 gives a score a token. Rare words have many tokens, and those that spell out what the
# first began are nearly certain; so a score for letters tells bad sentences better. Of the worst
# fifth of Dutch news sentences it found 69 in 100, the other 47, at as many false alarms.
LETTERS = 4  # about a token
# Several packages may hold one model, with a prefix for each language: it is loaded once.
_MODELS: WeakValueDictionary[tuple[str, int, int], ctranslate2.Translator] = WeakValueDictionary()


class Argos:
    """An installed package, loaded.

    Args:
        package: which.
        inter_threads: how many batches are translated side by side.
        intra_threads: threads that share one batch; more of them seldom pay.
        decoding: how words are chosen, over `DECODING`: CTranslate2's own names and values.

    Raises:
        PackageRefused: it is not what was installed, or its model or tokenizer cannot be loaded.
    """

    def __init__(
        self, package: Installed, inter_threads: int = 2, intra_threads: int = 1, **decoding: Any
    ) -> None:
        self.name = name_of([package])
        self.mark = mark_of([package])
        self._target = package.target
        self._threads = inter_threads
        self._decoding = DECODING | decoding
        checksums.verify(package.path)
        try:
            self.tokens = Tokens(package)
            self.tokens.cut("Loaded now, or refused now.")
            self._model = _model(package.path, inter_threads, intra_threads)
        except (OSError, RuntimeError, ValueError) as error:
            raise PackageRefused(f"{self.name} cannot be loaded: {error}") from error

    def translate(self, sentences: Sequence[str]) -> list[str]:
        """Translate sentences; one too long for the model is cut, never lost."""
        return [hypothesis.text for hypothesis in self.scored(sentences)]

    def scored(self, sentences: Sequence[str]) -> list[AlignedHypothesis]:
        """Translate sentences, each with its score, as `translate.engine.protocol.Scoring` asks."""
        cut = [self.tokens.cut(sentence) for sentence in sentences]
        results = iter(self.decode([tokens for chunks in cut for tokens in chunks]))
        return [self._joined(chunks, [self._best(next(results)) for _ in chunks]) for chunks in cut]

    def hypotheses(self, sentences: Sequence[str], count: int) -> list[list[AlignedHypothesis]]:
        """Translate sentences in several ways, as `translate.alignment.words.Aligning` asks."""
        cut = [self.tokens.cut(sentence) for sentence in sentences]
        chunks = [tokens for chunks in cut for tokens in chunks]
        options = {"beam_size": max(count, self._decoding["beam_size"]), "num_hypotheses": count}
        results = self.decode(chunks, return_attention=True, **options)
        said = iter(map(self._weighed, chunks, results))
        every = [[next(said) for _ in chunks] for chunks in cut]
        return [
            one[0] if len(one) == 1 else [self._joined(chunks, [ways[0] for ways in one])]
            for chunks, one in zip(cut, every, strict=True)
        ]

    def _best(self, result: Any) -> AlignedHypothesis:
        tokens = result.hypotheses[0]
        said = self.tokens.read(tokens)
        return AlignedHypothesis(said, score=_score(said, tokens, result.scores[0]))

    def _joined(self, chunks: list[list[str]], said: list[AlignedHypothesis]) -> AlignedHypothesis:
        """A sentence that may have been cut; which words came from which is lost then."""
        if len(chunks) == 1:
            return said[0]
        sources = list(map(self.tokens.read, chunks))
        words = joined([(one.text, s) for one, s in zip(said, sources, strict=True)], self._target)
        return AlignedHypothesis(words, score=together(said))

    def _weighed(self, chunk: list[str], result: Any) -> list[AlignedHypothesis]:
        """What a result says in each of its ways, and which words each word of it came from."""
        skip, said = len(self.tokens.prefix), list(map(self.tokens.read, result.hypotheses))
        return [
            AlignedHypothesis(
                words, by_words(chunk, tokens, weights, skip), _score(words, tokens, score)
            )
            for words, tokens, weights, score in zip(
                said, result.hypotheses, result.attention, result.scores, strict=True
            )
        ]

    def decode(self, chunks: list[list[str]], **decoding: Any) -> list[Any]:
        """What the model makes of tokens.

        Args:
            chunks: as `Tokens.cut` gives them.
            decoding: how words are chosen this once, over the engine's own ways.

        Returns:
            CTranslate2's own result for each, in the same order.
        """
        if not chunks:
            return []
        prefix, longest = self.tokens.prefix, max(map(len, chunks))
        found: list[Any] = self._model.translate_batch(
            chunks,
            target_prefix=[prefix] * len(chunks) if prefix else None,
            max_batch_size=max(longest, self._share(chunks)),
            max_decoding_length=min(LONGEST_ANSWER, RUNNING_ON * longest + 30),
            batch_type="tokens",
            **(self._decoding | decoding),
        )
        return found

    def _share(self, chunks: list[list[str]]) -> int:
        """Tokens a batch may have, so that no thread is idle where there are few sentences."""
        return min(BATCH, -(-sum(map(len, chunks)) // self._threads))


def _score(said: str, tokens: Sequence[str], score: float) -> float:
    """The score of an answer, for every so many letters of it."""
    every = score * (len(tokens) + 1)  # CTranslate2 divides by their number and one for the end
    return LETTERS * every / max(1, len(said))


def _model(folder: Path, inter_threads: int, intra_threads: int) -> ctranslate2.Translator:
    key = checksums.weights(folder), inter_threads, intra_threads
    model = _MODELS.get(key)
    if model is None:
        model = _MODELS[key] = ctranslate2.Translator(
            str(folder / "model"),
            device="cpu",
            inter_threads=inter_threads,
            intra_threads=intra_threads,
        )
    return model


def load(steps: Sequence[Installed], threads: int = 2, **decoding: Any) -> Scoring:
    """Load the packages of the way from one language to another.

    Args:
        steps: as `translate.engine.pivot.route` gives them.
        threads: processor threads, each of which translates a batch of its own.
        decoding: as for `Argos`.

    Raises:
        PackageRefused: one of them cannot be loaded.
    """
    engines: list[Scoring] = [Argos(step, threads, **decoding) for step in steps]
    if len(engines) == 1:
        return engines[0]
    first, second = engines
    return Pivot(first, second, name_of(steps))


def engine_for(source: str, target: str, folders: Sequence[Path], threads: int = 2) -> Scoring:
    """Load the engine for a pair of languages into this process.

    Args:
        source: code of the language to translate from.
        target: code of the language to translate into.
        folders: where packages are, as for `translate.packages.installing.find`.
        threads: as for `load`.

    Raises:
        NoPackage: no package or pair of packages leads from the one to the other.
        PackageRefused: it cannot be loaded.
    """
    return load(route(source, target, folders), threads)
