from __future__ import annotations

import json

import pytest

from komshi.cli import main
from komshi.commands import bench
from komshi.commands.bench_pages import check_limit
from komshi.errors import KomshiError
from komshi.observatory.publishing.urls import urlpatterns


@pytest.mark.parametrize(("name", "peer"), [("read", "keyword_coder"), ("match", "same_key")])
def test_the_figures_stand_beside_those_of_a_peer_in_the_same_run(name, peer, capsys):
    assert main(["bench", name, "-n", "24", "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["komshi"]["count"] == figures[peer]["count"] == 24
    assert figures["komshi"]["megabytes"] > 10
    assert figures["ratios"][peer] > 0


def test_reading_is_also_measured_once_its_words_are_known():
    assert bench._last_quarter([4.0] * 6 + [1.0] * 2) == {"last_quarter_per_second": 1.0}
    assert bench._last_quarter([2.0]) == {"last_quarter_per_second": 0.5}


def test_a_given_file_is_measured_to_its_end(tmp_path, capsys):
    file = tmp_path / "articles.jsonl"
    main(["generate", "articles", "-n", "9", "-o", str(file)])
    assert main(["bench", "read", "--file", str(file)]) == 0
    assert "count 9" in capsys.readouterr().out


def test_a_file_without_articles_is_one_sentence(tmp_path, capsys):
    (tmp_path / "none.jsonl").write_text("{}\n", encoding="utf-8")
    assert main(["bench", "read", "--file", str(tmp_path / "none.jsonl")]) == 2
    assert "no article" in capsys.readouterr().err


def test_every_public_page_is_visited_and_a_limit_decides_the_exit_code(capsys):
    assert main(["bench", "pages", "-n", "60", "--json", "--limit", "0.01"]) == 1
    figures = json.loads(capsys.readouterr().out)
    assert figures["count"] == 60
    assert set(figures["pages"]) == {page.name for page in urlpatterns}
    assert {status for page in figures["pages"].values() for status in page["status"]} <= {200, 302, 404}
    assert all(page["kilobytes"] > 0 and page["p95_ms"] > 0 for page in figures["pages"].values())
    assert figures["pages"]["home"]["status"] == [200]


def test_a_page_that_breaks_has_no_figure_and_a_download_no_limit():
    page = {"status": [200], "p50_ms": 1.0, "p95_ms": 90.0, "wall_p95_ms": 95.0, "kilobytes": 9.0}
    figures = {"count": 1, "yardstick_ms": [1, 1], "pages": {"home": page, "incidents_csv": page | {"p95_ms": 900.0}}}
    assert check_limit(figures, None) == check_limit(figures, 100.0) == 0
    assert check_limit(figures, 80.0) == 1
    figures["pages"]["home"] = page | {"status": [200, 500]}
    with pytest.raises(KomshiError, match="home"):
        check_limit(figures, None)
