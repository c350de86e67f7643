package dev.vorota.adapters.in.gateway.yaml;

import dev.vorota.adapters.in.gateway.yaml.document.Problems;
import dev.vorota.adapters.in.gateway.yaml.shape.Fields;
import dev.vorota.adapters.in.gateway.yaml.shape.Given;
import dev.vorota.gateway.access.AddressBlocks;
import dev.vorota.gateway.access.TrustedProxies;
import dev.vorota.gateway.config.GatewayConfig;
import dev.vorota.gateway.config.TokenIssuer;
import dev.vorota.gateway.ratelimit.RateLimit;
import dev.vorota.gateway.routing.LimitProfile;
import dev.vorota.gateway.routing.RouteTable;
import dev.vorota.gateway.upstream.Upstream;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the configuration from what a document gives. */
final class ConfigReader {

  private static final String KEYS_EXPECTED = "Expected an http or https URL: ";

  private final FileSource files;
  private final Problems problems;
  private final Attempt attempt;
  private final Declared<LimitProfile> limits;
  private final Declared<Upstream> upstreams;

  ConfigReader(FileSource files, Problems problems) {
    this.files = files;
    this.problems = problems;
    this.attempt = new Attempt(problems);
    this.limits = new Declared<>("a limit", problems);
    this.upstreams = new Declared<>("an upstream", problems);
  }

  /** The configuration, or null where there are problems. */
  @Nullable GatewayConfig read(Fields document) {
    List<Given.Text> proxies = document.texts("trusted_proxies");
    attempt.each(proxies, block -> AddressBlocks.of(List.of(block)));
    TokenIssuer tokens = tokens(document.section("tokens"));
    document.named("limits").forEach(each -> limits.put(each.name(), limit(each)));
    UpstreamReader upstream = new UpstreamReader(files.small(), problems);
    document.named("upstreams").forEach(each -> upstreams.put(each.name(), upstream.read(each)));
    RateLimit anonymous = anonymous(document.text("anonymous_limit"));
    RouteReader route =
        new RouteReader(
            limits,
            document.has("tokens"),
            new MatchReader(problems),
            new ActionReader(upstreams, files, problems),
            problems);
    RouteTable routes = new RoutesReader(route, problems).read(document.sections("routes"));
    if (!problems.isEmpty()) {
      return null;
    }
    return new GatewayConfig(
        TrustedProxies.of(proxies.stream().map(Given.Text::text).toList()),
        tokens,
        anonymous,
        List.copyOf(upstreams.whole().values()),
        CacheReader.limits(document.section("cache")),
        routes);
  }

  private @Nullable TokenIssuer tokens(@Nullable Fields tokens) {
    if (tokens == null) {
      return null;
    }
    Given.Text issuer = tokens.text("issuer");
    URI keys = attempt.of(tokens.text("keys"), ConfigReader::keys);
    return issuer == null || keys == null ? null : new TokenIssuer(issuer.text(), keys);
  }

  private static URI keys(String text) {
    URI keys;
    try {
      keys = URI.create(text);
    } catch (IllegalArgumentException malformed) {
      throw new IllegalArgumentException(KEYS_EXPECTED + text + ".", malformed);
    }
    boolean web = "http".equals(keys.getScheme()) || "https".equals(keys.getScheme());
    if (!web || keys.getHost() == null) {
      throw new IllegalArgumentException(KEYS_EXPECTED + text + ".");
    }
    return keys;
  }

  private static @Nullable LimitProfile limit(Given.Name declared) {
    if (!(declared.value() instanceof Fields limit)) {
      return null;
    }
    Given.Whole rate = limit.whole("rate");
    Given.Whole burst = limit.whole("burst");
    Given.Text per = limit.text("per");
    if (rate == null || burst == null || per == null) {
      return null;
    }
    return new LimitProfile(
        new RateLimit(declared.name(), (int) rate.value(), (int) burst.value()),
        "user".equals(per.text()) ? LimitProfile.Key.PRINCIPAL : LimitProfile.Key.CLIENT_ADDRESS);
  }

  private @Nullable RateLimit anonymous(Given.@Nullable Text name) {
    LimitProfile profile = limits.find(name);
    if (name == null || profile == null) {
      return null;
    }
    if (profile.key() != LimitProfile.Key.CLIENT_ADDRESS) {
      name.refuse(problems, "expected a limit per address: refused requests have no user");
    }
    return profile.limit();
  }
}
