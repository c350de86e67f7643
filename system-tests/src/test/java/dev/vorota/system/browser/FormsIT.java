package dev.vorota.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import dev.vorota.system.client.Api;
import dev.vorota.system.process.SharedVorota;
import dev.vorota.system.process.Vorota;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Forms say what is wrong, where it is wrong. */
@ExtendWith(SharedVorota.class)
final class FormsIT {

  private static final Pattern ANY_TEXT = Pattern.compile(".+");

  private static Chromium chromium;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    chromium.close();
  }

  @Test
  void takenNameIsToldByTheServerAtTheForm(Vorota vorota) {
    String name = Api.freshName("taken");
    try (Api api = new Api(vorota.address());
        Visitor visitor = chromium.visitor(vorota.address())) {
      api.register(name, Api.PASSWORD).expect(201);

      visitor.page().navigate("/register");
      visitor.at("username").fill(name);
      visitor.at("password").fill(Api.PASSWORD);
      visitor.at("submit").click();

      assertThat(visitor.at("field-error-username")).hasText(ANY_TEXT);
      assertThat(visitor.at("username")).hasValue(name);
    }
  }

  @Test
  void shortPasswordIsToldAtItsField(Vorota vorota) {
    try (Visitor visitor = chromium.visitor(vorota.address())) {
      visitor.page().navigate("/register");
      visitor.at("username").fill(Api.freshName("short"));
      visitor.at("password").fill("short");
      visitor.at("submit").click();

      assertThat(visitor.at("field-error-password")).hasText(ANY_TEXT);
    }
  }

  @Test
  void wrongPasswordIsToldWithoutSayingWhetherTheNameExists(Vorota vorota) {
    String name = Api.freshName("known");
    try (Api api = new Api(vorota.address());
        Visitor visitor = chromium.visitor(vorota.address())) {
      api.register(name, Api.PASSWORD).expect(201);

      String known = complaintAbout(visitor, name);
      String unknown = complaintAbout(visitor, Api.freshName("unknown"));

      assertThat(known).isNotBlank().isEqualTo(unknown);
    }
  }

  @Test
  void formsSpeakRussianToWhoeverReadsRussian(Vorota vorota) {
    NewContextOptions russian = new NewContextOptions().setLocale("ru-RU");
    try (Visitor visitor = chromium.visitor(vorota.address(), russian)) {
      visitor.page().navigate("/login");

      assertThat(visitor.page().locator("html")).hasAttribute("lang", "ru");
      assertThat(visitor.at("submit")).hasText(Pattern.compile("[А-я]+"));
      visitor.at("language-toggle").click();
      assertThat(visitor.page().locator("html")).hasAttribute("lang", "en");
      visitor.page().reload();
      assertThat(visitor.page().locator("html")).hasAttribute("lang", "en");
    }
  }

  @Test
  void whoIsNotLoggedInIsLedToTheLogin(Vorota vorota) {
    try (Visitor visitor = chromium.visitor(vorota.address())) {
      visitor.page().navigate("/chat");

      visitor.page().waitForURL(Pattern.compile(".*/login.*"));
    }
  }

  private static String complaintAbout(Visitor visitor, String name) {
    visitor.page().navigate("/login");
    visitor.at("username").fill(name);
    visitor.at("password").fill("surely the wrong one");
    visitor.at("submit").click();
    assertThat(visitor.at("form-error")).hasText(ANY_TEXT);
    return visitor.at("form-error").innerText();
  }
}
