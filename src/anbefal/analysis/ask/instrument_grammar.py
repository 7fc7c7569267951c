"""The small words that stand in and between the names of instruments."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from anbefal.analysis.ask.words import AskLanguage


@dataclass(frozen=True, slots=True)
class Grammar:
    """The small words of a language that stand in and between names, in small letters.

    Attributes:
        links: Between "Convention" or "Protocol" and what it is on, or belongs to.
        fillers: Parts of long names that do not tell one from another.
        listing: Links that show that a list goes on: "and on".
        joiners: Between the members of a list.
        before: Parts of a name that stand before "Convention".
        modifiers: Between a protocol's number and the word "protocol".
        ordinals: Words for which protocol is meant.
        several: Words for two.
        three: Words for three.
        convention: The forms of "convention" and "covenant".
        covenant: How the forms of "covenant" begin.
        treaties: The plural forms of "treaty".
        of_treaties: Words before which "treaty" is as good as an adjective.
        numbering: Words before a number.
        says: Words that after a short name show that a committee is meant.
        said: Words for what a committee says, before ``by`` and its short name.
        by: Between what is said and who says it.
        to: Between a report and who gets it.
        report: The forms of "report".
        plural: How the plural of "convention" and "protocol" ends.
    """

    links: frozenset[str]
    fillers: frozenset[str]
    listing: frozenset[str]
    joiners: frozenset[str]
    before: frozenset[str]
    modifiers: frozenset[str]
    ordinals: Mapping[str, int]
    several: frozenset[str]
    three: frozenset[str]
    convention: re.Pattern[str]
    covenant: str
    treaties: frozenset[str]
    of_treaties: frozenset[str]
    numbering: frozenset[str]
    says: frozenset[str]
    said: frozenset[str]
    by: frozenset[str]
    to: str
    report: frozenset[str]
    plural: tuple[str, ...]


_YEAR = re.compile(r"(19|20)[0-9]{2}")


def is_year(word: str) -> bool:
    """Tell whether a word is a year."""
    return _YEAR.fullmatch(word) is not None


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_ENGLISH = Grammar(
    links=_set(
        "on against for of to under in concerning relating related regarding about from "
        "aiming aimed at attached annexed supplementing governing with respect"
    ),
    fillers=_set(
        "international un united nations human protection promotion rights right elimination "
        "eliminating eliminate eradication forms form kinds kind types type prevention preventing "
        "prevent suppression suppress suppressing punishment punish punishing combating combat "
        "persons person people status other every any both said issue european 1951 1954 1961 1967 "
        "1966 1989 1979 1984 relevant respective two involvement involving use ilo no"
    ),
    listing=_set("on against for concerning relating regarding"),
    joiners=_set("and as well with together including plus along or also & both respectively"),
    before=_set("international un united nations u n european"),
    modifiers=_set(
        "optional additional facultative remaining respective relevant corresponding other "
        "and or international un new said existing complementary faculty"
    ),
    ordinals={"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3},
    several=_set("two both"),
    three=_set("three"),
    convention=re.compile(r"(convention|covenant)s?"),
    covenant="covenant",
    treaties=_set("treaties"),
    of_treaties=_set(
        "obligation obligations commitment commitments body bodies based monitoring mechanism "
        "mechanisms law reporting report reports system process party parties"
    ),
    numbering=_set(
        "no nos number numbers num n c nr convention conventions in particular particularly "
        "namely especially"
    ),
    says=_set(
        "committee committees recommendation recommendations recommended recommends observations "
        "concluding comments"
    ),
    said=_set(
        "recommendation recommendations recommended recommend observations comments comment views "
        "view concerns concern requests request requested conclusions urged heard issued expressed "
        "raised made called asked proposed suggested noted adopted"
    ),
    by=_set("of by from"),
    to="to",
    report=_set("report reports reporting"),
    plural=("s",),
)

_NORWEGIAN = Grammar(
    links=_set("om mot til for av under i ved vedrørende angående knyttet knytt å"),
    fillers=_set(
        "internasjonale internasjonal fn fns europarådets avskaffelse avskaffing eliminering "
        "former rettigheter rettighetene rettar rettane beskyttelse vern verne "
        "beskytte menneskerettighetene personer personar andre individuell kamp bekjempelse "
        "forebygging førebygging to begge involvering ilo nr forebygge avskaffe rett retten"
    ),
    listing=_set("om mot for"),
    joiners=_set("og samt med inkludert eller inklusive både"),
    before=_set("internasjonale fn fns europarådets ilos"),
    modifiers=_set("valgfri valgfrie valfri valfrie frivillig frivillige fakultativ og eller nye"),
    ordinals={"første": 1, "fyrste": 1, "andre": 2, "annen": 2, "anna": 2, "tredje": 3},
    several=_set("to begge"),
    three=_set("tre"),
    convention=re.compile(r"\w*(konvensjon|pakt)(|a|en|er|ar|ene|ane)s?"),
    covenant="pakt",
    treaties=_set("traktater traktatene traktatar traktatane"),
    of_treaties=frozenset(),
    numbering=_set("nr nummer no"),
    says=_set(
        "komite komité komiteen komitéen komiteens komiteene anbefaling anbefalinger anbefalingene "
        "tilrådingar tilrådingane merknader merknadene merknadar merknadane"
    ),
    said=_set(
        "anbefaling anbefalinger anbefalingen anbefalingene anbefalt tilråding tilrådingar "
        "tilrådingane tilrådd merknader merknadene merknadar merknadane kommentarer kommentarene "
        "kommentarar kommentarane bekymring uttalelser uttalelsene fråsegner"
    ),
    by=_set("fra frå av"),
    to="til",
    report=_set("rapport rapporter rapporten rapportar rapportene rapportere"),
    plural=("er", "ar", "ene", "ane"),
)


def grammar_of(language: AskLanguage) -> Grammar:
    """Return the small words of a language; nynorsk shares those of bokmål."""
    return _ENGLISH if language == "en" else _NORWEGIAN
