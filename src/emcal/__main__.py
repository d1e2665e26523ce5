"""``python -m emcal`` is the command ``emcal``."""

from emcal.cli import main

if __name__ == "__main__":
    main()
