"""What stands in a text for want of a column: its number, its heading, symbols.

Paragraphs are written ``16``, ``22(a)``, ``22(a)(i)``, ``140.10``. What can be read in two ways is
not found.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from anbefal.model.symbols import bodies_of

MOST_OF_HEADING = 200
"""Letters of what may stand before the number of a paragraph."""
_MOST_WORDS = 25

_WORD = r"(?i:paragraphs?|paras?|avsnitt|punkt|pkt)\b\.?"
_LETTERS = r"(?: ?\((?:[a-z]{1,2}|[ivx]{1,5})\))*"
_NUMBER = r"(?!(?:19|20)[0-9]{2}\b)[0-9]{1,4}(?: ?bis\b)?"
_QUOTED = r"[A-ZÀ-Þ“‘\"'«\[(]"  # noqa: RUF001
_UNIT = r"(?! ?(?:%|per cent|percent|million|billion|[a-z]{1,2}\b))"
_HEAD = re.compile(
    rf"\[?(?:(?P<told>{_WORD} ?)(?P<of>{_NUMBER}) ?[:,] ?(?P<in>{_NUMBER}{_LETTERS})[.:)\]]*"
    rf"|{_WORD} ?(?P<named>{_NUMBER}(?:\.[0-9]{{1,3}})?{_LETTERS})(?:[.:)\]]+|,? (?=[A-Z]))"
    rf"|(?P<dotted>{_NUMBER}\.[0-9]{{1,3}}{_LETTERS})[.:)\]]*(?=[^0-9.,%]){_UNIT}"
    rf"|(?P<plain>{_NUMBER})(?:\.(?P<letters>{_LETTERS})[\]]?(?= ?[^ 0-9.,])"
    rf"|(?P<tight>(?: ?\([a-z]{{1,2}}\))+(?: ?\([ivx]{{1,5}}\))*)[.:\]]*|[)\]]\.?)"
    rf"|(?P<lone>\((?:[a-z]{{1,2}}|[ivx]{{1,5}})\)(?: ?\([ivx]{{1,5}}\))?))\s*"
)
_INSIDE = re.compile(
    rf"(?P<gap>\n|[ .]|(?<=[a-z]))(?P<number>{_NUMBER}(?:\.[0-9]{{1,3}})?)\.?(?P<after>\s?)"
    rf"(?={_QUOTED})"
)
_OPENS = re.compile(
    r"(?:The (?:Committee|Commission|Subcommittee|Special|Working|Independent|State|Group)|In |"
    r"With |While |Recalling|Taking|Reiterating|Bearing|Noting|It |She |He |They |Pursuant|"
    r"Considering|As |Despite|Although|According|Welcoming|Further|Moreover|However|Also |These )"
)
_LABEL = re.compile(r"^([A-Z]|[IVX]{1,5})\.\s*(?=[A-ZÀ-Þ“\"])")
_NO_HEADING = re.compile(
    r"[.;!?]\s|[.;:,]$|^(?:The Committee|The State [Pp]arty|It|She|He) |"
    r"\b(?:recommends|should|urges|calls upon|is concerned)\b"
)
_VERB = re.compile(
    r"\b(?:notes|welcomes|regrets|encourages|invites|requests|must|shall|is|are|has|have|was)\b"
)
_IN_REFERS = """
no no. nos nos. number numbers art art. arts arts. article articles para para. paras paras.
paragraph paragraphs convention conventions protocol protocols section sections rule rules
goal goals target targets law laws act acts decree decrees resolution resolutions comment
comments recommendation recommendations observation observations chapter part annex order
directive bill ilo agenda age aged over under above below than least most about to of the a
an from by in on at for and or with until since between per january february march april may
june july august september october november december covid
"""
_REFERS = frozenset(_IN_REFERS.split())
"""Words after which a number belongs to them, and is no paragraph."""
_MARK = re.compile(r"(?:^|\n|: ?)\(([a-z])\)")
_ITEM = re.compile(
    r"(?<![0-9])(?<![0-9] )(?:(?<![^\W\d_])|(?<=\band)|(?<=\bor))\((?:([a-z])\1?|[ivx]{2,5})\)"
)
"""An item anywhere in a text; ``article 7 (a)`` and ``person(s)`` are none."""
_BULLET = re.compile(r"[-–—•·▪◦‣*]\s*")  # noqa: RUF001
_LETTERED = re.compile(r"[^\W\d_]{2}")
"""What a heading has that is more than a mark in a list."""

_SYMBOL = re.compile(
    r"(?<![A-Za-z0-9/])(?:(?:CAT|CCPR|CEDAW|CERD|CRC|CRPD|CED|CMW)/(?:C|OP|SP|CO)|E/C\.12|A|E)"
    r"(?:/[A-Z0-9][A-Za-z0-9.\-]{0,20}){1,7}"
)
_MENTION = re.compile(
    rf"\b{_WORD} ?(?P<of>{_NUMBER}(?:\.[0-9]{{1,3}})?)(?: ?: ?(?P<in>[0-9]{{1,3}}))?"
    rf"(?P<letters>{_LETTERS})(?! ?(?:[-–]|and\b|to\b|og\b|til\b) ?[0-9])"  # noqa: RUF001
)
_SEVERAL = re.compile(rf"\b{_WORD} ?{_NUMBER}{_LETTERS} ?(?:[-–,]|and|to|og|til) ?[0-9]")  # noqa: RUF001


class Numbered(NamedTuple):
    """A text apart from what stands at its head.

    Attributes:
        heading: The section heading before the number; empty where there is none.
        number: The number of the paragraph; a letter alone, ``(r)``, where it says no more; empty
            where there is none.
        rest: The text itself.
    """

    heading: str
    number: str
    rest: str


def split_number(text: str) -> Numbered:
    """Return the number and the heading at the head of a paragraph, and what follows them.

    Args:
        text: A text that :func:`anbefal.exchange.cleaning.clean` has cleaned.
    """
    words = text.strip()
    bullet = _BULLET.match(words)
    found = _HEAD.match(words, bullet.end() if bullet else 0)
    if found and words[found.end() :]:
        return _headed(found, words)
    for found in _INSIDE.finditer(words, 0, MOST_OF_HEADING + 20):
        heading = words[: found.start()] if found["gap"] != "." else words[: found.start() + 1]
        rest = words[found.end() :]
        if _is_heading(heading, is_alone=found["gap"] == "\n", glued=not found["after"], rest=rest):
            return _numbered(_tidy(heading), found["number"], rest)
        if found["gap"] != "\n" and _NO_HEADING.search(heading):
            break
    return Numbered("", "", words)


def symbols_in(text: str) -> tuple[str, ...]:
    """Return the symbols of United Nations documents in a text, each once, in their order."""
    found = (one[0].rstrip(".-") for one in _SYMBOL.finditer(text))
    return tuple(dict.fromkeys(one for one in found if _is_symbol(one)))


def paragraph_in(text: str) -> str | None:
    """Return the paragraph that a text mentions, as ``para. 22 (a)``; ``None`` where several."""
    if _SEVERAL.search(text):
        return None
    found = {_mentioned(one) for one in _MENTION.finditer(text)}
    return found.pop() if len(found) == 1 else None


def _headed(found: re.Match[str], words: str) -> Numbered:
    """Return a paragraph that begins with its number; items that follow each other stay in it."""
    rest = words[found.end() :]
    has_more = bool(_ITEM.search(rest))
    if has_more and found["lone"]:
        return Numbered("", "", words)
    letters = next((one for one in ("letters", "tight") if found[one]), None)
    if has_more and letters:
        number = found["plain"].replace(" ", "").replace("bis", " bis")
        return Numbered("", number, words[found.start(letters) :].strip())
    return _numbered("", _number_of(found), rest)


def _numbered(heading: str, number: str, rest: str) -> Numbered:
    """Return a paragraph, with the letter of its only item where only that one was taken."""
    found = _MARK.search(rest)
    if found and number and "(" not in number and not _has_several(rest):
        number += f"({found[1]})"
        if found.start() == 0:
            rest = rest[found.end() :]
    return Numbered(heading, number, rest.strip())


def _has_several(text: str) -> bool:
    return len(list(islice(_ITEM.finditer(text), 2))) > 1


def _number_of(found: re.Match[str]) -> str:
    if found["of"]:
        number = f"{found['of']}.{found['in']}"
    elif found["plain"]:
        number = found["plain"] + (found["letters"] or found["tight"] or "")
    else:
        number = found["named"] or found["dotted"] or found["lone"]
    return number.replace(" ", "").replace("bis", " bis")


def _is_heading(heading: str, *, is_alone: bool, glued: bool, rest: str) -> bool:
    """Return whether words before a number are the heading of a section.

    Args:
        heading: The words.
        is_alone: Whether a line ends between them and the number.
        glued: Whether no space stands after the number.
        rest: What follows the number.
    """
    words = _LABEL.sub("", heading.strip())
    lines = words.split("\n")
    if (
        not _LETTERED.search(words)
        or len(words.split()) > _MOST_WORDS
        or any(_NO_HEADING.search(i) for i in lines)
    ):
        return False
    if is_alone:
        return True
    if words.split()[-1].casefold() in _REFERS or _VERB.search(words):
        return False
    return glued or bool(_OPENS.match(rest))


def _tidy(heading: str) -> str:
    """Return a heading on one line, without its letter."""
    lines = [_LABEL.sub("", line.strip()) for line in heading.strip().split("\n")]
    return " / ".join(filter(None, lines))


def _is_symbol(word: str) -> bool:
    if word.startswith(("A/", "E/")):
        return bool(bodies_of(word)) or word.startswith(("A/HRC/", "E/C.12/", "E/CN.4/"))
    return True


def _mentioned(found: re.Match[str]) -> str:
    number = f"{found['of']}.{found['in']}" if found["in"] else found["of"]
    return (number + found["letters"]).replace(" ", "").replace("bis", " bis")
