"""Writes the pages that follow from the code: rules.md, commands.md and data.md.

`python docs/generate.py` writes them; with `--check` it only tells which are not current.
"""  # noqa: INP001 - a script beside its pages

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from enum import Enum
from inspect import Parameter, getdoc, signature
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter
from typer import Typer
from typer.models import ArgumentInfo, OptionInfo

from anbefal.cli.app import app
from anbefal.diagnostics import RuleDoc
from anbefal.markup import markdown_literal
from anbefal.model.base import ID_PATTERN
from anbefal.model.dates import DateField
from anbefal.model.kinds import KINDS, Kind
from anbefal.report.duplicates.finding import UNDECIDED
from anbefal.rules import RULES
from anbefal.store.reading.findings import READING

DOCS = Path(__file__).parent
EXAMPLES = DOCS.parent / "tests" / "examples" / "base"
"""A repository without findings, which the tests hold: its files are the examples."""

EXAMPLE_OF = {
    "recommendation": "recommendations/cat/cat-2018-16.yaml",
    "assessment": "assessments/2022/juss.yaml",
    "meeting": "meetings/2022-isolasjon.yaml",
    "plan": "plans/oppfolging-2021.yaml",
}
"""The example of each kind that has a folder."""

MADE = "<!-- Made by docs/generate.py from the code. Change the code and run it again. -->"

RULES_INTRO = """\
Every finding has a code, which this page explains. An **error** must be mended: rankings and
handouts are not made from data with errors, and `anbefal validate` ends with exit code 1. A
**warning** is something to look at; the exit code stays 0.

What each key of the data means stands in [data.md](data.md).
"""

COMMANDS_INTRO = """\
`anbefal COMMAND --help` shows the same in the terminal, and `anbefal --install-completion` teaches
your shell to complete the words.

Results go to standard output, messages to standard error. The exit code tells how it went:

| exit code | meaning |
|---|---|
| 0 | done; nothing is wrong |
| 1 | the data has errors |
| 2 | the command was called with words that it cannot use |
| 3 | it could not run: no repository, or a file or template that cannot be used |
| 70 | a bug of ours; please report it |
| 130 | interrupted |
"""

DATA_INTRO = """\
The data is plain text: YAML 1.2 in UTF-8, in the folder `data/`. It can be read and changed in any
editor, and git keeps its history.

- A repository is a folder with `data/criteria.yaml` in it.
- One record stands in one file, named by its id: `cat-2018-16` in `cat-2018-16.yaml`. Themes and
  actors are lists in one file each. Files may lie in subfolders.
- Keys are English. A key that is not listed here is an error, so that a misspelt one cannot be
  lost. Where a key need not be there and nothing is known, leave it out. A single value may also be
  `null`, which says the same in so many words.
- What looks like a number but is a text stands in quotes: `paragraph: "140.10"`. Without them it
  would become 140.1, which is another paragraph.
- A date is written `2022-10-03`; `2022-10` or `2022` where no more is known.
- An id has small letters a-z, digits and single hyphens. Norwegian letters are rewritten: æ as ae,
  ø as o, å as a.

`anbefal validate` checks all this and more; [rules.md](rules.md) lists what it can find.
`anbefal schema` gives the same description to editors and programs, as JSON Schema. The examples
come from a small made-up repository, [tests/examples/base](../tests/examples/base).
"""

PLURALS = {"criterion": "criteria", "text in languages": "texts in languages"}
"""The plurals that no rule gives."""

Schema = dict[str, Any]
DATE: Schema = TypeAdapter(DateField).json_schema()
Described = tuple[str, Any, Any, Any]
"""Name, type, typer's description and default of a command's parameter."""


def pages() -> dict[str, str]:
    """Return the text of every page by its name."""
    return {"rules.md": rules_page(), "commands.md": commands_page(), "data.md": data_page()}


def page(title: str, *blocks: str) -> str:
    """Return a page of blocks with an empty line between them."""
    return "\n\n".join(block.strip() for block in (f"# {title}", MADE, *blocks)) + "\n"


def table(*rows: tuple[str, ...]) -> str:
    """Return a table; the first row is its head."""
    cells = [[" ".join(cell.split()).replace("|", r"\|") for cell in row] for row in rows]
    lines = [f"| {' | '.join(row)} |" for row in cells]
    return "\n".join((lines[0], "|---" * len(rows[0]) + "|", *lines[1:]))


def rules_page() -> str:
    """Return the page of every finding, of reading and of rules."""
    groups = {
        "Reading the files": READING,
        "What is right, beyond the types": tuple(rule.doc for rule in RULES),
        "What only `dedupe --check` finds": (UNDECIDED,),
    }
    blocks = [RULES_INTRO]
    for title, docs in groups.items():
        rows = [(f"[`{doc.code}`](#{doc.code})", doc.severity, doc.title) for doc in docs]
        blocks += [f"**{title}**", table(("code", "severity", "in short"), *rows)]
    for title, docs in groups.items():
        blocks += [f"## {title}", *(_finding(doc) for doc in docs)]
    return page("What `anbefal validate` finds", *blocks)


def _finding(doc: RuleDoc) -> str:
    return f"### `{doc.code}`\n\n**{doc.title}** ({doc.severity}).\n\n{doc.manual}"


def commands_page() -> str:
    """Return the page of every command."""
    found = list(commands(app))
    listed = [(f"[`anbefal {name}`](#{slug(name)})", _told(call)[0]) for name, call in found]
    common = {p[0]: p for _, call in found for p in parameters(call) if _is_common(p)}
    return page(
        "Commands",
        COMMANDS_INTRO,
        table(("command", "what it does"), *listed),
        *(block for name, call in found for block in _command(name, call)),
        "## Common options",
        table(("option", "what it does", "default"), *map(_row, common.values())),
    )


def commands(typer: Typer, before: str = "") -> Iterator[tuple[str, Callable[..., Any]]]:
    """Yield the name and function of every command, those of groups after the others."""
    for command in typer.registered_commands:
        if command.callback and not command.hidden:
            name = command.name or command.callback.__name__.replace("_", "-")
            yield f"{before}{name}", command.callback
    for group in typer.registered_groups:
        if group.typer_instance and isinstance(group.name, str):
            alone = group.typer_instance.registered_callback
            if (
                alone
                and alone.callback
                and group.typer_instance.info.invoke_without_command is True
            ):
                yield f"{before}{group.name}", alone.callback
            yield from commands(group.typer_instance, f"{before}{group.name} ")


def parameters(command: Callable[..., Any]) -> list[Described]:
    """Return a command's parameters that help shows, in the order of help."""
    hints = get_type_hints(command, include_extras=True)
    found = []
    for name, parameter in signature(command).parameters.items():
        annotation, info = (*get_args(hints[name]), None, None)[:2]  # typer's context has no info
        if info and not info.hidden:
            found.append((name, annotation, info, parameter.default))
    return found


def _command(name: str, command: Callable[..., Any]) -> Iterator[str]:
    known = parameters(command)
    arguments = [p for p in known if isinstance(p[2], ArgumentInfo)]
    options = [p for p in known if isinstance(p[2], OptionInfo) and not _is_common(p)]
    common = [f"`{_flags(p)[0]}`" for p in known if _is_common(p)]
    words = ["anbefal", name, "[OPTIONS]" if options or common else "", *map(_usage, arguments)]
    yield f"## {name}"
    yield f"`{' '.join(word for word in words if word)}`"
    yield from _told(command)
    if arguments:
        yield table(("argument", "what it is", "default"), *map(_row, arguments))
    if options:
        yield table(("option", "what it does", "default"), *map(_row, options))
    if common:
        yield f"Also the [common options](#common-options) {', '.join(common)}."


def _told(command: Callable[..., Any]) -> list[str]:
    return [markdown_literal(text) for text in (getdoc(command) or "").split("\n\n")]


def _is_common(parameter: Described) -> bool:
    return getattr(parameter[2], "rich_help_panel", None) == "Common options"


def _flags(parameter: Described) -> list[str]:
    name, _, info, _ = parameter
    words = [info.default, *(info.param_decls or ())]  # typer keeps the first word as a default
    declared = [word for word in words if isinstance(word, str) and word.startswith("-")]
    return declared or [f"--{name.replace('_', '-')}"]


def _usage(parameter: Described) -> str:
    name, annotation, info, default = parameter
    word = info.metavar or name.upper()
    word += "..." if _takes_several(annotation) else ""
    return word if default is Parameter.empty else f"[{word}]"


def _row(parameter: Described) -> tuple[str, str, str]:
    _, annotation, info, default = parameter
    types = _choices_of(annotation)
    said = [markdown_literal(info.help or "")]
    said += [
        f"One of {', '.join(f'`{word.value}`' for word in kind)}."
        for kind in types
        if isinstance(kind, type) and issubclass(kind, Enum)
    ]
    required = default is Parameter.empty
    if isinstance(info, ArgumentInfo):
        return f"`{_usage(parameter)}`", " ".join(said), "required" if required else ""
    flags = _flags(parameter)
    if _takes_several(annotation):
        said.append("May be given several times.")
    name = ", ".join(f"`{word}`" for flag in flags for word in flag.split("/"))
    if bool not in types:
        name += f" {info.metavar or flags[0].lstrip('-').replace('-', ' ').upper()}"
    if required:
        return name, " ".join(said), "required"
    value = default.value if isinstance(default, Enum) else default
    return name, " ".join(said), "" if value in {None, False} else f"`{value}`"


def _takes_several(annotation: Any) -> bool:
    return any(get_origin(choice) is list for choice in _choices_of(annotation))


def _choices_of(annotation: Any) -> tuple[Any, ...]:
    """Return the types that a value may have."""
    if get_origin(annotation) is Annotated:
        return _choices_of(get_args(annotation)[0])
    return get_args(annotation) if get_origin(annotation) in {Union, UnionType} else (annotation,)


def data_page() -> str:
    """Return the page of every kind of record, with its keys and parts."""
    schemas = {kind: kind.model.model_json_schema(by_alias=True) for kind in KINDS}
    parts: Schema = {}
    for schema in schemas.values():
        parts |= schema.get("$defs", {})
    uses = Counter(name for schema in schemas.values() for name in schema.get("$defs", {}))
    shared = [name for name in parts if uses[name] > 1]
    kinds = [(f"[{k.name}](#{slug(k.name)})", f"`{k.path}`", _what(schemas[k])) for k in KINDS]
    blocks = [DATA_INTRO, table(("kind", "where", "what"), *kinds)]
    for kind, schema in schemas.items():
        blocks += [f"## {kind.name}", _what(schema), _place(kind), keys(schema), _example(kind)]
        own = [name for name in parts_in(schema) if name not in shared]
        blocks += [_part(name, parts[name]) for name in own]
    blocks += ["## Parts that several kinds have"]
    return page("The data", *blocks, *(_part(name, parts[name]) for name in shared))


def keys(schema: Schema) -> str:
    """Return the table of a mapping's keys; `internal`, which any record may have, last."""
    required = schema.get("required", ())
    items = sorted(schema["properties"].items(), key=lambda item: item[0] == "internal")
    rows = [
        (f"`{key}`", kind_of(value), _must(key in required, value), value.get("description", ""))
        for key, value in items
    ]
    return table(("key", "what it is", "must be there", "what it says"), *rows)


def kind_of(schema: Schema) -> str:
    """Return in plain words what a value is."""
    if "$ref" in schema:
        name = title_of(schema["$ref"].rpartition("/")[2])
        return f"[{name}](#{slug(name)})"
    if schema.get("anyOf") == DATE["anyOf"]:
        return "date"
    if "anyOf" in schema:
        choices = [kind_of(choice) for choice in schema["anyOf"] if choice != {"type": "null"}]
        return " or ".join(sorted(choices, key=len))
    if "enum" in schema:
        return f"one of {', '.join(f'`{word}`' for word in schema['enum'])}"
    if schema["type"] == "object":
        values = [schema.get("additionalProperties"), *schema.get("patternProperties", {}).values()]
        return f"mapping, each value a {kind_of(next(filter(None, values)))}"
    return _list_of(schema["items"]) if schema["type"] == "array" else _single(schema)


def _single(schema: Schema) -> str:
    words = {"string": "text", "integer": "whole number", "boolean": "`true` or `false`"}
    kind: str = schema["type"]
    return "id" if schema.get("pattern") == ID_PATTERN else words.get(kind, kind)


def _list_of(items: Schema) -> str:
    one = kind_of(items)
    if "enum" in items:
        return f"list, each {one}"
    name, link, target = one.lstrip("[").partition("](")
    many = PLURALS.get(name) or (f"{name[:-1]}ies" if name.endswith("y") else f"{name}s")
    return f"list of [{many}{link}{target}" if link else f"list of {many}"


def _must(required: bool, schema: Schema) -> str:  # noqa: FBT001 - used once
    default = schema.get("default")
    if required or default in (None, [], {}) or isinstance(default, dict):
        return "yes" if required else "no"
    return f"no; without it `{str(default).lower() if default is False else default}`"


def parts_in(schema: Schema) -> list[str]:
    """Return the parts that a kind's schema names, in the order in which its keys name them."""
    definitions: Schema = schema.get("$defs", {})
    found: list[str] = []
    waiting = re.findall(r"#/\$defs/(\w+)", str(schema["properties"]))
    while waiting:
        name = waiting.pop(0)
        if name not in found:
            found.append(name)
            waiting = re.findall(r"#/\$defs/(\w+)", str(definitions[name])) + waiting
    return found


def title_of(name: str) -> str:
    """Return the heading of a part from its model's name: ``FollowUp`` to ``follow up``."""
    if name == "Text":
        return "text in languages"
    return re.sub(r"(?<=.)(?=[A-Z])", " ", name).lower()


def slug(heading: str) -> str:
    """Return the anchor that a heading gets."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def _what(schema: Schema) -> str:
    return " ".join(schema["description"].replace("``", "`").split())


def _place(kind: Kind) -> str:
    if kind.listed:
        return f"All in one list, `{kind.path}`."
    if kind.place.endswith("/"):
        return f"In `{kind.path}`, one a file, in any subfolder."
    return f"One file, `{kind.path}`."


def _part(name: str, schema: Schema) -> str:
    return f"### {title_of(name)}\n\n{_what(schema)}\n\n{keys(schema)}"


def _example(kind: Kind) -> str:
    place = f"data/{EXAMPLE_OF.get(kind.name, kind.place)}"
    text = (EXAMPLES / place).read_text(encoding="utf-8")
    return f"For example `{place}`:\n\n```yaml\n{text.strip()}\n```"


def main(arguments: list[str]) -> int:
    """Write the pages, or with ``--check`` tell which are not current; return the exit code."""
    stale = {}
    for name, text in pages().items():
        file = DOCS / name
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            stale[file] = text
    if arguments == ["--check"]:
        for file in stale:
            sys.stderr.write(f"docs/{file.name} is not current: run python docs/generate.py\n")
        return 1 if stale else 0
    if arguments:
        sys.stderr.write("usage: python docs/generate.py [--check]\n")
        return 2
    for file, text in stale.items():
        file.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
