"""Not, never, without."""

import re
from collections.abc import Iterator
from typing import ClassVar

from press.finding import Finding
from translate.checks.base import Passage, warns

# Per language what denies a sentence, and what may stand for it: without, fail, unable, hardly.
_DENIES = {
    "en": r"not|never|cannot|\w+n['’]t",
    "fr": r"ne|n['’]\w+|pas|jamais",
    "nl": r"niet|nooit|geen",
    "de": r"nicht|nie|niemals|kein\w*",
}
_MAY = {
    "en": r"no|none|nobody|nothing|nowhere|neither|nor|without|un\w+|in\w{4,}|dis\w+|non\w*|"
    r"\w+less|fail\w*|lack\w*|refus\w*|den\w+|hardly|few|little|only|avoid\w*|prevent\w*|stop\w*|rather|"
    r"too|than|if|until|unless|but|absen\w+|reject\w*|miss\w*|free|out|im\w{4,}|ir\w{4,}|except|"
    r"end\w*|ban\w*|forb\w+|impossib\w+|against|away|long|still|more|most|before|yet|instead",
    "fr": r"non|aucun\w*|rien|personne|ni|sans|guère|plus|que|in\w{3,}|im\w{3,}|mal|manqu\w*|"
    r"peu|refus\w*|échou\w*|d[ée]\w{4,}|ir\w{3,}|sauf|moins|faute|seul\w*|impossib\w*|point|nul\w*",
    "nl": r"niemand|niets|nergens|noch|zonder|nee|on\w{3,}|weiger\w*|evenmin|amper|weinig|alleen|"
    r"\w+loos|\w+loze|non\w*|anders|behalve|mislukt\w*|ontbre\w*|in\w{4,}|dis\w+|slechts|tenzij|"
    r"niks|nauwelijks|hoeft|g[ée]én|gebrek|maar",
    "de": r"niemand\w*|nichts|nirgends|weder|noch|ohne|nein|un\w{3,}|nur|kaum|wenig\w*|\w+los\w*|"
    r"sondern|in\w{4,}|dis\w+|statt\w*|außer|miss\w*|fehl\w*|nicht\w*|weiger\w*|sonst|erst|aber|"
    r"verhinder\w*|verm[ie]\w+|anders|\w+frei\w*|mangel\w*",
}


class Negation:
    """What is denied stays denied, and nothing else is."""

    name: ClassVar[str] = "negation"

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Find a denial lost or brought in."""
        source, target = passage.source_language, passage.target_language
        if not {source, target} <= _DENIES.keys():
            return
        if _has(_DENIES[source], passage.source):
            if not _has(f"{_DENIES[target]}|{_MAY[target]}", passage.said):
                yield warns(self, "the source denies something, the translation nothing")
        elif _has(_DENIES[target], passage.said) and not _has(_MAY[source], passage.source):
            yield warns(self, "the translation denies something, the source nothing")


def _has(words: str, text: str) -> bool:
    return re.search(rf"\b(?:{words})\b", text, re.IGNORECASE) is not None
