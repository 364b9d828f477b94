/**
 * The revisions of a night with the time of the night at each. Pure. Bounded: of a night that goes
 * on and on the oldest revisions are forgotten.
 */

const MOST_ROWS = 20_000;
const MOST_AHEAD = 1000;

const rowOf = ({ revision, at, seats, alerts }) => ({
  revision,
  at: at === undefined || at === null ? null : Date.parse(at),
  declared: seats.length > 0,
  alerts: alerts.map(({ kind, state }) => ({ kind, state })),
});

/** Rows without a gap, oldest first; `at` in milliseconds, null before the first declaration. */
export class Timeline {
  #rows = [];
  #ahead = [];
  #log = null;

  /** Counts how often it changed. */
  version = 0;

  /** The log whose revisions these are; null before there are any. */
  get log() {
    return this.#log;
  }

  get rows() {
    return this.#rows;
  }

  get isEmpty() {
    return this.#rows.length === 0;
  }

  get oldest() {
    return this.#rows[0]?.revision ?? null;
  }

  get newest() {
    return this.#rows.at(-1)?.revision ?? null;
  }

  /** What the server tells of all revisions, or of those after the ones known here. */
  learn({ log, oldest, revisions }) {
    const rows = revisions.map(rowOf);
    if (this.#log !== null && log !== this.#log) this.#ahead = [];
    if (log !== this.#log || this.isEmpty || rows[0]?.revision > this.newest + 1) {
      this.#rows = rows;
      this.#log = log;
    } else {
      this.#rows.push(...rows.filter(({ revision }) => revision > this.newest));
    }
    // What was pushed while this was on its way.
    for (const row of this.#ahead) if (row.revision === this.newest + 1) this.#push(row);
    this.#ahead = [];
    this.#forget(oldest);
  }

  /**
   * The revision that an update brought. One that does not follow is kept until the ones before it
   * are learnt.
   *
   * @param {string | undefined} latest the time of the night after it
   * @returns {boolean} whether it follows what is known
   */
  add({ revision, seats, alerts }, latest) {
    const row = rowOf({ revision, at: latest, seats, alerts });
    if (this.isEmpty || revision > this.newest + 1) {
      this.#ahead = [...this.#ahead.slice(1 - MOST_AHEAD), row];
      return false;
    }
    if (revision > this.newest) {
      this.#push(row);
      this.#forget(this.oldest);
    }
    return true;
  }

  /** A result that is taken back does not turn the clock back. */
  #push(row) {
    const before = this.#rows.at(-1).at;
    if (before !== null) row.at = Math.max(before, row.at ?? before);
    this.#rows.push(row);
  }

  /** The row of a revision; undefined where it is not known. */
  row(revision) {
    return this.isEmpty ? undefined : this.#rows[revision - this.oldest];
  }

  /** The last revision at which nothing newer than an instant was declared; null before any. */
  at(instant) {
    let [low, high] = [0, this.#rows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#rows[middle].at ?? -Infinity) <= instant) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? null : this.#rows[low - 1].revision;
  }

  #forget(oldest) {
    const first = Math.max(oldest ?? 0, (this.newest ?? 0) - MOST_ROWS + 1);
    if (this.oldest < first) this.#rows = this.#rows.filter(({ revision }) => revision >= first);
    this.version += 1;
  }
}
