package electionnight.domain;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * The proof of an update or an alert: with these records and this version of the rules anyone can
 * derive it again.
 *
 * @param cause the record that brought it about
 * @param source who said so; empty where the cause is no declaration
 * @param revision of the declaration; empty where the cause is none
 * @param declaration the record of what stands for the seat; empty where nothing does
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
