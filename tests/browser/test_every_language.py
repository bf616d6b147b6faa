"""Every kind of page in every language; a file of its own, so that it is looked at meanwhile."""

import pytest

from tests.browser.kinds import CODES, KINDS, PageKind
from tests.browser.visiting import DESK, NARROW, NO_COLOURS, Visitor, check_faultless

pytestmark = pytest.mark.waits


@pytest.mark.parametrize("code", CODES[1:])
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_page_is_whole_and_open_to_everybody_in_every_language(
    visitor: Visitor, kind: PageKind, code: str
) -> None:
    # Where words have least room; the colours are those of the first language.
    visit = visitor.go(kind, code, NARROW)
    visitor.judge(NO_COLOURS)
    visitor.measure()
    visitor.show(DESK)
    visitor.measure()
    check_faultless(visit, kind)
