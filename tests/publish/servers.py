"""A real sshd, nginx and Apache on this machine, as processes of a test's own."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from prongsai.publish.sftp import Sftp
from prongsai.publish.ssh import Place

SCRIPT = Path(__file__).parents[2] / "scripts/servers.py"

_SSHD = """Port {port}
ListenAddress 127.0.0.1
HostKey {folder}/host
PidFile none
AuthorizedKeysFile {folder}/user.pub
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
MaxStartups 100
Subsystem sftp {subsystem}
"""
_SSH = """Host *
  IdentityFile {folder}/user
  IdentitiesOnly yes
  UserKnownHostsFile {folder}/known
  GlobalKnownHostsFile /dev/null
"""
_NGINX = """daemon off;
master_process off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
  access_log off;
  include /etc/nginx/mime.types;
  client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
  uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
  server {{ listen 127.0.0.1:{port}; root {root}; location ~ /\\. {{ deny all; }}
    {more} }}
}}
"""
# What shared hosting gives: .htaccess may set headers and types, and says nothing of what else is loaded.
_APACHE = """ServerRoot {folder}
ServerName 127.0.0.1
Listen 127.0.0.1:{port}
PidFile {folder}/pid
ErrorLog {folder}/error.log
User nobody
Group nogroup
{modules}
<IfModule mod_mime.c>
  TypesConfig /etc/mime.types
</IfModule>
DocumentRoot {root}
<Directory {root}>
  AllowOverride FileInfo
  Require all granted
</Directory>
"""
_MODULES = ("mpm_event", "authz_core", "dir", "mime", "headers")


@cache
def need(program: str) -> str:
    """Where a server's program is; it is installed where it is missing."""
    done = subprocess.run([sys.executable, SCRIPT, program], stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout.strip()


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + 20
    while time.monotonic() < until:
        assert process.poll() is None, "the server ended at once"
        with socket.socket() as line:
            if line.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise AssertionError("the server did not start")


@dataclass(frozen=True)
class Sshd:
    """A running sshd: where its keys lie, its port, and the folder that the site goes to."""

    folder: Path
    port: int
    www: Path
    process: "subprocess.Popen[bytes]"

    @property
    def config(self) -> Path:
        return self.folder / "config"

    @property
    def place(self) -> Place:
        return Place("127.0.0.1", None, self.port, str(self.www))

    @property
    def written(self) -> str:
        """The place as a person writes it."""
        return f"127.0.0.1:{self.port}/{self.www}"

    def open(self) -> Sftp:
        return Sftp(self.place, ("-F", str(self.config)))


@contextmanager
def sshd(folder: Path, subsystem: str = "internal-sftp") -> Iterator[Sshd]:
    program = need("sshd")
    folder.mkdir(parents=True, exist_ok=True)
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)
    for name in ("host", "user"):
        key = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)]
        subprocess.run(key, check=True, stdin=subprocess.DEVNULL)
    port = free_port()
    (folder / "sshd").write_text(_SSHD.format(port=port, folder=folder, subsystem=subsystem), "utf-8")
    (folder / "config").write_text(_SSH.format(folder=folder), "utf-8")
    (folder / "known").write_text(f"[127.0.0.1]:{port} {(folder / 'host.pub').read_text('utf-8')}", "utf-8")
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen([program, "-D", "-e", "-f", str(folder / "sshd")], stderr=log)
        try:
            wait_for(port, process)
            yield Sshd(folder, port, folder / "www", process)
        finally:
            process.terminate()
            process.wait()


@contextmanager
def _serving(port: int, process: "subprocess.Popen[bytes]") -> Iterator[str]:
    """A server from the time that it answers until it is no longer wanted; gives ``HOST:PORT``."""
    try:
        wait_for(port, process)
        yield f"127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


@contextmanager
def apache(root: Path, modules: tuple[str, ...] = _MODULES) -> Iterator[str]:
    """A copy of the folder ``root`` on a port of its own, which everybody may read; gives ``HOST:PORT``."""
    program, port = need("apache2"), free_port()
    places = ("/usr/lib/apache2/modules", "/usr/lib64/httpd/modules")
    lib = next(place for place in places if Path(place).is_dir())
    with tempfile.TemporaryDirectory(prefix="prongsai-apache-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        shutil.copytree(root, folder / "www")
        loaded = "\n".join(f"LoadModule {one}_module {lib}/mod_{one}.so" for one in modules)
        text = _APACHE.format(folder=folder, port=port, root=folder / "www", modules=loaded)
        (folder / "conf").write_text(text, "utf-8")
        process = subprocess.Popen([program, "-d", name, "-f", str(folder / "conf"), "-D", "FOREGROUND"])
        with _serving(port, process) as host:
            yield host


@contextmanager
def nginx(folder: Path, root: Path, more: str = "") -> Iterator[str]:
    """The folder ``root`` on a port of its own, with ``more`` in its server block; gives ``HOST:PORT``."""
    folder.mkdir(parents=True, exist_ok=True)
    root.mkdir(parents=True, exist_ok=True)
    port = free_port()
    (folder / "conf").write_text(_NGINX.format(folder=folder, port=port, root=root, more=more), "utf-8")
    process = subprocess.Popen([need("nginx"), "-p", str(folder), "-c", str(folder / "conf")])
    with _serving(port, process) as host:
        yield host
