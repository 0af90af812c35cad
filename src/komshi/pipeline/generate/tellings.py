"""How outlets tell of a fictional event: which ones, on which day, in which language and script, in which words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from komshi.pipeline.generate.dice import Dice
from komshi.pipeline.generate.happenings import Happening
from komshi.pipeline.region import Language, Region
from komshi.pipeline.text.cyrillic import to_cyrillic
from komshi.pipeline.text.fold import script_of
from komshi.pipeline.types import Article

_VARIANT = re.compile(r"\[([^\]]*)\]")
_STROKES = str.maketrans({"đ": "dj", "Đ": "Dj"})
_STOCK = (1, 3)
_OWN = (3, 9)
# Syllables that all the region's languages and both scripts can write; the names made of them are nobody's.
_SYLLABLES = ("ba", "bor", "da", "do", "dra", "go", "ka", "kre", "la", "lo", "ma", "mi", "ne", "no", "pe", "ra", "ro",
              "sa", "si", "ta", "te", "tra", "va", "ve", "vlo", "za", "zo", "gri", "ster", "lin")  # fmt: skip


@dataclass(frozen=True)
class Voice:
    """One fictional outlet: its language, and which of the written variants it uses."""

    outlet: str
    code: str
    language: Language
    variant: int
    bare: bool = False
    """Whether the outlet prints without diacritics, as many small ones do."""

    @property
    def script(self) -> str:
        """The script that the outlet's name, and so the outlet, is written in."""
        return script_of(self.outlet)

    @cached_property
    def words(self) -> dict[str, Any]:
        """The language's templates."""
        return dict(self.language.files["generate"])

    @cached_property
    def cyrillic(self) -> bool:
        """Whether Latin templates have to be turned into Cyrillic."""
        return self.script == "Cyrl" and script_of(self.words["months"][0]) == "Latn"


@dataclass(frozen=True, slots=True)
class Telling:
    """One article with the truth about it."""

    article: Article
    happening: Happening
    voice: Voice
    day_told: bool


def voices_of(region: Region) -> list[Voice]:
    """Every fictional outlet of the region's languages."""
    voices: list[Voice] = []
    for code, language in region.languages.items():
        outlets = language.files.get("generate", {}).get("outlets", [])
        named = outlets if isinstance(outlets, dict) else {code: outlets}
        for variety, names in named.items():
            voices.extend(Voice(name, variety, language, variant_of(language, variety)) for name in names)
    return voices


def variant_of(language: Language, code: str) -> int:
    """Which of the variants in brackets a variety of the language writes."""
    varieties = language.files["generate"]["outlets"]
    places = list(varieties) if isinstance(varieties, dict) else [code]
    # The order of the varieties is the order of the variants; the middle ones share one.
    place = places.index(code.partition("-")[0])
    return 0 if place == 0 else 2 if place == len(places) - 1 else 1


class Newsroom:
    """Writes articles of happenings; each article has a number of its own."""

    def __init__(self, region: Region, dice: Dice, *, own: tuple[int, int] = _OWN) -> None:
        """`own`: between how many sentences that no other article has."""
        self._dice = dice
        self._sentences = own
        self._voices = voices_of(region)
        self._number = 0

    def tell(self, happening: Happening) -> Iterator[Telling]:
        """The reports of one event: one to six outlets, now and then an agency's text printed twice."""
        dice = self._dice
        count = 1 if happening.plot is None else 1 + dice.skewed(0, 5)
        for voice in dice.few(self._voices, count):
            telling = self.write(happening, voice)
            yield telling
            if happening.plot and dice.chance(0.08):
                yield self._copied(telling)

    def write(self, happening: Happening, voice: Voice) -> Telling:
        """One report of the event by this outlet, on the day itself or on the next."""
        dice, words = self._dice, voice.words
        published = happening.day + timedelta(days=int(dice.chance(0.4)))
        told = words["plots"][happening.plot] if happening.plot else words["irrelevant"]
        pool = words["general" if happening.plot else "irrelevant"]["sentences"]
        when, day_told = self._when(happening, voice, published)
        slots = _slots(happening, words, when)
        rest = dice.few(pool, dice.between(*_STOCK)) + [
            self._own(words["filler"]) for _ in range(dice.between(*self._sentences))
        ]
        details = dice.few(told["details"], 2) if happening.plot else []
        details[1:] = [detail.replace("{arrested}", "").strip() for detail in details[1:]]
        subject = dice.between(0, len(told["leads"]) - 1)
        title = told["titles"][subject] if happening.plot is None else dice.among(told["titles"])
        body = [told["leads"][subject], *details, *rest]
        return self._article(happening, voice, published, (title, body, slots, day_told))

    def _own(self, filler: dict[str, list[str]]) -> str:
        """A sentence that no other article has: what real ones say besides the facts that all of them share."""
        parts = [self._dice.among(filler[part]) for part in ("who", "said", "things", "happen", "where")]
        return " ".join(part.replace("{name}", self._name()) if "{name}" in part else part for part in parts) + "."

    def _name(self) -> str:
        return "".join(self._dice.among(_SYLLABLES) for _ in range(self._dice.between(2, 4))).capitalize()

    def _article(
        self, happening: Happening, voice: Voice, published: date, text: tuple[str, list[str], dict[str, str], bool]
    ) -> Telling:
        title, body, slots, day_told = text
        self._number += 1
        article = Article(
            id=f"a{self._number:07d}",
            title=_spelt(title.format(**slots), voice),
            text=_spelt(" ".join(_capital(sentence.format(**slots)) for sentence in body), voice),
            outlet=voice.outlet,
            language=voice.code,
            published=published.isoformat(),
        )
        return Telling(article, happening, voice, day_told)

    def _copied(self, telling: Telling) -> Telling:
        """The same text at another outlet of the same language and script, as agencies' texts are."""
        voice = telling.voice
        same = [
            v for v in self._voices if (v.code, v.script) == (voice.code, voice.script) and v.outlet != voice.outlet
        ]
        voice = self._dice.among(same) if same else voice
        self._number += 1
        article = telling.article
        copy = Article(
            f"a{self._number:07d}", article.text, article.title, None, voice.outlet, voice.code, article.published
        )
        return Telling(copy, telling.happening, voice, telling.day_told)

    def _when(self, happening: Happening, voice: Voice, published: date) -> tuple[str, bool]:
        """Words for the day, and whether they tell it."""
        words = voice.words
        if self._dice.chance(0.15):
            return "", False
        if self._dice.chance(0.3):
            day = happening.day
            months = words.get("months_hr") if voice.code == "hr" else None
            month = (months or words["months"])[day.month - 1]
            return words["when"]["date"].format(day=day.day, month=month, year=day.year), True
        return words["when"]["today" if published == happening.day else "yesterday"], True


def _slots(happening: Happening, words: dict[str, Any], when: str) -> dict[str, str]:
    counts = words["counts"]
    amount = (
        f"{happening.amount:,}".replace(",", words["thousands"]) if happening.amount >= 1000 else str(happening.amount)
    )
    person = to_cyrillic(happening.person) if script_of(words["months"][0]) == "Cyrl" else happening.person
    return {
        "place": words["places"][str(happening.place.geonames_id)],
        "amount": amount,
        "person": person,
        "age": str(happening.age),
        "arrested": counts["arrested"][happening.counts.get("arrested", 1) - 1],
        "charged": counts["charged"][happening.counts.get("charged", 1) - 1],
        "when": when,
    }


def _spelt(text: str, voice: Voice) -> str:
    """The text in the outlet's variant and script, without the gaps that empty slots leave."""
    chosen = _VARIANT.sub(lambda match: _variant(match.group(1).split("|"), voice.variant), text)
    chosen = re.sub(r"\s+([;,.])", r"\1", re.sub(r"\s{2,}", " ", chosen)).strip()
    if voice.bare:
        return without_diacritics(chosen)
    return to_cyrillic(chosen) if voice.cyrillic else chosen


def without_diacritics(text: str) -> str:
    """Latin text as outlets print that do without diacritics."""
    parts = unicodedata.normalize("NFD", text.translate(_STROKES))
    return "".join(part for part in parts if not unicodedata.combining(part))


def _variant(written: list[str], variant: int) -> str:
    return written[min(variant, len(written) - 1)]


def _capital(sentence: str) -> str:
    sentence = sentence.strip()
    return sentence[:1].upper() + sentence[1:]
