/** The updates of the past in order, fetched a page at a time and forgotten once they are taken. */
export class UpdatePages {
  #fetch;
  #ahead = [];

  /** @param {function(number): Promise<object[]>} fetch the updates that follow a revision */
  constructor(fetch) {
    this.#fetch = fetch;
  }

  /** The updates after one revision up to another. */
  async between(after, upTo) {
    if (this.#ahead[0]?.revision !== after + 1) this.#ahead = [];
    for (;;) {
      const last = this.#ahead.at(-1)?.revision ?? after;
      if (last >= upTo) break;
      const page = await this.#fetch(last);
      if (page[0]?.revision !== last + 1) break;
      this.#ahead.push(...page);
    }
    return this.#ahead.splice(0, upTo - after);
  }
}
