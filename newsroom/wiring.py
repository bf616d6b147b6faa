"""The opened newsroom: everything wired once, nothing running."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from delivery.http import GuardedClient
from delivery.websub import Callbacks
from newsroom.filing.releases import Releases
from newsroom.proofs.probes import Probes
from newsroom.public.front import Front
from newsroom.public.standing import StandingPages
from newsroom.releases.attachments import Attachments
from newsroom.releases.editing import Edits
from newsroom.releases.history import History
from newsroom.releases.life import Life
from newsroom.releases.previews import Previews
from newsroom.releases.revising import Revisions
from newsroom.releases.topic_pictures import TopicPictures
from newsroom.releases.topics import Topics
from newsroom.review.dismissing import Dismissing
from newsroom.review.exchange import Exchange
from newsroom.review.looking import Sheets
from newsroom.review.review import Review
from newsroom.review.taking import Taking
from newsroom.review.topics import TopicReview
from newsroom.settings import Settings
from newsroom.tasks.work import Work
from newsroom.telling.following.roster import Roster
from newsroom.telling.following.sign_ups import SignUps
from newsroom.telling.hooks import Hooks
from newsroom.telling.hub import Hub
from newsroom.telling.lane import Lane
from newsroom.telling.mailing import Mailing
from newsroom.telling.pushing import Pushing
from newsroom.telling.webhooks import Webhooks
from newsroom.translation.glossary import Glossary
from newsroom.upkeep.figures import Gauges
from newsroom.upkeep.private_home import close_home
from press.errors import HomeRefused
from press.public.site import Fallback, Site
from press.topic import ALL
from storage import Storage, topics
from storage.search import index


@dataclass(frozen=True, slots=True)
class Newsroom:
    """A newsroom that is open: everything wired, nothing running.

    Args:
        settings: as read.
        storage: where everything is kept.
        releases: filing them, and looking at what is filed.
        life: moving a release through its life.
        revisions: new words for what was filed.
        edits: small changes, piece by piece.
        history: every version, and the way back to one.
        attachments: files that go with releases.
        topics: what feeds are about.
        topic_pictures: what stands for them.
        topic_review: what editors see and say of them where a machine did.
        sheets: what editors see of translations.
        review: what editors say of them.
        dismissing: what they say of findings.
        front: the public's side.
        work: what is due.
        previews: links for colleagues to what is not out.
        probes: the alarm for those who feel about for it.
        gauges: the figures.
        glossary: terms that must come out one way.
        exchange: what goes to translators outside and comes back.
        following: following by mail, as the public does it.
        roster: who follows by mail, as officers see it.
        webhooks: programs elsewhere that are told.
        hub: takes subscriptions to feeds.
        lanes: how people and programs are told, a channel each.
    """

    settings: Settings
    storage: Storage
    releases: Releases
    life: Life
    revisions: Revisions
    edits: Edits
    history: History
    attachments: Attachments
    topics: Topics
    topic_pictures: TopicPictures
    topic_review: TopicReview
    sheets: Sheets
    review: Review
    dismissing: Dismissing
    front: Front
    work: Work
    previews: Previews
    probes: Probes
    gauges: Gauges
    glossary: Glossary
    exchange: Exchange
    following: SignUps
    roster: Roster
    webhooks: Webhooks
    hub: Hub
    lanes: tuple[Lane, ...]


def check_there(settings: Settings) -> None:
    """Make sure that there is a newsroom in the home; a mistyped one is not made by accident.

    Raises:
        HomeRefused: there is none.
    """
    if not settings.database.exists():
        raise HomeRefused(f"there is no newsroom in {settings.home}; newsroom init makes one")


def open_newsroom(settings: Settings, now: datetime) -> Newsroom:
    """Open the newsroom in its home folder, making it if it is new.

    Args:
        settings: as read.
        now: UTC; on the first opening, since when the newsroom exists.

    Raises:
        HomeRefused: the home cannot be made or written.
    """
    try:
        # Nobody else on the machine may read what is under embargo.
        settings.home.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise HomeRefused(f"the home {settings.home} cannot be made: {error.strerror}") from error
    _check_whole(settings)
    storage = Storage(settings.database)
    close_home(settings)
    _found(storage, now)
    _speak(storage, settings.site)
    site, readiness = settings.site, settings.readiness
    pages = StandingPages(settings.pages, site.languages.codes)
    probes, front = Probes(storage), Front(storage, site, pages, settings.logo)
    client = GuardedClient(private=settings.private_callbacks)
    return Newsroom(
        settings,
        storage,
        releases=Releases(storage, site),
        life=Life(storage, site),
        revisions=Revisions(storage, site),
        edits=Edits(storage, site),
        history=History(storage, site, readiness),
        attachments=Attachments(storage, site),
        topics=Topics(storage, site),
        topic_pictures=TopicPictures(storage, site),
        topic_review=TopicReview(storage, site, readiness),
        sheets=Sheets(storage),
        review=Review(storage, site, readiness),
        dismissing=Dismissing(storage, readiness),
        front=front,
        work=Work(storage),
        previews=Previews(storage, site),
        probes=probes,
        gauges=Gauges(storage, probes, settings.metrics_token),
        glossary=Glossary(storage, site),
        exchange=Exchange(storage, Taking(storage, site, readiness)),
        following=SignUps(storage, site),
        roster=Roster(storage, settings.mailbox),
        webhooks=Webhooks(storage, front, client),
        hub=Hub(storage, front, private=settings.private_callbacks),
        lanes=(
            Mailing(storage, front, settings.mail, settings.mailbox, _now),
            Hooks(storage, front, client, _now),
            Pushing(storage, front, Callbacks(client), _now),
        ),
    )


def _now() -> datetime:
    return datetime.now(UTC)


def _check_whole(settings: Settings) -> None:
    """Refuse a home whose database is gone and left a part: SQLite would throw that away.

    What was written last may be in the WAL alone (https://www.sqlite.org/wal.html, 4).
    """
    parts = [Path(f"{settings.database}{end}") for end in ("-wal", "-journal")]
    left = [path for path in parts if path.exists() and path.stat().st_size]
    if left and not settings.database.exists():
        raise HomeRefused(
            f"{settings.database} is gone, and {left[0].name} is still there: bring the database "
            "back beside it, or move that away too"
        )


def _speak(storage: Storage, site: Site) -> None:
    """Have releases found in each language that has pages."""
    codes, stands_in = site.languages.codes, site.fallback is Fallback.ORIGINAL
    with storage.read() as db:
        if index.is_spoken(db, codes, stands_in=stands_in):
            return
    with storage.write() as db:
        index.speak(db, codes, stands_in=stands_in)


def _found(storage: Storage, now: datetime) -> None:
    """Note once since when there is a feed of everything, for as long as it is empty."""
    with storage.read() as db:
        if topics.changed_at(db, ALL) is not None:
            return
    with storage.write() as db:
        topics.mention(db, [ALL], now)
