"""``verify --scheduler ADDRESS``: the visits shared by the workers of a Dask cluster."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

import prongsai
from prongsai.cli.looking import Visits
from prongsai.errors import NetworkError, ProjectError
from prongsai.evidence.spread import spread

_PATIENCE = 10
"""Seconds in which a scheduler has to answer."""


@contextmanager
def on_cluster(address: str) -> Iterator[Visits]:
    """Visits by the workers of the scheduler at ``address`` (``HOST:PORT`` or ``tcp://HOST:PORT``).

    Raises:
        ProjectError: the extra is not installed here, or this version of Prongsai not at each worker.
        NetworkError: no scheduler answers, or it has no workers.
    """
    try:
        from distributed import Client
    except ImportError:
        raise ProjectError(
            "--scheduler ต้องใช้ส่วนเสริม ติดตั้งด้วย pip install 'prongsai[cluster]'",
            "--scheduler needs an extra: pip install 'prongsai[cluster]'",
        ) from None
    try:
        _knock(address)
        client: Any = Client(address, timeout=_PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise NetworkError(
            f"ไม่มีตัวจัดงานตอบที่ --scheduler {address} ({type(error).__name__})"
            " — เปิดด้วย dask scheduler แล้วใส่ที่อยู่ที่มันบอก",
            f"no scheduler answers at --scheduler {address} ({type(error).__name__})"
            " — start one with dask scheduler and give the address that it tells",
        ) from None
    with client:
        workers = _threads(client, address)
        yield partial(spread, executor=client.get_executor(pure=False), workers=workers)


def _knock(address: str) -> None:
    """Raise ``OSError`` or ``ValueError`` where no scheduler is: Dask's own client might wait for ever.

    A scheduler speaks first, unless it speaks TLS.
    """
    scheme, _, place = address.rpartition("://")
    host, _, port = place.rpartition(":")
    with socket.create_connection((host.strip("[]"), int(port)), timeout=_PATIENCE) as connection:
        if scheme != "tls" and not connection.recv(1):
            raise ConnectionError(address)


def _threads(client: Any, address: str) -> int:
    """How many shares the cluster works on at once."""
    threads: int = sum(client.nthreads().values())
    if not threads:
        raise NetworkError(
            f"ตัวจัดงานที่ {address} ไม่มีเครื่องช่วยตรวจ — เปิดด้วย dask worker {address}",
            f"the scheduler at {address} has no workers — start some with dask worker {address}",
        )
    found = client.run(version, on_error="return")
    others = {worker: told for worker, told in found.items() if told != prongsai.__version__}
    if others:
        worker, told = next(iter(others.items()))
        raise ProjectError(
            f"เครื่องช่วยตรวจ {worker} ต้องติดตั้ง prongsai รุ่น {prongsai.__version__} ({told})",
            f"the worker {worker} needs prongsai {prongsai.__version__} ({told})",
        )
    return threads


def version() -> str:
    """The version of Prongsai at a worker."""
    return prongsai.__version__
