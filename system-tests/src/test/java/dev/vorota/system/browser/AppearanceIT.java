package dev.vorota.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import dev.vorota.system.client.Api;
import dev.vorota.system.client.Picture;
import dev.vorota.system.process.SharedVorota;
import dev.vorota.system.process.Vorota;
import java.awt.Color;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page in both themes, both languages and at a phone's width, left as screenshots. */
@ExtendWith(SharedVorota.class)
final class AppearanceIT {

  private static final String BACKGROUND =
      "getComputedStyle(document.documentElement).backgroundColor + ' / ' + getComputedStyle(document.body).backgroundColor";
  private static final String OVERFLOW =
      "document.documentElement.scrollWidth - document.documentElement.clientWidth";

  private static Chromium chromium;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    chromium.close();
  }

  @ParameterizedTest
  @CsvSource({
    "wide, LIGHT, en-GB, 1280, 800",
    "wide, DARK, en-GB, 1280, 800",
    "wide, LIGHT, ru-RU, 1280, 800",
    "phone, LIGHT, en-GB, 360, 740",
    "phone, DARK, ru-RU, 360, 740"
  })
  void pagesFitTheWindow(
      String window, ColorScheme scheme, String locale, int width, int height, Vorota vorota) {
    String suffix =
        "-%s-%s-%s".formatted(window, scheme, locale.substring(0, 2)).toLowerCase(Locale.ROOT);
    NewContextOptions options =
        new NewContextOptions()
            .setLocale(locale)
            .setColorScheme(scheme)
            .setViewportSize(width, height);
    try (Visitor visitor = chromium.visitor(vorota.address(), options)) {
      for (String page : List.of("", "login", "register")) {
        visitor.page().navigate("/" + page);
        assertFits(visitor);
        visitor.takeScreenshot((page.isEmpty() ? "landing" : page) + suffix);
      }
      visitor.register(Api.freshName("anna"));
      visitor.changeAvatar(Picture.png(300, 300, Color.CYAN));
      visitor.write("The gate stands open.");
      visitor.write(
          "https://example.org/a-rather-long-address/that-has-to-break-somewhere/or-else");
      assertThat(visitor.at("message").last()).hasAttribute("data-state", "sent");
      assertFits(visitor);
      visitor.takeScreenshot("chat" + suffix);
    }
  }

  @Test
  void themeCanBeSwitchedAndIsRemembered(Vorota vorota) {
    NewContextOptions light = new NewContextOptions().setColorScheme(ColorScheme.LIGHT);
    try (Visitor visitor = chromium.visitor(vorota.address(), light)) {
      visitor.page().navigate("/login");
      Object before = visitor.page().evaluate(BACKGROUND);

      visitor.at("theme-toggle").click();
      Object after = visitor.page().evaluate(BACKGROUND);
      visitor.page().reload();

      assertThat(after).isNotEqualTo(before);
      assertThat(visitor.page().evaluate(BACKGROUND)).isEqualTo(after);
    }
  }

  private static void assertFits(Visitor visitor) {
    assertThat(visitor.page().evaluate(OVERFLOW)).as("pixels too wide").isEqualTo(0);
  }
}
