"""What an editor reviews: a release by its number, or a topic by its name."""

import re
from dataclasses import dataclass
from typing import Any

import click

from newsroom.commands import RELEASE, Door, now
from newsroom.commands.terminal.words import check_argument, refuse_argument
from newsroom.review.looking import Sheets
from newsroom.review.review import Review
from newsroom.review.topics import TopicReview
from press.text import visible

_TOPIC = re.compile("topic:([a-z0-9-]+)", re.ASCII)


@dataclass(frozen=True, slots=True)
class TopicName:
    """A topic, as it is typed: `topic:climate`.

    Args:
        slug: of the topic, or one that it had.
    """

    slug: str

    def __str__(self) -> str:
        return f"topic:{self.slug}"


class Subject(click.ParamType[int | TopicName]):
    """A release's number, or a topic's name."""

    name = "number or topic"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> int | TopicName:
        """The number or the name, or wrong usage if it is neither."""
        words = str(value).strip()
        if found := _TOPIC.fullmatch(words):
            return TopicName(found[1])
        if words.startswith("topic:"):
            self.fail(f"“{visible(words)}” is no topic; newsroom topics lists them", param, ctx)
        return RELEASE.convert(value, param, ctx)


SUBJECT = Subject()


class Reviewing:
    """The same questions and acts, of a release or of a topic.

    Args:
        door: to the newsroom.
        subject: what they are about.
    """

    def __init__(self, door: Door, subject: int | TopicName) -> None:
        newsroom = door.newsroom
        self.name: Any = subject.slug if isinstance(subject, TopicName) else subject
        topics = newsroom.topic_review
        is_topic = isinstance(subject, TopicName)
        self.sheets: Sheets | TopicReview = topics if is_topic else newsroom.sheets
        self.review: Review | TopicReview = topics if is_topic else newsroom.review


def check_typed(door: Door, subject: int | TopicName, instead: str) -> None:
    """Refuse words of what is not out as an argument.

    Raises:
        Refusal: the release is not out, or the public does not know the topic.
    """
    if not isinstance(subject, TopicName):
        check_argument(door, subject, instead)
        return
    known = door.newsroom.topics.get(subject.slug)[0].slug
    if known not in [topic.slug for topic in door.newsroom.front.topics(now())]:
        refuse_argument(f"topic {known}", instead)
