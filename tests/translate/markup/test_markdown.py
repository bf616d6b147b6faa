"""Markdown is seen as its parser sees it, also where that need not be asked."""

from hypothesis import given
from hypothesis import strategies as st

from translate.markup import markdown
from translate.markup.markdown import emphasis, shape, targets, visible

SIGNS = "aZé中1 .,;:'\"“”«»‘()-–=+#*_~`[]<>|&!\\/@\t\n\r\f\u00a0\u2028"


def parsed(text: str) -> tuple[object, ...]:
    """What is seen of a text by asking the parser whatever it is."""
    tokens = [token for token in markdown.PARSER.parse(text) if token.type == "inline"]
    children = [child for token in tokens for child in token.children or []]
    return [child.type for child in children], "\n".join(token.content for token in tokens)


@given(st.text(SIGNS, max_size=12))
def test_a_line_that_needs_no_parser_is_seen_as_the_parser_sees_it(words: str) -> None:
    types, content = parsed(words)
    if markdown._BARE.fullmatch(words):
        assert types == ["text"]
        assert visible(words) == content
        assert shape(words) == list(markdown._shapes(markdown._parsed(words)))
        assert not emphasis(words)
        assert not targets(words)


@given(st.text(SIGNS, max_size=12))
def test_most_plain_lines_need_no_parser(words: str) -> None:
    line = "A" + "".join(sign for sign in words if sign.isalnum() or sign in " .,;:'“”()-–=+#/@")
    assert markdown._BARE.fullmatch(line)
