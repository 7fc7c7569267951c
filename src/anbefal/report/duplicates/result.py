"""What `dedupe` suggests, in every form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from anbefal.analysis.duplicates.pairs import Pair
from anbefal.report.duplicates.listing import show_suggestions
from anbefal.report.duplicates.screen import marked, pieces
from anbefal.report.duplicates.shown import Shown, heading, legend, short_lines
from anbefal.report.duplicates.telling import Telling
from anbefal.report.output import Format, Result
from anbefal.report.sections import Line, Section
from anbefal.report.tables import Cell, Column, Table

_NAMED = 8
"""How many records without company are named."""


def duplicates_result(shown: Shown, form: Format) -> Result:
    """Return suggested duplicates in every form; files hold all of them, a screen the first."""
    words = shown.telling.words
    is_page = form is Format.md
    return Result(
        data=_data(shown) if form is Format.json else {},
        table=_page_table(shown) if is_page else _table(shown) if form is Format.csv else _EMPTY,
        title=words.say("title"),
        notes=tuple(_notes(shown)),
        sections=tuple(_sections(shown)) if is_page else (),
        show=lambda out: show_suggestions(shown, out),
    )


def _notes(shown: Shown) -> Iterator[str]:
    words, found = shown.telling.words, shown.suggestions
    yield words.say("suggested")
    yield words.counted("compared", found.compared)
    if found.alone:
        more = " …" if found.alone[_NAMED:] else ""
        yield words.counted("alone", len(found.alone), ids=", ".join(found.alone[:_NAMED]) + more)


def _data(shown: Shown) -> dict[str, Any]:
    found, telling = shown.suggestions, shown.telling
    return {
        "compared": found.compared,
        "alone": list(found.alone),
        "pairs": [
            {
                "a": pair.a,
                "b": pair.b,
                "relation": pair.judgement.relation,
                "score": round(pair.judgement.score, 3),
                "differs_in": list(pair.judgement.differs_in),
                "why": telling.why(pair.judgement),
                "link": pair.link,
                "language": pair.language,
                "a_official": telling.wording(pair.a, pair).official,
                "b_official": telling.wording(pair.b, pair).official,
            }
            for pair in found.pairs
        ],
        "clusters": [list(ids) for ids, _ in shown.groups],
    }


_EMPTY = Table((), ())
_SIDE = ("", "_body", "_date", "_document", "_paragraph", "_official", "_verified", "_text")
_COLUMNS = (
    Column("group"),
    Column("relation"),
    Column("score"),
    Column("link"),
    Column("differs_in"),
    Column("why"),
    *(Column(f"{side}{name}") for side in ("a", "b") for name in _SIDE),
)


def _table(shown: Shown) -> Table:
    """Return a row for each pair, with both texts, for a spreadsheet."""
    return Table(_COLUMNS, tuple(tuple(_row(shown, pair)) for pair in shown.suggestions.pairs))


def _row(shown: Shown, pair: Pair) -> Iterator[Cell]:
    judgement, group = pair.judgement, shown.group_of(pair)
    yield None if group is None or judgement.relation == "related" else group + 1
    yield judgement.relation
    yield round(judgement.score, 3)
    yield pair.link
    yield " ".join(judgement.differs_in)
    yield shown.telling.why(judgement)
    for name in (pair.a, pair.b):
        record, said = shown.telling.record(name), shown.telling.wording(name, pair)
        source = record.source
        yield from (name, source.body, str(source.date) if source.date else None)
        yield from (source.document, source.paragraph, said.official, record.provenance.verified)
        yield said.words


def _page_table(shown: Shown) -> Table:
    """Return the pairs in short, for a document."""
    words, telling = shown.telling.words, shown.telling
    keys = ("column_a", "column_b", "column_likely", "column_differs")
    rows = tuple(
        (pair.a, pair.b, telling.likely(pair.judgement), telling.differs(pair.judgement))
        for pair in shown.suggestions.pairs
    )
    return Table(tuple(Column(words.say(key)) for key in keys), rows)


def _sections(shown: Shown) -> Iterator[Section]:
    """Yield every group with its texts, the related pairs, and how to read them."""
    for number, (ids, of_group) in enumerate(shown.groups, 1):
        texts = [line for pair in of_group for line in _page_lines(shown.telling, pair)]
        yield Section(heading(shown, number, ids), tuple(texts))
    for title, pairs in (("across", shown.across), ("related", shown.related)):
        lines = [
            Line(line, inner=bool(number))
            for pair in pairs
            for number, line in enumerate(short_lines(shown, pair))
        ]
        if lines:
            yield Section(shown.telling.words.say(title), tuple(lines))
    if shown.groups:
        yield legend(shown)


def _page_lines(telling: Telling, pair: Pair) -> Iterator[Line]:
    judgement = pair.judgement
    yield Line(f"{telling.likely(judgement)} {telling.differs(judgement)}")
    yield Line(f"{telling.why(judgement)} {telling.link(pair)}", inner=True)
    for name, other in ((pair.a, pair.b), (pair.b, pair.a)):
        said = "".join(map(marked, pieces(telling, pair, name, other)))
        head = f"{telling.source(name)}, {telling.place(name)} ({name})"
        yield Line(f"{head}. {telling.kind_of_wording(name, pair)}: {said}", inner=True)
