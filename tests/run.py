"""Runs those tests that use the database on PostgreSQL, then all on SQLite; `make test` starts it.

Arguments go to pytest. Files of tests are shared out among the processors; `make test ARGS=-n0` takes one alone.

PostgreSQL is the server that DATABASE_URL names, or temporary ones that are started from the machine's own programs
and stopped at the end, however the tests end. Without either, its part is left out and said to be. Each process has a
server to itself, and a named one is used by one process: what is read from the change log depends on all that runs on
a server.
With REQUIRE_ALL=1 nothing may be left out.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import FrameType
from urllib.parse import quote

POSTGRES_SCHEMES = ("postgres://", "postgresql://")
PROCESSES = min(len(os.sched_getaffinity(0)), 8) if hasattr(os, "sched_getaffinity") else 2
# What a server may leave out that is thrown away after the tests.
CARELESS = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off"
"""A server that lives for one run. Autovacuum would count the rows between two tests, and plan the next for none."""


class Unavailable(Exception):
    """Why there is no PostgreSQL on this machine."""


def main() -> int:
    for ending in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, leave)
    failures = 0
    try:
        with postgres() as (url, processes):
            failures += run_pytest("PostgreSQL", url, processes, "--database-only")
    except Unavailable as reason:
        print(f"\n{'FAILED' if required() else 'SKIPPED'}: the tests on PostgreSQL: {reason}", flush=True)
        failures += required()
    failures += run_pytest("SQLite", "sqlite://", PROCESSES)
    return 1 if failures else 0


def leave(signum: int, frame: FrameType | None) -> None:
    """A signal ends the tests by way of every `finally`."""
    sys.exit(128 + signum)


def required() -> bool:
    return os.environ.get("REQUIRE_ALL", "") not in ("", "0")


def run_pytest(title: str, url: str, processes: int, *arguments: str) -> bool:
    """Whether the tests failed on that database. No test at all (5) is a failure too, unless some were asked for."""
    print(f"\n== Tests on {title}", flush=True)
    shared_out = [f"--numprocesses={processes}", "--dist=loadfile"]
    shared_out += [f"--maxprocesses={PROCESSES}", "--max-worker-restart=0"]  # no more than there are servers
    command = [sys.executable, "-m", "pytest", *shared_out, *arguments, *sys.argv[1:]]
    status = subprocess.run(command, env={**os.environ, "DATABASE_URL": url}).returncode
    return status != 0 and not (status == 5 and sys.argv[1:])


@contextmanager
def postgres() -> Iterator[tuple[str, int]]:
    """The address of the server that was named, for one process, or that of one of their own for several."""
    named = os.environ.get("DATABASE_URL", "")
    if named.startswith(POSTGRES_SCHEMES):
        yield named, 0
        return
    programs = find_programs()
    folder = Path(tempfile.mkdtemp(prefix="reading-room-", dir="/tmp"))  # short: a socket's path has to be
    folder.chmod(0o755)
    try:
        with ExitStack() as servers:
            for number in range(PROCESSES):
                servers.enter_context(started(programs, folder / f"gw{number}"))
            yield f"postgresql://postgres@{quote(str(folder), safe='')}%2Fgw0/reading_room", PROCESSES
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def started(programs: Path, folder: Path) -> Iterator[None]:
    """A server of its own in a new folder, reached by a socket there and by no network address."""
    folder.mkdir()
    prefix = as_postgres(folder)
    initdb = [*prefix, f"{programs}/initdb", f"--pgdata={folder}/data", "--username=postgres", "--auth=trust"]
    command(folder, *initdb, "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")
    pg_ctl = [*prefix, f"{programs}/pg_ctl", f"--pgdata={folder}/data", "--silent", "--wait", "--timeout=600"]
    try:
        command(folder, *pg_ctl, "start", f"--log={folder}/log", "-o", f"-k {folder} -h '' {CARELESS}")
        yield
    finally:
        subprocess.run([*pg_ctl, "stop", "-m", "immediate"], cwd=folder, capture_output=True)


def command(folder: Path, *arguments: str) -> None:
    """Runs a program of PostgreSQL; if it fails, its own words are the reason."""
    done = subprocess.run(arguments, cwd=folder, capture_output=True, text=True)
    if done.returncode:
        log = folder / "log"
        raise Unavailable(f"{done.stderr or done.stdout}{log.read_text() if log.exists() else ''}".strip())


def find_programs() -> Path:
    """The folder of initdb and pg_ctl: on the PATH, or the newest of Debian's."""
    on_path = shutil.which("initdb")
    if on_path and shutil.which("pg_ctl"):
        return Path(on_path).resolve().parent
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[4]))
    if not versions:
        raise Unavailable("DATABASE_URL names none, and no server programs are here (Debian: apt install postgresql)")
    return versions[-1].parent


def as_postgres(folder: Path) -> list[str]:
    """PostgreSQL refuses to run as root: then its own user does it, and owns the folder."""
    if os.geteuid() != 0:
        return []
    try:
        shutil.chown(folder, "postgres")
    except LookupError as error:
        raise Unavailable("it does not run as root, and there is no user postgres") from error
    return ["runuser", "-u", "postgres", "--"]


if __name__ == "__main__":
    sys.exit(main())
