from __future__ import annotations

import argparse
import re

import pytest
from babel.messages.pofile import read_po

from komshi.commands import messages

CATALOGUES = sorted(messages.LOCALE.glob("*/LC_MESSAGES/django.po"))
_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|</?\w+>")


def catalogue(file):
    with file.open("rb") as stream:
        return read_po(stream, locale=file.parent.parent.name)


def test_there_is_a_catalogue_for_every_language_but_english(settings) -> None:
    wanted = {code.replace("-", "_").lower() for code, _name in settings.LANGUAGES if code != "en"}
    assert {file.parent.parent.name.lower() for file in CATALOGUES} == wanted


def test_every_text_of_every_page_is_translated(capsys) -> None:
    assert messages.run(argparse.Namespace(check=True)) == 0, capsys.readouterr().out


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.parent.parent.name)
def test_no_translation_is_missing_or_fuzzy_and_none_loses_a_value(file) -> None:
    for message in catalogue(file):
        if not message.id:
            continue
        forms = [message.string] if isinstance(message.string, str) else list(message.string)
        assert all(forms), message.id
        assert not message.fuzzy, message.id
        wanted = set(_PLACEHOLDER.findall(message.id if isinstance(message.id, str) else message.id[-1]))
        for form in forms:
            assert set(_PLACEHOLDER.findall(form)) == wanted, message.id
