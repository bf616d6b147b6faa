"""HTML as Word files, mails and pages have it, written as CommonMark."""

import pytest

from intake.markup.html import Image, marked
from intake.markup.parsing import DEEPEST, MOST_ELEMENTS, tree_of
from press.errors import UnreadableFile
from tests.intake.markup.reading import kinds, links, shown

PAIRS = {
    "<p>12. Mai</p>": r"12\. Mai",
    "<p>5 * 3 a_b [x] &gt; 65 A&amp;B</p>": "5 * 3 a_b [x] > 65 A&B",
    "<p># no</p><p>&gt; 65</p><p>- x</p><p>---</p>": "\\# no\n\n\\> 65\n\n\\- x\n\n\\---",
    "<p>&amp;amp; &lt;b&gt; *x*</p>": r"\&amp; \<b> \*x\*",
    "<h2><b>All</b> bold #</h2>": "## **All** bold \\#",
    "<h2><b>All</b></h2>": "## All",
    "<p>a <b>b</b>, <i>c</i> <b><i>d</i></b></p>": "a **b**, *c* ***d***",
    "<p><b> spaces </b>outside</p>": "**spaces** outside",
    "<p><b>H</b>eadline</p>": "Headline",
    "<p>a<br>b<br><br>c</p>": "a  \nb  \nc",
    "<p>Hallo!<a href='https://x.example/'>x</a></p>": "Hallo\\![x](https://x.example/)",
    "<a href='mailto:a_b@x.example'>a_b@x.example</a>": "<a_b@x.example>",
    "<a href='tel:+322'>02</a> <a href='javascript:x()'>y</a> <a href='#z'>z</a>": (
        "[02](tel:+322) y z"
    ),
    "<p>H<sub>2</sub>O, m<sup>2</sup>, 1<sup>er</sup></p>": "H₂O, m², 1er",
    "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>": "- a\n  - b\n- c",
    "<ul><li>a</li></ul><ul><li>b</li></ul>": "- a\n\n* b",
    "<ol start='3'><li>a<li>b</ol>": "3. a\n4. b",
    "<ul><li><p>a</p><p>b</p></li></ul>": "- a\n\n  b",
    "<blockquote><p>a</p><p>b</p></blockquote>": "> a\n>\n> b",
    "<dl><dt>Tel.</dt><dd>1</dd><dt>Fax:</dt><dd>2</dd><dt>Who</dt><dd>3</dd></dl>": (
        "Tel. 1  \nFax: 2  \nWho: 3"
    ),
    "<pre>a\n b\n```</pre>": "````\na\n b\n```\n````",
    "<details><summary>More</summary>text</details>": "**More**\n\ntext",
    "<p>Presse&shy;mitteilung<wbr></p>": "Pressemitteilung",
}


@pytest.mark.parametrize(("html", "markdown"), PAIRS.items())
def test_elements_are_written_as_commonmark_and_nothing_else_is_escaped(
    html: str, markdown: str
) -> None:
    assert marked(html).markdown == markdown


TABLES = {
    "<tr><th>A<th>B|C</tr><tr><td>1<td>2<br>3</tr>": "| A | B\\|C |\n| --- | --- |\n| 1 | 2; 3 |",
    "<tr><td>Jane Doe<p>press<br>officer<td>1<p>2</tr>": "|  |  |\n| --- | --- |\n"
    "| Jane Doe press officer | 1; 2 |",
    "<tr><td>Name<td>Age</tr><tr><td>Jo<td>5</tr>": "| Name | Age |\n| --- | --- |\n| Jo | 5 |",
    "<tr><td>Tel.<td>12</tr><tr><td>Fax<td>13</tr>": (
        "|  |  |\n| --- | --- |\n| Tel. | 12 |\n| Fax | 13 |"
    ),
    "<tr><th rowspan=2>2026<td>May</tr><tr><td>June</tr>": (
        "|  |  |\n| --- | --- |\n| 2026 | May |\n| 2026 | June |"
    ),
    "<tr><th>A<th colspan=2>B</tr><tr><td>1<td>2<td>3</tr>": (
        "| A | B |  |\n| --- | --- | --- |\n| 1 | 2 | 3 |"
    ),
    "<tr><td><p>one cell a row</p><p>lays out</p></tr>": "one cell a row\n\nlays out",
    "<tr><td>menu<td><h1>Title</h1><p>text</p></tr>": "menu\n\n# Title\n\ntext",
}


@pytest.mark.parametrize(("rows", "markdown"), TABLES.items())
def test_rows_of_tables_stay_rows_and_layout_becomes_paragraphs(rows: str, markdown: str) -> None:
    assert marked(f"<table>{rows}</table>").markdown == markdown


def test_a_table_that_is_only_presentation_is_none() -> None:
    table = "<table role='presentation'><tr><td>a<td>b</tr><tr><td>c<td>d</tr></table>"
    assert marked(table).markdown == "a\n\nb\n\nc\n\nd"


def test_nobody_reads_what_nobody_sees() -> None:
    html = (
        "<head><title>t</title></head><script>a</script><style>b</style><template>c</template>"
        "<noscript>d</noscript><p hidden>e</p><p style='DISPLAY : none'>f</p><button>g</button>"
        "<select><option>h</option></select><textarea>i</textarea><svg><text>j</text></svg>"
        "<i aria-hidden='true'>k</i><!-- l --><del>m</del><iframe>n</iframe><p>seen</p>"
    )
    found = marked(html)
    assert found.markdown == "seen"
    assert set(found.unseen) == {"c", "d", "e", "f", "l", "m", "k"}


def test_what_nobody_sees_is_kept_to_its_end_for_who_looks_through_it() -> None:
    long = "so on " * 2000
    html = f"<!-- {long}x --><p hidden>{long}y</p><!-- [z] --><!--[if mso]>Office<![endif]--><p>a"
    unseen = marked(html).unseen
    assert [words[-1] for words in unseen] == ["x", "y", "]"]


def test_footnotes_of_word_files_are_words_and_lead_nowhere() -> None:
    html = (
        '<p>Text<sup><a href="#footnote-1" id="footnote-ref-1">[1]</a></sup></p><ol>'
        '<li id="footnote-1"><p> The note. <a href="#footnote-ref-1">↑</a></p></li></ol>'
    )
    assert marked(html).markdown == "Text[1]\n\n1. The note."


def test_mails_of_word_keep_their_lists() -> None:
    item = (
        "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·"
        "<span>&nbsp;&nbsp;</span></span>{}<o:p></o:p></p>"
    )
    html = f"<p class=MsoNormal>a<o:p></o:p></p>{item.format('b')}{item.format('c')}"
    assert marked(html).markdown == "a\n\n- b\n- c"


def test_pictures_are_listed_with_what_they_show_and_whom_they_are_owed_to() -> None:
    html = (
        '<figure><img src="a.jpg" alt="A bridge"><figcaption>A bridge in May. Photo: Jo Sample'
        '</figcaption></figure><img src="data:image/png;base64,AA"><img src="t.gif" width="1">'
    )
    found = marked(html, "https://x.example/p/")
    assert found.markdown == ""
    assert found.images == (
        Image("https://x.example/p/a.jpg", "A bridge in May.", "Jo Sample"),
        Image("data:image/png;base64,AA"),
    )


def test_the_caption_of_what_is_no_picture_stays_in_the_text() -> None:
    html = "<figure><table><tr><th>A<tr><td>1</table><figcaption>Tours</figcaption></figure>"
    assert marked(html).markdown == "| A |\n| --- |\n| 1 |\n\nTours"


def test_links_are_made_whole_with_the_address_of_the_page() -> None:
    html = "<a href='/a b'>x</a> <a href='?q=(1)'>y</a> <a href='//z.example/'>z</a>"
    assert links(marked(html, "https://x.example/p/q").markdown) == [
        "https://x.example/a%20b",
        "https://x.example/p/q?q=%281%29",
        "https://z.example/",
    ]
    assert links(marked(html).markdown) == []
    assert shown(marked(html).markdown) == "x y z"


@pytest.mark.parametrize("mark", ["blockquote", "ul><li", "ol><li", "div"])
def test_what_is_nested_deeper_than_markdown_goes_is_read_all_the_same(mark: str) -> None:
    assert shown(marked(f"<{mark}>" * 60 + "words").markdown).endswith("words")


@pytest.mark.parametrize(
    "html",
    ["<div>" * 90_000 + "x", "<i>" * 250 + "x", "<br>" * (MOST_ELEMENTS + 1)],
    ids=["deep", "deep in words", "many"],
)
def test_what_is_too_much_is_refused(html: str) -> None:
    with pytest.raises(UnreadableFile, match="paste the text"):
        marked(html)


ATTACKS = {
    "signs": "<" * 300_000,
    "attributes": "<p " + " ".join(f"a{n}=1" for n in range(50_000)) + ">x",
    "a long attribute": f"<p title='{'x' * 1_000_000}'>x",
    "entities": '<!DOCTYPE html [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;">]><p>&b;</p>x',
    "outside entities": '<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]><p>&a;</p>x',
    "brackets": "[" * 100_000 + "x",
    "spans": "<table><tr><th colspan=1000 rowspan=65534>x<tr><td>y"
    + "<tr><td>z" * 500
    + "</table>",
    "spans upon spans": "<table>" + "<tr><th>h<td colspan=1000 rowspan=65000>x" * 1000 + "</table>",
    "spaces": " " * 50_000 + "x",
    "names": "<1x><x:y a:b=1 '><\x00\x01 \ud800>x",
    "nothing": "",
}


@pytest.mark.parametrize("html", ATTACKS.values(), ids=ATTACKS.keys())
def test_a_hostile_page_is_read_and_does_not_grow(html: str) -> None:
    text = marked(html).markdown
    assert len(text) <= 20 * len(html) + 10
    assert "root:" not in text


def test_rows_whose_cells_would_take_too_much_room_become_paragraphs() -> None:
    wide = f"<tr>{'<th>x' * 90}</tr>"
    text = marked(f"<table>{wide}{'<tr><td>y</tr>' * 2000}</table>").markdown
    assert "table_open" not in kinds(text)
    assert len(text) < 10_000


@pytest.mark.parametrize("comment", ["<!-- a -- b -->", "<!-- a --->", "<!----->", "<!-- - - -->"])
def test_dashes_within_a_comment_are_no_end_of_reading(comment: str) -> None:
    assert marked(f"<p>One</p>{comment}<p>Two</p>").markdown == "One\n\nTwo"


def test_references_to_what_no_document_may_hold_are_passed_over() -> None:
    assert marked('<p title="a&#11;b">One&#11; &#65535;two<!-- &#1; --></p>').markdown == "One two"


@pytest.mark.parametrize("tag", ["div", "span", "blockquote"])
def test_no_element_is_made_of_what_is_nested_too_deeply(
    tag: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = list[str]()
    monkeypatch.setattr("intake.markup.parsing._named", lambda name: (made.append(name), name)[1])
    with pytest.raises(UnreadableFile, match="nests its elements too deeply"):
        tree_of(f"<{tag}>" * 100_000 + "x" + f"</{tag}>" * 100_000)
    assert len(made) < 2 * DEEPEST


@pytest.mark.parametrize(
    "html",
    [
        "<p>x</p>" * 100_000,
        "<br>" * 100_000,
        "<table>" + f"<tr>{'<td>x</td>' * 10}</tr>" * 10_000 + "</table>",
        "<ul>" + "<li>x" * 100_000,
        "<!--x-->" * 100_000,
    ],
    ids=["paragraphs", "line breaks", "cells", "items", "remarks"],
)
def test_no_element_is_made_of_what_has_too_many(
    html: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = list[str]()
    monkeypatch.setattr("intake.markup.parsing._named", lambda name: (made.append(name), name)[1])
    with pytest.raises(UnreadableFile, match="more than 60000 elements"):
        tree_of(html)
    assert not made


@pytest.mark.parametrize(
    "html",
    [
        "<p>x</p>" * (MOST_ELEMENTS - 10),
        "<p>x</p>" * 50_000 + "<script>" + "<p>" * 50_000 + "</script>",
        "<p>x</p>" * 50_000 + f"<p title='{'<p>' * 50_000}'>x",
        "<p>x</p>" * 50_000 + f"<!--{'<p>' * 50_000}-->",
        "<p>x" + "</p></i>" * 50_000,
    ],
    ids=["as many as may be", "in a script", "in an attribute", "in a remark", "ends alone"],
)
def test_signs_that_begin_no_element_are_not_counted_as_such(html: str) -> None:
    assert html.count("<") > MOST_ELEMENTS
    assert len(tree_of(html)) > 0
