"""Building blocks of every record: strict frozen models, ids, references, texts in languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, Strict, StringConstraints, model_validator

Language = Literal["nb", "nn", "en", "se"]
"""Languages that texts for people may have: bokmål, nynorsk, English, Northern Sami."""

FALLBACK: dict[Language, tuple[Language, ...]] = {
    "nb": ("nb", "nn", "en", "se"),
    "nn": ("nn", "nb", "en", "se"),
    "en": ("en", "nb", "nn", "se"),
    "se": ("se", "nb", "nn", "en"),
}
"""For each language, the order in which a text's languages are tried."""

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LONGEST_ID = 120
"""Characters of an id."""

Id = Annotated[
    str,
    StringConstraints(pattern=ID_PATTERN, max_length=LONGEST_ID),
    Field(description="What others name it by: small letters a-z, digits and single hyphens."),
]
_CONTROL = r"\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff"
"""Characters that are invisible or turn the direction of what follows; tab and line break apart."""

WORDS_PATTERN = rf"^[^{_CONTROL}]*[^\s{_CONTROL}][^{_CONTROL}]*$"
Words = Annotated[str, StringConstraints(pattern=WORDS_PATTERN)]
"""Text that is not blank and holds no control characters but tabs and line breaks."""

NAME_PATTERN = rf"^[^\t\n{_CONTROL}]*[^\s{_CONTROL}][^\t\n{_CONTROL}]*$"
Name = Annotated[str, StringConstraints(pattern=NAME_PATTERN)]
"""Words on one line: a symbol, a number in a document, a label."""


@dataclass(frozen=True, slots=True)
class RefersTo:
    """Marks a field's text, or each text of its list, as the id of another record.

    It changes neither what the field accepts nor its JSON Schema. :mod:`anbefal.model.references`
    finds what is marked; rules check that the record exists.

    Attributes:
        kind: The kind of the record that is named, as :class:`~anbefal.model.kinds.Kind` names it.
        actor_kinds: The kinds that an actor named here may be of; empty where any will do.
    """

    kind: str
    actor_kinds: tuple[str, ...] = ()


ActorRef = Annotated[Name, RefersTo("actor")]
"""The id of an actor of any kind."""
MinistryRef = Annotated[Name, RefersTo("actor", ("ministry",))]
"""The id of a ministry, which answers."""
BodyRef = Annotated[Name, RefersTo("actor", ("treaty-body", "mechanism"))]
"""The id of a treaty body or another mechanism, which recommends."""
AssessorRef = Annotated[Name, RefersTo("actor", ("organisation", "network", "ombud"))]
"""The id of an organisation, a network or an ombud, which assesses."""
ThemeRef = Annotated[Name, RefersTo("theme")]
"""The id of a theme."""
RecommendationRef = Annotated[Name, RefersTo("recommendation")]
"""The id of a recommendation."""

Item = TypeVar("Item")
Many = Annotated[tuple[Item, ...], Strict(False)]
"""A list in the file, a tuple in the record."""


class Part(BaseModel):
    """A mapping in a data file: frozen, strictly typed, unknown keys refused."""

    model_config = ConfigDict(
        frozen=True, strict=True, extra="forbid", allow_inf_nan=False, use_attribute_docstrings=True
    )


class Record(Part):
    """A part that may carry internal notes."""

    internal: Many[Words] | Words | None = None
    """Notes for the secretariat only. They never reach a public output."""


class Text(Part):
    """A text for people, in one or more languages."""

    nb: Words | None = None
    """Bokmål."""
    nn: Words | None = None
    """Nynorsk."""
    en: Words | None = None
    """English."""
    se: Words | None = None
    """Northern Sami."""

    @model_validator(mode="after")
    def _has_a_language(self) -> Self:
        if not (self.nb or self.nn or self.en or self.se):
            msg = "a text needs at least one language: nb, nn, en or se"
            raise ValueError(msg)
        return self

    def choose(self, language: Language) -> tuple[Language, str]:
        """Return the text in ``language`` or in the next best one, with the one it is in."""
        for candidate in FALLBACK[language]:
            words: str | None = getattr(self, candidate)
            if words:
                return candidate, words
        msg = "a Text always has a language"
        raise AssertionError(msg)

    def has(self, language: Language) -> bool:
        """Return whether the text is there in ``language`` itself."""
        return bool(getattr(self, language))

    def within(self, language: Language) -> str:
        """Return the words of :meth:`choose` alone."""
        return self.choose(language)[1]
