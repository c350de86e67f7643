"""Compares the gateway with others as plain proxies before one upstream, all on the loopback interface of Linux.

Each round asks every server once, so that what disturbs the machine disturbs all alike; figures are medians,
ratios are medians of the ratios of the same round. Prints Markdown; the samples go to target/benchmark as
JSON lines.
"""

import argparse
import json
import os
import signal
import sys
import time

import machine
import report
import scenarios
import servers

REFERENCE = "nginx"


def main():
    choices = options()
    if choices.install:
        servers.install()
    folder = os.path.join(servers.ROOT, "target", "benchmark")
    os.makedirs(folder, exist_ok=True)
    processes = machine.Processes(folder)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that the processes are ended, too
    try:
        compare(choices, folder, processes)
    finally:
        processes.stop_all()


def options():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=8, help="of each sample")
    parser.add_argument("--warm", type=int, default=300_000, help="requests that a JVM gets before the first sample")
    parser.add_argument("--scenarios", default=",".join(scenarios.SCENARIOS), help="some of: %(default)s")
    parser.add_argument("--servers", default="", help="only these and the upstream, by name")
    parser.add_argument("--install", action="store_true", help="get the peers that are missing")
    return parser.parse_args()


def compare(choices, folder, processes):
    chosen = [scenarios.SCENARIOS[name] for name in choices.scenarios.split(",")]
    wanted = dict.fromkeys(name for scenario in chosen for name in scenario.servers)
    only = choices.servers.split(",") if choices.servers else wanted
    everything = servers.all_servers(folder)
    for port in [servers.ECHO] + [everything[name].port for name in wanted]:
        if machine.port_taken(port):
            sys.exit(f"Port {port} is in use: another run may be under way.")
    echo = processes.start("echo", [scenarios.compiled("websocket", folder), "echo", str(servers.ECHO)])
    started = {}
    for name in wanted:
        if name == "upstream" or name in only:
            start(everything[name], processes, started)
    print(f"{os.cpu_count()} cores, {time.strftime('%Y-%m-%d')}, {choices.rounds} rounds of {choices.seconds} s\n", flush=True)
    with open(os.path.join(folder, "samples.jsonl"), "a") as out:
        for scenario in chosen:
            names = [name for name in scenario.servers if name in started]
            samples = []
            for number in range(-1, choices.rounds):  # the first round warms
                for name in list(names):
                    try:
                        if number < 0:
                            warm(started[name], scenario, choices, folder)
                            continue
                        behind = [started["upstream"].process.pid, echo.pid]
                        sample = measure(started[name], scenario, number, choices.seconds, folder, behind)
                    except scenarios.LoadFailed as failure:
                        print(f"{name} is left out of {scenario.title}: {failure}", file=sys.stderr)
                        names.remove(name)
                        continue
                    samples.append(sample)
                    out.write(json.dumps(sample) + "\n")
                    out.flush()
            if samples and names:
                reference = REFERENCE if REFERENCE in names else names[0]
                print(report.table(scenario.title, samples, reference), flush=True)


def start(server, processes, started):
    missing = server.missing()
    if missing:
        print(f"{server.name} is left out: {missing} is missing (--install gets the peers).", file=sys.stderr)
        return
    server.process = processes.start(server.name, server.command(), server.environment())
    if processes.wait_for_port(server.process, server.port):
        started[server.name] = server
    else:
        print(f"{server.name} is left out: it did not start, see target/benchmark/{server.name}.log.", file=sys.stderr)


def warm(server, scenario, choices, folder):
    """A JVM is fast once its compilers have seen the path."""
    done = 0
    while not server.is_warm and done < choices.warm:
        done += scenarios.Throughput("warm", server.warm_path, 64).load(server, 5, folder)["requests"]
    server.is_warm = True
    scenario.load(server, choices.seconds, folder)


def measure(server, scenario, number, seconds, folder, behind):
    """One sample. What the server, those behind it and the load use is ours, all else is foreign."""
    machine.wait_until_quiet()
    ours = [server.process.pid] + [pid for pid in behind if pid != server.process.pid]
    busy, clock, used = machine.busy_seconds(), time.monotonic(), [machine.cpu_seconds(pid) for pid in ours]
    children = os.times()
    told = scenario.load(server, seconds, folder)
    now = os.times()
    spent = [machine.cpu_seconds(pid) - before for pid, before in zip(ours, used)]
    load = now.children_user + now.children_system - children.children_user - children.children_system
    known = load + sum(spent)
    available = (time.monotonic() - clock) * os.cpu_count()
    return {
        "scenario": scenario.title,
        "server": server.name,
        "round": number,
        "cpu": spent[0] * 100_000 / max(1, told["requests"]),
        "rss_mb": machine.resident_mb(server.process.pid),
        "foreign": max(0.0, (machine.busy_seconds() - busy - known) / available),
        **told,
    }


if __name__ == "__main__":
    main()
