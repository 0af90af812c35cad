"""How many persons were arrested, charged, killed, injured, made victims: by the number beside the verb, by the persons
who are named with it, or by a verb that speaks of one. Silence is None, never zero.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from komshi.pipeline.read.background import Background
from komshi.pipeline.read.counts_aside import Asides
from komshi.pipeline.read.counts_found import OTHERS, ROLE, Count, are_more, named_accused, named_suspects
from komshi.pipeline.read.counts_names import NamedPersons
from komshi.pipeline.read.counts_nouns import NAMES_REACH
from komshi.pipeline.read.counts_numbered import ACCUSED, HURT, NUMBER, Numbered
from komshi.pipeline.read.counts_parties import Parties
from komshi.pipeline.read.counts_persons import PersonNumbers
from komshi.pipeline.read.counts_running import grown_to
from komshi.pipeline.read.counts_tally import SEVERAL, tally_of
from komshi.pipeline.read.counts_times import NewsTimes
from komshi.pipeline.read.names import names_of
from komshi.pipeline.read.names_mention import Mention
from komshi.pipeline.read.numerals import NumberGrammar, grammars_of, numerals_of
from komshi.pipeline.read.prepared import Focus, Prepared
from komshi.pipeline.read.when import times_of
from komshi.pipeline.read.when_old import OldTimes
from komshi.pipeline.region import Region
from komshi.pipeline.text.lexicon import Hit
from komshi.pipeline.types import COUNT_KINDS, Actor, Span

# What names and a bare verb are worth.
_NAMES, _ONE = 3.5, 1.0
# Words from “with him” to those who came with him, letters to their names.
_BESIDES, _WITH = 4, 45
# Words that begin with somebody else: “arrested A. B., *while* C. D. is wanted”.
_ELSEWHERE = "elsewhere"
# Where a noun that says itself what befell those whom it counts is read.
_IN_COURT = frozenset({"conviction", "acquittal", "trial", "indictment", "other"})
_POLICE = frozenset({"arrest", "raid", "seizure", "interception", "killing", "attack", "threat", "resignation"})
_AT_COURT = frozenset({"trial", "indictment"})
# News that recalls the arrests of its case, and tells of no other.
_EXTRADITION = "extradition"
_RECALLING = _IN_COURT | {_EXTRADITION}
# Words from “one of the two smugglers” to the verb.
_OF_SEVERAL = 12
_MOST = 150  # a report has a dozen such verbs; a text with hundreds is a list
# Nouns for one person, relatives among them; and a form that only looks like the verb (“kept in hospital”).
_ALONE = frozenset({"people.one", "people.one.kin"})
_LOOK_ALIKE = "not"

Counted = tuple[dict[str, int | None], dict[str, tuple[Span, ...]]]


class Counts:
    """Counts the persons of a text's main event."""

    def __init__(self, region: Region) -> None:
        self._background = Background(region)
        self._times = times_of(region)
        self._names = names_of(region)
        self._grammars = grammars_of(region)

    def __call__(self, prepared: Prepared, focus: Focus, actors: tuple[Actor, ...] = ()) -> Counted:
        """The counts of `COUNT_KINDS`, None where the text is silent, and the evidence of those that were read."""
        counts: dict[str, int | None] = dict.fromkeys(COUNT_KINDS)
        evidence: dict[str, tuple[Span, ...]] = {}
        of = prepared.sentence_of_word
        verbs = _without_tenths(
            [
                hit
                for hit in prepared.hits.get("counts", ())
                # The end of a sentence and the beginning of the next are no phrase.
                if hit.term.meaning in counts and of[hit.first] == of[hit.last - 1]
            ],
            prepared,
        )
        if not verbs:
            return counts, evidence
        # The lead is news, though it may say who somebody was (“the *former* mayor”) or when he was caught.
        focus = replace(focus, background=focus.background - {self._background.lead(prepared)})
        grammar = self._grammars[prepared.language.code]
        times, now = self._times(prepared), self._times.published(prepared)
        old = OldTimes(times, now)
        numbers = PersonNumbers(prepared, numerals_of(prepared, self._grammars), grammar)
        text = _Text(prepared, focus, grammar, numbers=numbers, old=old, names=lambda: self._names(prepared))
        news = NewsTimes(prepared, times, now, clauses=grammar.clauses)
        text.tells_news, text.is_since, text.is_dated = news.tells_news, news.is_since, news.is_dated
        text.named.roles = {start: actor.role for actor in actors for start, _ in actor.evidence}
        tally = tally_of(text, verbs[:_MOST], count=text.count)
        totals = {kind: tally.total(kind, best) for kind, best in tally.best.items()}
        if ("arrested" not in totals or totals["arrested"][0] <= 1) and focus.type in _RECALLING:
            text.recalls = True
            recalled = tally_of(
                text, [verb for verb in verbs[:_MOST] if verb.term.id.startswith("arrested")], count=text.count
            )
            # That somebody was arrested once is no news of a trial; how many were, tells how large the case is.
            told = {kind: recalled.total(kind, best) for kind, best in recalled.best.items()}
            totals |= {
                kind: total
                for kind, total in told.items()
                if total[0] > 1 or (focus.type == _EXTRADITION and kind not in totals)
            }
        for kind, (value, count) in totals.items():
            counts[kind] = numbers.one_more(value) if kind == "arrested" else value
            evidence[kind] = (prepared.span(count.first, count.last),)
        grown = grown_to(text) if "arrested" in totals else None
        if grown is not None and grown.value > totals["arrested"][0]:
            counts["arrested"], evidence["arrested"] = grown.value, (prepared.span(grown.first, grown.last),)
        accused = named_accused(actors) if focus.type in _AT_COURT else []
        if len(accused) > 1 and are_more(len(accused), counts["charged"] or 0):
            counts["charged"], evidence["charged"] = len(accused), tuple(sorted(one.evidence[0] for one in accused))
        return counts, evidence

    def of_arrest(self, prepared: Prepared, focus: Focus, *, actors: tuple[Actor, ...]) -> tuple[int, tuple[Span, ...]]:
        """How many were arrested where that is the news, though the rules took it for something else (`focus` is the
        arrest): those whom the text counts, or else those whom it names as suspects. Nobody is 0.
        """
        counts, evidence = self(prepared, focus, actors)
        if counts["arrested"] is not None:
            return counts["arrested"], evidence["arrested"]
        named = named_suspects(actors)
        return len(named), tuple(sorted(one.evidence[0] for one in named))


def _without_tenths(verbs: list[Hit], prepared: Prepared) -> list[Hit]:
    """The verbs without those of “*the fifth arrested*, A. B.”, where others say how many were caught before him."""
    tenths = {
        at
        for hit in prepared.hits.get("counts", ())
        if hit.term.id == "people.tenth"
        for at in range(hit.first, hit.last)
    }
    kept = [verb for verb in verbs if verb.first not in tenths]
    return kept if any(verb.term.meaning == "arrested" for verb in kept) else verbs


class _Text(Numbered):
    """The persons of one text, ready to be counted."""

    def __init__(
        self, prepared: Prepared, focus: Focus, grammar: NumberGrammar, *, numbers: PersonNumbers,
        old: OldTimes, names: Callable[[], list[Mention]],
    ) -> None:  # fmt: skip
        super().__init__(prepared, focus, grammar, old=old)
        self.persons = numbers.by_sentence()
        self.wholes, self.parts = numbers.wholes, numbers.parts
        hits = prepared.hits.get("counts", ())
        self.things = numbers.things
        self.verbs = [hit for hit in hits if hit.term.id.partition(".")[0] in COUNT_KINDS][:_MOST]
        self.single = [hit for hit in hits if hit.term.id in _ALONE][:_MOST]
        self.negated = [hit for hit in self.by_term.get("negated", ()) if self.is_small(hit)][:_MOST]
        self.with_him = {prepared.sentence_of_word[hit.first]: hit.first for hit in self._with()}
        self.with_them = {prepared.sentence_of_word[hit.first]: hit.first for hit in self.by_term.get("with.them", ())}
        self.everybody, self.freed, self.elsewhere = (self.words(one) for one in ("everybody", "freed", _ELSEWHERE))
        self.company, self.with_kin, self.only = (self.words(one) for one in ("with.company", "with.kin", "only"))
        self.named = NamedPersons(
            prepared, grammar, names=names, nouns=self.single,
            verbs=[*self.verbs, *self.by_term.get(_ELSEWHERE, ())], others=self.by_term,
        )  # fmt: skip
        self.asides = Asides(prepared, grammar, self.named)
        self.parties = Parties(prepared, grammar, named=self.named, nouns=self.single, numbers=self.persons)

    def was_long_ago(self, verb: Hit) -> bool:
        """Whether somebody has been in custody for months, and the news is another one."""
        sentence = self.prepared.sentence_of_word[verb.first]
        since = self.focus.type in _POLICE and self.is_since(verb, sentence)
        return since and not self.is_dated(verb, sentence)

    def is_of_things(self, verb: Hit) -> bool:
        """Whether a number of things follows a verb at once: “*detained two* lorries”."""
        return self.things.get(verb.last, False) and not self.parted(verb.last - 1, verb.last)

    def _with(self) -> list[Hit]:
        found = [*self.by_term.get("with", ()), *self.by_term.get("with.name", ())]
        return sorted((hit for hit in found if self.is_with(hit)), key=lambda hit: hit.first)

    def count(self, verb: Hit, kind: str, form: str) -> Count | None:
        """What one verb counts, or None."""
        sentence = self.prepared.sentence_of_word[verb.first]
        if form == ROLE:
            return self._of_role(verb, sentence, kind)
        if (
            form == _LOOK_ALIKE
            or not (self.is_news(kind, sentence) or (kind == "arrested" and self.tells_news(verb, sentence)))
            or self._was_before(verb, sentence)
        ):
            return None
        if any(self.is_beside(hit, verb) for hit in self.negated):
            return None
        if kind in HURT and self.is_of_animals(verb):
            return None
        if kind == "arrested" and (self.is_of_things(verb) or self.was_long_ago(verb)):
            return None
        standing = self.standing_of(sentence)
        besides = self._besides_him(verb, sentence) if form == "one" and not self._is_alone(verb, kind) else 0
        if besides:
            return Count(1 + besides, standing + NUMBER, verb.first, verb.last, company=besides)
        if form == "one" and self._is_one_of(verb, sentence):
            return Count(1, standing + NUMBER, verb.first, verb.last, numbered=True)
        counted = self._counted(verb, sentence, kind, form)
        echoed = self.echoed(verb, sentence) if kind == "arrested" and counted is not None else 0
        if counted is not None and echoed:
            return counted._replace(value=counted.value + echoed, numbered=True)
        listed = self.parties.of(verb, sentence) if kind == "arrested" and form != "noun" else 0
        if listed > 1 and (counted is None or counted.value < listed):
            return Count(listed, standing + NUMBER, verb.first, verb.last, numbered=True)
        return counted

    def _was_before(self, verb: Hit, sentence: int) -> bool:
        """Whether an old time beside a verb makes what it tells another story, and no day of the news does not."""
        old = not self.recalls and self.old.beside(self.prepared, (verb.first, verb.last))
        return old and not self.is_dated(verb, sentence)

    def _counted(self, verb: Hit, sentence: int, kind: str, form: str) -> Count | None:
        """What stands beside a verb: several words that tell some together, a number, names, or nobody but one."""
        told = self._together(verb, sentence, form) if kind == "arrested" else None
        if told is not None:
            return told
        numbered = self.numbered(verb, sentence, kind=kind, form=form)
        if numbered is not None:
            alone = form == SEVERAL and kind == "arrested" and not numbered.added and sentence not in self.with_him
            return numbered._replace(value=numbered.value + (self.company_of(verb, sentence) if alone else 0))
        if form == "one" or (form == "noun" and kind == "killed"):
            return self._of_one(verb, sentence, kind, form)
        if kind == "victims":
            return None  # a noun, not an act: who is named beside it need not be one
        return self._of_noun(verb, sentence) if form == "noun" else self._without_number(verb, sentence, kind, form)

    def _is_one_of(self, verb: Hit, sentence: int) -> bool:
        """Whether a verb speaks of one out of several: “*one arrested*, two sought”, “*one of the two* smugglers was
        arrested”.
        """
        words, atoms = self.prepared.tokens.words, self.grammar.atoms
        if any(one.first < verb.first < one.last for one in self.wholes.get(sentence, ())):
            return False  # “twenty-*one people arrested*”
        return atoms.get(words[verb.first]) == ("values", 1.0) or any(
            one.whole
            and 0 < verb.first - one.last <= _OF_SEVERAL
            and any(atoms.get(words[at]) == ("values", 1.0) for at in range(max(0, one.first - 3), one.first - 1))
            for one in self.wholes.get(sentence, ())
        )

    def _together(self, verb: Hit, sentence: int, form: str) -> Count | None:
        """Those whom several words tell; “*customs officers and broker* arrested” may be more than two."""
        whole = self.whole_of(verb, sentence)
        if whole is not None:
            return whole
        standing, told = self.standing_of(sentence), self.told_together(verb, sentence)
        if told:
            return Count(told, standing + NUMBER, verb.first, verb.last, numbered=True)
        pair = form == SEVERAL and self.pair(verb, sentence)
        return Count(2, standing + _NAMES, verb.first, verb.last) if pair else None

    def _of_noun(self, verb: Hit, sentence: int) -> Count | None:
        """Those whom a noun for an act names: “the *arrest* of A. B.”."""
        names = self._named(verb, "noun")
        return Count(names, self.standing_of(sentence) + _ONE, verb.first, verb.last) if names else None

    def _without_number(self, verb: Hit, sentence: int, kind: str, form: str) -> Count | None:
        """What a verb counts beside which no number stands: those named with it, or told in the words around."""
        standing, names = self.standing_of(sentence), self._named(verb, form)
        everybody = 0 if names else self.everybody_of(verb, sentence)
        if everybody:
            return Count(everybody, standing + NUMBER, verb.first, verb.last)
        if form == SEVERAL and kind == "arrested":
            told = self._told_before(verb, sentence, names)
            if told is not None:
                return told
            names = max(names, self.named.surnames(verb, sentence))
        if names:
            on_top = self._comes_on_top(verb, sentence)
            also = any(hit.first == verb.last for hit in self.by_term.get("others", ()))
            return Count(
                names + on_top, standing + _NAMES, verb.first, verb.last, beside=on_top, added=also and not on_top
            )
        they = len(self.named.spoken_of(sentence, least=2)) if form == SEVERAL else 0
        if they > 1:
            return Count(they, standing + _NAMES, verb.first, verb.last)
        one = self.one_person(verb)
        if one is None or (one.first and self.prepared.tokens.words[one.first - 1] in self.grammar.vague):
            return None  # “*several* officials, among them a mayor”
        return Count(self.chain_of(one), standing + _ONE, min(one.first, verb.first), max(one.last, verb.last))

    def _told_before(self, verb: Hit, sentence: int, names: int) -> Count | None:
        """Those of a verb in the plural whom a number far from it tells, more than are named."""
        told = self.subject_of(verb, sentence) if names <= 1 else None
        if told is None and not names:
            told = self.carried_to(sentence)
        if told is None or told.value <= names:
            return None
        value = told.value + (self.named.joined(verb, told.first) if told.sentence == sentence else 0)
        score = self.standing_of(sentence) + NUMBER - _ONE
        return Count(value, score, told.first, verb.last, numbered=True, added=told.others)

    def _of_one(self, verb: Hit, sentence: int, kind: str, form: str) -> Count:
        """What a form counts that speaks of one person, unless names tell more (“accused A. B. and C. D.”)."""
        standing = self.standing_of(sentence)
        names = self._named(verb, form) if form == "one" and self.named.is_named_next(verb) else 0
        names -= self.named.apart(verb, sentence) if names > 1 else 0
        if self.with_them.get(sentence, verb.first) < verb.first and names <= 1 and kind in ACCUSED:
            return Count(1, standing, verb.first, verb.last, numbered=True, added=True)
        # “Injured is *also* the neighbour”, “the programmer was arrested *the same day*”: there are more.
        also = form == "one" and (self.adds(verb) or self.is_later(verb))
        alone = self._is_alone(verb, kind)
        if form == "one" and not alone and sentence in self.with_him and (also or names > 1):
            names = max(names, 1) + 1
        company = self.company_of(verb, sentence) if form == "one" and not alone else 0
        told = any(verb.last <= at <= verb.last + 1 for at in self.company.get(sentence, ()))
        if company and (names <= 1 or told):  # “arrested *together with* the adviser A. B. and the builder C. D.”
            return Count(1 + company, standing + _NAMES, verb.first, verb.last, company=company)
        if names > 1:
            return Count(names, standing + _NAMES, verb.first, verb.last)
        return Count(
            1, standing + (0.0 if also else _ONE), verb.first, verb.last, self.named.whose(verb, sentence),
            added=also and kind in ACCUSED, beside=also and self.is_person(verb.last + 1),
        )  # fmt: skip

    def _is_alone(self, verb: Hit, kind: str) -> bool:
        """Whether “wounded is *also his friend*” tells of one: he comes beside somebody whom another verb counts."""
        return kind not in ACCUSED and self.adds(verb)

    def _of_role(self, verb: Hit, sentence: int, kind: str) -> Count | None:
        """Those whom a noun counts that says what befell them, the whole before its part: “two of three *accused*”."""
        old = kind == "arrested" and sentence in self.old.sentences and not self.recalls
        if sentence in self.focus.background or old or (kind == "charged" and self.focus.type not in _IN_COURT):
            return None
        # “The number of *those arrested* in the affair rose to *14*”
        wholes = self.wholes.get(sentence, ())
        beside = [one for one in wholes if one.first < verb.last and one.last >= verb.first]
        beside = beside or [one for one in wholes if one.total and one.first >= verb.last]
        if not beside or beside[-1].others:
            return None
        found = beside[-1]
        if not self.grammar.partitive.isdisjoint(self.prepared.tokens.words[found.first + 1 : verb.first]):
            return None  # “*ten of the accused* sat in the courtroom”
        return Count(found.value, self.standing_of(sentence) + NUMBER + OTHERS, found.first, verb.last)

    def _besides_him(self, verb: Hit, sentence: int) -> int:
        """How many come on top of one who is arrested: “he was arrested, and *with him two brothers*”."""
        at = self.with_him.get(sentence, -1)
        if at < verb.last or (at <= verb.last + 1 and self._is_joined_alone(verb, sentence, at)):
            return 0
        many = (one.value for one in self.persons.get(sentence, ()) if at < one.first <= at + _BESIDES)
        alone = any(at < hit.first <= at + _BESIDES for hit in self.single) and at <= verb.last + 1
        named = len(self.named.row(self.named.offset(at), sentence, reach=_WITH)) if at <= verb.last + 2 else 0
        return next(many, max(named, int(alone)))

    def _is_joined_alone(self, verb: Hit, sentence: int, at: int) -> bool:
        """Whether a verb speaks only of somebody's companion: “A. B. was arrested. Caught was *also his* host”."""
        if self.prepared.tokens.words[at] not in self.grammar.joining:
            return False
        end = self.named.offset(verb.first)
        start = self.named.clause_before(end, sentence)
        return not self.named.between(start, end) and not any(
            start <= self.named.offset(hit.first) < end for hit in self.single
        )

    def _comes_on_top(self, verb: Hit, sentence: int) -> bool:
        """Whether those who are named with a verb come on top of somebody: “*besides him*, A. B. is tried”."""
        at = self.with_him.get(sentence, verb.first)
        if at < verb.first and not self.grammar.joining.isdisjoint(self.prepared.tokens.words[at : at + 2]):
            start = self.prepared.sentences.starts[sentence]
            # “*he and* A. B.” against “*and his* friend A. B.”
            he = self.prepared.tokens.words[at] not in self.grammar.joining
            ends = (start, self.named.offset(at)) if he else (self.named.offset(at), self.named.offset(verb.first))
            return not self.named.between(*ends)
        return sentence in self.with_him and (self.adds(verb) or at < verb.first)

    def _named(self, verb: Hit, form: str) -> int:
        """How many persons are named with a verb: after it, with the others added to them, or before it."""
        after = self.named.offset(verb.last - 1, end=True)
        sentence = self.prepared.sentence_of_word[verb.first]
        count, end = (0, after) if verb.term.attributes.get("official") else self.named.run(after, sentence)
        if count:
            added = [
                one
                for one in self.persons.get(sentence, ())
                if one.others and not one.away and self.named.offset(one.first) >= end
            ]
            near = bool(added) and self.comes_after(end, added[0])
            return count + (added[0].value if near else self._goes_on(end, sentence))
        if form == "noun":
            return 0
        before = self.named.offset(verb.first)
        start = max(self.prepared.sentences.starts[sentence], before - 2 * NAMES_REACH)
        names = self.named.between(start, before)
        return names + self.named.joined_noun(verb.first, sentence) if names else 0
