import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergeScoreboard } from '../../main/resources/web/js/scoreboard.js';
import { applySnapshot, applyUpdate, openNight, pastNight } from '../../main/resources/web/js/store.js';

const row = (party, seats, votes) => ({ party, seats, votes });
const before = { election: 'night', revision: 7, seats: 650, declared: 3, alertsStopped: { by: 'desk' }, flips: [1], parties: [row('Lab', 2, 900), row('Con', 1, 800)] };
const codes = ({ parties }) => parties.map(({ party }) => party);

test('a scoreboard keeps what did not change', () => {
  const merged = mergeScoreboard(before, { election: 'night', revision: 8, declared: 4 });
  assert.deepEqual(merged, { ...before, revision: 8, declared: 4 });
  assert.equal(before.revision, 7);
});

test('a member that is gone is absent, not null', () => {
  assert.equal('alertsStopped' in mergeScoreboard(before, { revision: 8, alertsStopped: null }), false);
});

test('rows are replaced, added and taken out, and stand in the order of the server', () => {
  const merged = mergeScoreboard(before, { revision: 8, parties: [row('Con', 2, 1000), row('Zed', 0, 5), row('Abc', 0, 5)] });
  assert.deepEqual(codes(merged), ['Con', 'Lab', 'Abc', 'Zed']);
  assert.deepEqual(codes(mergeScoreboard(merged, { revision: 9, partiesGone: ['Lab', 'Abc'] })), ['Con', 'Zed']);
  assert.deepEqual(codes(before), ['Lab', 'Con']);
});

const snapshot = (revision, changes = {}) => ({ revision, log: 'k3x', scoreboard: { ...before, revision }, results: [], notices: [], newest: [], alerts: [], ...changes });

function openedAt(revision) {
  const night = openNight({ election: { parties: [], seats: 650 }, seats: [] });
  applySnapshot(night, snapshot(revision));
  return night;
}

test('an update may bring a whole scoreboard or what changed in it', () => {
  const update = { revision: 8, scoreboard: { revision: 8, declared: 4 }, seats: [], alerts: [] };
  const [partial, whole] = [openedAt(7), openedAt(7)];
  assert.equal(applyUpdate(partial, update, { partial: true }), 'applied');
  applyUpdate(whole, update);
  assert.equal(partial.scoreboard.seats, 650);
  assert.deepEqual(whole.scoreboard, update.scoreboard);
});

test('changes in a scoreboard that do not follow what is known change nothing', () => {
  const night = openedAt(7);
  assert.equal(applyUpdate(night, { revision: 9, scoreboard: { declared: 9 }, seats: [], alerts: [] }, { partial: true }), 'gap');
  assert.equal(night.scoreboard.declared, 3);
});

test('the past stands beside the night that goes on', () => {
  const live = openedAt(9);
  const past = pastNight(live, snapshot(7, { alerts: [{ id: 'a' }] }));
  assert.deepEqual([past.past, past.revision, past.live, past.alerts.length], [true, 7, 9, 1]);
  assert.deepEqual([live.past, live.revision, live.alerts.length], [false, 9, 0]);
  assert.equal(past.seats, live.seats);
});
