"""The command `log`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from anbefal.cli.options import ColorOption, FormatOption, Internal, Quiet, Root
from anbefal.cli.session import Session
from anbefal.report.output import Color, Format, write

if TYPE_CHECKING:
    from anbefal.report.changes_life import Chapter
    from anbefal.store.history.life import Stage


def log(
    record: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="A recommendation, plan, meeting, actor or theme; also one that is gone.",
        ),
    ],
    *,
    internal: Internal = False,
    form: FormatOption = Format.text,
    root: Root = None,
    quiet: Quiet = False,
    color: ColorOption = Color.auto,
) -> None:
    """Show a record's life: who changed what, commit by commit, the oldest first.

    Where records of several kinds have the id, the first of the kinds above is shown.
    """
    from anbefal.report.changes_life import life_result
    from anbefal.report.changes_words import Names
    from anbefal.store.history.commits import GitFolder
    from anbefal.store.history.life import life_of
    from anbefal.store.history.sides import names_in
    from anbefal.store.history.snapshots import WorkFiles

    folder = GitFolder.at(Session(root, quiet=quiet).root)
    now = WorkFiles(folder.root, folder.hashing)
    life = life_of(folder, now, record)
    chapters = [_chapter(stage, internal=internal) for stage in life.stages]
    words = names_in(now).without_internal()
    names = Names(words, words, words.settings.language)
    cut = "History is cut off here: 'git fetch --unshallow' gets what is older."
    notes = (cut,) if life.is_cut_off else ()
    write(life_result(life.kind.name, life.name, chapters, names, notes, form), form, color)


def _chapter(stage: Stage, *, internal: bool) -> Chapter:
    from anbefal.analysis.comparison import compare, shown
    from anbefal.markup import visible
    from anbefal.report.changes_life import Chapter

    old, new = (s if internal else s.without_internal() for s in (stage.old, stage.new))
    commit = stage.commit
    return Chapter(
        commit=commit.name if commit else None,
        date=commit.day if commit else None,
        author=visible(commit.author) if commit else None,
        subject=visible(commit.subject) if commit else None,
        joins=commit is not None and len(commit.parents) > 1,
        moved=stage.moved,
        unread=stage.unread,
        changes=shown(compare(old, new), internal=internal),
    )
