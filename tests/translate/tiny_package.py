"""A translation package made in code: a few kilobytes, no meaning, but every part is real."""

import io
import json
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import sentencepiece
from ctranslate2.specs import TransformerSpec

SENTENCES = (
    "Velmora lends two boats to the harbour of Corvane.",
    "La Velmora prête deux bateaux au port de Corvane.",
    "The minister visited the hospital and spoke with the doctors.",
    "La ministre a visité l'hôpital et parlé avec les médecins.",
    "Pupils may cross the bridge when the river is low again.",
    "Les élèves passent le pont quand la rivière est basse.",
)
WIDTH = 8  # numbers a token
PIECES = 120  # tokens
EAGER_TO_END = 2.0  # logits


def make_package(
    folder: Path, source: str = "en", target: str = "fr", version: str = "0.1"
) -> Path:
    """Make a package file.

    Args:
        folder: receives it.
        source: code of the language it claims to translate from.
        target: code of the language it claims to translate into.
        version: its version.

    Returns:
        The `.argosmodel` file; the same arguments give a model that says the same.
    """
    folder.mkdir(parents=True, exist_ok=True)
    metadata = {"from_code": source, "to_code": target, "package_version": version}
    with TemporaryDirectory() as name:
        work = Path(name)
        tokenizer = _tokenizer()
        (work / "sentencepiece.model").write_bytes(tokenizer)
        _model(tokenizer, work / "model")
        (work / "metadata.json").write_text(json.dumps(metadata))
        return _zipped(work, folder / f"translate-{source}_{target}-{version}.argosmodel")


def _zipped(work: Path, file: Path) -> Path:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for path in sorted(work.rglob("*")):
            if path.is_file():
                package.write(path, f"{file.stem}/{path.relative_to(work).as_posix()}")
    return file


def _tokenizer() -> bytes:
    made = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(SENTENCES),
        model_writer=made,
        vocab_size=PIECES,
        hard_vocab_limit=False,
        minloglevel=2,
    )
    return made.getvalue()


def _model(tokenizer: bytes, folder: Path) -> None:
    pieces = sentencepiece.SentencePieceProcessor(model_proto=tokenizer)
    words = [pieces.id_to_piece(n) for n in range(pieces.get_piece_size())]
    spec = TransformerSpec.from_config(num_layers=1, num_heads=2)
    _fill(spec, len(words))
    # Left alone, weights drawn at random never come to an end.
    spec.decoder.projection.bias = np.zeros(len(words), dtype=np.float32)
    spec.decoder.projection.bias[words.index("</s>")] = EAGER_TO_END
    spec.register_source_vocabulary(words)
    spec.register_target_vocabulary(words)
    spec.validate()
    folder.mkdir()
    spec.save(str(folder))


def _fill(spec: TransformerSpec, words: int) -> None:
    """Give every weight a number, always the same, so that a model always says the same."""
    drawn = np.random.default_rng(2054)  # one that does not talk for ever

    def weigh(linear: Any, rows: int, columns: int = WIDTH) -> None:
        linear.weight = drawn.normal(size=(rows, columns)).astype(np.float32)

    for side in (spec.encoder, spec.decoder):
        layer = side.layer[0]
        _even(side.layer_norm, layer.self_attention.layer_norm, layer.ffn.layer_norm)
        weigh(layer.self_attention.linear[0], 3 * WIDTH)
        weigh(layer.self_attention.linear[1], WIDTH)
        weigh(layer.ffn.linear_0, 4 * WIDTH)
        weigh(layer.ffn.linear_1, WIDTH, 4 * WIDTH)
    weigh(spec.encoder.embeddings[0], words)
    weigh(spec.decoder.embeddings, words)
    weigh(spec.decoder.projection, words)
    attention = spec.decoder.layer[0].attention
    _even(attention.layer_norm)
    for linear, rows in zip(attention.linear, (WIDTH, 2 * WIDTH, WIDTH), strict=True):
        weigh(linear, rows)


def _even(*norms: Any) -> None:
    for norm in norms:
        norm.gamma = np.ones(WIDTH, dtype=np.float32)
        norm.beta = np.zeros(WIDTH, dtype=np.float32)
