"""A document with every kind of block, made up, whose every text can carry a hostile snippet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date

from anbefal.documents.content.blocks import (
    Bullets,
    Document,
    Fact,
    Facts,
    Figure,
    Line,
    Notice,
    Paragraph,
    Point,
    Points,
    Run,
    Section,
    Subheading,
    Table,
)
from anbefal.documents.pictures.ranking import PictureRow, RankingPicture
from anbefal.model.base import Language

NO_TEXT = {"kind", "language", "title_language", "name", "place", "anchor", "target"}
"""Fields of a document that hold names, which no person writes."""


def sample_document(language: Language = "nb", hostile: str = "") -> Document:
    """Return a document of two pages that holds every kind of block.

    Args:
        language: Its language; the words are Norwegian in any.
        hostile: What stands before and after the words of every text field.
    """
    return _Sample(language, hostile).document()


def texts_of(document: object) -> list[str]:
    """Return every text of a document that is shown, but for those of pictures."""
    return list(_texts(document))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)
    elif is_dataclass(value) and not isinstance(value, RankingPicture):
        for field in fields(value):
            if field.name not in NO_TEXT:
                yield from _texts(getattr(value, field.name))


class _Sample:
    def __init__(self, language: Language, hostile: str) -> None:
        self.language = language
        self.hostile = hostile

    def document(self) -> Document:
        say = self._say
        return Document(
            kind="brief",
            language=self.language,
            title=say("Kjønnslemlestelse og tvang i helsetjenesten"),
            title_language=None if self.language == "nb" else "nb",
            subtitle=say("Notat til møte med departementene"),
            marking=say("INTERN UTGAVE, skal ikke deles ut"),
            author=say("Sekretariatet for arbeidsgruppen"),
            day=date(2022, 12, 1),
            head=(self._facts(), self._notice(), Paragraph(self._line("Våre ord."), small=True)),
            sections=(
                self._about(),
                self._attendance(),
                self._asks(),
                self._questions(),
                self._untitled(),
                self._sources(),
            ),
            pages=2,
        )

    def _say(self, words: str) -> str:
        return f"{self.hostile} {words} {self.hostile}" if self.hostile else words

    def _line(self, *words: str) -> Line:
        return tuple(Run(self._say(one)) for one in words)

    def _cited(self, words: str, number: int) -> Line:
        cited = Run(self._say(f"[{number}]"), target=f"source-{number}")
        return (Run(self._say("CEDAW-komiteen"), strong=True), Run(self._say(words)), cited)

    def _foreign(self, words: str, *, strong: bool = False) -> Line:
        language: Language = "nb" if self.language == "en" else "en"
        return (
            Run(self._say(words), language=language, strong=strong),
            Run(self._say(" (språk: engelsk)")),
        )

    def _facts(self) -> Facts:
        return Facts(
            (
                Fact(self._say("Fra"), (self._line("Sekretariatet"),)),
                Fact(
                    self._say("Til"),
                    (
                        self._line("Justis- og beredskapsdepartementet"),
                        self._line("Barne- og familiedepartementet (kopi)"),
                    ),
                ),
            )
        )

    def _notice(self) -> Notice:
        return Notice(
            (self._line("Vurderingene er eksempler."), self._line("Kriteriene er et forslag."))
        )

    def _about(self) -> Section:
        blocks = (
            Paragraph(self._line("Temaet gjelder helsehjelp ", "uten samtykke.")),
            Paragraph(self._foreign("Care without consent.", strong=True)),
            Subheading(self._say("Siden sist")),
            Bullets(
                (
                    self._line("Oversikten kom i mars 2022."),
                    self._foreign("A survey was held."),
                    self._line("Les mer på https://helse.example/" + "langt-navn/" * 12),
                )
            ),
        )
        return Section("about", self._say("Kort om temaet"), blocks)

    def _attendance(self) -> Section:
        blocks = (
            Bullets((self._line("Helse- og omsorgsdepartementet"), self._line("Helsetilsynet"))),
            Figure(
                self._picture(),
                self._say("Raden som er fremhevet, er dette temaet."),
                self._say("Seks temaer etter prioritet. Temaet er nummer to."),
            ),
        )
        return Section("attendance", self._say("Hvem som deltar"), blocks, "beside")

    def _asks(self) -> Section:
        table = Table(
            self._say("Hva som er anbefalt, rapportert og vurdert"),
            tuple(map(self._say, ("Nr.", "Krav", "Rapportert", "Vurdert"))),
            (
                (
                    (self._line("1"),),
                    (
                        self._cited(", 2017, avsnitt 25 (b) ", 1),
                        self._foreign("Ensure that care rests on consent."),
                    ),
                    (self._line("Under arbeid, 3. mai 2022"),),
                    (self._line("Ikke gjennomført, 2021"), self._line("Delvis, 2022")),
                ),
                ((self._line("2"),), (self._line("Før tall over tvang."),), (), ()),
            ),
            (1, 8, 3, 3),
        )
        small = Paragraph(self._line("Ordnet etter prioritet."), small=True)
        return Section("asks", self._say("Hva organene ber om"), (small, table))

    def _questions(self) -> Section:
        points = Points(
            (
                Point(1, (self._line("Når kommer lovforslaget?"), self._cited(", 2017 ", 2))),
                Point(2, (self._line("Hvem har ansvaret?"),)),
            ),
            "question",
        )
        more = Points((Point(7, (self._line("Hva gjenstår?"),)),), "more")
        return Section("questions", self._say("Spørsmål til departementene"), (points, more))

    def _untitled(self) -> Section:
        signed = (Paragraph(self._line("Oslo, 1. desember 2022")), self._facts())
        return Section("closing", "", signed)

    def _sources(self) -> Section:
        points = Points(
            (
                Point(1, (self._line("CEDAW/C/NOR/CO/9, avsnitt 25 (b)"),)),
                Point(2, (self._foreign("Ninth report"), self._line("Hentet 3. mai 2022"))),
            ),
            "source",
            small=True,
        )
        return Section("sources", self._say("Kilder"), (points,))

    def _picture(self) -> RankingPicture:
        names = ("Vold", "Tvang", "Bolig", "Arbeid", "Skole", "Asyl")
        return RankingPicture(
            language=self.language,
            title=self._say("Temaer etter prioritet"),
            subtitle=self._say("2022, fire vurderte"),
            caveats=(self._say("Vurderingene er eksempler."),),
            score_axis=self._say("Poeng"),
            rank_axis=self._say("Plass"),
            ranked=len(names),
            rows=tuple(self._row(rank, name) for rank, name in enumerate(names, start=1)),
            shortlist_end=self._say("Kortlisten slutter her"),
            filled=self._say("på kortlisten"),
            hollow=self._say("ikke på kortlisten"),
            notes=(self._say("Streken viser hvor sikker plassen er."),),
            caption=self._say("Raden som er fremhevet, er dette temaet."),
            alternative=self._say("Seks temaer etter prioritet."),
        )

    def _row(self, rank: int, name: str) -> PictureRow:
        score = 80.0 - 5 * rank
        return PictureRow(
            name=self._say(name),
            rank=rank,
            score=score,
            low=score - 3,
            high=score + 4,
            rank_best=max(1, rank - 1),
            rank_worst=min(6, rank + 2),
            shortlisted=rank < 4,
            highlighted=rank == 2,
            after_gap=False,
            score_words=f"{score:.0f}",
            told=self._say(f"{name} er nummer {rank}"),
        )
