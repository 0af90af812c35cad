"""What the desk shows: the queue in order of importance, one report with its words, how far the day's work is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.db.models import Count, Q
from django.utils import timezone

from komshi.observatory.base.errors import NotFound
from komshi.observatory.reading.choices import Decision, State
from komshi.observatory.reading.models import Reading, Review
from komshi.observatory.sources.selectors import access_article

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.db.models import QuerySet

    from komshi.observatory.accounts.models import User
    from komshi.observatory.sources.models import Article

SHOWS = ("waiting", "done", "aside")
"""What the desk can list: what waits, what was decided, what the reader set aside as not relevant."""


@dataclass(frozen=True)
class Queue:
    """Which part of the readings a person works on; `country` and `language` are empty for all."""

    show: str = "waiting"
    country: str = ""
    language: str = ""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Queue:
        """From a query string; what is not known is left out."""
        show = query.get("show", "")
        return cls(show if show in SHOWS else "waiting", query.get("country", "")[:2], query.get("language", "")[:12])

    @property
    def query(self) -> str:
        """The queue as a query string, with its question mark; empty for the plain queue."""
        parts = {key: value for key, value in vars(self).items() if value and (key, value) != ("show", "waiting")}
        return f"?{urlencode(parts)}" if parts else ""

    def readings(self, user: User) -> QuerySet[Reading]:
        """Readings of the queue that the person may see, the one to take next first."""
        found = Reading.objects.visible_to(user)
        if self.show == "aside":
            found = found.filter(relevant=False, state=State.WAITING, article__superseded=False)
        elif self.show == "done":
            found = found.exclude(state=State.WAITING)
        else:
            found = found.filter(relevant=True, state=State.WAITING, article__superseded=False)
        if self.country:
            found = found.filter(country=self.country)
        if self.language:
            found = found.filter(language=self.language)
        return found.order_by("rank", "article_id")


@dataclass(frozen=True)
class Progress:
    """How far one person is today: reports decided, and reports still waiting in the queue."""

    done: int
    waiting: int

    @property
    def total(self) -> int:
        """Decided and waiting together."""
        return self.done + self.waiting


@dataclass(frozen=True)
class Neighbours:
    """Article ids before and after one report in the queue; None at an end."""

    previous: int | None = None
    next: int | None = None


@dataclass(frozen=True)
class Suggestion:
    """What was decided on the very same text elsewhere, or on an earlier wording of this report."""

    review: Review
    same_text: bool


@dataclass
class Counts:
    """How many readings the person may see, by how they stand, and how many wait in each country and language."""

    waiting: int = 0
    done: int = 0
    aside: int = 0
    countries: list[tuple[str, int]] = field(default_factory=list)
    languages: list[tuple[str, int]] = field(default_factory=list)


def queue_neighbours(user: User, queue: Queue, *, reading: Reading) -> Neighbours:
    """The reports before and after this one, whether or not it is still in the queue itself."""
    ordered = queue.readings(user).values_list("article_id", flat=True)
    after = Q(rank__gt=reading.rank) | Q(rank=reading.rank, article_id__gt=reading.article_id)
    before = Q(rank__lt=reading.rank) | Q(rank=reading.rank, article_id__lt=reading.article_id)
    return Neighbours(ordered.filter(before).reverse().first(), ordered.filter(after).first())


def queue_counts(user: User) -> Counts:
    """Counts for the head of the desk."""
    found = Reading.objects.visible_to(user)
    waiting = Q(state=State.WAITING, article__superseded=False)
    totals = found.aggregate(
        waiting=Count("pk", filter=waiting & Q(relevant=True)),
        aside=Count("pk", filter=waiting & Q(relevant=False)),
        done=Count("pk", filter=~Q(state=State.WAITING)),
    )
    queue = found.filter(waiting, relevant=True)
    return Counts(
        **totals,
        countries=list(
            queue.exclude(country="").values_list("country").annotate(n=Count("pk")).order_by("-n", "country")
        ),
        languages=list(queue.values_list("language").annotate(n=Count("pk")).order_by("-n", "language")),
    )


def queue_progress(user: User, queue: Queue) -> Progress:
    """Articles that the person decided today (UTC) and that still stand decided, and what waits in the queue."""
    today = timezone.now().replace(hour=0, minute=0, second=0, microsecond=0)
    mine = Review.objects.filter(by=user, at__gte=today).exclude(decision=Decision.UNDO)
    done = mine.filter(~Q(article__reading__state=State.WAITING)).values("article_id").distinct().count()
    return Progress(done, queue.readings(user).count())


def is_read(user: User, article_id: int) -> bool:
    """Whether the article has a reading. Raises NotFound when the person may not know of the article."""
    access_article(user, article_id)
    return Reading.objects.filter(article_id=article_id).exists()


def access_reading(user: User, article_id: int) -> Reading:
    """The reading of an article that the person may see. Raises NotFound for hidden and absent alike."""
    reading = (
        Reading.objects.visible_to(user)
        .select_related("article__document__source")
        .filter(article_id=article_id)
        .first()
    )
    if reading is None:
        raise NotFound
    return reading


def review_history(article: Article) -> list[Review]:
    """Every act on the article, oldest first."""
    return list(article.reviews.select_related("by", "organisation").order_by("pk"))


def suggestion_for(user: User, reading: Reading) -> Suggestion | None:
    """A decision that was made on the same text under another key, or on an earlier wording, and that nobody repeated.

    So that nobody has to think the same thing through twice: the desk says it, a person confirms it with one key.
    """
    if reading.state != State.WAITING:
        return None
    twins = Reading.objects.visible_to(user).filter(text_sha256=reading.text_sha256).exclude(pk=reading.pk)
    twin = twins.exclude(state=State.WAITING).order_by("pk").first()
    if twin is not None:
        acts = Review.objects.filter(article_id=twin.article_id, text_sha256=twin.text_sha256)
        review = acts.exclude(decision=Decision.UNDO).select_related("by", "article").order_by("pk").last()
        return Suggestion(review, same_text=True) if review else None
    earlier = Review.objects.filter(article_id=reading.article_id).exclude(text_sha256=reading.text_sha256)
    review = earlier.select_related("by", "article").order_by("pk").last()
    return Suggestion(review, same_text=False) if review and review.decision != Decision.UNDO else None
