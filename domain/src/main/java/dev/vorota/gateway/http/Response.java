package dev.vorota.gateway.http;

import dev.vorota.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * An answer that the gateway makes itself.
 *
 * @param headers without framing fields, which the adapter adds
 * @param body empty where there is none
 */
public record Response(int status, List<Header> headers, Body body) {

  public Response {
    headers = List.copyOf(headers);
  }

  /**
   * @param body from here on shared between exchanges and never changed
   */
  public Response(int status, List<Header> headers, byte[] body) {
    this(status, headers, Body.of(body));
  }

  /** A problem document (RFC 9457). */
  public static Response of(Problem problem, Header... headers) {
    List<Header> all = new ArrayList<>(headers.length + 2);
    all.add(new Header("content-type", Problem.MEDIA_TYPE));
    all.add(new Header("cache-control", "no-store"));
    all.addAll(List.of(headers));
    return new Response(problem.status(), all, ProblemJson.encode(problem));
  }
}
