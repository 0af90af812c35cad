#!/usr/bin/env python3
# Sets Komshi up and runs it: `python3 run.py demo`, `python3 run.py test`. Everything else stands in launcher/.
# This file is read by whatever Python the user has, to say which one is needed: keep its syntax as old as Python itself.
import io
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def supported_versions():
    with io.open(os.path.join(HERE, "pyproject.toml"), encoding="utf-8") as project:
        bounds = re.search(r'requires-python = ">=3\.(\d+),<3\.(\d+)"', project.read())
    return range(int(bounds.group(1)), int(bounds.group(2)))


def on_path(program):
    folders = os.environ.get("PATH", "").split(os.pathsep)
    return any(os.access(os.path.join(folder, program), os.X_OK) for folder in folders)


def refusal(version, arguments):
    minors = supported_versions()
    if version[0] == 3 and version[1] in minors:
        return None
    found = [minor for minor in minors if on_path("python3.%d" % minor)]
    command = "python3.%d run.py %s" % (found[0] if found else minors[0], " ".join(arguments or ["demo"]))
    advice = "this machine has one: type `%s`." if found else "install one of these, then type `%s`."
    return (
        "Komshi runs on Python 3.%d to 3.%d and this is Python %d.%d; "
        % (
            minors[0],
            minors[-1],
            version[0],
            version[1],
        )
        + advice % command
    )


if __name__ == "__main__":
    sentence = refusal(sys.version_info, sys.argv[1:])
    if sentence:
        sys.stderr.write(sentence + "\n")
        sys.exit(2)
    sys.dont_write_bytecode = True
    from launcher.main import main

    sys.exit(main(sys.argv[1:]))
