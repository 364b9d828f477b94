/** The declarations of a night over its hours, with a mark for every alert, as SVG. */

import { svg } from '../dom.js';
import { clock } from '../format.js';
import { binsOfNight, marksOf, positionOf } from '../histogram.js';

/** In units of its own, which are as large as the letters of the page make them. */
export const HEIGHT = 44;
const FOOT = 12;
const FLOOR = HEIGHT - FOOT;
const TOP = 9;
const HOUR = 3_600_000;
const SHORT_NIGHT = 3 * HOUR;
const LABEL_WIDTH = 46;
const BREAK_WIDTH = 14;

const bars = (bins, width) => {
  const most = Math.max(1, ...bins.map(({ declared }) => declared));
  const step = width / bins.length;
  const gap = step > 4 ? 1 : 0;
  return bins
    .map(({ declared }, i) => {
      if (declared === 0) return '';
      const height = Math.max(2, ((FLOOR - TOP) * declared) / most);
      return `M${(i * step).toFixed(1)} ${FLOOR}v${(-height).toFixed(1)}h${(step - gap).toFixed(1)}v${height.toFixed(1)}z`;
    })
    .join('');
};

/** A line for what was issued; a lozenge for what was amended, a cross for what was withdrawn. */
const shape = ({ state, weight }, x) => {
  if (state === 'AMENDED') return `M${x} ${TOP - 8}l3.5 3.5l-3.5 3.5l-3.5-3.5z`;
  if (state === 'WITHDRAWN') return `M${x - 3} ${TOP + 1}l6 6m0-6l-6 6`;
  const from = weight === 'plain' ? FLOOR - 3 : weight === 'record' ? TOP - 4 : 0;
  return `M${x} ${from}V${FLOOR}`;
};

const classOf = ({ state, weight }) => (state === 'ISSUED' ? `mark ${weight}` : `mark ${state.toLowerCase()}`);

function marks(rows, bins, width) {
  const paths = new Map();
  for (const mark of marksOf(rows, bins)) {
    const at = shape(mark, Math.round(mark.position * width * 2) / 2);
    paths.set(classOf(mark), (paths.get(classOf(mark)) ?? new Set()).add(at));
  }
  return [...paths].map(([name, parts]) => svg('path', { class: name, d: [...parts].join('') }));
}

/** Full hours, or quarters of a short night, as far apart as they can be read, and a sign where hours were left out. */
function labels(bins, width, { zone, date }) {
  const step = width / bins.length;
  const every = bins.at(-1)?.to - bins[0]?.from > SHORT_NIGHT ? HOUR : HOUR / 4;
  const texts = [];
  let free = 0;
  bins.forEach(({ from, silent }, i) => {
    const x = i * step;
    if (silent && !bins[i - 1]?.silent) {
      texts.push(svg('text', { x: x + step, y: HEIGHT - 2, class: 'break' }, '⋯'));
      free = x + step + BREAK_WIDTH;
    } else if (!silent && from % every === 0 && x >= free && x + LABEL_WIDTH / 2 < width) {
      texts.push(svg('text', { x, y: HEIGHT - 2, class: i === 0 ? 'first' : '' }, clock(from, zone, date)));
      free = x + LABEL_WIDTH;
    }
  });
  return texts;
}

export class NightHistogram {
  constructor() {
    this.reached = svg('rect', { height: HEIGHT, x: 0, y: 0 });
    this.all = svg('path', { class: 'bars' });
    this.done = svg('path', { class: 'bars reached', 'clip-path': 'url(#reached)' });
    this.marks = svg('g');
    this.labels = svg('g');
    this.thumb = svg('g', { class: 'thumb' }, svg('path', { d: `M0 0V${FLOOR}` }), svg('circle', { cy: FLOOR, r: 6 }));
    this.floor = svg('path', { class: 'floor' });
    this.root = svg('svg', { 'aria-hidden': 'true' }, svg('clipPath', { id: 'reached' }, this.reached), this.all, this.done, this.marks, this.floor, this.labels, this.thumb);
  }

  /**
   * Draws what is not drawn yet; only the thumb moves where nothing else is new.
   *
   * @param {number} width of the axis in its own units, of which it is always as high
   */
  draw(timeline, election, width, instant) {
    const drawn = `${timeline.version} ${width} ${election.date}`;
    if (this.drawn !== drawn) {
      this.drawn = drawn;
      this.bins = binsOfNight(timeline.rows);
      this.root.setAttribute('viewBox', `0 0 ${width} ${HEIGHT}`);
      this.floor.setAttribute('d', `M0 ${FLOOR}H${width}`);
      for (const path of [this.all, this.done]) path.setAttribute('d', bars(this.bins, width));
      this.marks.replaceChildren(...marks(timeline.rows, this.bins, width));
      this.labels.replaceChildren(...labels(this.bins, width, election));
    }
    const x = positionOf(this.bins, instant) * width;
    this.reached.setAttribute('width', x.toFixed(1));
    this.thumb.setAttribute('transform', `translate(${x.toFixed(1)} 0)`);
  }
}
