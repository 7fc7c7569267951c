"""Where a recommendation stands, as documents cite it, and the numbered list of sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from anbefal.documents.content.blocks import Line, Point, Points, Run
from anbefal.documents.content.lines import foreign_line, line
from anbefal.documents.content.sentences import sentence
from anbefal.model.asking import Asking
from anbefal.model.base import Language
from anbefal.model.dataset import Dataset
from anbefal.model.recommendation import Provenance, Recommendation, Update
from anbefal.wording import wording
from anbefal.wording.place import MARK, Places

SOURCE = "source"
"""The anchor of sources."""


@dataclass(frozen=True, slots=True)
class _Source:
    """One line of the list of sources.

    Attributes:
        document: What the document is, in words.
        where: Its address or title, or an empty text.
        seen: The day that its content was seen elsewhere, in words, or an empty text.
        is_there: Whether it is the document itself that stands there.
    """

    document: str
    where: str
    seen: str = ""
    is_there: bool = False


class Citer:
    """Cites records and numbers their sources in the order of first use.

    Args:
        dataset: The repository.
        language: The language of the document.
    """

    def __init__(self, dataset: Dataset, language: Language) -> None:
        self._dataset = dataset
        self._words = wording(language, "citation")
        self._sources: dict[_Source, int] = {}
        self._by_address: dict[str, int] = {}
        self._places = Places(dataset, language, mark=MARK)

    def cite(self, record: Recommendation) -> Line:
        """Return where a record stands, the number of its source, and how well it is known."""
        places = self._places
        told = (places.body_and_year(record), places.paragraph(record), places.states(record))
        mark = "" if record.provenance.verified else self._words.label["unverified_mark"]
        return line(", ".join(filter(None, told)), " ", self._link(self._source(record)), mark)

    def body(self, record: Recommendation) -> str:
        """Return the short name of the body that a record comes from."""
        return self._places.body(record)

    def body_and_year(self, record: Recommendation) -> str:
        """Return body and year, such as ``CAT 2018``; a year that was inferred is marked."""
        return self._places.body_and_year(record)

    def asked_by(self, askings: Iterable[Asking]) -> str:
        """Return who asks for something as a list of bodies with years, marked as citations are."""
        return self._places.asked_by(askings)

    def short(self, record: Recommendation) -> str:
        """Return body, year and paragraph, enough to tell records of one ask apart."""
        told = (self._places.body_and_year(record), self._places.paragraph(record))
        return " ".join(filter(None, told))

    def ministries(self, records: Sequence[Recommendation]) -> tuple[str, ...]:
        """Return the short names of who answers for some records, marked as citations are."""
        return self._places.ministries(records)

    def evidence(self, update: Update) -> Line:
        """Return the numbers of what an entry of a log points to, each after a space."""
        by = self._dataset.name_of_actor(update.by, self._words.language)
        date = self._words.date(update.date)
        said = self._words.say("said_by", by=by, date=date)
        return line(*(part for one in update.evidence for part in self.address(said, one)))

    def address(self, document: str, where: str | None) -> Line:
        """Return the number of an address after a space, or nothing where there is none.

        Args:
            document: What stands there, in words, for the list of sources.
            where: The address or title; one that is a source already keeps its number.
        """
        if not where:
            return ()
        known = self._by_address.get(where)
        return line(" ", self._link(known or self._number(_Source(document, where, is_there=True))))

    def whence(self, document: str, provenance: Provenance) -> Line:
        """Return the number of where a record's content comes from, after a space, if known."""
        if not provenance.source:
            return ()
        return line(" ", self._link(self._number(self._seen(document, provenance))))

    def legend(self) -> tuple[str, ...]:
        """Return what the marks mean that the citations so far carry, a sentence each."""
        return self._places.legend()

    def seen_together(self) -> str:
        """Return when all sources cited so far were seen, where that is one day for several."""
        days = [one.seen for one in self._sources if one.seen]
        if len(days) < 2 or len(set(days)) > 1:  # noqa: PLR2004 - several
            return ""
        return self._words.say("seen_together", seen=days[0])

    def sources(self, *, with_days: bool = True) -> Points:
        """Return the sources cited so far, by number.

        Args:
            with_days: Whether to tell of each when it was seen.
        """
        points = (
            Point(number, (self._told(one if with_days else replace(one, seen="")),))
            for one, number in self._sources.items()
        )
        return Points(tuple(points), SOURCE, small=True)

    def _told(self, source: _Source) -> Line:
        where: Line = line(source.where)
        if len(source.where.split()) > 1:  # a title; an address or a symbol is of no language
            where = foreign_line(source.where, self._dataset.settings.language, self._words)
        parts: dict[str, str | Line] = {"document": source.document}
        parts |= {"via": where} if source.where else {}
        parts |= {"seen": source.seen} if source.seen else {}
        if source.is_there:
            return sentence(self._words, "source_shown", **parts)
        key = {1: "source", 3: "source_via_seen"}.get(
            len(parts), "source_via" if source.where else "source_seen"
        )
        return sentence(self._words, key, **parts)

    def _link(self, number: int) -> Run:
        return Run(f"[{number}]", target=f"{SOURCE}-{number}")

    def _number(self, source: _Source) -> int:
        number = self._sources.setdefault(source, len(self._sources) + 1)
        self._by_address.setdefault(source.where, number)
        return number

    def _source(self, record: Recommendation) -> int:
        document = self._document(record)
        if record.source.url:
            return self._number(_Source(document, record.source.url, is_there=True))
        return self._number(self._seen(document, record.provenance))

    def _seen(self, document: str, provenance: Provenance) -> _Source:
        seen = self._words.date(provenance.seen) if provenance.seen else ""
        return _Source(document, provenance.source or "", seen)

    def _document(self, record: Recommendation) -> str:
        actor = self._dataset.actors.get(record.source.body)
        body = actor.name.within(self._words.language) if actor else record.source.body
        return f"{body}, {self._places.document(record)}"
