/** Keeps the values used last, and no more than a few. */
export class Recent {
  #values = new Map();
  #most;

  constructor(most) {
    this.#most = most;
  }

  get(key) {
    const value = this.#values.get(key);
    if (value !== undefined) this.set(key, value);
    return value;
  }

  set(key, value) {
    this.#values.delete(key);
    this.#values.set(key, value);
    if (this.#values.size > this.#most) this.#values.delete(this.#values.keys().next().value);
  }

  clear() {
    this.#values.clear();
  }
}
