/** How a night is played again: its clock runs at a multiple of real time. Pure. */

/** Times real time; Infinity is as fast as it can be followed by eye. */
export const SPEEDS = [1, 60, 300, 600, Infinity];

/** At the highest speed, whatever a step takes. */
const REVISIONS_A_SECOND = 80;
const LEAST_A_STEP = 4;
/** Nobody waits through hours in which nothing is declared. */
const LONGEST_SILENCE = 30 * 60_000;

/**
 * Where the playhead is a while later.
 *
 * @param {{ revision: number, instant: number | null }} head the revision shown and the clock of
 *     the night
 * @param {number} elapsed real milliseconds
 */
export function advance(timeline, { revision, instant }, elapsed, speed) {
  if (speed === Infinity) {
    const step = Math.max(LEAST_A_STEP, Math.round((elapsed * REVISIONS_A_SECOND) / 1000));
    const next = Math.min(revision + step, timeline.newest);
    return { revision: next, instant: timeline.row(next).at };
  }
  const following = timeline.row(revision + 1);
  if (following === undefined) return { revision, instant };
  const silence = instant === null ? Infinity : following.at - instant;
  const now = silence > LONGEST_SILENCE ? following.at : instant + elapsed * speed;
  return { revision: Math.max(revision, timeline.at(now) ?? revision), instant: now };
}
