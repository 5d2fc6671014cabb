"""The theme of a Prongsai site: Material for MkDocs with a frame of our own."""

import os

# Read by Material when it is imported, which MkDocs does right after this module.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
