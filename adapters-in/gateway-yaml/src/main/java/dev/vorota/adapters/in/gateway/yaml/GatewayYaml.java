package dev.vorota.adapters.in.gateway.yaml;

import dev.vorota.adapters.in.gateway.yaml.document.ConfigProblem;
import dev.vorota.adapters.in.gateway.yaml.document.Node;
import dev.vorota.adapters.in.gateway.yaml.document.Overrides;
import dev.vorota.adapters.in.gateway.yaml.document.Place;
import dev.vorota.adapters.in.gateway.yaml.document.Problems;
import dev.vorota.adapters.in.gateway.yaml.document.Spot;
import dev.vorota.adapters.in.gateway.yaml.document.YamlTree;
import dev.vorota.adapters.in.gateway.yaml.shape.Check;
import dev.vorota.adapters.in.gateway.yaml.shape.Fields;
import dev.vorota.adapters.in.gateway.yaml.shape.Given;
import dev.vorota.adapters.in.gateway.yaml.shape.JsonSchema;
import dev.vorota.adapters.in.gateway.yaml.shape.Reference;
import dev.vorota.gateway.config.GatewayConfig;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of the gateway as a YAML document. Values may name environment variables, and
 * variables that begin with {@code VOROTA__} go before the document.
 */
public final class GatewayYaml {

  /** How long a document may be, in octets. */
  public static final int MAX_OCTETS = YamlTree.MAX_OCTETS;

  /** What became of a document. */
  public sealed interface Reading {

    /** It is a configuration. */
    record Good(GatewayConfig config) implements Reading {}

    /**
     * It is none.
     *
     * @param problems all of them, in the order of the document
     */
    record Bad(List<ConfigProblem> problems) implements Reading {}
  }

  private GatewayYaml() {}

  /**
   * @param document in UTF-8
   * @param environment the variables by name
   */
  public static Reading read(byte[] document, Map<String, String> environment, FileSource files) {
    Problems problems = new Problems();
    Node written = YamlTree.read(document, problems);
    if (written == null && !problems.isEmpty()) {
      return new Reading.Bad(problems.sorted());
    }
    Node whole = Overrides.apply(orNothing(written), environment, problems);
    Given given = new Check(environment, problems).read(whole, GatewayShape.DOCUMENT, Spot.TOP);
    GatewayConfig config =
        given instanceof Fields fields ? new ConfigReader(files, problems).read(fields) : null;
    return config == null || !problems.isEmpty()
        ? new Reading.Bad(problems.sorted())
        : new Reading.Good(config);
  }

  /** The JSON Schema (draft 2020-12) of such documents, as text. */
  public static String schema() {
    return JsonSchema.of(GatewayShape.DOCUMENT);
  }

  /** What such documents may hold, as tables in Markdown. */
  public static String reference() {
    return Reference.of(GatewayShape.DOCUMENT);
  }

  private static Node orNothing(@Nullable Node node) {
    boolean nothing = node == null || (node instanceof Node.Scalar scalar && scalar.isNothing());
    return node == null || nothing ? new Node.Mapping(List.of(), new Place.Line(1, 1)) : node;
  }
}
