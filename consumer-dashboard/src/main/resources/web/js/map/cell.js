/** One seat of the map: its hexagon and the mark in it, drawn anew only where they differ. */

import { setAttribute, svg } from '../dom.js';
import { plain } from '../words.js';
import { seatWords } from '../seat-words.js';
import { declaredKey, keyOf, lookOf } from './modes.js';
import { dress } from './paint.js';

export class Cell {
  /** @param {{x: number, y: number}} place of its centre */
  constructor(seat, { x, y }) {
    const transform = `translate(${x.toFixed(1)} ${y.toFixed(1)})`;
    this.seat = seat;
    this.transform = transform;
    this.element = svg('path', { transform, class: 'hex', role: 'link', tabindex: '-1', 'data-seat': seat, 'data-testid': 'hex' });
    this.mark = svg('path', { transform, class: 'mark', visibility: 'hidden' });
  }

  /** Shows a seat as it stands; answers whether something was declared since it was last shown. */
  show(night, mode, report) {
    const seat = night.seats.get(this.seat);
    if (this.report === report && this.mode === mode && this.reference === seat && this.night === night) return false;
    const declared = declaredKey(report);
    const news = declared !== '' && declared !== this.declared;
    const look = lookOf(mode, report);
    const key = keyOf(look);
    if (this.key !== key) dress(this.element, this.mark, look);
    if (this.report !== report || this.reference !== seat || this.night !== night) setAttribute(this.element, 'aria-label', plain(seatWords(night, this.seat)));
    Object.assign(this, { night, mode, report, reference: seat, declared, key });
    return news;
  }

  /** Shows once that something was declared. */
  flash() {
    this.element.classList.add('flash');
  }
}
