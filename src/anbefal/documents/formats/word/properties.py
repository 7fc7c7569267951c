"""The properties of a document's file, of which the template's own are all left out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from anbefal.documents.formats.word.inlines import TAGS
from anbefal.documents.formats.word.xml import literal, parsed, serialised

_NO_DAY = "2000-01-01"
"""The day in the properties of a document that speaks of none: there is no clock in it."""

_CORE = b"""<cp:coreProperties
 xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title/><dc:creator/>
<cp:lastModifiedBy/><dcterms:created xsi:type="dcterms:W3CDTF"/>
<dcterms:modified xsi:type="dcterms:W3CDTF"/><dc:language/></cp:coreProperties>"""


def add_properties(package: Any, content: Mapping[str, Any]) -> None:
    """Give a file its title, who it comes from, its language and its day.

    Args:
        package: The package of python-docx that is the file; it has no properties yet.
        content: What the document says, as plain data.
    """
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    author = literal(content["author"])
    day = f"{content['day'] or _NO_DAY}T00:00:00Z"
    told = (literal(content["title"]), author, author, day, day, TAGS[content["language"]])
    root = parsed(_CORE)
    for element, text in zip(root, told, strict=True):
        element.text = text
    place = PackURI("/docProps/core.xml")
    part = Part(place, CONTENT_TYPE.OPC_CORE_PROPERTIES, serialised(root), package)
    package.relate_to(part, RELATIONSHIP_TYPE.CORE_PROPERTIES)
