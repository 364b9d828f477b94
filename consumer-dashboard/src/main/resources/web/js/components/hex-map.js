import { h, svg } from '../dom.js';
import { say } from '../say.js';
import { standing } from '../store.js';
import { plain, seatWords } from '../words.js';

const SIZE = 10;
const WIDTH = Math.sqrt(3) * SIZE;
const HEIGHT = 1.5 * SIZE;
const GAP = 0.93;
/** More flashes than this in one frame would be a flicker and tell nothing. */
const MOST_FLASHES = 12;
const STILL = matchMedia('(prefers-reduced-motion: reduce)');
const DIRECTIONS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const corner = (turn, size = SIZE * GAP) => {
  const angle = (Math.PI / 3) * turn - Math.PI / 2;
  return [size * Math.cos(angle), size * Math.sin(angle)];
};
const path = (corners) => `M${corners.map((xy) => xy.map((v) => v.toFixed(2)).join()).join('L')}Z`;
const HEXAGON = path([0, 1, 2, 3, 4, 5].map((turn) => corner(turn)));
const between = (a, b, part) => a.map((value, i) => value + (b[i] - value) * part);
/** A gain has a notch in its upper corner, so that it is not told by colour alone. */
const NOTCHED = path([
  between(corner(0), corner(5), 0.55),
  [0, -0.22 * SIZE],
  between(corner(0), corner(1), 0.55),
  ...[1, 2, 3, 4, 5].map((turn) => corner(turn)),
]);

/** HexJSON odd-r: odd rows are half a cell to the right, rows count upwards. */
const centre = ({ q, r }) => ({ x: WIDTH * (q + (r & 1) / 2), y: -HEIGHT * r });

/** Equal while nothing is to be drawn or said anew. */
const stateOf = (report) =>
  report ? JSON.stringify([report.result?.party, report.result?.outcome?.kind, report.result?.majority, report.announced, report.checking, report.held, report.correction, standing(report)]) : '';

/** Every seat as a hexagon; the words of the one pointed at or focused stand below. */
class HexMap extends HTMLElement {
  connectedCallback() {
    this.root = svg('svg', { class: 'map', role: 'group', 'aria-label': 'Map of seats; use the arrow keys to move from seat to seat' });
    this.caption = h('p', { class: 'caption', 'aria-live': 'polite', 'data-testid': 'map-caption' });
    this.append(this.root, this.caption, legend());
    this.root.addEventListener('pointerover', ({ target }) => this.look(target.dataset.seat));
    this.root.addEventListener('pointerleave', () => this.look(this.focused()));
    this.root.addEventListener('focusin', ({ target }) => this.look(target.dataset.seat));
    this.root.addEventListener('focusout', () => this.look(undefined));
    this.root.addEventListener('click', ({ target }) => target.dataset.seat && this.enter(target.dataset.seat));
    this.root.addEventListener('keydown', (event) => this.move(event));
    this.root.addEventListener('animationend', ({ target }) => target.classList.remove('flash'));
  }

  focused() {
    return this.root.contains(document.activeElement) ? document.activeElement.dataset.seat : undefined;
  }

  render(night) {
    if (this.seats !== night.seats) this.build(night);
    const changed = [];
    for (const [seat, cell] of this.cells) {
      const report = night.reports.get(seat);
      const state = stateOf(report);
      if (cell.state === state) continue;
      if (this.drawn) changed.push(cell);
      cell.state = state;
      this.paint(night, cell, report);
    }
    if (changed.length <= MOST_FLASHES && this.isSeen()) changed.forEach(({ element }) => element.classList.add('flash'));
    this.drawn = night.revision !== null && night.revision > 0;
    this.night = night;
    this.speak();
  }

  /** Flashes that nobody saw would all come at once when the map is shown. */
  isSeen() {
    return !STILL.matches && !document.hidden && this.root.getClientRects().length > 0;
  }

  build(night) {
    this.seats = night.seats;
    this.drawn = false;
    this.cells = new Map();
    const placed = [...night.seats.values()].filter((seat) => seat.hex);
    for (const seat of placed) {
      const { x, y } = centre(seat.hex);
      const element = svg('path', { d: HEXAGON, transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`, class: 'hex', role: 'img', tabindex: '-1', 'data-seat': seat.seat, 'data-testid': 'hex' });
      this.cells.set(seat.seat, { element, x, y });
    }
    const cells = [...this.cells.values()];
    const [xs, ys] = [cells.map(({ x }) => x), cells.map(({ y }) => y)];
    const [left, top] = [Math.min(...xs) - SIZE, Math.min(...ys) - SIZE - 1];
    this.root.setAttribute('viewBox', [left, top, Math.max(...xs) + SIZE - left, Math.max(...ys) + SIZE + 1 - top].map(Math.round).join(' '));
    this.cursor = svg('path', { d: HEXAGON, class: 'cursor', visibility: 'hidden' });
    this.root.replaceChildren(masks(), ...cells.map(({ element }) => element), this.cursor);
    cells[0]?.element.setAttribute('tabindex', '0');
    for (const cell of cells) {
      cell.state = '';
      this.paint(night, cell, undefined);
    }
  }

  paint(night, { element }, report) {
    const row = report?.result;
    const gain = row?.outcome?.kind === 'GAIN';
    if (row) element.dataset.party = row.party;
    else delete element.dataset.party;
    element.classList.toggle('declared', row !== undefined);
    element.setAttribute('d', gain ? NOTCHED : HEXAGON);
    element.dataset.outcome = row?.outcome?.kind ?? '';
    element.dataset.standing = standing(report);
    element.setAttribute('aria-label', plain(seatWords(night, element.dataset.seat)));
  }

  look(seat) {
    if (this.looked === seat) return;
    this.looked = seat;
    this.speak();
  }

  speak() {
    const cell = this.cells?.get(this.looked);
    this.cursor?.setAttribute('visibility', cell ? 'visible' : 'hidden');
    if (!cell) {
      say(this.caption, ['Point at a seat, or use the arrow keys, to read its result.']);
      this.caption.classList.add('quiet');
      return;
    }
    this.cursor.setAttribute('transform', cell.element.getAttribute('transform'));
    this.caption.classList.remove('quiet');
    say(this.caption, seatWords(this.night, this.looked));
  }

  enter(seat) {
    this.root.querySelector('[tabindex="0"]')?.setAttribute('tabindex', '-1');
    const { element } = this.cells.get(seat);
    element.setAttribute('tabindex', '0');
    element.focus({ preventScroll: true });
  }

  /** To the nearest seat in the direction of the key, straight ahead before aside. */
  move(event) {
    const direction = DIRECTIONS[event.key];
    const from = this.cells.get(event.target.dataset.seat);
    if (!direction || !from) return;
    event.preventDefault();
    const [dx, dy] = direction;
    let best;
    for (const [seat, { x, y }] of this.cells) {
      const ahead = (x - from.x) * dx + (y - from.y) * dy;
      const aside = Math.abs((x - from.x) * dy) + Math.abs((y - from.y) * dx);
      if (ahead < 1 || aside > ahead * 2) continue;
      const cost = ahead + 2 * aside;
      if (!best || cost < best.cost) best = { seat, cost };
    }
    if (best) this.enter(best.seat);
  }
}

/** What the hatch of a seat being checked and the dots of a rush leave of its colour. */
function masks() {
  const mask = (id, width, ...marks) =>
    svg(
      'mask',
      { id, maskUnits: 'userSpaceOnUse', x: -SIZE - 1, y: -SIZE - 1, width: 2 * SIZE + 2, height: 2 * SIZE + 2 },
      svg('rect', { x: -SIZE - 1, y: -SIZE - 1, width: 2 * SIZE + 2, height: 2 * SIZE + 2, fill: `url(#${id}-marks)` }),
      svg('pattern', { id: `${id}-marks`, width, height: width, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' }, svg('rect', { width, height: width, fill: '#555' }), ...marks),
    );
  return svg(
    'defs',
    {},
    mask('hatch', 4, svg('rect', { width: 1.8, height: 4, fill: '#fff' })),
    mask('dots', 4, svg('circle', { cx: 2, cy: 2, r: 1.4, fill: '#fff' })),
  );
}

function legend() {
  const sample = (d, className, standing) => svg('svg', { viewBox: '-10 -10 20 20', class: 'sample', 'aria-hidden': 'true' }, svg('path', { d, class: className, 'data-standing': standing }));
  return h(
    'p',
    { class: 'legend quiet' },
    h('span', {}, sample(HEXAGON, 'hex declared'), 'held'),
    h('span', {}, sample(NOTCHED, 'hex declared'), 'gained'),
    h('span', {}, sample(HEXAGON, 'hex declared', 'RUSH'), 'rushed, votes to come'),
    h('span', {}, sample(HEXAGON, 'hex', 'CHECKING'), 'being checked or on hold'),
    h('span', {}, sample(HEXAGON, 'hex', 'RECOUNT'), 'counted again or withdrawn'),
    h('span', {}, sample(HEXAGON, 'hex'), 'to come'),
  );
}

customElements.define('hex-map', HexMap);
