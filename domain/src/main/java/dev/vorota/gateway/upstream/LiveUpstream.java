package dev.vorota.gateway.upstream;

import dev.vorota.gateway.endpoint.EndpointHealth;
import dev.vorota.gateway.endpoint.Roster;
import java.util.List;

/**
 * A service behind the gateway as it has come to be known: what is declared of it, and how its
 * endpoints do. All event loops share it.
 */
public final class LiveUpstream implements Roster {

  private final Upstream declared;
  private final List<EndpointHealth> members;

  LiveUpstream(Upstream declared) {
    this.declared = declared;
    this.members = declared.members().stream().map(EndpointHealth::new).toList();
  }

  public Upstream declared() {
    return declared;
  }

  @Override
  public List<EndpointHealth> members() {
    return members;
  }

  @Override
  public int version() {
    return 0;
  }
}
