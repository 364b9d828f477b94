/** A list with the newest on top that stands still while somebody reads it; a button then says '3 new'. */

import { h, setText } from './dom.js';
import { number } from './format.js';

/**
 * How many of the keys, newest first, came after those that are shown. What is older than all that
 * is shown is not new, only further down.
 */
export function countNew(keys, shown) {
  const oldest = keys.findLastIndex((key) => shown.has(key));
  return keys.slice(0, oldest < 0 ? keys.length : oldest).filter((key) => !shown.has(key)).length;
}

export class SteadyList {
  #area;
  #draw;
  #latest = [];
  #shown = null;
  #pointed = false;
  #scrolled = false;
  #onScreen = false;

  /**
   * @param {HTMLElement} area what the reader scrolls, points at or moves through by keyboard
   * @param {(keys: string[], held: boolean) => void} draw shows these, newest first; `held` while
   *   the reader is on them, when each must keep its place
   */
  constructor(area, draw) {
    this.#area = area;
    this.#draw = draw;
    this.button = h('button', { type: 'button', class: 'new', hidden: true });
    this.button.addEventListener('click', () => {
      this.#scroller().scrollTop = 0;
      this.#show();
    });
    const release = () => !this.button.hidden && !this.#isRead() && this.#show();
    // A finger is gone when it is lifted; only a mouse or a pen stays over the list.
    area.addEventListener('pointerenter', ({ pointerType }) => (this.#pointed = pointerType !== 'touch'));
    area.addEventListener('pointerleave', () => {
      this.#pointed = false;
      release();
    });
    area.addEventListener('focusout', () => queueMicrotask(release));
    // Remembered, because asking while drawing would lay the page out once more.
    const scrolled = () => {
      this.#scrolled = this.#scroller().scrollTop > 0;
      release();
    };
    area.addEventListener('scroll', scrolled, { passive: true });
    addEventListener('scroll', scrolled, { passive: true });
    new IntersectionObserver(([{ boundingClientRect }]) => (this.#onScreen = boundingClientRect.height > 0)).observe(area);
  }

  /** What there is now, newest first; `anew` where it is another list than before. */
  offer(keys, anew = false) {
    this.#latest = keys;
    if (anew || !this.#shown?.length || !this.#isRead()) {
      this.#show();
      return;
    }
    const news = countNew(keys, new Set(this.#shown));
    this.button.hidden = news === 0;
    setText(this.button, `${number(news)} new`);
    this.#draw(this.#shown, true);
  }

  #show() {
    this.#shown = this.#latest;
    this.button.hidden = true;
    this.#draw(this.#shown, false);
  }

  #isRead() {
    return this.#onScreen && (this.#scrolled || this.#pointed || this.#area.matches(':focus-visible') || this.#area.querySelector(':focus-visible') !== null);
  }

  /** The list where it scrolls by itself, else the page. */
  #scroller() {
    return getComputedStyle(this.#area).overflowY === 'auto' ? this.#area : document.scrollingElement;
  }
}
