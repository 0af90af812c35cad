"""What makes the pipeline read one part of the world: its languages and its facts, passed in as one object.

A `Region` is made by whoever starts the pipeline; the pipeline itself never looks for data.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from importlib.resources.abc import Traversable
from typing import Any

import tomli

from komshi.errors import KomshiError
from komshi.pipeline.text.fold import fold
from komshi.pipeline.text.lexicon import Lexicon, Term, terms_of
from komshi.pipeline.text.spelt import Keyboard, Spelling

Tables = Mapping[str, Any]
# Files of a language that hold patterns; each becomes a topic of a lexicon. Nearly all texts that arrive are about
# something else and must cost little: what puts a text on the topic is compiled apart, and so is what tells an event;
# the other words are looked for in the rest.
FIRST_SIGHT = ("relevance", "markets")
SECOND_SIGHT = ("events", "status")
CLOSER_LOOK = ("organised", "background", "roles", "counts", "items", "quantity_roles", "time")
LEXICON_FILES = (*FIRST_SIGHT, *SECOND_SIGHT, *CLOSER_LOOK)


@dataclass(frozen=True)
class Language:
    """One language as data: `files` maps a question (`markets`, `numbers`, `time`) to the tables of its TOML file.

    `glosses` maps the first letters of words, folded, to what they mean: one plain word for all languages.
    """

    code: str
    files: Mapping[str, Tables]
    glosses: Mapping[str, str] = field(default_factory=dict)

    def table(self, file: str, name: str) -> Tables:
        """One table of one file; empty when the language has none."""
        found: Tables = self.files.get(file, {}).get(name, {})
        return found

    def lexicon(self, topic: str) -> Lexicon | None:
        """The compiled lexicon that holds the patterns of a file; None for a file without patterns."""
        if topic in FIRST_SIGHT:
            return self._first_sight
        if topic in SECOND_SIGHT:
            return self._second_sight
        return self._closer_look if topic in CLOSER_LOOK else None

    def compile(self) -> None:
        """Compile the lexicons now; otherwise the first text that needs one waits for it."""
        for topic in LEXICON_FILES:
            self.lexicon(topic)

    @cached_property
    def _first_sight(self) -> Lexicon:
        return self._compiled(FIRST_SIGHT)

    @cached_property
    def _second_sight(self) -> Lexicon:
        return self._compiled(SECOND_SIGHT)

    @cached_property
    def _closer_look(self) -> Lexicon:
        return self._compiled(CLOSER_LOOK)

    def _compiled(self, files: Sequence[str]) -> Lexicon:
        terms = [term for file in files for term in self.terms(file)]
        return Lexicon(terms, spelling=self.spelling)

    @cached_property
    def spelling(self) -> Spelling:
        """How words are also written: as they are spoken in a dialect, and without the letters of the language."""
        told: Mapping[str, Any] = self.files.get("language", {})
        spelt: Mapping[str, Mapping[str, str]] = told.get("spelt_as", {})
        words, endings = (
            {fold(own): fold(other) for own, other in spelt.get(kind, {}).items()} for kind in ("words", "endings")
        )
        return Spelling(words, endings, [Keyboard(**one) for one in told.get("typed_as", [])])

    def terms(self, file: str) -> list[Term]:
        """The terms of one lexicon file, in its order."""
        return list(terms_of(file, self.files.get(file, {})))

    @cached_property
    def names_alike(self) -> frozenset[str]:
        """Folded words of the lexicons that a form of some name is spelt like."""
        words: list[str] = self.files.get("language", {}).get("names_alike", [])
        return frozenset(map(fold, words))

    @cached_property
    def abbreviations(self) -> frozenset[str]:
        """Lower-case words after which a full stop does not end a sentence."""
        words: list[str] = self.files.get("language", {}).get("abbreviations", [])
        return frozenset(words)


@dataclass(frozen=True)
class Outlet:
    """A news outlet that the region knows: where it is from and what it writes in."""

    name: str
    country: str | None
    language: str | None


@dataclass(frozen=True, eq=False)
class Region:
    """Languages and facts of one region, the same only as itself: what is made of it can be kept beside it.

    `files` maps a file's stem to its TOML tables; `tables` a path to TSV rows; `municipalities` are rows of units that
    people live in, whose names are places too; `law` maps a file's stem to what its country's law lets people do.
    `models` maps a question to what was trained for it (`komshi.pipeline.read.learned`), as it is written.
    """

    name: str
    languages: Mapping[str, Language]
    files: Mapping[str, Tables]
    tables: Mapping[str, list[dict[str, str]]] = field(default_factory=dict)
    municipalities: Sequence[Mapping[str, str]] = ()
    law: Mapping[str, Tables] = field(default_factory=dict)
    models: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def family(self) -> Mapping[str, str]:
        """From a written language code (`sr`, `bs`, `cnr`, `sr-Latn`) to the code whose words are used (`hbs`)."""
        family: dict[str, str] = {}
        for code, language in self.languages.items():
            family[code] = code
            for variety in language.files.get("language", {}).get("varieties", []):
                family[variety] = code
        return family

    @property
    def countries(self) -> list[str]:
        """Codes of the countries that the observatory watches."""
        codes: list[str] = self.files["region"]["countries"]
        return codes


def load_language(code: str, folder: Traversable) -> Language:
    """Read every TOML file of a language's folder, and its glosses if it has some.

    Raises `KomshiError` naming the file that cannot be read.
    """
    glosses = folder / "glosses.tsv"
    rows = _rows(glosses) if glosses.is_file() else ()
    return Language(code, _toml_files(folder), {row["stem"]: row["meaning"] for row in rows})


def load_region(name: str, folder: Traversable, *, languages: Mapping[str, Language]) -> Region:
    """Read a region's folder: its TOML files and municipalities, and what its `law`, `places` and `models` hold."""
    units, law = folder / "municipalities.tsv", folder / "law"
    return Region(
        name,
        languages,
        files=_toml_files(folder),
        tables={stem: _rows(file) for stem, file in _files(folder / "places", ".tsv")},
        municipalities=_rows(units) if units.is_file() else (),
        law=_toml_files(law) if law.is_dir() else {},
        models={stem: file.read_text(encoding="utf-8") for stem, file in _files(folder / "models", ".json")},
    )


def _files(folder: Traversable, ending: str) -> Iterator[tuple[str, Traversable]]:
    """The files of a folder that end so, by their names without the ending; none where there is no folder."""
    for file in sorted(folder.iterdir() if folder.is_dir() else (), key=lambda file: file.name):
        if file.name.endswith(ending):
            yield file.name.removesuffix(ending), file


def _toml_files(folder: Traversable) -> dict[str, Tables]:
    files: dict[str, Tables] = {}
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.name.endswith(".toml"):
            try:
                files[file.name.removesuffix(".toml")] = tomli.loads(file.read_text(encoding="utf-8"))
            except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
                raise KomshiError(f"The data file {folder.name}/{file.name} cannot be read: {error}.") from error
    return files


def _rows(file: Traversable) -> list[dict[str, str]]:
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    head = lines[0].split("\t")
    return [dict(zip(head, line.split("\t"), strict=True)) for line in lines[1:]]
