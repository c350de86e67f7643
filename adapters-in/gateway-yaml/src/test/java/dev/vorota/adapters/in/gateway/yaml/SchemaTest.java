package dev.vorota.adapters.in.gateway.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an editor says of documents, by the schema that it is given. */
class SchemaTest {

  private static final Path RESOURCES =
      Path.of("src/test/resources/dev/vorota/adapters/in/gateway/yaml");

  private final JsonSchema schema =
      JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(GatewayYaml.schema());

  @Test
  void isASchemaItself() {
    JsonSchema dialect =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    assertThat(dialect.validate(schema.getSchemaNode())).isEmpty();
  }

  @Test
  void findsTheChatsDocumentGood() throws IOException {
    assertThat(validate(Path.of("../../gateway.yaml"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "keys-without-value",
        "missing-keys",
        "no-mapping",
        "nothing",
        "numbers-out-of-range",
        "unknown-keys",
        "wrong-types"
      })
  void findsAsManyMistakesOfStructureAsTheGateway(String name) throws IOException {
    List<String> lines = Files.readAllLines(RESOURCES.resolve("broken/" + name + ".expected"));
    Set<ValidationMessage> messages = validate(RESOURCES.resolve("broken/" + name + ".yaml"));

    assertThat(messages).hasSizeGreaterThanOrEqualTo(Math.min(lines.size(), 5));
  }

  private Set<ValidationMessage> validate(Path document) throws IOException {
    JsonNode tree = new YAMLMapper().readTree(Files.readString(document));
    return schema.validate(tree.isMissingNode() ? new YAMLMapper().createObjectNode() : tree);
  }
}
