"""What every page carries in its head."""

from __future__ import annotations

import pytest
from django.templatetags.static import static

pytestmark = pytest.mark.django_db


def test_a_page_names_its_style_sheet_before_its_text_and_a_file_does_not(client) -> None:
    assert client.get("/en/how/").headers["Link"] == f"<{static('komshi.css')}>; rel=preload; as=style"
    assert "Link" not in client.get("/en/incidents/list.csv").headers
