import { h, reconcile, setText } from '../dom.js';
import { number } from '../format.js';
import { seatLink } from '../seat-link.js';
import { doubtLines } from '../standing.js';
import { inDoubt, standing } from '../store.js';
import { standingWords } from '../words.js';

const MOST_ROWS = 40;

/** The seats whose figures are being checked, held, counted again or withdrawn, with the reasons. */
class OpenSeats extends HTMLElement {
  connectedCallback() {
    this.setAttribute('data-testid', 'open-seats');
    this.rows = h('ol', {});
    this.more = h('p', { class: 'quiet' });
    this.append(this.rows, this.more);
  }

  render(night) {
    const seats = inDoubt(night);
    this.closest('[data-open]').hidden = seats.length === 0;
    reconcile(this.rows, seats.slice(0, MOST_ROWS), { key: ({ seat }) => seat, create: (report) => this.row(report) });
    this.more.hidden = seats.length <= MOST_ROWS;
    setText(this.more, `${number(seats.length - MOST_ROWS)} more.`);
  }

  row(report) {
    const state = standing(report);
    return h(
      'li',
      { 'data-testid': 'open-seat', 'data-seat': report.seat, 'data-standing': state },
      h('p', { class: 'open-head' }, h('span', { class: 'seat-name' }, seatLink(report.seat, report.name)), h('strong', { class: 'state' }, standingWords(state))),
      ...doubtLines(report),
    );
  }
}

customElements.define('open-seats', OpenSeats);
