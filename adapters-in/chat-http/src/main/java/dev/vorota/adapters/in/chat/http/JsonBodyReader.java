package dev.vorota.adapters.in.chat.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vorota.problem.Problem;
import dev.vorota.problem.ProblemException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/**
 * Reads JSON bodies strictly: one object, no member twice, none unknown, within {@link
 * BodyLimit#JSON}. It is written out rather than bound by reflection so that every fault is told by
 * its field at once.
 */
@Provider
@Priority(Priorities.USER - 1)
@Consumes(MediaType.APPLICATION_JSON)
public final class JsonBodyReader implements MessageBodyReader<RequestBody> {

  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .reader();

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return RequestBody.class.isAssignableFrom(type);
  }

  @Override
  public RequestBody readFrom(
      Class<RequestBody> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    JsonMembers members = new JsonMembers(object(BodyLimit.JSON.read(body)));
    RequestBody read = read(type, members);
    members.check();
    return read;
  }

  private static RequestBody read(Class<? extends RequestBody> type, JsonMembers members) {
    if (type == Registration.class) {
      return Registration.read(members);
    }
    if (type == Credentials.class) {
      return Credentials.read(members);
    }
    return NewRoom.read(members);
  }

  private static ObjectNode object(byte[] body) throws IOException {
    JsonNode json;
    try {
      json = JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw malformed(e);
    }
    if (json instanceof ObjectNode object) {
      return object;
    }
    throw malformed("The body must be a JSON object.");
  }

  /** Leaves out the parser's own words, since they quote the body, which may hold a password. */
  private static ProblemException malformed(JsonProcessingException e) {
    var location = e.getLocation();
    return malformed(
        location == null
            ? "The body is not valid JSON."
            : "The body is not valid JSON at line "
                + location.getLineNr()
                + ", column "
                + location.getColumnNr()
                + ".");
  }

  private static ProblemException malformed(String detail) {
    return new ProblemException(
        Problem.of("malformed-json", 400, "The body is not valid JSON", detail));
  }
}
