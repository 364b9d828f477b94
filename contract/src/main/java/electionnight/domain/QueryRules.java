package electionnight.domain;

/** Thresholds of the queries. */
public record QueryRules(double turnoutDeviations) {
  public static final QueryRules STANDARD = new QueryRules(3);
}
