"""``python -m prongsai``."""

from prongsai.cli import main

if __name__ == "__main__":
    main()
