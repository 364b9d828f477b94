import { h, name, reconcile, setText } from '../dom.js';
import { number, points, share } from '../format.js';
import { standingLines } from '../standing.js';
import { standing } from '../store.js';
import { basisWords, collective, partyName } from '../words.js';
import { timeOf } from '../clock.js';

const CANDIDATES = 6;
/** A night with more seats than this and no map is read in its declarations. */
const MOST_CARDS = 40;

/** The seats of a night without a map, one card a seat, with the candidates. */
class SeatCards extends HTMLElement {
  connectedCallback() {
    this.cards = h('div', { class: 'seat-cards' });
    this.more = h('p', { class: 'quiet', hidden: true });
    this.append(this.cards, this.more);
  }

  render(night) {
    const seats = [...night.seats.values()];
    const items = seats.slice(0, MOST_CARDS).map((seat) => this.item(night, seat));
    this.more.hidden = seats.length <= MOST_CARDS;
    setText(this.more, `${number(seats.length - MOST_CARDS)} more seats; this night has no map.`);
    reconcile(this.cards, items, { key: ({ seat }) => seat.seat, create: (item) => this.card(night, item) });
  }

  /** The same object while nothing about the seat has changed, so that its card stays. */
  item(night, seat) {
    const cache = (this.items ??= new Map());
    const report = night.reports.get(seat.seat);
    const full = night.full.get(seat.seat);
    const known = cache.get(seat.seat);
    if (known && known.seat === seat && known.report === report && known.full === full) return known;
    const item = { seat, report, full };
    cache.set(seat.seat, item);
    return item;
  }

  card(night, { seat, report, full }) {
    const held = seat.held;
    const row = report?.result;
    const state = standing(report);
    return h(
      'article',
      { class: 'seat-card', 'data-testid': 'seat-card', 'data-seat': seat.seat, 'data-party': row?.party, 'data-standing': state },
      h('header', {}, h('h3', {}, name(seat.name)), h('p', { class: 'quiet' }, name(seat.region, 60), seat.electorate > 0 ? ` · electorate ${number(seat.electorate)}` : '', full?.turnout === undefined ? '' : ` · turnout ${share(full.turnout)}%`)),
      row ? this.verdict(night, row) : h('p', { class: 'verdict' }, state ? 'No result' : 'Not declared yet'),
      ...(report ? standingLines(report) : []),
      held ? h('p', { class: 'quiet' }, `Was ${partyName(night, held.party)}, majority ${number(held.majority)} (${basisWords(held.basis)})`) : null,
      full?.candidates.length > 0 ? this.candidates(night, full.candidates) : null,
    );
  }

  verdict(night, row) {
    const gain = row.outcome?.kind === 'GAIN';
    const facts = [];
    if (row.status === 'RUSH') facts.push('votes to come');
    else if (row.majority === 0) facts.push('a tie, decided by lot');
    else if (row.majority !== undefined) facts.push(`majority ${number(row.majority)}`);
    if (row.overturned !== undefined) facts.push(`overturning ${number(row.overturned)}`);
    return h(
      'p',
      { class: 'verdict' },
      h('span', { class: gain ? 'chip gain' : 'chip' }, row.party),
      h('b', {}, gain ? ` gain from ${collective(night, row.outcome.from)}` : row.outcome ? ' hold' : ' win'),
      facts.length > 0 ? `, ${facts.join(', ')} ` : ' ',
      timeOf(night, row.declaredAt, { zone: true }),
      row.status === 'RUSH' && row.winner ? h('span', { class: 'winner' }, ' · ', name(row.winner, 60)) : null,
    );
  }

  candidates(night, candidates) {
    const rest = candidates.slice(CANDIDATES);
    return h(
      'div',
      { class: 'candidates' },
      this.table(night, candidates.slice(0, CANDIDATES)),
      rest.length > 0 ? h('details', {}, h('summary', {}, `${number(rest.length)} more`), this.table(night, rest)) : null,
    );
  }

  table(night, rows) {
    return h(
      'table',
      {},
      h('thead', { class: 'visually-hidden' }, h('tr', {}, ...['Candidate', 'Votes', 'Percent', 'Change'].map((label) => h('th', { scope: 'col' }, label)))),
      h('tbody', {}, ...rows.map((row) => this.candidate(night, row))),
    );
  }

  candidate(night, row) {
    const bar = h('span', { class: 'share-bar' });
    bar.style.inlineSize = `${Math.max(0, Math.min(100, row.share))}%`;
    return h(
      'tr',
      { 'data-party': row.party },
      h('th', { scope: 'row' }, h('span', { class: 'candidate' }, h('span', { class: 'swatch' }), h('span', { class: 'candidate-name' }, name(row.candidate)), h('span', { class: 'candidate-party', title: partyName(night, row.party) }, row.party)), bar),
      h('td', {}, number(row.votes)),
      h('td', {}, `${share(row.share)}%`),
      h('td', {}, row.shareChange === undefined ? '' : points(row.shareChange)),
    );
  }
}

customElements.define('seat-cards', SeatCards);
