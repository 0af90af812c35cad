"""Fictional organisations for the tests of the network; places are real, on the two sides of a border."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from komshi.observatory.accounts.choices import Role
from komshi.observatory.accounts.models import User
from komshi.observatory.network.models import Profile
from komshi.observatory.network.services import profile_add

RIVER = {
    "name": "Zelena Rijeka Probe",
    "names": ["ZRP"],
    "country": "RS",
    "towns": ["rs-vranje"],
    "focus": ["environment", "youth_development"],
    "engagement": "indirect",
    "entry_points": ["youth"],
    "activities": ["act_workshop"],
    "challenges": ["threats"],
    "languages": ["sr", "sq"],
    "website": "https://rijeka.example/probe",
    "email": "pisite@rijeka.example",
    "phone": "+381 17 555 0101",
    "about": "Merimo vodu u selima uz granicu.",
    "about_language": "sr",
}


@pytest.fixture
def editor(make_member) -> User:
    return make_member(Role.EDITOR)


@pytest.fixture
def make_profile(db: None) -> Callable[..., Profile]:
    """An organisation of the registry; `RIVER` where nothing else is given, with `bare` only what is given."""

    def make(*, bare: bool = False, **values: Any) -> Profile:
        return profile_add(**({} if bare else RIVER) | {"by": None} | values)

    return make
