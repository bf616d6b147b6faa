"""What docs/embedding.md tells others to write into their pages works as it stands there."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.web.reading import Html
from tests.web.samples import PEACE
from web.site.views.sharing.frames import FramedPage

ROOT = Path(__file__).parents[5]
PAGE = (ROOT / "docs" / "embedding.md").read_text(encoding="utf-8")
BASE = "https://press.example.org"
CODES = [code.strip() for code in re.findall(r"```\w*\n(.*?)```", PAGE, re.DOTALL)]
NODE = shutil.which("node")
# A page of somebody else's, as small as the script needs it.
AROUND = """
import { readFileSync } from "node:fs";
const asked = [], place = element("ul"), feed = JSON.parse(readFileSync(0));
function element(name) {
  return { name, children: [], append(...more) { this.children.push(...more); } };
}
globalThis.document = { createElement: element, querySelector: () => place };
globalThis.fetch = async (address) => { asked.push(address); return { json: async () => feed }; };
%s
console.log(JSON.stringify({ asked, items: place.children }));
"""


def named(address: str) -> str:
    """The address of an example, of a newsroom that has other topics and releases."""
    return address.replace("/climate", f"/{PEACE}").replace("wind-farm", "demining")


def test_every_address_on_the_page_is_answered(client: FlaskClient) -> None:
    addresses = re.findall(rf"{BASE}(/[^\s\"`*]+)", PAGE)
    assert len(addresses) >= 5
    for address in set(addresses) - {"/oembed"}:
        assert client.get(named(address)).status_code == 200, address


def test_the_frames_are_as_the_newsroom_writes_them() -> None:
    frames = [code for code in CODES if code.startswith("<iframe")]
    assert len(frames) == 2
    for code in frames:
        (frame,) = Html(code).all("iframe")
        size = int(frame["height"]), int(frame["width"])
        assert FramedPage(frame["src"], frame["title"], *size).code == " ".join(code.split())


@pytest.mark.waits
@pytest.mark.skipif(NODE is None, reason="needs node")
@pytest.mark.promise(56)
def test_the_script_lists_what_the_feed_says(client: FlaskClient) -> None:
    (script,) = (Html(code).text("script") for code in CODES if "<script" in code)
    answer = client.get(f"/en/{PEACE}.json")
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    done = subprocess.run(
        [NODE or "", "--input-type=module", "--eval", AROUND % script],
        input=answer.data,
        capture_output=True,
        check=True,
        timeout=60,
    )
    found = json.loads(done.stdout)
    assert found["asked"] == [f"{BASE}/en/climate.json"]
    shown = [item["children"][0] for item in found["items"]]
    wanted = json.loads(answer.data)["items"]
    assert [one["textContent"] for one in shown] == [one["title"] for one in wanted]
    assert [one["href"] for one in shown] == [one["url"] for one in wanted]
    assert "2026" in found["items"][0]["children"][1]
