"""Words that deny, in the newsroom's usual languages: those that surely do, and those that may."""

import re
from functools import cache

from translate.terms.words import words_in

# Per language what denies whatever stands around it. French says it with two words: “personne”
# before “ne” belongs to it, and to no other that stands before.
_DENIES = {
    "en": r"(?<!or )not(?! only\b| just\b| merely\b| least\b| to mention\b| later than\b"
    r"| until\b)|never|cannot"
    r"|\w+n['’]t|nobody|no one|nothing|nowhere|neither|no(?!\.|-| ?\d| doubt\b| longer\b"
    r"| matter\b| wonder\b"
    r"| later\b| less\b| more than\b| fewer\b| sooner\b)|none",
    "fr": r"(?:personne|aucune?|rien|nulle?|jamais|pas une?)\W+(?:[\w’-]+\W+){0,6}?(?:ne|n['’])"
    r"|(?:ne|n['’](?=\w))\W*(?:(?!ne\b|n['’])[\w’'-]+ +){1,7}?(?:pas|jamais|guère|plus|ni"
    r"|(?:rien|personne)(?! n(?:e\b|['’]))"
    r"|aucune?(?! (?:(?!et |ou |mais |qu)[\w-]+ ){1,2}n(?:e\b|['’])))\b"
    r"(?! seulement\b| uniquement\b| que\b)",
    "nl": r"(?<!of )niet(?! alleen\b| enkel\b| slechts\b| meer dan\b| zozeer\b| eens\b)|nooit"
    r"|g[ée]én|geen"
    r"|niemand|niets|nergens",
    "de": r"(?<!oder )nicht(?! nur\b| zuletzt\b| bloß\b| mehr als\b| einmal\b)|nie|niemals"
    r"|kein\w*|niemand\w*"
    r"|nichts|nirgends|nirgendwo",
}
# And what may deny, or stand for what does: without, fail, unable, hardly, only, until.
_MAY = {
    "en": r"not?|non\w*|nor|without|un(?!i[^n]|der|cles?\b|to\b)\w+|in(?:capable|accura|suffic"
    r"|visib"
    r"|abilit|evitab|signific|comple|correct|effect|adequa|activ|dispens|access|credib|defini"
    r"|finit|justic|stab|tact|approp|consist|excus|secur)\w*|im(?:poss|perf|prob|mun|mob|pass"
    r"|pun)\w*"
    r"|irr\w+|ill(?:eg|ic)\w*|dis(?:agree|appear|like|belie|miss|regard|sat|hon|trust|allow|cont"
    r"|qual|prov|pute|count)\w*|mis(?!s|ter)\w+|\w+less|fail\w*|lack\w*|refus\w*|den(?:y|ie[ds]"
    r"|ial)"
    r"|hardly|barely|scarcely|few\w*|little|only|merely|avoid\w*|prevent\w*|stop\w*|rather|too"
    r"|until"
    r"|unless|lest|absen\w+|reject\w*|declin\w*|free|except\w*|ban|bans|banned|forb\w+|prohib\w+"
    r"|far from|instead|false\w*|wrong\w*|ignor\w*|los[set]\w*|worse\w*|bad|badly|poor\w*|longer"
    r"|rare\w*|seldom|resist\w*|doubt\w*|oblivious|vacant|hid\w*|struggl\w*|trouble|aband\w*|less"
    r"|yet|out of|away|short of|oppos(?:e|ed|es|ing)|anything",
    "fr": r"ne|n['’]|non|pas|jamais|aucune?|rien|personne|ni|sans|guère|in(?:capab|exact|suffi|cert"
    r"|connu|chang|attend|évit|utile|effic|exist|visib|soum|demne|dépend|achev|accept|access|comp"
    r"|tact|terd|édit|habit|fini|égal|différ|just|quiet|valid|croy|habil|apt|direct|cess|stab|compr"
    r"|nocent|dispen)\w*|im(?:poss|prév|prob|mob|mun|parf|pay|puis|prud)\w*|irr\w+|ill[ée]\w+"
    r"|mal|manqu\w*|"
    r"peu|refus\w*|échou\w*|échec\w*|dé(?:nu|pourv|ni|nég|ment|sac|sapp|prou|couv|tach)\w*"
    r"|dispar\w*"
    r"|sauf|moins|faute|seule?\w*|uniquement|point|null?\w*|empêch\w*|évit\w*|absen\w+|interdi\w*"
    r"|rejet\w*|contrair\w*|loin|faux|fausse\w*|ignor\w*|rar\w+|perd\w*|perte\w*"
    r"|difficil\w*|mauvais\w*|cess\w*|arrêt\w*|ailleurs|au lieu|zéro",
    "nl": r"niet|geen|noch|zonder|nee|on(?!geveer|der|ze|lang|tw|tv|tm|ts|lin|s\b)\w{3,}|weiger\w*"
    r"|evenmin|amper|weinig|alleen|\w+loos|\w+lo[sz]e|non\w*|no|anders|behalve|mislukt\w*|ontbr\w*"
    r"|slechts|tenzij|niks|nauwelijks|hoeft|gebrek|gemis|pas|in(?:direct|stab|comp|eff)\w*"
    r"|ontken\w*|verh?inder\w*|voorkom\w*|verbo[dt]\w*|verbied\w*|afgewezen|afwij\w*|verwerp\w*"
    r"|vermijd\w*|zelden|minder|uiterlijk|slecht\w*|fout\w*|vals\w*|vrij\w*|afwezig\w*|stop\w*"
    r"|in plaats"
    r"|enkel|dis\w+|ir\w{3,}|im\w{3,}|il\w{3,}|ver van|verdw\w*|verlie\w*"
    r"|verlo\w*|leeg|bezet\w*|uitsluit\w*|uitgesl\w*|moeilijk\w*|lastig\w*|zeldzaam",
    "de": r"nicht\w*|weder|ohne|nein|un(?!ter|ser|sr|gef|io|iv|d\b)\w{3,}|nur|kaum|wenig\w*"
    r"|\w+los\w*"
    r"|sondern|statt\w*|außer\w*|miss\w*|fehl\w*|weiger\w*|sonst\w*|erst|verhinder\w*|verm[ie]\w+"
    r"|anders|\w*frei\w*|mangel\w*|mängel\w*|in(?:stab|komp|eff|akt|dir)\w*|dis(?:kr|qu)\w*"
    r"|ir\w{3,}"
    r"|ill\w{3,}|leugn\w*|bestr(?:e|i)t\w*|verb[oi]\w*|abgel\w*|ableh\w*|lehn\w*|verne?in\w*"
    r"|selten\w*"
    r"|spätestens|schlecht\w*|falsch\w*|abwesen\w*|stopp\w*|lediglich|allein\w*|null"
    r"|weniger|non\w*|no|verwei\w*|verl(?:ier|or|ust)\w*|leer\w*|schwer\w*|schwierig\w*|fern\w*",
}
# Nobody, and everybody: what the one says the other denies.
_NONE = {
    "en": r"nobody|no one|none|nothing|never",
    "fr": r"personne|aucune?|rien|nulle?|jamais",
    "nl": r"niemand|niets|nooit|g[ée]{2}n enkele?",
    "de": r"niemand\w*|nichts|nie|niemals|keine[rs]",
}
_ALL = {
    "en": r"all|always|still|yet|every\w*|each|both|ever|any\w*|whole|entire\w*|everywhere|full\w*",
    "fr": r"tous?|toutes?|toujours|partout|chaque|chacune?|entier\w*|entière\w*|quiconque",
    "nl": r"ieder\w*|alle\w*|altijd|overal|elke?|heel|hele|steeds|allemaal|al|beide\w*",
    "de": r"jede\w*|alle\w*|immer|überall|stets|ganze?\w*|beide\w*|sämtlich\w*",
}
_EVERYBODY = {
    "en": r"everyone|everybody|everything|always|all",
    "fr": r"tout le monde|tous|(?<!de )toutes|toujours",
    "nl": r"iedereen|alles|(?<!nog )altijd|allemaal|allen|alle",
    "de": r"jeder|jedem|jeden|alle|allen|alles|immer(?! noch\b| mehr\b| wieder\b)",
}
_TELLS = {
    "en": "not never cannot t nobody no nothing nowhere neither none",
    "fr": "ne n",
    "nl": "niet nooit geen géén niemand niets nergens",
    "de": "nicht nie niemals niemand niemandem niemanden niemandes nichts nirgends nirgendwo",
}
_TELLING = {language: frozenset(words.split()) for language, words in _TELLS.items()}
_HALVES = r"ne|n['’]|pas|jamais|aucune?|rien|personne|ni|guère|nulle?"  # what French denies with
_END = r"(?:(?!\w)|(?<=['’]))"  # n'a


def reads(language: str) -> bool:
    """Whether the words of a language are known here."""
    return language in _DENIES


def denials(text: str, language: str) -> tuple[str, ...]:
    """The words of a text that surely deny.

    Args:
        text: with plain spaces.
        language: code of its language, one that `reads`.
    """
    if words_in(text).isdisjoint(_TELLING[language]) and "kein" not in text.lower():
        return ()  # told fast: most sentences deny nothing
    return tuple(match[0] for match in _pattern(_DENIES[language]).finditer(text))


def may_deny(text: str, language: str) -> int:
    """How many words of a text may deny besides, or stand for what does."""
    surely = denials(text, language)
    if language == "fr":  # between the two words others may stand
        halves = (len(_pattern(_HALVES).findall(denial)) for denial in surely)
        return len(_pattern(_MAY[language]).findall(text)) - sum(halves)
    return len(_pattern(f"{_DENIES[language]}|{_MAY[language]}").findall(text)) - len(surely)


def overturned(texts: tuple[str, str], languages: tuple[str, str]) -> tuple[str, str] | None:
    """The words for nobody and for everybody where a translation says the one for the other.

    Args:
        texts: a text and its translation, with plain spaces.
        languages: codes of the two, which this module `reads`.
    """
    none = _pattern(_NONE[languages[0]]).search(texts[0])
    every = _pattern(_EVERYBODY[languages[1]]).search(texts[1]) if none else None
    if not none or not every or _pattern(_ALL[languages[0]]).search(texts[0]):
        return None
    return none[0], every[0]


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words}){_END}", re.IGNORECASE)
