package dev.vorota.adapters.in.gateway.yaml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Reads certificates and keys from files in the textual form of RFC 7468 (PEM). */
final class PemFiles {

  private static final String KEY_BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String KEY_END = "-----END PRIVATE KEY-----";
  private static final String CERTIFICATES_EXPECTED =
      "Expected a file with certificates (BEGIN CERTIFICATE): ";
  private static final String KEY_EXPECTED =
      "Expected a file with one key in PKCS #8 without a password (BEGIN PRIVATE KEY): ";
  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

  private final SmallFiles files;

  PemFiles(SmallFiles files) {
    this.files = files;
  }

  /**
   * All certificates of a file.
   *
   * @throws IllegalArgumentException if there is none
   */
  List<X509Certificate> certificates(String location) {
    List<X509Certificate> all = new ArrayList<>();
    byte[] octets = octets(location);
    try {
      for (Certificate one :
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(octets))) {
        all.add((X509Certificate) one);
      }
    } catch (CertificateException malformed) {
      throw new IllegalArgumentException(CERTIFICATES_EXPECTED + location + ".", malformed);
    }
    if (all.isEmpty()) {
      throw new IllegalArgumentException(CERTIFICATES_EXPECTED + location + ".");
    }
    return all;
  }

  /**
   * The key of a file.
   *
   * @throws IllegalArgumentException if there is none
   */
  PrivateKey key(String location) {
    String text = new String(octets(location), ISO_8859_1);
    int begin = text.indexOf(KEY_BEGIN);
    int end = text.indexOf(KEY_END, begin + 1);
    if (begin < 0 || end < 0) {
      throw new IllegalArgumentException(KEY_EXPECTED + location + ".");
    }
    try {
      byte[] encoded =
          Base64.getMimeDecoder().decode(text.substring(begin + KEY_BEGIN.length(), end));
      return decoded(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException | IllegalArgumentException _) {
      // what exactly is wrong might show a part of the key
      throw new IllegalArgumentException(KEY_EXPECTED + location + ".");
    }
  }

  private static PrivateKey decoded(PKCS8EncodedKeySpec spec) throws GeneralSecurityException {
    for (String algorithm : ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(spec);
      } catch (InvalidKeySpecException _) {
        // it is one of another algorithm
      }
    }
    throw new InvalidKeySpecException("None of " + ALGORITHMS + ".");
  }

  /** Whether a key is that of a certificate: what it signs, the certificate confirms. */
  static boolean belongTogether(PrivateKey key, X509Certificate certificate) {
    String algorithm =
        switch (key.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> "EdDSA";
        };
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      byte[] signed = signature.sign();
      signature.initVerify(certificate.getPublicKey());
      return signature.verify(signed);
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  private byte[] octets(String location) {
    try {
      return files.read(location);
    } catch (IOException | InvalidPathException unreadable) {
      throw new IllegalArgumentException(
          "Expected a file that can be read: " + location + ".", unreadable);
    }
  }
}
