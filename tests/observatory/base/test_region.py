"""The apps get their region from the settings."""

from __future__ import annotations

from komshi.observatory.base.region import current_region


def test_the_region_is_the_one_of_the_settings_and_is_loaded_once() -> None:
    assert "sq" in current_region().languages
    assert current_region() is current_region()
