"""Every entry of the vocabulary has a name in each language of the pages, in its own alphabet and in its own words."""

from __future__ import annotations

import pytest

from komshi.pipeline import vocabulary
from tests.commands.scripts import CYRILLIC, EKAVIAN, LATIN

# Page language -> the language that holds its labels, and the variety there.
PAGES = {
    "sq": ("sq", None), "mk": ("mk", None), "en": ("en", None), "bs": ("hbs", "bs"), "hr": ("hbs", "hr"),
    "cnr": ("hbs", "cnr"), "sr-latn": ("hbs", "sr-Latn"), "sr-cyrl": ("hbs", "sr-Cyrl"),
}  # fmt: skip


def labels(region, page: str) -> dict[tuple[str, str], str]:
    code, variety = PAGES[page]
    kinds = {kind: vocabulary.ids(kind) for kind in vocabulary.kinds()}
    english = region.languages["en"].files["labels"]
    kinds |= {kind: tuple(english[kind]) for kind in ("countries", "items")}
    return {
        (kind, id): vocabulary.label(kind, id, language=region.languages[code], variety=variety)
        for kind, ids in kinds.items()
        for id in ids
    }


@pytest.mark.parametrize("page", PAGES)
def test_every_entry_has_a_name(region, page: str) -> None:
    code, variety = PAGES[page]
    files = region.languages[code].files["labels"]
    written = files if variety is None else files["sr-Latn"]
    missing = [key for key in labels(region, page) if key[1] not in written.get(key[0], {})]
    assert missing == []


@pytest.mark.parametrize("page", PAGES)
def test_a_name_keeps_to_the_alphabet_of_its_language(region, page: str) -> None:
    foreign = LATIN if page in ("mk", "sr-cyrl") else CYRILLIC
    assert {name for name in labels(region, page).values() if foreign.search(name)} == set()


@pytest.mark.parametrize("page", ["bs", "hr", "cnr"])
def test_no_name_is_left_in_the_words_of_the_base(region, page: str) -> None:
    assert {name for name in labels(region, page).values() if EKAVIAN.search(name)} == set()


def test_a_variety_says_only_what_differs_and_what_exists(region) -> None:
    files = region.languages["hbs"].files["labels"]
    base = files["sr-Latn"]
    for variety in ("bs", "hr", "cnr"):
        for kind, names in files[variety].items():
            for id, name in names.items():
                assert base[kind].get(id) not in (None, name), (variety, kind, id)


@pytest.mark.parametrize(("code", "variety"), [("sq", None), ("hbs", "hr"), ("hbs", "sr-Cyrl")])
def test_an_unknown_entry_is_called_by_its_id(region, code: str, variety: str | None) -> None:
    assert vocabulary.label("markets", "not_heard", language=region.languages[code], variety=variety) == "not heard"
