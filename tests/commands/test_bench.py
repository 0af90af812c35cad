from __future__ import annotations

import json

import pytest

from komshi.cli import main


@pytest.mark.parametrize(("name", "peer"), [("read", "keyword_coder"), ("match", "same_key")])
def test_the_figures_stand_beside_those_of_a_peer_in_the_same_run(name, peer, capsys):
    assert main(["bench", name, "-n", "24", "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["komshi"]["count"] == figures[peer]["count"] == 24
    assert figures["komshi"]["megabytes"] > 10
    assert figures["ratios"][peer] > 0


def test_a_given_file_is_measured_to_its_end(tmp_path, capsys):
    file = tmp_path / "articles.jsonl"
    main(["generate", "articles", "-n", "9", "-o", str(file)])
    assert main(["bench", "read", "--file", str(file)]) == 0
    assert "count 9" in capsys.readouterr().out


def test_a_file_without_articles_is_one_sentence(tmp_path, capsys):
    (tmp_path / "none.jsonl").write_text("{}\n", encoding="utf-8")
    assert main(["bench", "read", "--file", str(tmp_path / "none.jsonl")]) == 2
    assert "no article" in capsys.readouterr().err
