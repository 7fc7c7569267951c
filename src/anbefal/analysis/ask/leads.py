"""The words before an ask: who recommends it, and to whom."""

from __future__ import annotations

import re

from anbefal.analysis.ask.words import AskLanguage

_DEBTOR = (
    r"(?:the\s+)?(?:state\s+party|state|government|authorities|norwegian\s+(?:authorities|government)|"
    r"norway|it|they)"
)
_VERB = (
    r"(?:recommends?|urges?|calls?\s+(?:up)?on|encourages?|invites?|requests?|advises?|suggests?|"
    r"reiterates?\s+its\s+(?:previous\s+|earlier\s+)?(?:recommendations?|calls?)|considers|"
    r"recommended|urged|encouraged|called\s+on)"
)
_COMMITTEE = re.compile(
    rf"^(?:[^.;]{{0,400}}?[,.]\s+)?(?:the\s+)?(?:[\w()\-’' ]{{0,80}}\s)?(?:committee|subcommittee|"  # noqa: RUF001
    rf"cpt|grevio|greta|ecri|commissioner)\s+(?:\w+\s+){{0,3}}?{_VERB}\s+(?:that\s+)?(?:{_DEBTOR}\b)?"
    r"\s*(?:should\b|to\b|that\b)?[\s,:]*",
    re.IGNORECASE,
)
_SHOULD = re.compile(
    rf"^{_DEBTOR}\s+(?:also\s+)?(?:should|must|needs?\s+to|ought\s+to)\b[\s,:]*", re.IGNORECASE
)
_SKAL = re.compile(
    r"^(?:norge|noreg|staten|regjeringen|regjeringa|myndighetene|styresmaktene|norske\s+myndigheter|"
    r"parten|den|dei|de)\s+(?:også\s+|òg\s+)?(?:bør|må|skal|oppfordres\s+til\s+å|oppmodes\s+om\s+å)\b[\s,:]*",
    re.IGNORECASE,
)


def without_lead(text: str, language: AskLanguage) -> str:
    """Return a recommendation from where it says what is to be done."""
    patterns = (_COMMITTEE, _SHOULD) if language == "en" else (_SKAL,)
    for pattern in patterns:
        text = pattern.sub("", text, count=1)
    return text
