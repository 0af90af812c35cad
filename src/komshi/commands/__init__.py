"""One module for each command; its docstring is the help, `EXAMPLE` the example, `run` returns the exit code."""
