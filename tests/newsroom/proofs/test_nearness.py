"""Which misses are near an embargoed release, and which are everybody's."""

import pytest

from newsroom.proofs.nearness import AskedAddress, EmbargoedNames
from storage.filed.embargoed import Secret

OUTLOOK = Secret(
    17,
    "economic-and-fiscal-outlook-1a2b3c4d",
    "tag:press.example.org,2026:0011223344556677889900aa",
    files=("Economic_outlook_November_2026.pdf", "a.png"),
    tokens=("Zk3-_ab9Qx",),
)


@pytest.mark.parametrize(
    "path",
    [
        "/en/releases/economic-and-fiscal-outlook-1a2b3c4d",
        "/en/releases/economic-and-fiscal-outlook-00000000",
        "/en/releases/economic-and-fiscal-outlook",
        "/en/Economic_and_Fiscal_Outlook.html",
        "/wp-content/uploads/OBR economic and fiscal outlook v2.pdf",
        "/en/releases/economic-and-fiscal-outlok",
        "/files/x/economic_outlook_november_2025.PDF",
        "/files/x/economic-outlook-november-2026.xlsx",
        "/files/Zk3-_ab9Qx/other.pdf",
        "/0011223344556677889900aa/fr",
        "/en/releases/17",
        "/api/release/17.json",
        "/a.png",
    ],
)
def test_these_are_near(path: str) -> None:
    assert EmbargoedNames.of(OUTLOOK).is_near(AskedAddress.of(path))


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "",
        "//",
        "/favicon.ico",
        "/wp-login.php",
        "/en/17",
        "/en/releases/171",
        "/en/releases/economic-news",
        "/en/releases/fiscal-outlook-of-the-regions",
        "/en/economy.atom",
        "/data.png",
        "/en/ünï/\x00\x1b[2J",
    ],
)
def test_these_are_everybodys(path: str) -> None:
    assert not EmbargoedNames.of(OUTLOOK).is_near(AskedAddress.of(path))


def test_a_release_without_words_is_near_nothing() -> None:
    nameless = EmbargoedNames.of(Secret(1, "deadbeef", "tag:press.example.org,2026:"))
    assert not nameless.is_near(AskedAddress.of("/en/releases/"))
    assert not nameless.is_near(AskedAddress.of("/"))
