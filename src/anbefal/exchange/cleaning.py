"""Texts of others without what their way here left in them: HTML, soft breaks, divided words.

Official wording stays as it is, word for word. Where it cannot be told whether something belongs
to the wording, it stays.
"""

from __future__ import annotations

import re
from html import unescape
from unicodedata import normalize

_BLOCKS = "address|article|blockquote|div|dl|dt|dd|h[1-6]|hr|li|ol|p|pre|section|table|tr|ul"
_INLINE = "a|abbr|b|big|body|cite|code|col|colgroup|del|em|font|head|html|i|img|ins|link|meta"
_OTHERS = "o:p|q|s|small|span|strike|strong|sub|sup|tbody|tfoot|thead|title|tt|u|v:shape|w:[a-z]+"
_TAG_END = r"(?:[\s/][^<>]*)?>"
_BLOCK = re.compile(rf"</?(?:{_BLOCKS}){_TAG_END}", re.IGNORECASE)
_BREAK = re.compile(rf"<br{_TAG_END}", re.IGNORECASE)
_CELL = re.compile(rf"</?(?:td|th){_TAG_END}", re.IGNORECASE)
_TAG = re.compile(rf"</?(?:{_INLINE}|{_OTHERS}){_TAG_END}", re.IGNORECASE)
_HIDDEN = (("<!--", "-->"), ("<style", "</style>"), ("<script", "</script>"))
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});|&nbsp\b")
_MOST_TIMES = 3
"""How often a text may have been made into HTML on its way."""

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SOFT_HYPHEN = re.compile("\u00ad(?:[ \t]*\n)?[ \t]*")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff0-\ufffb"
    "\ufffe\uffff\ud800-\udfff\ue000-\uf8ff]"
)
_SPACES = re.compile(r"[^\S\n]+")
_GAPS = re.compile(r" ?\n[ \n]*\n ?")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}

_SENTENCE_ENDS = re.compile(r"[.:;!?…][\"'”’»)\]]*$|[;,] (?:and|or|og|eller)$")  # noqa: RUF001
_ITEM = re.compile(r"[(\[]?(?:[0-9]{1,4}|[A-Za-z]|[ivxIVX]{1,5})[.)\]]|[-•·*–—▪◦] ?\S")  # noqa: RUF001
_GOES_ON = re.compile(
    r"(?:,|\b(?:the|of|and|or|to|in|on|for|by|with|a|an|at|from|as|its|their|that|which|og|i|av|"
    r"for|til|med|eller|som))$",
    re.IGNORECASE,
)

_END = 60
"""Letters at the end of a line that tell whether its sentence goes on."""
_DIVIDED = re.compile(r"\b([^\W\d_]{2,})[-‐‑] ?\n?(?<=[ \n])([^\W\d_]+)")  # noqa: RUF001
_LISTED = frozenset({"and", "or", "to", "nor", "but", "og", "eller", "men", "som", "till", "samt"})
"""Words after which a hyphen and a space are meant: ``short- and long-term``."""
_IN_FIRST_PARTS = """
self non well long short mid ex semi quasi vice low high full part gender age rights human
child people victim race sex evidence community results hate decision policy law state cross
early large small world country user third second first one two three so anti
"""
_FIRST_PARTS = frozenset(_IN_FIRST_PARTS.split())
_IN_SECOND_PARTS = """
based related sensitive friendly oriented centred centered responsive specific wide term free
making makers maker being known called led driven level party parties old year years risk
income discrimination determination refoulement governmental citizens status motivated
repetition compliance nationals existent economic born owned funded binding conflict general
person trafficking corruption terrorism up
"""
_SECOND_PARTS = frozenset(_IN_SECOND_PARTS.split())


def clean(text: str) -> str:
    """Return the words of a text, a line for each paragraph.

    HTML, entities, soft hyphens, invisible characters and line breaks inside a sentence go; words
    that were divided at the end of a line are whole again. Composed Unicode (NFC).

    Args:
        text: Any text, however it came.
    """
    words = _without_html(text)
    words = _LINE_ENDS.sub("\n", words).replace("\x1f", "\u00ad")
    words = _UNSEEN.sub("", _SOFT_HYPHEN.sub("", words))
    for ligature, letters in _LIGATURES.items():
        words = words.replace(ligature, letters)
    words = _SPACES.sub(" ", normalize("NFC", words))
    paragraphs = _GAPS.sub("\n\n", words).strip().split("\n\n")
    cleaned = (_DIVIDED.sub(_whole, _without_soft_breaks(one)) for one in paragraphs)
    return "\n".join(filter(None, cleaned))


def _without_html(text: str) -> str:
    for _ in range(_MOST_TIMES):
        before = text
        if "<" in text:
            text = _without_tags(text)
        if "&" in text:
            text = _ENTITY.sub(lambda found: unescape(found[0]), text)
        if text == before:
            break
    return text


def _without_tags(text: str) -> str:
    for begins, ends in _HIDDEN:
        text = _without_hidden(text, begins, ends)
    text = _CELL.sub(" ", _BREAK.sub("\n", _BLOCK.sub("\n\n", text)))
    return _TAG.sub("", text)


def _without_hidden(text: str, begins: str, ends: str) -> str:
    """Return a text without what nobody was to see; what is begun and not ended stays."""
    lowered = text.lower()
    if begins not in lowered or len(lowered) != len(text):
        return text
    kept, at = [], 0
    while (start := lowered.find(begins, at)) >= 0:
        end = lowered.find(ends, start)
        if end < 0:
            break
        kept.append(text[at:start])
        at = end + len(ends)
    return "".join(kept) + text[at:]


def _without_soft_breaks(paragraph: str) -> str:
    lines = [line.strip() for line in paragraph.split("\n")]
    told, end = [lines[0]], lines[0][-_END:]
    for line in lines[1:]:
        is_inside = _is_inside(end, line)
        told += (" " if is_inside else "\n", line)
        end = (f"{end} {line}" if is_inside else line)[-_END:]
    return "".join(told)


def _is_inside(before: str, after: str) -> bool:
    """Return whether a line break stands inside a sentence."""
    if not before or not after or _SENTENCE_ENDS.search(before) or _ITEM.match(after):
        return False
    if after[0].islower() or after[0] in ",;.:)]”":
        return True
    return bool(_GOES_ON.search(before) or before.endswith(("-", "‐")))  # noqa: RUF001


def _whole(found: re.Match[str]) -> str:
    """Return a word that a hyphen and a space divide as it was, so far as that can be told."""
    first, second = found[1], found[2]
    if second in _LISTED:
        return found[0]
    is_compound = first.casefold() in _FIRST_PARTS or second in _SECOND_PARTS
    if is_compound or not second.islower() or (first.isupper() and len(first) > 1):
        return f"{first}-{second}"
    return first + second
