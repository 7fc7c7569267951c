"""Files that pages of every language use, as they lie in the program: the style sheet, scripts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from anbefal.documents.formats.folders import default_templates
from anbefal.documents.site.addresses import ASSETS
from anbefal.documents.site.rendering import FOLDER
from anbefal.errors import Unreadable

STYLE = f"{ASSETS}/site.css"
FRONT_SCRIPT = f"{ASSETS}/front.js"
SEARCH_SCRIPT = f"{ASSETS}/search.js"
SINCE_SCRIPT = f"{ASSETS}/since.js"
LICENCES = f"{ASSETS}/licences.txt"
"""The licences of what stands in the scripts; pages may lead to it."""

_BUILT = Path(__file__).parent / "built"
"""What ``hatch_build.py`` makes of ``web/`` when the program is installed."""


def asset_files() -> Mapping[str, bytes]:
    """Return the files as path from the site's root to content.

    Raises:
        Unreadable: The scripts are not there, since the program was not installed.
    """
    found = {STYLE: (default_templates() / FOLDER / "site.css").read_bytes()}
    for path in (FRONT_SCRIPT, SEARCH_SCRIPT, SINCE_SCRIPT, LICENCES):
        found[path] = _built(_BUILT / path.removeprefix(f"{ASSETS}/"))
    return found


def _built(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        message = f"The site's script {file.name} is missing: it is made when anbefal is installed."
        hint = "Install anbefal again; in a checkout with: pip install -e '.[dev]'"
        raise Unreadable(message, hint) from error
