package dev.vorota.app.chat;

import dev.vorota.chat.token.PublicKeys;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Sees to it that there is a key to sign with before the first login waits for one. */
@ApplicationScoped
class FirstKey {

  private static final Logger LOG = Logger.getLogger(FirstKey.class);

  void prepare(@Observes StartupEvent event, PublicKeys keys) {
    LOG.debugf("Tokens are verified with %s", keys.jwks());
  }
}
