"""Words to a package's tokens and back.

Of Argos this needs the tokenizers alone; importing more of it would make folders in the user's home
and fail where there is none.
"""

from argostranslate.tokenizer import BPETokenizer, SentencePieceTokenizer, Tokenizer

from translate.markup.segmentation import middle
from translate.packages.installing import Installed
from translate.packages.label import TOKENIZERS

# Models are trained on sentences of some 200 tokens at most and lose the thread beyond.
LONGEST = 250  # tokens


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
        self.prefix = [package.prefix] if package.prefix else []

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
