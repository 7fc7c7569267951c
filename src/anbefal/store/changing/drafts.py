"""Data files as edits make them: where they lay, where they will lie, and their values."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

from anbefal.errors import CannotEdit, Unreadable
from anbefal.model.kinds import kind_of
from anbefal.store.changing.modeline import mode_line_in
from anbefal.store.changing.values import name_of
from anbefal.store.reading.reader import parse
from anbefal.store.text.rewriting import rewrite


class FileDraft:
    """A data file as edits make it.

    Args:
        old_path: Where it lies; ``None`` for a new one.
        old: Its bytes.
        path: Where it will lie; ``None`` once it is gone.
        value: Its plain value, which changes.
    """

    def __init__(
        self, old_path: str | None, old: bytes | None, path: str | None, value: Any
    ) -> None:
        self.old_path = old_path
        self.old = old
        self.path = path
        self.value = value

    def text(self, root: Path) -> str:
        """Return its new text: the old one changed, or a new one in the style of the house.

        Raises:
            CannotEdit: The old text cannot be changed piece by piece.
        """
        if self.old is None:
            return mode_line_in(root, self.path or "") + rewrite("", self.value)
        return rewrite(self.old.decode(), self.value)


def read_draft(root: Path, path: str) -> FileDraft:
    """Return a file of the repository, as it lies there now.

    Raises:
        Unreadable: The operating system does not let it be read.
        CannotEdit: It has mistakes, so that nothing can be changed in it.
    """
    try:
        data = (root / path).read_bytes()
    except OSError as error:
        message = f"{path} cannot be read: {error.strerror}."
        raise Unreadable(message, "Check its permissions.") from error
    parsed = parse(path, data)
    kind = kind_of(path)
    is_list = isinstance(parsed.value, list) and all(map(name_of, parsed.value))
    if parsed.findings or (kind and kind.listed and not is_list):
        raise CannotEdit(f"{path} has mistakes.", "Mend them first: 'anbefal validate'.")
    return FileDraft(path, data, path, deepcopy(parsed.value))
