"""What people and programs put round a text that is mailed: greetings, signatures, disclaimers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from intake.mail.looks import bare, speaks_of_another

_THIS_MAIL = (
    r"(?:this|the information (?:contained )?in this|cet?|le present"
    r"|les informations contenues dans cet?|diese|die information(?:en)? in dieser|dit|deze"
    r"|de informatie in (?:dit|deze)) (?:e-?mail|message|mail|communication|courriel|courrier"
    r"|nachricht|bericht|(?:e-)?mailbericht|(?:e-)?mailnachricht)\b"
)
_TITLES = (
    r"(?:confidentiality (?:notice|note)|e-?mail disclaimer|disclaimer|avis de confidentialite"
    r"|haftungsausschluss|vertraulichkeitshinweis)\b"
)
_DISCLAIMER = re.compile(rf"(?:{_TITLES}|{_THIS_MAIL})")
_DISCLAIMS = re.compile(
    r"\b(?:confiden|intended|recipient|addressee|privileged|destinataire|destine|vertraulich"
    r"|empfanger|adressat|vertrouwelijk|geadresseerde|bestemd|ontvanger|disclaimer)"
)
_OTHERS = {
    "it asks not to print": r"(?:please )?(?:consider|think) .{0,40}\b(?:environment|print)"
    r"|pensez a l'environnement|bitte denken sie an die umwelt|bitte prufen sie.{0,60}ausdruck"
    r"|denk (?:eerst )?aan het milieu",
    "it names the device or the program it was sent from": r"(?:sent (?:from|with|via) (?:my"
    r"|outlook|mail|proton|samsung|yahoo)|get outlook for|envoye (?:de|depuis) (?:mon|outlook)"
    r"|von meinem .{1,40} gesendet|gesendet (?:von|mit) (?:mein|outlook|der)"
    r"|ver(?:zonden|stuurd) (?:vanaf|met) (?:mijn|outlook)|outlook (?:pour|fur|voor) ).{0,60}",
    "it says that it was looked at for viruses": r"virus-?(?:free|frei|vrij)\b|sans virus\b"
    r"|this (?:e-?mail|message) has been (?:checked|scanned) for viruses",
    "it is a warning of the mail server": r"(?:caution|warning|attention|achtung|let op|external"
    r"|externe?)\W.{0,20}\b(?:this|the|ce|cet|diese|deze|dit) (?:e-?mail|message|courriel|nachricht"
    r"|bericht)|external (?:e-?mail|sender)\b.{0,40}|you don't often get e-?mail from",
    "it is the footer of a mailing list": r".{0,200}\b(?:unsubscribe|mailman|se desabonner"
    r"|newsletter abbestellen|uitschrijven)\b",
}
_LINES = {why: re.compile(words) for why, words in _OTHERS.items()}
_FOOTER = "it is the footer of a mailing list"
_CLOSING = re.compile(
    r"(?:(?:best|kind|warm|with kind|with best) regards|regards|(?:yours )?(?:sincerely|faithfully)"
    r"|many thanks|all the best|(?:bien )?cordialement|bien a vous|salutations distinguees"
    r"|mit (?:freundlichen|besten|herzlichen) gru(?:ss|ß)en|(?:freundliche|beste|viele|herzliche)"
    r" gru(?:ss|ß)e|met (?:vriendelijke|hartelijke) groet(?:en)?|vriendelijke groet(?:en)?|mfg)"
    r"[,.! ]*"
)
_SALUTATION = re.compile(
    r"(?:dear|hello|hi|good (?:morning|afternoon|day)|bonjour|madame|monsieur|mesdames|chers?"
    r"|cheres?|sehr geehrte[rs]?|liebe[rs]?|guten (?:tag|morgen)|hallo|beste|geachte|dag)\b"
    r".{0,80}[,!:]"
)
_LONGEST_SIGNATURE = 25  # lines with words
_RULE = re.compile(r"[-_=*]{5,}")


def whom_to_call(signature: Sequence[str]) -> list[str]:
    """A signature without the formula above it."""
    first = next((n for n, line in enumerate(signature) if line.strip()), 0)
    is_formula = bool(signature) and _CLOSING.fullmatch(bare(signature[first]))
    return list(signature[first + bool(is_formula) :])


@dataclass(slots=True)
class Trimmed:
    """A text without what was put round it.

    Args:
        lines: of the text.
        signature: who wrote the mail; whom to call, where the text says it nowhere else.
        cut: what else was, and why.
    """

    lines: list[str]
    signature: list[str] = field(default_factory=list)
    cut: list[tuple[str, str]] = field(default_factory=list)


def trimmed(lines: Sequence[str]) -> Trimmed:
    """Part a text from what programs and people put round it."""
    found = Trimmed([])
    paragraphs = _paragraphs(lines)
    last = len(paragraphs) - 1
    for n, paragraph in enumerate(paragraphs):
        if why := _why_cut(paragraph, is_last=n >= last - 1 and n > 0):
            found.cut.append((_said(paragraph), why))
        else:
            found.lines += [*([""] if found.lines else []), *paragraph]
    _cut_signature(found)
    _cut_salutation(found)
    return found


def _why_cut(paragraph: Sequence[str], *, is_last: bool) -> str:
    words = bare(" ".join(paragraph)[:1000])
    if _DISCLAIMER.match(words) and _DISCLAIMS.search(words):
        return "it is a disclaimer"
    if len(words) > 400:
        return ""
    found = next((why for why, shape in _LINES.items() if shape.match(words)), "")
    return "" if found == _FOOTER and not is_last else found


def _cut_signature(found: Trimmed) -> None:
    """From the line “-- ”, or from a closing formula, on."""
    lines, said = found.lines, 0
    for n in range(len(lines) - 1, 0, -1):
        said += bool(lines[n].strip())
        if said > _LONGEST_SIGNATURE:
            return
        is_mark = lines[n].replace("\\", "").rstrip() == "--"
        if is_mark or (len(lines[n]) < 60 and _CLOSING.fullmatch(bare(lines[n]))):
            found.signature = lines[n + is_mark :]  # with its formula
            found.lines = lines[:n]
            if not is_mark:
                continue  # the line may stand above the formula
            return


def _cut_salutation(found: Trimmed) -> None:
    """A greeting, and what announces the text below it."""
    paragraphs = _paragraphs(found.lines)
    if not paragraphs or not _is_salutation(paragraphs[0]):
        return
    rest = paragraphs[0][1:]
    paragraphs[0:1] = [rest] if rest else []
    cut = [found.lines[0]]
    if len(paragraphs) > 1 and speaks_of_another(paragraphs[0]) and len(_said(paragraphs[0])) < 500:
        cut += paragraphs.pop(0)
    found.cut.append((_said(cut), "it greets whom the mail is to"))
    found.lines = [line for one in paragraphs for line in ("", *one)][1:]


def _is_salutation(paragraph: Sequence[str]) -> bool:
    return len(paragraph[0]) < 120 and _SALUTATION.fullmatch(bare(paragraph[0])) is not None


def _paragraphs(lines: Sequence[str]) -> list[list[str]]:
    found = list[list[str]]()
    fresh = True
    for line in lines:
        if not line.strip():
            fresh = True
        elif fresh:
            found.append([line])
            fresh = False
        else:
            found[-1].append(line)
    return found


def _said(lines: Sequence[str]) -> str:
    return " ".join(" ".join(lines).split())
