"""Which assessments stand: the one place that knows what a word needs before it counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from komshi.observatory.base.errors import NotFound
from komshi.observatory.incidents.selectors import access_incident
from komshi.observatory.trends.choices import PEOPLE_NEEDED
from komshi.observatory.trends.models import Assessment
from komshi.observatory.trends.subjects import Subject
from komshi.pipeline import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from komshi.observatory.accounts.models import User


@dataclass(frozen=True)
class Word:
    """One assessment with the people behind it, the one who made it first."""

    assessment: Assessment
    people: tuple[User, ...]

    @property
    def missing(self) -> int:
        """How many more people it needs before it counts."""
        return max(0, PEOPLE_NEEDED.get(self.assessment.dimension, 1) - len(self.people))


@dataclass(frozen=True)
class Row:
    """One dimension of a subject: what stands, and a newer word that still waits for another person."""

    dimension: str
    stands: Word | None
    waits: Word | None


def standing(subject: Subject) -> dict[str, Row]:
    """Every dimension of the subject, in order. The newest word that enough people stand behind counts.

    A newer one that needs another person waits beside it and replaces nothing; one that was taken back is as if it
    had never been said, so what stood before it stands again.
    """
    rows = Assessment.objects.filter(subject.matching(), withdrawal=None).order_by("-pk")
    words: dict[str, list[Word]] = {}
    for assessment in rows.select_related("by", "organisation").prefetch_related("agreements__by"):
        words.setdefault(assessment.dimension, []).append(_word(assessment))
    return {dimension: _row(dimension, words) for dimension in vocabulary.ids("impact_dimensions")}


def access_assessment(user: User, pk: int) -> Assessment:
    """An assessment of something that the person may see. Raises NotFound for hidden and absent alike."""
    found = Assessment.objects.filter(pk=pk).first()
    if found is None:
        raise NotFound
    if found.incident:
        access_incident(user, found.incident)
    return found


def _row(dimension: str, words: Mapping[str, Iterable[Word]]) -> Row:
    waits = None
    for word in words.get(dimension, ()):
        if not word.missing:
            return Row(dimension, word, waits)
        waits = waits or word
    return Row(dimension, None, waits)


def _word(assessment: Assessment) -> Word:
    agreed = sorted(assessment.agreements.all(), key=lambda one: one.pk)
    people = {assessment.by_id: assessment.by} | {one.by_id: one.by for one in agreed}
    return Word(assessment, tuple(people.values()))
