package dev.vorota.parts;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** S3Proxy over a folder: what there always is, since Maven brings it. */
record S3Proxy() implements S3Software {

  @Override
  public String name() {
    return "S3Proxy";
  }

  @Override
  public List<String> command(S3Settings settings) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx256m",
        "-cp",
        classPath(),
        "org.gaul.s3proxy.Main",
        "--properties",
        properties(settings).toString());
  }

  @Override
  public String healthPath() {
    return "/healthz";
  }

  /** Written by the build, so that its libraries never meet those of the tests. */
  private static String classPath() {
    try (InputStream list = S3Proxy.class.getResourceAsStream("s3proxy.classpath")) {
      return new String(
              requireNonNull(list, "s3proxy.classpath").readAllBytes(), StandardCharsets.UTF_8)
          .strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path properties(S3Settings settings) {
    String lines =
        """
        s3proxy.endpoint=%s
        s3proxy.authorization=aws-v2-or-v4
        s3proxy.identity=%s
        s3proxy.credential=%s
        jclouds.provider=filesystem-nio2
        jclouds.filesystem.basedir=%s
        """
            .formatted(
                settings.endpoint(), settings.accessKey(), settings.secretKey(), settings.data());
    try {
      return Files.writeString(settings.folder().resolve("s3proxy.properties"), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
