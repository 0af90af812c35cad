"""Whoever kills an import at any moment loses nothing and doubles nothing."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

ARTICLES = 4000

# Imports in the foreground like the command, without the reading that follows it: what is killed here is the import.
IMPORT = """
import sys
from pathlib import Path
from komshi.commands.django_setup import setup
setup(migrate=False)
from komshi.observatory.sources import imports
imports.LINES_A_BATCH = 40
def report(job, remarks):
    print(job.line, flush=True)
imports.articles_import(imports.job_from_file(Path(sys.argv[1]), source=imports.import_source("import")), report=report)
"""
KEYS = """
import json
from komshi.observatory.base.models import Event
from komshi.observatory.sources.models import Article, Document, ImportJob
job = ImportJob.objects.get()
print(json.dumps({
    "keys": list(Article.objects.order_by("pk").values_list("key", flat=True)),
    "documents": Document.objects.count(),
    "events": Event.objects.filter(action="sources:article:add").count(),
    "job": [job.state, job.line, job.accepted, job.refused, job.messages],
}))
"""


def test_an_import_that_is_killed_again_and_again_loses_and_doubles_nothing(elsewhere, tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    lines = [json.dumps({"id": f"n{number}", "text": f"Report number {number}. " * 20}) for number in range(ARTICLES)]
    lines.insert(1000, "{broken")
    path.write_text("\n".join(lines))
    elsewhere.python("setup(migrate=True)")
    kills, seen = 0, []
    while True:
        process = subprocess.Popen(
            [sys.executable, "-c", IMPORT, path], env=elsewhere.environment, stdout=subprocess.PIPE, text=True
        )  # fmt: skip
        first = process.stdout.readline()
        if kills == 5 or not first:
            process.stdout.read()
            break
        seen.append(int(first))
        time.sleep(0.02 * (kills + 1))  # a different moment each time, within a batch or between two
        os.kill(process.pid, signal.SIGKILL)
        process.stdout.close()
        assert process.wait() == -signal.SIGKILL
        kills += 1
    assert process.wait() == 0
    process.stdout.close()
    stored = json.loads(elsewhere.python(KEYS))
    assert kills == 5
    assert seen == sorted(set(seen))
    assert seen[-1] < ARTICLES, "the import was over before it was killed: make it longer"
    assert stored["keys"] == [f"import:n{number}" for number in range(ARTICLES)]
    assert (stored["documents"], stored["events"]) == (ARTICLES, ARTICLES)
    state, line, accepted, refused, messages = stored["job"]
    assert (state, line, accepted, refused) == ("done", ARTICLES + 1, ARTICLES, 1)
    assert [number for number, _sentence in messages] == [1001]
