"""What an editor typed, as a block of the same kind as the one it translates."""

from intake.text.blocks import split
from press.errors import Refusal
from press.text import APART, PLAIN, Block, Kind, Origin, well_formed

_NOTHING = "nothing to read"
_NAMES = {
    Kind.CODE: "code between fences",
    Kind.QUOTE: "a quotation",
    Kind.RULE: "a rule",
    Kind.NOTES: "the heading of notes to editors",
    Kind.ABOUT: "the heading above what the sender says of itself",
}


def corrected(source: Block, markdown: str) -> Block:
    """An editor's block for a block of the original.

    Args:
        source: the block of the original.
        markdown: what was typed; of a heading the words alone will do.

    Raises:
        Refusal: it is empty, or would be another kind of block, or several.
    """
    words = well_formed(markdown).strip()
    if not words:
        raise Refusal(
            "there are no words; newsroom reject says that a machine's are not to be read"
        )
    words = " ".join(words.split()) if source.kind in PLAIN else _same_kind(source, words)
    return Block(source.kind, words, Origin.EDITOR, of=source.digest)


def _same_kind(source: Block, words: str) -> str:
    found = split(words, listed=source.kind is Kind.LIST)
    # What is apart is told by the original: a correction is a heading and stays where that is.
    wanted = Kind.HEADING if source.kind in APART else source.kind
    if wanted is Kind.HEADING and [block.kind for block in found] == [Kind.PARAGRAPH]:
        level = len(source.markdown) - len(source.markdown.lstrip("#"))
        found = split(f"{'#' * (level or 2)} {words}")
    if [block.kind for block in found] == [wanted]:
        return found[0].markdown
    is_ = f"{len(found)} blocks" if found[1:] else _named(found[0].kind) if found else _NOTHING
    raise Refusal(f"that is {is_}, and the block of the original is {_named(source.kind)}")


def _named(kind: Kind) -> str:
    return _NAMES.get(kind, f"a {kind}")
