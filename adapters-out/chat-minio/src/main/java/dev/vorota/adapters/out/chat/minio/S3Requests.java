package dev.vorota.adapters.out.chat.minio;

import dev.vorota.chat.avatar.AvatarStoreException;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.Set;

/**
 * Sends requests to an S3 server and says in one sentence what went wrong: the client library
 * itself reports failures on its debug log at most.
 */
final class S3Requests {

  private static final Set<String> MISSING = Set.of("NoSuchKey", "NoSuchBucket");
  private static final Set<String> THERE = Set.of("BucketAlreadyOwnedByYou", "BucketAlreadyExists");

  private final String server;

  /**
   * @param server where the requests go, for messages
   */
  S3Requests(String server) {
    this.server = server;
  }

  /**
   * The answer, or empty where the object or its bucket is missing.
   *
   * @throws AvatarStoreException if the server refuses or can't be reached
   */
  <T> Optional<T> find(Request<T> request) {
    return send(request, MISSING);
  }

  /**
   * Makes a bucket that another may have made meanwhile.
   *
   * @throws AvatarStoreException if the server refuses or can't be reached
   */
  void make(Request<?> request) {
    send(request, THERE);
  }

  private <T> Optional<T> send(Request<T> request, Set<String> expected) {
    try {
      return Optional.of(request.send());
    } catch (ErrorResponseException e) {
      String code = e.errorResponse().code();
      if (expected.contains(code)) {
        return Optional.empty();
      }
      throw failure("refused with " + code + ": " + e.errorResponse().message(), e);
    } catch (InterruptedIOException e) {
      throw failure("did not answer in time", e); // the socket's timeout or the library's own
    } catch (IOException e) {
      throw failure("can't be reached: " + e.getMessage(), e);
    } catch (MinioException | GeneralSecurityException e) {
      throw failure("gave no proper answer: " + e.getMessage(), e);
    }
  }

  private AvatarStoreException failure(String what, Exception cause) {
    return new AvatarStoreException("The S3 server of " + server + " " + what, cause);
  }

  /** One request to the server. */
  @FunctionalInterface
  interface Request<T> {

    T send() throws IOException, MinioException, GeneralSecurityException;
  }
}
