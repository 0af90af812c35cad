"""Who may see which document: every kind of document with every kind of person."""

from __future__ import annotations

import itertools

import pytest
from django.contrib.auth.models import AnonymousUser

from komshi.observatory.accounts.choices import Role
from komshi.observatory.accounts.models import Organisation, User
from komshi.observatory.accounts.permissions import active_membership
from komshi.observatory.accounts.services import membership_end, organisation_create, user_create
from komshi.observatory.base.errors import NotFound
from komshi.observatory.sources.choices import DocumentKind, Sensitivity
from komshi.observatory.sources.models import Article, Source
from komshi.observatory.sources.selectors import access_article
from komshi.observatory.sources.storing import Holder, Received, articles_store
from komshi.pipeline.types import Article as PipelineArticle

# Held by (nobody, or the organisation of the giver), sensitivity -> who may see it.
EVERYBODY = {"giver", "colleague", "editor", "operator", "other member", "other editor", "other operator"}
INSIDE = {"giver", "colleague", "editor", "operator"}
MATRIX = {
    (False, Sensitivity.OPEN): EVERYBODY,
    (False, Sensitivity.MEMBERS): EVERYBODY,
    (False, Sensitivity.RESTRICTED): {"giver"},
    (True, Sensitivity.OPEN): EVERYBODY,
    (True, Sensitivity.MEMBERS): INSIDE,
    (True, Sensitivity.RESTRICTED): {"giver", "editor", "operator"},
}
STRANGERS = ("nobody", "anonymous", "account only", "left", "deactivated")


@pytest.fixture
def people(make_member, organisation: Organisation) -> dict[str, User]:
    other = organisation_create(name="River Desk")
    found = {
        "giver": make_member(Role.MEMBER),
        "colleague": make_member(Role.ANALYST),
        "editor": make_member(Role.EDITOR),
        "operator": make_member(Role.OPERATOR),
        "other member": make_member(Role.ANALYST, where=other),
        "other editor": make_member(Role.EDITOR, where=other),
        "other operator": make_member(Role.OPERATOR, where=other),
        "nobody": None,
        "anonymous": AnonymousUser(),
        "account only": user_create(username="lonely", password="korita-balone-dudiga"),
        "left": make_member(Role.OPERATOR),
        "deactivated": make_member(Role.OPERATOR),
    }
    membership_end(membership=active_membership(found["left"]))
    found["deactivated"].is_active = False
    return found


@pytest.mark.parametrize(("held", "sensitivity"), MATRIX)
def test_a_document_is_seen_by_those_of_the_matrix_and_hidden_alike_from_all_others(
    people: dict[str, User], organisation: Organisation, held: bool, sensitivity: Sensitivity
) -> None:
    source = Source.objects.create(key="s", name="S", kind="import")
    holder = Holder(
        source=source, kind=DocumentKind.PASTE, by=people["giver"], organisation=organisation if held else None,
        sensitivity=sensitivity,
    )  # fmt: skip
    received = Received(PipelineArticle(id="x", text="Words."), b"Words.", "text/plain")
    article = articles_store([received], holder=holder).articles[0]
    allowed = MATRIX[held, sensitivity]
    seen = {name for name, user in people.items() if Article.objects.visible_to(user).exists()}
    assert seen == allowed
    for name, user in people.items():
        for key in (article.key, article.pk):
            if name in allowed:
                assert access_article(user, key) == article
            else:
                with pytest.raises(NotFound) as hidden:
                    access_article(user, key)
                with pytest.raises(NotFound) as absent:
                    access_article(user, "s:absent")
                assert str(hidden.value) == str(absent.value)


def test_the_matrix_is_complete() -> None:
    assert set(MATRIX) == set(itertools.product((False, True), Sensitivity))
    assert not EVERYBODY & set(STRANGERS)
