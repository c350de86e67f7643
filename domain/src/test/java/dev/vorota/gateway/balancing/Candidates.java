package dev.vorota.gateway.balancing;

import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.endpoint.EndpointHealth;
import dev.vorota.gateway.endpoint.Member;
import dev.vorota.gateway.http.Arrival;
import dev.vorota.gateway.routing.TestArrival;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/** Endpoints to choose from, and what was chosen. */
final class Candidates {

  /** A request like any other. */
  static final Arrival ANY = TestArrival.of("GET /");

  private Candidates() {}

  /** As many as there are weights, all known since the beginning. */
  static Candidate[] weighing(int... weights) {
    return IntStream.range(0, weights.length)
        .mapToObj(i -> known(i, weights[i], () -> 0))
        .toArray(Candidate[]::new);
  }

  /** So many that are alike. */
  static Candidate[] alike(int count) {
    return weighing(Collections.nCopies(count, 1).stream().mapToInt(Integer::intValue).toArray());
  }

  /**
   * One of many.
   *
   * @param nanoClock tells when it came to be known
   */
  static Candidate known(int index, int weight, LongSupplier nanoClock) {
    return new Candidate(health(index, weight, nanoClock));
  }

  static EndpointHealth health(int index, int weight, LongSupplier nanoClock) {
    Endpoint endpoint = new Endpoint("10.0." + index / 250 + "." + index % 250, 8080);
    return new EndpointHealth(new Member(endpoint, weight), nanoClock);
  }

  /** What is left without one of them. */
  static Candidate[] without(Candidate gone, Candidate... all) {
    return Arrays.stream(all).filter(one -> one != gone).toArray(Candidate[]::new);
  }

  /** So many exchanges begin with it. */
  static void occupy(Candidate candidate, int exchanges) {
    for (int i = 0; i < exchanges; i++) {
      candidate.began();
    }
  }

  /** How often each is chosen, in their order, while none has anything to do. */
  static long[] shares(LoadBalancer strategy, Candidate[] from, int requests) {
    Map<Candidate, Integer> indices = indices(from);
    long[] counts = new long[from.length];
    for (int i = 0; i < requests; i++) {
      counts[indices.getOrDefault(strategy.choose(from, ANY), -1)]++;
    }
    return counts;
  }

  /** Where each one is. */
  static Map<Candidate, Integer> indices(Candidate... all) {
    Map<Candidate, Integer> indices = new HashMap<>();
    for (int i = 0; i < all.length; i++) {
      indices.put(all[i], i);
    }
    return indices;
  }

  /** Which ones are chosen, one after the other, as letters. */
  static String turns(LoadBalancer strategy, Candidate[] from, int requests) {
    List<Candidate> all = List.of(from);
    StringBuilder turns = new StringBuilder();
    for (int i = 0; i < requests; i++) {
      turns.append((char) ('a' + all.indexOf(strategy.choose(from, ANY))));
    }
    return turns.toString();
  }
}
