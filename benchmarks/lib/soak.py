"""Slow clients before and a slow upstream behind the gateway, for minutes: does its memory stay flat?

Slow readers, slow writers and an ordinary load go through the gateway, and its resident memory is sampled.
Fails when the median of the last third lies more than 10 % above that of the second, or an exchange failed.
"""

import argparse
import asyncio
import os
import statistics
import sys
import time

import machine
import servers

PIECE = b"x" * 8192


async def upstream(reader, writer):
    """Answers a POST once its body is read, slowly; a GET with a body that drips."""
    try:
        while True:
            head = await reader.readuntil(b"\r\n\r\n")
            line, *fields = head.decode("latin-1").split("\r\n")
            length = next((int(f.split(":")[1]) for f in fields if f.lower().startswith("content-length:")), 0)
            while length > 0:
                piece = await reader.read(min(length, 4096))
                if not piece:
                    return
                length -= len(piece)
                await asyncio.sleep(0.005)
            if "/drip" in line:
                writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
                for _ in range(64):
                    writer.write(b"%x\r\n%s\r\n" % (len(PIECE), PIECE))
                    await writer.drain()
                    await asyncio.sleep(0.02)
                writer.write(b"0\r\n\r\n")
            elif "/flood" in line:
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % (512 * len(PIECE)))
                for _ in range(512):
                    writer.write(PIECE)
                    await writer.drain()
            else:
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
            await writer.drain()
    except (asyncio.IncompleteReadError, asyncio.CancelledError, ConnectionError):
        pass  # the gateway closed the connection, or the run is over
    finally:
        writer.close()


async def read_answer(reader, pause):
    """Reads one answer in small pieces, with a pause after each. Returns how many octets came."""
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    if b"transfer-encoding: chunked" in head:
        total = 0
        while True:
            size = int((await reader.readline()).split(b";")[0], 16)
            await reader.readexactly(size + 2)
            total += size
            await asyncio.sleep(pause)
            if size == 0:
                return total
    length = int(head.split(b"content-length:")[1].split(b"\r\n")[0])
    left = length
    while left:
        left -= len(await reader.readexactly(min(left, 16384)))
        await asyncio.sleep(pause)
    return length


async def client(port, request, pause, until, counts, kind):
    """Sends a request over and over, on a new connection every few answers."""
    while time.monotonic() < until:
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=16384)
            for _ in range(10):
                await request(writer)
                await read_answer(reader, pause)
                counts[kind] += 1
                if time.monotonic() >= until:
                    break
            writer.close()
        except (ConnectionError, asyncio.IncompleteReadError) as failure:
            counts["failed"] += 1
            print(f"{kind}: {failure!r}", file=sys.stderr)
            await asyncio.sleep(0.5)


def get(path):
    async def send(writer):
        writer.write(f"GET {path} HTTP/1.1\r\nHost: gate\r\n\r\n".encode())
        await writer.drain()

    return send


async def slow_post(writer):
    writer.write(b"POST /up HTTP/1.1\r\nHost: gate\r\nContent-Length: 65536\r\n\r\n")
    for _ in range(64):
        writer.write(b"y" * 1024)
        await writer.drain()
        await asyncio.sleep(0.01)


async def soak(server, seconds, clients):
    upstream_server = await asyncio.start_server(upstream, "127.0.0.1", servers.UPSTREAM)
    until = time.monotonic() + seconds
    counts = dict.fromkeys(["drip", "flood", "post", "quick", "failed"], 0)
    kinds = [
        ("drip", get("/drip"), 0.01),
        ("flood", get("/flood"), 0.05),
        ("post", slow_post, 0.0),
        ("quick", get("/quick"), 0.02),
    ]
    tasks = [
        asyncio.create_task(client(server.port, request, pause, until, counts, kind))
        for kind, request, pause in kinds
        for _ in range(clients)
    ]
    samples = []
    while time.monotonic() < until:
        samples.append(machine.resident_mb(server.process.pid))
        if len(samples) % 6 == 0:
            print(f"{len(samples) * 5:5d} s  {samples[-1]:6.1f} MB  {counts}", flush=True)
        await asyncio.sleep(5)
    await asyncio.gather(*tasks)
    upstream_server.close()
    return samples, counts


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--clients", type=int, default=60, help="of each of the four kinds")
    choices = parser.parse_args()

    folder = os.path.join(servers.ROOT, "target", "benchmark")
    os.makedirs(folder, exist_ok=True)
    processes = machine.Processes(folder)
    server = servers.Vorota("vorota-soak", 19212, 1, folder)
    if server.missing():
        sys.exit(f"{server.missing()} is missing.")
    try:
        server.process = processes.start(server.name, server.command(), server.environment())
        if not processes.wait_for_port(server.process, server.port):
            sys.exit("The gateway did not start: target/benchmark/vorota-soak.log.")
        samples, counts = asyncio.run(soak(server, choices.seconds, choices.clients))
    finally:
        processes.stop_all()

    third = max(1, len(samples) // 3)
    middle = statistics.median(samples[third : 2 * third])
    last = statistics.median(samples[-third:])
    print(f"median of the middle third {middle:.1f} MB, of the last {last:.1f} MB; {counts}")
    if last > 1.1 * middle or counts["failed"]:
        sys.exit("The memory is not flat, or an exchange failed.")


if __name__ == "__main__":
    main()
