import { h, name } from '../dom.js';
import { date, number, ordinal } from '../format.js';
import { basisWords, gainWords } from '../words.js';
import { placeInBook } from '../record-book.js';
import { timeOf } from '../clock.js';

const RUNNERS_UP = 3;
const NOUNS = { GENERAL_ELECTION: 'general elections', BY_ELECTION: 'by-elections' };

function placeWords(election, overturned) {
  const found = placeInBook(election, overturned);
  const kind = NOUNS[election.contest];
  if (!found) return [`No record of ${kind} to compare with.`];
  const { place, above, below } = found;
  const year = (entry) => entry.date.slice(0, 4);
  const of = (entry) => [name(entry.name, 60), ` ${year(entry)}, ${number(entry.value)}`];
  const neighbour = place === 1 ? [', ahead of ', ...of(below)] : [', behind ', ...of(above)];
  return [h('b', {}, `${ordinal(place)} in the record book of ${kind}`), ...neighbour, '.'];
}

/** The biggest majority overturned tonight and its place among the records. */
class BiggestOverturned extends HTMLElement {
  connectedCallback() {
    this.setAttribute('data-testid', 'biggest-overturned');
  }

  render(night) {
    const { biggestOverturned: biggest, biggestMajoritiesOverturned: list, declared } = night.scoreboard;
    // Serialised, because every update brings new objects for the same facts.
    const shown = JSON.stringify([biggest, list.slice(0, RUNNERS_UP + 1), declared > 0, night.election.recordBook.length]);
    if (this.shown === shown) return;
    this.shown = shown;
    this.toggleAttribute('data-empty', !biggest);
    this.removeAttribute('data-party');
    if (!biggest) {
      const book = placeInBook(night.election, Number.MAX_SAFE_INTEGER)?.below;
      const words = declared === 0 ? 'None yet.' : `None in ${number(declared)} declared.`;
      const toBeat = book ? [' The record to beat: ', name(book.name, 60), `, ${date(book.date)}, ${number(book.value)}.`] : [];
      this.replaceChildren(h('p', { class: 'quiet' }, words, ...toBeat));
      return;
    }
    this.dataset.party = biggest.to;
    const others = list.filter((row) => row.seat !== biggest.seat).slice(0, RUNNERS_UP);
    this.replaceChildren(
      h(
        'div',
        { class: 'head' },
        h('p', { class: 'figure' }, number(biggest.overturned), h('span', { class: 'unit' }, ' votes')),
        h('p', { class: 'seat-name' }, name(biggest.name)),
      ),
      h(
        'p',
        {},
        h('span', { class: 'chip' }, biggest.to),
        ` ${gainWords(night, biggest.to, biggest.from)}, new majority ${number(biggest.majority)}. `,
        timeOf(night, biggest.declaredAt, { zone: true }),
      ),
      h('p', { class: 'place' }, ...placeWords(night.election, biggest.overturned), h('span', { class: 'quiet' }, ` Old majority ${basisWords(biggest.basis)}.`)),
      ...(others.length === 0 ? [] : [h('ol', { class: 'runners-up', start: 2, 'aria-label': 'The next biggest tonight' }, ...others.map((row) => this.runnerUp(row)))]),
    );
  }

  runnerUp(row) {
    return h(
      'li',
      { 'data-party': row.to },
      h('span', { class: 'swatch' }),
      h('span', { class: 'fact-name' }, name(row.name)),
      h('span', { class: 'fact-note' }, `${row.to} from ${row.from}`),
      h('b', {}, number(row.overturned)),
    );
  }
}

customElements.define('biggest-overturned', BiggestOverturned);
