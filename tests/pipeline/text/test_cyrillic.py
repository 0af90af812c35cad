from __future__ import annotations

import pytest

from komshi.pipeline.text.cyrillic import to_cyrillic
from komshi.pipeline.text.fold import fold


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("Njegoš, Ljubljana, Džep, Đurđevak i čćžš: 12 kg", "Његош, Љубљана, Џеп, Ђурђевак и чћжш: 12 кг"),
        ("LJUBICA DŽANIĆ, Đorđe", "ЉУБИЦА ЏАНИЋ, Ђорђе"),
    ],
)
def test_serbian_letters_become_cyrillic_and_fold_back(latin: str, cyrillic: str) -> None:
    assert to_cyrillic(latin) == cyrillic
    assert fold(cyrillic) == fold(latin)
