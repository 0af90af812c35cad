"""Addresses and forms as somebody writes them who wants to break the house: no 500, no way around a door."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from komshi.observatory.accounts.choices import Role
from komshi.observatory.accounts.permissions import active_membership
from komshi.observatory.accounts.services import membership_end, membership_grant, organisation_create, user_create
from komshi.observatory.incidents.models import Incident
from komshi.observatory.publishing.models import PublicIncident
from komshi.observatory.reading.models import Review
from komshi.observatory.reading.services import review_add
from komshi.observatory.sources.models import Article, ImportJob
from tests.observatory.told import flow, report

if TYPE_CHECKING:
    from collections.abc import Callable

    from komshi.observatory.accounts.models import User

pytestmark = pytest.mark.django_db

NUMBERS = ["²", "9" * 5000, "-1", "1.5", "0x1", "\x00", "99999999999999999999", "٣"]
"""What a form field for a number may be given: `"²".isdigit()` is true and int("²") raises."""
WORDS = [
    "\x00",
    "a\x00b",
    "'",
    '"><script>',
    "%",
    "_",
    "\r\nSet-Cookie: a=b",
    "\ud800".encode("utf-8", "replace").decode(),
    "é" * 5000,
]


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


@pytest.fixture
def desk(make_member: Callable[..., User]) -> Client:
    return signed_in(make_member(Role.EDITOR))


@pytest.mark.parametrize("value", NUMBERS)
def test_no_number_in_a_form_or_an_address_breaks_the_desk(desk: Client, value: str) -> None:
    reading = report("a")
    flow()
    key = quote(Incident.objects.get().key)
    act = f"/en/desk/{reading.article_id}/"
    posts = [
        (f"{act}act/", {"decision": "undo", "latest": value}),
        (f"/en/desk/incidents/{key}/split/", {"article": value}),
        (f"/en/desk/incidents/{key}/merge/", {"other": value}),
    ]
    for path, given in posts:
        assert desk.post(path, given).status_code in (302, 404, 409), path
    written = quote(value)
    for path in (
        f"/en/desk/?did={written}",
        f"{act}?did={written}",
        f"/en/incidents/?page={written}",
        f"/en/desk/incidents/?page={written}",
    ):
        assert desk.get(path).status_code == (400 if "\0" in value else 200), path
    assert desk.get(f"/en/desk/{written}/").status_code in (400, 404)
    assert desk.get(f"/en/submit/file/{written}/").status_code in (400, 404)


@pytest.mark.parametrize("value", ["a\x00b", '"><script>', "%", "\r\nSet-Cookie: a=b"])
@pytest.mark.parametrize("path", ["incidents/", "map/points.json", "desk/", "desk/incidents/", "desk/map/points.json"])
def test_no_word_in_a_filter_breaks_a_list(desk: Client, path: str, value: str) -> None:
    report("a")
    flow()
    for name in ("country", "market", "type", "month", "show", "language", "page", "place"):
        answer = desk.get(f"/en/{path}", {name: value})
        assert answer.status_code == (400 if "\0" in value else 200), name
        assert "<script>" not in answer.content.decode()


@pytest.mark.parametrize("value", WORDS)
@pytest.mark.parametrize("path", ["incidents/{}/", "desk/incidents/{}/", "desk/places/?place={}", "{}/"])
def test_no_key_breaks_a_page(desk: Client, path: str, value: str) -> None:
    answer = desk.get("/en/" + path.format(quote(value)))
    assert answer.status_code in (200, 400, 404)
    assert "Set-Cookie" not in answer.content.decode() or "a=b" not in str(answer.headers)


@pytest.mark.parametrize("value", WORDS)
def test_no_note_breaks_a_decision(desk: Client, value: str) -> None:
    reading = report("a")
    flow()
    assert desk.post(f"/en/desk/{reading.article_id}/act/", {"decision": "accept", "note": value}).status_code == 302
    assert "\x00" not in Review.objects.get().note


def test_what_is_chosen_in_the_queue_is_carried_on_quoted(desk: Client) -> None:
    reading = report("a")
    answer = desk.post(f"/en/desk/{reading.article_id}/act/?language=a%26did%3D1%23&show=done", {"decision": "accept"})
    assert "language=a%26did%3D1%23" in answer["Location"]


def paste(**given: str) -> dict[str, str]:
    return {"text": "Policija je zaplenila 3 kg kokaina u Baru.", "sensitivity": "open"} | given


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "http://[",
        "http://[::1",
        "https://a.example\\@b.example",
        "data:text/html,x",
        "http://x\x00.example/",
    ],
)
def test_a_pasted_address_is_one_of_the_web_or_refused(desk: Client, url: str) -> None:
    answer = desk.post("/en/submit/paste/", paste(url=url))
    assert answer.status_code in (302, 422)
    for article in Article.objects.all():
        assert article.url.startswith(("http://", "https://", ""))
        assert not article.url.startswith(("javascript", "data"))


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "http://[", "http://[::1", "vbscript:x", "//evil.example/x", "http://\u2100.example/"],
)
def test_an_address_in_a_file_that_is_none_of_the_web_stops_nothing_and_is_never_a_link(
    desk: Client, make_member: Callable[..., User], url: str
) -> None:
    reading = report("a", given={"url": url})
    good = report("b", "Drugo.", title="", date="2025-01-01", type="arrest", quantities=[])
    body = desk.get(f"/en/desk/{reading.article_id}/").content.decode()
    assert 'rel="noopener noreferrer"' not in body
    analyst = make_member()
    for one in (reading, good):
        review_add(article=one.article, decision="accept", by=analyst)
    flow()
    assert PublicIncident.objects.count() == 2
    assert not any(source["url"] for public in PublicIncident.objects.all() for source in public.sources)


def test_an_uploaded_page_with_a_broken_address_is_taken_in(desk: Client) -> None:
    words = "Policija je u Baru zaplenila 137 kilograma kokaina i uhapsila dve osobe. " * 8
    page = f'<html><head><link rel="canonical" href="http://[bad"><meta property="og:url" content="http://[bad"></head><body><article><h1>Vest</h1><p>{words}</p></article></body></html>'
    file = SimpleUploadedFile("../../etc/passwd.html", page.encode())
    answer = desk.post("/en/submit/file/", {"file": file, "encoding": "utf-8", "sensitivity": "open"})
    assert answer.status_code in (302, 422)


@pytest.mark.parametrize(
    "next_",
    ["https://evil.example/", "//evil.example/", "/\\evil.example/", "javascript:alert(1)", "/en/desk/\r\nX: y"],
)
def test_no_next_leads_out_of_the_house(make_member: Callable[..., User], next_: str) -> None:
    make_member(name="ana")
    client = Client()
    given = {"login": "ana", "password": "korita-balone-dudiga", "next": next_}
    answer = client.post("/en/accounts/login/", given)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/en/")
    answer = client.post("/i18n/setlang/", {"language": "en", "next": next_})
    assert "evil.example" not in answer["Location"]
    assert not answer["Location"].startswith(("javascript", "//", "/\\"))


def test_every_post_of_a_member_needs_the_token_of_the_page(make_member: Callable[..., User]) -> None:
    reading = report("a")
    flow()
    key = Incident.objects.get().key
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_member(Role.EDITOR), backend="allauth.account.auth_backends.AuthenticationBackend")
    act = f"/en/desk/{reading.article_id}"
    for path in (
        f"{act}/act/",
        f"{act}/correct/",
        f"/en/desk/incidents/{key}/split/",
        f"/en/desk/incidents/{key}/merge/",
        "/en/submit/paste/",
        "/en/submit/file/",
        "/en/submit/observation/",
        "/en/accounts/logout/",
    ):
        answer = client.post(path, {"decision": "accept"})
        assert answer.status_code == 403, path
        assert "default-src 'self'" in answer["Content-Security-Policy"]
    assert not Review.objects.exists()


EVIL = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'`"


def test_words_of_a_report_are_never_markup(make_member: Callable[..., User]) -> None:
    reading = report("a", f"{EVIL} zaplenila 137 kilograma kod Bara", title=EVIL, outlet=EVIL)
    other = report("b", EVIL, title=EVIL, outlet=EVIL)
    review_add(article=reading.article, decision="accept", by=make_member(), note=EVIL)
    flow()
    desk = signed_in(make_member(Role.EDITOR))
    paths = [
        "",
        "incidents/",
        "map/",
        "desk/",
        "desk/?show=done",
        "desk/incidents/",
        "desk/map/",
        f"desk/{reading.article_id}/",
        f"desk/{reading.article_id}/correct/",
        f"desk/{other.article_id}/",
    ]
    paths += [f"desk/incidents/{one.key}/" for one in Incident.objects.all()]
    paths += [f"incidents/{one.key}/" for one in PublicIncident.objects.all()]
    for path in paths:
        body = desk.get(f"/en/{path}").content.decode()
        assert "<script>alert" not in body, path
        assert "<img" not in body, path


# --- who may what -----------------------------------------------------------------------------------------------------

PEOPLE = ("stranger", "outsider", "left", "elsewhere", "elsewhere editor", "member", "analyst", "editor", "giver")


@pytest.fixture
def people(make_member: Callable[..., User]) -> dict[str, Client]:
    other = organisation_create(name="River Desk", country="RS")
    found = {
        "outsider": user_create(username="outsider", password="korita-balone-dudiga"),
        "left": make_member(Role.EDITOR),
        "elsewhere": make_member(Role.ANALYST, where=other),
        "elsewhere editor": make_member(Role.EDITOR, where=other),
        "elsewhere operator": make_member(Role.OPERATOR, where=other),
        "member": make_member(Role.MEMBER),
        "analyst": make_member(Role.ANALYST),
        "editor": make_member(Role.EDITOR),
        "giver": make_member(Role.MEMBER, name="giver"),
    }
    membership_end(membership=active_membership(found["left"]))
    return {"stranger": Client()} | {name: signed_in(user) for name, user in found.items()}


SECRET = "Tajnovita rečenica o kamionu"
SEEN = {
    "open": {"elsewhere", "elsewhere editor", "elsewhere operator", "member", "analyst", "editor", "giver"},
    "members": {"member", "analyst", "editor", "giver"},
    "restricted": {"editor", "giver"},
}


@pytest.mark.parametrize("sensitivity", SEEN)
def test_a_document_stands_on_no_page_of_those_who_may_not_see_it(
    people: dict[str, Client], organisation: Any, sensitivity: str
) -> None:
    from komshi.observatory.accounts.models import User as People

    giver = People.objects.get(username="giver")
    given = {"sensitivity": sensitivity, "organisation": organisation, "by": giver, "kind": "paste"}
    text = f"{SECRET}, kod Bara zaplenila 137 kilograma."
    report("open twin", text, title="Javni naslov")
    hidden = report("hidden", text, title=SECRET, given=given)
    flow()
    key = Incident.objects.filter(members__reading=hidden).get().key
    source = hidden.article.document.source
    job = ImportJob.objects.create(
        source=source,
        path="inbox/x",
        name=f"{SECRET}.jsonl",
        sha256="x",
        size=1,
        state="done",
        by=giver,
        organisation=organisation,
        sensitivity=sensitivity,
    )
    number = hidden.article_id
    own = [f"desk/{number}/", f"desk/incidents/{quote(key)}/" if sensitivity != "open" else f"desk/{number}/"]
    lists = [
        "desk/?show=waiting",
        "desk/incidents/",
        "desk/map/",
        "desk/map/points.json",
        "sources/",
        "submit/file/",
        "",
    ]
    for name, client in people.items():
        may = name in SEEN[sensitivity]
        for path in own:
            answer = client.get(f"/en/{path}")
            expected = 200 if may else 302 if name == "stranger" else 403 if name in ("outsider", "left") else 404
            assert answer.status_code == expected, (name, path)
            assert (SECRET in answer.content.decode()) is may, (name, path)
        answer = client.get(f"/en/submit/file/{job.pk}/")
        if not may:
            assert SECRET not in answer.content.decode(), (name, "job")
        for path in lists:
            body = client.get(f"/en/{path}").content.decode()
            if not may:
                assert SECRET not in body, (name, path)
                assert key not in body or sensitivity == "open", (name, path)
        posts = [(f"desk/{number}/act/", {"decision": decision}) for decision in ("accept", "reject", "undo")]
        posts += [
            (f"desk/{number}/correct/", {"type": "arrest"}),
            (f"desk/incidents/{quote(key)}/split/", {"article": number}),
        ]
        if not may:
            for path, form in posts:
                answer = client.post(f"/en/{path}", form)
                assert answer.status_code in (302, 403, 404), (name, path)
                assert SECRET not in answer.content.decode()
    assert not Review.objects.exists()


def test_a_member_reads_and_does_not_decide(people: dict[str, Client]) -> None:
    reading, other = report("a"), report("b", outlet="Gradske novine")
    flow()
    key = quote(Incident.objects.get().key)
    for name in ("member", "giver"):
        client = people[name]
        assert client.get(f"/en/desk/{reading.article_id}/").status_code == 200
        for decision in ("accept", "reject", "undo"):
            answer = client.post(f"/en/desk/{reading.article_id}/act/", {"decision": decision})
            assert answer.status_code in (403, 409), decision
        assert client.get(f"/en/desk/{reading.article_id}/correct/").status_code == 403
        assert client.post(f"/en/desk/{reading.article_id}/correct/", {"type": "arrest"}).status_code == 403
        assert client.post(f"/en/desk/incidents/{key}/split/", {"article": other.article_id}).status_code == 403
    assert not Review.objects.exists()


def test_the_line_that_offers_an_undo_tells_nothing_to_who_may_no_longer_see_it(
    make_member: Callable[..., User], organisation: Any
) -> None:
    analyst = make_member(Role.EDITOR)
    given = {"sensitivity": "members", "organisation": organisation}
    reading = report("a", title=SECRET, given=given)
    review = review_add(article=reading.article, decision="accept", by=analyst)
    membership_end(membership=active_membership(analyst))
    membership_grant(user=analyst, organisation=organisation_create(name="River Desk"), role=Role.EDITOR)
    body = signed_in(analyst).get(f"/en/desk/?did={review.pk}").content.decode()
    assert SECRET not in body


def test_pages_for_members_are_kept_in_no_cache(desk: Client) -> None:
    reading = report("a")
    for path in (
        "desk/",
        f"desk/{reading.article_id}/",
        f"desk/{reading.article_id}/correct/",
        "desk/incidents/",
        "desk/map/points.json",
        "submit/paste/",
        "submit/file/",
        "submit/observation/",
        "sources/",
    ):
        assert "no-store" in desk.get(f"/en/{path}").get("Cache-Control", ""), path
