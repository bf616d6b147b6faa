"""Words that must come out one way: the newsroom's own, and those that need no list."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime

from press.contact import ContactKind
from press.errors import NotAllowedNow
from press.glossary import Term
from press.public.site import Site
from press.releases.release import Release
from press.roles import roles
from press.text import Block
from storage import Database, Storage, journal, topics
from storage.journal import JournalLine
from storage.translation import glossary, memory
from storage.translation.memory import Pair
from translate.terms.countries import countries
from translate.terms.placing import as_it_is


class Glossary:
    """The newsroom's own terms.

    Args:
        storage: where everything is kept.
        site: the newsroom's languages and name.
    """

    def __init__(self, storage: Storage, site: Site) -> None:
        self.storage = storage
        self.site = site

    def every(self, *, seeds: bool = False) -> list[Term]:
        """All terms, those that need no list included if wanted."""
        with self.storage.read() as db:
            if not seeds:
                return glossary.every(db)
            codes = self.site.languages.codes
            pairs = [(one, other) for one in codes for other in codes if one != other]
            return [t for pair in pairs for t in terms_between(db, self.site.title, *pair)]

    def keep(self, terms: Sequence[Term], who: str, now: datetime) -> tuple[list[Term], int]:
        """Add terms, or change them: all in one transaction.

        What a machine made of blocks that hold them is forgotten, so that it is not used again;
        texts that are filed stay as they are until they are made again.

        Returns:
            the terms that changed, and how many blocks were forgotten.
        """
        with self.storage.write() as db:
            changed = glossary.keep(db, terms)
            if changed:
                journal.add(db, JournalLine(now, who, "glossary", None, f"{len(changed)} terms"))
            return changed, _forget(db, changed)

    def remove(self, source: str, target: str, term: str, who: str, now: datetime) -> int:
        """Take a term out.

        Returns:
            of how many blocks a machine's words were forgotten with it.

        Raises:
            NotAllowedNow: it is not in the glossary.
        """
        with self.storage.write() as db:
            if not glossary.remove(db, source, target, term):
                raise NotAllowedNow(f"“{term}” from {source} into {target} is not in the glossary")
            journal.add(db, JournalLine(now, who, "glossary", None, f"without “{term}”"))
            return _forget(db, [Term(source, target, term, "")])


def terms_between(db: Database, title: str, source: str, target: str) -> list[Term]:
    """All terms from one language into another; the newsroom's own win over the others.

    Args:
        db: the database.
        title: the newsroom's name.
        source: code of the language of the terms.
        target: code of the language of their translations.
    """
    named = (*glossary.every(db, source, target), *_seeds(db, title, source, target))
    found: dict[str, Term] = {}
    for term in named:
        found.setdefault(term.term.casefold(), term)
    return list(found.values())


def terms_in(
    db: Database, title: str, pair: tuple[str, str], blocks: Iterable[Block]
) -> list[Term]:
    """The terms that may stand in some blocks.

    Args:
        db: the database.
        title: the newsroom's name.
        pair: codes of the languages, from which and into which.
        blocks: in the former.
    """
    words = " ".join(" ".join(block.markdown.split()) for block in blocks).casefold()
    return [term for term in terms_between(db, title, *pair) if term.term.casefold() in words]


def named_alone(db: Database, source: str, target: str) -> Callable[[str], str | None]:
    """How the newsroom calls what stands alone in a line, in another language.

    Args:
        db: the database.
        source: code of the language of the line.
        target: code of the other.
    """
    terms = glossary.every(db, source, target)
    exact = {term.term: term.translation for term in terms}
    any_case = {t.term.casefold(): t.translation for t in terms if not t.exact_case}
    return lambda line: exact.get(line) or any_case.get(line.casefold())


def contacts_of(release: Release, pair: tuple[str, str]) -> list[Term]:
    """The people whom a release names as its contacts: they are called the same everywhere."""
    people = (contact for contact in release.contacts if contact.kind is ContactKind.PERSON)
    return [as_it_is(person.name, *pair) for person in people]


def _seeds(db: Database, title: str, source: str, target: str) -> Iterator[Term]:
    for topic in topics.every(db):
        if source in topic.titles and target in topic.titles:
            yield Term(source, target, topic.titles[source], topic.titles[target], "topic")
    yield from roles(source, target)
    if " " in title.strip():  # one word, such as the “Newsroom” it is called by default, says less
        yield Term(source, target, title, title, "the newsroom's name", exact_case=True)
    yield from countries(source, target)


def _forget(db: Database, terms: Iterable[Term]) -> int:
    by_pair = defaultdict(list)
    for term in terms:
        by_pair[Pair(term.source, term.target)].append(term.term)
    return sum(memory.forget_about(db, pair, words) for pair, words in by_pair.items())
