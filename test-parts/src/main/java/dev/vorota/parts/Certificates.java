package dev.vorota.parts;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Certificates that the JDK's own tool makes once for all tests of a process: {@code ca} vouches
 * for {@code server} (127.0.0.1 and upstream.test), {@code other} (other.test) and {@code client}.
 */
public final class Certificates {

  private static final String PASSWORD = "changeit";
  private static final KeyStore ALL = make();

  private Certificates() {}

  /** Who vouches for the others. */
  public static X509Certificate authority() {
    return chain("ca").getFirst();
  }

  public static PrivateKey key(String name) {
    try {
      return (PrivateKey) ALL.getKey(name, PASSWORD.toCharArray());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The certificate of the key first. */
  public static List<X509Certificate> chain(String name) {
    try {
      return Arrays.stream(ALL.getCertificateChain(name)).map(X509Certificate.class::cast).toList();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A certificate with those who vouch for it, as text (RFC 7468). */
  public static String chainText(String name) {
    StringBuilder text = new StringBuilder();
    try {
      for (X509Certificate one : chain(name)) {
        text.append(text("CERTIFICATE", one.getEncoded()));
      }
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
    return text.toString();
  }

  /** A key as text (RFC 7468). */
  public static String keyText(String name) {
    return text("PRIVATE KEY", key(name).getEncoded());
  }

  /** TLS of a server that shows itself by this name, and knows whom the authority vouches for. */
  public static SSLContext server(String name) throws GeneralSecurityException, IOException {
    KeyStore own = KeyStore.getInstance("PKCS12");
    own.load(null, null);
    own.setKeyEntry(
        name, key(name), PASSWORD.toCharArray(), chain(name).toArray(Certificate[]::new));
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(own, PASSWORD.toCharArray());
    KeyStore authorities = KeyStore.getInstance("PKCS12");
    authorities.load(null, null);
    authorities.setCertificateEntry("ca", authority());
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(authorities);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private static String text(String kind, byte[] octets) {
    String encoded = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(octets);
    return "-----BEGIN " + kind + "-----\n" + encoded + "\n-----END " + kind + "-----\n";
  }

  private static KeyStore make() {
    try {
      Path folder = Files.createTempDirectory("certificates");
      Path store = folder.resolve("all.p12");
      keytool(store, "ca", "-ext", "bc:c");
      keytool(store, "server", "-signer", "ca", "-ext", "san=ip:127.0.0.1,dns:upstream.test");
      keytool(store, "other", "-signer", "ca", "-ext", "san=dns:other.test");
      keytool(store, "client", "-signer", "ca");
      KeyStore all = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(store)) {
        all.load(in, PASSWORD.toCharArray());
      }
      Files.delete(store);
      Files.delete(folder);
      return all;
    } catch (IOException | GeneralSecurityException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static void keytool(Path store, String name, String... more)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-genkeypair", "-alias", name, "-dname", "CN=" + name, "-keyalg", "EC"));
    command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12"));
    command.addAll(List.of("-storepass", PASSWORD, "-validity", "2"));
    command.addAll(List.of(more));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException("keytool must make a certificate: " + command + ".");
    }
  }
}
