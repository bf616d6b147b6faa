"""A page as its reader's browser takes it apart."""

from html.parser import HTMLParser


class Html(HTMLParser):
    """A page as the elements it is made of; refuses what is not well formed."""

    VOID = frozenset({"link", "meta", "br", "hr", "img", "input"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words: list[tuple[tuple[str, ...], str]] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> names an attribute twice"
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.words.append((tuple(self.open), data.strip()))

    def all(self, tag: str, **wanted: str) -> list[dict[str, str]]:
        """The attributes of every element of a name with these attributes."""
        return [
            attributes
            for name, attributes in self.elements
            if name == tag and wanted.items() <= attributes.items()
        ]

    def text(self, tag: str) -> str:
        """All words inside elements of a name."""
        return " ".join(words for path, words in self.words if tag in path)
