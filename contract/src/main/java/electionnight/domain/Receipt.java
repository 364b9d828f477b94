package electionnight.domain;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * The proof of an update or an alert: with these records and this version of the rules anyone can
 * derive it again.
 *
 * @param cause the record that brought it about
 * @param source who said what stands for the seat, or what is being checked where nothing does;
 *     empty where nothing was said or the whole night is concerned
 * @param revision the revision of what was said
 * @param declaration the record it was said in; not the cause where that is a hold, a confirmation,
 *     a second source, what is known of a seat, or another seat's declaration
 * @param baseline the record that the seat's baseline was taken from; empty where the whole night
 *     is concerned
 * @param election the record with the record book and the settings of the rules
 * @param rules the version of the rules, {@link Rules#VERSION}
 */
public record Receipt(
    Cause cause,
    Optional<String> source,
    OptionalInt revision,
    Optional<Cause> declaration,
    Optional<Cause> baseline,
    Cause election,
    String rules) {}
