import { h, reconcile, setText } from '../dom.js';
import { number, points, share, signed } from '../format.js';
import { partyName } from '../words.js';

const COLUMNS = [
  ['seats', 'Seats', 'Seats won so far'],
  ['net', 'Net', 'Gains minus losses'],
  ['gains', 'Gain', 'Seats won that another party held'],
  ['losses', 'Loss', 'Seats lost to another party'],
  ['sittingNet', 'Sit.', 'Gains minus losses against the party of the member at dissolution or vacancy'],
  ['votes', 'Votes', 'Valid votes in the seats declared'],
  ['share', '%', 'Percent of valid votes in the seats declared'],
  ['shareChange', '±', 'Change of share in percentage points'],
];
const PRINTED = { seats: number, gains: number, losses: number, net: signed, sittingNet: signed, votes: number, share, shareChange: points };
const MOST_ROWS = 10;
const SMALL_SHARE = 1;

/** Before the first declaration: the parties that hold the seats, with nothing won yet. */
function beforeTheFirst(night) {
  const held = new Map();
  for (const { held: by } of night.seats.values()) {
    if (by) held.set(by.party, (held.get(by.party) ?? 0) + 1);
  }
  return [...held]
    .sort(([, a], [, b]) => b - a)
    .map(([party]) => ({ party, seats: 0, gains: 0, losses: 0, net: 0, sittingNet: 0, votes: 0 }));
}

/** The parties' lines that are always seen, and those folded into "others". */
function fold(rows) {
  const seen = (row, i) => i < MOST_ROWS && (row.seats > 0 || !(row.share < SMALL_SHARE));
  const main = rows.filter(seen);
  const others = rows.filter((row) => !main.includes(row));
  return others.length > 1 ? { main, others } : { main: rows, others: [] };
}

/** Others as one line; the share is computed from votes, as a sum of rounded shares would not be. */
function sum(rows, validVotes) {
  const total = (column) => rows.reduce((all, row) => all + row[column], 0);
  const [seats, gains, losses, net, sittingNet, votes] = ['seats', 'gains', 'losses', 'net', 'sittingNet', 'votes'].map(total);
  return { seats, gains, losses, net, sittingNet, votes, share: validVotes > 0 ? (votes / validVotes) * 100 : undefined };
}

const cells = () => COLUMNS.map(([column]) => h('td', { 'data-col': column }));

function fillIn(line, row) {
  for (const cell of line.querySelectorAll('td')) {
    const { col } = cell.dataset;
    setText(cell, row[col] === undefined ? '' : PRINTED[col](row[col]));
  }
}

/** Every party's seats, gains, losses, net, votes, share and its change. */
class PartyTable extends HTMLElement {
  connectedCallback() {
    this.main = h('tbody', {});
    this.note = h('p', { class: 'quiet ledger-note', hidden: true, 'data-testid': 'sitting-note' });
    this.others = h('tbody', { id: 'other-parties', hidden: true });
    this.toggle = h('button', { type: 'button', 'aria-expanded': 'false', 'aria-controls': 'other-parties' });
    this.toggle.addEventListener('click', () => this.open(this.others.hidden));
    this.othersLine = h('tr', { 'data-testid': 'others-row' }, h('th', { scope: 'row' }, this.toggle), ...cells());
    this.othersSum = h('tbody', { hidden: true }, this.othersLine);
    const head = COLUMNS.map(([column, label, title]) => h('th', { scope: 'col', title, 'data-col': column }, h('abbr', { title }, label)));
    this.append(
      h(
        'table',
        {},
        h('caption', { class: 'visually-hidden' }, 'Seats and votes by party'),
        h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Party'), ...head)),
        this.main,
        this.othersSum,
        this.others,
      ),
      this.note,
    );
  }

  open(open) {
    this.others.hidden = !open;
    this.toggle.setAttribute('aria-expanded', open);
  }

  render(night) {
    const { parties, declared, rushed, validVotes, sittingKnown } = night.scoreboard;
    this.toggleAttribute('data-sitting', sittingKnown > 0);
    this.note.hidden = sittingKnown === 0;
    setText(this.note, `Sit.: net against the sitting member's party, known of ${number(sittingKnown)} of ${number(declared + rushed)} seats.`);
    const { main, others } = fold(declared + rushed === 0 ? beforeTheFirst(night) : parties);
    const shape = { key: ({ party }) => party, create: ({ party }) => this.row(night, party), update: fillIn };
    reconcile(this.main, main, shape);
    reconcile(this.others, others, shape);
    this.othersSum.hidden = others.length === 0;
    if (others.length === 0) return;
    setText(this.toggle, `${number(others.length)} others`);
    fillIn(this.othersLine, sum(others, validVotes));
  }

  row(night, party) {
    const name = partyName(night, party);
    return h(
      'tr',
      { 'data-testid': 'party-row', 'data-party': party },
      h(
        'th',
        { scope: 'row', title: name },
        h('span', { class: 'party-cell' }, h('span', { class: 'swatch' }), h('bdi', { class: 'party-name' }, name), h('bdi', { class: 'party-code' }, party)),
      ),
      ...cells(),
    );
  }
}

customElements.define('party-table', PartyTable);
