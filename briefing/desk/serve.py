"""`briefing serve`: the desk on an address of this machine, until it is stopped."""

import asyncio
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import uvicorn

from briefing.desk.app import ServedDesk, make_app
from briefing.desk.bench import Bench, keep_watching
from briefing.desk.guard import Gate
from briefing.desk.seat import Seat
from briefing.errors import UserError, WorkError
from briefing.settings import Settings, load_config
from briefing.settings.running import DeskSettings
from briefing.state.lock import Holder, acquire_lock

_LOCK = ".desk"  # the folder, below the output, whose lock a desk holds
_LINGER = 1  # seconds that open requests get when it is stopped

Say = Callable[[str], None]


def serve_desk(config: Path, say: Say, port: int | None = None) -> None:
    """Serve a brief's desk until SIGINT or SIGTERM; `say` is told the address once it answers.
    `port` counts before the config's.

    Raises UserError where the config is wrong, the password lacks or the address is taken, and
    WorkError where another desk serves this brief.
    """
    settings = load_config(config)
    where = settings.desk or DeskSettings()
    where = where if port is None else replace(where, port=port)
    gate = Gate(
        address=_bracket_address(where.address),
        hosts=tuple(one.lower() for one in where.hosts),
        password=_read_password(settings, where.password_env),
    )
    held = acquire_lock(settings.output / _LOCK)
    if isinstance(held, Holder):
        message = f"this brief has a desk already: {held} serves it"
        raise WorkError(message)
    with held:
        bench = Bench(config=config)
        desk = ServedDesk(bench=bench, gate=gate, seat=Seat(bench=bench))
        with keep_watching(bench):
            asyncio.run(_run_server(desk, where, say, settings))


async def _run_server(desk: ServedDesk, where: DeskSettings, say: Say, settings: Settings) -> None:
    server = uvicorn.Server(
        uvicorn.Config(
            make_app(desk),
            host=where.address,
            port=where.port,
            log_config=None,
            access_log=False,
            server_header=False,
            date_header=False,
            proxy_headers=False,
            lifespan="off",
            timeout_graceful_shutdown=_LINGER,
        )
    )
    running = asyncio.create_task(_serve(server, where, settings))
    while not server.started and not running.done():  # noqa: ASYNC110 - no event tells it
        await asyncio.sleep(0.02)
    if server.started:
        say(f"The desk is at {_address_of(server, where, desk.gate)} (^C ends it)")
    await running


async def _serve(server: uvicorn.Server, where: DeskSettings, settings: Settings) -> None:
    try:
        await server.serve()
    except SystemExit:  # uvicorn's way to say that it can't listen
        message = f"can't listen on {where.address}, port {where.port}: it is taken, or not ours"
        raise UserError(
            settings.tree.problem(("desk", "port"), message, "name another port: --port 0")
        ) from None


def _address_of(server: uvicorn.Server, where: DeskSettings, gate: Gate) -> str:
    """The address to open, with the token."""
    port = server.servers[0].sockets[0].getsockname()[1]
    host = where.hosts[0] if where.hosts else where.address
    return f"http://{_bracket_address(host)}:{port}/?token={gate.token}"


def _bracket_address(host: str) -> str:
    """An address as it stands in a URL."""
    return f"[{host}]" if ":" in host else host


def _read_password(settings: Settings, name: str) -> str:
    """The password, in the variable `name` of the environment; '' where that is ''."""
    found = os.environ.get(name, "") if name else ""
    if name and not found:
        message = f"the environment has no {name}, or it is empty"
        raise UserError(settings.tree.problem(("desk", "password_env"), message))
    return found
