"""What is to be done when: the tasks that an officer's act brings with it."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from press.embargo import Embargo
from press.languages import Languages
from press.topic import Topic
from storage.tasks import Task

ANNOUNCE, TRANSLATE, REMIND, PROVE = "announce", "translate", "remind", "prove"
TRANSLATE_TOPIC = "translate-topic"
RENDER = "render"
# How long before its minute somebody has to know which languages are missing.
REMINDERS = (timedelta(minutes=60), timedelta(minutes=15))
# How long before its minute it is proved that nothing shows; and at it, that everything does.
AT_MINUTE = "T"
PROOFS = {"T-60": timedelta(minutes=60), "T-5": timedelta(minutes=5), "T-1": timedelta(minutes=1)}
PROOFS[AT_MINUTE] = timedelta(0)


def translation(release_id: int, code: str, now: datetime) -> Task:
    """The work of translating a release into a language, due at once."""
    return Task(TRANSLATE, release_id, now, code, f"{TRANSLATE}:{release_id}:{code}")


def rendering(release_id: int, token: str, now: datetime) -> Task:
    """The work of making the sizes in which a picture is shown, due at once.

    Args:
        release_id: that it goes with; 0 of a topic's picture.
        token: of the picture.
        now: UTC.
    """
    return Task(RENDER, release_id, now, "", render_key(token))


def render_key(token: str) -> str:
    """Names the work of making the sizes of a picture."""
    return f"{RENDER}:{token}"


def picture_token(task: Task) -> str:
    """The token of the picture that such work is about."""
    return task.key.partition(":")[2]


def topic_translation(topic: Topic, code: str, now: datetime) -> Task:
    """The work of saying a topic in a language in which nobody gave it words, due at once."""
    return Task(TRANSLATE_TOPIC, 0, now, code, f"{TRANSLATE_TOPIC}:{topic.permanent}:{code}")


def topic_key(task: Task) -> str:
    """The permanent name of the topic that a translation of one is about."""
    return task.key.split(":")[1]


def translations(
    release_id: int, source: str, languages: Languages, now: datetime
) -> Iterable[Task]:
    """The work of translating a release into every other language."""
    return [translation(release_id, code, now) for code in languages.codes if code != source]


def announcement(release_id: int, embargo: Embargo | None, now: datetime) -> Sequence[Task]:
    """What is to be announced: nothing of a draft, nor of a release from before it was filed.

    Reminders come before it; one whose time has passed already is left out. What is let out within
    its minute is due from that word on: before it nobody could have announced it.
    """
    if embargo is None or embargo.has_passed(now):
        return []
    minute = _minute(release_id, embargo)
    reminders = [
        Task(REMIND, release_id, embargo.instant - ahead, "", f"{REMIND}:{minute}:{ahead}")
        for ahead in REMINDERS
        if embargo.instant - ahead > now
    ]
    due = max(embargo.instant, now)
    announce = Task(ANNOUNCE, release_id, due, "", announce_key(release_id, embargo))
    return [*reminders, *proofs(release_id, embargo, now), announce]


def announce_key(release_id: int, embargo: Embargo) -> str:
    """Names one announcement: of which release, at which minute."""
    return f"{ANNOUNCE}:{_minute(release_id, embargo)}"


def proofs(release_id: int, embargo: Embargo, now: datetime) -> Sequence[Task]:
    """What is to be proved about an embargo; a moment that has passed is left out."""
    return [
        Task(PROVE, release_id, embargo.instant - ahead, "", proof_key(release_id, embargo, which))
        for which, ahead in PROOFS.items()
        if embargo.instant - ahead > now
    ]


def proof_key(release_id: int, embargo: Embargo, which: str) -> str:
    """Names one proof: of which release, about which minute, at which moment."""
    return f"{PROVE}:{_minute(release_id, embargo)}:{which}"


def _minute(release_id: int, embargo: Embargo) -> str:
    return f"{release_id}:{embargo.instant:%Y-%m-%dT%H:%MZ}"
