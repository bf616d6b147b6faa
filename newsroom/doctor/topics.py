"""What `newsroom doctor` looks at of topics."""

from newsroom.doctor.checkup import Finding
from newsroom.wiring import Newsroom
from press.topic import ALL, RESERVED
from storage import topics


def examine_topics(newsroom: Newsroom) -> Finding:
    """Whether every topic has its page: a version before may have let one take a name of ours."""
    with newsroom.storage.read() as db:
        slugs = [topic.slug for topic in topics.every(db) if topic.slug != ALL]
    if shadowed := RESERVED.intersection(slugs):
        return "topics", False, "; ".join(map(_said, sorted(shadowed)))
    return "topics", True, f"{len(slugs)}, each with a page of its own"


def _said(slug: str) -> str:
    again = f"newsroom topics rename {slug} {slug}-news, or what you like, gives it one"
    return f"another page stands where that of topic {slug} was; {again}"
