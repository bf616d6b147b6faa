"""A page that is spoilt on its way is read or refused; nothing else happens."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from intake import read
from press.errors import Refusal

PAGES = sorted((Path(__file__).parents[2] / "golden" / "pages").glob("*.html"))
# Where a page is spoilt, in parts of its length, how much is lost there, and what comes instead.
SPOILT = st.tuples(
    st.floats(0, 1),
    st.integers(0, 200),
    st.binary(max_size=6) | st.sampled_from([b"<", b"</", b'"']),
)


@given(st.sampled_from(PAGES), st.lists(SPOILT, min_size=1, max_size=5))
def test_a_spoilt_page_is_read_or_refused(
    page: Path, spoilt: list[tuple[float, int, bytes]]
) -> None:
    data = page.read_bytes()
    for where, lost, instead in spoilt:
        at = int(where * len(data))
        data = data[:at] + instead + data[at + lost :]
    try:
        reading = read(page.name, data, zone="Europe/Brussels", language="en")
    except Refusal:
        return
    assert reading.filings[0].headline
