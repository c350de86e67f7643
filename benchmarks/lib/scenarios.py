"""What is measured: each scenario loads one server for a while and says what came of it."""

import json
import os
import re
import subprocess

SOURCES = os.path.dirname(os.path.abspath(__file__))
UNITS = {"us": 1, "ms": 1e3, "s": 1e6}


class LoadFailed(Exception):
    """The load program did not end well, or answers were not 2xx."""


def run(command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise LoadFailed(f"{command[0]} ended with {done.returncode}: {done.stdout}{done.stderr}")
    return done.stdout


def compiled(name, folder):
    """The path of a load program, compiled where its source is newer."""
    source, program = os.path.join(SOURCES, name + ".c"), os.path.join(folder, name)
    if not os.path.exists(program) or os.path.getmtime(program) < os.path.getmtime(source):
        run(["cc", "-O2", "-o", program, source])
    return program


class Throughput:
    """As many requests as go through, with wrk."""

    def __init__(self, title, path, connections, servers=None):
        self.title, self.path, self.connections, self.servers = title, path, connections, servers

    def load(self, server, seconds, folder):
        url = f"http://127.0.0.1:{server.port}{self.path}"
        out = run(["wrk", "-t2", f"-c{self.connections}", f"-d{seconds}s", "--latency", url])
        if "Non-2xx" in out or re.search(r"(connect|read|write) [1-9]", out):
            raise LoadFailed(out)
        times = dict(re.findall(r"\s(50|99)%\s+([\d.]+\w+)", out))
        return {
            "requests": int(re.search(r"(\d+) requests in", out).group(1)),
            "per_second": float(re.search(r"Requests/sec:\s+([\d.]+)", out).group(1)),
            "p50_us": micros(times["50"]),
            "p99_us": micros(times["99"]),
        }


class FixedRate:
    """A rate far below what any of them bears: what is left is the time that a server adds."""

    def __init__(self, title, path, rate, servers=None):
        self.title, self.path, self.rate, self.servers = title, path, rate, servers

    def load(self, server, seconds, folder):
        program = compiled("paced", folder)
        told = json.loads(run([program, str(server.port), self.path, str(self.rate), str(seconds), "32"]))
        return {
            "requests": told["sent"],
            "per_second": told["sent"] / seconds,
            "p50_us": told["p50"],
            "p99_us": told["p99"],
        }


class Echo:
    """Frames of 64 octets, one under way on each WebSocket."""

    def __init__(self, title, connections, servers=None):
        self.title, self.connections, self.servers = title, connections, servers

    def load(self, server, seconds, folder):
        from servers import ECHO

        port = ECHO if server.name == "upstream" else server.port
        program = compiled("websocket", folder)
        told = json.loads(run([program, "load", str(port), "/ws", str(self.connections), str(seconds)]))
        return {
            "requests": told["messages"],
            "per_second": told["messages"] / seconds,
            "p50_us": told["p50"],
            "p99_us": told["p99"],
        }


def micros(text):
    number, unit = re.match(r"([\d.]+)(us|ms|s)", text).groups()
    return float(number) * UNITS[unit]


ONE_EACH = ["upstream", "nginx", "vorota", "haproxy", "envoy", "pingora", "caddy", "scg"]

SCENARIOS = {
    "1k-64": Throughput("1 KiB, 64 connections", "/1k", 64, ONE_EACH),
    "1k-256": Throughput("1 KiB, 256 connections", "/1k", 256, ONE_EACH),
    "64k": Throughput("64 KiB, 64 connections", "/64k", 64, ONE_EACH),
    "1m": Throughput("1 MiB, 16 connections", "/1m", 16, ONE_EACH),
    "routes": Throughput("1 KiB, 1,000 routes beside 10", "/1k", 64, ["vorota", "vorota-1000-routes"]),
    "rules": Throughput(
        "1 KiB with the chat's own rules", "/service/api/login", 64, ["upstream", "nginx", "vorota", "vorota-chat"]
    ),
    "armed": Throughput(
        "1 KiB, four endpoints balanced, retries and breaker armed", "/1k", 64, ["vorota-bare", "vorota-armed"]
    ),
    "cache": Throughput("1 KiB out of the cache", "/kept", 64, ["nginx-cache", "vorota-cache"]),
    "h2": Throughput("1 KiB over HTTP/2 to the upstream", "/1k", 64, ["vorota", "vorota-h2c"]),
    "websocket": Echo("WebSocket echo, 64 connections", 64, ONE_EACH),
    "rate": FixedRate("1 KiB at 2,000 requests/s", "/1k", 2000, ONE_EACH),
    "2-loops": Throughput(
        "1 KiB, 64 connections, 2 loops or workers", "/1k", 64, ["nginx", "nginx-2-workers", "vorota", "vorota-2-loops"]
    ),
}
