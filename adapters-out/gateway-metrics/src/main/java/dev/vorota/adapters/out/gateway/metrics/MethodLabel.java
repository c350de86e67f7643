package dev.vorota.adapters.out.gateway.metrics;

/** The methods of RFC 9110, section 9.3, and PATCH of RFC 5789; all others count as one. */
enum MethodLabel {
  GET("GET"),
  HEAD("HEAD"),
  POST("POST"),
  PUT("PUT"),
  DELETE("DELETE"),
  CONNECT("CONNECT"),
  OPTIONS("OPTIONS"),
  TRACE("TRACE"),
  PATCH("PATCH"),
  OTHER(Labels.OTHER);

  private final String label;

  MethodLabel(String label) {
    this.label = label;
  }

  /** Methods are case-sensitive (RFC 9110, section 9.1). */
  static MethodLabel of(String method) {
    return switch (method) {
      case "GET" -> GET;
      case "HEAD" -> HEAD;
      case "POST" -> POST;
      case "PUT" -> PUT;
      case "DELETE" -> DELETE;
      case "CONNECT" -> CONNECT;
      case "OPTIONS" -> OPTIONS;
      case "TRACE" -> TRACE;
      case "PATCH" -> PATCH;
      default -> OTHER;
    };
  }

  String label() {
    return label;
  }
}
