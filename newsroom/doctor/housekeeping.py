"""What `newsroom doctor` looks at in the home itself: settings, permissions, who is at work."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from newsroom.doctor.checkup import Finding
from newsroom.in_force import InForce
from newsroom.settings import FILE, Settings, unknown_variables
from newsroom.upkeep.figures import count
from newsroom.upkeep.presence import Presence, is_present
from newsroom.upkeep.private_home import Exposed, close, exposed_in
from newsroom.wiring import Newsroom
from press.releases.release import State
from storage.filed import restored

_MOST = 5
NOBODY = {
    Presence.CLOCK: (
        "no clock is running: nothing is announced, translated or told until newsroom serve or"
        " newsroom work is"
    ),
    Presence.SERVER: "no server is running: nobody can read anything until newsroom serve is",
}


def examine_home(
    newsroom: Newsroom, found: InForce, environment: Mapping[str, str], now: datetime
) -> list[Finding]:
    """Look at the home, its settings and its processes.

    Args:
        newsroom: an open one.
        found: the settings in force.
        environment: variables.
        now: UTC.
    """
    return [
        _settings(found),
        _variables(environment),
        _permissions(list(exposed_in(newsroom.settings))),
        _pages(newsroom),
        *_at_work(newsroom, now),
        _restored(newsroom),
    ]


def mend(settings: Settings) -> list[str]:
    """Close to others what is theirs to read by accident.

    Returns:
        what was closed, each with how it was.
    """
    return [str(exposed) for exposed in list(exposed_in(settings)) if close(exposed)]


def _settings(found: InForce) -> Finding:
    if found.mistake:
        return "settings", False, f"{found.mistake}; the last good settings stay in force"
    path = found.settings.home / FILE
    return "settings", True, str(path) if path.exists() else "the defaults and the environment"


def _variables(environment: Mapping[str, str]) -> Finding:
    unknown = [
        name + (f" (is {nearest} meant?)" if nearest else "")
        for name, nearest in unknown_variables(environment)
    ]
    if unknown:
        return "variables", False, f"these mean nothing: {', '.join(unknown)}"
    return "variables", True, "each that is named NEWSROOM_… is a setting"


def _pages(newsroom: Newsroom) -> Finding:
    """What stands in every footer, and what cannot."""
    standing, folder = newsroom.front.standing(), newsroom.settings.pages
    if standing.refused:
        says = "; ".join(f"{folder / name}: {reason}" for name, reason in standing.refused[:_MOST])
        return "pages", False, says
    if not standing.pages:
        return "pages", True, f"none; {folder / 'about.en.md'} would stand in every footer"
    said = (f"{name} ({', '.join(standing.languages(name))})" for name in standing.names)
    return "pages", True, ", ".join(said)


def _permissions(exposed: Sequence[Exposed]) -> Finding:
    if not exposed:
        return "permissions", True, "the home is its owner's alone"
    more = f" and {len(exposed) - _MOST} more" if len(exposed) > _MOST else ""
    says = f"{', '.join(map(str, exposed[:_MOST]))}{more}; newsroom doctor --repair closes"
    strangers = [str(one.path) for one in exposed if not one.can_be_closed]
    if strangers:
        return "permissions", False, f"{says} what is ours; look at {', '.join(strangers[:_MOST])}"
    return "permissions", False, f"{says} them"


def _at_work(newsroom: Newsroom, now: datetime) -> list[Finding]:
    """Nobody at work is a fault only where there is something to do."""
    figures = count(newsroom.storage, now)
    scheduled = figures.states[State.SCHEDULED]
    work = figures.waiting or figures.overdue or figures.telling.oldest
    idle = {
        Presence.CLOCK: not (scheduled or work),
        Presence.SERVER: not scheduled,
    }
    home = newsroom.settings.home
    return [
        (f"{who.label} process", True, f"a {who.label} is running")
        if is_present(home, who)
        else (f"{who.label} process", idle[who], NOBODY[who])
        for who in Presence
    ]


def _restored(newsroom: Newsroom) -> Finding:
    with newsroom.storage.read() as db:
        number = restored.count(db)
    if not number:
        return "restored", True, "nothing waits since a copy was restored"
    says = f"{number} releases are held since a copy was restored; newsroom reopen lets them go"
    return "restored", False, says
