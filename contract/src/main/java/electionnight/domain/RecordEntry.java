package electionnight.domain;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One row of the record book.
 *
 * @param contest the kind of contest it was set at; a record counts only within its kind
 * @param measure what was measured
 * @param name the seat's name
 * @param date polling day of the record
 * @param value the figure, in the measure's unit
 * @param source who says so
 * @param asOf the day the source was true
 */
public record RecordEntry(
    Contest contest,
    Measure measure,
    String name,
    LocalDate date,
    BigDecimal value,
    String source,
    LocalDate asOf) {}
