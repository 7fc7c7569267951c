"""What the parts of a template are to each other: what stays, what is left out, what is refused."""

from __future__ import annotations

from collections.abc import Mapping
from posixpath import dirname, join, normpath, split

from anbefal.documents.formats.failing import TAKE_OUT, failed
from anbefal.documents.formats.word.xml import Xml, parsed, serialised

_KINDS = "[Content_Types].xml"
_KEPT = frozenset(
    {
        "officeDocument", "styles", "numbering", "settings", "theme", "fontTable", "font",
        "header", "footer", "footnotes", "endnotes", "image", "hyperlink",
    }
)  # fmt: skip
_LEFT_OUT = frozenset(
    {
        "core-properties", "extended-properties", "custom-properties", "thumbnail", "webSettings",
        "customXml", "customXmlProps", "comments", "commentsExtended", "commentsIds",
        "commentsExtensible", "people", "glossaryDocument", "stylesWithEffects", "printerSettings",
        "keyMapCustomizations", "classificationlabels", "documenttasks", "extended",
    }
)  # fmt: skip
"""What a document from the template should not carry along, or does not need."""

_BEGAN_FROM = "attachedTemplate"
"""Where Word itself began from, often in a folder of the office; left out wherever it leads."""

_TELLING = {
    "image": "shows a picture that lies elsewhere",
    "oleObject": "holds an embedded or linked object",
    "package": "holds an embedded file",
    "control": "holds a control that runs code",
    "vbaProject": "holds macros",
    "aFChunk": "holds another document in it",
    "subDocument": "holds another document in it",
    "frame": "holds a frame",
    "mailMergeSource": "is connected to a list of addresses for merging",
}
_DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_SAVE = "Save it in Word as a Word document (.docx), without macros."
_MEND = {
    "image": "Put the picture itself into the template instead of a link to it.",
    "mailMergeSource": "In Word, under Mailings, make it a normal document.",
}
_LINKS = ("http://", "https://", "mailto:")


def few_relations(name: str, parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return only such parts as documents are made of, which name nothing elsewhere.

    Args:
        name: The name of the template's file.
        parts: Its parts by their names, each well-formed.

    Raises:
        TemplateFailed: It is of another kind, holds what runs, or fetches something.
    """
    kinds = next(part for part in parts if part.lower() == _KINDS.lower())
    _check_kinds(name, parsed(parts[kinds]))
    few = {_KINDS: parts[kinds]}
    waiting = [""]
    while waiting:
        part = waiting.pop()
        relations = _relations_of(part)
        if relations not in parts or relations in few:
            continue
        root = parsed(parts[relations])
        for relation in list(root):
            if not _stays(name, relation):
                root.remove(relation)
            elif relation.get("TargetMode") != "External":
                target = _target(part, relation)
                if target in parts:
                    few.setdefault(target, parts[target])
                    waiting.append(target)
        few[relations] = serialised(root)
    return few


def _relations_of(part: str) -> str:
    """Return the name of the part that tells what a part is related to; of the file, ``""``."""
    folder, name = split(part)
    return join(folder, "_rels", f"{name}.rels")


def _target(part: str, relation: Xml) -> str:
    """Return the name of the part that a relation leads to."""
    return normpath(join("/", dirname(part), str(relation.get("Target", "")))).lstrip("/")


def _check_kinds(name: str, root: Xml) -> None:
    kinds = [str(one.get("ContentType", "")) for one in root]
    if any("macroEnabled" in kind or "vbaProject" in kind for kind in kinds):
        raise failed(name, "holds macros", _SAVE)
    if _DOCUMENT not in kinds:
        raise failed(name, "is no ordinary Word document", _SAVE)


def _stays(name: str, relation: Xml) -> bool:
    kind = str(relation.get("Type", "")).rpartition("/")[2]
    if kind == _BEGAN_FROM:
        return False
    elsewhere = relation.get("TargetMode") == "External"
    if elsewhere and kind == "hyperlink" and _leads_to_a_page(relation):
        return True
    if elsewhere or kind not in _KEPT | _LEFT_OUT:
        wrong = _TELLING.get(kind, f"holds something that is not allowed in it ({kind})")
        raise failed(name, wrong, _MEND.get(kind, TAKE_OUT))
    return kind in _KEPT


def _leads_to_a_page(relation: Xml) -> bool:
    return str(relation.get("Target", "")).lower().startswith(_LINKS)
