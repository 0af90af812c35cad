from __future__ import annotations

import json

import pytest

from komshi.cli import main


def records(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_the_same_seed_writes_the_same_bytes_and_the_truth_beside_them(tmp_path):
    for name in ("a", "b"):
        files = ["-o", str(tmp_path / name), "--truth", str(tmp_path / f"{name}.truth")]
        assert main(["generate", "articles", "-n", "50", "--seed", "4", *files]) == 0
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    ids = [[record["id"] for record in records(tmp_path / name)] for name in ("a", "a.truth")]
    assert ids[0] == ids[1]
    assert len(ids[0]) == 50


def test_generated_articles_are_what_the_reader_takes_and_the_truth_makes_them_a_labelled_set(tmp_path, capsys):
    articles, truth, gold = (tmp_path / name for name in ("articles", "truth", "gold"))
    main(["generate", "articles", "-n", "40", "--seed", "4", "-o", str(articles), "--truth", str(truth)])
    labelled = ({**article, **label} for article, label in zip(records(articles), records(truth), strict=True))
    gold.write_text("\n".join(json.dumps(record) for record in labelled), encoding="utf-8")
    assert main(["evaluate", str(gold), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["fields"]["language"]["all"]["accuracy"] > 0.95


@pytest.mark.parametrize(
    ("options", "said"), [(["-n", "0"], "1 or more"), (["-n", "1", "-o", "x", "--truth", "x"], "file of its own")]
)
def test_options_that_do_not_fit_are_one_sentence(tmp_path, monkeypatch, capsys, options, said):
    monkeypatch.chdir(tmp_path)
    assert main(["generate", "articles", *options]) == 2
    assert said in capsys.readouterr().err
