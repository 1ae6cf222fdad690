"""`python -m inspector`: the command line, which opens the window when it is given files."""

from __future__ import annotations

import sys

from inspector.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
