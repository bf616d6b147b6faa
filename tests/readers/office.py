"""A press office at work while its server answers: the acts that readers must bear."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from newsroom.filing.refiling import Instructions
from newsroom.settings import load_settings
from newsroom.wiring import Newsroom, open_newsroom
from press.embargo import embargo_from
from press.finding import Finding, Severity
from press.public.edition import Edition, Feed
from press.releases.release import Filing, Reading, Release
from press.text import Block, Kind, Origin, Text
from press.topic import Topic
from storage.filed import releases
from tests.flows.server import Server, newsroom
from tests.readers.edge import Edge, listening

WHO = "press officer"
ANYTHING = Instructions(WHO, publish=True, new_topics=True, beside=True)
# Without it, a worker that looks at the text again would find nothing that speaks against it.
UNSURE = Finding("numbers", Severity.BLOCKS, "said by a test")


def now() -> datetime:
    return datetime.now(UTC)


def await_next_second() -> None:
    """Let what comes next change a feed in another second than what came before.

    Last-Modified counts seconds, and libcurl takes a 200 of the second it holds for no news.
    """
    time.sleep(1 - now().microsecond / 1_000_000)


@dataclass(frozen=True)
class Office:
    """A newsroom that is served in processes of its own, and open here as well.

    Args:
        server: its processes.
        edge: the address the public knows, before the server.
        newsroom: the same home, open in this process.
    """

    server: Server
    edge: Edge
    newsroom: Newsroom

    def command(self, *words: str) -> str:
        """What a command said; raises if it refused."""
        done = newsroom(self.server.home, *words, **self.server.settings)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def address(self, language: str, topic: str, extension: str) -> str:
        return f"{self.edge.base_url}/{language}/{topic}.{extension}"

    def edition(self, language: str, topic: str) -> Edition:
        """What the public may see now, as the server itself would ask."""
        site = self.newsroom.settings.site
        return self.newsroom.front.edition(Feed(topic, site.languages.named(language)), now())

    def declare(self, slug: str, **titles: str) -> None:
        self.newsroom.topics.declare(Topic(slug, titles), WHO, now(), replaces=True)

    def file(
        self, headline: str, when: datetime, *topics: str, body: str = "", summary: str = ""
    ) -> Release:
        """File an English release.

        Args:
            headline: Markdown.
            when: it comes out, or came out.
            topics: slugs.
            body: Markdown; some words if empty.
            summary: Markdown.
        """
        blocks = _blocks(headline, body or f"Words of {headline}.", summary)
        filing = Filing(blocks, embargo=embargo_from(when, "UTC"), topics=topics)
        return self.newsroom.releases.file(Reading((filing,)), ANYTHING, now())[0].release

    def translate(self, release: Release, code: str, headline: str, *, ready: bool = True) -> None:
        """Keep what an engine would have written; if it is not ready, a check speaks against it."""
        made = _blocks(headline, f"{code}: {headline}.", "")
        findings = () if ready else (UNSURE,)
        with self.newsroom.storage.write() as db:
            source = releases.get(db, release.id).original.blocks
            said = {"origin": Origin.MACHINE, "engine": "test 1.0", "findings": findings}
            blocks = tuple(
                replace(block, of=original.digest, **said)
                for block, original in zip(made, source, strict=False)
            )
            releases.save_text(db, release.id, Text(code, blocks), now(), ready=ready)

    def revise(self, release: Release, headline: str, note: str = "") -> None:
        filing = Filing(_blocks(headline, f"Words of {headline}.", ""))
        self.newsroom.revisions.revise(release.id, filing, WHO, now(), note)

    def approve_anew(self, release: Release, code: str, headline: str) -> None:
        """Approve what an engine makes of today's words; those of earlier ones are nobody's."""
        self.translate(release, code, headline, ready=False)
        self.newsroom.review.approve(release.id, code, WHO, now(), despite=True)

    def attach(self, release: Release, name: str) -> None:
        path = self.server.home.parent / name
        path.write_bytes(b"%PDF-1.7 " + name.encode())
        self.newsroom.attachments.attach(release.id, path, WHO, now())

    def withdraw(self, release: Release) -> None:
        self.newsroom.life.withdraw(release.id, "Sent in error.", WHO, now())


def _blocks(headline: str, body: str, summary: str) -> tuple[Block, ...]:
    first = [Block(Kind.HEADLINE, headline)]
    if summary:
        first.append(Block(Kind.SUMMARY, summary))
    return (*first, Block(Kind.PARAGRAPH, body))


@contextmanager
def opened(folder: Path, **settings: str) -> Iterator[Office]:
    """A newsroom in a folder, with a server that is ended whatever happens."""
    edge = Edge()
    with listening(edge):
        server = Server(folder / "home", {"BASE_URL": edge.base_url, **settings})
        edge.behind = server.port
        ours = {
            "MODELS": "",
            "STARTER": "off",
            "AUTHORITY": "press.example.org,2026",
            **server.settings,
        }
        environment = {f"NEWSROOM_{name}": said for name, said in ours.items()}
        here = open_newsroom(load_settings(environment, server.home), now())
        try:
            server.start()
            yield Office(server, edge, here)
        finally:
            server.stop()
            here.probes.close()
            here.storage.close()
