"""Writes: what members give by hand, and the sources that are followed."""

from __future__ import annotations

import hashlib
import io
import json
from dataclasses import replace
from datetime import date
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from komshi.observatory.accounts.models import Membership, User
from komshi.observatory.accounts.permissions import can_operate, can_publish, can_submit, check
from komshi.observatory.base.errors import Refused
from komshi.observatory.base.events import record, writing
from komshi.observatory.base.given import web_address
from komshi.observatory.base.today import today
from komshi.observatory.sources.choices import Certainty, DocumentKind, Sensitivity, SourceKind
from komshi.observatory.sources.imports import job_from_upload
from komshi.observatory.sources.models import Article, ImportJob, Observation, Source
from komshi.observatory.sources.selectors import access_article
from komshi.observatory.sources.storing import Holder, Received, articles_store
from komshi.observatory.sources.uploads import LARGEST_FILE, Written, given_text, written
from komshi.pipeline.jsonl import BadLine, check_published, clean
from komshi.pipeline.types import Article as PipelineArticle


def paste_add(
    *,
    by: User,
    text: str,
    title: str = "",
    url: str = "",
    published: str = "",
    sensitivity: Sensitivity = Sensitivity.OPEN,
) -> Article:
    """Stores a text that a member pasted. The same text again from the same organisation is the same article."""
    membership = check(can_submit, by)
    given = Written(text=given_text(text), title=clean(title).strip(), url=url.strip(), published=published.strip())
    holder = _holder(membership, DocumentKind.PASTE, sensitivity)
    return _store(given, raw=given.text.encode(), media_type="text/plain", holder=holder)


def file_add(
    *, by: User, name: str, content: bytes, encoding: str = "utf-8", sensitivity: Sensitivity = Sensitivity.OPEN
) -> Article | ImportJob:
    """Stores a member's file: the article in a .txt or .html file, or an import of the many in a .jsonl file."""
    membership = check(can_submit, by)
    if len(content) > LARGEST_FILE:
        raise Refused(_("The file is larger than 10 MB: ask an operator to import it with “komshi import articles”."))
    if name.lower().endswith((".jsonl", ".jsonl.gz")):
        source = _member_source(membership, sensitivity)
        return job_from_upload(io.BytesIO(content), name=name, by=by, source=source, sensitivity=sensitivity)
    given = written(name, content, encoding=encoding)
    holder = _holder(membership, DocumentKind.FILE, sensitivity)
    media_type = "text/html" if name.lower().endswith((".html", ".htm")) else "text/plain"
    return _store(given, raw=content, media_type=media_type, holder=holder)


def observation_add(
    *, by: User, what: str, where: str, when: date, certainty: Certainty, sensitivity: Sensitivity
) -> Article:
    """Stores what a member saw or heard, as a document that is read and reviewed like every other one."""
    membership = check(can_submit, by)
    what, where = given_text(what), " ".join(clean(where).split())
    if not where:
        raise Refused(_("Say where it was: a town or a village is enough."))
    if not date(1990, 1, 1) <= when <= today():
        raise Refused(_("Give the day on which it was: not before 1990 and not in the future."))
    holder = _holder(membership, DocumentKind.OBSERVATION, sensitivity)
    values = {"what": what, "where": where, "when": when.isoformat(), "certainty": str(certainty), "by": by.pk}
    given = Written(text=f"{what}\n{where}", published=when.isoformat())
    raw = json.dumps(values, ensure_ascii=False, sort_keys=True).encode()
    with writing():
        article = _store(given, raw=raw, media_type="application/json", holder=holder)
        observation, created = Observation.objects.get_or_create(
            document=article.document,
            defaults={
                "what": what, "where": where, "when": when, "certainty": str(certainty),
                "sensitivity": str(sensitivity), "by": by, "organisation": membership.organisation,
            },
        )  # fmt: skip
        if created:
            record("sources:observation:add", subject=observation, actor=by, organisation=membership.organisation)
    return article


def source_add(
    *,
    key: str,
    name: str,
    feed_url: str,
    language: str | None = None,
    country: str | None = None,
    by: User | None = None,
) -> Source:
    """A feed to follow. Refused when the key is taken or the address is not one of the web."""
    with writing():
        if by is not None:
            check(can_operate, by)
        if urlsplit(feed_url).scheme not in ("http", "https") or not urlsplit(feed_url).hostname:
            raise Refused(_("The address of a feed begins with http:// or https://."))
        if Source.objects.filter(key=key).exists():
            raise Refused(_("There is a source with this key already: choose another one."))
        home = f"{urlsplit(feed_url).scheme}://{urlsplit(feed_url).hostname}/"
        source = Source.objects.create(
            key=key,
            name=name,
            kind=SourceKind.FEED.value,
            feed_url=feed_url,
            homepage=home,
            language=language,
            country=country,
        )
        record("sources:source:add", subject=source, actor=by)
    return source


def source_activate(*, source: Source, active: bool, by: User | None = None) -> None:
    """Follows a source, or no longer."""
    with writing():
        if by is not None:
            check(can_operate, by)
        source.active = active
        source.save(update_fields=["active"])
        record(f"sources:source:{'activate' if active else 'deactivate'}", subject=source, actor=by)


def article_withdraw(*, key: str, by: User) -> Article:
    """Marks an article that its source took back: it stays readable and no longer counts."""
    membership = check(can_publish, by)
    with writing():
        article = access_article(by, key)
        if not article.superseded:
            article.superseded = True
            article.save(update_fields=["superseded", "updated_at"])
            record("sources:article:change", subject=article, actor=by, organisation=membership.organisation)
    return article


def _holder(membership: Membership, kind: DocumentKind, sensitivity: Sensitivity) -> Holder:
    return Holder(
        source=_member_source(membership, sensitivity),
        kind=kind,
        by=membership.user,
        organisation=membership.organisation,
        sensitivity=Sensitivity(sensitivity),
    )


def _member_source(membership: Membership, sensitivity: Sensitivity) -> Source:
    """The source of an organisation's members; restricted material has one a person, or two people's would collide."""
    organisation = membership.organisation
    key = f"members-{organisation.pk}"
    if sensitivity == Sensitivity.RESTRICTED:
        key = f"{key}-{membership.user_id}"
    source, _created = Source.objects.get_or_create(
        key=key,
        defaults={"name": organisation.name, "kind": SourceKind.MEMBER.value, "country": organisation.country or None},
    )
    return source


def _store(given: Written, *, raw: bytes, media_type: str, holder: Holder) -> Article:
    try:
        check_published(given.published or None)
    except BadLine as error:
        raise Refused(str(error)) from error
    article = PipelineArticle(
        id="",
        text=given.text,
        title=given.title or None,
        url=given.url or None,
        outlet=(urlsplit(web_address(given.url)).hostname or "").removeprefix("www.") or None,
        published=given.published or None,
    )
    if holder.kind == DocumentKind.OBSERVATION:  # two people may see one thing and say it in the same words
        article = replace(article, id=hashlib.sha256(raw).hexdigest())
    return articles_store([Received(article=article, raw=raw, media_type=media_type)], holder=holder).articles[0]
