"""Reads the few environment variables that Komshi knows, and prepares its data folder."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import platformdirs

from komshi.errors import KomshiError
from komshi.pipeline.fetch.model import LocalModel

LOOPBACK_HOSTS = ("127.0.0.1", "localhost", "[::1]")
_WILDCARDS = {"0.0.0.0", "::", "[::]", ""}  # noqa: S104 - compared with, never bound here


@dataclass(frozen=True)
class Environment:
    """What the surroundings decide; everything else is fixed in the settings."""

    data: Path
    database_url: str
    host: str
    port: int
    origin: str
    demo: bool
    today: date | None = None
    model: str = ""
    model_name: str = "local"

    @property
    def https(self) -> bool:
        """Whether people reach the service by https (through a proxy in front of it)."""
        return self.origin.startswith("https://")

    @property
    def allowed_hosts(self) -> list[str]:
        """Host names that a request may ask for: the loopback, the bound address, the public origin."""
        hosts = list(LOOPBACK_HOSTS)
        if self.host not in _WILDCARDS:
            hosts.append(self.host)
        name = urlsplit(self.origin).hostname
        if name:
            hosts.append(name)
        return hosts


def read_environment(environ: dict[str, str] | None = None) -> Environment:
    """The surroundings as values; raises KomshiError naming the variable that cannot be used."""
    env = dict(os.environ if environ is None else environ)
    data = Path(env.get("KOMSHI_DATA") or platformdirs.user_data_dir("komshi", appauthor=False)).expanduser().absolute()
    port = env.get("KOMSHI_PORT") or "8000"
    if not (port.isascii() and port.isdigit() and 0 < int(port) < 65536):
        raise KomshiError(f"KOMSHI_PORT must be a number from 1 to 65535, not {port!r}.")
    origin = (env.get("KOMSHI_ORIGIN") or "").rstrip("/")
    if origin and not (origin.startswith(("http://", "https://")) and urlsplit(origin).hostname):
        raise KomshiError(f"KOMSHI_ORIGIN must be an address such as https://komshi.example.org, not {origin!r}.")
    return Environment(
        data=data,
        database_url=env.get("DATABASE_URL") or f"sqlite:///{data / 'komshi.sqlite3'}",
        host=env.get("KOMSHI_HOST") or "127.0.0.1",
        port=int(port),
        origin=origin,
        demo=env.get("KOMSHI_DEMO") == "1",
        today=_fixed_day(env.get("KOMSHI_TODAY") or ""),
        model=_model(env.get("KOMSHI_MODEL") or ""),
        model_name=env.get("KOMSHI_MODEL_NAME") or "local",
    )


def _model(address: str) -> str:
    """The address of a language model of this machine; raises KomshiError for one elsewhere."""
    if address:
        LocalModel(address, "")
    return address


def _fixed_day(written: str) -> date | None:
    """The day that a specimen is shown on; a real observatory leaves KOMSHI_TODAY unset."""
    try:
        return date.fromisoformat(written) if written else None
    except ValueError as error:
        raise KomshiError(f"KOMSHI_TODAY must be a day such as 2026-11-20, not {written!r}.") from error


def data_folder(path: Path) -> Path:
    """Makes the data folder, readable by its owner only; raises KomshiError when that is impossible."""
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise KomshiError(
            f"The data folder {path} cannot be made ({error.strerror}): set KOMSHI_DATA to one that you may write to."
        ) from error
    if not os.access(path, os.W_OK | os.X_OK):
        raise KomshiError(f"The data folder {path} is not writable: set KOMSHI_DATA to one that you may write to.")
    return path


def secret_key(folder: Path) -> str:
    """The key that signs sessions, made once and kept in <data>/secret_key with mode 0600."""
    path = folder / "secret_key"
    try:
        return path.read_text(encoding="ascii").strip() or _new_secret_key(path)
    except FileNotFoundError:
        return _new_secret_key(path)
    except OSError as error:
        raise KomshiError(f"The secret key {path} cannot be read ({error.strerror}): make it readable.") from error


def _new_secret_key(path: Path) -> str:
    """Linked into place, so that two processes that start together agree on one key."""
    fresh = path.with_name(f".secret_key.{os.getpid()}.{secrets.token_hex(4)}")
    try:
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(48))
            file.flush()
            os.fsync(file.fileno())
        if path.exists() and not path.stat().st_size:
            path.unlink()
        try:
            os.link(fresh, path)
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    except OSError as error:
        raise KomshiError(
            f"The secret key {path} cannot be written ({error.strerror}): free some space or make the folder writable."
        ) from error
    return path.read_text(encoding="ascii").strip()
