"""Two recommendations beside each other, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from anbefal.analysis.ask.phrases import Lexicon, table
from anbefal.analysis.duplicates.compared import Compared, compared
from anbefal.analysis.duplicates.pairs import Judgement, Pair
from anbefal.model.dataset import Dataset
from anbefal.model.recommendation import Recommendation
from anbefal.wording import Wording

_BANDS = ((0.9, "band_high"), (0.7, "band_good"), (0.5, "band_even"), (0.0, "band_low"))
"""From which probability on which words hold."""
_ASPECTS = {
    "strength": "strength",
    "instrument": "instrument",
    "group": "group_of_people",
    "action": "action",
    "part-of": "part_of",
    "subject": "subject",
}
_LINKS = {
    "same_as": "link_same_as",
    "repeats": "link_repeats",
    "related": "link_related",
}
_MOST_SHARED = 6
"""How many things in common one sentence names."""


@dataclass(frozen=True)
class Telling:
    """What puts pairs into words.

    Attributes:
        dataset: The repository.
        words: The words for suggestions, in the reader's language.
    """

    dataset: Dataset
    words: Wording

    def record(self, one: str) -> Recommendation:
        """Return a recommendation."""
        return self.dataset.recommendations[one]

    def body(self, one: str) -> str:
        """Return the body that a recommendation is from."""
        return self.dataset.name_of_actor(self.record(one).source.body, self.words.language)

    def cycle(self, one: str) -> str:
        """Return body and year."""
        date = self.record(one).source.date
        if date is None:
            return self.words.say("source_undated", body=self.body(one))
        return self._marked(one, "date", f"{self.body(one)} {date.year}")

    def source(self, one: str) -> str:
        """Return body and year, and the states that asked where these are known."""
        source, told = self.record(one).source, self.cycle(one)
        states = [self.words.country(state) for state in source.recommended_by]
        return (
            self.words.say("with_states", source=told, states=", ".join(states)) if states else told
        )

    def place(self, one: str) -> str:
        """Return document and paragraph; what was inferred is marked."""
        source = self.record(one).source
        document = source.document or self.words.say("document_unknown")
        parts = [self._marked(one, "document", document)]
        if source.paragraph:
            told = self.words.say("paragraph", paragraph=source.paragraph)
            parts.append(self._marked(one, "paragraph", told))
        elif source.proposal:
            parts.append(self.words.say("proposal", proposal=source.proposal))
        else:
            parts.append(self.words.say("paragraph_unknown"))
        return ", ".join(parts)

    def _marked(self, one: str, field: str, words: str) -> str:
        inferred = field in self.record(one).provenance.inferred
        return self.words.say("inferred", words=words) if inferred else words

    def wording(self, one: str, pair: Pair) -> Compared:
        """Return the words that were compared."""
        return compared(self.record(one), pair.language)

    def kind_of_wording(self, one: str, pair: Pair) -> str:
        """Return whose words they are, and whether somebody checked them."""
        verified = self.record(one).provenance.verified
        if self.wording(one, pair).official:
            return self.words.say("official" if verified else "official_unverified")
        return self.words.say("own" if verified else "own_unverified")

    def likely(self, judgement: Judgement) -> str:
        """Return how likely it is that two are the same ask: a word for it, and out of 100."""
        band = next(key for least, key in _BANDS if judgement.score >= least)
        return self.words.say("judged", band=self.words.say(band), n=out_of_100(judgement.score))

    def differs(self, judgement: Judgement) -> str:
        """Return in what two differ, as a sentence."""
        aspects = [self.words.say(_ASPECTS[one]) for one in judgement.differs_in]
        if not aspects:
            is_same = judgement.relation == "duplicate"
            return self.words.say("differs_not" if is_same else "differs_somehow")
        return self.words.say("differs", aspects="; ".join(aspects))

    def why(self, judgement: Judgement) -> str:
        """Return what two have in common, as one sentence or two."""
        return " ".join(self._reasons(judgement))

    def _reasons(self, judgement: Judgement) -> Iterator[str]:
        shared = judgement.shared
        lists: tuple[tuple[Lexicon, tuple[str, ...]], ...] = (
            ("instruments", shared.instruments),
            ("subjects", shared.subjects),
            ("groups", shared.groups),
            ("actions", shared.actions),
        )
        names = [self._name(of, one) for of, ids in lists for one in ids]
        if names:
            yield self.words.say("both", shared="; ".join(dict.fromkeys(names[:_MOST_SHARED])))
        if shared.strength:
            yield self.words.say("same_strength")
        tenths = round(10 * shared.alike)
        if tenths == 10:  # noqa: PLR2004 - all ten of ten
            yield self.words.say("same_words")
        elif tenths or not (names or shared.strength):
            yield self.words.say("words_alike", n=tenths)

    def _name(self, lexicon: Lexicon, one: str) -> str:
        """Return what people call an id of a word list."""
        entry = table(lexicon).get(one, {})
        wanted, other = ("en", "nb") if self.words.language == "en" else ("nb", "en")
        names = entry.get(wanted) or entry.get(other) or [one]
        return str(names[0])

    def link(self, pair: Pair) -> str:
        """Return the link that a pair would be, as a sentence."""
        return self.words.say(_LINKS[pair.link], body=self.body(pair.a), later=pair.a)


def out_of_100(score: float) -> int:
    """Return a probability out of a hundred; never none or all, since nothing is that sure."""
    return min(99, max(1, round(100 * score)))
