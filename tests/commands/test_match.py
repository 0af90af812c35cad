from __future__ import annotations

import json
import subprocess
import sys

import pytest

from komshi.cli import main


@pytest.fixture
def readings(tmp_path):
    file = tmp_path / "readings.jsonl"
    assert (
        main(["generate", "readings", "-n", "120", "--seed", "2", "-o", str(file), "--truth", str(tmp_path / "t")]) == 0
    )
    return file


def lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_every_relevant_reading_is_in_exactly_one_incident(readings, tmp_path):
    out = tmp_path / "incidents.jsonl"
    assert main(["match", str(readings), "-o", str(out)]) == 0
    told = [reading for incident in lines(out) for reading in incident["readings"]]
    assert sorted(told) == sorted(r["id"] for r in lines(readings) if r["relevant"])
    assert any(len(incident["readings"]) > 1 for incident in lines(out))


def test_the_command_and_the_library_give_the_same_incidents(readings, tmp_path, region):
    from komshi.pipeline.match import match
    from komshi.pipeline.records import incident_to_json, reading_from_json

    out = tmp_path / "incidents.jsonl"
    main(["match", str(readings), "-o", str(out)])
    wanted = [incident_to_json(i) for i in match([reading_from_json(r) for r in lines(readings)], region=region)]
    assert sorted(lines(out), key=lambda i: i["id"]) == sorted(json.loads(json.dumps(wanted)), key=lambda i: i["id"])


def test_bad_lines_are_named_and_the_good_ones_are_matched(readings, tmp_path, capsys):
    good = readings.read_bytes().splitlines()
    first = next(line for line in good if json.loads(line)["relevant"])
    broken = tmp_path / "broken.jsonl"
    broken.write_bytes(b"\n".join([b"{", first, b'{"id": "x"}', first, b"\xff"]))
    out = tmp_path / "incidents.jsonl"
    assert main(["match", str(broken), "-o", str(out)]) == 1
    said = capsys.readouterr().err.splitlines()
    assert [line.split(": ")[0] for line in said] == [f"{broken}, line {n}" for n in (1, 3, 4, 5)]
    assert len(lines(out)) == 1


def test_readings_come_through_standard_input(readings):
    done = subprocess.run(
        [sys.executable, "-m", "komshi", "match", "-"], input=readings.read_bytes(), capture_output=True, check=True
    )
    assert json.loads(done.stdout.splitlines()[0])["independent_voices"] >= 1


def test_a_file_that_is_not_there_is_one_sentence(tmp_path, capsys):
    assert main(["match", str(tmp_path / "nothing")]) == 2
    assert "cannot be opened" in capsys.readouterr().err
