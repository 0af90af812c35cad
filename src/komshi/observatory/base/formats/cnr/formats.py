"""As in its neighbour's, which Django knows."""

from __future__ import annotations

from django.conf.locale.sr_Latn.formats import *  # noqa: F403 - the module is its names
