import { h, reconcile, setText, svg } from '../dom.js';
import { number } from '../format.js';
import { keeper } from '../keep.js';
import { Cell } from '../map/cell.js';
import { HEXAGON, centre, neighbour, viewBox } from '../map/geometry.js';
import { legend, modeChoice } from '../map/legend.js';
import { modeOf } from '../map/modes.js';
import { masks } from '../map/paint.js';
import { go, onRoute, route } from '../route.js';
import { say } from '../say.js';
import { seatLink } from '../seat-link.js';
import { seatState, seatWords } from '../seat-words.js';

/** More flashes than this in one frame would be a flicker and tell nothing. */
const MOST_FLASHES = 12;
const MOST_UNPLACED = 60;
const STILL = matchMedia('(prefers-reduced-motion: reduce)');

/** Every seat as a hexagon; the words of the one pointed at or focused stand below. */
class HexMap extends HTMLElement {
  connectedCallback() {
    this.choice = modeChoice();
    this.root = svg('svg', { class: 'map', role: 'group', 'aria-label': 'Map of seats; use the arrow keys to move from seat to seat, and Enter to open one' });
    this.caption = h('p', { class: 'caption', 'aria-live': 'polite', 'data-testid': 'map-caption' });
    this.legend = h('div', { class: 'quiet', 'data-testid': 'map-legend' });
    this.unplaced = h('ol', { class: 'unplaced', 'aria-label': 'Seats without a place on the map' });
    this.more = h('p', { class: 'quiet', hidden: true });
    this.append(this.choice.element, this.root, this.caption, this.legend, this.unplaced, this.more);
    this.cells = new Map();
    this.keep = keeper();
    this.root.addEventListener('pointerover', ({ target }) => this.look(target.dataset.seat));
    this.root.addEventListener('pointerleave', () => this.look(this.focused()));
    this.root.addEventListener('focusin', ({ target }) => this.look(target.dataset.seat));
    this.root.addEventListener('focusout', () => this.look(undefined));
    this.root.addEventListener('click', ({ target }) => target.dataset.seat && this.open(target.dataset.seat));
    this.root.addEventListener('keydown', (event) => this.press(event));
    this.root.addEventListener('animationend', ({ target }) => target.classList.remove('flash'));
    onRoute(() => this.night && this.render(this.night));
    // Observed, because asking while drawing would lay the page out once more.
    new IntersectionObserver((seen) => (this.inView = seen.at(-1).isIntersecting)).observe(this.root);
  }

  focused() {
    return this.root.contains(document.activeElement) ? document.activeElement.dataset.seat : undefined;
  }

  render(night) {
    if (this.seats !== night.seats) this.place(night);
    const mode = modeOf(route().map);
    if (this.mode !== mode) this.explain(mode);
    // What a journey through the night changes is no news.
    const live = this.night === night && !night.past && this.drawn;
    const news = [...this.cells.values()].filter((cell) => cell.show(night, mode, night.reports.get(cell.seat)));
    if (live && news.length <= MOST_FLASHES && this.isSeen()) news.forEach((cell) => cell.flash());
    this.drawn = night.revision !== null && night.revision > 0;
    this.night = night;
    this.list(night);
    this.speak();
  }

  /** Flashes that nobody saw would all come at once when the map is shown. */
  isSeen() {
    return !STILL.matches && !document.hidden && this.inView;
  }

  /** Builds the map anew where seats have other places than before, and not for any other news of them. */
  place({ seats }) {
    this.seats = seats;
    const placed = [...seats.values()].filter(({ hex }) => hex);
    const places = placed.map(({ seat, hex }) => `${seat} ${hex.q} ${hex.r}`).join();
    if (this.places === places) return;
    this.places = places;
    this.drawn = false;
    this.cells = new Map();
    this.centres = new Map(placed.map(({ seat, hex }) => [seat, centre(hex)]));
    for (const [seat, at] of this.centres) this.cells.set(seat, new Cell(seat, at));
    if (placed.length === 0) return;
    this.root.setAttribute('viewBox', viewBox([...this.centres.values()]));
    this.cursor = svg('path', { d: HEXAGON, class: 'cursor', visibility: 'hidden' });
    const cells = [...this.cells.values()];
    this.root.replaceChildren(masks(), ...cells.flatMap(({ element, mark }) => [element, mark]), this.cursor);
    cells[0].element.setAttribute('tabindex', '0');
  }

  explain(mode) {
    this.mode = mode;
    this.dataset.mode = mode.id;
    this.choice.show(mode);
    this.legend.replaceChildren(legend(mode));
  }

  /** A map may leave seats out; they are listed. */
  list(night) {
    const seats = [...night.seats.values()].filter(({ hex }) => !hex);
    this.unplaced.hidden = seats.length === 0;
    reconcile(this.unplaced, seats.slice(0, MOST_UNPLACED).map((seat) => this.keep(seat.seat, { seat, report: night.reports.get(seat.seat) })), {
      key: ({ seat }) => seat.seat,
      create: ({ seat, report }) => h('li', { 'data-party': report?.result?.party }, report?.result ? h('span', { class: 'swatch' }) : null, seatLink(seat.seat, seat.name, 60), h('span', { class: 'quiet' }, ` ${seatState(night, report)}`)),
    });
    this.more.hidden = seats.length <= MOST_UNPLACED;
    setText(this.more, `${number(seats.length - MOST_UNPLACED)} more seats have no place on the map; find them by name.`);
  }

  look(seat) {
    if (this.looked === seat) return;
    this.looked = seat;
    this.speak();
  }

  speak() {
    const cell = this.cells.get(this.looked);
    this.cursor?.setAttribute('visibility', cell ? 'visible' : 'hidden');
    this.caption.classList.toggle('quiet', !cell);
    if (cell) {
      this.cursor.setAttribute('transform', cell.transform);
      say(this.caption, seatWords(this.night, this.looked));
    } else if (this.cells.size > 0) {
      say(this.caption, ['Point at a seat, or use the arrow keys and Enter.']);
    }
  }

  open(seat) {
    this.enter(seat);
    go({ seat });
  }

  enter(seat) {
    this.root.querySelector('[tabindex="0"]')?.setAttribute('tabindex', '-1');
    const { element } = this.cells.get(seat);
    element.setAttribute('tabindex', '0');
    element.focus({ preventScroll: true });
  }

  press(event) {
    const { seat } = event.target.dataset;
    const next = neighbour(this.centres, seat, event.key);
    const opens = event.key === 'Enter' && seat;
    if (!next && !opens) return;
    event.preventDefault();
    if (opens) this.open(seat);
    else this.enter(next);
  }
}

customElements.define('hex-map', HexMap);
