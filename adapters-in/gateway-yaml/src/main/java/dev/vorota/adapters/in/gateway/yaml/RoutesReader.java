package dev.vorota.adapters.in.gateway.yaml;

import dev.vorota.adapters.in.gateway.yaml.document.Problems;
import dev.vorota.adapters.in.gateway.yaml.shape.Fields;
import dev.vorota.adapters.in.gateway.yaml.shape.Given;
import dev.vorota.gateway.routing.Route;
import dev.vorota.gateway.routing.RouteTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the table of routes, and finds what is wrong between them. */
final class RoutesReader {

  private final RouteReader reader;
  private final Problems problems;
  private final Map<String, Given.Text> ids = new HashMap<>();

  RoutesReader(RouteReader reader, Problems problems) {
    this.reader = reader;
    this.problems = problems;
  }

  /** The table of those routes that are as expected. */
  RouteTable read(List<Fields> declared) {
    List<Route> routes = new ArrayList<>();
    for (Fields fields : declared) {
      Given.Text id = fields.text("id");
      boolean first = id == null || isNew(id);
      Route route = reader.read(fields);
      if (route != null && first) {
        routes.add(route);
      }
    }
    RouteTable table = RouteTable.of(routes);
    table.unreachable().forEach(this::refuse);
    return table;
  }

  private boolean isNew(Given.Text id) {
    boolean isNew = ids.putIfAbsent(id.text(), id) == null;
    if (!isNew) {
      id.refuse(problems, "expected an id that no other route has");
    }
    return isNew;
  }

  private void refuse(Route route, Route taker) {
    Given.Text id = ids.get(route.id());
    if (id != null) {
      id.refuse(
          problems,
          "expected a route that a request can find: route "
              + taker.id()
              + " takes all of its requests");
    }
  }
}
