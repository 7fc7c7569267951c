"""A document as a Word file: its template opened, its tags filled in, its blocks put there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from anbefal.documents.formats.failing import ANEW, failed
from anbefal.documents.formats.folders import find_template, template_names
from anbefal.documents.formats.rendered import Rendered
from anbefal.documents.formats.word.opening import opened, packed, unpacked_again
from anbefal.documents.formats.word.placing import place
from anbefal.documents.formats.word.preparing import prepared
from anbefal.documents.formats.word.properties import add_properties
from anbefal.documents.formats.word.tags import check_content, fill, takes_data


def render_word(content: Mapping[str, Any], folders: Sequence[Path]) -> Rendered:
    """Return a document as a Word file; the same content and template give the same bytes.

    The template is ``KIND.docx``, or ``document.docx``, in the first folder that has one.

    Args:
        content: What the document says, as :func:`~anbefal.documents.content.plain.plain_document`
            returns it, with pictures as PNG in base64.
        folders: Where templates lie; the first that has one wins.

    Raises:
        TemplateFailed: A template has an error, tried what templates may not do, or is no Word
            document that can be trusted.
    """
    path = find_template(folders, template_names(content["kind"], "docx"))
    try:
        parts, tags = prepared(path.name, opened(path), content["language"])
    except SyntaxError as error:
        raise failed(path.name, f"is damaged ({error})", ANEW) from error
    document = fill(packed(parts), path.name, content)
    left_out = place(document, path.name, content, takes_data=takes_data(tags))
    check_content(path.name, tags)
    add_properties(document.part.package, content)
    made = BytesIO()
    document.save(made)
    return Rendered(packed(dict(unpacked_again(made.getvalue()))), left_out, path.name)
