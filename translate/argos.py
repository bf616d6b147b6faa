"""The offline engine: Argos packages on CTranslate2, whole batches at a time.

Importing this module brings the engine into memory: only the process that translates does so. Of
Argos it needs the tokenizers alone; importing more of it would make folders in the user's home and
fail where there is none.
"""

import json
from collections.abc import Sequence
from pathlib import Path

import ctranslate2
from argostranslate.tokenizer import BPETokenizer, SentencePieceTokenizer, Tokenizer

from press.errors import NoPackage, PackageRefused
from translate import Engine
from translate.alignment import Wording
from translate.attention import by_words
from translate.label import TOKENIZERS
from translate.packages import Installed, available, find
from translate.pivot import BETWEEN, Pivot
from translate.sentences import middle

# Models are trained on sentences of some 200 tokens at most and lose the thread beyond.
LONGEST = 250  # tokens
LONGEST_ANSWER = 2 * LONGEST  # tokens
BATCH = 512  # tokens


class Tokens:
    """A package's own way to turn words into tokens and back.

    Args:
        package: which.
    """

    def __init__(self, package: Installed) -> None:
        pieces, merges = (package.path / name for name in TOKENIZERS)
        self._tokenizer: Tokenizer = (
            SentencePieceTokenizer(pieces)
            if pieces.exists()
            else BPETokenizer(merges, package.source, package.target)
        )
        fields = json.loads((package.path / "metadata.json").read_bytes())
        prefix = str(fields.get("target_prefix") or "")
        self.prefix = [prefix] if prefix else []

    def cut(self, text: str) -> list[list[str]]:
        """The tokens of a sentence, in as many chunks as the model needs."""
        tokens = self._tokenizer.encode(text) if text.strip() else []
        if len(tokens) <= LONGEST or len(text) < 2:
            return [tokens] if tokens else []
        place = middle(text)
        return [*self.cut(text[:place]), *self.cut(text[place:])]

    def read(self, tokens: list[str]) -> str:
        """The words of an answer, without the prefix that it was made to begin with."""
        start = len(self.prefix) if tokens[: len(self.prefix)] == self.prefix else 0
        return str(self._tokenizer.decode(tokens[start:])).strip()


class Argos:
    """An installed package, loaded.

    Args:
        package: which.
        inter_threads: how many batches are translated side by side.
        intra_threads: threads that share one batch; more of them seldom pay.
        beam_size: how many wordings are followed at a time.

    Raises:
        PackageRefused: its model or its tokenizer cannot be loaded.
    """

    def __init__(
        self,
        package: Installed,
        inter_threads: int = 2,
        intra_threads: int = 1,
        beam_size: int = 2,
    ) -> None:
        self.name = f"argos {package.source}-{package.target} {package.version}"
        self._beam_size = beam_size
        try:
            self._tokens = Tokens(package)
            self._tokens.cut("Loaded now, or refused now.")
            self._model = ctranslate2.Translator(
                str(package.path / "model"),
                device="cpu",
                inter_threads=inter_threads,
                intra_threads=intra_threads,
            )
        except (OSError, RuntimeError, ValueError) as error:
            raise PackageRefused(f"{self.name} cannot be loaded: {error}") from error

    def translate(self, sentences: Sequence[str]) -> list[str]:
        """Translate sentences; one too long for the model is cut, never lost."""
        cut = [self._tokens.cut(sentence) for sentence in sentences]
        said = iter(self._say([tokens for chunks in cut for tokens in chunks]))
        return [" ".join(next(said)[0].text for _ in chunks).strip() for chunks in cut]

    def wordings(self, sentences: Sequence[str], count: int) -> list[list[Wording]]:
        """Translate sentences in several ways, as `translate.alignment.Aligning` asks."""
        cut = [self._tokens.cut(sentence) for sentence in sentences]
        said = iter(self._say([tokens for chunks in cut for tokens in chunks], count, weighed=True))
        every = [[next(said) for _ in chunks] for chunks in cut]
        return [one[0] if len(one) == 1 else [_joined(one)] for one in every]

    def _say(
        self, chunks: list[list[str]], count: int = 1, *, weighed: bool = False
    ) -> list[list[Wording]]:
        if not chunks:
            return []
        prefix = self._tokens.prefix
        results = self._model.translate_batch(
            chunks,
            target_prefix=[prefix] * len(chunks) if prefix else None,
            max_batch_size=BATCH,
            batch_type="tokens",
            beam_size=max(self._beam_size, count),
            num_hypotheses=count,
            return_attention=weighed,
            repetition_penalty=1.1,  # mild: a weak model repeats itself without, a name may recur
            max_input_length=0,  # never cut what we have not cut ourselves
            max_decoding_length=LONGEST_ANSWER,
            replace_unknowns=True,
        )
        return [
            [
                Wording(
                    self._tokens.read(said),
                    by_words(chunk, said, result.attention[n], len(prefix)) if weighed else (),
                )
                for n, said in enumerate(result.hypotheses)
            ]
            for chunk, result in zip(chunks, results, strict=True)
        ]


def _joined(chunks: list[list[Wording]]) -> Wording:
    """One wording of a sentence that was cut; which words came from which is lost."""
    return Wording(" ".join(wordings[0].text for wordings in chunks).strip())


def engine_for(
    source: str,
    target: str,
    folders: Sequence[Path],
    inter_threads: int = 2,
    intra_threads: int = 1,
    beam_size: int = 2,
) -> Engine:
    """Load the engine for a pair of languages, by way of English if there is no direct one.

    Args:
        source: code of the language to translate from.
        target: code of the language to translate into.
        folders: where packages are, as for `translate.packages.find`.
        inter_threads: as for `Argos`.
        intra_threads: as for `Argos`.
        beam_size: as for `Argos`.

    Raises:
        NoPackage: no package or pair of packages leads from the one to the other.
        PackageRefused: it cannot be loaded.
    """
    known = {package.pair for package in available(folders)}
    steps = [(source, target)]
    if steps[0] not in known:
        steps = [(source, BETWEEN), (BETWEEN, target)]
    if not known.issuperset(steps):
        raise NoPackage(source, target)
    engines: list[Engine] = [
        Argos(find(*step, folders), inter_threads, intra_threads, beam_size) for step in steps
    ]
    return engines[0] if len(engines) == 1 else Pivot(*engines)
