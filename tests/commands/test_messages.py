"""Every text of every page in eight languages: whole, with its values, in its own alphabet and its own words."""

from __future__ import annotations

import argparse
import re
from functools import cache
from pathlib import Path

import django
import pytest

from komshi.commands import messages
from komshi.observatory.base import catalogues
from komshi.observatory.base.languages import languages
from tests.commands.scripts import CYRILLIC, EKAVIAN, LATIN

TRANSLATED = [code for code in languages() if code != "en"]
FORMS = {"sq": 2, "mk": 2}
_VALUE = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{\w+\}|</?\w+|https?://\S+")
_ASKED = argparse.Namespace(check=True, compile=False, missing=None)


@cache
def whole(code: str) -> dict:
    return {(message.id, message.context): message.string for message in catalogues.effective(code) if message.id}


def forms_of(text) -> list[str]:
    return [text] if isinstance(text, str) else list(text)


def spoken(code: str) -> list[str]:
    """What people read in one language, without values and without the codes of dates."""
    kept = catalogues._latin() if code in ("mk", "sr-cyrl") else catalogues._kept()
    found = [text for (_id, context), text in whole(code).items() if context != "date format"]
    return [kept.sub(" ", form) for text in found for form in forms_of(text)]


def test_there_is_a_catalogue_for_every_language_but_english(settings) -> None:
    assert [code for code, _name in settings.LANGUAGES if code != "en"] == [one.code for one in messages.written()]


def test_every_text_of_every_page_is_translated(capsys) -> None:
    assert messages.run(_ASKED) == 0, capsys.readouterr().out


@pytest.mark.parametrize("code", TRANSLATED)
def test_every_text_is_whole_in_every_form_and_keeps_its_values(code: str) -> None:
    ours = {(tuple(text) if isinstance(text, tuple) else text, context) for text, context, _n, _p in messages.texts()}
    assert ours - whole(code).keys() == set()
    for (id, context), text in whole(code).items():
        forms = forms_of(text)
        assert len(forms) == (1 if isinstance(id, str) else FORMS.get(code, 3)), id
        assert all(forms), id
        wanted = set(_VALUE.findall(id if isinstance(id, str) else id[-1])) if context != "date format" else set()
        for form in forms:
            assert set(_VALUE.findall(form)) == wanted, (id, form)


@pytest.mark.parametrize("code", TRANSLATED)
def test_no_translation_is_only_guessed(code: str) -> None:
    for name in catalogues.SOURCES:
        file = languages()[code].folder / name
        assert not file.is_file() or [m.id for m in catalogues.read(file) if m.id and m.fuzzy] == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_every_text_keeps_to_the_alphabet_of_its_language(code: str) -> None:
    foreign = LATIN if code in ("mk", "sr-cyrl") else CYRILLIC
    assert [text for text in spoken(code) if foreign.search(text)] == []


@pytest.mark.parametrize("code", ["bs", "hr", "cnr"])
def test_no_text_is_left_in_the_words_of_the_base(code: str) -> None:
    assert sorted({found.group() for text in spoken(code) for found in EKAVIAN.finditer(text)}) == []


@pytest.mark.parametrize("code", ["bs", "hr", "cnr", "sr-latn", "sr-cyrl"])
def test_no_sentence_ends_twice_after_a_day(code: str) -> None:
    """A day of these languages ends with a full stop of its own."""
    texts = [form for text in whole(code).values() for form in forms_of(text)]
    assert [text for text in texts if re.search(r"%\((?:day|month|months)\)s\.", text)] == []


def test_a_word_of_the_base_is_noticed() -> None:
    assert EKAVIAN.search("Ovde je mesto") is not None
    assert EKAVIAN.search("Ovdje je mjesto, rečenica i vremena") is None


@pytest.mark.parametrize("code", ["bs", "hr", "cnr", "sr-cyrl"])
def test_a_language_with_a_base_says_only_what_exists_and_differs(code: str) -> None:
    made = catalogues.made(languages()[code])
    for message in catalogues.written(languages()[code]):
        if message.id:
            assert made.get(message.id, context=message.context).string not in (None, message.string), message.id


# “Uploaded” takes three words in some languages; a sentence there was written for another text.
_WORDS_FOR_ONE = 3


@pytest.mark.parametrize("code", TRANSLATED)
def test_one_word_is_not_translated_by_a_sentence(settings, code: str) -> None:
    labels = {text: said for (text, _context), said in whole(code).items() if isinstance(text, str) and " " not in text}
    assert {text: said for text, said in labels.items() if len(said.split()) > _WORDS_FOR_ONE} == {}
    assert len(labels) > 100


def test_the_texts_of_the_frameworks_are_still_theirs() -> None:
    installed = Path(django.__file__).parent.parent
    ours = [m for m in catalogues.read(languages()["sr-latn"].folder / "framework.po") if m.id]
    files = {place for message in ours for place, _line in message.locations}
    theirs = {(text, context) for file in files for text, context, _notes in messages.texts_of(installed / file)}
    assert {(message.id, message.context) for message in ours} - theirs == set()


def test_what_wants_a_translator_can_be_handed_out(capsys, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(messages, "texts", lambda: [("A text that nobody has seen", None, [], "here.py")])
    assert messages.run(argparse.Namespace(check=False, compile=False, missing="sq")) == 1
    assert 'msgid "A text that nobody has seen"\nmsgstr ""' in capsys.readouterr().out
