package dev.vorota.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.FilePayload;
import dev.vorota.system.client.Api;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A person at a browser: what they see and do on the pages. */
final class Visitor implements AutoCloseable {

  private static final Path SCREENSHOTS = Path.of("../target/screenshots");
  private static final Pattern CHAT = Pattern.compile(".*/chat$");

  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();
  private final List<String> requested = new ArrayList<>();

  Visitor(BrowserContext context) {
    this.context = context;
    this.page = context.newPage();
    page.onConsoleMessage(this::keepComplaint);
    page.onPageError(complaints::add);
    page.onRequest((Request request) -> requested.add(request.url()));
    page.onWebSocket(socket -> requested.add(socket.url()));
  }

  Page page() {
    return page;
  }

  /** What the browser's console complained about: errors of scripts and of the content policy. */
  List<String> complaints() {
    return complaints;
  }

  /** The address of each request and each WebSocket of the page. */
  List<String> requested() {
    return requested;
  }

  /** The element that a test knows by this name. */
  Locator at(String name) {
    return page.getByTestId(name);
  }

  /** Registers under the name, which brings the person into the chat. */
  Visitor register(String username) {
    page.navigate("/register");
    at("username").fill(username);
    at("password").fill(Api.PASSWORD);
    at("submit").click();
    return inChat();
  }

  Visitor logIn(String username) {
    page.navigate("/login");
    at("username").fill(username);
    at("password").fill(Api.PASSWORD);
    at("submit").click();
    return inChat();
  }

  /** Waits until the chat is open and its socket connected. */
  Visitor inChat() {
    page.waitForURL(CHAT);
    assertThat(at("message-list")).isVisible();
    assertThat(at("offline-banner")).isHidden();
    return this;
  }

  void write(String text) {
    at("composer").fill(text);
    at("composer").press("Enter");
  }

  /** The message with this text. */
  Locator message(String text) {
    return at("message").filter(new Locator.FilterOptions().setHasText(text));
  }

  /** Waits until exactly one message has this text and this state. */
  void seesOnce(String text, String state) {
    assertThat(message(text)).hasCount(1);
    assertThat(message(text)).hasAttribute("data-state", state);
  }

  /** Chooses a picture, saves it as the avatar, sees it, and comes back to the room. */
  void changeAvatar(byte[] png) {
    if (at("back").isVisible()) {
      at("back").click();
    }
    at("profile-open").click();
    at("avatar-file").setInputFiles(new FilePayload("me.png", "image/png", png));
    at("avatar-save").click();
    assertThat(at("avatar-remove")).isVisible();
    at("profile-close").click();
    assertThat(at("me-avatar").locator("img")).isVisible();
    if (!at("composer").isVisible()) {
      at("room-general").click();
    }
  }

  /** Leaves a picture of what is on the screen in {@code target/screenshots}. */
  void takeScreenshot(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
  }

  @Override
  public void close() {
    context.close();
  }

  private void keepComplaint(ConsoleMessage message) {
    if (message.type().equals("error")) {
      complaints.add(message.text());
    }
  }
}
