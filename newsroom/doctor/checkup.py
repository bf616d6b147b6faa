"""What `newsroom doctor` looks at: each finding a name, whether it is well, and a sentence."""

import shutil
import zoneinfo
from collections.abc import Sequence
from datetime import datetime, timedelta
from importlib import metadata
from itertools import groupby, product
from pathlib import Path
from shlex import quote
from zoneinfo import ZoneInfo

from feeds import FORMATS
from newsroom.public.faults import Faults
from newsroom.upkeep.figures import Figures, count
from newsroom.wiring import Newsroom
from press.errors import PackageRefused
from press.public.edition import Feed
from press.topic import ALL
from storage.figures import last_entry
from storage.translation.superseded import unexamined
from translate.engine.smoke_test import run_smoke_test
from translate.packages.installing import Installed, available, ranked
from translate.packages.listing import broken

Finding = tuple[str, bool, str]
ENOUGH_BYTES = 200 * 2**20
# A clock that was set back by less than this is only being corrected.
ASKEW = timedelta(minutes=1)


def examine(newsroom: Newsroom, now: datetime) -> list[Finding]:
    """Look at everything but the translation packages.

    Args:
        newsroom: an open one.
        now: UTC.
    """
    settings, figures = newsroom.settings, count(newsroom.storage, now)
    free = shutil.disk_usage(settings.home).free
    reason = newsroom.front.ready()
    return [
        ("database", reason is None, reason or str(settings.database)),
        ("releases", True, ", ".join(f"{n} {state}" for state, n in figures.states.items())),
        *_work(figures),
        ("delays", True, _delays(figures)),
        ("languages", figures.languages_missing == 0, _languages(figures)),
        ("older texts", True, _unexamined(newsroom)),
        ("documents", *_documents(newsroom, now)),
        ("probing", True, f"{figures.alarms} alarms in the journal"),
        _clock(newsroom, now),
        _zone(settings.site.zone),
        ("disk", free > ENOUGH_BYTES, f"{free // 2**20} MiB free"),
    ]


def examine_packages(folders: Sequence[Path]) -> list[Finding]:
    """Have every translation package say a sentence with sockets closed; a second or two each.

    Args:
        folders: where packages are, as for `translate.packages.installing.find`.

    Returns:
        a finding for each, and for each folder in the home that is a broken one.
    """
    spoilt = [_broken(path, reason) for path, reason in broken(folders[0]).items()]
    found = _serving(folders)
    if not (found or spoilt):
        return [("packages", True, "none; newsroom models install en-fr fetches one")]
    return [*spoilt, *map(_package, found)]


def _serving(folders: Sequence[Path]) -> list[Installed]:
    """What is unpacked, what is packed for other pairs, and the starter for what is left."""
    found = list[Installed]()
    every = ranked(available(folders), folders)
    for _, alike in groupby(every, key=lambda p: (p.is_starter, p.is_packed)):
        pairs = {package.pair for package in found}
        found += [package for package in alike if package.pair not in pairs]
    return found


def _broken(path: Path, reason: str) -> Finding:
    says = f"{path}: {reason}; newsroom models remove {quote(path.name)} removes it"
    return f"package {path.name}", False, says


def _package(package: Installed) -> Finding:
    pair = "-".join(package.pair)
    name = f"starter {pair}" if package.is_starter else f"package {pair}"
    try:
        said = run_smoke_test(package)
    except PackageRefused as refusal:
        return name, False, f"{package.version}, {package.path}: {refusal}"
    says = f"{package.version} speaks with sockets closed: “{said}”"
    if package.is_starter:
        says += f"; it is rough, and newsroom models install {pair} fetches a better one"
    return name, True, says


def _work(figures: Figures) -> list[Finding]:
    due = figures.next_due
    says = f"{figures.waiting} tasks wait, " + (
        f"the next is due {due:%Y-%m-%d %H:%M:%S} UTC" if due else "none is due"
    )
    failed = f"{figures.failed} tasks failed" + (
        "; newsroom tasks lists them" if figures.failed else ""
    )
    overdue = f"{figures.overdue} tasks overdue by more than a minute"
    return [
        ("due work", figures.overdue == 0, overdue),
        ("failed work", figures.failed == 0, failed),
        ("waiting work", True, says),
    ]


def _delays(figures: Figures) -> str:
    delays = figures.delays
    if not delays:
        return "nothing was announced in the last 24 hours"
    said = f"{len(delays)} announced in the last 24 hours, the last after {delays[-1]} ms"
    return f"{said}, the slowest after {max(delays)} ms"


def _languages(figures: Figures) -> str:
    if not figures.languages_missing:
        return "no release due within the hour waits for a language"
    return f"{figures.languages_missing} releases due within the hour wait for a language"


def _unexamined(newsroom: Newsroom) -> str:
    """Texts of a home from before checks: nothing is known against them, and nothing for them."""
    with newsroom.storage.read() as db:
        number = unexamined(db)
    if not number:
        return "what a machine made is kept with its original and with what checks say of it"
    return (
        f"{number} made by a machine before it was kept what they translate and what checks say of"
        " them; newsroom translate --again makes them anew"
    )


def _documents(newsroom: Newsroom, now: datetime) -> tuple[bool, str]:
    """Write every feed as its readers get it, and see what had to be left out."""
    front, faults = newsroom.front, Faults()
    slugs = [ALL, *(topic.slug for topic in front.topics(now))]
    faults.listen()
    try:
        for slug, language in product(slugs, front.site.languages):
            edition = front.edition(Feed(slug, language), now)
            for form in FORMATS.values():
                form.render(edition, front.site)
    finally:
        faults.ignore()
    broken = sorted(faults.counted())
    if broken:
        return False, f"broken releases are left out of feeds: {', '.join(broken)}"
    count = len(slugs) * len(list(front.site.languages)) * len(FORMATS)
    return True, f"all {count} feeds can be written whole"


def _clock(newsroom: Newsroom, now: datetime) -> Finding:
    """A clock behind the newsroom's own journal would hold releases back."""
    with newsroom.storage.read() as db:
        last = last_entry(db)
    says = f"it is {now:%Y-%m-%d %H:%M:%S} UTC"
    if last is None or last <= now + ASKEW:
        return "clock", True, says
    return "clock", False, f"{says}, but the journal goes on until {last:%Y-%m-%d %H:%M:%S} UTC"


def _zone(name: str) -> Finding:
    """Where the zone's rules come from: the system's data wins over the package's."""
    try:
        ZoneInfo.no_cache(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return "time zone", False, f"there is no data for {name}"
    folder = next((f for f in map(Path, zoneinfo.TZPATH) if (f / name).is_file()), None)
    packaged = _packaged()
    source = f"the system's {folder}" if folder else packaged
    return "time zone", True, f"{name}, by {source}" + (f" (also {packaged})" if folder else "")


def _packaged() -> str:
    try:
        return f"tzdata {metadata.version('tzdata')}"
    except metadata.PackageNotFoundError:
        return "no tzdata package"
