package dev.vorota.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.vorota.system.client.Api;
import dev.vorota.system.process.Vorota;
import org.junit.jupiter.api.Test;

/** The gateway goes away and comes back, with the limits that it has by default. */
final class LostConnectionIT {

  private static final double PATIENCE_MS = 45_000;

  @Test
  void lostConnectionIsShownAndResumedWithNothingLostOrDoubled() {
    try (Vorota vorota = Vorota.start("lost-connection");
        Chromium chromium = Chromium.start();
        Visitor anna = chromium.visitor(vorota.address());
        Visitor boris = chromium.visitor(vorota.address())) {
      anna.register(Api.freshName("anna"));
      boris.register(Api.freshName("boris"));
      anna.write("Before");
      boris.seesOnce("Before", "sent");

      vorota.gateway().terminate();

      assertThat(anna.at("offline-banner")).isVisible(patient());
      assertThat(boris.at("offline-banner")).isVisible(patient());
      anna.write("While away");
      anna.seesOnce("While away", "sending");
      anna.takeScreenshot("chat-offline");

      vorota.restartGateway();

      assertThat(anna.at("offline-banner")).isHidden(hiddenPatiently());
      assertThat(boris.at("offline-banner")).isHidden(hiddenPatiently());
      anna.seesOnce("While away", "sent");
      boris.seesOnce("While away", "sent");
      boris.write("After");
      anna.seesOnce("After", "sent");
      anna.seesOnce("Before", "sent");
    }
  }

  @Test
  void messageWrittenWhileTheChatIsDeadArrivesOnceEvenAfterAReload() {
    try (Vorota vorota = Vorota.start("dead-chat");
        Chromium chromium = Chromium.start();
        Visitor anna = chromium.visitor(vorota.address())) {
      anna.register(Api.freshName("anna"));
      vorota.chat().kill();
      assertThat(anna.at("offline-banner")).isVisible(patient());
      anna.write("Kept through a reload");
      anna.seesOnce("Kept through a reload", "sending");

      anna.page().reload();
      vorota.restartChat();

      assertThat(anna.at("offline-banner")).isHidden(hiddenPatiently());
      assertThat(anna.message("Kept through a reload")).hasCount(1);
      assertThat(anna.message("Kept through a reload"))
          .hasAttribute(
              "data-state",
              "sent",
              new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE_MS));
      anna.page().reload();
      anna.inChat().seesOnce("Kept through a reload", "sent");
    }
  }

  private static LocatorAssertions.IsVisibleOptions patient() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MS);
  }

  private static LocatorAssertions.IsHiddenOptions hiddenPatiently() {
    return new LocatorAssertions.IsHiddenOptions().setTimeout(PATIENCE_MS);
  }
}
