"""What members give: pastes, files, observations."""

from __future__ import annotations

import gzip
import json
import re
from datetime import date, timedelta

import pytest
from django.utils import timezone

from komshi.observatory.accounts.choices import Role
from komshi.observatory.accounts.services import organisation_create
from komshi.observatory.base.errors import NotAllowed, NotFound, Refused
from komshi.observatory.base.models import Event
from komshi.observatory.sources.choices import Certainty, DocumentKind, Sensitivity
from komshi.observatory.sources.imports import articles_import
from komshi.observatory.sources.inbox import inbox_folder
from komshi.observatory.sources.models import Article, Document, ImportJob, Observation
from komshi.observatory.sources.selectors import access_article, access_job
from komshi.observatory.sources.services import (
    article_withdraw,
    file_add,
    observation_add,
    paste_add,
    source_add,
)

from .conftest import line

pytestmark = pytest.mark.django_db
WORDS = "Полицијата во Струга заплени 3 кг кокаин."
PAGE = f"""<!doctype html><html><head><meta charset="CHARSET"><title>Seizure in Struga</title>
<meta property="article:published_time" content="2024-03-15"></head><body><nav>Home Sport Weather</nav>
<article><h1>Seizure in Struga</h1><p>{"Police found three kilograms of cocaine in a lorry near Struga. " * 4}</p>
<p>{"Škoda i čamac oduzeti su u luci. " * 4}</p></article></body></html>"""


def observed(by, **values: object) -> Article:
    given = {
        "what": "Three lorries without plates drove to the port at night.", "where": "Bar", "when": date(2024, 3, 15),
        "certainty": Certainty.SEEN, "sensitivity": Sensitivity.MEMBERS, **values,
    }  # fmt: skip
    return observation_add(by=by, **given)


def test_a_paste_is_a_document_of_its_bytes_and_an_article_with_an_event(make_member, organisation) -> None:
    member = make_member(Role.MEMBER)
    article = paste_add(by=member, text=f"  {WORDS}\r\n", url="https://www.example.org/a", published="2024-03-15")
    document = article.document
    assert (article.text, article.outlet, str(article.published_on)) == (WORDS, "example.org", "2024-03-15")
    assert (document.kind, document.content.decode(), document.received_by) == (DocumentKind.PASTE, WORDS, member)
    assert document.organisation == organisation
    event = Event.objects.filter(action="sources:article:add").get()
    assert (event.subject_id, event.actor_id, event.organisation_id) == (str(article.pk), member.pk, organisation.pk)
    assert WORDS[:9] not in json.dumps(event.data, ensure_ascii=False)


def test_the_same_paste_again_is_the_same_article(make_member) -> None:
    first, second = make_member(), make_member()
    assert paste_add(by=first, text=WORDS) == paste_add(by=second, text=WORDS) == paste_add(by=first, text=WORDS)
    assert (Article.objects.count(), Document.objects.count()) == (1, 1)


def test_the_key_of_a_paste_does_not_tell_who_gave_it(make_member, organisation) -> None:
    article = paste_add(by=make_member(), text=WORDS)
    other = make_member(where=organisation_create(name="River Desk"))
    assert article.key.startswith("member:")
    assert article.key != paste_add(by=other, text=WORDS).key


def test_restricted_pastes_of_two_people_stay_apart(make_member) -> None:
    first, second = make_member(Role.MEMBER), make_member(Role.MEMBER)
    mine = paste_add(by=first, text=WORDS, sensitivity=Sensitivity.RESTRICTED)
    theirs = paste_add(by=second, text=WORDS, sensitivity=Sensitivity.RESTRICTED)
    assert mine != theirs
    with pytest.raises(NotFound):
        access_article(second, mine.key)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"text": " \n\t"}, "no text"),
        ({"text": "\x00\x01"}, "no text"),
        ({"text": "a" * 5_000_000}, "at most"),
        ({"text": WORDS, "published": "1890-01-01"}, "1890"),
        ({"text": WORDS, "published": "yesterday"}, "ISO date"),
        ({"text": WORDS, "url": "https://example.org/" + "a" * 3000}, "url"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_way_out(make_member, values: dict[str, str], sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        paste_add(by=make_member(), **values)
    assert not Document.objects.exists()


def test_a_stranger_gives_nothing(make_member) -> None:
    for give in (paste_add, file_add, observation_add):
        with pytest.raises(NotAllowed):
            give(by=None, **{
                paste_add: {"text": WORDS}, file_add: {"name": "a.txt", "content": b"x"},
                observation_add: {"what": "x", "where": "y", "when": date(2024, 1, 1), "certainty": Certainty.SEEN,
                                  "sensitivity": Sensitivity.OPEN},
            }[give])  # fmt: skip
    assert not Document.objects.exists()


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", WORDS),
        ("utf-8-sig", WORDS),
        ("windows-1251", WORDS),
        ("windows-1250", "Policija je zaplijenila 3 kg u Žabljaku."),
    ],
)
def test_a_text_file_is_read_in_the_encoding_that_is_declared(make_member, encoding: str, text: str) -> None:
    declared = "utf-8" if encoding == "utf-8-sig" else encoding
    article = file_add(by=make_member(), name="a.txt", content=text.encode(encoding), encoding=declared)
    assert article.text == text


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (WORDS.encode("windows-1251"), "is not UTF-8: save it as UTF-8"),
        (WORDS.encode("utf-16"), "UTF-16"),
        (b"", "no text"),
    ],
)
def test_a_file_in_another_encoding_is_refused_by_name(make_member, content: bytes, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        file_add(by=make_member(), name="a.txt", content=content)


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1250", "iso-8859-2"])
def test_a_saved_page_is_read_in_the_encoding_that_it_declares(make_member, encoding: str) -> None:
    content = PAGE.replace("CHARSET", encoding).encode(encoding)
    article = file_add(by=make_member(), name="page.html", content=content)
    assert "Škoda i čamac" in article.text
    assert "Home Sport Weather" not in article.text
    assert (article.title, article.published) == ("Seizure in Struga", "2024-03-15")
    assert article.document.content == content


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.exe"])
def test_other_kinds_of_files_are_refused(make_member, name: str) -> None:
    with pytest.raises(Refused, match="not read here"):
        file_add(by=make_member(), name=name, content=b"%PDF-")


def test_a_page_without_an_article_is_refused(make_member) -> None:
    with pytest.raises(Refused, match="No article was found"):
        file_add(by=make_member(), name="a.html", content=b"<html><body><p>Hi</p></body></html>")


@pytest.mark.parametrize("packed", [False, True])
def test_a_file_of_many_articles_is_imported_for_the_organisation(make_member, organisation, packed: bool) -> None:
    member = make_member(Role.MEMBER)
    content = f"{line(1)}\n{line(2)}\n".encode()
    job = file_add(
        by=member, name="a.jsonl.gz" if packed else "a.jsonl", content=gzip.compress(content) if packed else content,
        sensitivity=Sensitivity.MEMBERS,
    )  # fmt: skip
    assert isinstance(job, ImportJob)
    assert articles_import(job).accepted == 2
    document = Document.objects.first()
    assert (document.kind, document.organisation, document.sensitivity) == ("file", organisation, "members")


def test_a_members_file_cannot_overwrite_what_others_gave(make_member, import_lines) -> None:
    import_lines(line(1))
    other = make_member(where=organisation_create(name="River Desk"))
    for member in (make_member(), other):
        content = line(1, text="Not so at all.").encode()
        articles_import(file_add(by=member, name="a.jsonl", content=content))
    assert Article.objects.get(key="import:a1").text.startswith("Police seized")
    assert Article.objects.count() == 3


def test_an_import_is_seen_by_who_started_it_and_by_operators(make_member) -> None:
    member = make_member(Role.MEMBER)
    job = file_add(by=member, name="a.jsonl", content=line(1).encode())
    assert access_job(member, job.pk) == access_job(make_member(Role.OPERATOR), job.pk) == job
    for other in (make_member(Role.EDITOR), None):
        with pytest.raises(NotFound):
            access_job(other, job.pk)


def test_an_observation_is_a_document_that_goes_the_same_way(make_member, organisation) -> None:
    member = make_member(Role.MEMBER)
    article = observed(member)
    assert article.document.kind == DocumentKind.OBSERVATION
    assert article.text == "Three lorries without plates drove to the port at night.\nBar"
    assert article.published == "2024-03-15"
    observation = Observation.objects.get()
    assert (observation.by, observation.organisation, observation.document) == (member, organisation, article.document)
    assert Event.objects.filter(action="sources:observation:add", subject_id=str(observation.pk)).exists()
    assert Event.objects.filter(action="sources:article:add", subject_id=str(article.pk)).exists()


def test_an_observation_sent_twice_is_one_and_that_of_another_person_a_second_one(make_member) -> None:
    first, second = make_member(), make_member()
    assert observed(first) == observed(first) != observed(second)
    assert Observation.objects.count() == 2


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"what": " "}, "no text"),
        ({"where": "  "}, "where it was"),
        ({"when": date(1890, 1, 1)}, "not before 1990"),
        ({"when": timezone.now().date() + timedelta(days=2)}, "not in the future"),
    ],
)
def test_an_observation_says_what_where_and_when(make_member, values: dict[str, object], sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        observed(make_member(), **values)


def test_an_editor_marks_what_its_source_took_back(make_member, import_lines) -> None:
    import_lines(line(1))
    with pytest.raises(NotAllowed):
        article_withdraw(key="import:a1", by=make_member(Role.ANALYST))
    editor = make_member(Role.EDITOR)
    assert article_withdraw(key="import:a1", by=editor).superseded
    article_withdraw(key="import:a1", by=editor)
    assert Event.objects.filter(action="sources:article:change").count() == 1


@pytest.mark.parametrize("address", ["ftp://example.org/feed", "file:///etc/passwd", "http:///feed", "feed.xml"])
def test_a_feed_is_at_an_address_of_the_web(address: str) -> None:
    with pytest.raises(Refused, match="http"):
        source_add(key="post", name="Post", feed_url=address)


def test_only_an_operator_adds_a_feed(make_member) -> None:
    with pytest.raises(NotAllowed):
        source_add(key="post", name="Post", feed_url="https://example.org/feed", by=make_member(Role.EDITOR))
    source_add(key="post", name="Post", feed_url="https://example.org/feed", by=make_member(Role.OPERATOR))
    with pytest.raises(Refused, match="already"):
        source_add(key="post", name="Post", feed_url="https://example.org/feed")


def test_a_small_file_that_unpacks_to_a_flood_is_refused_and_leaves_nothing_behind(make_member, monkeypatch) -> None:
    monkeypatch.setattr("komshi.observatory.sources.imports.LARGEST_UNPACKED", 1_000_000)
    bomb = gzip.compress(b"\n" * 30_000_000)
    before = set(inbox_folder().iterdir())
    with pytest.raises(Refused, match="unpacks to more than"):
        file_add(by=make_member(), name="x.jsonl.gz", content=bomb)
    assert set(inbox_folder().iterdir()) == before
    assert not ImportJob.objects.exists()


@pytest.mark.parametrize("name", ["../../x.jsonl", "/etc/x.jsonl", "..\\x.jsonl", "x\x00.jsonl", "a" * 400 + ".jsonl"])
def test_the_name_of_a_file_leads_nowhere(make_member, name: str) -> None:
    job = file_add(by=make_member(), name=name, content=b'{"id": "1", "text": "Words."}\n')
    assert re.fullmatch(r"inbox/[0-9a-f]{64}\.[0-9a-f]{8}", job.path)
    assert "\x00" not in job.name


@pytest.mark.parametrize("field", ["id", "title", "outlet", "language", "url"])
@pytest.mark.parametrize("sign", ["\\u0000", "\\ud800", "\\u0007"])
def test_no_sign_in_a_line_of_a_file_stops_its_import(make_member, field: str, sign: str) -> None:
    values = {"id": "a", "text": "Words."} | {field: f"x{sign}y"}
    bad = json.dumps(values).replace("\\\\u", "\\u")
    content = f'{bad}\n{{"id": "b", "text": "More words."}}\n'.encode()
    job = articles_import(file_add(by=make_member(), name="x.jsonl", content=content))
    assert (job.state, job.accepted + job.refused) == ("done", 2)
    assert job.accepted >= 1
