package dev.vorota.adapters.in.gateway.yaml;

import dev.vorota.adapters.in.gateway.yaml.document.Problems;
import dev.vorota.adapters.in.gateway.yaml.shape.Fields;
import dev.vorota.adapters.in.gateway.yaml.shape.Given;
import dev.vorota.adapters.in.gateway.yaml.shape.Times;
import dev.vorota.gateway.health.OutlierPolicy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Makes what ejects endpoints. */
final class OutlierReader {

  private final Problems problems;

  OutlierReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * What is usual, where nothing is given or something about it is wrong.
   *
   * @param outliers null where there is none
   */
  OutlierPolicy read(@Nullable Given outliers) {
    return switch (outliers) {
      case Given.Text _ -> OutlierPolicy.OFF;
      case Fields fields -> policy(fields);
      case null, default -> OutlierPolicy.DEFAULTS;
    };
  }

  private OutlierPolicy policy(Fields fields) {
    OutlierPolicy usual = OutlierPolicy.DEFAULTS;
    Duration ejection = time(fields, "ejection", usual.ejection());
    Duration longest = time(fields, "longest_ejection", usual.longest());
    if (longest.compareTo(ejection) < 0) {
      Given later = fields.any("longest_ejection");
      problems.add(
          later == null ? fields.spot() : later.spot(),
          Times.text(longest),
          "expected no shorter time than that of ejection (" + Times.text(ejection) + ")");
      return usual;
    }
    return new OutlierPolicy(
        whole(fields, "failures", usual.failures()),
        whole(fields, "server_errors", usual.serverErrors()),
        whole(fields, "error_rate", usual.errorPercent()),
        whole(fields, "min_requests", usual.fewest()),
        time(fields, "interval", usual.interval()),
        ejection,
        longest,
        whole(fields, "max_ejected", usual.share()));
  }

  private static int whole(Fields fields, String key, int otherwise) {
    Given.Whole given = fields.whole(key);
    return given == null ? otherwise : (int) given.value();
  }

  private static Duration time(Fields fields, String key, Duration otherwise) {
    Duration given = fields.time(key);
    return given == null ? otherwise : given;
  }
}
