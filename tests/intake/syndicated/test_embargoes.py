"""Wherever an entry says that it must not come out yet, it does not."""

import json

import pytest

import intake
from press.embargo import Embargo
from press.errors import UnreadableFile
from press.releases.release import Filing, Reading

RSS = (
    '<rss version="2.0" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"'
    ' xmlns:dcterms="http://purl.org/dc/terms/"><channel><title>{feed}</title><item>'
    "<title>{title}</title><guid>urn:x:1</guid><pubDate>Tue, 04 May 2027 08:00:00 +0200</pubDate>"
    "{other}<description>{body}</description></item></channel></rss>"
)
ORDER = "Embargoed until 6 May 2027 at 9:00"
AT = "2027-05-06 09:00"
DEEP: object = ORDER
for _ in range(15):
    DEEP = {"deeper": DEEP}


def rss(**parts: str) -> Filing:
    said = {"feed": "Office", "title": "A title", "body": "Some words.", "other": ""} | parts
    return one(RSS.format(**said).encode())


def rss_reading(other: str) -> Reading:
    data = RSS.format(feed="Office", title="A title", body="Words.", other=other).encode()
    return intake.read("-", data, zone="Europe/Brussels", language="en")


def one(data: bytes) -> Filing:
    (filing,) = intake.read("-", data, zone="Europe/Brussels", language="en").filings
    return filing


def wall_of(moment: Embargo | None) -> str:
    return f"{moment.wall:%Y-%m-%d %H:%M}" if moment else ""


@pytest.mark.parametrize(
    "parts",
    [
        {"title": f"{ORDER}: a title"},
        {"body": f"&lt;p&gt;{ORDER}&lt;/p&gt;&lt;p&gt;Words.&lt;/p&gt;"},
        {"body": f"&lt;!-- {ORDER} --&gt;&lt;p&gt;Words.&lt;/p&gt;"},
        {"body": f"&lt;p style='display:none'&gt;{ORDER}&lt;/p&gt;&lt;p&gt;Words.&lt;/p&gt;"},
        {"other": f"<category>{ORDER}</category>"},
        {"other": f"<!-- {ORDER} -->"},
        {"other": f"<unknown>{ORDER}</unknown>"},
        {"other": "<prism:embargoDate>2027-05-06T09:00:00+02:00</prism:embargoDate>"},
        {"other": "<dcterms:available>2027-05-06T07:00:00Z</dcterms:available>"},
        {"other": "<embargo>6 May 2027 at 9:00</embargo>"},
        {"other": f"<unknown>{'so on ' * 500}. {ORDER}.</unknown>"},
        {"other": f"{'<unknown>x</unknown>' * 600}<other>{ORDER}</other>"},
        {"other": f"{'<unknown>x</unknown>' * 600}<embargo>6 May 2027 at 9:00</embargo>"},
        {"body": f"&lt;!-- {'so on ' * 500}\n\n{ORDER} --&gt;&lt;p&gt;Words.&lt;/p&gt;"},
        {"body": f"&lt;p hidden&gt;{'so on ' * 2000}. {ORDER}.&lt;/p&gt;&lt;p&gt;Words.&lt;/p&gt;"},
        {"feed": ORDER},
    ],
    ids=str,
)
def test_no_place_of_a_feed_hides_an_embargo(parts: dict[str, str]) -> None:
    assert wall_of(rss(**parts).moment) == AT


@pytest.mark.parametrize(
    "members",
    [
        {"title": f"{ORDER}: a title"},
        {"summary": ORDER},
        {"content_text": f"{ORDER}\n\nWords."},
        {"tags": [ORDER]},
        {"_office": {"embargo": "2027-05-06T09:00:00+02:00"}},
        {"_office": {"deep": [{"note": ORDER}]}},
    ],
    ids=str,
)
def test_no_member_of_a_json_feed_hides_an_embargo(members: dict[str, object]) -> None:
    item = {"id": "urn:x:1", "title": "A title", "content_text": "Words."} | members
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Office", "items": [item]}
    assert wall_of(one(json.dumps(feed).encode()).moment) == AT


@pytest.mark.parametrize(
    "members",
    [
        {"embargoed": "2027-05-06T09:00:00+02:00"},
        {"embargoed": "2027-05-06T08:59:30+02:00"},
        {"headline": f"{ORDER}: a title"},
        {"ednote": ORDER},
        {"edNote": ORDER},
        {"embargoedreason": ORDER},
        {"usageterms": ORDER},
        {"description_text": ORDER},
        {"subject": [{"name": ORDER}]},
        {"extra": {"deep": ORDER}},
        {"extra": DEEP},
        {"extra": [*map(str, range(3000)), ORDER]},
    ],
    ids=str,
)
def test_no_member_of_a_news_item_hides_an_embargo(members: dict[str, object]) -> None:
    item = {"uri": "urn:x:1", "headline": "A title", "body_text": "Words."} | members
    assert wall_of(one(json.dumps(item).encode()).moment) == AT


@pytest.mark.parametrize(
    "members",
    [
        {"pubstatus": "withheld"},
        {"pubStatus": "draft"},
        {"embargoed": "when the minister says so"},
        {"embargoed": True},
    ],
    ids=str,
)
def test_what_is_held_back_without_a_moment_has_none(members: dict[str, object]) -> None:
    item = {"uri": "urn:x:1", "headline": "A title", "body_text": "Words."} | members
    filing = one(json.dumps(item).encode())
    assert filing.not_yet
    assert filing.moment is None


def test_what_is_cut_off_a_feed_is_said() -> None:
    long = rss_reading(f"<unknown>{'so on ' * 500}</unknown>")
    assert any("too long or too many" in note for note in long.notes)
    assert not any("too long" in note for note in rss_reading("<unknown>so on</unknown>").notes)


def test_an_item_of_more_members_than_can_be_looked_through_is_refused() -> None:
    item = {"uri": "urn:x:1", "headline": "A title", "body_text": "Words."}
    for many in ({"extra": [""] * 20_001}, {"extra": json.loads("[" * 30 + "]" * 30)}):
        with pytest.raises(UnreadableFile):
            one(json.dumps(item | many).encode())


@pytest.mark.parametrize("said", ["", "no", False, None])
def test_an_embargo_that_is_denied_is_none(said: object) -> None:
    item = {"uri": "urn:x:1", "headline": "A title", "body_text": "Words.", "embargoed": said}
    assert not one(json.dumps(item).encode()).not_yet
