"""``python -m toolkit`` is ``tei``."""

from toolkit.cli import main

if __name__ == "__main__":
    main()
