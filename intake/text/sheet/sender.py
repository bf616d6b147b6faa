"""Whether a line names an office that sends texts, and nothing else: `Landesamt für Zahlen`."""

import re

from intake.characters.flat import low, set_of

_LONGEST, _MOST_WORDS = 90, 12
# What offices are called by, in English, French, Dutch and German.
_OFFICES = re.compile(
    r"\b(?:\w*minist(?:ry|er(?:e|ie|ium))|department|departement|office|offices|bureau|\w*buro"
    r"|\w*amt|\w*behorde|\w*anstalt|authority|autorite|observatoire|agency|agence|agentschap|agentur|administration"
    r"|commission|commissie|kommission|council|conseil|raad|rat|committee|comite|\w*ausschuss"
    r"|parliament|parlement|\w*parlament|assembly|assemblee|senate?|senaat|\w*kammer|chambre|kamer"
    r"|government|gouvernement|regering|\w*regierung|\w*kanzlei|chancellery|chancellerie"
    r"|embassy|ambassade|\w*botschaft|consulate|consulat|consulaat|\w*konsulat"
    r"|\w*police|\w*politie|\w*polizei\w*|prefecture|brandweer|\w*feuerwehr|fire (?:service"
    r"|brigade)"
    r"|\w*staatsanwaltschaft|parquet|openbaar ministerie|prosecutor'?s? (?:office|service)"
    r"|court|cour|tribunal|\w*gericht(?:shof)?|rechtbank|hof"
    r"|city|ville|commune|stad|gemeente|\w*stadt|gemeinde|landkreis|provinci?e|region|canton|kanton"
    r"|service|services|dienst|\w*dienst|spf|fod|fps|federation|federatie|verband|\w*verband"
    r"|\w*verein|association|vereniging|union|unie|\w*bund|league|ligue|alliance|network|reseau"
    r"|institute?|institut|instituut|university|universite\w*|universit\w+|centre|center|centrum"
    r"|zentrum|foundation|fondation|stichting|\w*stiftung|fund|fonds|bank|banque|museum|musee"
    r"|cross|croix-rouge|kruis|kreuz|organi[sz]ation|organisatie|programme|secretariat|sekretariat"
    r"|directorate(?:-general)?|direction|directie|direktion|delegation|mission|press office"
    r"|presse(?:stelle|dienst|amt|abteilung)|persdienst|voorlichting|newsroom|media relations"
    r"|communications? (?:team|unit|service|department)|cabinet|kabinett?|afdeling|abteilung"
    r"|referat|se[ck]tion|sectie|stabsstelle|fachbereich|dezernat|division|medienstelle"
    r"|republique|republi[ck]|republiek|royaume|kingdom|koninkrijk|\w*konigreich|freistaat"
    r"|hospital|hopital|ziekenhuis|port|haven)\b"
)
# Small words that stand in a name, and what makes an adjective of French.
_JOINING = set_of(
    "a aan and au aux bei beim d' das de del der des die du en et for fur het im in l' la le les of"
    " on op pour sur te the to und van voor vom von zu zum zur & - – — / e.v. aan den"
)
_AND = set_of("& - – — /")
_OF_WHAT = re.compile(r"\b(?:of|for)\s\w+", re.IGNORECASE)  # `Ministry of Works`: no verb
_ARTICLES = set_of("the de het der die das la le les")
_FRENCH = re.compile(
    r"\w+(?:ales?|aux|els?|elles?|iques?|aires?|eres?|iers?|ens?|ennes?|tions?|ees?|ments?|ances?"
    r"|ences?|tes?|eurs?|euses?|ives?|ifs?|ures?|ois|oises?|ains?|aines?|isme|ie|ique)"
)
# Words of an office without a capital: `Press office`, `Cabinet de la ministre`.
_PLAIN = re.compile(
    r"press|presse|pers|medias?|communicati\w+|relations?|ministres?|president\w*|premier|public|team"
)
_FRENCH_HEADS = re.compile(
    r"(?:le |la )?(?:ministere|cabinet|service|direction|departement|agence|office|conseil"
    r"|parlement|police"
    r"|prefecture|ambassade|ville|spf|institut|bureau|comite|cour|haut-commissariat|secretariat"
    r"|chambre|autorite|federation|fondation|commission|region|banque|centre|observatoire)\b"
)
# Verbs of headlines in which every word has a capital.
_VERBS = set_of(
    "accuses adopts agrees aims allows announces appeals appoints approves arrests asks"
    " awards backs"
    " bans begins boosts brings builds calls closes condemns confirms cuts declares delivers"
    " demands"
    " donates elects ends expands extends finds funds gets gives grants has helps holds invests is"
    " joins launches leads makes marks meets names offers opens orders plans pledges praises"
    " presents"
    " proposes protects publishes puts raises reaches receives rejects releases reports"
    " requests says"
    " seeks sends sets shows signs starts steps stops supports takes tells to unveils urges visits"
    " votes warns welcomes will wins works arrest appeal announce launch seek warn are"
    " annonce approuve condamne presente lance adopte accueille salue appelle signe est sont"
    " vote votent adoptent rejette demande ouvre recrute arrete interpelle organise celebre invite"
    " deplore felicite inaugure precise publie renforce soutient"
    " kondigt keurt opent start lanceert steunt wil vraagt roept is zijn"
    " eroffnet fordert warnt meldet startet stellt sucht nimmt ist sind ruft plant bittet"
)


def is_sender(words: str) -> bool:
    """Whether words name an office and say nothing of it.

    Args:
        words: of a line or a part of one, without marks of Markdown.
    """
    if not _may_be_name(words) or not _OFFICES.search(_head(low(words))):
        return False
    is_french = _FRENCH_HEADS.match(low(words)) is not None
    return all(_is_of_name(word, is_french=is_french) for word in words.split())


def _head(words: str) -> str:
    """The words of a name up to the first that joins others to it: `Rede der Ministerin` is one.

    An article before them is not needed.
    """
    said = words.split()
    said = said[1:] if said and said[0] in _ARTICLES else said
    joins = (n for n, word in enumerate(said) if word in _JOINING - _AND)
    end = next((n for n in joins if not said[n - 1].endswith("-")), len(said))
    return " ".join(said[:end])


def may_be_sender(words: str) -> bool:
    """Whether words may be a name of any kind, where it is known that they are no headline."""
    return _may_be_name(words) and all(_is_of_name(w, is_french=False) for w in words.split())


def _may_be_name(words: str) -> bool:
    said = words.split()
    if not said or len(words) > _LONGEST or len(said) > _MOST_WORDS:
        return False
    is_whole = low(said[-1]).strip(",") not in _JOINING and words[-1] not in '.!?:,;…”"»'
    has_verb = not _VERBS.isdisjoint(low(_OF_WHAT.sub("", words)).split())
    return (
        is_whole and not has_verb and words[0].isupper() and not re.search(r"\d|[:!?€$%“„«]", words)
    )


def _is_of_name(word: str, *, is_french: bool) -> bool:
    bare = word.strip("(),.'’")
    if not bare or not bare[0].islower():
        return True
    plain = low(bare)
    if _PLAIN.fullmatch(plain) or _OFFICES.fullmatch(plain):
        return True
    is_joined = plain in _JOINING or plain.startswith(("d'", "l'"))
    return is_joined or (is_french and _FRENCH.fullmatch(plain) is not None)
