"""How a letter's HTML looks: styles in its elements alone, since mail programs drop all others."""

from html import escape
from html.parser import HTMLParser

_LINE = "#ccd3dc"
STYLES = {
    "a": "color:#1d3f72",
    "address": "font-style:normal;margin:0 0 1em",
    "blockquote": f"margin:0 0 1em;padding:0 1em;border-left:3px solid {_LINE}",
    "h1": "font-size:1.6em;line-height:1.25;margin:0 0 .7em",
    "h2": "font-size:1.2em;line-height:1.3;margin:1.5em 0 .5em",
    "h3": "font-size:1.05em;line-height:1.3;margin:1.3em 0 .5em",
    "hr": f"border:0;border-top:1px solid {_LINE};margin:2em 0 1em",
    "ol": "margin:0 0 1em;padding:0 1.5em",
    "p": "margin:0 0 1em",
    "pre": "margin:0 0 1em;white-space:pre-wrap",
    "table": "border-collapse:collapse;margin:0 0 1em",
    "td": f"border:1px solid {_LINE};padding:.3em .6em",
    "th": f"border:1px solid {_LINE};padding:.3em .6em",
    "ul": "margin:0 0 1em;padding:0 1.5em",
}


def dressed(html: str) -> str:
    """A fragment with a style in each element that has none.

    Args:
        html: safe, as `feeds.parts` makes it; written anew from its parts, never by searching it.
    """
    writer = _Writer()
    writer.feed(html)
    writer.close()
    return "".join(writer.written)


class _Writer(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.written: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag in STYLES and "style" not in said:
            said["style"] = STYLES[tag]
        words = "".join(f' {name}="{escape(value)}"' for name, value in said.items())
        self.written.append(f"<{tag}{words}>")

    def handle_endtag(self, tag: str) -> None:
        self.written.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.written.append(escape(data, quote=False))
