"""Writes the worked examples of duplicates.md: its tables follow from the matcher and its weights.

`python docs/worked_examples.py` writes them anew, after the weights were fitted again; the
sentences around them must then be read. The tests tell when they are not current.
"""  # noqa: INP001 - a script beside its page

from __future__ import annotations

import math
import tomllib
from argparse import ArgumentParser
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from anbefal.analysis.ask.reading import read_ask
from anbefal.analysis.duplicates.features import other_features, subject_features, treaty_features
from anbefal.analysis.duplicates.judging import judge
from anbefal.analysis.duplicates.obligations import obligation_of
from anbefal.analysis.duplicates.pairs import Judgement, PairRelation
from anbefal.analysis.duplicates.reads import Read, prepared

PAGE = Path(__file__).with_name("duplicates.md")
WEIGHTS = tomllib.loads(
    files("anbefal.analysis.duplicates").joinpath("weights.toml").read_text("utf-8")
)

READ = (
    "The State party should continue its efforts to ratify OP-CAT, and train police officers in "
    "how to investigate hate crime, in particular against Muslims."
)

TREATY = {
    "A": "Ratify the Optional Protocol to the Convention against Torture.",
    "B": "Ratify OP-CAT promptly, without delay.",
    "C": "Consider ratifying OPCAT without delay.",
}
CHILDREN = {
    "A": "Prohibit corporal punishment of children.",
    "B": "Explicitly prohibit corporal punishment of children everywhere, without delay.",
    "C": "Consider prohibiting corporal punishment of children everywhere, without delay.",
}
"""A text, the same ask in other words, and one that is as alike and another ask."""


class Differing(NamedTuple):
    """Two asks that differ in one thing.

    Attributes:
        meaning: What differs, as the page says it.
        one: A text.
        other: The other.
    """

    meaning: str
    one: str
    other: str


DIFFERING = {
    "strength": Differing(
        "how strongly it is asked",
        "Ratify the Convention on Enforced Disappearance.",
        "Continue efforts to ratify the Convention on Enforced Disappearance.",
    ),
    "instrument": Differing(
        "which treaty or body",
        "Ratify ILO Convention 169.",
        "Ratify ILO Convention No. 189.",
    ),
    "group": Differing(
        "whom it concerns",
        "Make sure that asylum seekers have access to legal aid.",
        "Make sure that persons in police custody have access to legal aid.",
    ),
    "action": Differing(
        "what kind of thing is to be done",
        "Draw up an action plan against hate speech.",
        "Collect statistics on hate speech.",
    ),
    "part-of": Differing(
        "the one is a minor part of the other",
        "Ratify the Istanbul Convention.",
        "Amend the law on rape, fund shelters for women, ratify the Istanbul Convention.",
    ),
    "subject": Differing(
        "another subject in the same field",
        "Combat trafficking in children.",
        "Combat child labour.",
    ),
}
"""Values of ``differs_in``, with an example of each."""


class Misjudged(NamedTuple):
    """Two texts that the matcher gets wrong.

    Attributes:
        one: A text.
        other: The other.
        said: What the matcher says.
        truth: What somebody who reads them says.
    """

    one: str
    other: str
    said: PairRelation
    truth: str


MISJUDGED = (
    Misjudged(
        "Adopt a national action plan against racism.",
        "Adopt municipal action plans against racism.",
        "duplicate",
        "other authorities",
    ),
    Misjudged(
        CHILDREN["A"],
        "Prohibit corporal punishment of children in schools.",
        "duplicate",
        "a part of it",
    ),
    Misjudged(
        "Increase the number of women in top positions in business.",
        "See to it that more companies are led by women.",
        "related",
        "the same ask",
    ),
    Misjudged(
        "Abolish the death penalty.",
        "Establish a moratorium on executions.",
        "nothing",
        "related",
    ),
)


def read(text: str) -> Read:
    """Return a text ready for comparison."""
    return prepared(read_ask(text, "en"))


def judged(one: str, other: str) -> Judgement:
    """Return what the matcher says of two texts."""
    return judge(read(one), read(other))


def features(table: str, one: str, other: str) -> Mapping[str, float]:
    """Return the features of two texts, by the table that weighs them."""
    a, b = read(one), read(other)
    if table == "subject":
        return subject_features(a, b)
    first, second = obligation_of(a.ask), obligation_of(b.ask)
    if bool(first and second) != (table == "treaty"):
        raise ValueError(f"the matcher does not take the table {table!r}")
    return treaty_features(a, b, first, second) if first and second else other_features(a, b)


def number(value: float) -> str:
    """Return a number as it is, which four decimals must be enough for."""
    if not math.isclose(value, round(value, 4)):
        raise ValueError(f"{value} cannot be written out")
    return f"{value:.4f}".rstrip("0").rstrip(".")


def signed(value: Decimal) -> str:
    """Return a weight with its sign, and two decimals at least."""
    return f"{value:+.2f}" if value == round(value, 2) else f"{value.normalize():+f}"


def sums(table: str, texts: Mapping[str, str], others: Iterable[str]) -> Iterator[str]:
    """Yield the lines of a table that adds up the weights of A beside each of the others."""
    pairs = [features(table, texts["A"], texts[other]) for other in others]
    yield f"| feature | weight |{''.join(f' A and {one} | adds |' for one in others)}"
    yield "|---|--:|" + "--:|--:|" * len(pairs)
    weights = {name: Decimal(str(weight)) for name, weight in WEIGHTS[table].items()}
    begin = weights.pop("constant")
    totals = [begin for _ in pairs]
    yield f"| constant | |{f' | {signed(begin)} |' * len(pairs)}"
    for name, weight in weights.items():
        row = f"| {name} | {signed(weight)} |"
        for place, pair in enumerate(pairs):
            value = number(pair[name])
            totals[place] += weight * Decimal(value)
            row += f" {value} | {signed(weight * Decimal(value))} |" if pair[name] else " | |"
        if any(pair[name] for pair in pairs):
            yield row
    yield f"| **sum** | |{''.join(f' | {signed(one)} |' for one in totals)}"
    likely = [1 / (1 + math.exp(-one)) for one in totals]
    yield f"| **probability** | |{''.join(f' | **{one:.3f}** |' for one in likely)}"


def example(table: str, texts: Mapping[str, str]) -> Iterator[str]:
    """Yield three texts, and the table that adds up the weights of A beside B and C."""
    yield from (f"- {letter}: *{text}*" for letter, text in texts.items())
    yield ""
    yield from sums(table, texts, "BC")


def reading() -> Iterator[str]:
    """Yield what is read in one text, an ask a column."""
    parts = read_ask(READ, "en").parts
    yield f"*{READ}*"
    yield ""
    yield f"| |{''.join(f' ask {number} |' for number, _ in enumerate(parts, 1))}"
    yield "|---|" + "---|" * len(parts)
    for name in ("strength", "deed", "actions", "instruments", "groups", "subjects"):
        found = (getattr(part, name) for part in parts)
        yield f"| {name} |{''.join(f' {cell(one)} |' for one in found)}"
    yield f"| the ask itself |{''.join(f' {cell(part.core)} |' for part in parts)}"
    yield f"| details |{''.join(f' {cell(part.details)} |' for part in parts)}"


def cell(found: str | Iterable[str]) -> str:
    """Return what was found as code, sorted where the order means nothing."""
    words = [found] if isinstance(found, str) else found
    return " ".join(
        f"`{one}`" for one in (sorted(words) if isinstance(words, frozenset) else words)
    )


def differing() -> Iterator[str]:
    """Yield a row for each value of `differs_in`."""
    yield "| value | what differs | for instance | and |"
    yield "|---|---|---|---|"
    for value, (meaning, one, other) in DIFFERING.items():
        yield f"| `{value}` | {meaning} | {one} | {other} |"


def misjudged() -> Iterator[str]:
    """Yield a row for each example that the matcher gets wrong.

    Raises:
        ValueError: It says something else by now, and the example is to be taken off the page.
    """
    yield "| one text | the other | the matcher | a reader |"
    yield "|---|---|---|---|"
    for one, other, said, truth in MISJUDGED:
        found = judged(one, other)
        if found.relation != said:
            raise ValueError(f"take it off the page: {one} {other} is called {found.relation}")
        yield f"| {one} | {other} | {found.relation}, {found.score:.3f} | {truth} |"


BLOCKS: Mapping[str, Callable[[], Iterable[str]]] = {
    "reading": reading,
    "treaty": lambda: example("treaty", TREATY),
    "other": lambda: example("other", CHILDREN),
    "subject": lambda: sums("subject", CHILDREN, "C"),
    "differing": differing,
    "misjudged": misjudged,
}


def page_now() -> str:
    """Return the page with its tables as the matcher makes them."""
    page = PAGE.read_text("utf-8")
    for name, lines in BLOCKS.items():
        begin, end = f"<!-- {name}: made by worked_examples.py -->\n", f"<!-- end of {name} -->"
        made = "\n".join(lines())
        before, found, rest = page.partition(begin)
        _, ended, after = rest.partition(end)
        if not found or not ended:
            raise ValueError(f"the page has no place for {name!r}")
        page = f"{before}{begin}\n{made}\n\n{end}{after}"
    return page


if __name__ == "__main__":
    ArgumentParser(description="Writes the worked examples of duplicates.md.").parse_args()
    PAGE.write_text(page_now(), "utf-8")
