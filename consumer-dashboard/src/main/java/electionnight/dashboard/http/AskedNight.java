package electionnight.dashboard.http;

import electionnight.dashboard.view.NightView;
import electionnight.dashboard.view.Nights;
import electionnight.domain.ElectionId;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** The night that an address is about by {@code ?night=}, as all that is no interface has it. */
final class AskedNight {
  private static final String NIGHT = "night";

  private AskedNight() {}

  /** The night asked for, the newest where none is named; empty where there is no such. */
  static Optional<NightView> of(Nights nights, RoutingContext context) {
    return name(context)
        .map(name -> NightApi.parse(name, ElectionId::new).flatMap(nights::night))
        .orElseGet(() -> nights.newestFirst().stream().findFirst());
  }

  /** As it was named; empty where none was. */
  static Optional<String> name(RoutingContext context) {
    return Optional.ofNullable(context.request().getParam(NIGHT));
  }
}
