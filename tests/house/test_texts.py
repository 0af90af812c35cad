"""Komshi is the same on every machine, and its code knows no language and no country."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.house import texts, tree

SUFFIXES = {".py", ".toml", ".html", ".js", ".mjs", ".css", ".svg", ".txt", ".json", ".jsonl", ".md", ".po"}

# Path -> why words of a region may stand in it.
REGIONAL_EXCEPTIONS: dict[str, str] = {
    "src/komshi/pipeline/text/sketch.py": "a class of capital letters in an expression",
}


def readable(under: str = "") -> list[Path]:
    return [path for path in tree.files(under) if path.suffix in SUFFIXES or not path.suffix or path.suffix == ".lock"]


def test_no_file_names_a_machine_or_a_registry() -> None:
    found = {str(path): words for path in readable() if (words := texts.forbidden(tree.read(path)))}
    assert found == {}


@pytest.mark.parametrize(
    "text",
    [
        "open('/" + "work/main/x')",
        "see /" + "root/.cache",
        "https://files." + "python" + "hosted.org/x",
        "as in Issue" + " 12",
    ],
)
def test_a_machine_or_a_registry_is_noticed(text: str) -> None:
    assert texts.forbidden(text)


def test_words_of_languages_and_names_of_countries_stay_where_they_belong() -> None:
    found = {
        str(path): words
        for path in (*readable("src/komshi"), *readable("assets"), *readable("launcher"))
        if not texts.is_regional(path)
        and not any(path.is_relative_to(allowed) for allowed in REGIONAL_EXCEPTIONS)
        and (words := texts.regional_words(tree.read(path)))
    }
    assert found == {}


def test_every_exception_is_still_needed() -> None:
    for allowed in REGIONAL_EXCEPTIONS:
        assert any(texts.regional_words(tree.read(path)) for path in readable(allowed)), allowed


def test_a_word_of_a_language_is_noticed() -> None:
    assert texts.regional_words('STEMS = ["zaplen", "заплен", "oružj"]') == ["oružj", "заплен"]
    assert texts.regional_words('LETTERS = {"ж": "ž", "љ": "lj"}') == []
    assert texts.regional_words('COUNTRIES = {"Albania"}') == ["Albania"]
    assert texts.regional_words('LANGUAGES = [("sr-latn", "Serbian")]') == []
