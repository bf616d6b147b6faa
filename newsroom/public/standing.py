"""The pages of every footer, as they lie in the home: what is changed there is shown at once."""

import logging
import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from feeds.parts.html import plain
from press.public.edition import digest_of
from press.public.standing import StandingPage, StandingSet
from press.text import well_formed

log = logging.getLogger("newsroom.pages")
_NAME = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)\.([a-z]{2,3})\.md")
_LONGEST_NAME = 40
_LARGEST = 100_000  # bytes of one page
_MOST = 20  # pages: a footer with more is read by nobody
# What a file is known by while nobody has written to it.
Stamp = tuple[tuple[str, int, int, int], ...]


class StandingPages:
    """Reads them again when a file is another than before.

    Args:
        folder: of the home; it need not exist.
        codes: of the languages published in, in their order.
    """

    def __init__(self, folder: Path, codes: Sequence[str]) -> None:
        self._folder = folder
        self._codes = tuple(codes)
        self._known: tuple[Stamp, StandingSet] = (), StandingSet()

    def now(self) -> StandingSet:
        """All of them, as they are now."""
        stamp = self._stamp()
        if self._known[0] != stamp:
            self._known = stamp, self._read([name for name, *_ in stamp])
            for name, reason in self._known[1].refused:
                log.error("%s is not shown: %s", self._folder / name, reason)
        return self._known[1]

    def _stamp(self) -> Stamp:
        found = ((path.name, _stat(path)) for path in self._folder.glob("*.md"))
        return tuple(sorted((n, s.st_mtime_ns, s.st_size, s.st_ino) for n, s in found if s))

    def _read(self, names: Sequence[str]) -> StandingSet:
        pages, refused = list[StandingPage](), list[tuple[str, str]]()
        for name in sorted(names, key=self._rank):
            try:
                pages.append(self._page(name))
            except (OSError, ValueError) as error:
                refused.append((name, str(error)))
        refused += self._left_out(pages)
        digest = digest_of(pages)
        return StandingSet(tuple(pages), tuple(refused), digest)

    def _rank(self, name: str) -> tuple[int, str]:
        code = name.split(".")[-2]
        return self._codes.index(code) if code in self._codes else len(self._codes), name

    def _left_out(self, pages: list[StandingPage]) -> Iterator[tuple[str, str]]:
        """Take out those for which a footer has no room."""
        for name in StandingSet(tuple(pages)).names[_MOST:]:
            for page in [page for page in pages if page.name == name]:
                pages.remove(page)
                yield f"{name}.{page.language}.md", f"a footer has room for {_MOST} pages"

    def _page(self, file: str) -> StandingPage:
        """Read one.

        Raises:
            ValueError: it cannot be shown; says what to do.
            OSError: it cannot be read.
        """
        found = _NAME.fullmatch(file)
        if found is None or len(found[1]) > _LONGEST_NAME:
            raise ValueError("its name is not that of a page in a language, such as about.en.md")
        if found[2] not in self._codes:
            raise ValueError(f"{found[2]} is none of LANGUAGES, {', '.join(self._codes)}")
        title, _, words = self._text(file).lstrip().partition("\n")
        called = plain(title[2:]) if title.startswith("# ") else ""
        if not called:
            raise ValueError("it does not begin with its title, as in: # About this newsroom")
        return StandingPage(found[1], found[2], called, words.strip())

    def _text(self, file: str) -> str:
        path = self._folder / file
        if not path.is_file():
            raise ValueError("it is no file")
        with path.open("rb") as content:
            read = content.read(_LARGEST + 1)
        if len(read) > _LARGEST:
            raise ValueError(f"it is larger than {_LARGEST // 1000} kB")
        try:
            return well_formed(read.decode("utf-8-sig").replace("\r\n", "\n"))
        except UnicodeDecodeError as error:
            raise ValueError("it is not written in UTF-8") from error


def _stat(path: Path) -> os.stat_result | None:
    """What is known of a file; nothing where it is just being written anew."""
    try:
        return path.stat()
    except OSError:
        return None
