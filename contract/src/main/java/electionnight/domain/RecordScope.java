package electionnight.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How much the record book supports: within a scope it has every figure from a value up, so that
 * such a figure's rank is known.
 *
 * @param contest the kind of contest
 * @param measure what is measured
 * @param since the first day of the era; empty for all time
 * @param completeFrom the book has every figure of the scope that is at least so large
 * @param source who says so
 * @param asOf the day the source was true
 */
public record RecordScope(
    Contest contest,
    Measure measure,
    Optional<LocalDate> since,
    BigDecimal completeFrom,
    String source,
    LocalDate asOf) {}
