/**
 * What waits to go on air, one message at a time. Pure: the time is told. Of what is the most
 * urgent the earliest goes first; what nobody would wait for any more is left out, so that the
 * screen is never minutes behind the night.
 */

/** Nothing that can wait waits longer, in milliseconds. */
export const PATIENCE = 60_000;

/** How urgent a message is; the smaller, the sooner. */
export const RANK = { CORRECTION: 0, MAJORITY: 1, RECORD: 2, GAIN: 3, REST: 4 };

/** A correction is owed to those who saw what it corrects, however late. */
const canWait = ({ rank }) => rank > RANK.CORRECTION;

/**
 * @param {number} turn milliseconds that one message takes
 * A message has a `key`, one for life, a `rank`, and a `topic` where only the newest of a topic is
 * worth telling.
 */
export function messageQueue(turn) {
  const longest = Math.max(2, Math.floor(PATIENCE / turn));
  let waiting = [];

  function shed(now) {
    waiting = waiting.filter((message) => !canWait(message) || now - message.since < PATIENCE);
    while (waiting.length > longest) {
      const least = waiting.reduce((one, other) => (other.rank > one.rank ? other : one));
      waiting = waiting.filter((message) => message !== least);
    }
  }

  return {
    /** Adds a message, or says better what waits under its key already. */
    put(message, now) {
      const at = waiting.findIndex(({ key }) => key === message.key);
      if (at >= 0) {
        waiting[at] = { ...message, since: waiting[at].since };
        return;
      }
      waiting = waiting.filter(({ topic }) => topic === undefined || topic !== message.topic);
      waiting.push({ ...message, since: now });
      shed(now);
    },

    /** Takes a message out that is not so any more. */
    drop(key) {
      waiting = waiting.filter((message) => message.key !== key);
    },

    has: (key) => waiting.some((message) => message.key === key),

    /**
     * Takes out the message that goes on air now; undefined where there is none.
     *
     * @param {(message) => boolean} fit whether it may be shown as things stand; one that may not
     *   keeps its place
     */
    next(now, fit = () => true) {
      shed(now);
      const [first] = waiting.filter(fit).sort((one, other) => one.rank - other.rank);
      waiting = waiting.filter((message) => message !== first);
      return first;
    },

    clear() {
      waiting = [];
    },

    get length() {
      return waiting.length;
    },
  };
}
