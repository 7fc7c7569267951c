"""The words before an ask: why it is made, who makes it, and to whom."""

from __future__ import annotations

import re

from anbefal.analysis.ask.words import AskLanguage

LEAD = 1_000
"""How many characters may stand before the ask; committees take a paragraph at most."""

_ADVERBS = (
    r"(?:,?\s+(?:\w+ly|also|further|once\s+again|again|therefore|furthermore|thus|still)\b,?){0,3}"
)
_BODY = (
    r"(?:the\s+)?(?!as\b|which\b|that\b|what\b|when\b|where\b|if\b)"
    r"(?:[\w()\-’' ]{0,80}\s)?"  # noqa: RUF001 - apostrophes are meant
    r"(?:(?:sub)?committee(?:\s+(?:on|for|against)\s+\w[\w\s,\-]{0,89}?)?|"
    r"cpt|grevio|greta|ecri|commissioner)"
)
_VERB = (
    r"(?:recommends?|urges?|calls?\s+(?:up)?on|encourages?|invites?|requests?|advises?|suggests?|"
    r"reiterates?\s+its\s+(?:previous\s+|earlier\s+)?(?:recommendations?|calls?))"
)
_NAMED = (
    r"(?:the\s+)?(?:state\s+party|state|government|authorities|norwegian\s+(?:authorities|government)|"
    r"norway)"
)
_DEBTOR = rf"(?:{_NAMED}|it|they)"


def _asks_en(after_comma: str) -> re.Pattern[str]:
    """Return how a body asks, with who may be told behind a comma what to do."""
    return re.compile(
        rf"(?:^|[.;,]\s+)(?:{_BODY}|it){_ADVERBS}\s+{_VERB}\b\s*(?:,[^,]{{0,100}},\s*)?(?:that\s+)?"
        rf"(?:{_DEBTOR}\b)?\s*(?:should\b|to\b|that\b)?[\s,:]*"
        rf"|(?:(?:^|[.;]\s+){_DEBTOR}|,\s+{after_comma})\s+"
        r"(?:also\s+)?(?:should|must|needs?\s+to|ought\s+to)\b[\s,:]*",
        re.IGNORECASE,
    )


_ASKS_EN, _ASKS_EN_AFTER_PREAMBLE = _asks_en(_NAMED), _asks_en(_DEBTOR)
"""Behind a comma, "they should" is an ask only where the text opens with a preamble: "ensure that,
when children are heard, they should have a lawyer"."""
_DEBTOR_NB = (
    r"(?:norge|noreg|staten|staten\s+parten|konvensjonsstaten|regjeringen|regjeringa|myndighetene|"
    r"styresmaktene|norske\s+(?:myndigheter|styresmakter)|parten|den|dei|de)"
)
_ASKS_NB = re.compile(
    rf"(?:^|[.;,]\s+)(?:\w*komiteen|\w*komitéen|grevio|greta|ecri|cpt|den|han)\s+(?:også\s+|òg\s+)?"
    r"(?:anbefaler|tilrår|oppfordrer|oppmoder|ber|råder|understreker|krever|krev)\s+"
    rf"(?:sterkt\s+|innstendig\s+)?(?:om\s+)?(?:at\s+)?(?:{_DEBTOR_NB}\b)?\s*"
    r"(?:til\s+å\b|om\s+å\b|til\b|å\b|bør\b|må\b)?[\s,:]*"
    rf"|(?:^|[.;,]\s+){_DEBTOR_NB}\s+(?:også\s+|òg\s+)?(?:bør|må|skal)\b[\s,:]*",
    re.IGNORECASE,
)

_SENTENCE = re.compile(r"(?<=[.])\s+")
_ASIDE = re.compile(
    r"\bwording\s+has\s+not\s+been\s+seen|\bselected\s+(?:it|this)\s+for\s+follow|"
    r"\bordlyden\s+er\s+ikke\s+sett",
    re.IGNORECASE,
)
"""What tells a sentence about the follow-up procedure or the record itself: it asks no measure."""

_REPORT = re.compile(
    r"(?:report|provide|include|inform|submit|indicate|supply|give|furnish|present|describe|"
    r"rapporter\w*|opplys\w*|gi|gje|gjere|gjøre|orienter\w*|inform\w*)\b"
    r".*\b(?:in\s+(?:its|the)\s+next\s+(?:periodic\s+)?report|i\s+neste\s+rapport)",
    re.IGNORECASE | re.DOTALL,
)
"""A sentence that asks for nothing but a report."""

_PREAMBLE_EN = re.compile(
    r"(?:also\s+|further\s+|while\s+|(?:deeply|gravely|seriously)\s+)?"
    r"(?:noting|taking\s+note|recogni[sz]ing|recalling|acknowledging|welcoming|commending|"
    r"appreciating|regretting|deploring|considering|believing|bearing|having|being|concerned|"
    r"aware|mindful|convinced|alarmed|regarding|concerning|respecting|with|in|on|as|for|at|by|"
    r"from|within|without|under|during|while|given|since|although|though|despite|"
    r"notwithstanding|following|after|before|until|pending|when|where|if|because|due|"
    r"besides|apart|that)\b",
    re.IGNORECASE,
)
_PREAMBLE_NB = re.compile(
    r"(?:merker|anerkjenner|erkjenner|viser|minner|ettersom|når|med|i|på|for|ved|under|innen|"
    r"uten|utan|mens|medan|gitt|siden|sidan|selv|sjølv|til\s+tross|trass|etter|før|inntil|dersom|"
    r"hvis|viss|fordi|angående|vedrørende|at)\b",
    re.IGNORECASE,
)


def opens_with_preamble(text: str, language: AskLanguage) -> bool:
    """Return whether a text opens with no ask: with what is noted, a time or an occasion."""
    opening = _PREAMBLE_EN if language == "en" else _PREAMBLE_NB
    return opening.match(text.lstrip()) is not None


def without_lead(text: str, language: AskLanguage) -> str:
    """Return a recommendation from where it says what is to be done.

    What a body notes, welcomes or regrets before that is no ask, nor is what it wants reported.
    A text that says nothing else is returned whole.
    """
    sentences = _SENTENCE.split(text)
    asking = [one for one in sentences if not _asks_no_measure(one, language)]
    return _led(" ".join(asking) or text, language)


def _asks_no_measure(sentence: str, language: AskLanguage) -> bool:
    is_aside = _ASIDE.search(sentence) is not None
    return is_aside or _REPORT.match(_led(sentence, language)) is not None


def _led(text: str, language: AskLanguage) -> str:
    """Return a text behind the first words with which a body asks, whole where there are none."""
    found = _asks(text, language).search(text, 0, LEAD)
    return text[found.end() :] if found else text


def _asks(text: str, language: AskLanguage) -> re.Pattern[str]:
    if language != "en":
        return _ASKS_NB
    return _ASKS_EN_AFTER_PREAMBLE if opens_with_preamble(text, "en") else _ASKS_EN
