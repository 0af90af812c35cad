"""Which reader a stored article is given to."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from komshi.observatory.reading import reader as door
from tests.observatory.told import report
from tests.pipeline.fetch.conftest import Site, site

__all__ = ["site"]
pytestmark = pytest.mark.django_db


def test_stored_articles_may_be_shown_to_a_model_here_and_a_strangers_text_never(settings, site: Site) -> None:
    article = report("a").article
    words = article.canonical.split(".")[0][:80]
    answer = {"killed": {"value": 7, "quote": words}}
    site.posts["/v1/chat/completions"] = json.dumps(
        {"choices": [{"message": {"content": json.dumps(answer)}}]}
    ).encode()
    assert door.article_read(article)["events"][0]["counts"]["killed"] is None, "off by default"
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, model=f"{site.url}/v1", model_name="small")
    door._with_model.cache_clear()
    try:
        read = door.article_read(article)
        assert read["events"][0]["counts"]["killed"] == 7
        assert read["reader"] == f"{door.READER}+small"
        asked = len(site.bodies)
        assert door.text_read(article.canonical, published="2024-05-04")["events"][0]["counts"]["killed"] is None
        assert len(site.bodies) == asked
    finally:
        door._with_model.cache_clear()
