"""Whatever elements and words a page has, the same words and links are read in its Markdown."""

import re
from html import escape

from hypothesis import example, given
from hypothesis import strategies as st
from lxml import html as reader

from intake.markup.html import marked
from tests.intake.markup.reading import links, shown, signs

# Letters, and every sign that means something in Markdown.
_SIGNS = "ab  12.)-+*_#>=~`[]()!<&;:|\\\"'é„“²\u00a0"
WORDS = st.text(st.sampled_from(_SIGNS), min_size=1, max_size=12) | st.sampled_from(
    [
        *("12. Mai", "5 * 3", "a_b", "[x]", "# ", "> 65", "---", "===", "- x", "[x]: y", "&amp;"),
        *("[a](b)", "<b>", "<http://a.example>", "```", "~~~", "| a |", "|---|", "\\", "**", "!"),
    ]
)
_INLINE = ("b", "i", "code", "a", "span", "em", "strong", "q2")
_BLOCKS = ("p", "div", "li", "ul", "ol", "blockquote", "h2", "h6", "td", "dl", "dt", "dd", "pre")
_MORE = ("table", "tr", "th", "section", "details", "summary", "figure", "figcaption", "caption")


def _table(cells: list[object]) -> object:
    """A table of two columns."""
    rows = [cells[n : n + 2] for n in range(0, len(cells), 2)]
    return "table", [("tr", [("td", [cell]) for cell in row]) for row in rows]


_WITHIN = {"table": ("tr",), "tr": ("td", "th")}
# (name, children), or words
NODES = st.recursive(
    WORDS | st.just("\n"),
    lambda inner: st.one_of(
        st.tuples(st.sampled_from((*_INLINE, *_BLOCKS, *_MORE, "br")), st.lists(inner, max_size=4)),
        st.lists(inner, min_size=1, max_size=6).map(_table),
    ),
    max_leaves=25,
)


def html_of(node: object) -> str:
    """Elements as HTML."""
    if isinstance(node, str):
        return escape(node)
    name, children = node  # type: ignore[misc]
    if name in _WITHIN:  # a table has rows, and these have cells; all else browsers move out of it
        children = [child for child in children if child[0] in _WITHIN[name]]
    if name == "br":
        return "<br>"
    opening = '<a href="https://x.example/a_b?c=1&amp;d=*">' if name == "a" else f"<{name}>"
    return f"{opening}{''.join(map(html_of, children))}</{name}>"


def words_of(html: str) -> str:
    """The words of HTML without its elements."""
    return "".join(reader.fragment_fromstring(html, create_parent="div").itertext())


@given(st.lists(NODES, max_size=5))
@example(["x", ("a", ["y"]), "!", ("a", ["z"])])
@example([("b", ["a", ("i", ["b"])]), ("i", ["c"])])
@example([("code", ["a"]), ("b", [("code", ["`"])])])
def test_words_in_are_words_out(nodes: list[object]) -> None:
    html = "".join(map(html_of, nodes))
    text = marked(html).markdown
    # Terms get a colon, lines of a cell semicolons, and items their numbers.
    ours = re.sub(r"[:;]", "", signs(shown(text)))
    assert ours == re.sub(r"[:;]", "", signs(words_of(html)).replace("\u00ad", "")), text


@given(st.lists(NODES, max_size=5))
def test_links_in_are_links_out(nodes: list[object]) -> None:
    html = "".join(map(html_of, nodes))
    words = f'<p>{html}</p><p>x <a href="https://y.example/b?c=(1)&amp;d;=|*">y</a></p>'
    led = links(marked(words).markdown)
    assert led.pop() == "https://y.example/b?c=%281%29&d;=%7C%2A"
    assert set(led) <= {"https://x.example/a_b?c=1&d=%2A"}
    linked = reader.fragment_fromstring(html, create_parent="div").xpath("//a")
    assert bool(led) == any("".join(link.itertext()).strip() for link in linked)
