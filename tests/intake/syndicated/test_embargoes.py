"""Wherever an entry says that it must not come out yet, it does not."""

import json

import pytest

import intake
from press.embargo import Embargo
from press.errors import UnreadableFile
from press.releases.release import Filing, Reading

RSS = (
    '<rss version="2.0" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"'
    ' xmlns:media="http://search.yahoo.com/mrss/"'
    ' xmlns:dcterms="http://purl.org/dc/terms/"><channel><title>{feed}</title><item>'
    "<title>{title}</title><guid>urn:x:1</guid><pubDate>Tue, 04 May 2027 08:00:00 +0200</pubDate>"
    "{other}<description>{body}</description></item></channel></rss>"
)
ORDER = "Embargoed until 6 May 2027 at 9:00"
WITHIN = (
    '<content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/">'
    "<![CDATA[{}]]></content:encoded>"
)
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
        {"other": f"<?note {ORDER}?>"},
        {"other": "<prism:embargoDate>2027-05-06T09:00:00+02:00</prism:embargoDate>"},
        {"other": "<dcterms:available>2027-05-06T07:00:00Z</dcterms:available>"},
        {"other": "<dcterms:valid>start=2027-05-06T07:00:00Z; end=2027-06-01</dcterms:valid>"},
        {"other": WITHIN.format(f"<p title='{ORDER}'>More.</p>")},
        {"other": WITHIN.format(f"<p>More.</p><!-- {ORDER} -->")},
        {"other": "<embargo>6 May 2027 at 9:00</embargo>"},
        {"other": f"<unknown>{'so on ' * 500}. {ORDER}.</unknown>"},
        {"other": f"{'<unknown>x</unknown>' * 600}<other>{ORDER}</other>"},
        {"other": f"{'<unknown>x</unknown>' * 600}<embargo>6 May 2027 at 9:00</embargo>"},
        {"other": f"<media:title>{ORDER}</media:title>"},
        {"other": f"<media:group><media:description>{ORDER}</media:description></media:group>"},
        {"other": f'<media:content url="https://x.example/a.jpg" label="{ORDER}"/>'},
        {"other": '<enclosure url="https://x.example/EMBARGO%206%20May%202027%209h00.pdf"/>'},
        {"other": f'<category domain="{ORDER}">News</category>'},
        {"other": f"<description>Once more. {ORDER}.</description>"},
        {"other": f"<title>{ORDER}</title>"},
        {"other": f"<source url='https://x.example/'>{ORDER}</source>"},
        {"body": f"&lt;p&gt;Words.&lt;img src=a.jpg alt='{ORDER}'&gt;&lt;/p&gt;"},
        {"body": f"&lt;p title='{ORDER}'&gt;Words.&lt;/p&gt;"},
        {
            "body": "&lt;figure&gt;&lt;img src=a.jpg&gt;&lt;figcaption&gt;"
            f"{ORDER}&lt;/figcaption&gt;&lt;/figure&gt;&lt;p&gt;Words.&lt;/p&gt;"
        },
        {"body": f"&lt;p&gt;Words.&lt;/p&gt;&lt;video&gt;{ORDER}&lt;/video&gt;"},
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
        {"content_html": "<p>Words.</p>", "content_text": f"Words. {ORDER}."},
        {"content_html": "<p>Words.</p>", "summary": "Words.", "_note": f"<b>{ORDER}</b>"},
        {"image": "https://x.example/EMBARGO%206%20May%202027%209h00.png"},
        {"attachments": [{"url": "https://x.example/a.pdf", "title": ORDER}]},
        {"authors": [{"name": ORDER}]},
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
        {"title": ORDER},
        {"headlines": [{"value": "A title"}, {"role": "print", "value": ORDER}]},
        {"descriptions": [{"value": "Of it"}, {"role": "caption", "value": ORDER}]},
        {"bodies": [{"value": "Words."}, {"role": "long", "value": f"Words. {ORDER}."}]},
        {"body_html": "<p>Words.</p>", "body_text": f"Words. {ORDER}."},
        {"description_text": "Of it", "description_html": f"<p>{ORDER}</p>"},
        {"description_caption": ORDER},
        {"renditions": [{"href": "https://x.example/a.jpg", "title": ORDER}]},
        {"renditions": {"full": {"href": "https://x.example/EMBARGO%206%20May%202027%209h00.jpg"}}},
        {"associations": [{"usageterms": ORDER}]},
        {"associations": {"photo": {"type": "picture", "headline": ORDER}}},
        {"associations": [{"embargoed": "2027-05-06T09:00:00+02:00"}]},
        {"people": [{"name": "Ada Muster", "contactinfo": [{"role": ORDER}]}]},
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
        {"ednote": "NOT FOR PUBLICATION"},
        {"ednote": "For journalists only"},
        {"title": "Ne pas publier"},
        {"associations": [{"pubstatus": "withheld"}]},
        {"extra": {"workflow_state": "draft"}},
        {"extra": {"published": False}},
        {"extra": {"isDraft": True}},
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


ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:app="http://www.w3.org/2007/app">'
    "<id>urn:f</id><title>Office</title>{head}<entry><id>urn:x:1</id><title>A title</title>"
    '<published>2026-05-04T08:00:00Z</published>{other}<content type="text">Words.</content>'
    "</entry></feed>"
)


@pytest.mark.parametrize(
    "parts",
    [
        {"other": f"<rights>{ORDER}</rights>"},
        {"head": f"<subtitle>{ORDER}</subtitle>"},
        {"head": f"<rights>{ORDER}</rights>"},
        {"head": f"<author><name>{ORDER}</name></author>"},
        {"other": f"<source><title>{ORDER}</title></source>"},
        {"other": f'<link rel="enclosure" href="https://x.example/a.pdf" title="{ORDER}"/>'},
        {"other": f"<contributor><name>{ORDER}</name></contributor>"},
        {"other": f'<summary type="html">&lt;p&gt;Once. {ORDER}.&lt;/p&gt;</summary>'},
        {"other": f"<content>Words once more. {ORDER}.</content>"},
    ],
    ids=str,
)
def test_no_element_of_an_atom_feed_hides_an_embargo(parts: dict[str, str]) -> None:
    found = one(ATOM.format(**{"head": "", "other": ""} | parts).encode())
    assert AT in [wall_of(said.embargo) for said in found.not_yet]


@pytest.mark.parametrize(
    "control",
    [
        "<app:control><app:draft>yes</app:draft></app:control>",
        '<control xmlns="http://purl.org/atom/app#"><draft>yes</draft></control>',
        "<rights>Not for publication</rights>",
    ],
)
def test_a_draft_of_the_publishing_protocol_is_held(control: str) -> None:
    filing = one(ATOM.format(head="", other=control).encode())
    assert filing.not_yet
    assert all(said.embargo is None for said in filing.not_yet)


def test_what_says_nothing_of_waiting_holds_no_entry() -> None:
    control = "<app:control><app:draft>no</app:draft></app:control><rights>Free to use</rights>"
    assert not one(ATOM.format(head="", other=control).encode()).not_yet
    said = {"status": "published", "published": True, "url": "https://x.example/embargo"}
    item = {"uri": "urn:x:1", "headline": "A title", "body_text": "Words.", "extra": said}
    assert not one(json.dumps(item).encode()).not_yet


def test_an_order_beside_a_date_of_another_member_is_not_completed_by_it() -> None:
    extra = ["Embargo until", "2020-01-01T00:00:00Z"]
    item = {"uri": "urn:x:1", "headline": "A title", "body_text": "Words.", "extra": extra}
    assert one(json.dumps(item).encode()).moment is None


def test_entries_that_cannot_be_told_apart_are_all_held() -> None:
    entries = "<entry><id>urn:x:2</id><title>Other</title><content>Text.</content>{}</entry>"
    inner = f"<entry><title>{ORDER}</title></entry>"
    feed = ATOM.format(head="", other=entries.format(inner)).encode()
    found = intake.read("-", feed, zone="Europe/Brussels", language="en").filings
    assert any(said.embargo for filing in found for said in filing.not_yet)


def test_what_is_valid_until_a_day_waits_for_none() -> None:
    assert rss(other="<dcterms:valid>end=2027-06-01</dcterms:valid>").not_yet == ()


@pytest.mark.parametrize("name", ["firstCreated", "contentCreated", "firstcreated"])
@pytest.mark.parametrize(("day", "holds"), [("2027-05-05", True), ("2027-05-04", False)])
def test_a_news_item_that_was_written_after_its_own_day_is_held(
    name: str, day: str, holds: bool
) -> None:
    item = {
        "uri": "urn:x:1",
        "type": "text",
        "versioncreated": "2027-05-04T08:00:00+02:00",
        "headline": "A title",
        "body_text": "Some words.",
        name: f"{day}T10:00:00+02:00",
    }
    assert bool(one(json.dumps(item).encode()).not_yet) is holds


def test_an_entry_of_which_a_part_is_called_not_for_publication_is_held() -> None:
    body = "&lt;p&gt;Words.&lt;/p&gt;&lt;p class='not-for-publication'&gt;More.&lt;/p&gt;"
    assert rss(body=body).not_yet


def test_who_and_what_is_in_the_news_is_named() -> None:
    item = {
        "uri": "urn:x:1",
        "type": "text",
        "versioncreated": "2027-05-04T08:00:00+02:00",
        "headline": "A title",
        "body_text": "Some words.",
        "people": [{"name": "Ada Quill"}],
        "places": [{"name": "Muster"}, {"name": "Nordhaven"}],
        "contactinfo": [{"type": "web", "value": "https://x.example/ask"}],
        "links": [{"href": "https://x.example/map", "rel": "related"}],
    }
    notes = one(json.dumps(item).encode()).notes
    assert {
        "people in it: Ada Quill",
        "places in it: Muster, Nordhaven",
        "whom to ask: https://x.example/ask",
        "links: https://x.example/map",
    } <= set(notes)


def test_words_in_a_member_of_the_senders_own_are_named() -> None:
    item = {"id": "urn:x:1", "title": "A title", "content_text": "Some words."}
    item |= {"_desk": {"remark": "Ask the desk first", "n": "17"}}  # type: ignore[dict-item]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Office", "items": [item]}
    assert "_desk: Ask the desk first" in one(json.dumps(feed).encode()).notes


def test_an_officer_is_told_from_when_a_news_item_is_out_of_date() -> None:
    item = {"uri": "urn:x:1", "headline": "A title", "body_text": "Words."}
    item["expires"] = "2027-06-01T00:00:00Z"
    found = one(json.dumps(item).encode())
    assert found.not_yet == ()
    assert any("2027-06-01T00:00:00Z" in note for note in found.notes)
