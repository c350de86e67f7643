package dev.vorota.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.vorota.system.client.Api;
import dev.vorota.system.client.Picture;
import dev.vorota.system.process.SharedVorota;
import dev.vorota.system.process.Vorota;
import java.awt.Color;
import java.net.URI;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rows A1 to A4 with eyes and hands: register, log in, chat, change the avatar. */
@ExtendWith(SharedVorota.class)
final class FirstVisitIT {

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
  void personRegistersWritesReloadsAndLogsInAgain(Vorota vorota) {
    String name = Api.freshName("anna");
    String text = "Hello from " + name;
    try (Visitor anna = chromium.visitor(vorota.address())) {
      anna.page().navigate("/");
      anna.at("to-register").click();
      anna.register(name);
      anna.write(text);
      anna.seesOnce(text, "sent");

      anna.page().reload();
      anna.inChat().seesOnce(text, "sent");

      anna.at("logout").click();
      anna.page().waitForURL(Pattern.compile(".*/(login)?$"));
      anna.logIn(name).seesOnce(text, "sent");
    }
  }

  @Test
  void twoPeopleReadEachOtherAtOnceAndSeeANewAvatar(Vorota vorota) {
    String text = "Hello, Boris " + Api.freshName("m");
    try (Visitor anna = chromium.visitor(vorota.address());
        Visitor boris = chromium.visitor(vorota.address())) {
      anna.register(Api.freshName("anna"));
      boris.register(Api.freshName("boris"));

      anna.write(text);
      boris.seesOnce(text, "sent");
      String reply = "Hello, Anna " + Api.freshName("m");
      boris.write(reply);
      anna.seesOnce(reply, "sent");

      anna.changeAvatar(Picture.png(300, 300, Color.MAGENTA));
      String again = "With a face " + Api.freshName("m");
      anna.write(again);
      boris.seesOnce(again, "sent");
      assertThat(boris.page().locator("img[src^='blob:']").last()).isVisible();
    }
  }

  @Test
  void browserTalksToTheGatewayAloneAndComplainsOfNothing(Vorota vorota) {
    URI gateway = vorota.address();
    try (Visitor anna = chromium.visitor(gateway)) {
      anna.register(Api.freshName("anna"));
      anna.write("Anything " + Api.freshName("m"));
      assertThat(anna.at("message").last()).hasAttribute("data-state", "sent");

      assertThat(anna.requested())
          .isNotEmpty()
          .anyMatch(url -> url.equals("ws://" + gateway.getAuthority() + "/ws"))
          .allMatch(
              url ->
                  url.startsWith("blob:")
                      || URI.create(url).getAuthority().equals(gateway.getAuthority()));
      assertThat(anna.complaints()).isEmpty();
    }
  }

  @Test
  void textOfAnotherIsShownAndNeverRun(Vorota vorota) {
    String attack = "<img src=x onerror=document.title='broken'> <b>" + Api.freshName("m") + "</b>";
    try (Visitor anna = chromium.visitor(vorota.address())) {
      anna.register(Api.freshName("anna"));
      anna.write(attack);

      anna.seesOnce(attack, "sent");
      assertThat(anna.message(attack).locator("b")).hasCount(0);
      assertThat(anna.page().title()).doesNotContain("broken");
    }
  }

  @Test
  void messagesAreALogAndTheKeyboardReachesEverything(Vorota vorota) {
    try (Visitor anna = chromium.visitor(vorota.address())) {
      anna.register(Api.freshName("anna"));

      assertThat(anna.page().getByRole(AriaRole.LOG)).isVisible();
      anna.at("composer").focus();
      anna.page().keyboard().type("By keyboard " + anna.page().url().length());
      anna.page().keyboard().press("Shift+Enter");
      anna.page().keyboard().type("second line");
      anna.page().keyboard().press("Enter");
      assertThat(anna.message("second line")).hasCount(1);
      Locator unnamed =
          anna.page()
              .getByRole(
                  AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^$")));
      assertThat(unnamed).hasCount(0);
    }
  }
}
