"""The program's own template, as the source of styles that another template lacks."""

from __future__ import annotations

from zipfile import ZipFile

from anbefal.documents.formats.word.xml import Xml, parsed


def own_part(name: str) -> Xml:
    """Return the root of a part of the program's own template, such as ``word/styles.xml``."""
    from anbefal.documents.formats.folders import default_templates

    with ZipFile(default_templates() / "document.docx") as archive:
        return parsed(archive.read(name))
