"""The commits of a git repository: finding them by name or by date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path as FilePath

from anbefal.errors import GitFailed, Misuse
from anbefal.store.git import git

HEAD = "HEAD"
_FIELDS = "%H%x00%cs%x00%P%x00%an%x00%s"


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit, as far as its history is told.

    Attributes:
        name: The whole object id, in hexadecimal digits.
        day: The committer's day in the committer's own time zone, ``YYYY-MM-DD``: the same on
            every machine.
        parents: The object ids of its parents, the first one the line that it was merged into.
        author: The author's name, as the commit has it: foreign text.
        subject: The first paragraph of its message on one line: foreign text.
    """

    name: str
    day: str
    parents: tuple[str, ...]
    author: str
    subject: str

    @property
    def short(self) -> str:
        """The beginning of the object id, as people quote it."""
        return self.name[:10]


@dataclass(frozen=True)
class GitFolder:
    """A folder in the working folder of a git repository.

    Attributes:
        root: The folder; it may lie below the top of the git repository.
        shallow: Whether history is cut off somewhere, as in a clone with ``--depth``.
        hashing: What object ids are made with: ``sha1`` or ``sha256``.
    """

    root: FilePath
    shallow: bool
    hashing: str

    @classmethod
    def at(cls, root: FilePath) -> GitFolder:
        """Return what git says of a folder.

        Raises:
            GitFailed: There is no git, or the folder lies in no git repository, or not in the
                working folder of one.
        """
        questions = ("--is-inside-work-tree", "--is-shallow-repository", "--show-object-format")
        try:
            inside, shallow, hashing = git(root, "rev-parse", *questions).decode().split()
        except GitFailed as error:
            if "not a git repository" not in error.message:
                raise
            message = f"There is no history: {root} is not in a git repository."
            raise GitFailed(message, "Start one with 'git init', and commit the data.") from error
        if inside != "true":
            message = f"git does not count {root} to the working folder of its repository."
            raise GitFailed(message, "A bare repository has no data folder; work in a clone of it.")
        return cls(root, shallow == "true", hashing)

    @cached_property
    def tip(self) -> str:
        """The object id of the commit that the working folder stands on.

        Raises:
            GitFailed: Nothing is committed yet.
        """
        found = self.find(HEAD)
        if found is None:
            message = "Nothing is committed yet, so there is nothing to compare with."
            raise GitFailed(message, "Commit the data first.")
        return found

    def find(self, revision: str) -> str | None:
        """Return the object id of the commit that a revision names, ``None`` where it names none.

        Whatever the revision begins with, git does not take it as an option.
        """
        searches = ":/" in revision or "^{/" in revision  # by a pattern that may take for ever
        if not revision or not revision.isprintable() or searches or revision.startswith("^"):
            return None
        words = ("rev-parse", "--verify", "--quiet", "--end-of-options")
        try:
            named = git(self.root, *words, revision).decode().strip()
            return git(self.root, *words, f"{named}^{{commit}}").decode().strip()
        except GitFailed:
            return None

    def commit(self, name: str) -> Commit:
        """Return the commit of this object id."""
        return self.commits("--no-walk", name)[0]

    def before(self, day: date, newest: str) -> Commit | None:
        """Return the commit that held just before a day began.

        From ``newest`` backwards along the first parents, which is the line that others were
        merged into, it is the first commit whose own date is earlier.

        Args:
            day: The day.
            newest: The object id of the commit to begin with.

        Returns:
            The commit, or ``None`` where the first commit is not earlier.

        Raises:
            GitFailed: History is cut off before it goes back so far.
        """
        line = self.commits("--first-parent", newest)
        found = next((one for one in line if one.day < day.isoformat()), None)
        if found is None and self.shallow:
            message = f"The history here is cut off, and does not go back to {day}."
            raise GitFailed(message, "Get the rest of it with 'git fetch --unshallow'.")
        return found

    def commits(self, *words: str, paths: tuple[str, ...] = ()) -> list[Commit]:
        """Return commits, in git's order.

        Args:
            words: Options for ``git rev-list``, and last of all an object id.
            paths: Patterns of paths below the folder; commits that touch none are left out.
        """
        *options, start = words
        form = (f"--format=tformat:{_FIELDS}", "--encoding=UTF-8", *options)
        out = git(self.root, "rev-list", *form, "--end-of-options", start, "--", *paths, globs=True)
        lines = out.decode("utf-8", "replace").split("\n")
        return [_commit(line) for line in lines if "\0" in line]

    def branches_and_tags(self) -> list[str]:
        """Return the names of branches and tags, sorted."""
        out = git(self.root, "for-each-ref", "--format=%(refname:short)")
        return sorted(out.decode("utf-8", "replace").split())


def _commit(line: str) -> Commit:
    name, day, parents, author, subject = line.split("\0", 4)
    return Commit(name, day, tuple(parents.split()), author, subject)


def unknown_revision(folder: GitFolder, written: str, others: list[str]) -> Misuse:
    """Return the error for a name that no commit and nothing else has, with the nearest one."""
    from anbefal.model.names import nearest

    near = nearest(written, [*folder.branches_and_tags(), *others])
    hint = f"Did you mean {near!r}?" if near else "Give a commit, a branch, a date or a meeting."
    return Misuse(f"There is no revision, date or meeting {written!r} here.", hint)
