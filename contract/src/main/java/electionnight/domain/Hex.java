package electionnight.domain;

/**
 * Where a seat stands on the night's hexagon cartogram, in the HexJSON coordinates of an {@code
 * odd-r} layout.
 *
 * @param q column, to the right
 * @param r row, upwards
 */
public record Hex(int q, int r) {}
