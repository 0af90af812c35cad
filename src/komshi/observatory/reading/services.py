"""Reads what came in, and takes down what people decide. Reviews are appended; everything else here can be rebuilt."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from komshi.observatory.accounts.permissions import can_review, check
from komshi.observatory.base.errors import Refused
from komshi.observatory.base.events import pull, record, record_each, writing
from komshi.observatory.reading.choices import Decision, market_priority
from komshi.observatory.reading.corrections import FIELDS, Standing, base_payload, effective, first_event, standing
from komshi.observatory.reading.days import days_of
from komshi.observatory.reading.models import Reading, Review
from komshi.observatory.reading.reader import READER, article_read
from komshi.observatory.sources.models import Article
from komshi.observatory.sources.selectors import access_article
from komshi.pipeline.jsonl import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from komshi.observatory.accounts.models import Membership, User

PEOPLE_FOR_AN_OBSERVATION = 2
_LAST_DAY = date.max.toordinal()
_DERIVED = [
    "reader", "payload", "effective", "text_sha256", "relevant", "relevance", "market", "event_type", "date",
    "place_name", "country", "latitude", "longitude", "day_from", "day_to", "language", "state", "missing", "rank",
    "updated_at",
]  # fmt: skip


def readings_pull(limit: int) -> int:
    """Read articles that are new or changed, then those that an older reader read. Returns how much was dealt with."""
    with pull("reading", ["sources:article:"], limit=limit) as events:
        _read({int(event.subject_id) for event in events})
    outdated = Reading.objects.exclude(reader=READER).order_by("pk").values_list("article_id", flat=True)
    if len(events) >= limit or not outdated.exists():
        return len(events)
    with writing():
        return len(events) + _read(set(outdated[: limit - len(events)]))


def review_add(
    *, article: Article, decision: Decision | str, by: User, corrections: dict[str, Any] | None = None, note: str = ""
) -> Review:
    """Append one act of a person who may review. `corrections` holds the changed fields only, for `correct`.

    The same act of the same person twice (a double click) is one act. Raises NotAllowed; Refused when there is nothing
    to correct or to take back, or when another person is needed.
    """
    membership = check(can_review, by)
    access_article(by, article.pk)
    decision, corrections = Decision(decision), corrections or {}
    _check_corrections(decision, corrections)
    with writing():
        reading = Reading.objects.select_related("article__document").filter(article=article).first()
        if reading is None:
            raise Refused(_("This report has not been read yet: come back in a moment."))
        stands = standing_of(reading)
        if twin := _same_act(stands, decision, by):
            return twin
        review = Review.objects.create(
            article=reading.article, text_sha256=reading.article.text_sha256, decision=decision,
            corrections=corrections,
            reading_payload=base_payload(reading.payload, stands) if corrections else reading.effective,
            note=clean(note).strip(), by=by, organisation=membership.organisation,
        )  # fmt: skip
        _derive(reading, standing_of(reading))
        reading.save(update_fields=_DERIVED)
        record(
            f"reading:review:{decision}", subject=review, actor=by, organisation=membership.organisation,
            data={"article": review.article_id},
        )  # fmt: skip
    return review


def reviews_add(*, corrections: Mapping[int, dict[str, Any]], by: User) -> list[Review]:
    """Accept or correct many readings at once: by article id, the changed fields, or none to accept it as it is.

    What the person may not see, and what somebody has decided on before, is left out. Raises NotAllowed.
    """
    membership = check(can_review, by)
    with writing():
        seen = Article.objects.visible_to(by).filter(pk__in=corrections, reviews=None)
        readings = Reading.objects.select_related("article__document").filter(article__in=seen).order_by("pk")
        pairs = [(reading, _first_act(reading, corrections[reading.article_id], membership)) for reading in readings]
        Review.objects.bulk_create([review for _reading, review in pairs], batch_size=200)
        for reading, review in pairs:
            _derive(reading, standing([review], people_needed=people_needed(reading.article)))
            # Django takes longer to write one statement for many rows and columns than many statements for one.
            reading.save(update_fields=_DERIVED)
        for decision in (Decision.ACCEPT, Decision.CORRECT):
            subjects = [(one, {"article": one.article_id}) for _reading, one in pairs if one.decision == decision]
            if subjects:
                record_each(
                    f"reading:review:{decision}", subjects=subjects, actor=by, organisation=membership.organisation
                )
    return [review for _reading, review in pairs]


def _first_act(reading: Reading, changes: dict[str, Any], membership: Membership) -> Review:
    decision = Decision.CORRECT if changes else Decision.ACCEPT
    _check_corrections(decision, changes)
    return Review(
        article=reading.article, text_sha256=reading.article.text_sha256, decision=decision, corrections=changes,
        reading_payload=reading.payload, by_id=membership.user_id, organisation=membership.organisation,
    )  # fmt: skip


def review_undo(*, article: Article, by: User, latest: int | None = None) -> Review:
    """Take back the latest act that stands; with `latest` (its id) only that one, Refused if a newer one stands."""
    if latest is not None:
        with writing():
            reading = Reading.objects.select_related("article__document").filter(article=article).first()
            acts = standing_of(reading).acts if reading else ()
            if not acts or acts[-1].pk != latest:
                raise Refused(_("Somebody has decided anew since: open the report to see how it stands."))
            return review_add(article=article, decision=Decision.UNDO, by=by)
    return review_add(article=article, decision=Decision.UNDO, by=by)


def _check_corrections(decision: Decision, corrections: dict[str, Any]) -> None:
    if unknown := set(corrections) - set(FIELDS):
        raise ValueError(f"A correction cannot speak of {', '.join(sorted(unknown))}.")
    if (decision == Decision.CORRECT) != bool(corrections):
        raise Refused(_("A correction must change at least one value: accept the reading if it is right as it stands."))


def _same_act(stands: Standing, decision: Decision, by: User) -> Review | None:
    """The act of this person that says the same and stands already, if there is one."""
    if decision == Decision.UNDO and not stands.acts:
        raise Refused(_("There is no decision to take back: somebody else may have taken it back already."))
    if decision not in (Decision.ACCEPT, Decision.REJECT):
        return None
    mine = [act for act in stands.acts if act.by_id == by.pk]
    if decision == Decision.ACCEPT and mine and mine[-1].decision != Decision.REJECT and stands.missing:
        raise Refused(_("You have agreed to this already: it now needs another person."))
    return next((act for act in reversed(mine) if act.decision == decision), None)


def standing_of(reading: Reading) -> Standing:
    """How the reading stands after every review of the text as it is now."""
    acts = Review.objects.filter(article_id=reading.article_id, text_sha256=reading.article.text_sha256)
    return standing(list(acts.order_by("pk")), people_needed=people_needed(reading.article))


def people_needed(article: Article) -> int:
    """How many different people must agree before the reading counts."""
    return PEOPLE_FOR_AN_OBSERVATION if article.document.kind == "observation" else 1


def effective_payload(reading: Reading) -> dict[str, Any]:
    """What is held to be true: what people stand behind, otherwise what the reader reads today."""
    return dict(reading.effective)


def readings_store(*, read: Sequence[tuple[Article, dict[str, Any]]]) -> None:
    """Store what the reader reads today in these articles (with their documents), and log it. In a transaction."""
    articles = [article.pk for article, _payload in read]
    known = {one.article_id: one for one in Reading.objects.filter(article_id__in=articles)}
    acts = _acts_by_text(articles)
    new, changed = [], []
    for article, payload in read:
        reading = known.get(article.pk) or Reading(article=article)
        reading.article, reading.reader, reading.payload = article, READER, payload
        stands = standing(acts.get((article.pk, article.text_sha256), []), people_needed=people_needed(article))
        _derive(reading, stands)
        (changed if reading.pk else new).append(reading)
    Reading.objects.bulk_create(new, batch_size=200)
    Reading.objects.bulk_update(changed, _DERIVED, batch_size=200)
    _log("reading:reading:add", new)
    _log("reading:reading:change", changed)


def _read(article_ids: set[int]) -> int:
    """Read the articles and store what they say, by a few statements however many there are."""
    articles = Article.objects.filter(pk__in=article_ids).select_related("document").order_by("pk")
    read = [(article, article_read(article)) for article in articles]
    readings_store(read=read)
    return len(read)


def _acts_by_text(article_ids: Iterable[int]) -> dict[tuple[int, str], list[Review]]:
    acts: dict[tuple[int, str], list[Review]] = {}
    for act in Review.objects.filter(article_id__in=article_ids).order_by("pk"):
        acts.setdefault((act.article_id, act.text_sha256), []).append(act)
    return acts


def _log(action: str, readings: list[Reading]) -> None:
    if readings:
        record_each(action, subjects=[(reading, {"article": reading.article_id}) for reading in readings])


def _derive(reading: Reading, stands: Standing) -> None:
    """Fill every column that follows from the payload and the reviews."""
    article, payload = reading.article, effective(reading.payload, stands)
    event, place = first_event(payload), first_event(payload).get("place") or {}
    markets = payload.get("markets") or []
    reading.effective, reading.text_sha256 = payload, article.text_sha256
    reading.state, reading.missing = stands.state, stands.missing
    reading.relevant = bool(payload.get("relevant"))
    reading.relevance = float(payload.get("relevance") or 0.0)
    reading.market = markets[0]["id"] if markets else ""
    reading.event_type = event["type"] if payload.get("events") else ""
    reading.date = event.get("date") or ""
    reading.place_name, reading.country = (place.get("name") or "")[:200], place.get("country") or ""
    reading.latitude, reading.longitude = place.get("latitude"), place.get("longitude")
    reading.day_from, reading.day_to = days_of(payload)
    reading.language = payload.get("language") or ""
    day = article.published_on.toordinal() if article.published_on else 0
    reading.rank = market_priority(reading.market) * 10_000_000 + _LAST_DAY - day
