package electionnight.webhooks;

import electionnight.admin.Answer;
import electionnight.admin.Route;
import java.util.List;

/** What ops see of the endpoints, and do to them. */
record EndpointRoutes(List<Courier> couriers) {
  List<Route> all() {
    return List.of(
        Route.get("/endpoints", () -> Answer.json(couriers.stream().map(Courier::status).toList())),
        Route.post("/endpoints/{id}/resume", this::resume),
        Route.post("/unreadable/{id}/skip", this::skip));
  }

  private Answer resume(String id) {
    return couriers.stream()
        .filter(courier -> courier.status().id().equals(id))
        .findFirst()
        .map(EndpointRoutes::resume)
        .orElseGet(() -> Answer.notFound("There is no such endpoint; /endpoints lists all."));
  }

  /** For all endpoints at once: what cannot be read holds up each of them. */
  private Answer skip(String place) {
    boolean isThere = false;
    for (Courier courier : couriers) {
      isThere |= courier.skip(place);
    }
    return isThere
        ? Answer.accepted()
        : Answer.notFound("No endpoint is set aside there; /endpoints says where each is.");
  }

  private static Answer resume(Courier courier) {
    courier.resume();
    return Answer.accepted();
  }
}
