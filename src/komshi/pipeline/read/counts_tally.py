"""Who were counted by the verbs of one text, all taken together: the number that tells it best, those named one after
the other, and those who were caught elsewhere.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from komshi.pipeline.read.counts_company import Company
from komshi.pipeline.read.counts_found import Count, Together, are_more, longest, on_top
from komshi.pipeline.read.counts_let_go import LetGo
from komshi.pipeline.read.counts_running import without_running
from komshi.pipeline.text.lexicon import Hit

# A word that says less than an arrest (“brought in”) counts only where no arrest does.
WEAK = ".weak"
_LESS = 4.0
# So many told twice may be two pairs.
_FEW = 3
# Of so many times as many as stay in custody others were let go; more are those of another story.
_KEPT = 3
# Sentences in which a report tells the news of its title.
_LEAD = 3
# Letters by which two forms of a word are the same.
_ROW = 6
# An article before a number.
_ARTICLE = 3
SEVERAL = "many"
"""Forms in the plural, which speak of two at least."""
# Forms that say of persons named beside them that they are caught, no less.
_CAUGHT = frozenset({"", "one", "many"})


class Tally:
    """What the verbs of one text count: the best count of each kind, and those whom they name one after the other."""

    def __init__(self, text: Company) -> None:
        self._text = text
        self.best: dict[str, Count] = {}
        self._several: dict[str, Count] = {}
        self._numbers: dict[str, Count] = {}
        self._before: dict[str, tuple[int, Count]] = {}
        self._by_initial: dict[str, set[str]] = {"killed": set(), "injured": set(), "arrested": set()}
        self._together, self._let_go = Together(), LetGo(text)
        self._added: Count | None = None
        self._verb: Hit | None = None
        self._listed = 0
        self._left: dict[int, int] = {}
        self._sum, self._apart = 0, False
        self._in_title = self._caught = 0
        self._kept = False
        self._whole = self._all = 0
        self._grown: dict[int, int] = {}

    def take(self, count: Count, verb: Hit) -> None:
        """Takes in what one verb counts."""
        kind, _, form = verb.term.id.partition(".")
        if form == SEVERAL and count.value == 1 and not count.numbered and not self._text.is_attribute(verb):
            count = count._replace(value=2)  # a verb in the plural: somebody's name is not known for one
        if form.endswith(WEAK[1:]):
            count = count._replace(score=count.score - _LESS)
        if kind == "arrested" and (gone := self._let_go.of(verb, count.value)):
            if gone == count.value:
                return
            self._left[count.value] = count.value - gone
            count = count._replace(value=count.value - gone)
        sentence = self._text.prepared.sentence_of_word[verb.first]
        freed = kind == "arrested" and self._text.is_freed(verb, sentence)
        told = None if freed else self._told_before(kind, count, sentence)
        own = count.value
        count = on_top(count, sentence=sentence, before=told)
        if kind not in self._before or self._before[kind][0] != sentence or count.score > self._before[kind][1].score:
            self._before[kind] = sentence, count
        self._keep(self.best, kind, count)
        if count.value > 1:
            self._keep(self._several, kind, count)
        if count.numbered:
            self._keep_number(kind, count, in_title=self._text.is_title(sentence))
        if kind == "arrested" and count.numbered:
            self._take_whole(count, verb, sentence, own=own)
        if count.who and kind in self._by_initial:
            self._by_initial[kind].add(count.who)
        if kind == "arrested" and form in _CAUGHT and not freed and not self._is_already(verb):
            if count.numbered:
                self._name_all(count, verb, sentence)
            else:
                self._name(count._replace(value=own), verb, sentence)
            self._add(count, verb, sentence, own=own)

    def _told_before(self, kind: str, count: Count, sentence: int) -> tuple[int, Count] | None:
        """The count before one, which those of it may come on top of; the lead says the title again."""
        told = self._before.get(kind)
        here = told is not None and told[0] == sentence and count.total
        return told if here or not self._text.is_title(sentence - 1) else None

    def _take_whole(self, count: Count, verb: Hit, sentence: int, *, own: int) -> None:
        """Takes in what a number says of all who were arrested: a title may tell only those whom a court kept."""
        custody, title = bool(verb.term.attributes.get("custody")), self._text.is_title(sentence)
        self._kept |= custody and title
        if not custody and not title and not count.added and sentence <= _LEAD:
            self._caught = max(self._caught, own)
        if count.part and (own == count.part + 1 or count.company) and sentence <= _LEAD:
            self._grown[count.part] = own
        self._whole = max(self._whole, count.value if count.total else 0)
        every = self._tells_all(count, verb, sentence) or (count.added and 0 < self._all == count.value - own)
        self._all = max(self._all, count.value if every else 0)

    def _tells_all(self, count: Count, verb: Hit, sentence: int) -> bool:
        """Whether a verb says how many were arrested before a court kept some: “*The six were arrested* on …”."""
        first = self._text.prepared.sentences.starts[sentence]
        opens = self._text.prepared.text[first : self._text.named.offset(count.first)].strip()
        subject = not count.added and count.first < verb.first and verb.term.id == f"arrested.{SEVERAL}"
        return subject and len(opens) <= _ARTICLE and not self._text.is_title(sentence)

    def _is_already(self, verb: Hit) -> bool:
        """Whether those of a later verb had been caught before, for something else: “… are *already* in custody”."""
        if not self._sum or self._text.is_apart(verb):
            return False
        beside = range(verb.first - 1, verb.last + 1)
        return any(hit.first in beside for hit in self._text.by_term.get("already", ()))

    def _keep(self, counts: dict[str, Count], kind: str, count: Count) -> None:
        if kind not in counts or count.score > counts[kind].score:
            counts[kind] = count

    def _keep_number(self, kind: str, count: Count, *, in_title: bool) -> None:
        if not in_title:
            self._keep(self._numbers, kind, count)
        elif kind == "arrested":
            self._in_title = max(self._in_title, count.value)

    def _add(self, count: Count, verb: Hit, sentence: int, *, own: int) -> None:
        """Takes in what one verb counts to the sum of all: those caught elsewhere, or at another time, come on top of
        those told before; “in all” says the sum itself. `own`: what the verb counts without those before it.
        """
        if self._text.is_title(sentence):
            return
        again = self._added is not None and count.first < self._added.last and count.last > self._added.first
        # “*An hour later* caught at the station was *also* the man who waited for them”
        another = own == 1 < self._sum and self._text.is_another(verb)
        fresh = (count.numbered and count.value == own and not count.total and not again) or (
            own == 1 and (count.added or another or (self._sum > 1 and self._text.opens_apart(verb)))
        )
        # So many again are rather the same, told once more (“the operation, in several towns, led to *eight arrests*”).
        repeated = count.value == self._sum > _FEW
        # What the title says was reached already: “*20 arrested*. The mayor and 19 others …; five owners are held too”.
        all_told = self._sum == self._in_title > _FEW and not (count.added and self._text.opens_apart(verb))
        elsewhere = another or self._text.is_apart(verb) or self._is_placed(verb, count)
        elsewhere = elsewhere or self._opens_elsewhere(verb, count)
        apart = self._sum and fresh and not repeated and not all_told and elsewhere
        self._verb = verb
        if repeated and fresh:
            self._whole = max(self._whole, count.value)
        self._added = count
        if apart:
            self._sum += own
            self._apart = True
        else:
            known = 0 if count.numbered else self._together.at_least(count)
            self._sum = max(self._sum, count.value, known)
            self._apart |= count.total

    def _is_placed(self, verb: Hit, count: Count) -> bool:
        """Whether two numbers of a sentence are caught in two places: “ten were *arrested in* A., and six *in* B.”."""
        before, of = self._verb, self._text.prepared.sentence_of_word
        if before is None or count.first < before.last or not count.numbered:
            return False
        if of[before.first] != of[verb.first] and not self._is_row(before, verb, count):
            return False
        return self._text.is_placed(before) and self._text.is_placed(verb)

    def _opens_elsewhere(self, verb: Hit, count: Count) -> bool:
        """Whether the sentences of two numbers begin with two places: “*In A.* two were arrested. *In B.* three …”."""
        before, of = self._verb, self._text.prepared.sentence_of_word
        if before is None or not count.numbered or of[verb.first] != of[before.first] + 1:
            return False
        return self._text.opens_with_place(of[before.first]) and self._text.opens_with_place(of[verb.first])

    def _is_row(self, before: Hit, verb: Hit, count: Count) -> bool:
        """Whether two numbers stand in successive rows: “12 *arrests in* A.” and “seven *arrests in* B.”."""
        words, of = self._text.prepared.tokens.words, self._text.prepared.sentence_of_word
        alike = words[verb.last - 1][:_ROW] == words[before.last - 1][:_ROW]
        first = bisect_left(of, of[verb.first])
        opens = count.first == first and verb.first - first <= 1
        return alike and opens and of[verb.first] == of[before.first] + 1

    def _name(self, count: Count, verb: Hit, sentence: int) -> None:
        """Takes in whom one verb names."""
        form, named = verb.term.id.partition(".")[2], self._text.named
        more = bool(count.company) or (form == "one" and self._text.adds(verb))
        names = named.told_by(verb, sentence, value=count.value, more=more)
        value = count.value if (form == SEVERAL and named.in_full(names)) or count.company else 0
        value -= count.beside and self._together.anybody  # “with him arrested are A. B. and C. D.”: he has been counted
        if not names and self._text.tells_one_more(verb, sentence):
            self._together.more()
        known = named.are_accused(names)
        self._together.add(names, sentence=sentence, value=value, known=known)
        if known and form == SEVERAL and count.value == len(names) > 1 and named.in_full(names):
            self._listed = max(self._listed, count.value)
            self._together.in_full(count.value)

    def _name_all(self, count: Count, verb: Hit, sentence: int) -> None:
        """Takes in the persons of a number, if each of them is named: “*two men, A. B. and C. D.*, were arrested”."""
        if count.added or count.value < 2 or self._text.is_title(sentence):
            return
        named = self._text.named
        names = named.told_by(verb, sentence, value=count.value)
        if len(names) == count.value and (named.in_full(names) or named.are_accused(names)):
            self._together.add(names, sentence=sentence, value=count.value, known=named.are_accused(names))
            self._together.in_full(count.value)

    def total(self, kind: str, best: Count) -> tuple[int, Count]:
        """How many there are of a kind, and the count that says so."""
        bare = kind == "arrested" and best.value == 1 and not best.numbered
        count = self._several.get(kind, best) if bare else best  # one verb for one person is no number
        number = self._numbers.get(kind)
        if kind == "arrested" and number is not None and not count.numbered and number.value > count.value:
            count = number  # “… now there are *three* behind bars”
        # Two who are hurt may be told one by one, each with a verb in the singular.
        value = (
            max(count.value, len(self._by_initial[kind]))
            if kind in self._by_initial and count.value == 1
            else count.value
        )
        if kind != "arrested":
            return value, count
        if self._text.is_title(self._text.prepared.sentence_of_word[count.first]):
            value = max(value, self._listed)
        if self._text.is_title(self._text.prepared.sentence_of_word[count.first]):
            value = self._grown.get(value, value)  # “Two Serbs held”: the report adds a third, of another country
        value = self._left.get(value, value)  # the title tells all who were brought in
        caught = max(self._all, self._caught if self._kept else 0)
        kept = caught if caught <= _KEPT * value else 0
        named = self._together.at_least(count)
        if not self._in_title and are_more(self._together.named(count), named):
            named = self._together.named(count)  # “*two* were caught”, and then a third is named
        return max(value, kept, named, self._whole, self._sum if self._apart else 0), count


def tally_of(text: Company, verbs: Sequence[Hit], *, count: Callable[[Hit, str, str], Count | None]) -> Tally:
    """What verbs count, taken together; `count` tells it of one, by its kind and its form."""
    tally, found = Tally(text), []
    for verb in longest([*verbs]):
        kind, _, form = verb.term.id.partition(".")
        one = count(verb, kind, form.removesuffix(WEAK).removeprefix(WEAK[1:]))
        if one is not None:
            found.append((one, verb))
    for one, verb in without_running(text, found):
        tally.take(one, verb)
    return tally
