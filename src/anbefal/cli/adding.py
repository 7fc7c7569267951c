"""What a new record of each kind is asked for, and which options give it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from anbefal.cli.asking import Answers, Question
from anbefal.errors import Misuse

if TYPE_CHECKING:
    from anbefal.model.dataset import Dataset

KINDS = ("recommendation", "meeting", "plan", "theme", "actor")
"""The kinds that can be added; scores are entered in other ways."""

FIELDS: Mapping[str, Mapping[str, str]] = {
    "recommendation": {
        "--id": "id",
        "--body": "source.body",
        "--document": "source.document",
        "--paragraph": "source.paragraph",
        "--date": "source.date",
        "--text": "text",
        "--summary": "summary",
        "--theme": "themes",
        "--ministry": "ministries",
    },
    "meeting": {"--id": "id", "--theme": "theme", "--date": "date", "--ministry": "ministries"},
    "plan": {"--id": "id", "--name": "title", "--date": "decided"},
    "theme": {"--id": "id", "--name": "name", "--ministry": "ministries"},
    "actor": {"--id": "id", "--name": "name"},
}
"""Kind to the field that each option gives."""

OF_TEXTS = ("--text", "--summary", "--name")
"""Options whose values begin with a language."""


def given(
    kind: str, options: Mapping[str, Sequence[str] | str | None], assignments: Sequence[str]
) -> dict[str, str | None]:
    """Return field to words, from the options and assignments of a command.

    Raises:
        Misuse: The kind has no field for an option, or a value has the wrong form.
    """
    found: dict[str, str | None] = {}
    for option, value in options.items():
        if not value:
            continue
        if option not in FIELDS[kind]:
            message = f"{option} does not go with a {kind}."
            raise Misuse(message, f"A {kind} takes {', '.join(FIELDS[kind])}, or FIELD=VALUE.")
        field = FIELDS[kind][option]
        if option in OF_TEXTS:
            found |= {f"{field}.{lang}": words for lang, words in map(_text, value)}
        else:
            found[field] = value if isinstance(value, str) else ",".join(value)
    for assignment in assignments:
        field, sign, words = assignment.partition("=")
        if not sign or not field or field[-1] in "+-":
            message = f"{assignment!r} is no assignment."
            raise Misuse(message, "Write FIELD=VALUE.")
        found[field] = words
    return found


def _text(value: str) -> tuple[str, str]:
    language, sign, words = value.partition("=")
    if not sign or language not in {"nb", "nn", "en", "se"}:
        message = f"{value!r} does not say which language it is in."
        raise Misuse(message, "Write nb=…, nn=…, en=… or se=….")
    return language, words


def nested(values: Answers) -> dict[str, Any]:
    """Return values as a record: fields inside others in mappings of their own."""
    record: dict[str, Any] = {}
    for field, value in values.items():
        *above, key = field.split(".")
        inner = record
        for step in above:
            inner = inner.setdefault(step, {})
            if not isinstance(inner, dict):
                message = f"{field!r} cannot be given beside {step!r}."
                raise Misuse(message, "Give the whole of it once.")
        inner[key] = value
    return record


def _recommendation_id(_: Dataset, found: Answers) -> str:
    from anbefal.model.names import as_id

    year = str(found.get("source.date", ""))[:4]
    paragraph = re.sub(r"[\s()]", "", str(found.get("source.paragraph", "")))
    if not year or not paragraph:
        return ""  # a body alone, or with a year, is nothing to know a record by
    return as_id(" ".join((str(found.get("source.body", "")), year, paragraph)))


def _meeting_id(_: Dataset, found: Answers) -> str:
    from anbefal.model.names import as_id

    when = str(found.get("date") or found.get("requested_on") or "")[:4]
    return when and as_id(f"{when} {found.get('theme', '')}")


def _theme_ministries(dataset: Dataset, found: Answers) -> str:
    theme = dataset.themes.get(str(found.get("theme")))
    return ",".join(theme.ministries) if theme else ""


def _named_id(field: str) -> Any:
    def propose(_: Dataset, found: Answers) -> str:
        from anbefal.model.names import as_id

        return as_id(str(found.get(field, "")))

    return propose


QUESTIONS: Mapping[str, tuple[Question, ...]] = {
    "recommendation": (
        Question("source.body", "Which body recommends? (its id, such as cat)"),
        Question("source.document", "Symbol of the document, if known", needed=False),
        Question("source.paragraph", "Paragraph, as in the document, if known", needed=False),
        Question("source.date", "Date of the document, if known", needed=False),
        Question("text.en", "Official wording in English, verbatim, if you have it", needed=False),
        Question("summary.nb", "Our own summary in bokmål", unless=("text.en", "text.nb")),
        Question("themes", "Themes, the main one first (ids, with commas)", needed=False),
        Question("ministries", "Ministries that answer, the leading one first", needed=False),
        Question("provenance.source", "Where do you have it from? (address, title)", needed=False),
        Question("provenance.seen", "When did you look at it? ('today')", needed=False),
        Question("id", "Id", propose=_recommendation_id),
    ),
    "meeting": (
        Question("theme", "On which theme?"),
        Question("state", "How far has it come?", propose=lambda *_: "planned"),
        Question("requested_on", "When was it requested, if it was?", needed=False),
        Question("date", "When is it, or when was it, if known?", needed=False),
        Question("ministries", "Which ministries?", needed=False, propose=_theme_ministries),
        Question("id", "Id", propose=_meeting_id),
    ),
    "plan": (
        Question("title.nb", "What is it called, in bokmål?"),
        Question("owner", "Whose plan is it? (id of an actor)", needed=False),
        Question("decided", "When was it decided, if known?", needed=False),
        Question("id", "Id", propose=_named_id("title.nb")),
    ),
    "theme": (
        Question("name.nb", "What is it called, in bokmål?"),
        Question("description.nb", "What belongs to it, in a sentence?", needed=False),
        Question("ministries", "Ministries that answer, the leading one first", needed=False),
        Question("id", "Id", propose=_named_id("name.nb")),
    ),
    "actor": (
        Question("kind", "What is it?"),
        Question("name.nb", "What is it called, in bokmål?"),
        Question("abbreviation", "Short name, if it has one", needed=False),
        Question("id", "Id", propose=_named_id("name.nb")),
    ),
}
"""Kind to what is asked, in turn."""
