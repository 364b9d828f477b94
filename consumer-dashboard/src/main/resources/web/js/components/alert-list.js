import { h, name, reconcile, setText } from '../dom.js';
import { number, points } from '../format.js';
import { nodesOf } from '../say.js';
import { alertChanges, isCard, kindWords, stateWords } from '../words.js';
import { timeOf } from '../clock.js';

const CARDS = 3;
const MOST_CARDS = 40;
const MOST_GAINS = 60;

const isPinned = (alert) => alert.kind === 'MAJORITY_REACHED' && alert.state !== 'WITHDRAWN';

const value = (parts, none, tag, attributes = {}) => h(tag, attributes, ...(parts === null ? [none] : nodesOf(parts)));

/** Old and new value of every figure that changed, side by side. */
function changes(night, alert) {
  const changed = alertChanges(night, alert);
  if (changed.length === 0) return null;
  const rows = changed.flatMap(({ label, was, now }) => [
    h('dt', {}, ...nodesOf(label)),
    h('dd', {}, value(was, 'none', was === null ? 'span' : 's', { class: 'old' }), h('span', { class: 'arrow', role: 'img', 'aria-label': 'now' }, ' → '), value(now, 'taken back', 'b')),
  ]);
  return h('dl', { class: 'changes', 'data-testid': 'changes' }, ...rows);
}

const hooks = ({ id, kind, state, facts }) => ({
  'data-testid': 'alert',
  'data-alert-id': id,
  'data-kind': kind,
  'data-state': state,
  'data-party': facts.party,
});

/** The figure that an alert is about; a withdrawn one is struck through like its headline. */
function bigFigure({ facts, kind, state }) {
  const figures = { MAJORITY_REACHED: facts.seats, LARGEST_SWING: facts.swing && points(facts.swing.points), NARROWEST_MAJORITY: facts.majority };
  const figure = figures[kind] ?? facts.overturned;
  if (figure === undefined) return null;
  const text = typeof figure === 'number' ? number(figure) : figure;
  return h('p', { class: 'figure' }, state === 'WITHDRAWN' ? h('s', {}, text) : text);
}

const reasonOf = ({ reason }) => (reason ? h('p', { class: 'reason', 'data-testid': 'reason' }, 'Reason: ', name(reason, 400)) : null);

/** Records, the majority, and all that was amended or withdrawn as cards, on top; gains as a compact list under them. */
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
    const lines = night.alerts.filter((alert) => !isCard(alert));
    const gains = lines.filter(({ kind }) => kind === 'SEAT_GAIN');
    const hidden = sorted.length - CARDS;
    // An amended alert is another object under the same id, so it is drawn again.
    reconcile(this.cards, sorted.slice(0, this.all ? MOST_CARDS : CARDS), { key: ({ id }) => id, create: (alert) => this.card(alert) });
    reconcile(this.gains, lines.slice(0, MOST_GAINS), { key: ({ id }) => id, create: (alert) => this.line(alert) });
    this.more.hidden = hidden <= 0;
    setText(this.more, this.all ? 'Show fewer' : `Show ${number(hidden)} earlier`);
    this.empty.hidden = night.alerts.length > 0;
    this.count.hidden = gains.length === 0;
    setText(this.count, `${number(gains.length)} ${gains.length === 1 ? 'seat has' : 'seats have'} changed hands`);
  }

  card(alert) {
    const headline = name(alert.headline, 400);
    const withdrawn = alert.state === 'WITHDRAWN';
    const state = stateWords(alert.state);
    return h(
      'li',
      { class: 'card', ...hooks(alert) },
      h('p', { class: 'kind' }, kindWords(alert.kind), state ? h('strong', { class: 'state' }, state) : null, timeOf(this.night, alert.at, { zone: true })),
      h('div', { class: 'card-body' }, bigFigure(alert), h('p', { class: 'headline' }, withdrawn ? h('s', {}, headline) : headline)),
      withdrawn ? null : changes(this.night, alert),
      reasonOf(alert),
    );
  }

  line(alert) {
    const kind = alert.kind === 'SEAT_GAIN' ? null : h('span', { class: 'line-kind' }, `${kindWords(alert.kind)}: `);
    return h('li', { class: 'gain-row', ...hooks(alert) }, h('span', { class: 'swatch' }), h('div', { class: 'headline' }, kind, name(alert.headline, 240), reasonOf(alert)), timeOf(this.night, alert.at));
  }
}

customElements.define('alert-list', AlertList);
