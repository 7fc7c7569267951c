"""The folder of a site: files are put where they differ, and those that nothing makes any more go.

A file is written beside the others, in a folder of its own that begins with a point, and then takes
the place of the old one: whoever looks sees the old file or the new one. Nothing waits for the
disk, for 30,000 files would take minutes, and what a power cut takes the next build makes again.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from stat import S_ISREG

from anbefal.cli.publishing import kept
from anbefal.errors import CannotWrite, Locked


class SiteFolder:
    """A folder that a site is written into, by one process or by several at a time.

    Whoever makes a site holds it with :func:`held`, which tells what lies there from before; every
    process that writes makes a ``SiteFolder`` of its own.

    Args:
        place: The folder, which exists.
    """

    def __init__(self, place: Path) -> None:
        self.place = Path(os.path.realpath(place))
        self._own = kept.own_folder(self.place)
        self._journal = kept.Journal(self._own)
        self._known: set[str] = set()

    def put(self, path: str, data: bytes) -> bool:
        """Make a file what it should be, and return whether it was not so already.

        Args:
            path: The file, from the folder's top.
            data: Its content.

        Raises:
            CannotWrite: It cannot be written, or a link leads elsewhere on the way to it.
        """
        try:
            return self._put(path, data)
        except OSError as error:
            message = f"{self.place / path} cannot be written: {error.strerror or error}."
            raise CannotWrite(message, "Choose another folder with --output.") from error

    def remove(self, paths: Collection[str]) -> int:
        """Remove files, and folders that are empty then; return how many files there were.

        What lies behind a link is left alone.

        Raises:
            CannotWrite: One of them cannot be removed.
        """
        number = 0
        for path in sorted(paths):
            file = self.place / path
            if not self._is_own(file.parent):
                continue
            try:
                number += _removed(file)
            except OSError as error:
                message = f"{file} is no longer part of the site, and cannot be removed: "
                raise CannotWrite(f"{message}{error.strerror or error}.") from error
        for folder in sorted({parent for path in paths for parent in _folders(path)}, reverse=True):
            if self._is_own(self.place / folder):
                with suppress(OSError):  # something else lies there
                    (self.place / folder).rmdir()
        return number

    def close(self) -> None:
        """Write no more into the folder."""
        self._journal.close()

    def _put(self, path: str, data: bytes) -> bool:
        file = f"{self.place}{os.sep}{path}"
        is_same = _holds(file, data)
        if is_same:
            return False
        self._make_folder(path.rpartition("/")[0])
        if is_same is None:
            self._journal.note(path)
        beside = f"{self._own}{os.sep}{token_hex(8)}{kept.BESIDE}"
        try:
            with open(os.open(beside, _NEW_FILE, 0o666), "wb", buffering=0) as new:
                new.write(data)
            os.replace(beside, file)
        except BaseException:
            with suppress(OSError):
                os.unlink(beside)
            raise
        return True

    def _make_folder(self, folder: str) -> None:
        """Make a folder where there is none, unless a link leads out of the site on the way."""
        if not folder or folder in self._known:
            return
        self._make_folder(folder.rpartition("/")[0])
        place = self.place / folder
        place.mkdir(exist_ok=True)
        if not self._is_own(place):
            message = f"{place} is a link to somewhere else, and is not written through."
            raise CannotWrite(message, "Remove the link, or choose another folder with --output.")
        self._known.add(folder)

    def _is_own(self, folder: Path) -> bool:
        """Return whether a folder is there and no link leads out of the site on the way to it."""
        return folder.is_dir() and _as_compared(os.path.realpath(folder)) == _as_compared(folder)


class Held(SiteFolder):
    """A folder that nobody else makes a site in meanwhile; made by :func:`held`.

    Args:
        place: The folder, which exists.

    Attributes:
        before: The files that earlier builds put there, finished or not.
    """

    def __init__(self, place: Path) -> None:
        super().__init__(place)
        kept.clear(self._own)
        self.before = kept.files_of(self._own)

    def require_free(self, paths: Iterable[str]) -> None:
        """Make sure that nothing of others lies where a file or a folder of the site belongs.

        Args:
            paths: The site's files. They are only looked at where others have something there.

        Raises:
            CannotWrite: Something does; none of it is written over.
        """
        ours = self.before | {one for path in self.before for one in _folders(path)}
        theirs = {one.casefold() for one in _below(self.place) - ours}
        if not theirs:
            return
        files = set(paths)
        folders = {one for path in files for one in _folders(path)}
        found = [one for one in files - self.before if self._is_taken(one, theirs)]
        found += [
            one
            for one in folders
            if self._is_taken(one, theirs) and not self._is_own(self.place / one)
        ]
        if found:
            told = ", ".join(sorted(found)[:_NAMED]) + (" …" if len(found) > _NAMED else "")
            message = f"{self.place} holds what others put where the site belongs: {told}."
            raise CannotWrite(message, "Move it away, or choose another folder with --output.")

    def _is_taken(self, path: str, theirs: Collection[str]) -> bool:
        """Return whether something of others lies at a path, in the eyes of the system."""
        return path.casefold() in theirs and os.path.lexists(self.place / path)

    def finish(self, made: Collection[str]) -> int:
        """Remove what earlier builds made and this one did not; return how many files went.

        Args:
            made: Every file of the site.

        Raises:
            CannotWrite: Something cannot be removed or written.
        """
        self.close()
        removed = self.remove(self.before - set(made))
        try:
            kept.write_files(self._own, made)
        except OSError as error:
            message = f"{self.place} cannot be written to: {error.strerror or error}."
            raise CannotWrite(message, "Choose another folder with --output.") from error
        return removed


@contextmanager
def held(place: Path) -> Iterator[Held]:
    """Hold a folder, which is made where it is not there, while a site is written into it.

    Args:
        place: The folder; see :func:`anbefal.cli.publishing.places.checked_place`.

    Raises:
        CannotWrite: It cannot be written to.
        Locked: Somebody else is writing a site there.
    """
    from filelock import FileLock, Timeout

    try:
        place.mkdir(parents=True, exist_ok=True)
        own = kept.make_own_folder(Path(os.path.realpath(place)))
        lock = FileLock(own / kept.LOCK, timeout=0)
        lock.acquire()
        folder = Held(place)
    except Timeout:
        message = f"Another anbefal is writing a site into {place}."
        raise Locked(message, "Wait until it is done, and run the command again.") from None
    except OSError as error:
        message = f"{place} cannot be written to: {error.strerror or error}."
        raise CannotWrite(message, "Choose another folder with --output.") from error
    try:
        yield folder
    finally:
        folder.close()
        lock.release()


_NAMED = 3
"""How many of the things that lie in the way are named."""
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def _holds(file: str, data: bytes) -> bool | None:
    """Return whether a file holds just this; ``None`` where there is nothing."""
    try:
        found = os.lstat(file)
    except (FileNotFoundError, NotADirectoryError):
        return None
    if not S_ISREG(found.st_mode) or found.st_size != len(data):
        return False
    with open(file, "rb", buffering=0) as there:
        return there.read() == data


def _removed(file: Path) -> bool:
    if file.is_dir() and not file.is_symlink():
        return False  # somebody else's
    try:
        file.unlink()
    except FileNotFoundError:
        return False
    return True


def _below(place: Path) -> set[str]:
    """Return everything in a folder but what builds note of themselves; no link is followed."""
    found, left = set(), [""]
    while left:
        inside = left.pop()
        with os.scandir(place / inside) as entries:
            for one in entries:
                path = f"{inside}{one.name}"
                if path == kept.OWN:
                    continue
                found.add(path)
                if one.is_dir(follow_symlinks=False):
                    left.append(f"{path}/")
    return found


def _folders(path: str) -> Iterator[str]:
    """Yield the folders in which a file lies, the innermost first."""
    while folder := path.rpartition("/")[0]:
        yield folder
        path = folder


def _as_compared(folder: str | Path) -> str:
    return os.path.normcase(folder)
