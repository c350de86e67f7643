package dev.vorota.adapters.in.chat.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vorota.problem.Problem;
import dev.vorota.problem.Violation;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A problem document as RFC 9457 shapes it.
 *
 * @param errors each thing that is wrong with the request; left out where there is none
 */
@RegisterForReflection // answers of exception mappers are not found by the build
@Schema(name = "Problem", description = "Why a request was not served (RFC 9457).")
record ProblemBody(
    @Schema(required = true, examples = "urn:vorota:problem:invalid-input") String type,
    @Schema(required = true, examples = "The input is not valid") String title,
    @Schema(required = true, examples = "400") int status,
    @Schema(required = true, examples = "username must be 3 to 32 of a-z, 0-9, '.', '_' and '-'.")
        String detail,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ViolationBody> errors) {

  static ProblemBody of(Problem problem) {
    return new ProblemBody(
        problem.type(),
        problem.title(),
        problem.status(),
        problem.detail(),
        problem.violations().stream().map(ViolationBody::of).toList());
  }

  /** One thing that is wrong with a request. */
  @RegisterForReflection
  @Schema(name = "Violation")
  record ViolationBody(
      @Schema(required = true, examples = "username") String field,
      @Schema(
              required = true,
              examples = "A b",
              description = "What was sent; … where it is a secret.")
          String value,
      @Schema(required = true) String expected) {

    static ViolationBody of(Violation violation) {
      return new ViolationBody(violation.field(), violation.value(), violation.expected());
    }
  }
}
