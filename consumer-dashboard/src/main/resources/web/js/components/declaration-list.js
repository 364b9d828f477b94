import { h, name, reconcile, setText } from '../dom.js';
import { number, zoneName } from '../format.js';
import { seatLink } from '../seat-link.js';
import { standingLines } from '../standing.js';
import { SteadyList } from '../steady-list.js';
import { standing } from '../store.js';
import { partyName } from '../words.js';
import { timeOf } from '../clock.js';

const MOST_ROWS = 60;

/** The majority, and an old one that the result itself knows: the seat's may be of another moment. */
function majority({ status, majority: votes, overturned }) {
  if (status === 'RUSH') return 'votes to come';
  if (votes === undefined) return 'unopposed';
  const words = votes === 0 ? 'a tie, decided by lot' : `majority ${number(votes)}`;
  return overturned === undefined ? words : `${words}, overturning ${number(overturned)}`;
}

/** The newest declarations, and what was said of a seat instead of one; it does not move under a reader who has scrolled or points at it. */
class DeclarationList extends HTMLElement {
  connectedCallback() {
    this.rows = h('ol', { tabindex: '0', 'aria-label': 'Newest declarations' });
    this.list = new SteadyList(this.rows, (seats) => this.draw(seats));
    this.list.button.dataset.testid = 'new-declarations';
    this.zone = h('p', { class: 'quiet' });
    this.append(this.zone, this.list.button, this.rows);
  }

  render(night) {
    const other = this.night !== night;
    this.night = night;
    const latest = night.scoreboard.latest;
    setText(this.zone, latest ? `Times in ${zoneName(latest, night.election.zone)}` : 'No seat declared yet.');
    this.list.offer(night.newest, other);
  }

  draw(seats) {
    const reports = seats.slice(0, MOST_ROWS).map((seat) => this.night.reports.get(seat)).filter(Boolean);
    reconcile(this.rows, reports, { key: ({ seat }) => seat, create: (report) => this.row(report) });
  }

  row(report) {
    const { result, announced, checking, held, correction } = report;
    const at = result?.declaredAt ?? held?.at ?? checking?.declaredAt ?? announced?.at ?? correction?.at;
    return h(
      'li',
      { 'data-testid': 'declaration', 'data-seat': report.seat, 'data-party': result?.party, 'data-status': standing(report) },
      h('p', { class: 'declaration-head' }, h('span', { class: 'seat-name' }, seatLink(report.seat, report.name)), at ? timeOf(this.night, at) : null),
      result ? h('p', { class: 'declaration-words' }, ...this.words(result)) : null,
      ...standingLines(report),
    );
  }

  words(row) {
    const gain = row.outcome?.kind === 'GAIN';
    return [
      h('span', { class: gain ? 'chip gain' : 'chip' }, row.party),
      gain ? h('b', {}, ` gain from ${partyName(this.night, row.outcome.from)}`) : row.outcome ? ' hold' : ' win',
      ', ',
      majority(row),
      row.winner ? h('span', { class: 'winner' }, ' · ', name(row.winner, 60)) : null,
    ];
  }
}

customElements.define('declaration-list', DeclarationList);
