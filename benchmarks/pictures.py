"""README's pictures, from a demonstration's own run: `make pictures`; it needs chromium."""

import io
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ADDRESS = "http://127.0.0.1:8000"
LAST = "Ctrl-C"  # what the demonstration says when all has been shown
PAGE = (1200, 1320)  # pixels
COLUMNS = 82
# What a picture of a terminal would fetch its letters from; the browser has some of its own.
_FONTS = re.compile(r"@font-face \{.*?\}", re.DOTALL)
_SIZE = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')


def main() -> None:
    """Make both pictures."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        sys.exit(f"there is none of {', '.join(BROWSERS)} on this machine")
    with TemporaryDirectory() as folder:
        with demonstration(Path(folder)) as said:
            shoot(browser, f"{ADDRESS}/en/", PAGE, DOCS / "page.png")
        svg = terminal("make demo", said)
        drawn = Path(folder, "terminal.html")
        drawn.write_text(f"<style>body {{margin: 0}}</style>{svg}", encoding="utf-8")
        found = _SIZE.search(svg)
        assert found, "rich draws pictures without a size"
        size = (round(float(found[1])), round(float(found[2])))
        shoot(browser, drawn.as_uri(), size, DOCS / "embargo.png")


@contextmanager
def demonstration(folder: Path) -> Iterator[str]:
    """What a demonstration says until all has been shown; it serves on meanwhile."""
    (folder / ".venv").symlink_to(ROOT / ".venv")
    variables = {n: v for n, v in os.environ.items() if not n.startswith("NEWSROOM_")}
    show = subprocess.Popen(
        [".venv/bin/newsroom", "demo"],
        cwd=folder,
        env=variables | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1", "NEWSROOM_MODELS": ""},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert show.stdout
    lines = []
    try:
        for line in show.stdout:
            lines.append(line.rstrip())
            if line.startswith(LAST):
                break
        else:
            sys.exit("the demonstration ended too early:\n" + "\n".join(lines))
        yield "\n".join(lines)
    finally:
        show.send_signal(signal.SIGTERM)
        show.wait()


def terminal(typed: str, said: str) -> str:
    """A picture of a terminal, SVG."""
    screen = Console(record=True, width=COLUMNS, file=io.StringIO(), highlight=False)
    screen.print(Text(f"$ {typed}\n{said}"))
    return _FONTS.sub("", screen.export_svg(title=typed))


def shoot(browser: str, address: str, size: tuple[int, int], into: Path) -> None:
    """Have a browser draw an address, of so many pixels."""
    with TemporaryDirectory() as profile:
        subprocess.run(
            [
                *(browser, "--headless", "--disable-gpu", "--hide-scrollbars"),
                *(["--no-sandbox"] if os.geteuid() == 0 else []),
                f"--user-data-dir={profile}",
                f"--window-size={size[0]},{size[1]}",
                f"--screenshot={into}",
                address,
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
    print(f"{into.relative_to(ROOT)}: {into.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
