import { h, reconcile } from '../dom.js';
import { number } from '../format.js';
import { keeper } from '../keep.js';
import { pinsOf } from '../pins.js';
import { seatLink } from '../seat-link.js';
import { seatState } from '../seat-words.js';
import { standing } from '../store.js';

const LONGEST_NAME = 60;

/** The seats that the reader keeps in view, each with its result. */
class PinnedSeats extends HTMLElement {
  connectedCallback() {
    this.rows = h('ol', { class: 'pins', 'aria-label': 'Pinned seats' });
    this.append(this.rows);
    this.hidden = true;
    this.keep = keeper();
  }

  render(night) {
    const pins = pinsOf(night.election.election);
    if (this.pins !== pins) pins.onChange(() => this.pins === pins && this.render(this.night));
    Object.assign(this, { night, pins });
    // A seat that the night does not have yet, or no longer, stays pinned and unseen.
    const seats = pins.seats.filter((code) => night.seats.has(code)).map((code) => this.keep(code, { seat: night.seats.get(code), report: night.reports.get(code) }));
    this.hidden = seats.length === 0;
    reconcile(this.rows, seats, { key: ({ seat }) => seat.seat, create: (line) => this.row(line) });
  }

  row({ seat, report }) {
    const row = report?.result;
    const unpin = h('button', { type: 'button', class: 'unpin', 'aria-label': `Unpin ${seat.name.slice(0, LONGEST_NAME)}`, title: 'Unpin' }, '×');
    unpin.addEventListener('click', () => this.unpin(seat.seat));
    return h(
      'li',
      { class: 'pin', 'data-testid': 'pin', 'data-seat': seat.seat, 'data-party': row?.party, 'data-standing': standing(report) },
      seatLink(seat.seat, seat.name, LONGEST_NAME),
      h('span', { class: 'pin-result' }, row ? h('span', { class: row.outcome?.kind === 'GAIN' ? 'chip gain' : 'chip' }, row.party) : null, h('span', { class: 'pin-words' }, this.words(report))),
      unpin,
    );
  }

  words(report) {
    const row = report?.result;
    const state = seatState(this.night, report);
    if (!row) return state;
    return `${state.replace(`${row.party} `, '')}${row.majority ? ` ${number(row.majority)}` : ''}`;
  }

  /** The focus goes to the neighbour, so that it is not lost with the chip. */
  unpin(seat) {
    const at = this.pins.seats.indexOf(seat);
    this.pins.toggle(seat);
    const rest = this.rows.querySelectorAll('.unpin');
    rest[Math.min(at, rest.length - 1)]?.focus();
  }
}

customElements.define('pinned-seats', PinnedSeats);
