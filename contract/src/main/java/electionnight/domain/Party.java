package electionnight.domain;

/**
 * A party as a night knows it.
 *
 * @param party its code
 * @param name its name as published: {@code Conservative}
 * @param collective how a sentence speaks of those who stand for it, with its article: {@code the
 *     Conservatives}, {@code Labour}, {@code an independent}
 * @param person whether the collective is one person and takes a singular verb: independents and
 *     the Speaker
 * @param colour its usual colour, as {@code #RRGGBB}
 */
public record Party(
    PartyCode party, String name, String collective, boolean person, String colour) {}
