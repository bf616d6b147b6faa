"""docs/checks.md says what the checks say, word for word."""

import inspect
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from press.finding import DISPLACED, DOUBT, REJECTED, Severity
from press.glossary import Term
from press.text import Block, Kind
from translate.checks import CHECKS, Check, block_findings
from translate.terms.placing import as_it_is

PAGE = (Path(__file__).parents[3] / "docs" / "checks.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^### (\S+)\n(.*?)(?=^##)", PAGE, re.MULTILINE | re.DOTALL))
_TEXT = re.compile(r"^(\w\w)(?:, (\w+))?: (.+)$", re.MULTILINE)


class Example(NamedTuple):
    """What the page shows: words in two languages, and the findings."""

    check: str
    source: Block
    said: Block
    languages: tuple[str, str]
    terms: tuple[Term, ...]
    says: list[str]


def examples() -> list[Example]:
    fences = re.compile(r"^```text\n(.*?)^```", re.MULTILINE | re.DOTALL)
    return [example(name, text) for name, page in SECTIONS.items() for text in fences.findall(page)]


def example(check: str, text: str) -> Example:
    (here, kind, source), (there, _, said) = _TEXT.findall(text)
    blocks = (Block(Kind(kind or "paragraph"), words) for words in (source, said))
    terms = [
        Term(here, there, *pair) for pair in re.findall(r"^term: (.+) = (.+)$", text, re.MULTILINE)
    ]
    people = re.findall(r"^contact: (.+)$", text, re.MULTILINE)
    terms += [as_it_is(name, here, there) for name in people]
    says = re.findall(r"^! (.+)$", text, re.MULTILINE)
    return Example(check, *blocks, (here, there), tuple(terms), says)


@pytest.mark.parametrize("shown", examples(), ids=lambda one: f"{one.check}: {one.said.markdown}")
def test_the_page_shows_everything_that_is_said_of_its_examples(shown: Example) -> None:
    found = block_findings(shown.source, shown.said, shown.languages, shown.terms)
    assert [f"{one.check} ({one.severity}): {one.says}" for one in found] == shown.says
    assert shown.check in {one.check for one in found}


def test_the_page_has_a_section_for_every_check_in_their_order() -> None:
    assert list(SECTIONS) == [check.name for check in CHECKS]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_the_page_says_whether_a_check_blocks_or_warns_and_shows_both(check: Check) -> None:
    code = inspect.getsource(type(check))
    can = {severity for severity in Severity if f"{severity}(self" in code}
    stated = re.findall(r"\*\*(blocks|warns)\.?\*\*", SECTIONS[check.name].strip().split("\n\n")[0])
    own = re.findall(rf"^! {check.name} \((\w+)\)", SECTIONS[check.name], re.MULTILINE)
    assert {Severity(word) for word in stated} == {Severity(word) for word in own} == can


def test_the_page_names_the_findings_that_are_no_checks() -> None:
    last = PAGE.partition("## Three findings")[2]
    assert re.findall(r"^\*\*(\w+)\*\*", last, re.MULTILINE) == [REJECTED, DISPLACED, DOUBT]
