/** The hexagons of the map as paths, and where they stand. Pure. */

/** From a hexagon's centre to its corners, in the units of the drawing. */
export const SIZE = 10;
const WIDTH = Math.sqrt(3) * SIZE;
const HEIGHT = 1.5 * SIZE;
const GAP = 0.93;
const TURNS = [0, 1, 2, 3, 4, 5];

const corner = (turn, size = SIZE * GAP) => {
  const angle = (Math.PI / 3) * turn - Math.PI / 2;
  return [size * Math.cos(angle), size * Math.sin(angle)];
};
const path = (corners) => `M${corners.map((xy) => xy.map((v) => v.toFixed(2)).join()).join('L')}Z`;
const between = (a, b, part) => a.map((value, i) => value + (b[i] - value) * part);

/** A hexagon of a part of the full size. */
export const hexagon = (part = 1) => path(TURNS.map((turn) => corner(turn, SIZE * GAP * part)));

export const HEXAGON = hexagon();

/** A gain has a notch in its upper corner, so that it is not told by colour alone. */
export const NOTCHED = path([
  between(corner(0), corner(5), 0.55),
  [0, -0.22 * SIZE],
  between(corner(0), corner(1), 0.55),
  ...TURNS.slice(1).map((turn) => corner(turn)),
]);

/** A hexagon filled from its foot up to a part of its height, like a gauge. */
export function gauge(part) {
  const level = SIZE * GAP * (1 - 2 * Math.min(1, Math.max(0, part)));
  const outline = TURNS.map((turn) => corner(turn));
  const kept = outline.flatMap((from, turn) => {
    const to = outline[(turn + 1) % outline.length];
    const crosses = from[1] < level !== to[1] < level;
    return [...(from[1] >= level ? [from] : []), ...(crosses ? [between(from, to, (level - from[1]) / (to[1] - from[1]))] : [])];
  });
  return path(kept);
}

/** What stands in a hexagon for a state: two bars, a ring, a cross. */
export const BARS = 'M-3.6,-4.5H-1.2V4.5H-3.6ZM1.2,-4.5H3.6V4.5H1.2Z';
export const RING = 'M0,-4.8A4.8,4.8,0,1,1,-0.01,-4.8ZM0,-2.6A2.6,2.6,0,1,0,0.01,-2.6Z';
export const CROSS = 'M-4.6,-3.2L-3.2,-4.6L0,-1.4L3.2,-4.6L4.6,-3.2L1.4,0L4.6,3.2L3.2,4.6L0,1.4L-3.2,4.6L-4.6,3.2L-1.4,0Z';

/** HexJSON odd-r: odd rows are half a cell to the right, rows count upwards. */
export const centre = ({ q, r }) => ({ x: WIDTH * (q + (r & 1) / 2), y: -HEIGHT * r });

/** The view box around hexagons at these places. */
export function viewBox(places) {
  const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs) - SIZE, Math.min(...ys) - SIZE - 1];
  return [left, top, Math.max(...xs) + SIZE - left, Math.max(...ys) + SIZE + 1 - top].map(Math.round).join(' ');
}

const DIRECTIONS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * The nearest place in the direction of an arrow key, straight ahead before aside; undefined where
 * there is none, and for any other key.
 *
 * @param {Map<string, {x: number, y: number}>} places by seat
 */
export function neighbour(places, seat, key) {
  const direction = DIRECTIONS[key];
  const from = places.get(seat);
  if (!direction || !from) return undefined;
  const [dx, dy] = direction;
  let best;
  for (const [other, { x, y }] of places) {
    const ahead = (x - from.x) * dx + (y - from.y) * dy;
    const aside = Math.abs((x - from.x) * dy) + Math.abs((y - from.y) * dx);
    if (ahead < 1 || aside > ahead * 2) continue;
    const cost = ahead + 2 * aside;
    if (!best || cost < best.cost) best = { seat: other, cost };
  }
  return best?.seat;
}
