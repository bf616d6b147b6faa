"""What is to be done when: the tasks that an officer's act brings with it."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from press.embargo import Embargo
from press.languages import Languages
from storage.tasks import Task

ANNOUNCE, TRANSLATE, REMIND = "announce", "translate", "remind"
# How long before its minute somebody has to know which languages are missing.
REMINDERS = (timedelta(minutes=60), timedelta(minutes=15))


def translation(release_id: int, code: str, now: datetime) -> Task:
    """The work of translating a release into a language, due at once."""
    return Task(TRANSLATE, release_id, now, code, f"{TRANSLATE}:{release_id}:{code}")


def translations(
    release_id: int, source: str, languages: Languages, now: datetime
) -> Iterable[Task]:
    """The work of translating a release into every other language."""
    return [translation(release_id, code, now) for code in languages.codes if code != source]


def announcement(release_id: int, embargo: Embargo | None, now: datetime) -> Sequence[Task]:
    """What is to be announced: nothing of a draft, nor of a release from before it was filed.

    Reminders come before it; one whose time has passed already is left out.
    """
    if embargo is None or embargo.instant < now.replace(second=0, microsecond=0):
        return []
    minute = f"{release_id}:{embargo.instant:%Y-%m-%dT%H:%MZ}"
    reminders = [
        Task(REMIND, release_id, embargo.instant - ahead, "", f"{REMIND}:{minute}:{ahead}")
        for ahead in REMINDERS
        if embargo.instant - ahead > now
    ]
    key = f"{ANNOUNCE}:{minute}"
    return [*reminders, Task(ANNOUNCE, release_id, embargo.instant, "", key)]
