"""Colours: whether words in them can be read, and the nearest in which they can."""

import re
from colorsys import rgb_to_hls
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.public.colours import (
    ACCENT,
    ACCENT_DARK,
    DAY,
    ENOUGH,
    NIGHT,
    by_night,
    contrast,
    lowest,
    nearest,
    read_colour,
)

STYLE = Path(__file__).parents[3] / "web" / "static" / "style" / "1-ground.css"
COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#ffffff", "#ffffff", 1), ("#767676", "#ffffff", 4.54)],
)
def test_contrast_is_what_wcag_says(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.005)


@given(COLOURS, st.sampled_from([DAY, NIGHT]))
def test_the_nearest_colour_can_be_read_and_has_the_same_hue(
    colour: str, grounds: tuple[str, ...]
) -> None:
    found = nearest(colour, grounds)
    assert lowest(found, grounds) >= ENOUGH
    assert found == colour or lowest(colour, grounds) < ENOUGH
    (hue, light, full), (other, _, _) = (
        rgb_to_hls(*(int(one[at : at + 2], 16) / 255 for at in (1, 3, 5)))
        for one in (colour, found)
    )
    if full > 0.3 and 0.2 < light < 0.8 and found not in ("#000000", "#ffffff"):
        assert min(abs(hue - other), 1 - abs(hue - other)) < 0.05


@given(COLOURS)
def test_by_night_every_colour_can_be_read(colour: str) -> None:
    assert lowest(by_night(colour), NIGHT) >= ENOUGH


@pytest.mark.parametrize(
    ("text", "colour"), [("#139", "#113399"), (" #1D3F72 ", "#1d3f72"), ("#FfF", "#ffffff")]
)
def test_a_colour_is_spelt_in_one_way(text: str, colour: str) -> None:
    assert read_colour(text) == colour


@pytest.mark.parametrize(
    "text", ["", "blue", "1d3f72", "#12", "#1234", "#12345g", "#1d3f72;}", "#" + "1" * 100_000]
)
def test_what_is_no_colour_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a colour"):
        read_colour(text)


def test_the_style_has_the_grounds_and_colours_that_are_reckoned_with() -> None:
    day, night = (
        dict(re.findall(r"--([a-z-]+): (#[0-9a-f]+);", block))
        for block in re.findall(r":root \{(.*?)\}", STYLE.read_text(), re.DOTALL)
    )
    assert (day["paper"], day["shade"], day["notice"]) == DAY
    assert (night["paper"], night["shade"], night["notice"]) == NIGHT
    assert (day["accent"], night["accent"], day["band"]) == (ACCENT, ACCENT_DARK, ACCENT)
    assert day["band-ink"] == DAY[0]
