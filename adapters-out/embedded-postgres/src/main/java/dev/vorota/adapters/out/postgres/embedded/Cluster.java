package dev.vorota.adapters.out.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The databases in a folder, and the server over them. */
final class Cluster {

  static final String USER = "vorota";
  static final String DATABASE = "postgres";

  private static final Duration CREATION = Duration.ofMinutes(2);

  /** Recovery from a crash is part of it. */
  private static final Duration START = Duration.ofMinutes(5);

  private static final Duration STOP = Duration.ofMinutes(1);

  /** What pg_ctl gets on top, to tell by itself that it waited in vain. */
  private static final Duration SLACK = Duration.ofSeconds(10);

  private final Path data;
  private final Path fresh;
  private final Path log;
  private final PasswordFile passwordFile;
  private final Programs programs;

  Cluster(Path folder, Programs programs) {
    this.data = folder.resolve("cluster");
    this.fresh = folder.resolve("cluster.new");
    this.log = folder.resolve("server.log");
    this.passwordFile = new PasswordFile(folder.resolve("password"));
    this.programs = programs;
  }

  String password() {
    return passwordFile.read();
  }

  /** Makes the databases unless they are there; one that was broken off is begun anew. */
  void create() {
    try {
      if (Files.exists(data)) {
        requireSameMajorVersion();
        return;
      }
      if (Files.exists(fresh)) {
        Distribution.remove(fresh);
      }
      passwordFile.create();
      require(
          programs.run(
              CREATION,
              "initdb",
              List.of(
                  "--pgdata=" + fresh,
                  "--username=" + USER,
                  "--pwfile=" + passwordFile.path(),
                  "--auth=scram-sha-256",
                  "--encoding=UTF8",
                  "--no-locale",
                  "--locale-provider=builtin",
                  "--builtin-locale=C.UTF-8")),
          "make a database in " + fresh);
      Files.move(fresh, data);
    } catch (IOException e) {
      throw new EmbeddedPostgresException("Can't make a database in " + data + ".", e);
    }
  }

  void start(int port) {
    String settings =
        "-c listen_addresses=127.0.0.1 -c port="
            + port
            + " -c unix_socket_directories= -c max_connections=60 -c shared_buffers=64MB"
            + " -c max_wal_size=256MB";
    require(control(START, "start", "--log=" + log, "--options=" + settings), "start; see " + log);
  }

  /** Ends the connections and stops the server; does nothing where it has stopped. */
  void stop() {
    Programs.Outcome outcome = control(STOP, "stop", "--mode=fast");
    if (LeftOver.in(data) == LeftOver.RUNNING) {
      require(outcome, "stop");
    }
  }

  /** Stops a server that runs in the folder; answers whether there was one. */
  boolean stopLeftOver() {
    return switch (LeftOver.in(data)) {
      case NONE -> false;
      case STALE_PID_FILE -> {
        LeftOver.forget(data);
        yield false;
      }
      case RUNNING -> {
        stop();
        yield true;
      }
    };
  }

  private Programs.Outcome control(Duration limit, String action, String... options) {
    List<String> arguments = new ArrayList<>();
    arguments.add(action);
    arguments.add("--pgdata=" + data);
    arguments.add("--wait");
    arguments.add("--timeout=" + limit.toSeconds());
    arguments.addAll(List.of(options));
    return programs.run(limit.plus(SLACK), "pg_ctl", arguments);
  }

  private static void require(Programs.Outcome outcome, String what) {
    if (!outcome.succeeded()) {
      throw new EmbeddedPostgresException(
          "PostgreSQL did not " + what + ": status " + outcome.status() + ", " + outcome.printed());
    }
  }

  private void requireSameMajorVersion() throws IOException {
    String held = Files.readString(data.resolve("PG_VERSION")).strip();
    String carried = Distribution.version();
    if (!carried.startsWith(held + ".")) {
      throw new EmbeddedPostgresException(
          "The folder "
              + data
              + " must be of PostgreSQL "
              + carried
              + ", but it is of "
              + held
              + "; dump it with its own version and restore it, or choose another folder.");
    }
  }
}
