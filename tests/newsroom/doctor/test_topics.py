"""What the doctor says of topics of which nobody can see the page."""

import pytest

from newsroom.doctor.topics import examine_topics
from newsroom.wiring import Newsroom
from press.topic import ALL
from storage import topics
from tests.conftest import NOON


@pytest.mark.parametrize("slug", ["archive", "pages"])
def test_a_topic_of_an_older_version_with_a_name_of_ours_is_named_with_what_to_do(
    newsroom: Newsroom, slug: str
) -> None:
    with newsroom.storage.write() as db:
        topics.mention(db, [ALL, "aid", slug], NOON)
    _, is_well, says = examine_topics(newsroom)
    assert not is_well
    assert says.startswith(f"another page stands where that of topic {slug} was; ")
    assert f"newsroom topics rename {slug} {slug}-news" in says
    newsroom.topics.rename(slug, f"{slug}-news", "me", NOON)
    assert examine_topics(newsroom) == ("topics", True, "2, each with a page of its own")
