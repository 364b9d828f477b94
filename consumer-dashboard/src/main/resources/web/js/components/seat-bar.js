import { h, reconcile, setAttribute, setText } from '../dom.js';
import { number } from '../format.js';
import { labelPlace, lineState, lineWords } from '../line.js';
import { partyName, undecided } from '../words.js';

/** So near to an end of the bar, the label of the line stands on its inner side. */
const EDGE = 0.2;

/** The seats as one bar: a segment a party, the majority line through it, an empty tail to come. */
class SeatBar extends HTMLElement {
  connectedCallback() {
    this.setAttribute('role', 'img');
    this.segments = h('div', { class: 'segments' });
    this.line = h('div', { class: 'line', hidden: true }, h('span', { class: 'line-label' }));
    this.append(this.segments, this.line);
  }

  render(night) {
    const { seats, majorityLine, parties } = night.scoreboard;
    const won = parties.filter((row) => row.seats > 0);
    const toCome = { party: '', seats: undecided(night.scoreboard) };
    reconcile(this.segments, [...won, toCome], {
      key: ({ party }) => party,
      create: ({ party }) => (party === '' ? h('div', { class: 'to-come' }) : segment(party)),
      update: (element, row) => row !== toCome && label(element, row, night),
    });
    let start = 0;
    [...won, toCome].forEach((row, i) => {
      const segment = this.segments.children[i];
      segment.style.flexGrow = row.seats;
      segment.style.display = row.seats > 0 ? '' : 'none';
      const { end, short } = labelPlace(start / seats, (start + row.seats) / seats, majorityLine && majorityLine.seats / seats);
      segment.classList.toggle('label-end', end);
      segment.classList.toggle('label-short', short);
      start += row.seats;
    });
    setAttribute(this, 'data-line', lineState(night.scoreboard));
    this.line.hidden = !majorityLine;
    if (majorityLine) {
      const at = majorityLine.seats / seats;
      this.line.style.insetInlineStart = `${at * 100}%`;
      setAttribute(this.line, 'data-edge', at > 1 - EDGE ? 'end' : at < EDGE ? 'start' : null);
      setText(this.line.firstChild, lineWords(night.scoreboard));
    }
    const words = won.map((row) => `${partyName(night, row.party)} ${number(row.seats)}`);
    const line = majorityLine ? `; ${number(majorityLine.seats)} make a majority` : '';
    this.setAttribute('aria-label', `Seats: ${[...words, `${number(toCome.seats)} to come`].join(', ')}${line}`);
  }
}

const segment = (party) =>
  h(
    'div',
    { class: 'segment', 'data-party': party },
    h('span', { class: 'long' }, `${party} `, h('b')),
    h('b', { class: 'short' }),
  );

function label(element, { party, seats }, night) {
  setAttribute(element, 'data-seats', seats);
  setAttribute(element, 'title', `${partyName(night, party)} ${number(seats)}`);
  for (const figure of element.querySelectorAll('b')) setText(figure, number(seats));
}

customElements.define('seat-bar', SeatBar);
