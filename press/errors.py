"""Everything that can go wrong, said in words a press officer understands."""

from collections.abc import Sequence


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not a fault of the program
    """Something was asked that cannot be done; the message is the whole explanation."""


class UnreadableFile(Refusal):
    """A file that holds no release in the format it claims."""


class UnknownLanguage(Refusal):
    """A language this newsroom does not publish in."""

    def __init__(self, wanted: str, known: Sequence[str]) -> None:
        super().__init__(f"“{wanted}” is not one of this newsroom's languages: {', '.join(known)}")


class UnreadableTime(Refusal):
    """A date or time that cannot be understood, or is not on a whole minute."""


class NonexistentTime(Refusal):
    """A wall time that the clocks skip.

    Args:
        wall: what was asked, `YYYY-MM-DD HH:MM`.
        zone: the IANA zone it was asked in.
        nearest: the last valid minute before and the first after, as shown on the wall.
    """

    def __init__(self, wall: str, zone: str, nearest: tuple[str, str]) -> None:
        self.nearest = nearest
        super().__init__(
            f"{wall} does not exist in {zone}: the clocks go forward then. "
            f"The nearest times are {nearest[0]} and {nearest[1]}"
        )


class AmbiguousTime(Refusal):
    """A wall time that happens twice.

    Args:
        wall: what was asked, `YYYY-MM-DD HH:MM`.
        zone: the IANA zone it was asked in.
        instants: the first and the second instant, in UTC, as shown to a person.
    """

    def __init__(self, wall: str, zone: str, instants: tuple[str, str]) -> None:
        self.instants = instants
        super().__init__(
            f"{wall} happens twice in {zone}, when the clocks go back: "
            f"choose --fold first ({instants[0]}) or --fold second ({instants[1]})"
        )


class NotPublic(Refusal):
    """What was asked for is unknown or not out; the public is never told which."""

    def __init__(self) -> None:
        super().__init__("not found")


class UnknownRelease(Refusal):
    """No release has this number."""

    def __init__(self, release_id: int) -> None:
        super().__init__(f"there is no release {release_id}; newsroom releases lists them")


class NotAllowedNow(Refusal):
    """The release is not in a state in which this can be done."""


class AddressRefused(Refusal):
    """What is no mail address, or none that we could write to."""


class UnknownSubscriber(Refusal):
    """Nobody of this address follows anything."""

    def __init__(self) -> None:
        super().__init__(
            "nothing is kept of this address; newsroom subscribers lists all there are"
        )


class AttachmentRefused(Refusal):
    """A file that cannot be attached to a release; the message names it."""


class PackageRefused(Refusal):
    """A translation package that is broken, unsafe or not the one that was promised."""


class NoPackage(Refusal):
    """No installed package translates from the one language to the other."""

    def __init__(self, source: str, target: str) -> None:
        self.source, self.target = source, target
        super().__init__(
            f"no translation package from {source} to {target} is installed; "
            f"newsroom models install {source}-{target} fetches one"
        )


class EngineFailed(Refusal):
    """A translation engine that cannot be made to answer."""


class EngineStopped(EngineFailed):
    """An engine that we stopped while somebody waited for it: the work is due again."""


class SettingsRefused(Refusal):
    """One or more settings are wrong; the message names them all."""


class HomeRefused(Refusal):
    """The newsroom's home folder cannot be used."""


class HubRefused(Refusal):
    """A hub is asked for something that it does not do; the message is sent to who asked."""


class HubBusy(Refusal):
    """A hub has as much to do as it takes; it may be asked again later."""


class MailWaits(Refusal):
    """No mail can leave now, whosever it is; nothing is lost, and it is tried again."""


class PortInUse(Refusal):
    """Another program already listens where the server should."""


class CallbackRefused(Refusal):
    """An address of a program elsewhere that we do not ask, whatever it would say."""


class CallbackFailed(Refusal):
    """A program elsewhere that was asked and did not answer."""
