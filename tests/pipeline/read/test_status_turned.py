"""Status: who speaks of the verdict, and whose sentence it is."""

from __future__ import annotations

import pytest

from tests.pipeline.read.reports import Report
from tests.pipeline.read.test_status import read


@pytest.mark.parametrize(
    ("language", "title", "text", "status"),
    [
        (
            "en",
            "Ex-judge acquitted",
            "The Supreme Court acquitted a former judge of taking a bribe on Monday.",
            "final_acquittal",
        ),
        (
            "en",
            "Seven years for trafficker",
            "The Court of Appeal in Tirana sentenced a trafficker to seven years in prison.",
            "final_conviction",
        ),
        (
            "hr",
            "Oslobođen bivši sudac",
            "Vrhovni sud oslobodio je optužbi bivšeg suca za mito.",
            "final_acquittal",
        ),
        (
            "en",
            "Seven years for trafficker",
            "A trafficker was sentenced to seven years and may turn to the Court of Appeal.",
            "first_instance",
        ),
        (
            "sr",
            "Sedam godina za trgovca",
            "Trgovac je osuđen na sedam godina zatvora i može uložiti žalbu Apelacionom sudu.",
            "first_instance",
        ),
    ],
)
def test_a_verdict_of_a_higher_court_is_final(region, language: str, title: str, text: str, status: str) -> None:
    assert read(region, Report("higher", language, text, title)) == status


def test_a_waived_appeal_makes_a_verdict_final(region) -> None:
    text = "Carinik je osuđen na godinu zatvora po sporazumu. Stranke su se odrekle prava na žalbu."
    assert read(region, Report("waived", "cnr", text, "Osuđen carinik")) == "final_conviction"


def test_the_sentence_that_another_serves_further_down_is_not_the_suspects(region) -> None:
    text = (
        "Stražar će istragu čekati u kućnom pritvoru, odlučio je sud. Sumnja se da je unosio telefone. "
        "Tužilac je predložio pritvor. Uplate je slala djevojka čovjeka koji služi dvanaest godina za ubistvo."
    )
    assert read(region, Report("guard", "bs", text, "Stražaru kućni pritvor")) == "under_investigation"


def test_a_fugitive_who_is_caught_keeps_his_final_sentence(region) -> None:
    text = "U Dubaiju je uhapšen M.P. (40) iz Nikšića, pravosnažno osuđen na devet godina zbog kokaina."
    assert read(region, Report("fugitive", "cnr", text, "Pao u Dubaiju")) == "final_conviction"
