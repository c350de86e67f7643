package dev.vorota.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.system.process.ProcessFolder;
import dev.vorota.system.process.SharedVorota;
import dev.vorota.system.process.Vorota;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The script that README's quick start shows. */
@ExtendWith(SharedVorota.class)
final class QuickStartIT {

  @Test
  void scriptRegistersLogsInSendsAndReadsBack(Vorota vorota) throws Exception {
    Path output = ProcessFolder.create("quickstart").resolve("output.log");
    Process script =
        new ProcessBuilder("../scripts/quickstart", vorota.address().toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();

    assertThat(script.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(output)).contains("The history holds it");
    assertThat(script.exitValue()).isZero();
  }
}
