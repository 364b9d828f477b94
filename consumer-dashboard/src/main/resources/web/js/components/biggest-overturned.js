import { h, name } from '../dom.js';
import { date, number } from '../format.js';
import { basisWords, gainWords } from '../words.js';
import { placeWords, recordToBeat } from '../record-book.js';
import { timeOf } from '../clock.js';

const RUNNERS_UP = 3;

const entryWords = (entry) => [name(entry.name, 60), ` ${entry.date.slice(0, 4)}, ${number(entry.value)}`];

/** The place that the night gives it, and its neighbour in the book. */
function place(election, { record }) {
  if (!record) return [recordToBeat(election) ? 'The record book gives it no place.' : 'The record book has nothing to compare it with.'];
  const { beaten, unbeaten } = record;
  const neighbour = unbeaten ? [', behind ', ...entryWords(unbeaten)] : beaten ? [', ahead of ', ...entryWords(beaten)] : [];
  const words = placeWords(record);
  return [h('b', {}, `${words.charAt(0).toUpperCase()}${words.slice(1)}`), ...neighbour, '.'];
}

/** What is known when nothing was overturned yet. */
function toBeat(election) {
  const found = recordToBeat(election);
  if (!found) return [];
  const era = found.scope.since ? ` since ${found.scope.since.slice(0, 4)}` : '';
  return [` The record to beat${era}: `, name(found.entry.name, 60), `, ${date(found.entry.date)}, ${number(found.entry.value)}.`];
}

/** The biggest majority overturned tonight and its place among the records. */
class BiggestOverturned extends HTMLElement {
  connectedCallback() {
    this.setAttribute('data-testid', 'biggest-overturned');
  }

  render(night) {
    const { biggestOverturned: biggest, biggestMajoritiesOverturned: list, declared, rushed } = night.scoreboard;
    // Serialised, because every update brings new objects for the same facts.
    const shown = JSON.stringify([biggest, list.slice(0, RUNNERS_UP + 1), declared + rushed, night.election.recordBook]);
    if (this.shown === shown) return;
    this.shown = shown;
    this.toggleAttribute('data-empty', !biggest);
    this.removeAttribute('data-party');
    if (!biggest) {
      const decided = declared + rushed;
      const words = decided === 0 ? 'None yet.' : `None in ${number(decided)} ${rushed > 0 ? 'declared or rushed' : 'declared'}.`;
      this.replaceChildren(h('p', { class: 'quiet' }, words, ...toBeat(night.election)));
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
        ` ${gainWords(night, biggest.to, biggest.from)}, ${biggest.majority === undefined ? 'votes to come' : `new majority ${number(biggest.majority)}`}. `,
        timeOf(night, biggest.declaredAt, { zone: true }),
      ),
      h('p', { class: 'place' }, ...place(night.election, biggest), h('span', { class: 'quiet' }, ` Old majority ${basisWords(biggest.basis)}.`)),
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
