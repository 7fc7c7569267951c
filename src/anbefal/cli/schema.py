"""The command `schema`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from anbefal.cli.completing import complete_kind
from anbefal.cli.session import require
from anbefal.store.changing.files import write_text


def schema(
    kind: Annotated[
        str | None,
        typer.Argument(
            help="One kind, such as recommendation.",
            show_default=False,
            autocompletion=complete_kind,
        ),
    ] = None,
    *,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Write the schemas of all kinds into this folder."),
    ] = None,
) -> None:
    """Print the JSON Schema of a kind of data file, or write all of them into a folder."""
    from anbefal.model.kinds import KINDS
    from anbefal.model.schema import json_schema

    schemas = {known.name: json_schema(known) for known in KINDS}
    if kind:
        schemas = {kind: schemas[require("kind", kind, schemas)]}
    if output is None:
        shown = schemas[kind] if kind else schemas
        typer.echo(json.dumps(shown, ensure_ascii=False, indent=2))
        return
    for name, content in schemas.items():
        text = json.dumps(content, ensure_ascii=False, indent=2)
        write_text(output / f"{name}.json", f"{text}\n")
