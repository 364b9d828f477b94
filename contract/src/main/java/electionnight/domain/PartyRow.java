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
    long votes,
    double share,
    OptionalDouble shareChange) {}
