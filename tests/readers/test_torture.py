"""Whatever a release holds, every reader reads it and everything around it."""

import json
import unicodedata
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from press.topic import ALL
from tests.readers.followers import READING_NAMES, READINGS, Follower, skip_without
from tests.readers.office import Office, now, opened
from tests.readers.plain import Plain, fetched
from tests.readers.views import promised

pytestmark = pytest.mark.waits

TITLES = {
    "emoji": "👩‍👩‍👧‍👦 🇧🇪 🏴󠁧󠁢󠁳󠁣󠁴󠁿 e\u0301 \U0001f9d1\U0001f3fd",
    "bidi": "abc \u200f\u05d0\u05d1\u200e \u2066x\u2069 فلمورا",
    "cdata": "a ]]> b <![CDATA[ c ]]]]> d",
    "entities": "a&nbsp;b &copy; &lt;i&gt; AT&T &amp;amp; &bogus;",
    "markup": "<b>bold</b> **strong** <script>alert(1)</script> a < b",
    "a megabyte": "A text of a megabyte",
    "no summary": "Nothing but a body",
    "no body": "Nothing but a headline",
    "quotes": "“é” – 'x' \"y\" \\ / 100 %",
}
MEGABYTE = 2**20
# In lines, as longer ones are refused: intake/characters/bounds.py.
BODIES = {"a megabyte": ("mot & word " * 4_000 + "\n") * (MEGABYTE // 44_000 + 1), "no body": ""}
TOPIC = "torture"


@pytest.fixture(scope="module")
def tortured(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """All of it filed as an officer files it; apart, for the megabyte would be in all feeds."""
    folder = tmp_path_factory.mktemp("torture")
    with opened(tmp_path_factory.mktemp("tortured")) as office:
        file_everything(office, folder)
        yield office


def file_everything(office: Office, folder: Path) -> None:
    office.declare(TOPIC, en="Torture")
    for number, (name, title) in enumerate(TITLES.items(), start=1):
        said = json.dumps(title, ensure_ascii=False)
        lines = [f"title: {said}", f'date: "2025-01-{number:02} 10:00"']
        if name != "no summary":
            lines.append(f"summary: {said}")
        text = "\n".join(["---", *lines, "---", BODIES.get(name, title)])
        (folder / f"{number}.md").write_text(text)
    office.command("import", str(folder), "--topic", TOPIC, "--publish")


@pytest.mark.parametrize(("kind", "extension"), READINGS, ids=READING_NAMES)
def test_a_reader_reads_every_text(
    kind: type[Follower], extension: str, tortured: Office, folder: Path
) -> None:
    skip_without(kind)
    reader, address = kind(folder), tortured.address("en", TOPIC, extension)
    reader.poll(address)
    site = tortured.newsroom.settings.site
    expected = kind.sights[extension].of(promised(tortured.edition("en", TOPIC), site))
    assert reader.channel(address) == expected
    titles = [item.title for item in expected.items]
    assert titles == [unicodedata.normalize("NFC", title) for title in reversed(TITLES.values())]


@pytest.mark.parametrize(("kind", "extension"), READINGS, ids=READING_NAMES)
def test_a_reader_finds_a_release_without_a_topic_among_all(
    kind: type[Follower], extension: str, live: Office, folder: Path
) -> None:
    skip_without(kind)
    release = live.file("Of no topic", now() - timedelta(hours=1))
    reader, address = kind(folder), live.address("en", ALL, extension)
    reader.poll(address)
    (found,) = [i for i in reader.channel(address).items if i.id == f"{release.tag}/en"]
    assert found.title == "Of no topic"
    assert found.link == f"{live.edge.base_url}/en/releases/{release.slug}"


def test_the_long_text_is_as_long_as_it_says(tortured: Office) -> None:
    for extension in Plain.sights:
        assert len(fetched(tortured.address("en", TOPIC, extension))) > MEGABYTE
