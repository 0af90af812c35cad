"""Sets a checkout up: environment, packages, Komshi itself, front end, message catalogues.

Each phase leaves a stamp with the state of what it was made from. A phase whose stamp still fits costs a few reads,
so a second start is quick; one that was interrupted has no stamp and is done again.
"""

from __future__ import annotations

import contextlib
import fcntl
import importlib.util
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from launcher.errors import NO_VENV, LaunchError
from launcher.places import Checkout, check_checkout, check_space, fingerprint, is_writable
from launcher.processes import Command, run_logged

RUNTIME_LOCK, DEV_LOCK, BUILD_LOCK = "requirements.lock", "requirements-dev.lock", "requirements-build.lock"
# Megabytes on disk, measured: environment with Node, node_modules, and what pip unpacks on the way.
SPACE = {RUNTIME_LOCK: 800, DEV_LOCK: 1300}
CATALOGUE_MAKERS = ("observatory/base/catalogues.py", "observatory/base/languages.py", "pipeline/text/cyrillic.py")


@dataclass(frozen=True)
class Phase:
    """One step of the set-up. `state` describes what the result is made from; `results` must exist for a stamp to
    count. What is `in_environment` cannot be continued where it was cut.
    """

    name: str
    stamp: Path
    state: Callable[[], str]
    work: Callable[[], None]
    results: Sequence[Path] = ()
    in_environment: bool = False

    def is_done(self) -> bool:
        """Whether the last run of this phase still holds."""
        return _read(self.stamp) == self.state() and all(path.exists() for path in self.results)

    def do(self) -> None:
        """Does the work, prints how long it took, and leaves the stamp last."""
        self.stamp.unlink(missing_ok=True)
        print(f"{self.name} ... ", end="", flush=True)
        start = time.monotonic()
        try:
            self.work()
        except BaseException as error:
            print("failed" if isinstance(error, LaunchError) else "stopped", flush=True)
            raise
        self.stamp.parent.mkdir(parents=True, exist_ok=True)
        self.stamp.write_text(self.state(), encoding="utf-8")
        print(f"{time.monotonic() - start:.1f} s", flush=True)


def prepare(checkout: Checkout, *, lock: str = RUNTIME_LOCK) -> None:
    """Brings the checkout up to date with its sources; `lock` is RUNTIME_LOCK to use Komshi, DEV_LOCK to test it."""
    unfinished = checkout.root / "build/environment-unfinished"
    if not unfinished.exists() and all(phase.is_done() for phase in _phases(checkout, lock)):
        return
    check_checkout(checkout)
    with _alone(checkout):
        # A half-copied package could pass for a whole one, so a run that was cut inside the environment starts afresh.
        afresh = unfinished.exists()
        for phase in _phases(checkout, lock, afresh=afresh):
            if phase.is_done() and not (afresh and phase.in_environment):
                continue
            if phase.in_environment:
                unfinished.touch()
            else:
                unfinished.unlink(missing_ok=True)
            phase.do()
        unfinished.unlink(missing_ok=True)


def _phases(checkout: Checkout, lock: str, *, afresh: bool = False) -> list[Phase]:
    return [
        _environment(checkout, afresh=afresh),
        _packages(checkout, lock),
        _itself(checkout),
        _node_modules(checkout),
        _front_end(checkout),
        _catalogues(checkout),
    ]


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


@contextlib.contextmanager
def _alone(checkout: Checkout) -> Iterator[None]:
    """Two set-ups in one folder wait for each other. The lock goes with the process, however it ends."""
    folder = checkout.root / "build"
    folder.mkdir(exist_ok=True)
    with (folder / "setup.lock").open("w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Another set-up of this folder is running; waiting for it.", flush=True)
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def _environment(checkout: Checkout, *, afresh: bool) -> Phase:
    def state() -> str:
        # A moved environment points to its old place; a system upgrade changes the interpreter under it.
        return f"{checkout.root}\n{os.path.realpath(checkout.python)}\n"

    def work() -> None:
        if importlib.util.find_spec("ensurepip") is None:
            raise LaunchError(NO_VENV)
        # An environment of ours that no longer fits is replaced; one that other hands made is completed.
        ours = checkout.stamp("environment").parent.is_dir()
        broken = checkout.environment.exists() and not checkout.python.exists()
        clear = ["--clear"] if afresh or ours or broken else []
        command: Command = [sys.executable, "-m", "venv", *clear, checkout.environment]
        run_logged(command, what="The Python environment", log=checkout.log)

    results = [checkout.python, checkout.program("pip")]
    return Phase("Python environment", checkout.stamp("environment"), state, work, results, in_environment=True)


def _pip(checkout: Checkout, *arguments: str | Path) -> Command:
    # Byte code is written when a module is first used: compiling everything in advance takes a third of an install.
    options = ["--no-compile", "--no-input", "--no-user", "--disable-pip-version-check", "--progress-bar", "off"]
    return [checkout.python, "-m", "pip", "install", *options, *arguments]


def _packages(checkout: Checkout, lock: str) -> Phase:
    def state_of(name: str) -> str:
        return fingerprint([checkout.root / name, checkout.root / BUILD_LOCK])

    def work() -> None:
        check_space(checkout.root, need=SPACE[lock])
        locks = [part for name in (lock, BUILD_LOCK) for part in ("-r", checkout.root / name)]
        command = _pip(checkout, "--require-hashes", *locks)
        run_logged(command, what="The Python packages", log=checkout.log, need=SPACE[lock])

    dev = checkout.stamp("packages-dev")
    # The development packages contain the others, so whoever has tested may also run.
    if lock == DEV_LOCK or _read(dev) == state_of(DEV_LOCK):
        return Phase("Python packages", dev, lambda: state_of(DEV_LOCK), work, in_environment=True)
    runtime = checkout.stamp("packages")
    return Phase("Python packages", runtime, lambda: state_of(RUNTIME_LOCK), work, in_environment=True)


def _itself(checkout: Checkout) -> Phase:
    def work() -> None:
        arguments = ("--no-deps", "--no-build-isolation", "--no-index", "--editable", checkout.root)
        run_logged(_pip(checkout, *arguments), what="Komshi itself", log=checkout.log)

    sources = [checkout.root / "pyproject.toml", checkout.root / "hatch_build.py"]
    stamp, results = checkout.stamp("itself"), [checkout.program("komshi")]
    return Phase("Komshi itself", stamp, lambda: fingerprint(sources), work, results, in_environment=True)


def npm(checkout: Checkout) -> Command:
    """The start of an npm command. Its own start script would be read by the rules of our package.json, and fail."""
    folder = checkout.node_folder()
    return [folder / "node", folder.parent / "lib/node_modules/npm/bin/npm-cli.js"]


def node_environment(checkout: Checkout) -> dict[str, str]:
    """The environment variables for node and npm: themselves first on PATH, and a cache that can be written."""
    env = {**os.environ, "PATH": f"{checkout.node_folder()}{os.pathsep}{os.environ.get('PATH', '')}"}
    # npm, unlike pip, stops when it has no folder to cache in.
    if not is_writable(Path(env.get("npm_config_cache") or Path.home() / ".npm")):
        env["npm_config_cache"] = str(checkout.root / "build/npm")
    return env


def _node_modules(checkout: Checkout) -> Phase:
    sources = [checkout.root / name for name in ("package.json", "package-lock.json", ".npmrc")]

    def work() -> None:
        # npm's own patience without a network is over a minute, in silence.
        patience = ["--fetch-retry-mintimeout=2000", "--fetch-retry-maxtimeout=8000"]
        command: Command = [*npm(checkout), "--prefix", checkout.root, "ci", "--ignore-scripts", *patience]
        run_logged(command, what="The front end's packages", log=checkout.log, env=node_environment(checkout))

    result = checkout.root / "node_modules/.package-lock.json"
    return Phase("Front end: packages", checkout.stamp("node_modules"), lambda: fingerprint(sources), work, [result])


def _front_end(checkout: Checkout) -> Phase:
    def state() -> str:
        return fingerprint([checkout.root / "package-lock.json", *(checkout.root / "assets").rglob("*.*")])

    def work() -> None:
        command: Command = [checkout.node_folder() / "node", checkout.root / "assets/build.mjs"]
        run_logged(command, what="The front end", log=checkout.log, env=node_environment(checkout))

    return Phase("Front end: build", checkout.stamp("built"), state, work, [checkout.built / "region.geo.json"])


def _catalogues(checkout: Checkout) -> Phase:
    written = sorted(checkout.catalogues.rglob("django.po"))
    # What is compiled also follows from the tables beside the catalogues, and from how one language is made of another.
    makers = [checkout.root / "src/komshi" / name for name in CATALOGUE_MAKERS]
    sources = [*makers, *(file for kind in ("*.po", "*.tsv", "*.toml") for file in checkout.catalogues.rglob(kind))]

    def work() -> None:
        command: Command = [checkout.program("komshi"), "messages", "--compile"]
        run_logged(command, what="The message catalogues", log=checkout.log)

    results = [source.with_suffix(".mo") for source in written]
    return Phase("Message catalogues", checkout.stamp("catalogues"), lambda: fingerprint(sources), work, results)
