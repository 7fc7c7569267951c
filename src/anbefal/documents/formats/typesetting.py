"""Typst, which sets pages: given all that it may read, and kept from everything else."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

_NO_FOLDER = __file__
"""The root that Typst reads below: a file, so that it can read nothing but what it is given."""

_NOWHERE = "http://127.0.0.1:0"
_PROXIES = ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy")
_EXCEPTIONS = ("NO_PROXY", "no_proxy")


def typeset(
    files: Mapping[str, bytes], inputs: Mapping[str, str], day: str | None, **how: Any
) -> Any:
    """Return what Typst makes of files.

    Args:
        files: By path, all that it may read; it begins with ``main``.
        inputs: What templates find in ``sys.inputs``.
        day: The day that the file is said to be of, or ``None``.
        how: The format and what belongs to it, as the library takes it.

    Raises:
        typst.TypstError: Something is wrong in the files.
    """
    import typst

    # A dictionary is not in the types that the library declares, but it is what keeps a
    # template from the disk: files that are given so are all that there are.
    compile_files: Any = typst.compile
    return compile_files(
        dict(files),
        root=_NO_FOLDER,
        ignore_system_fonts=True,
        package_path=_NO_FOLDER,
        package_cache_path=_NO_FOLDER,
        timestamp=datetime.fromisoformat(day or "2000-01-01").replace(tzinfo=UTC),
        sys_inputs=dict(inputs),
        **how,
    )


@contextmanager
def no_network() -> Iterator[None]:
    """Let Typst find no way out: it would fetch any package that a template asks for."""
    before = {name: os.environ.get(name) for name in (*_PROXIES, *_EXCEPTIONS)}
    try:
        for name in _EXCEPTIONS:
            os.environ.pop(name, None)
        os.environ.update(dict.fromkeys(_PROXIES, _NOWHERE))
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value
