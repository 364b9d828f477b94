package electionnight.domain;

import java.util.OptionalDouble;

/**
 * A party's line of the scoreboard.
 *
 * @param party the party's code
 * @param seats seats won so far
 * @param gains seats won that another party held on the night's basis
 * @param losses seats lost to another party
 * @param net gains minus losses
 * @param sittingGains seats won from another party's member, on the basis {@link Basis#SITTING}
 * @param sittingLosses seats of a member of the party that another won
 * @param sittingNet {@code sittingGains} minus {@code sittingLosses}
 * @param votes valid votes in the seats declared
 * @param share percent of all valid votes in the seats declared
 * @param shareChange percentage points since the baseline, over the declared seats that have one; a
 *     party that did not stand there had 0; empty where no declared seat has a baseline
 */
public record PartyRow(
    PartyCode party,
    int seats,
    int gains,
    int losses,
    int net,
    int sittingGains,
    int sittingLosses,
    int sittingNet,
    long votes,
    double share,
    OptionalDouble shareChange) {}
