"""Data as a classic script, which a browser also loads from a folder on a disk."""

from __future__ import annotations

import json
from typing import Any

_NAME = "anbefal"
"""The one name that the site's scripts share."""

_ESCAPED = str.maketrans({"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"})
"""What could end a script or a line of it."""


def script(key: str, value: Any) -> bytes:
    """Return a script that puts a value under a key of what the scripts share.

    Args:
        key: The key, a plain English word.
        value: What JSON can hold.
    """
    told = json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPED)
    return f"(window.{_NAME}=window.{_NAME}||{{}}).{key}={told};\n".encode()
