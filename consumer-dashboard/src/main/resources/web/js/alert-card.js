/** One alert as the page shows it: as a card, or as a line of a list. */

import { h, name } from './dom.js';
import { timeOf } from './clock.js';
import { address, onRoute } from './route.js';
import { nodesOf } from './say.js';
import { seatLink } from './seat-link.js';
import { alertChanges, alertFigure, kindWords, stateWords } from './words.js';

const LONGEST = { card: 400, line: 240 };

const hidden = (text) => h('span', { class: 'visually-hidden' }, text);

const value = (parts, none, tag, attributes = {}) => h(tag, attributes, ...(parts === null ? [none] : nodesOf(parts)));

/** Old and new value of every figure that changed, side by side. */
function changes(night, alert) {
  const changed = alertChanges(night, alert);
  if (changed.length === 0) return null;
  const rows = changed.flatMap(({ label, was, now }) => [
    h('dt', {}, ...nodesOf(label)),
    h('dd', {}, hidden('was '), value(was, 'none', was === null ? 'span' : 's', { class: 'old' }), h('span', { class: 'arrow', role: 'img', 'aria-label': 'now' }, ' → '), value(now, 'taken back', 'b')),
  ]);
  return h('dl', { class: 'changes', 'data-testid': 'changes' }, ...rows);
}

/** The headline with its seat as a link, and apart from it the link where it does not name the seat in full. */
function headline({ headline: text, seat, name: seatName }, longest) {
  const at = seatName && text.length <= longest ? text.indexOf(seatName) : -1;
  if (at < 0) return { words: [name(text, longest)], link: h('p', { class: 'headline-seat' }, seatLink(seat, seatName, 60)) };
  return { words: [h('bdi', {}, text.slice(0, at), seatLink(seat, seatName), text.slice(at + seatName.length))], link: null };
}

/** The time of an alert leads to its own address. */
const permalinkOf = (night, { id, at }, options) =>
  h('a', { class: 'permalink', 'data-go': true, 'data-link-alert': id, href: address({ alert: id }), title: 'Link to this alert' }, timeOf(night, at, options), hidden(' link to this alert'));

/** A link that was made in another view leads from the one that is shown now. */
onRoute(() => {
  for (const link of document.querySelectorAll('a[data-link-alert]')) link.setAttribute('href', address({ alert: link.dataset.linkAlert || null }));
});

const hooks = ({ id, kind, state, facts }, opened) => ({
  'data-testid': 'alert',
  'data-alert-id': id,
  'data-kind': kind,
  'data-state': state,
  'data-party': facts.party,
  'data-opened': opened,
  tabindex: '-1',
});

function bigFigure(alert) {
  const found = alertFigure(alert);
  if (!found) return null;
  return h('p', { class: 'figure' }, alert.state === 'WITHDRAWN' ? h('s', {}, found.figure) : found.figure, h('span', { class: 'unit' }, ` ${found.unit}`));
}

const reasonOf = ({ reason }) => (reason ? h('p', { class: 'reason', 'data-testid': 'reason' }, 'Reason: ', name(reason, 400)) : null);

const openedNote = () =>
  h('p', { class: 'opened-note' }, 'Opened by its address. ', h('a', { 'data-go': true, 'data-link-alert': '', href: address({ alert: null }) }, 'Back to all'));

/** A card: what kind of alert, what became of it, when, the figure large, old and new, and why. */
export function alertCard(night, alert, opened) {
  const withdrawn = alert.state === 'WITHDRAWN';
  const state = stateWords(alert.state);
  const { words, link } = headline(alert, LONGEST.card);
  return h(
    'li',
    { class: 'card', ...hooks(alert, opened) },
    h('p', { class: 'kind' }, kindWords(alert.kind), state ? h('strong', { class: 'state' }, state) : null, permalinkOf(night, alert, { zone: true })),
    h('div', { class: 'card-body' }, bigFigure(alert), h('p', { class: 'headline' }, ...(withdrawn ? [h('s', {}, ...words), hidden(' is withdrawn')] : words))),
    link,
    withdrawn ? null : changes(night, alert),
    reasonOf(alert),
    opened ? openedNote() : null,
  );
}

/** A line, for what many seats may have. */
export function alertLine(night, alert) {
  const kind = alert.kind === 'SEAT_GAIN' ? null : h('span', { class: 'line-kind' }, `${kindWords(alert.kind)}: `);
  const { words, link } = headline(alert, LONGEST.line);
  return h('li', { class: 'gain-row', ...hooks(alert) }, h('span', { class: 'swatch' }), h('div', {}, h('p', { class: 'headline' }, kind, ...words), link, reasonOf(alert)), permalinkOf(night, alert));
}
