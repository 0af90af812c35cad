"""Secrets are planted in every private field; then every public page, feed and export is read to the last byte."""

from __future__ import annotations

import re
from collections import Counter, deque
from datetime import date
from html import unescape

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import Resolver404, resolve
from django.utils import translation

from komshi.observatory.accounts.choices import Role
from komshi.observatory.accounts.services import membership_grant, organisation_create, user_create
from komshi.observatory.casework.services import Given, filing_add
from komshi.observatory.incidents.models import Incident
from komshi.observatory.incidents.services import incident_split
from komshi.observatory.network.services import consent_record, profile_add
from komshi.observatory.publishing import export
from komshi.observatory.publishing.models import PublicIncident
from komshi.observatory.publishing.urls import urlpatterns
from komshi.observatory.reading.services import review_add
from komshi.observatory.sources.models import Observation
from komshi.observatory.trends.services import assessment_add
from komshi.pipeline.text.fold import fold
from tests.observatory.told import flow, report, spans

pytestmark = pytest.mark.django_db

SECRETS = (
    "Zebrović",
    "Хелиодор",
    "Q. W.",
    "q-w-",
    "Nastaviš",
    "Kvazarić",
    "Skrivena",
    "tajnoviti",
    "Orgomanija",
    "recenzent",
    "beleškara",
    "šaputanje",
    "kvazaric.example",
    "555 0147",
    "Pseudomest",
    "Firmetina",
)
AGE = 97
TEXT = (
    "Policija je kod Bara zaplenila 137 kilograma kokaina. Uhapšen je Ognjen Zebrović (97), kaže Nastaviš Kvazarić. "
    "Осумњичен је и Хелиодор З. Q. W. je u bekstvu. Firmetina je tajnoviti prevoznik. Skrivena rečenica."
)
TITLE = "Zebrović uhapšen u Baru"


CANONICAL = f"{TITLE}\n{TEXT}"
PEOPLE = [
    {"name": name, "kind": "person", "role": role, "age": age, "evidence": spans(CANONICAL, name)}
    for name, role, age in [
        ("Ognjen Zebrović", "suspect", AGE),
        ("Хелиодор З.", "suspect", None),
        ("Q. W.", "suspect", None),
        ("Nastaviš Kvazarić", "official", None),
    ]
]
EVIDENCE = [
    *spans(CANONICAL, "zaplenila"),
    *spans(CANONICAL, f"Uhapšen je Ognjen Zebrović ({AGE})"),
    *spans(CANONICAL, "Firmetina je tajnoviti prevoznik"),
]


def quantity(**values) -> dict:
    plain = {
        "item": "cocaine",
        "amount": 5.0,
        "low": None,
        "high": None,
        "unit": "kg",
        "role": "subject",
        "evidence": [],
    }
    return plain | values


def place(name: str, latitude: float | None = None, longitude: float | None = None) -> dict:
    point = {
        "latitude": latitude,
        "longitude": longitude,
        "geonames_id": None,
        "precision": "settlement",
        "evidence": [],
    }
    return {"name": name, "country": "ME"} | point


def plant(make_member, organisation) -> dict:
    secret = organisation_create(name="Orgomanija", country="ME")
    reviewer = user_create(username="recenzent", password="korita-balone-dudiga", name="recenzent")
    membership_grant(user=reviewer, organisation=secret, role="analyst")
    ours = {"organisation": secret, "by": reviewer}
    open_one = report(
        "zebrovic-uhapsen",
        TEXT,
        title=TITLE,
        given={"url": f"https://list.example/ognjen-zebrovic-{AGE}-uhapsen"},
        actors=PEOPLE,
        evidence={"type": EVIDENCE},
        quantities=[
            quantity(
                item="Firmetina",
                amount=137.0,
                evidence=[*spans(CANONICAL, "137 kilograma"), *spans(CANONICAL, "Q. W. je u bekstvu")],
            ),
            quantity(unit="Kvazarić"),
        ],
    )
    pasted = {"title": "", "date": "2024-01-05", "type": "arrest", "markets": ["corruption"], "actors": PEOPLE}
    hidden_place = place("Pseudomesto kod Kvazarića")
    second = report(
        "drugo", TEXT, given={"kind": "paste", **ours}, outlet="Zebrović blog", place=hidden_place, **pasted
    )
    seen = {
        "title": "",
        "date": "2023-02-02",
        "markets": ["arms_trafficking"],
        "quantities": [],
        "outlet": "Orgomanija",
    }
    told = "šaputanje o tajnoviti Zebrović kod Bara zaplenila"
    observed = report("opazanje", told, given={"kind": "observation", **ours}, **seen)
    Observation.objects.create(
        document=observed.article.document,
        what="šaputanje",
        where="Skrivena kuća Kvazarića",
        when=date(2023, 2, 2),
        certainty="heard",
        sensitivity="open",
        **ours,
    )
    only_ours = {"sensitivity": "members", "organisation": organisation, "by": make_member()}
    closed = report("zatvoreno", TEXT, date="2022-02-02", markets=["waste_crimes"], actors=PEOPLE, given=only_ours)
    # Organisations and filings of which nothing, or only the name, was agreed to be shown.
    contact = {
        "website": "https://kvazaric.example",
        "email": "zebrovic@firmetina.example",
        "phone": "+382 20 555 0147",
    }
    silent = profile_add(
        by=None, source="tajnoviti.csv", name="Kvazarić fond", country="ME", towns=["me-bar"], **contact
    )
    named = profile_add(by=None, name="Otvorena luka", country="ME", towns=["me-bar"], focus=["environment"], **contact)
    editor = make_member(Role.OPERATOR)
    consent_record(profile=named, shows=["name", "place"], by=editor, given_by="Nastaviš Kvazarić")
    for profile in (silent, named):
        filed = Given("foi_request", "ME", "municipality", date(2026, 3, 1), town="me-bar", profile=profile.slug)
        filing_add(given=filed, by=editor)
    flow()
    return {"open": open_one, "second": second, "observed": observed, "closed": closed, "reviewer": reviewer}


TOWNS = ("me-bar", "mk-bitola")
EVERY_KIND = {f"publishing:{one.name}" for one in urlpatterns} | {"try:page"}
MOST_OF_A_KIND = 4
"""Addresses read of each kind of page in each language: filters make endless lists of the same rows."""


def public_bytes() -> dict[str, str]:
    """Everything that a stranger can reach by links from the first page, in two languages, and the exports."""
    client, seen, waiting = Client(), {}, deque(["/", "/en/", "/sr-latn/"])
    kinds: Counter[tuple[str, str]] = Counter()
    for language in ("en", "sr-latn"):
        waiting += [
            f"/{language}/{page}"
            for page in (
                "map/points.json",
                "incidents/?page=1",
                "map/?country=ME",
                "desk/",
                "sources/",
                "trends/?country=ME&market=cocaine_trade",
            )
        ]
        waiting += [f"/{language}/desk/incidents/{one.key}/" for one in Incident.objects.all()]
        waiting += [f"/{language}/{page}" for one in TOWNS for page in (f"towns/{one}/", f"trends/?town={one}")]
        waiting += [f"/{language}/trends/{one}?market=cocaine_trade" for one in ("chart.svg", "chart.png", "data.csv")]
        waiting += [f"/{language}/towns/{one}/card.png" for one in TOWNS]
    while waiting:
        path = waiting.popleft()
        if path in seen or not (path == "/" or path.startswith(("/en/", "/sr-latn/"))):
            continue
        kind = (path.split("/")[1], _kind(path))
        if kinds[kind] >= MOST_OF_A_KIND and kind[1] not in ("publishing:incident", "incidents:page"):
            continue
        kinds[kind] += 1
        answer = client.get(path)
        body = _body(answer)
        # The token of a form is random: sooner or later it spells an age.
        body = re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", body)
        seen[path] = body + str(dict(answer.headers)).replace(path, "")
        links = re.findall(r'(?:href|action|src|data-points|data-helpers)="([^"#]+)', body)
        waiting += map(unescape, links)
        waiting += re.findall(r'"url": "([^"]+)"', body)
    if PublicIncident.objects.exists():
        assert {kind for _language, kind in kinds} >= EVERY_KIND
    rows = list(export.rows(export.public_incidents()))
    return seen | {"csv": "".join(export.as_csv(rows)), "geojson": "".join(export.as_geojson(rows))}


def _kind(path: str) -> str:
    try:
        with translation.override(path.split("/")[1]):
            return resolve(path.partition("?")[0]).view_name
    except Resolver404:
        return path


def _body(answer: HttpResponse) -> str:
    """The text of an answer; of a picture nothing, since its letters were drawn from a text that is read by itself."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return "" if answer.headers["Content-Type"].startswith("image/png") else content.decode()


def assert_nothing_leaks() -> dict[str, str]:
    pages = public_bytes()
    for path, body in pages.items():
        if path.startswith(("/en/desk/", "/sr-latn/desk/")):
            assert not body.startswith("<"), f"{path} answers a stranger"
            continue  # a redirect to the sign-in page repeats the address that the stranger typed
        folded = fold(body)
        for secret in SECRETS:
            assert fold(secret) not in folded, f"{secret!r} stands in {path}"
        # An age is looked for as a word of its own, outside the corners of the drawing. The method page holds the
        # measured figures of a file, and nothing of any incident.
        assert "/method/" in path or not re.search(
            rf"(?<![\d.]){AGE}(?![\d.])", re.sub(r' (?:d|x|y|cx|cy)="[^"]*"', "", body)
        ), f"an age in {path}"
    return pages


def test_no_public_byte_holds_a_secret_before_anybody_checked(make_member, organisation) -> None:
    plant(make_member, organisation)
    assert PublicIncident.objects.count() == 0
    assert_nothing_leaks()


def test_no_public_byte_holds_a_secret_after_everything_was_accepted(make_member, organisation) -> None:
    planted = plant(make_member, organisation)
    reviewer, other = planted["reviewer"], make_member(where=planted["second"].article.document.organisation)
    for name in ("open", "second", "observed"):
        review_add(article=planted[name].article, decision="accept", by=reviewer, note="beleškara")
    review_add(article=planted["observed"].article, decision="accept", by=other, note="beleškara")
    owner = planted["closed"].article.document.received_by
    review_add(article=planted["closed"].article, decision="accept", by=owner, note="beleškara")
    flow()
    assert PublicIncident.objects.count() == 3
    incident = Incident.objects.get(members__reading=planted["open"])
    cited = [{"article": planted["open"].article.key, "spans": spans(CANONICAL, f"Uhapšen je Ognjen Zebrović ({AGE})")}]
    assessment_add(
        by=reviewer, incident=incident, dimension="security", level="high", direction="worse",
        reason="Ljudi se plaše otkad Zebrović prolazi.", reason_language="sr", citations=cited,
    )  # fmt: skip
    flow()
    pages = assert_nothing_leaks()
    assert any("stands behind it" in body for body in pages.values())
    page = next(body for path, body in pages.items() if "/en/incidents/" in path and "zaplenila" in body)
    assert "137" in page
    assert not any("zebrovic" in path for path in pages if "/desk/" not in path)


def test_nothing_leaks_after_a_correction_and_a_withdrawal_either(make_member, organisation) -> None:
    planted = plant(make_member, organisation)
    reviewer = planted["reviewer"]
    wrong = place("Skrivena Zebrović", 42.1, 19.1)
    review_add(
        article=planted["open"].article, decision="correct", by=reviewer, corrections={"place": wrong}, note="beleškara"
    )
    flow()
    assert PublicIncident.objects.get().place == ""
    assert_nothing_leaks()
    review_add(article=planted["open"].article, decision="reject", by=reviewer, note="beleškara")
    flow()
    assert PublicIncident.objects.count() == 0
    assert_nothing_leaks()


def test_a_report_that_nobody_checked_adds_nothing_to_the_page_of_its_incident(make_member) -> None:
    checked, analyst = report("a"), make_member()
    report(
        "b",
        outlet="Gradske novine",
        counts={"arrested": 9, "charged": None, "killed": 3, "injured": None, "victims": None},
    )
    flow()
    assert Incident.objects.get().reports == 2
    review_add(article=checked.article, decision="accept", by=analyst)
    flow()
    public = PublicIncident.objects.get()
    assert public.counts == {"arrested": 2}
    assert [source["outlet"] for source in public.sources] == ["Primorski list"]


def test_what_was_taken_apart_is_told_apart_in_public_too(make_member) -> None:
    one, two, analyst = report("a"), report("b", outlet="Gradske novine"), make_member()
    for reading in (one, two):
        review_add(article=reading.article, decision="accept", by=analyst)
    flow()
    assert len(PublicIncident.objects.get().sources) == 2
    incident_split(incident=Incident.objects.get(), article=two.article, by=analyst)
    flow()
    assert [len(public.sources) for public in PublicIncident.objects.all()] == [1, 1]
