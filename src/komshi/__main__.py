"""`python -m komshi` is the same door as the command `komshi`."""

from komshi.cli import main

raise SystemExit(main())
