"""The pipeline's reader, asked about one stored article."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from django.conf import settings

from komshi.observatory.base.region import current_region
from komshi.pipeline.fetch.model import LocalModel
from komshi.pipeline.read.compose import READER, Reader
from komshi.pipeline.read.second import SecondReader
from komshi.pipeline.records import reading_to_json
from komshi.pipeline.types import Article

if TYPE_CHECKING:
    from komshi.observatory.sources.models import Article as StoredArticle

__all__ = ["READER", "article_read", "text_read", "title_end"]


def article_read(article: StoredArticle) -> dict[str, Any]:
    """The reading of the article, as the plain dictionary of the contract."""
    return reading_to_json(_with_model().read(article.for_pipeline()))


def text_read(text: str, *, published: str) -> dict[str, Any]:
    """The reading of a text that is not stored; `published` (ISO date) is what its relative days count from.

    By the rules alone: anybody may ask, and a model would be kept busy by strangers.
    """
    return reading_to_json(_reader().read(Article(id="unstored", text=text, published=published)))


def title_end(article: StoredArticle) -> int:
    """Where the line of the title ends in the canonical text; 0 when the text has no title line."""
    line = f"{article.title}\n"
    return len(line) if article.title and article.canonical.startswith(line) else 0


@cache
def _reader() -> Reader:
    return Reader(current_region())


@cache
def _with_model() -> Reader | SecondReader:
    """The reader with the model that the operator runs beside it; off until KOMSHI_MODEL names its address."""
    environment = settings.ENVIRONMENT
    if not environment.model:
        return _reader()
    return SecondReader(_reader(), LocalModel(environment.model, environment.model_name), name=environment.model_name)
