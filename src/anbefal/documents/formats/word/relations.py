"""What the parts of a template are to each other: what stays, what is left out, what is refused."""

from __future__ import annotations

from collections.abc import Mapping
from posixpath import dirname, join, normpath, split

from anbefal.documents.formats.failing import ANEW, TAKE_OUT, failed
from anbefal.documents.formats.word.hazards import LINKS
from anbefal.documents.formats.word.template_pictures import check_picture, is_second
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


def few_relations(name: str, parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return only such parts as documents are made of, which name nothing elsewhere.

    Args:
        name: The name of the template's file.
        parts: Its parts by their names, each well-formed.

    Raises:
        TemplateFailed: It is of another kind, holds what runs, or fetches something.
    """
    kinds = next(part for part in parts if part.lower() == _KINDS.lower())
    told = parsed(parts[kinds])
    _check_kinds(name, told)
    inside = _Inside(name, parts, told)
    few = {_KINDS: parts[kinds]}
    waiting = [""]
    while waiting:
        part = waiting.pop()
        relations = _relations_of(part)
        if relations not in parts or relations in few:
            continue
        root = parsed(parts[relations])
        for relation in list(root):
            if not _stays(name, relation) or inside.is_second(part, relation):
                root.remove(relation)
            elif relation.get("TargetMode") != "External":
                target = inside.found(part, relation)
                few.setdefault(target, parts[target])
                waiting.append(target)
        few[relations] = serialised(root)
    return few


class _Inside:
    """The parts of a template, of which each that is named must be there and be what it seems.

    Args:
        name: The name of the template's file.
        parts: Its parts by their names.
        told: The root of the part that tells what each is.
    """

    def __init__(self, name: str, parts: Mapping[str, bytes], told: Xml) -> None:
        self._name = name
        self._parts = parts
        self._kinds = {
            str(one.get("PartName") or one.get("Extension", "")).lower(): str(
                one.get("ContentType")
            )
            for one in told
        }

    def is_second(self, part: str, relation: Xml) -> bool:
        """Return whether a relation leads to a picture that is shown without it as well."""
        if _kind(relation) != "image" or not part.lower().endswith(".xml"):
            return False
        shown = self._kind_of(_target(part, relation))
        return is_second(shown, str(relation.get("Id")), parsed(self._parts[part]))

    def found(self, part: str, relation: Xml) -> str:
        """Return the name of the part that a relation leads to.

        Raises:
            TemplateFailed: There is none, or it is not what the relation says.
        """
        target, kind = _target(part, relation), _kind(relation)
        if target not in self._parts:
            raise failed(self._name, f"names {target}, which is not in it", ANEW)
        if kind == "image":
            check_picture(self._name, target, self._kind_of(target), self._parts[target])
        elif kind == "font":
            self._check(kind, is_right="font" in self._kind_of(target).lower())
        else:  # only parts in XML were looked through
            self._check(kind, is_right=target.lower().endswith(".xml") and kind != "hyperlink")
        return target

    def _kind_of(self, part: str) -> str:
        extension = part.lower().rpartition(".")[2]
        return self._kinds.get(f"/{part}".lower()) or self._kinds.get(extension, "")

    def _check(self, kind: str, *, is_right: bool) -> None:
        if not is_right:
            raise failed(
                self._name, f"holds something that is not allowed in it ({kind})", TAKE_OUT
            )


def _kind(relation: Xml) -> str:
    return str(relation.get("Type", "")).rpartition("/")[2]


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
    kind = _kind(relation)
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
    return str(relation.get("Target", "")).lower().startswith(LINKS)
