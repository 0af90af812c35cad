"""The text goes to a model of this machine and nowhere else."""

from __future__ import annotations

import json

import pytest

from komshi.pipeline.fetch.addresses import FetchFailed, FetchRefused
from komshi.pipeline.fetch.model import LocalModel


def said(content: object) -> bytes:
    return json.dumps({"choices": [{"message": {"content": content}}]}).encode()


def model(site, **values) -> LocalModel:
    return LocalModel(f"{site.url}/v1", "small", **values)


@pytest.mark.parametrize(
    "address",
    [
        "http://192.168.1.7:8080/v1", "https://models.example.org/v1", "http://10.0.0.1/v1", "http://127.0.0.1.example.org",
        "http://0.0.0.0:8080/v1", "ftp://127.0.0.1/v1", "http://[2001:db8::1]/v1", "http://name:word@127.0.0.1/v1", "",
    ],
)  # fmt: skip
def test_a_model_of_another_machine_is_refused_before_anything_is_sent(address: str) -> None:
    with pytest.raises(FetchRefused):
        LocalModel(address, "small")


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:1/v1", "http://localhost:1/v1", "http://[::1]:1/v1", "http://127.0.0.9:1"]
)
def test_a_model_of_this_machine_is_taken(address: str) -> None:
    assert LocalModel(address, "small").address == address


def test_the_words_of_the_answer_come_back(site) -> None:
    site.posts["/v1/chat/completions"] = said('{"status": null}')
    assert model(site)("Read.", "Një lajm.") == '{"status": null}'
    asked = json.loads(site.bodies[0])
    assert [one["content"] for one in asked["messages"]] == ["Read.", "Një lajm."]
    assert (asked["model"], asked["temperature"]) == ("small", 0)


@pytest.mark.parametrize("answer", [b"{", b"[]", said(None), said(["a"]), b'{"choices": []}', b"\xff", b"x" * 300_000])
def test_an_answer_in_another_form_is_one_sentence(site, answer: bytes) -> None:
    site.posts["/v1/chat/completions"] = answer
    with pytest.raises(FetchFailed, match="answered"):
        model(site)("Read.", "A report.")


def test_no_answer_and_a_redirect_are_one_sentence(site) -> None:
    with pytest.raises(FetchFailed, match="status 404"):
        model(site)("Read.", "A report.")
    site.posts["/v1/chat/completions"] = lambda request: request.answer(302, Location="http://192.0.2.1/")
    with pytest.raises(FetchFailed, match="status 302"):
        model(site)("Read.", "A report.")
    with pytest.raises(FetchFailed, match="did not answer"):
        LocalModel("http://127.0.0.1:9/v1", "small", seconds=2)("Read.", "A report.")
