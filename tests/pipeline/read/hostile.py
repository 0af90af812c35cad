"""Input that nobody would write: reports cut, mixed and soiled at random, and long texts that tempt one to be slow."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator

from komshi.pipeline.read.compose import Reader
from komshi.pipeline.types import Article, Reading, Span

# Invented reports; each is relevant, so that every question of the reader is asked.
REPORTS = (
    (
        "sr",
        """Pripadnici MUP-a uhapsili su juče u Baru M. K. (35) i 29-godišnjeg Z.B. zbog sumnje da su u hladnjači krili
137 kilograma kokaina vrednog 4,5 miliona evra. Ministar Goran Rudić rekao je da je istraga u toku.

Foto: arhiva""",
    ),
    (
        "sr",
        """Виши суд у Београду осудио је Петра Јасеновића на осам година затвора због прања 1,2 милиона евра. Његов
бранилац Саво Орлић најавио је жалбу. Оптужница је подигнута 14. марта 2021. године.""",
    ),
    (
        "cnr",
        """Vođa brodskog klana Ranko Lastić ubijen je sinoć u Podgorici. Specijalno državno tužilaštvo sumnjiči dvojicu
mladića, V. R. i N. P. (1991), koji su u bjekstvu. Na licu mjesta nađeno je 20 čahura kalibra 7,62.""",
    ),
    (
        "mk",
        """Полицијата утрово во Струмица заплени 40 килограми марихуана и приведе три лица, меѓу кои и осомничениот
А.Б. (41). Обвинителството за организиран криминал отвори истрага, изјави портпаролката Ана Рудевска.""",
    ),
    (
        "sq",
        """Policia e Shtetit arrestoi mbrëmë në Durrës Arben Plepin, 34 vjeç, dhe Ilir Lisën pasi në një kamion u gjetën
82 kg heroinë. SPAK ka nisur hetimet. Avokati i tyre, Besnik Guri, tha se do ta ankimojnë masën.""",
    ),
    (
        "sq",
        """Prokuroria Speciale e Kosoves ngriti aktakuze ndaj ish-drejtorit Agim Bregu per marrje ryshfeti prej 25 mije
eurosh. I pandehuri e mohoi fajesine ne Gjykaten Themelore te Prishtines te premten.""",
    ),
    (
        "en",
        """Police in Montenegro seized 250 kilograms of cocaine in the port of Bar on Monday and arrested
Marko Brezić, 44. Prosecutors said two more suspects remain at large. The drugs were worth 10 million euros.""",
    ),
)

_ALIKE = str.maketrans("aeopcjAEOPCTM", "аеорсјАЕОРСТМ")
_CONTROLS = ("\x00", "\x07", "\x1b", "\x85", "\t", "\r\n", "\u2028", "\u00a0")
_HALVES = ("\u200b", "\u00ad", "\u0301", "\u0308\u0323", "\ufeff", "\ufffe", "\ud800", "\udfff")
_LETTERS = ("\U0001f600", "İ", "ß", "ﬁ", "Ǆ", "½", "٣", "Ⅷ", "²")
_SOIL = (*_CONTROLS, *_HALVES, *_LETTERS)
_MARKS = ("(", "((", ")", "[", "{", "„", "“", '"', "«", "/", ".", "...", ",", "-", "—", "’", "'", "%", "€")
_NOISE = (*_MARKS, "1", "99.999,99", "(35)", "0")


def mutated(rng: random.Random) -> Article:
    """One report after one to six accidents."""
    language, text = rng.choice(REPORTS)
    for _ in range(rng.randint(1, 6)):
        text = rng.choice(_ACCIDENTS)(text, rng)
    title = rng.choice((None, "", text[:40], "Zaplena"))
    outlet, url = rng.choice((None, "x.me", "\ud800")), rng.choice((None, "http://", "//\udfff.rs/a", "https://a.mk/1"))
    published = rng.choice((None, "2024-03-15", "2024-03-15T10:00:00+01:00", "2024"))
    said = rng.choice((None, language, "hr", "xx"))
    return Article("h", text, title, url=url, outlet=outlet, language=said, published=published)


def _cut(text: str, rng: random.Random) -> str:
    a, b = sorted((rng.randint(0, len(text)), rng.randint(0, len(text))))
    return text[a:b]


def _double(text: str, rng: random.Random) -> str:
    part = _cut(text, rng)[:80]
    at = rng.randint(0, len(text))
    return text[:at] + part * rng.randint(1, 4) + text[at:]


def _drop(text: str, rng: random.Random) -> str:
    a = rng.randint(0, len(text))
    return text[:a] + text[a + rng.randint(0, 12) :]


def _soil(text: str, rng: random.Random) -> str:
    for _ in range(rng.randint(1, 8)):
        at = rng.randint(0, len(text))
        text = text[:at] + rng.choice(_SOIL) + text[at:]
    return text


def _noise(text: str, rng: random.Random) -> str:
    for _ in range(rng.randint(1, 8)):
        at = rng.randint(0, len(text))
        text = text[:at] + rng.choice(_NOISE) * rng.choice((1, 1, 2, 30)) + text[at:]
    return text


def _mix(text: str, rng: random.Random) -> str:
    a, b = sorted((rng.randint(0, len(text)), rng.randint(0, len(text))))
    return text[:a] + text[a:b].translate(_ALIKE) + text[b:]


def _shout(text: str, rng: random.Random) -> str:
    return rng.choice((text.upper(), text.lower(), text.title(), text.swapcase(), text[::-1]))


def _glue(text: str, rng: random.Random) -> str:
    return rng.choice(
        (text.replace(" ", ""), text.replace(" ", "\n"), text.replace(".", ""), text.replace(" ", "\u00a0 "))
    )


def _join(text: str, rng: random.Random) -> str:
    return f"{_cut(text, rng)} {_cut(rng.choice(REPORTS)[1], rng)}"


_ACCIDENTS: tuple[Callable[[str, random.Random], str], ...] = (
    *(_cut, _double, _drop, _soil, _noise),
    *(_mix, _shout, _glue, _join),
)


def spans(reading: Reading) -> Iterator[Span]:
    """Every piece of evidence in a reading."""
    for event in reading.events:
        for found in (*event.actors, *event.quantities, *([event.place] if event.place else [])):
            yield from found.evidence
        for evidence in event.evidence.values():
            yield from evidence
    for part in (*reading.markets, *reading.places, *reading.organizations):
        yield from part.evidence


def check(reader: Reader, article: Article) -> None:
    """Read the article; every piece of evidence has to lie in its text."""
    length = len(article.canonical)
    for start, end in spans(reader.read(article)):
        assert 0 <= start < end <= length, (start, end, article)


# Each is repeated behind a relevant report until the text has the length that is asked for.
FILLINGS = {
    "digits": "1234567890",
    "amounts": "1.234,5 kg ",
    "dates": "14.03.2021. ",
    "capitals": "ABCDEFGHIJ",
    "capital words": "Abc Def Ghi ",
    "names": "Petar Brezić, ",
    "initials": "A.B. ",
    "combining marks": "a\u0301\u0302",
    "brackets": "((",
    "quotes": "„A“ ",
    "full stops": ". ",
    "spaces": " ",
    "line ends": " \n",
    "hyphens": "A-",
    "words of the law": "uhapšen je ubijen optužnica protiv ",
    "institutions": "MUP SIPA TOK ",
    "places": "Bar, Beograd i Skoplje ",
    "one word": "a",
    "cyrillic": "Петар у Бару ",
    "mixed scripts": "Peтар ",
}


def seconds(reader: Reader, filling: str, length: int) -> float:
    """Processor seconds for one text of a filling; the better of two runs."""
    text = REPORTS[0][1] + "\n" + (filling * (length // len(filling) + 1))[:length]
    article = Article("long", text, language="sr", published="2024-03-15")
    best = float("inf")
    for _ in range(2):
        start = time.process_time()
        reader.read(article)
        best = min(best, time.process_time() - start)
    return best
