package dev.vorota.system.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The system's own Chromium. It belongs to the thread that starts it. */
final class Chromium implements AutoCloseable {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Starts the one that {@code VOROTA_CHROMIUM} names, else the first on the PATH. */
  static Chromium start() {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    playwright.selectors().setTestIdAttribute("data-test");
    return new Chromium(
        playwright,
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(executable())
                    .setArgs(List.of("--no-sandbox", "--disable-background-networking"))));
  }

  /** A browser of a person's own: nothing is shared with another's. */
  Visitor visitor(URI gateway) {
    return visitor(gateway, new Browser.NewContextOptions().setLocale("en-GB"));
  }

  /** A browser of a person's own, with this window, language and colours. */
  Visitor visitor(URI gateway, Browser.NewContextOptions options) {
    return new Visitor(browser.newContext(options.setBaseURL(gateway.toString())));
  }

  @Override
  public void close() {
    playwright.close();
  }

  private static Path executable() {
    String named = System.getenv("VOROTA_CHROMIUM");
    if (named != null) {
      return Path.of(named);
    }
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("No Chromium on the PATH: set VOROTA_CHROMIUM."));
  }
}
