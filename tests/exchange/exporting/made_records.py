"""Recommendations of every shape that the model allows, with the words that trouble files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from anbefal.exchange.mapped.mapping import Mapping
from anbefal.exchange.mapped.opening import open_list
from anbefal.exchange.mapped.ours import rows_of
from anbefal.exchange.mapped.parquet_reader import read_parquet
from anbefal.exchange.mapped.reading import read_table
from anbefal.exchange.outgoing import ExportFormat, export
from anbefal.exchange.outgoing.columns import export_columns
from anbefal.exchange.wanted import Wanted
from anbefal.model.fields import Shape, shape_of_model
from anbefal.model.incoming import Incoming, Reading
from anbefal.model.labels import Vocabulary
from anbefal.model.recommendation import Recommendation
from repositories import dataset
from walking import one_line_fields

Data = dict[str, Any]

TROUBLE = (
    "=1+1",
    '=HYPERLINK("https://example.org")',
    "+47",
    "-1",
    "@ALLE",
    "\t=1",
    " =1",
    "\u00a0@x",
    "＝1",  # noqa: RUF001
    "'=1",
    "''",
    "'",
    "140.10",
    "007",
    "5-6",
    "1e5",
    "2012-11",
    "true",
    "_x000D_",
    "_x005F_x000D_",
    "&amp; <b>",
    '"',
    'a "b"; c, d',
    " rom foran og bak ",
    "e\u0301 og é",
    "🙂 æøå",
    "[1]",
    '"hei"',
    "{}",
    "ord- deling",
    "https://example.org/a?b=1&c=2",
    "\u00ad\u200b.",
)
LINES = ("første\nandre", "\n=1", "en\ttab", "a\n\nb", 'slutt\n"')

_TURNING = "".join(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF)))
_LETTERS = st.characters(
    codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters=_TURNING
)
_NAMES = st.one_of(
    st.sampled_from(TROUBLE).filter(lambda words: "\t" not in words),
    st.text(_LETTERS, min_size=1, max_size=12).filter(lambda words: bool(words.strip())),
)
_WORDS = st.one_of(_NAMES, st.sampled_from((*TROUBLE, *LINES)))
_FIELDS = [column.name for column in export_columns()]
_DATES = st.sampled_from(("2018", "2018-06", "2018-06-05"))


def records() -> st.SearchStrategy[list[Recommendation]]:
    """Return what makes up to three recommendations, each with another id."""
    one = _mapping(shape_of_model(Recommendation))
    return st.lists(one, min_size=1, max_size=3).map(
        lambda many: [_record(data, number) for number, data in enumerate(many)]
    )


def _record(data: Data, number: int) -> Recommendation:
    if "text" not in data and "summary" not in data:
        data = {**data, "summary": {"nb": "Gjør noe."}}
    return Recommendation.model_validate({**data, "id": f"cat-{number}"})


def _mapping(shape: Shape) -> st.SearchStrategy[Data]:
    assert shape.model is not None
    must, may = {}, {}
    for key in shape.keys:
        inside = shape.inside(key)
        assert inside is not None
        is_line = f"{shape.model.__name__}.{key}" in one_line_fields()
        fields = {field.alias or name: field for name, field in shape.model.model_fields.items()}
        chosen = must if fields[key].is_required() else may
        chosen[key] = _NOTES if key == "internal" else _value(inside, is_line=is_line)
    made = st.fixed_dictionaries(must, optional=may)
    is_text = set(shape.keys) == {"nb", "nn", "en", "se"}
    return made.filter(bool) if is_text else made


def _value(shape: Shape, *, is_line: bool) -> st.SearchStrategy[Any]:
    if shape.model:
        return _mapping(shape)
    if shape.form == "list":
        assert shape.item is not None
        return st.lists(_value(shape.item, is_line=is_line), max_size=2)
    if shape.words:
        return st.sampled_from(shape.words)
    texts = _NAMES if is_line else _WORDS
    forms: dict[str, st.SearchStrategy[Any]] = {
        "date": _DATES,
        "true or false": st.booleans(),
        "mapping": st.dictionaries(st.sampled_from(_FIELDS), _NAMES, max_size=2),
    }
    return forms.get(shape.form, texts)


_NOTES = st.one_of(_WORDS, st.lists(_WORDS, min_size=1, max_size=2))


class Knowing(Vocabulary):
    """The words of a repository that has every theme and every ministry."""

    def has_theme(self, name: str) -> bool:
        return bool(name)

    def has_ministry(self, name: str) -> bool:
        return bool(name)


def vocabulary() -> Vocabulary:
    return Knowing(dataset())


def written(folder: Path, made: list[Recommendation], to: ExportFormat, **more: Any) -> Path:
    """Write an export to a folder."""
    path = folder / f"liste.{to}"
    path.write_bytes(export(made, to, **more))
    return path


def read(path: Path, *, here: bool = False) -> list[Reading]:
    """Return what becomes of the rows of a file without any mapping.

    Args:
        path: The file.
        here: Whether a Parquet file is read in this process, which is quicker.
    """
    is_here = here and path.suffix == ".parquet"
    rows = rows_of(list(read_parquet(path))) if is_here else open_list(path, Mapping())
    return list(read_table(rows, Mapping(), Wanted(), vocabulary()))


def came_back(path: Path, *, here: bool = False) -> list[Recommendation]:
    """Return the records that an export gives again; see :func:`read`."""
    return [as_record(one) for one in read(path, here=here)]


def as_record(reading: Reading) -> Recommendation:
    """Return a row as the record that it would become."""
    assert isinstance(reading, Incoming), reading
    fields = {**reading.fields, "source.body": reading.labels.body}
    plain: Data = {}
    for name, value in fields.items():
        *above, last = name.split(".")
        inner = plain
        for step in above:
            inner = inner.setdefault(step, {})
        inner[last] = value
    return Recommendation.model_validate(plain)
