"""A bar on a terminal for work that takes long."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from prongsai.cli import show
from prongsai.errors import Text


@contextmanager
def counting(total: int, what: Text) -> Iterator[Callable[[], None]]:
    """A bar up to ``total``; what it gives is called for each one that is done."""
    console = Console(stderr=True, quiet=show.is_quiet() or not sys.stderr.isatty())
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task(what.in_(show.language()), total=total)
        yield lambda: progress.update(task, advance=1)
