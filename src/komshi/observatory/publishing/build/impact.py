"""Public impact: assessments that stand, of incidents that are public, in words that name nobody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django.db.models import Q

from komshi.observatory.base.events import pull
from komshi.observatory.base.prose import safe_prose
from komshi.observatory.base.today import today
from komshi.observatory.incidents.models import Incident
from komshi.observatory.publishing.build.incidents import public_key, pull_incidents
from komshi.observatory.publishing.models import PublicImpact, PublicIncident
from komshi.observatory.publishing.redact import private_of
from komshi.observatory.reading.models import Reading
from komshi.observatory.sources.models import Article
from komshi.observatory.trends.models import Assessment
from komshi.observatory.trends.selectors import Word, standing
from komshi.observatory.trends.subjects import Subject, home_of, keys_of
from komshi.pipeline.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from komshi.observatory.base.models import Event

_WORD = re.compile(r"[^\W_]+")
_MOST_WORDS = 4


def pull_impact(limit: int) -> int:
    """Bring the public impact up to date with assessments and incidents. Returns how many events were dealt with."""
    with pull("publishing_impact", ["trends:assessment:", "incidents:incident:"], limit=limit) as events:
        # Another process may have added an incident after the step before this one: its page has to be there first.
        while events and pull_incidents(limit):
            pass
        for subject in sorted(_subjects(events), key=repr):
            _project(subject)
    return len(events)


def _subjects(events: Sequence[Event]) -> set[Subject]:
    """What the events are about, and every trend that cites an incident that changed."""
    said = {int(event.subject_id) for event in events if event.action.startswith("trends:")}
    changed = {int(event.subject_id) for event in events if event.action.startswith("incidents:")}
    keys = set(Incident.objects.filter(pk__in=changed).values_list("key", flat=True))
    about = list(Assessment.objects.filter(Q(pk__in=said) | Q(incident__in=keys)))
    if keys:
        trends = Assessment.objects.filter(incident="")
        about += [one for one in trends if any(cited["incident"] in keys for cited in one.citations)]
    return {Subject.of(assessment) for assessment in about}


def _project(subject: Subject) -> None:
    """Write what stands for the subject anew; what does not stand, or cannot be shown, is removed."""
    shown = []
    for row in standing(subject).values():
        fields = _fields(subject, row.stands) if row.stands else None
        if row.stands and fields:
            shown.append(row.stands.assessment.pk)
            PublicImpact.objects.update_or_create(assessment=row.stands.assessment.pk, defaults=fields)
    every = Assessment.objects.filter(subject.matching()).values_list("pk", flat=True)
    PublicImpact.objects.filter(assessment__in=set(every) - set(shown)).delete()


def _fields(subject: Subject, word: Word) -> dict[str, Any] | None:
    """The columns of the public row; None when an incident that it needs is not public."""
    one = word.assessment
    place = _incident_fields(subject.incident, one) if subject.incident else _trend_fields(one)
    if place is None:
        return None
    return {
        **place,
        "dimension": one.dimension,
        "level": one.level,
        "direction": one.direction,
        "reason": _safe_reason(one),
        "reason_language": one.reason_language,
        "people": len(word.people),
        # A specimen is shown on a day of its own, and nothing in it may be of a later one.
        "decided_on": min(one.at.date(), today()),
    }


def _incident_fields(key: str, one: Assessment) -> dict[str, Any] | None:
    public = PublicIncident.objects.filter(key=public_key(key)).first()
    if public is None:
        return None
    said, cited = _public_words(public), _cited_words(one)
    words = [phrase for phrase in said if any(phrase in one or one in phrase for one in cited)][:_MOST_WORDS]
    return {
        "incident": public.key, "market": "", "country": public.country, "town": public.town,
        "first_month": "", "last_month": "", "citations": [{"incident": public.key, "words": words}],
    }  # fmt: skip


def _trend_fields(one: Assessment) -> dict[str, Any] | None:
    homes = [home for cited in one.citations if (home := home_of(cited["incident"]))]
    keys = list(dict.fromkeys(public_key(home.key) for home in homes))
    public = {incident.key: incident for incident in PublicIncident.objects.filter(key__in=keys)}
    if one.citations and not public:
        return None
    cited = [{"incident": key, "words": _public_words(public[key])[:_MOST_WORDS]} for key in keys if key in public]
    return {
        "incident": "", "market": one.market, "country": one.country, "town": one.town,
        "first_month": one.first_month, "last_month": one.last_month, "citations": cited,
    }  # fmt: skip


def _public_words(incident: PublicIncident) -> list[str]:
    """The single words that the page of the incident shows of its reports."""
    return list(dict.fromkeys(word for one in incident.sources for said in one["said"].values() for word in said))


def _cited_words(one: Assessment) -> set[str]:
    """The words that the person pointed at, where the text is still the one that was read."""
    keys = {cited["article"]: cited for cited in one.citations}
    found = set()
    for article in Article.objects.filter(key__in=keys):
        cited = keys[article.key]
        if cited["text_sha256"] == article.text_sha256:
            found |= {" ".join(article.canonical[start:end].split()) for start, end in cited["spans"]}
    return found


def _safe_reason(one: Assessment) -> str:
    """The reason, or nothing when a word of it may name a person: one of the reports' people, or anybody."""
    reason = safe_prose(one.reason, language=one.reason_language)
    names = private_of(_people(one))
    return "" if any(names.named_by(fold(word)) for word in _WORD.findall(reason)) else reason


def _people(one: Assessment) -> Iterable[dict[str, Any]]:
    """What the readings behind the assessment say of people, without what they say of firms and offices."""
    keys = keys_of(one.incident) if one.incident else {cited["incident"] for cited in one.citations}
    readings = Reading.objects.filter(membership__incident__key__in=keys)
    payloads = [payload for reading in readings for payload in (reading.payload, reading.effective)]
    return [{"events": payload.get("events") or []} for payload in payloads]
