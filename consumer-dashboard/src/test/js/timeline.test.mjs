import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { binsOfNight, instantAt, marksOf, positionOf, revisionAt } from '../../main/resources/web/js/histogram.js';
import { SPEEDS, advance } from '../../main/resources/web/js/pace.js';
import { Timeline } from '../../main/resources/web/js/timeline.js';

const MINUTE = 60_000;
const BEGIN = Date.parse('2024-07-04T22:10:00Z');
const time = (minutes) => new Date(BEGIN + minutes * MINUTE).toISOString();
const told = (revision, minutes, alerts = []) => ({ revision, at: minutes === null ? undefined : time(minutes), seats: minutes === null ? [] : ['S1'], alerts });

/** Revision 0 before anything, then one for each of the minutes. */
function timelineOf(...minutes) {
  const timeline = new Timeline();
  timeline.learn({ log: 'k3x', oldest: 0, revisions: [null, ...minutes].map((minute, i) => told(i, minute)) });
  return timeline;
}

const declared = (bins) => bins.reduce((sum, bin) => sum + bin.declared, 0);

describe('the timeline', () => {
  test('finds a revision by time, and the last of several in a moment', () => {
    const timeline = timelineOf(0, 5, 5, 9);
    assert.deepEqual([-1, 0, 4, 5, 8, 99].map((minute) => timeline.at(BEGIN + minute * MINUTE)), [0, 1, 1, 3, 3, 4]);
  });

  test('takes the next revision, knows a known one, refuses one after a gap', () => {
    const timeline = timelineOf(0, 5);
    assert.equal(timeline.add(told(3, 6), time(6)), true);
    assert.equal(timeline.add(told(3, 6), time(6)), true);
    assert.equal(timeline.add(told(5, 7), time(7)), false);
    assert.deepEqual([timeline.oldest, timeline.newest, timeline.rows.length], [0, 3, 4]);
  });

  test('never turns the clock back, whatever is taken back', () => {
    const timeline = timelineOf(0, 5);
    timeline.add(told(3, 1), time(1));
    timeline.add(told(4, null), undefined);
    assert.deepEqual(timeline.rows.slice(2).map(({ at }) => at), [5, 5, 5].map((minute) => BEGIN + minute * MINUTE));
  });

  test('learns later rows and begins anew with another log', () => {
    const timeline = timelineOf(0, 5);
    timeline.learn({ log: 'k3x', oldest: 0, revisions: [told(2, 5), told(3, 8)] });
    assert.equal(timeline.newest, 3);
    timeline.learn({ log: 'other', oldest: 0, revisions: [told(0, null)] });
    assert.deepEqual([timeline.newest, timeline.log], [0, 'other']);
  });

  test('keeps what was pushed while the rows before it were on their way', () => {
    const timeline = new Timeline();
    for (const revision of [2, 3, 4]) timeline.add(told(revision, revision), time(revision));
    timeline.learn({ log: 'k3x', oldest: 0, revisions: [told(0, null), told(1, 1), told(2, 2)] });
    assert.deepEqual(timeline.rows.map(({ revision }) => revision), [0, 1, 2, 3, 4]);
  });

  test('forgets what the server has forgotten, and is bounded however long a night goes on', () => {
    const timeline = timelineOf(0, 5, 9);
    timeline.learn({ log: 'k3x', oldest: 2, revisions: [] });
    assert.deepEqual([timeline.oldest, timeline.row(1), timeline.row(2).revision], [2, undefined, 2]);
    for (let revision = 4; revision < 25_000; revision += 1) timeline.add(told(revision, 9), time(9));
    assert.equal(timeline.rows.length, 20_000);
    assert.equal(timeline.row(timeline.oldest).revision, timeline.oldest);
  });
});

describe('the histogram', () => {
  test('has nothing before the first declaration', () => {
    const timeline = timelineOf();
    assert.deepEqual(binsOfNight(timeline.rows), []);
    assert.equal(positionOf([], null), 0);
    assert.equal(revisionAt(timeline, [], 1), 0);
  });

  test('counts every declaration once, in bins that follow each other', () => {
    const { rows } = timelineOf(0, 3, 3, 40, 200, 410, 700);
    const bins = binsOfNight(rows);
    assert.equal(declared(bins), 7);
    assert.ok(bins.length <= 96, `${bins.length} bins`);
    bins.slice(1).forEach((bin, i) => assert.equal(bin.from, bins[i].to));
  });

  test('folds hours of silence to a short break', () => {
    const bins = binsOfNight(timelineOf(0, 60, 3 * 24 * 60).rows);
    assert.equal(bins.filter(({ silent }) => silent).length, 2);
    assert.equal(declared(bins), 3);
    assert.ok(positionOf(bins, BEGIN + 60 * MINUTE) > 0.3);
  });

  test('goes from place to instant and back', () => {
    const bins = binsOfNight(timelineOf(0, 60, 3 * 24 * 60).rows);
    for (const position of [0, 0.123, 0.5, 0.77, 0.99]) {
      assert.ok(Math.abs(positionOf(bins, instantAt(bins, position)) - position) < 1e-6, `at ${position}`);
    }
    assert.equal(positionOf(bins, Infinity), 1);
  });

  test('leads to the nearest revision, at its end to the newest, and from every revision back to its moment', () => {
    const timeline = timelineOf(0, 5, 5, 31, 50, 120, 121, 122, 600);
    const bins = binsOfNight(timeline.rows);
    assert.equal(revisionAt(timeline, bins, 1), timeline.newest);
    assert.equal(revisionAt(timeline, bins, 2), timeline.newest);
    for (const { at } of timeline.rows.slice(1)) {
      assert.equal(timeline.row(revisionAt(timeline, bins, positionOf(bins, at))).at, at);
    }
  });

  test('marks alerts by weight and state', () => {
    const timeline = new Timeline();
    const alerts = [['MAJORITY_REACHED', 'ISSUED'], ['LARGEST_SWING', 'WITHDRAWN'], ['SEAT_GAIN', 'AMENDED']].map(([kind, state], id) => ({ id, kind, state }));
    timeline.learn({ log: 'k3x', oldest: 1, revisions: [told(1, 0, alerts)] });
    const marks = marksOf(timeline.rows, binsOfNight(timeline.rows));
    assert.deepEqual(marks.map(({ weight, state }) => `${weight} ${state}`), ['majority ISSUED', 'record WITHDRAWN', 'plain AMENDED']);
  });
});

describe('the pace', () => {
  const timeline = timelineOf(0, 1, 1, 2, 60, 61);
  const head = (revision, minutes) => ({ revision, instant: BEGIN + minutes * MINUTE });

  test('is a multiple of real time', () => {
    assert.deepEqual(advance(timeline, head(1, 0), 1000, 60), head(3, 1));
    assert.deepEqual(advance(timeline, head(1, 0), 1000, 1), head(1, 1 / 60));
  });

  test('waits neither for the first declaration nor through a long silence', () => {
    assert.deepEqual(advance(timeline, { revision: 0, instant: null }, 100, 1), head(1, 0));
    assert.deepEqual(advance(timeline, head(4, 2), 100, 1), head(5, 60));
  });

  test('ends with the newest revision at every speed', () => {
    for (const speed of SPEEDS) {
      let at = { revision: 0, instant: null };
      for (let i = 0; i < 5000; i += 1) at = advance(timeline, at, 1000, speed);
      assert.equal(at.revision, timeline.newest, `at ${speed}×`);
    }
  });
});
