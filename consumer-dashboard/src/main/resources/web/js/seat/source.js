/**
 * What the server says of one seat, asked for again whenever the night has news of it. While there
 * is no answer, the last one stays. Pure, but for the clock that it is given.
 */

const ASK_AGAIN = 2000;

/** Answers that another try does not change: no such seat or revision, or one no longer kept. */
const FINAL = new Set([400, 404, 410]);

export class SeatSource {
  #asked = null;
  #answered = null;
  #waiting = null;
  #report;

  /**
   * @param {(election: string, seat: string, revision?: number) => Promise<object>} fetch
   * @param {() => void} changed called when there is another document or trouble
   * @param {(run: () => void, milliseconds: number) => unknown} later
   */
  constructor(fetch, changed, later = (run, milliseconds) => setTimeout(run, milliseconds)) {
    Object.assign(this, { fetch, changed, later, document: null, trouble: null });
  }

  /** Whether the document is what was asked for last, and not one of before or of another moment. */
  get isCurrent() {
    return this.document !== null && this.trouble === null && this.#answered === this.#asked;
  }

  /** Makes sure that what is known of a seat is what the night knows of it, or will be. */
  want(night, seat) {
    const view = { election: night.election.election, seat, revision: night.past ? night.revision : undefined };
    const key = JSON.stringify(view);
    const report = night.reports.get(seat);
    if (this.#asked?.key === key && this.#report === report) return;
    if (this.#asked?.key !== key) this.trouble = null;
    if (this.#asked?.seat !== seat) this.document = null;
    this.#report = report;
    this.#asked = { ...view, key, newest: night.revision };
    this.#ask(this.#asked);
  }

  /** Forgets the seat, so that it is asked for anew when it is shown again. */
  forget() {
    this.#asked = null;
    Object.assign(this, { document: null, trouble: null });
  }

  async #ask(asked) {
    if (this.#waiting === asked) return;
    this.#waiting = asked;
    let answer = null;
    let trouble = null;
    try {
      answer = await this.fetch(asked.election, asked.seat, asked.revision);
    } catch ({ status }) {
      trouble = FINAL.has(status) ? status : 'OFFLINE';
    }
    if (this.#waiting === asked) this.#waiting = null;
    if (this.#asked !== asked) return;
    // Another replica may be a little behind the one that told of the news.
    const behind = answer && answer.revision < asked.newest && asked.revision === undefined;
    if (trouble !== 'OFFLINE') this.document = answer;
    if (!behind) this.#answered = asked;
    this.trouble = trouble;
    this.changed();
    if (trouble === 'OFFLINE' || behind) this.later(() => this.#asked === asked && this.#ask(asked), ASK_AGAIN);
  }
}
