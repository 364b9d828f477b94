package electionnight.watch;

/**
 * A Server-Sent Event.
 *
 * @param id the last id that the stream has told, which a reader that comes back tells in turn;
 *     empty while it told none
 * @param name its type; {@code message} where none was told
 * @param data its lines, joined; nothing of an event that is too long
 * @param tooLong whether it was longer than any that is read
 */
record Event(String id, String name, String data, boolean tooLong) {}
