"""How records are named in the program's own English outputs."""

from __future__ import annotations

from anbefal.model.base import Language, Text
from anbefal.model.dataset import Dataset
from anbefal.model.recommendation import Recommendation

INFERRED = " (inferred)"


def chosen(text: Text, language: Language) -> str:
    """Return a text, marked with its language where it is another than the one asked for."""
    found, words = text.choose(language)
    return words if found == language else f"[{found}] {words}"


def place(dataset: Dataset, record: Recommendation, language: Language) -> str:
    """Return body, symbol, paragraph and date of a record; what was inferred is marked."""
    source, inferred = record.source, set(record.provenance.inferred)

    def marked(field: str, words: str) -> str:
        return words + INFERRED if field in inferred else words

    parts = [dataset.name_of_actor(source.body, language)]
    parts.append(marked("document", source.document) if source.document else "document not known")
    if source.paragraph:
        parts.append(marked("paragraph", f"para. {source.paragraph}"))
    elif source.proposal:
        parts.append(f"proposal {source.proposal}")
    else:
        parts.append("paragraph not known")
    if source.date:
        parts.append(marked("date", str(source.date)))
    return ", ".join(parts)
