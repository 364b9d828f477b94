/** The seats of a night that a reader keeps in view, kept in the browser where it allows that. */

/** More would be a second map. */
export const MOST_PINS = 12;

/** Pins of one night, oldest first; of this reader's doing only, and of no more than a browser's storage. */
export class Pins {
  #seats;
  #listeners = new Set();

  /**
   * @param {Storage | null} storage null, or one that throws, keeps them as long as the page is open
   * @param {string} election the night
   */
  constructor(storage, election) {
    this.storage = storage;
    this.key = `election-night.pins.${election}`;
    this.#seats = this.#kept();
  }

  get seats() {
    return this.#seats;
  }

  get isFull() {
    return this.#seats.length >= MOST_PINS;
  }

  has(seat) {
    return this.#seats.includes(seat);
  }

  /** Pins a seat, or takes it out; a full list takes no more. */
  toggle(seat) {
    if (this.has(seat)) this.#seats = this.#seats.filter((other) => other !== seat);
    else if (!this.isFull) this.#seats = [...this.#seats, seat];
    else return;
    this.#keep();
    this.#tell();
  }

  /** Takes over what another page of this browser has kept. */
  reload() {
    this.#seats = this.#kept();
    this.#tell();
  }

  /** Tells a listener of every change from now on. */
  onChange(listener) {
    this.#listeners.add(listener);
  }

  #tell() {
    for (const listener of this.#listeners) listener();
  }

  #kept() {
    try {
      const kept = JSON.parse(this.storage?.getItem(this.key) ?? '[]');
      return Array.isArray(kept) ? [...new Set(kept.filter((seat) => typeof seat === 'string'))].slice(0, MOST_PINS) : [];
    } catch {
      return [];
    }
  }

  #keep() {
    try {
      this.storage?.setItem(this.key, JSON.stringify(this.#seats));
    } catch {
      // A full or refused storage: they last as long as the page.
    }
  }
}

function browserStorage() {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

const nights = new Map();

/** The pins of a night, the same for every part of the page. */
export function pinsOf(election) {
  if (!nights.has(election)) {
    const pins = new Pins(browserStorage(), election);
    addEventListener('storage', ({ key }) => (key === pins.key || key === null) && pins.reload());
    nights.set(election, pins);
  }
  return nights.get(election);
}
