"""Every kind of page in a browser: open to everybody at every width, by day and by night."""

import pytest

from tests.browser.kinds import CODES, KINDS, PageKind
from tests.browser.visiting import (
    ALL,
    COLOURS,
    DESK,
    NARROW,
    PHONE,
    WIDE,
    Visitor,
    check_faultless,
)

pytestmark = pytest.mark.waits
NAMES = [kind.name for kind in KINDS]


@pytest.mark.parametrize("kind", KINDS, ids=NAMES)
def test_a_page_is_whole_and_open_to_everybody(visitor: Visitor, kind: PageKind) -> None:
    visit = visitor.go(kind, CODES[0], PHONE)
    for width, scheme in ((PHONE, "light"), (PHONE, "dark"), (DESK, "dark"), (DESK, "light")):
        visitor.show(width, scheme)
        visitor.judge(ALL if scheme == "light" else COLOURS)
    for width in (DESK, WIDE, PHONE, NARROW):
        visitor.show(width)
        visitor.measure()
    check_faultless(visit, kind)
