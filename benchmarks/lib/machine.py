"""What processes and the machine have used, as Linux tells it."""

import os
import socket
import subprocess
import time

TICKS = os.sysconf("SC_CLK_TCK")


def tree(pid):
    """The process and all that descend from it."""
    found = [pid]
    try:
        for task in os.listdir(f"/proc/{pid}/task"):
            with open(f"/proc/{pid}/task/{task}/children") as children:
                for child in children.read().split():
                    found += tree(int(child))
    except OSError:
        pass
    return found


def cpu_seconds(pid):
    """User and system time so far."""
    total = 0
    for one in tree(pid):
        try:
            with open(f"/proc/{one}/stat") as stat:
                fields = stat.read().rsplit(")", 1)[1].split()
            total += int(fields[11]) + int(fields[12])
        except OSError:
            pass
    return total / TICKS


def resident_mb(pid):
    total = 0
    for one in tree(pid):
        try:
            with open(f"/proc/{one}/status") as status:
                total += sum(int(line.split()[1]) for line in status if line.startswith("VmRSS:"))
        except OSError:
            pass
    return total / 1024


def busy_seconds():
    """What all processes have used so far."""
    with open("/proc/stat") as stat:
        fields = [int(field) for field in stat.readline().split()[1:]]
    return (sum(fields[:3]) + sum(fields[5:8])) / TICKS


def wait_until_quiet(most_seconds=20):
    """Waits, but not for ever, until less than a tenth of the machine is in use."""
    deadline = time.monotonic() + most_seconds
    while time.monotonic() < deadline:
        before = busy_seconds()
        time.sleep(0.5)
        if (busy_seconds() - before) / 0.5 / os.cpu_count() < 0.1:
            return


def port_taken(port):
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
        return True
    except OSError:
        return False


class Processes:
    """The processes that this run has started, and no others."""

    def __init__(self, folder):
        self.folder = folder
        self.started = []

    def start(self, name, command, environment=None):
        log = open(os.path.join(self.folder, name + ".log"), "w")
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            env={**os.environ, **(environment or {})},
        )
        self.started.append(process)
        return process

    def wait_for_port(self, process, port, seconds=60):
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if process.poll() is not None:
                return False
            if port_taken(port):
                return True
            time.sleep(0.1)
        return False

    def stop(self, process):
        process.terminate()
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def stop_all(self):
        for process in self.started:
            if process.poll() is None:
                self.stop(process)
