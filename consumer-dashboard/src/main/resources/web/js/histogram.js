/**
 * The hours of a night as an axis of equal bins, each with its number of declarations. Pure. A
 * silence of hours is folded to a short break, so that a seat declared on Sunday leaves room for
 * the night.
 */

const MINUTE = 60_000;
const LENGTHS = [1, 2, 5, 10, 15, 30, 60, 180, 720].map((minutes) => minutes * MINUTE);
const MOST_BINS = 96;
/** An end that moves in steps keeps the bars where they are while a night goes on. */
const STEP = 30 * MINUTE;
const LONGEST_SILENCE = 90 * MINUTE;
const BREAK = 2;
const RECORDS = ['BIGGEST_MAJORITY_OVERTURNED', 'LARGEST_SWING', 'NARROWEST_MAJORITY'];

const bin = (index, length, declared) => ({ from: index * length, to: (index + 1) * length, declared, silent: false });

function binsOf(counts, length) {
  const occupied = [...counts.keys()];
  const step = Math.max(1, STEP / length);
  const start = Math.floor(occupied[0] / step) * step;
  const end = Math.floor(occupied.at(-1) / step) * step + step;
  const most = Math.max(6, LONGEST_SILENCE / length);
  const bins = [];
  let next = start;
  for (const index of [...occupied, end]) {
    const silent = index - next;
    if (silent > most) {
      const part = (silent * length) / BREAK;
      for (let i = 0; i < BREAK; i += 1) bins.push({ from: next * length + i * part, to: next * length + (i + 1) * part, declared: 0, silent: true });
    } else {
      for (let i = next; i < index; i += 1) bins.push(bin(i, length, 0));
    }
    if (index < end) bins.push(bin(index, length, counts.get(index)));
    next = index + 1;
  }
  return bins;
}

function count(rows, length) {
  const counts = new Map();
  for (const { at, declared } of rows) {
    if (at === null) continue;
    const index = Math.floor(at / length);
    counts.set(index, (counts.get(index) ?? 0) + (declared ? 1 : 0));
  }
  return counts;
}

/** The bins of a night's rows, as narrow as there is room for; none before the first declaration. */
export function binsOfNight(rows) {
  if (!rows.some(({ at }) => at !== null)) return [];
  for (const length of LENGTHS) {
    const bins = binsOf(count(rows, length), length);
    if (bins.length <= MOST_BINS || length === LENGTHS.at(-1)) return bins;
  }
}

/** Where an instant lies on the axis, 0 to 1; null, before the first declaration, at its start. */
export function positionOf(bins, instant) {
  if (instant === null || bins.length === 0 || instant <= bins[0].from) return 0;
  const index = bins.findIndex(({ to }) => instant < to);
  if (index < 0) return 1;
  const { from, to } = bins[index];
  return (index + (instant - from) / (to - from)) / bins.length;
}

/** The instant at a position of the axis. */
export function instantAt(bins, position) {
  if (bins.length === 0) return null;
  const place = Math.min(Math.max(position, 0), 1) * bins.length;
  const index = Math.min(Math.floor(place), bins.length - 1);
  const { from, to } = bins[index];
  return from + (place - index) * (to - from);
}

/**
 * The revision whose place on the axis is nearest to a position; past the place of the newest it is
 * the newest.
 */
export function revisionAt(timeline, bins, position) {
  const { rows, oldest } = timeline;
  const instant = instantAt(bins, position);
  if (instant === null) return position < 0.5 ? oldest : timeline.newest;
  const before = timeline.at(instant) ?? oldest;
  const after = rows[before + 1 - oldest];
  if (after === undefined) return before;
  const distance = ({ at }) => Math.abs(positionOf(bins, at) - position);
  return distance(after) < distance(timeline.row(before)) ? timeline.at(after.at) : before;
}

/**
 * What stands on the axis: a place for each alert, whether it is a `record`, the `majority` or
 * `plain`, and its `state`.
 */
export const marksOf = (rows, bins) =>
  rows.flatMap(({ at, alerts }) =>
    alerts.map(({ kind, state }) => ({
      position: positionOf(bins, at),
      weight: kind === 'MAJORITY_REACHED' ? 'majority' : RECORDS.includes(kind) ? 'record' : 'plain',
      state,
    })),
  );
