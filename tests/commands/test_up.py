"""What `komshi up` says of its address."""

from __future__ import annotations

import socket

import pytest

from komshi.commands import up


def test_the_address_is_told_once_it_answers(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        port = server.getsockname()[1]
        said_at_each_try: list[str] = []

        def wait(_seconds: float) -> None:
            said_at_each_try.append(capsys.readouterr().out)
            if len(said_at_each_try) == 3:
                server.listen()

        monkeypatch.setattr(up.time, "sleep", wait)
        up._announce("127.0.0.1", port)
    assert said_at_each_try == ["", "", ""]
    assert capsys.readouterr().out == f"Komshi is at http://127.0.0.1:{port}/ (Ctrl-C stops it)\n"
