"""Which text of a mail is the release: one that is attached, or the mail's own."""

from collections.abc import Callable, Sequence

from intake.characters.foreign import kind_of_bytes
from intake.given import Given
from intake.mail.contents import MailFile
from intake.mail.looks import counted_words, is_note, speaks_of_another
from press.errors import Refusal, UnreadableFile
from press.releases.received import LeftOut
from press.releases.release import Reading

# Reads a file as whatever text it is, by its name and content; None where it is no text.
ReadText = Callable[[str, bytes, Given], Reading | None]
# Of files that may hold a press text; the others among them are not read, and may be meant.
_TEXTS = (".docx", ".docm", ".odt", ".md", ".markdown", ".txt", ".text", ".html", ".htm")
_UNREAD = (".doc", ".rtf", ".pages", ".pdf", ".wpd", ".msg")
_OTHER = "not read: paste its text, or attach it as a Word file (.docx)"
_ATTACHED = ("ATT0", "att0")  # what Exchange makes of a footer


class Texts:
    """The texts that are attached to a mail.

    Args:
        files: all that are attached.
        given: what is known beside the text.
        read_text: reads one; None where it is no text.
    """

    def __init__(self, files: Sequence[MailFile], given: Given, read_text: ReadText) -> None:
        self._given, self._read_text = given, read_text
        self.left_out = list[LeftOut]()
        self.notes = list[str]()
        footers = [file for file in files if file.name.startswith(_ATTACHED)]
        rest = [file for file in files if file not in footers]
        self.texts = [file for file in rest if file.name.lower().endswith(_TEXTS)]
        self.others = [file for file in rest if file not in self.texts]
        self.left_out += [LeftOut(file.name, "a mail server added it") for file in footers]
        self.unread = [*footers, *self.others]  # of which no word is in a release

    def read(self, own: Sequence[str], *, is_only_answer: bool) -> Reading | None:
        """The release that is attached; None where the mail's own text is it.

        Args:
            own: the lines of that.
            is_only_answer: whether they only answer another mail.

        Raises:
            UnreadableFile: two texts are attached, or the one that is meant cannot be read.
        """
        if len(self.texts) > 1:
            names = " and ".join(file.name for file in self.texts[:4])
            raise UnreadableFile(f"it has several texts attached, {names}: send a mail for each")
        if self.texts:
            return self._attached(self.texts[0], own)
        self._check_own(own, is_only_answer=is_only_answer)
        return None

    def why_not_own(self, own: Sequence[str]) -> str:
        """Why the mail's own words are not the text."""
        name = self.texts[0].name
        if is_note(own):
            return f"it is what was said with {name}"
        self.notes.append(
            f"the text is that of {name}; the mail's own {counted_words(own)} words are left out"
        )
        return f"the text was read in {name}"

    def _attached(self, file: MailFile, own: Sequence[str]) -> Reading | None:
        try:
            reading = self._read_text(file.name, file.data, self._given)
            if reading is None:
                raise UnreadableFile("it is no text that is read here")
        except Refusal as refusal:
            if is_note(own):
                raise UnreadableFile(f"of what is attached, {file.name}: {refusal}") from refusal
            self.left_out.append(LeftOut(file.name, str(refusal)))
            self.notes.append(f"{file.name} could not be read; the text is the mail's own")
            self.unread.append(file)
            return None
        return reading

    def _check_own(self, own: Sequence[str], *, is_only_answer: bool) -> None:
        """Refuse where what the mail says itself is not what is meant."""
        meant = [file for file in self.others if file.name.lower().endswith(_UNREAD)]
        if meant and (speaks_of_another(own) or not counted_words(own)) and is_note(own):
            kind = kind_of_bytes(meant[0].data) or _OTHER
            raise UnreadableFile(f"it has hardly a text of its own, and {meant[0].name} is {kind}")
        if is_only_answer:
            raise UnreadableFile(
                "it answers another mail and has hardly a text of its own: send the press text in "
                "a new mail, or pass the other mail on"
            )
