"""`python -m dateline` is `dateline`."""

from dateline.cli.main import main

if __name__ == "__main__":
    main()
