/** The bug: seats of the first parties by their codes, how many are in, and the way to the line. */

import { h, name, reconcile, setText } from '../js/dom.js';
import { clock, signed, zoneName } from '../js/format.js';
import { perFrame } from '../js/frame.js';
import { asked, mark, onAir } from './on-air.js';
import { bugRows, progress, wayToTheLine } from './standings.js';

const place = document.getElementById('stage');
const rows = h('ol', { class: 'rows' });
const bar = h('div', { class: 'bar', 'aria-hidden': 'true' });
const line = h('span', { class: 'bar-line' });
const declared = h('p', { class: 'declared' });
const way = h('p', { class: 'way' });
const bug = h('section', { class: 'bug panel', 'data-testid': 'bug' }, rows, h('div', { class: 'bar-frame' }, bar, line), declared, way);
let night = null;
let away = false;

const row = ({ party, label }) =>
  h('li', { 'data-party': party || null, 'data-testid': 'bug-row' }, h('span', { class: 'swatch' }), h('span', { class: 'name' }, name(label, 60)), h('b', { class: 'seats' }), h('span', { class: 'net' }));

function update(element, { seats, net }) {
  setText(element.querySelector('.seats'), String(seats));
  setText(element.querySelector('.net'), net === null ? '' : net === 0 ? '=' : signed(net));
}

/** While the server is away the figures are those of a time, and no more is claimed of them. */
function footing() {
  const { scoreboard, election } = night;
  if (!away) return wayToTheLine(night);
  return scoreboard.latest ? `At ${clock(scoreboard.latest, election.zone, election.date)} ${zoneName(scoreboard.latest, election.zone)}` : null;
}

const draw = perFrame(() => {
  const { scoreboard, election } = night;
  const shown = bugRows(night, asked.parties);
  reconcile(rows, shown, { key: ({ party }) => party, create: row, update });
  reconcile(bar, shown.filter(({ seats }) => seats > 0), { key: ({ party }) => party, create: ({ party }) => h('span', { 'data-party': party || null }), update: (element, { seats }) => (element.style.flexGrow = seats) });
  bar.style.width = `${(100 * shown.reduce((sum, { seats }) => sum + seats, 0)) / scoreboard.seats}%`;
  line.hidden = !scoreboard.majorityLine;
  if (scoreboard.majorityLine) line.style.left = `${(100 * scoreboard.majorityLine.seats) / scoreboard.seats}%`;
  setText(declared, progress(scoreboard));
  const words = footing();
  way.hidden = words === null;
  setText(way, words ?? '');
  bug.querySelector('.mark')?.remove();
  bug.prepend(...[mark(election)].filter(Boolean));
  place.replaceChildren(bug);
});

onAir({
  changed(latest) {
    night = latest;
    draw();
  },
  lost(yes) {
    away = yes;
    if (night) draw();
  },
});
