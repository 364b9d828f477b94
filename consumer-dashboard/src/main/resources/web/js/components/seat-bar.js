import { h, reconcile, setText } from '../dom.js';
import { number } from '../format.js';
import { partyName } from '../words.js';

/** The seats as one bar: a segment a party, the majority line through it, an empty tail to come. */
class SeatBar extends HTMLElement {
  connectedCallback() {
    this.setAttribute('role', 'img');
    this.segments = h('div', { class: 'segments' });
    this.line = h('div', { class: 'line', hidden: true }, h('span', { class: 'line-label' }));
    this.append(this.segments, this.line);
  }

  render(night) {
    const { seats, declared, majorityLine, parties } = night.scoreboard;
    const won = parties.filter((row) => row.seats > 0);
    const toCome = { party: '', seats: seats - declared };
    reconcile(this.segments, [...won, toCome], {
      key: ({ party }) => party,
      create: (row) => (row === toCome ? h('div', { class: 'to-come' }) : this.segment(night, row)),
    });
    [...won, toCome].forEach((row, i) => {
      const { style } = this.segments.children[i];
      style.flexGrow = row.seats;
      style.display = row.seats > 0 ? '' : 'none';
    });
    this.line.hidden = !majorityLine;
    if (majorityLine) {
      this.line.style.insetInlineStart = `${(majorityLine.seats / seats) * 100}%`;
      setText(this.line.firstChild, `${number(majorityLine.seats)} for a majority`);
    }
    const words = won.map((row) => `${partyName(night, row.party)} ${number(row.seats)}`);
    const line = majorityLine ? `; ${number(majorityLine.seats)} make a majority` : '';
    this.setAttribute('aria-label', `Seats: ${[...words, `${number(toCome.seats)} to come`].join(', ')}${line}`);
  }

  segment(night, { party, seats }) {
    return h(
      'div',
      { class: 'segment', 'data-party': party, 'data-seats': seats, title: `${partyName(night, party)} ${number(seats)}` },
      h('span', { class: 'long' }, `${party} `, h('b', {}, number(seats))),
      h('b', { class: 'short' }, number(seats)),
    );
  }
}

customElements.define('seat-bar', SeatBar);
