import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { latestOnly } from '../../main/resources/web/js/latest-only.js';
import { Recent } from '../../main/resources/web/js/recent.js';
import { applySnapshot, applyUpdate, openNight } from '../../main/resources/web/js/store.js';
import { Timeline } from '../../main/resources/web/js/timeline.js';
import { Travel } from '../../main/resources/web/js/travel.js';
import { UpdatePages } from '../../main/resources/web/js/update-pages.js';

const NEWEST = 120;
const time = (revision) => (revision === 0 ? undefined : new Date(Date.parse('2024-07-04T22:00:00Z') + revision * 60_000).toISOString());
const snapshot = (revision) => ({ revision, log: 'k3x', scoreboard: { declared: revision, parties: [], latest: time(revision) }, results: [], notices: [], newest: [], alerts: [] });
const update = (revision) => ({ revision, scoreboard: { declared: revision, parties: [], latest: time(revision) }, seats: [], alerts: [] });

/** Lets what was promised come. */
const settled = () => new Promise((done) => setImmediate(done));

function liveNight() {
  const night = openNight({ election: { parties: [], seats: 650 }, seats: [] });
  applySnapshot(night, snapshot(NEWEST));
  return night;
}

function travelOf(server = {}) {
  const live = liveNight();
  const timeline = new Timeline();
  timeline.learn({ log: 'k3x', oldest: 0, revisions: Array.from({ length: NEWEST + 1 }, (_, revision) => ({ revision, at: time(revision), seats: ['S1'], alerts: [] })) });
  const told = { asked: [], moved: [], refused: [] };
  const travel = new Travel(
    live,
    timeline,
    {
      snapshot: async (revision) => {
        told.asked.push(revision);
        return snapshot(revision);
      },
      updates: async (after) => Array.from({ length: Math.min(50, NEWEST - after) }, (_, i) => update(after + 1 + i)),
      result: async () => null,
      ...server,
    },
    { changed() {}, moved: (isSettled) => told.moved.push([travel.revision, isSettled]), refused: (...refusal) => told.refused.push(refusal) },
  );
  return { live, travel, told };
}

const refusing = (status) => ({ snapshot: () => Promise.reject(Object.assign(new Error(), { status })) });

describe('time travel', () => {
  test('shows the night as it stood while live goes on in the background', async () => {
    const { live, travel } = travelOf();
    travel.show(30);
    await settled();
    applyUpdate(live, update(NEWEST + 1));
    assert.deepEqual([travel.night.past, travel.night.revision, travel.night.live, travel.night.at], [true, 30, NEWEST + 1, Date.parse(time(30))]);
    travel.showLive();
    assert.equal(travel.night, live);
    assert.equal(travel.night.revision, NEWEST + 1);
  });

  test('asks for the last wish only, and not again for what it knows', async () => {
    const { travel, told } = travelOf();
    for (const revision of [10, 11, 12, 13, 14]) travel.show(revision, { settled: false });
    await settled();
    assert.deepEqual(told.asked, [10, 14]);
    travel.show(10);
    await settled();
    assert.deepEqual(told.asked, [10, 14]);
    assert.equal(travel.night.revision, 10);
  });

  test('does not show what comes after one went back to live', async () => {
    const { live, travel } = travelOf();
    travel.show(10);
    travel.showLive();
    await settled();
    assert.equal(travel.night, live);
  });

  for (const status of [404, 410]) {
    test(`says that a moment cannot be shown, and shows live, after ${status}`, async () => {
      const { live, travel, told } = travelOf(refusing(status));
      travel.show(900);
      await settled();
      assert.deepEqual(told.refused, [[900, status]]);
      assert.equal(travel.night, live);
      assert.equal(travel.revision, null);
    });
  }

  test('plays on to the newest revision and then is live', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const { travel, told } = travelOf();
    travel.show(20);
    await settled();
    travel.play(Infinity);
    const seen = [];
    for (let i = 0; i < 40 && travel.revision !== null; i += 1) {
      t.mock.timers.tick(100);
      await settled();
      seen.push(travel.night.revision);
    }
    assert.deepEqual(seen, [...seen].sort((a, b) => a - b));
    assert.equal(seen.at(-1), NEWEST);
    assert.equal(travel.night.past, false);
    assert.deepEqual(told.asked, [20], 'updates take it forward, not snapshots');
    assert.deepEqual([travel.speed, told.moved.at(-1)], [null, [null, true]]);
  });

  test('stops playing for whoever goes elsewhere', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const { travel } = travelOf();
    travel.play(600);
    await settled();
    assert.equal(travel.night.revision, 0);
    travel.show(50);
    await settled();
    t.mock.timers.tick(1000);
    await settled();
    assert.deepEqual([travel.speed, travel.night.revision], [null, 50]);
  });
});

test('updates are fetched by the page and in order, also after a jump', async () => {
  const asked = [];
  const pages = new UpdatePages(async (after) => {
    asked.push(after);
    return [1, 2, 3].map((i) => update(after + i));
  });
  const revisions = async (after, upTo) => (await pages.between(after, upTo)).map(({ revision }) => revision);
  assert.deepEqual(await revisions(0, 2), [1, 2]);
  assert.deepEqual(await revisions(2, 5), [3, 4, 5]);
  assert.deepEqual(await revisions(9, 10), [10]);
  assert.deepEqual(asked, [0, 3, 9]);
});

test('a wish that was dropped is not told of, one after it is', async () => {
  const told = [];
  const wishes = latestOnly(async (key) => key, { arrived: (key) => told.push(key), failed: assert.fail });
  wishes.want(1);
  wishes.drop();
  wishes.want(2);
  await settled();
  assert.deepEqual(told, [2]);
});

test('the values used last are kept, and no more than a few', () => {
  const recent = new Recent(2);
  recent.set('a', 1);
  recent.set('b', 2);
  recent.get('a');
  recent.set('c', 3);
  assert.deepEqual(['a', 'b', 'c'].map((key) => recent.get(key)), [1, undefined, 3]);
});
