"""Which characters of a document Typst has no font for; each is asked for by itself.

A character that no font has is refused by Typst, but not if an accent stands on it: then only the
accent is set, and nobody is told.
"""

from __future__ import annotations

import json
import re
from typing import Any

from anbefal.documents.formats.pdf_failures import missing_characters
from anbefal.documents.formats.pdf_text import texts_in
from anbefal.documents.formats.typesetting import typeset

_SHOWN = re.compile(r"[ -~\xa0-\u017f\u2010-\u2027]+")
"""Characters that are shown, which need not be asked for."""

_EACH = b"""
#set document(title: "Characters")
#for one in json(bytes(sys.inputs.data)) { par(one) }
"""


def without_font(content: Any) -> set[str]:
    """Return the characters of a document that no font has.

    Args:
        content: What the document says.
    """
    from typst import TypstError

    asked = sorted({one for text in texts_in(content) for one in _SHOWN.sub("", text)})
    if not asked:
        return set()
    files = {"main": _EACH}
    try:
        typeset(files, {"data": json.dumps(asked)}, None, format="pdf", pdf_standards="ua-1")
    except TypstError as error:
        return missing_characters(error).intersection(asked)
    return set()
