package electionnight.domain;

/**
 * The thresholds of the queries. How often each fires is counted over the nights of 2019 and 2024,
 * replayed in their real order, every query of a true result confirmed at once: 2 of 650 seats in
 * 2019 and 7 of 650 in 2024. {@code docs/queries.md} names them and says what is caught.
 *
 * @param fewestSeats from how many counted seats of a nation on they suggest anything of the
 *     others; seats, at least 2; 10. Of turnout and of shares. At 5 and at 20 the same 2 and 7 fire
 * @param turnoutDeviations how far a seat's change in valid votes may be from the median of its
 *     nation; robust standard deviations (1.4826 times the median absolute deviation), above 0; 3.
 *     Fires on 0 and 6; at 2.75 on 2 and 9
 * @param turnoutSpread what the robust standard deviation of the change in valid votes is taken for
 *     where the seats so far happen to be closer together; percentage points of the electorate,
 *     above 0; 3. At 2 the rule fires on 7 and 12
 * @param sharePoints how far a party's share may be from what the seats counted so far suggest;
 *     percentage points of the valid votes, above 0; 45. Fires on 0 and 1; at 40 on 0 and 5
 * @param swapPoints by how much two parties' shares may fit better with their votes exchanged;
 *     percentage points, both parties' distances summed, above 0; 22. Not asked of the winner where
 *     the source names one, because then the votes agree with the name. Fires on 1 and 0; if no
 *     source named a winner, on 1 and 5
 * @param lostDigitsFactor how many times smaller than what the seats counted so far suggest a
 *     party's share may be; above 1; 5. Fires on 0 and 0; at 4 on 0 and 3
 * @param lostDigitsShare from which share on, at the baseline and as suggested, a party is looked
 *     at for lost digits; percent of the valid votes, above 0; 3
 * @param fewestVotes the votes that a candidate has at least; 0 or more; 10, as many as the
 *     electors who nominate one. Fires on 1 and 0; at 20 on 1 and 1
 * @param unreconciledBallots by how many papers valid and rejected votes together may differ from
 *     the ballots verified before the count; 0 or more; 0. Never fires on the two nights, whose
 *     published figures do not tell the verified ballots
 * @param rejectedPercent how much the valid votes may fall short of the ballots verified where the
 *     rejected ones are not told; percent of the ballots verified, 0 or more; 2. Never fires, as
 *     above
 * @param minutesAhead how long after it was heard a declaration may say it was made; minutes, 0 or
 *     more; 10. Fires on 0 and 0
 * @param daysOfCount how long after the close of poll a declaration may be made; days, at least 1;
 *     7. Fires on 0 and 0
 */
public record QueryRules(
    int fewestSeats,
    double turnoutDeviations,
    double turnoutSpread,
    double sharePoints,
    double swapPoints,
    double lostDigitsFactor,
    double lostDigitsShare,
    int fewestVotes,
    int unreconciledBallots,
    double rejectedPercent,
    int minutesAhead,
    int daysOfCount) {

  /** The thresholds as they were chosen. */
  public static final QueryRules STANDARD = new QueryRules(10, 3, 3, 45, 22, 5, 3, 10, 0, 2, 10, 7);

  public QueryRules {
    if (fewestSeats < 2 || daysOfCount < 1) {
      throw new IllegalArgumentException("fewestSeats is at least 2, daysOfCount at least 1");
    }
    if (!(turnoutDeviations > 0 && turnoutSpread > 0 && sharePoints > 0 && swapPoints > 0)) {
      throw new IllegalArgumentException(
          "turnoutDeviations, turnoutSpread, sharePoints and swapPoints are above 0");
    }
    if (!(lostDigitsFactor > 1 && lostDigitsShare > 0)) {
      throw new IllegalArgumentException("lostDigitsFactor is above 1, lostDigitsShare above 0");
    }
    if (fewestVotes < 0 || unreconciledBallots < 0 || minutesAhead < 0 || !(rejectedPercent >= 0)) {
      throw new IllegalArgumentException(
          "fewestVotes, unreconciledBallots, minutesAhead and rejectedPercent are 0 or more");
    }
  }
}
