import { h, name, reconcile, setText } from '../dom.js';
import { number } from '../format.js';
import { basisWords, partyName } from '../words.js';
import { timeOf } from '../clock.js';

const KINDS = {
  SEAT_GAIN: 'Gain',
  BIGGEST_MAJORITY_OVERTURNED: 'Biggest overturned so far',
  MAJORITY_REACHED: 'Majority reached',
};
const STATES = { ISSUED: '', AMENDED: 'Corrected', WITHDRAWN: 'Withdrawn' };
const FACTS = { party: 'Won by', from: 'From', majority: 'New majority', overturned: 'Overturned', basis: 'Basis', seats: 'Seats', majorityLine: 'Line' };
const CARDS = 3;
const MOST_CARDS = 40;
const MOST_GAINS = 60;

const isCard = (alert) => alert.kind !== 'SEAT_GAIN' || alert.state !== 'ISSUED';
const isPinned = (alert) => alert.kind === 'MAJORITY_REACHED' && alert.state !== 'WITHDRAWN';

function factText(night, field, value) {
  if (value === undefined) return '–';
  if (field === 'party' || field === 'from') return partyName(night, value);
  if (field === 'basis') return basisWords(value);
  return number(value);
}

/** Old and new value of every fact that changed, side by side. */
function changes(night, { was, facts }) {
  const changed = Object.keys(FACTS).filter((field) => was && was[field] !== facts[field]);
  if (changed.length === 0) return null;
  const rows = changed.flatMap((field) => [
    h('dt', {}, FACTS[field]),
    h('dd', {}, h('s', { class: 'old' }, factText(night, field, was[field])), h('span', { class: 'arrow', 'aria-label': 'now' }, ' → '), h('b', {}, factText(night, field, facts[field]))),
  ]);
  return h('dl', { class: 'changes' }, ...rows);
}

const hooks = ({ id, kind, state, facts }) => ({
  'data-testid': 'alert',
  'data-alert-id': id,
  'data-kind': kind,
  'data-state': state,
  'data-party': facts.party,
});

function bigFigure({ facts, kind }) {
  const value = kind === 'MAJORITY_REACHED' ? facts.seats : facts.overturned;
  return value === undefined ? null : h('p', { class: 'figure' }, number(value));
}

/** Records and the majority as cards, on top; gains as a compact list under them. */
class AlertList extends HTMLElement {
  connectedCallback() {
    this.cards = h('ol', { class: 'cards' });
    this.more = h('button', { type: 'button', class: 'more', hidden: true, 'aria-expanded': 'false' });
    this.more.addEventListener('click', () => {
      this.all = !this.all;
      this.more.setAttribute('aria-expanded', this.all);
      this.render(this.night);
    });
    this.count = h('h3', { class: 'gains-heading' });
    this.gains = h('ol', { class: 'gains' });
    this.empty = h('p', { class: 'quiet' }, 'Nothing yet. Seats that change hands, records and the majority appear here.');
    this.append(this.empty, this.cards, this.more, this.count, this.gains);
  }

  render(night) {
    this.night = night;
    const cards = night.alerts.filter(isCard);
    const sorted = [...cards.filter(isPinned), ...cards.filter((alert) => !isPinned(alert))];
    const gains = night.alerts.filter((alert) => !isCard(alert));
    const hidden = sorted.length - CARDS;
    // An amended alert is another object under the same id, so it is drawn again.
    reconcile(this.cards, sorted.slice(0, this.all ? MOST_CARDS : CARDS), { key: ({ id }) => id, create: (alert) => this.card(alert) });
    reconcile(this.gains, gains.slice(0, MOST_GAINS), { key: ({ id }) => id, create: (alert) => this.gain(alert) });
    this.more.hidden = hidden <= 0;
    setText(this.more, this.all ? 'Show fewer' : `Show ${number(hidden)} earlier`);
    this.empty.hidden = night.alerts.length > 0;
    this.count.hidden = gains.length === 0;
    setText(this.count, `${number(gains.length)} ${gains.length === 1 ? 'seat has' : 'seats have'} changed hands`);
  }

  card(alert) {
    const headline = name(alert.headline, 400);
    const withdrawn = alert.state === 'WITHDRAWN';
    return h(
      'li',
      { class: 'card', ...hooks(alert) },
      h('p', { class: 'kind' }, KINDS[alert.kind] ?? alert.kind, STATES[alert.state] ? h('strong', { class: 'state' }, STATES[alert.state]) : null, timeOf(this.night, alert.at, { zone: true })),
      h('div', { class: 'card-body' }, withdrawn ? null : bigFigure(alert), h('p', { class: 'headline' }, withdrawn ? h('s', {}, headline) : headline)),
      alert.state === 'AMENDED' ? changes(this.night, alert) : null,
      alert.reason ? h('p', { class: 'reason' }, 'Reason: ', name(alert.reason, 400)) : null,
    );
  }

  gain(alert) {
    return h('li', { class: 'gain-row', ...hooks(alert) }, h('span', { class: 'swatch' }), h('span', { class: 'headline' }, name(alert.headline, 240)), timeOf(this.night, alert.at));
  }
}

customElements.define('alert-list', AlertList);
