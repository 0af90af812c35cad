"""The one way from received bytes to a stored article: twice the same is once, a changed text is a new document."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from komshi.observatory.accounts.models import Organisation, User
from komshi.observatory.base.errors import Refused
from komshi.observatory.base.events import record_each, writing
from komshi.observatory.base.given import web_address
from komshi.observatory.sources.choices import DocumentKind, Sensitivity, SourceKind
from komshi.observatory.sources.models import LONGEST_ID, Article, Document, Source
from komshi.pipeline.jsonl import clean, parse_published
from komshi.pipeline.types import Article as PipelineArticle

# What the columns hold; the page of a news article needs no more.
_LONGEST = {"url": 2000, "outlet": 300, "language": 40, "published": 40}
_TEXT_FIELDS = ("title", "text", "url", "outlet", "language", "published")
_STORED_FIELDS = [*_TEXT_FIELDS, "published_on", "text_sha256", "document", "updated_at"]


@dataclass(frozen=True)
class Received:
    """One article with the bytes that it was found in. An empty id is replaced by the hash of the text."""

    article: PipelineArticle
    raw: bytes
    media_type: str


@dataclass(frozen=True)
class Holder:
    """Whose the documents are: the source, the way in, who gave them, and who may see them."""

    source: Source
    kind: DocumentKind
    by: User | None = None
    organisation: Organisation | None = None
    sensitivity: Sensitivity = Sensitivity.OPEN


@dataclass
class Stored:
    """What became of a batch. `articles` has one entry for each thing received, in order."""

    added: list[Article] = field(default_factory=list)
    changed: list[Article] = field(default_factory=list)
    unchanged: int = 0
    articles: list[Article] = field(default_factory=list)


def check_storable(article: PipelineArticle) -> None:
    """Refused when a value is longer than a real one can be, or when the id holds a sign that no database keeps."""
    if len(article.id) > LONGEST_ID:
        raise Refused(_("The id has more than %(most)d characters; give a shorter one.") % {"most": LONGEST_ID})
    if clean(article.id) != article.id:
        raise Refused(_("The id holds a character that cannot be written or stored: use letters, digits and hyphens."))
    for name, most in _LONGEST.items():
        if len(getattr(article, name) or "") > most:
            values = {"name": name, "most": most}
            raise Refused(_("“%(name)s” has more than %(most)d characters; leave it out or shorten it.") % values)


def article_key(article: PipelineArticle, source: Source) -> str:
    """The name of an article: source and the id that it came with, or a hash of its text.

    What members give is named `member:<hash>` alone: the key stands in public addresses and must not tell who gave it.
    """
    if source.kind == SourceKind.MEMBER:
        given = f"{source.key}\n{article.id or article.canonical}"
        return f"member:{_sha256(given.encode())[:16]}"
    return f"{source.key}:{article.id or _sha256(article.canonical.encode())[:16]}"


def articles_store(received: Sequence[Received], *, holder: Holder) -> Stored:
    """Stores a batch in one transaction with one event for each new and each changed article.

    Bytes that the source gave before change nothing, even when a newer version is stored: no old file rolls it back.
    """
    with writing():
        batch = _Batch(received, holder)
        for one in received:
            batch.take(one)
        batch.save()
    return batch.stored


class _Batch:
    """The state of one call of articles_store: what is known already, and what is to be written."""

    def __init__(self, received: Sequence[Received], holder: Holder) -> None:
        self.holder = holder
        self.stored = Stored()
        self.pairs: dict[str, tuple[Article, Document]] = {}
        self.documents: dict[str, Document] = {}
        keys = [article_key(one.article, holder.source) for one in received]
        shas = [_sha256(one.raw) for one in received]
        self.articles = {article.key: article for article in Article.objects.filter(key__in=keys)}
        known = Document.objects.filter(source=holder.source, kind=holder.kind, sha256__in=shas)
        self.known = {document.sha256: document for document in known.only("sha256")}

    def take(self, one: Received) -> None:
        """Sorts one thing received into new, changed or unchanged."""
        check_storable(one.article)
        key = article_key(one.article, self.holder.source)
        values = article_values(one.article)
        article = self.articles.get(key)
        sha256 = _sha256(one.raw)
        seen = sha256 in self.known or sha256 in self.documents
        if article is not None and (seen or all(getattr(article, name) == value for name, value in values.items())):
            self.stored.unchanged += 1
        else:
            self._put(one, article or Article(key=key), values, sha256)
            article = self.articles[key]
        self.stored.articles.append(article)

    def _put(self, one: Received, article: Article, values: dict[str, object], sha256: str) -> None:
        known = article.key in self.articles
        for name, value in values.items():
            setattr(article, name, value)
        document = self._document(one, sha256)
        if not known:
            self.stored.added.append(article)
        elif article.pk and article not in self.stored.changed:
            self.stored.changed.append(article)
        self.articles[article.key] = article
        self.pairs[article.key] = (article, document)

    def _document(self, one: Received, sha256: str) -> Document:
        holder = self.holder
        # Bytes that are here under another article: two addresses with one page, or an error page that looks like news.
        if (same := self.known.get(sha256) or self.documents.get(sha256)) is not None:
            return same
        document = Document(
            source=holder.source,
            kind=holder.kind.value,
            sha256=sha256,
            body=zlib.compress(one.raw, 6),
            media_type=one.media_type,
            url=web_address(one.article.url or ""),
            received_by=holder.by,
            organisation=holder.organisation,
            sensitivity=holder.sensitivity.value,
        )
        self.documents[sha256] = document
        return document

    def save(self) -> None:
        """Writes documents, then articles, then the log."""
        Document.objects.bulk_create(self.documents.values())
        now = timezone.now()
        for article, document in self.pairs.values():
            article.document = document
            article.updated_at = now
        Article.objects.bulk_create(self.stored.added)
        if self.stored.changed:
            Article.objects.bulk_update(self.stored.changed, _STORED_FIELDS)
        for action, articles in (("add", self.stored.added), ("change", self.stored.changed)):
            record_each(
                f"sources:article:{action}",
                subjects=[(article, {"document": article.document_id}) for article in articles],
                actor=self.holder.by,
                organisation=self.holder.organisation,
            )


def article_values(article: PipelineArticle) -> dict[str, object]:
    """The columns of an article as the file gives it; what is missing is empty, and so is an address not of the web."""
    values: dict[str, object] = {name: getattr(article, name) or "" for name in _TEXT_FIELDS}
    values["url"] = web_address(article.url or "")
    values["published_on"] = _published_on(article.published)
    values["text_sha256"] = _sha256(article.canonical.encode())
    return values


def _published_on(published: str | None) -> date | None:
    """The day, where the day is known: a month or a year alone is no day."""
    return parse_published(published) if published and len(published) >= len("2024-03-15") else None


def _sha256(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()
