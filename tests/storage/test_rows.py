"""What columns keep, and what those of older homes kept."""

from press.finding import Finding, Severity
from storage.rows import findings_of, findings_row

OPEN = Finding("numbers", Severity.BLOCKS, "“15” became “16”")
DISMISSED = Finding("names", Severity.WARNS, "“Wilt” is lost", "Ada", 'It is a “place”, ["not"]')


def test_findings_come_back_as_they_went_with_whoever_dismissed_them() -> None:
    assert findings_of(findings_row([OPEN, DISMISSED])) == (OPEN, DISMISSED)


def test_findings_of_before_any_could_be_dismissed_are_read_as_they_were() -> None:
    column = '[["numbers", "blocks", "“15” became “16”"]]'
    assert findings_of(column) == (OPEN,)
    assert findings_row([OPEN]) == column
