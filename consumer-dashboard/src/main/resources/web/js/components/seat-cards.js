import { h, name, reconcile, setText } from '../dom.js';
import { number, share } from '../format.js';
import { keeper } from '../keep.js';
import { candidateTable } from '../seat/candidates.js';
import { seatLink } from '../seat-link.js';
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
    this.keep = keeper();
    this.cards = h('div', { class: 'seat-cards' });
    this.more = h('p', { class: 'quiet', hidden: true });
    this.append(this.cards, this.more);
  }

  render(night) {
    const seats = [...night.seats.values()];
    const items = seats
      .slice(0, MOST_CARDS)
      .map((seat) => this.keep(seat.seat, { seat, report: night.reports.get(seat.seat), full: night.full.get(seat.seat) }));
    this.more.hidden = seats.length <= MOST_CARDS;
    setText(this.more, `${number(seats.length - MOST_CARDS)} more seats; this night has no map; find them by name.`);
    reconcile(this.cards, items, { key: ({ seat }) => seat.seat, create: (item) => this.card(night, item) });
  }

  card(night, { seat, report, full }) {
    const held = seat.held;
    const row = report?.result;
    const state = standing(report);
    return h(
      'article',
      { class: 'seat-card', 'data-testid': 'seat-card', 'data-seat': seat.seat, 'data-party': row?.party, 'data-standing': state },
      h('header', {}, h('h3', {}, seatLink(seat.seat, seat.name)), h('p', { class: 'quiet' }, name(seat.region, 60), seat.electorate > 0 ? ` · electorate ${number(seat.electorate)}` : '', full?.turnout === undefined ? '' : ` · turnout ${share(full.turnout)}%`)),
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
    else facts.push(row.majority === undefined ? 'unopposed' : `majority ${number(row.majority)}`);
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
      {},
      candidateTable(night, candidates.slice(0, CANDIDATES)),
      rest.length > 0 ? h('details', {}, h('summary', {}, `${number(rest.length)} more`), candidateTable(night, rest)) : null,
    );
  }
}

customElements.define('seat-cards', SeatCards);
