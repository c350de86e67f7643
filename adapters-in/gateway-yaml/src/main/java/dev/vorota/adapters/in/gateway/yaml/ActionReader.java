package dev.vorota.adapters.in.gateway.yaml;

import dev.vorota.adapters.in.gateway.yaml.document.Problems;
import dev.vorota.adapters.in.gateway.yaml.shape.Fields;
import dev.vorota.adapters.in.gateway.yaml.shape.Given;
import dev.vorota.gateway.files.Folder;
import dev.vorota.gateway.files.FolderException;
import dev.vorota.gateway.files.StaticFiles;
import dev.vorota.gateway.resilience.ForwardPolicy;
import dev.vorota.gateway.rewrite.HeaderChanges;
import dev.vorota.gateway.rewrite.HostPolicy;
import dev.vorota.gateway.rewrite.PathRewrite;
import dev.vorota.gateway.rewrite.TextTemplate;
import dev.vorota.gateway.routing.Action;
import dev.vorota.gateway.routing.HostPattern;
import dev.vorota.gateway.routing.RouteMatch;
import dev.vorota.gateway.upstream.Upstream;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes what a route does. */
final class ActionReader {

  private static final Set<Long> REDIRECTS = Set.of(301L, 302L, 303L, 307L, 308L);

  private final Declared<Upstream> upstreams;
  private final FileSource files;
  private final Problems problems;
  private final Attempt attempt;
  private final RewriteReader rewrites;
  private final PolicyReader policies;
  private final ResponseReader responses;

  ActionReader(Declared<Upstream> upstreams, FileSource files, Problems problems) {
    this.upstreams = upstreams;
    this.files = files;
    this.problems = problems;
    this.attempt = new Attempt(problems);
    this.rewrites = new RewriteReader(problems);
    this.policies = new PolicyReader(problems);
    this.responses = new ResponseReader(problems);
  }

  /**
   * The action, or null where something about it is wrong.
   *
   * @param match null where it is broken
   */
  @Nullable Action read(Fields route, @Nullable RouteMatch match, HeaderChanges requestHeaders) {
    Fields forward = route.section(RouteShape.FORWARD);
    Fields respond = route.section(RouteShape.RESPOND);
    Fields redirect = route.section(RouteShape.REDIRECT);
    Fields served = route.section(RouteShape.FILES);
    Action action = forward == null ? null : forward(route, forward, match, requestHeaders);
    action = respond == null ? action : responses.read(respond);
    action = redirect == null ? action : redirect(redirect, match);
    return served == null ? action : files(served, match);
  }

  private @Nullable Action forward(
      Fields route, Fields fields, @Nullable RouteMatch match, HeaderChanges headers) {
    Given.Text id = route.text("id");
    Upstream upstream = upstreams.find(fields.text("upstream"));
    PathRewrite path = rewrites.read(fields, match);
    HostPolicy host = attempt.of(fields.text("host"), ActionReader::host);
    ForwardPolicy policy = policies.read(fields);
    return id == null || upstream == null || path == null || host == null
        ? null
        : new Action.Forward(
            upstream,
            path,
            host,
            without(policy.deadlineField(), headers),
            policy,
            CompressionReader.read(fields.any("compress")),
            CacheReader.read(fields.any("cache"), id.text()));
  }

  /** A deadline is the gateway's word, so that a client's is dropped. */
  private static HeaderChanges without(@Nullable String field, HeaderChanges changes) {
    if (field == null) {
      return changes;
    }
    Set<String> removed = new TreeSet<>(changes.removed());
    removed.add(field);
    return new HeaderChanges(List.copyOf(removed), changes.written());
  }

  private static HostPolicy host(String text) {
    return switch (text) {
      case "upstream" -> new HostPolicy.Asked();
      case "client" -> new HostPolicy.Client();
      default -> new HostPolicy.Named(named(text));
    };
  }

  private static String named(String text) {
    try {
      int port = text.endsWith("]") ? -1 : text.lastIndexOf(':');
      HostPattern host = HostPattern.parse(port < 0 ? text : text.substring(0, port));
      if (!host.wildcard() && (port < 0 || EndpointText.isPort(text.substring(port + 1)))) {
        return text;
      }
    } catch (IllegalArgumentException _) {
      // Said below, in words that fit this key.
    }
    throw new IllegalArgumentException("Expected upstream, client or a host: " + text + ".");
  }

  private @Nullable Action redirect(Fields fields, @Nullable RouteMatch match) {
    Given.Text to = fields.text("to");
    TextTemplate template = attempt.of(to, TextTemplate::address);
    if (to != null && template != null && match != null) {
      Set<String> known = new TreeSet<>(RewriteReader.bound(match));
      known.addAll(Set.of("path", "host"));
      rewrites.requireBound(template, known, to);
    }
    Given.Whole status = fields.whole("status");
    if (status != null && !REDIRECTS.contains(status.value())) {
      problems.add(
          status.spot(), Long.toString(status.value()), "expected 301, 302, 303, 307 or 308");
    }
    return template == null || status == null
        ? null
        : new Action.Redirect((int) status.value(), template, fields.flag("keep_query"));
  }

  private @Nullable Action files(Fields fields, @Nullable RouteMatch match) {
    StaticFiles served = fields.has("folder") ? folder(fields) : pages(fields);
    PathRewrite path = rewrites.read(fields, match);
    return served == null || path == null ? null : new Action.Serve(served, path);
  }

  private @Nullable StaticFiles pages(Fields fields) {
    Given.Text name = fields.text("pages");
    StaticFiles pages = name == null ? null : files.pages().get(name.text());
    if (name != null && pages == null) {
      name.refuse(
          problems,
          "expected the name of pages that are built in ("
              + String.join(", ", new TreeSet<>(files.pages().keySet()))
              + ")");
    }
    Given.Text fallback = fields.text("fallback");
    if (name != null && fallback != null) {
      fallback.refuse(problems, "expected folder beside it: built-in pages have no fallback");
    }
    return pages;
  }

  private @Nullable StaticFiles folder(Fields fields) {
    Given.Text fallback = fields.text("fallback");
    String file = fallback == null ? null : fallback.text();
    return attempt.of(fields.text("folder"), location -> load(location, file));
  }

  private StaticFiles load(String location, @Nullable String fallback) {
    try {
      return files
          .folders()
          .load(
              new Folder(
                  location,
                  fallback,
                  List.of(),
                  Folder.DEFAULT_MOST_OCTETS,
                  Folder.DEFAULT_MOST_FILES));
    } catch (InvalidPathException noPath) {
      throw new IllegalArgumentException("Expected a folder: " + location + ".", noPath);
    } catch (FolderException unfit) {
      throw new IllegalArgumentException(unfit.getMessage(), unfit);
    }
  }
}
