package dev.vorota.app.chat;

import dev.vorota.chat.avatar.AvatarStore;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Says at start which storage is used. */
@ApplicationScoped
class StorageNotice {

  private static final Logger LOG = Logger.getLogger(StorageNotice.class);

  void tell(
      @Observes StartupEvent event,
      @ConfigProperty(name = "vorota.chat.database") String database,
      AvatarStore avatars) {
    LOG.infof(
        "Messages are kept in %s, avatars in %s.", withoutQuery(database), avatars.description());
  }

  /** The query of a JDBC address may hold a password. */
  private static String withoutQuery(String address) {
    int query = address.indexOf('?');
    return query < 0 ? address : address.substring(0, query);
  }
}
