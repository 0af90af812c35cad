"""Every cause outside Komshi gets one sentence that says what to do."""

from __future__ import annotations

import pytest

from launcher.errors import diagnose

NO_NETWORK = """
WARNING: Retrying (Retry(total=0)) after connection broken by: Failed to establish a new connection:
[Errno -3] Temporary failure in name resolution')': /simple/anyio/
ERROR: Could not find a version that satisfies the requirement anyio==4.16.0 (from versions: none)
ERROR: No matching distribution found for anyio==4.16.0
"""
# What pip, npm, venv and the build really print -> words of the advice.
CAUSES = {
    "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device": "free about 800 MB",
    "npm error code ENOSPC\nnpm error syscall write": "The disk is full",
    NO_NETWORK: "check the network and your proxy",
    "npm error code ENOTFOUND\nnpm error errno ENOTFOUND": "check the network",
    "npm error code ECONNREFUSED": "check the network",
    "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.": "was tested with, so it was not",
    "npm error code EINTEGRITY": "is not the one that Komshi was tested with",
    "ERROR: No matching distribution found for h3==4.5.0": "does not have h3 for this Python",
    "error: command 'g++' failed\nERROR: Failed building wheel for pycld2": "pycld2 has no ready-made build",
    "OSError: [Errno 30] Read-only file system: '/x'": "cannot be written",
    "npm error code EACCES\nnpm error syscall mkdir": "cannot be written",
    "npm error code EUSAGE": "npm could not install the front end's packages (EUSAGE)",
}


@pytest.mark.parametrize(("output", "advice"), CAUSES.items())
def test_a_cause_outside_komshi_gets_its_advice(output: str, advice: str) -> None:
    sentence = str(diagnose("The Python packages", output, log="build/setup.log", need=800))
    assert advice in sentence
    assert "\n" not in sentence


def test_an_unknown_failure_names_the_step_its_last_words_and_the_log() -> None:
    sentence = str(diagnose("The front end", "a\nUnexpected token in map.js\n\n", log="build/setup.log"))
    assert sentence == "The front end: this step failed (Unexpected token in map.js). Details: build/setup.log."


def test_a_step_that_fails_in_silence_is_said_to_have() -> None:
    assert "it said nothing" in str(diagnose("The front end", "", log="build/setup.log"))
