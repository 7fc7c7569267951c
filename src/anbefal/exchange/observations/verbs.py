"""The verbs with which a committee speaks, and the words around them.

Every pattern is for words that begin where a verb may stand: behind ``the Committee`` and adverbs.
"""

from __future__ import annotations

import re

_ADVERBS = (
    r"(?:,?\s+(?:[a-z]+ly|also|further|furthermore|once again|once more|again|therefore|thus|still|"
    r"however|in particular|nevertheless|nonetheless|hereby|moreover|likewise|now|would like to|"
    r"wishes to|would)\b,?){0,4},?\s+"
)
_QUALITY = r"(?:[a-z]+ ){0,3}"
_BODY = (
    r"(?:the (?:Human Rights )?Committee(?: against Torture)?|the Subcommittee|the Commission|"
    r"the CPT|GREVIO|GRETA|ECRI|the Group)"
)
_DEBTOR = (
    r"(?:the (?:State|Member State) [Pp]arty|States [Pp]arties|the State|(?:the )?(?:[A-Z]\w+ )?"
    r"(?:authorities|Government)|Norway|it|they)"
)

COMMITTEE = re.compile(rf"\b{_BODY}(?={_ADVERBS}|,\s)", re.IGNORECASE)
"""The one who speaks, by name."""

PRONOUN = re.compile(r"\bit(?=\s)", re.IGNORECASE)

ADVERBS = re.compile(_ADVERBS)

CONCERN = re.compile(
    r"(?:(?:is|was|remains?|continues to be|feels)(?:,? [a-z]+,?){0,4} (?:concerned|alarmed|"
    r"disturbed|dismayed|troubled|worried|preoccupied|disappointed)\b"
    r"|(?:continues to )?(?:regrets?|deplores?|condemns?)\b"
    rf"|expresses? (?:its |the )?{_QUALITY}(?:concerns?|regret|alarm|dismay)\b"
    rf"|(?:notes|takes note|observes|acknowledges|learns)[^.;:]{{0,80}}? with {_QUALITY}"
    rf"(?:concern|regret|alarm|dismay)\b"
    rf"|shares the {_QUALITY}concerns?\b"
    rf"|(?:reiterates?|repeats?) (?:its |the )?{_QUALITY}concerns?\b"
    rf"|finds? it (?:\w+ )?(?:regrettable|worrying|alarming)|has (?:\w+ )?concerns\b)"
)

STRONG = re.compile(
    rf"(?:recommends?|urges?|insists?|exhorts?|demands?|advises?|suggests?|proposes?)\b"
    rf"|(?:reiterates?|repeats?|renews?|reaffirms?) (?:its |the |those |all )[^.:]{{0,80}}?"
    rf"\b(?:recommendations?|calls?|appeals?)\b"
    rf"|(?:is of the (?:view|opinion)|considers|believes|stresses|emphasi[sz]es|underlines|"
    rf"reiterates|highlights|recalls|underscores) that [^.:]{{0,160}}?"
    rf"\b{_DEBTOR}(?: \w+)? (?:should|must|needs? to)\b"
    rf"|reminds {_DEBTOR} (?:to|that it (?:should|must))\b"
)
"""Verbs that recommend whatever they are about."""

WEAK = re.compile(
    r"(?:calls? (?:up)?on|encourages?|invites?|requests?|asks?|appeals? to|expects?)\b"
)
"""Verbs that recommend, but not where they only ask for a report or for dissemination."""

_OBJECT = rf"\b(?: (?:again|once more|also|strongly))?,?(?: (?:up)?on)? (?:that|{_DEBTOR})\b"

ASKS_WHOM = re.compile(
    r"(?:recommends|urges|insists|suggests|calls|encourages|invites|requests|asks|appeals to)"
    rf"(?:{_OBJECT}|,[^,]{{1,100}}, (?:that|{_DEBTOR})\b)"
)
"""A verb that recommends with its object: ``requests for asylum`` has none."""

OWES = re.compile(
    rf"(?:{_DEBTOR}|(?:all |these |such )?(?:[a-z]+ )?(?:measures|steps|efforts|action|attention|"
    rf"priority))(?: also| further| therefore| moreover| in particular,?)*(?:, [^,]{{1,100}},)?"
    rf" (?:should|must|ought to|needs to)\b(?! (?:also )?be (?:noted|recalled|borne|remembered|"
    rf"added|stressed|emphasi[sz]ed|mentioned|pointed))",
    re.IGNORECASE,
)
"""What the state should do, where a sentence or its main clause begins."""

IS_ASKED = re.compile(
    rf"{_DEBTOR} (?:is|are) (?:also |further |therefore |\w+ly )*(?P<verb>recommended|urged|"
    r"encouraged|invited|requested|asked|called upon)\b",
    re.IGNORECASE,
)

IMPERSONAL_CONCERN = re.compile(
    r"(?:(?:particular |serious |deep |grave |further )*concern (?:is|was) (?:also |further )?"
    r"expressed|it is (?:also |further )?(?:of (?:\w+ )?concern|regrettable)|"
    r"of (?:\w+ )?concern is|there (?:is|are) (?:\w+ )?concerns?)\b",
    re.IGNORECASE,
)

WELCOMES = re.compile(
    r"(?:welcomes|commends|appreciates|congratulates|notes with (?:\w+ )?(?:appreciation|"
    r"satisfaction|interest)|takes note with (?:appreciation|satisfaction)|expresses its "
    r"appreciation|is pleased|applauds)\b"
)

JOINED = re.compile(
    rf"(?:,|;)?\s(?:and|but|yet|however|while)(?:,? (?:it|{_BODY}))?"
    rf"(?P<verb>{_ADVERBS}[a-z][^.;]{{0,160}})"
)
"""A second verb of the one who speaks: ``, but remains concerned``, ``and urges the State``."""

_OBSERVATIONS = (
    r"(?:concluding observations|report|recommendations|replies|Covenant|Convention|"
    r"(?:present|this) document)"
)

_IS_DISSEMINATION = re.compile(r"\bdisseminate (?:it |them )?widely\s*(?:[.;]|$)")
_DISSEMINATION = (
    (
        r"\b(?:disseminat\w+|publici[sz]\w+|distribut\w+|circulat\w+|available|transmit|share)\b",
        rf"\b{_OBSERVATIONS}\b",
    ),
    (rf"\b{_OBSERVATIONS}\b", r"\b(?:disseminated|available|publici[sz]ed|translated)\b"),
)

_IS_REPORTING = re.compile(
    r"\b(?:common )?core document\b|\bsimplified reporting\b|\blists? of issues prior\b|"
    r"\bparticular importance\b|\breporting (?:guidelines|procedure|period)\b|\bword limit\b"
)
_REPORTING = (
    (r"\b(?:submit|submission of|present|prepare)\b", r"\bperiodic reports?\b"),
    (r"\bperiodic reports?\b", r"\b(?:due|submitted) (?:by|on|in)\b"),
    (r"\bin its next periodic report\b", r"\bparagraphs? [0-9]"),
    (r"\bparagraphs? [0-9]", r"\bin its next periodic report\b"),
)


def is_about_dissemination(sentence: str) -> bool:
    """Return whether a sentence is about making observations or reports known."""
    return bool(_IS_DISSEMINATION.search(sentence)) or _holds(sentence, _DISSEMINATION)


def is_about_reporting(sentence: str) -> bool:
    """Return whether a sentence is about the next report."""
    return bool(_IS_REPORTING.search(sentence)) or _holds(sentence, _REPORTING)


def _holds(sentence: str, pairs: tuple[tuple[str, str], ...]) -> bool:
    """Return whether a second expression stands behind a first one, with no point between them."""
    return any(
        (one := re.search(first, part)) and re.search(then, part[one.end() :])
        for part in sentence.split(".")
        for first, then in pairs
    )
