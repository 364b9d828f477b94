import { h, name } from '../dom.js';
import { date, number } from '../format.js';
import { neighbours, placeWords, recordToBeat } from '../record-book.js';
import { nodesOf } from '../say.js';
import { seatLink } from '../seat-link.js';
import { inDoubt, standing } from '../store.js';
import { basisWords, doubts, gainWords, standingWords, stateWords } from '../words.js';
import { timeOf } from '../clock.js';

const RUNNERS_UP = 3;
const KIND = 'BIGGEST_MAJORITY_OVERTURNED';

const badge = (words) => h('strong', { class: 'state' }, words);
const upperFirst = (words) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
const reasonOf = ({ reason }) => (reason ? [' ', name(reason, 240)] : []);

/** What is known when nothing was overturned yet. */
function toBeat(election) {
  const found = recordToBeat(election);
  if (!found) return [];
  const era = found.scope.since ? ` since ${found.scope.since.slice(0, 4)}` : '';
  return [` The record to beat${era}: `, name(found.entry.name, 60), `, ${date(found.entry.date)}, ${number(found.entry.value)}.`];
}

/** All that the place is drawn from; what is no news about the record is not in it. */
function factsOf({ election, scoreboard, alerts, reports, seats, ...night }) {
  const { biggestOverturned: biggest, biggestMajoritiesOverturned: list, declared, rushed } = scoreboard;
  const known = alerts.filter(({ kind }) => kind === KIND);
  const alert = biggest && known.find(({ seat, state }) => seat === biggest.seat && state === 'AMENDED');
  const withdrawn = known.find(({ state, was }) => state === 'WITHDRAWN' && was?.overturned > (biggest?.overturned ?? -1));
  const report = biggest && reports.get(biggest.seat);
  const larger = inDoubt({ reports, ...night })
    .filter(({ seat, result, announced }) => !result && announced?.status !== 'WITHDRAWN' && seats.get(seat)?.held?.majority > (biggest?.overturned ?? 0))
    .map(({ seat, name: seatName, ...rest }) => ({ seat, name: seatName, state: standing(rest) }));
  return {
    biggest,
    others: list.filter((row) => row.seat !== biggest?.seat).slice(0, RUNNERS_UP),
    decided: declared + rushed,
    rushed,
    book: election.recordBook,
    amended: alert && { reason: alert.reason },
    withdrawn: withdrawn && { seat: withdrawn.seat, name: withdrawn.name, overturned: withdrawn.was.overturned, reason: withdrawn.reason },
    doubt: report && (report.checking || report.held || report.announced) ? report : undefined,
    larger,
  };
}

/** The biggest majority overturned tonight, its place among the records, and what becomes of it. */
class BiggestOverturned extends HTMLElement {
  connectedCallback() {
    this.setAttribute('data-testid', 'biggest-overturned');
  }

  render(night) {
    this.night = night;
    const facts = factsOf(night);
    // Serialised, because every update brings new objects for the same facts.
    const shown = JSON.stringify(facts);
    if (this.shown === shown) return;
    this.shown = shown;
    const { biggest } = facts;
    this.toggleAttribute('data-empty', !biggest);
    if (biggest) this.dataset.party = biggest.to;
    else this.removeAttribute('data-party');
    this.replaceChildren(...(biggest ? this.record(facts) : this.none(facts)), ...this.changes(facts));
  }

  none({ decided, rushed }) {
    const words = decided === 0 ? 'None yet.' : `None in ${number(decided)} ${rushed > 0 ? 'declared or rushed' : 'declared'}.`;
    return [h('p', { class: 'quiet' }, words, ...toBeat(this.night.election))];
  }

  record({ biggest, others, amended, doubt }) {
    const { night } = this;
    return [
      h(
        'div',
        { class: 'head' },
        h('p', { class: 'figure' }, number(biggest.overturned), h('span', { class: 'unit' }, ' votes')),
        h('p', { class: 'seat-name' }, seatLink(biggest.seat, biggest.name)),
      ),
      h(
        'p',
        {},
        h('span', { class: 'chip' }, biggest.to),
        ` ${gainWords(night, biggest.to, biggest.from)}, ${biggest.majority === undefined ? 'votes to come' : `new majority ${number(biggest.majority)}`}. `,
        timeOf(night, biggest.declaredAt, { zone: true }),
      ),
      ...(doubt ? [h('p', { class: 'reason', 'data-testid': 'record-in-doubt' }, badge(standingWords(standing(doubt))), ...doubts(doubt).flatMap((clause, i) => [i > 0 ? '; ' : ' ', ...nodesOf(clause)]))] : []),
      ...(amended ? [h('p', { class: 'reason', 'data-testid': 'record-amended' }, badge(stateWords('AMENDED')), ...reasonOf(amended))] : []),
      ...this.place(biggest),
      ...(others.length === 0 ? [] : [h('div', { class: 'runners-up' }, h('h3', {}, 'Next tonight'), h('ol', { start: 2 }, ...others.map((row) => this.runnerUp(row))))]),
    ];
  }

  /** The place that the night gives it, between its neighbours in the book. */
  place(biggest) {
    const { election } = this.night;
    const basis = h('span', { class: 'quiet' }, ` Old majority ${basisWords(biggest.basis)}.`);
    if (!biggest.record) return [h('p', { class: 'place' }, recordToBeat(election) ? 'The record book gives it no place.' : 'The record book has nothing to compare it with.', basis)];
    return [
      h('p', { class: 'place' }, h('b', {}, `${upperFirst(placeWords(biggest.record))}.`), basis),
      h('ol', { class: 'book', 'aria-label': 'Its place in the record book', 'data-testid': 'record-rows' }, ...neighbours(election, biggest).map((row) => this.bookRow(row))),
    ];
  }

  bookRow({ rank, name: label, date: on, value, tonight }) {
    return h(
      'li',
      { 'data-tonight': tonight },
      h('span', { class: 'rank' }, number(rank)),
      h('span', { class: 'fact-name' }, name(label, 60)),
      h('span', { class: 'fact-note' }, tonight ? 'tonight' : on.slice(0, 4)),
      h('b', {}, number(value)),
    );
  }

  runnerUp(row) {
    return h(
      'li',
      { 'data-party': row.to },
      h('span', { class: 'swatch' }),
      h('span', { class: 'fact-name' }, seatLink(row.seat, row.name)),
      h('span', { class: 'fact-note' }, `${row.to} from ${row.from}`),
      h('b', {}, number(row.overturned)),
    );
  }

  /** What was taken back, and what may still change it, without figures that are not believed yet. */
  changes({ withdrawn, larger }) {
    return [
      ...(withdrawn ? [h('p', { class: 'taken-back', 'data-testid': 'record-withdrawn' }, badge(stateWords('WITHDRAWN')), ' ', h('s', {}, seatLink(withdrawn.seat, withdrawn.name, 60), ` ${number(withdrawn.overturned)}`), h('span', { class: 'quiet' }, ...reasonOf(withdrawn)))] : []),
      ...larger.slice(0, 1).map(({ seat, name: label, state }) => h('p', { class: 'may-change', 'data-testid': 'record-may-change' }, badge(standingWords(state)), ' ', seatLink(seat, label, 60), h('span', { class: 'quiet' }, ', where a bigger majority was held: not counted.'))),
    ];
  }
}

customElements.define('biggest-overturned', BiggestOverturned);
