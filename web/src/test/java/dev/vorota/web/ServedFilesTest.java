package dev.vorota.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * What the gateway serves to browsers: whole, cacheable, and fit for the content security policy.
 */
final class ServedFilesTest {

  private static final Pattern REFERENCE = Pattern.compile("(?:href|src)=\"(/[^\"]*)\"");
  private static final Pattern ASSET = Pattern.compile("/assets/[a-z]+-[0-9a-f]{16}\\.[a-z]+");
  private static final int CHAT_BUDGET = 60_000;

  @Test
  void servesThePagesAtTheirPaths() {
    assertThat(ServedFile.pages())
        .extracting(ServedFile::path)
        .containsExactlyInAnyOrder("/", "/login", "/register", "/chat");
  }

  @Test
  void givesEveryVariantAStrongETagOfItsOwn() {
    List<String> etags = ServedFile.variants().stream().map(ServedFile::etag).toList();
    assertThat(etags).doesNotHaveDuplicates().allMatch(etag -> etag.matches("\"[0-9a-f]{16}\""));
  }

  @Test
  void namesEveryAssetByItsContent() {
    assertThat(ServedFile.assets())
        .allSatisfy(
            asset -> {
              assertThat(asset.path()).matches(ASSET);
              assertThat(asset.path()).contains(asset.etag().replace("\"", ""));
            });
  }

  @Test
  void keepsEveryTextInBothCodingsAndSmaller() {
    assertThat(ServedFile.all())
        .allSatisfy(
            plain -> {
              List<ServedFile> coded =
                  ServedFile.variants().stream()
                      .filter(file -> file.path().equals(plain.path()) && !file.equals(plain))
                      .toList();
              assertThat(coded).extracting(ServedFile::coding).containsExactly("br", "gzip");
              for (ServedFile file : coded) {
                assertThat(file.octets()).hasSizeLessThan(plain.octets().length);
                assertThat(decoded(file)).isEqualTo(plain.octets());
                assertThat(file.mediaType()).isEqualTo(plain.mediaType());
              }
            });
  }

  @Test
  void refersOnlyToWhatIsServed() {
    List<String> served = ServedFile.all().stream().map(ServedFile::path).toList();
    assertThat(ServedFile.pages())
        .allSatisfy(page -> assertThat(references(page)).isNotEmpty().isSubsetOf(served));
  }

  @Test
  void servesNoAssetThatNothingRefersTo() {
    String texts = String.join("\n", ServedFile.all().stream().map(ServedFile::content).toList());
    assertThat(ServedFile.assets()).allSatisfy(asset -> assertThat(texts).contains(asset.path()));
  }

  @Test
  void hasNothingInlineThatThePolicyForbids() {
    assertThat(ServedFile.pages())
        .allSatisfy(
            page ->
                assertThat(page.content())
                    .doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=|javascript:")
                    .doesNotContainPattern("<script(?![^>]*\\ssrc=\"/assets/)"));
  }

  @Test
  void namesAnIconSoThatBrowsersDoNotAskForOne() {
    assertThat(ServedFile.pages())
        .allSatisfy(
            page -> assertThat(page.content()).contains("<link rel=\"icon\" href=\"/assets/"));
  }

  @Test
  void keepsTheChatWithinItsBudget() {
    ServedFile chat =
        ServedFile.pages().stream()
            .filter(page -> page.path().equals("/chat"))
            .findFirst()
            .orElseThrow();
    List<String> used = references(chat);
    int size =
        ServedFile.assets().stream()
            .filter(asset -> used.contains(asset.path()))
            .filter(asset -> asset.path().matches(".*\\.(js|css)"))
            .mapToInt(asset -> asset.content().getBytes(StandardCharsets.UTF_8).length)
            .sum();
    assertThat(size).isBetween(1, CHAT_BUDGET);
  }

  private static List<String> references(ServedFile page) {
    return REFERENCE.matcher(page.content()).results().map(match -> match.group(1)).toList();
  }

  private static byte[] decoded(ServedFile file) throws IOException {
    Brotli4jLoader.ensureAvailability();
    InputStream octets = new ByteArrayInputStream(file.octets());
    try (InputStream in =
        file.coding().equals("br") ? new BrotliInputStream(octets) : new GZIPInputStream(octets)) {
      return in.readAllBytes();
    }
  }
}
