// What just happened: which alerts ring, how a list stands still, what an alert and a record say.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { choicesOf } from '../../main/resources/web/js/alert-choices.js';
import { ALERT_GROUPS, isCorrection, isOf } from '../../main/resources/web/js/alert-groups.js';
import { neighbours } from '../../main/resources/web/js/record-book.js';
import { ringer } from '../../main/resources/web/js/ringing.js';
import { countNew } from '../../main/resources/web/js/steady-list.js';
import { applySnapshot, applyUpdate, openNight } from '../../main/resources/web/js/store.js';
import { alertFigure, notificationWords } from '../../main/resources/web/js/words.js';

const GROUPS = ALERT_GROUPS.map(({ group }) => group);
const NOW = Date.parse('2024-07-05T03:55:00Z');

const alert = (id, changes = {}) => ({ id, kind: 'SEAT_GAIN', state: 'ISSUED', revision: 1, mode: 'LIVE', at: '2024-07-05T03:54:00Z', facts: {}, headline: 'Labour gain Tamworth', ...changes });

function openAt(revision, alerts = [], election = 'night') {
  const night = openNight({ election: { election, seats: 650, parties: [] }, seats: [] });
  snapshot(night, revision, alerts);
  return night;
}

const snapshot = (night, revision, alerts) => applySnapshot(night, { revision, scoreboard: {}, results: [], notices: [], newest: [], alerts });

const update = (night, ...alerts) => applyUpdate(night, { revision: night.revision + 1, scoreboard: {}, seats: [], alerts });

const ids = (alerts) => alerts.map(({ id, revision }) => `${id}${revision}`);

describe('what rings', () => {
  test('is what an update brings, once for each revision', () => {
    const night = openAt(1, [alert('old')]);
    const hear = ringer();
    assert.deepEqual(ids(hear(night, GROUPS, NOW)), []);
    update(night, alert('a'));
    assert.deepEqual(ids(hear(night, GROUPS, NOW)), ['a1']);
    assert.deepEqual(ids(hear(night, GROUPS, NOW)), []);
    update(night, alert('a', { revision: 2, state: 'AMENDED' }));
    assert.deepEqual(ids(hear(night, GROUPS, NOW)), ['a2']);
    update(night);
    assert.deepEqual(ids(hear(night, GROUPS, NOW)), []);
  });

  test('is not what a snapshot brings, even beside an update in the same drawing', () => {
    const night = openAt(1);
    const hear = ringer();
    hear(night, GROUPS, NOW);
    snapshot(night, 3, [alert('missed')]);
    update(night, alert('fresh'));
    assert.deepEqual(ids(hear(night, GROUPS, NOW)), ['fresh1']);
  });

  test('is not what was missed and comes in together after a reconnection', () => {
    const night = openAt(1);
    const hear = ringer();
    hear(night, GROUPS, NOW);
    for (let i = 0; i < 40; i++) update(night, alert(`missed${i}`));
    assert.deepEqual(ids(hear(night, GROUPS, NOW)), []);
    update(night, alert('last of them'));
    assert.deepEqual(ids(hear(night, GROUPS, NOW + 16)), []);
    update(night, alert('fresh'));
    assert.deepEqual(ids(hear(night, GROUPS, NOW + 3000)), ['fresh1']);
  });

  test('is not an older server telling again what was heard', () => {
    const night = openAt(1);
    const hear = ringer();
    hear(night, GROUPS, NOW);
    update(night, alert('a'));
    hear(night, GROUPS, NOW);
    snapshot(night, 1, []);
    hear(night, GROUPS, NOW);
    update(night, alert('a'));
    assert.deepEqual(ids(hear(night, GROUPS, NOW)), []);
  });

  test('is nothing of a view of the past, nor what happened meanwhile', () => {
    const night = openAt(1);
    const hear = ringer();
    hear(night, GROUPS, NOW);
    const past = { ...openAt(0), past: true };
    update(past, alert('then'));
    assert.deepEqual(ids(hear(past, GROUPS, NOW)), []);
    update(night, alert('meanwhile'));
    assert.deepEqual(ids(hear(night, GROUPS, NOW)), []);
    update(night, alert('fresh'));
    assert.deepEqual(ids(hear(night, GROUPS, NOW)), ['fresh1']);
  });

  test('is not what was declared long ago on a live night, but an old alert that is amended', () => {
    const night = openAt(1);
    const hear = ringer();
    hear(night, GROUPS, NOW);
    const hourAgo = { at: '2024-07-05T02:54:00Z' };
    update(night, alert('late', hourAgo), alert('amended', { ...hourAgo, state: 'AMENDED', revision: 2 }), alert('played', { ...hourAgo, mode: 'REPLAY' }));
    assert.deepEqual(ids(hear(night, GROUPS, NOW)), ['amended2', 'played1']);
  });

  test('is only what was chosen', () => {
    const night = openAt(1);
    const hear = ringer();
    hear(night, ['records'], NOW);
    update(night, alert('gain'), alert('record', { kind: 'LARGEST_SWING' }));
    assert.deepEqual(ids(hear(night, ['records'], NOW)), ['record1']);
    update(night, alert('other'));
    assert.deepEqual(ids(hear(night, [], NOW)), []);
    assert.deepEqual(ids(hear(night, GROUPS, NOW)), [], 'chosen too late for it');
  });

  test('of another night starts anew', () => {
    const hear = ringer();
    hear(openAt(1), GROUPS, NOW);
    const other = openAt(1, [alert('a')], 'other');
    assert.deepEqual(ids(hear(other, GROUPS, NOW)), []);
  });
});

test('an amended gain is a gain and a correction', () => {
  const amended = alert('a', { state: 'AMENDED' });
  assert.deepEqual(GROUPS.filter((group) => isOf(amended, group)), ['gains', 'corrections']);
  assert.deepEqual(GROUPS.filter((group) => isOf(alert('a', { kind: 'A_KIND_TO_COME' }), group)), ['records']);
  assert.equal(isCorrection(amended), true);
  assert.equal(isCorrection(alert('a')), false);
});

test('choices that were kept are read, and what is none of ours is not', () => {
  const none = { sound: false, notifications: false, groups: ['records'] };
  for (const text of [null, '', '{', '[]', '7', '{"sound":"yes","groups":7}']) assert.deepEqual(choicesOf(text), none, String(text));
  assert.deepEqual(choicesOf('{"sound":true,"notifications":true,"groups":["corrections","all","gains"]}'), { sound: true, notifications: true, groups: ['gains', 'corrections'] });
});

describe('a list that stands still', () => {
  test('counts what came on top, not what is further down', () => {
    assert.equal(countNew(['d', 'c', 'b', 'a'], new Set(['b', 'a'])), 2);
    assert.equal(countNew(['d', 'c', 'b', 'a'], new Set(['d', 'c'])), 0);
  });
  test('does not count what only moved', () => assert.equal(countNew(['a', 'c', 'b'], new Set(['b', 'a'])), 1));
  test('counts all where nothing of it is left', () => assert.equal(countNew(['b', 'a'], new Set(['x'])), 2));
});

describe('the record book around a figure', () => {
  const entry = (name, value, date, contest = 'BY_ELECTION') => ({ contest, measure: 'MAJORITY_OVERTURNED', name, value, date });
  const scope = { contest: 'BY_ELECTION', measure: 'MAJORITY_OVERTURNED', completeFrom: 20000 };
  const entries = [entry('Wavertree', 23927, '1935-02-06'), entry('Tiverton', 24239, '2022-06-23'), entry('Christchurch', 23015, '1993-07-29'), entry('Crosby', 19272, '1981-11-26'), entry('Elsewhere', 90000, '1997-05-01', 'GENERAL_ELECTION')];
  const rows = (overturned, rank, changes) =>
    neighbours({ recordBook: { entries }, date: '2023-10-19' }, { name: 'Tonight', overturned, record: { rank, scope: { ...scope, ...changes } } }).map(({ rank: place, name }) => `${place} ${name}`);

  test('has one above and one below', () => assert.deepEqual(rows(24000, 2), ['1 Tiverton', '2 Tonight', '3 Wavertree']));
  test('has two below the biggest', () => assert.deepEqual(rows(24664, 1), ['1 Tonight', '2 Tiverton', '3 Wavertree']));
  test('has a joint record beside it', () => assert.deepEqual(rows(23927, 2), ['1 Tiverton', '2 Tonight', '2 Wavertree', '4 Christchurch']));
  test('keeps to the years and the figures that the scope supports', () => {
    assert.deepEqual(rows(23500, 2, { since: '1945-07-26' }), ['1 Tiverton', '2 Tonight', '3 Christchurch']);
    assert.deepEqual(rows(20001, 4), ['3 Christchurch', '4 Tonight']);
  });
});

describe('an alert', () => {
  test('has the figure that its headline is about', () => {
    assert.deepEqual(alertFigure(alert('a', { facts: { majority: 1192, overturned: 24664 } })), { figure: '1,192', unit: 'majority' });
    assert.deepEqual(alertFigure(alert('a', { kind: 'LARGEST_SWING', facts: { swing: { points: 23.8871 } } })), { figure: '23.9', unit: 'points' });
    assert.equal(alertFigure(alert('a', { kind: 'RECOUNT' })), null);
    assert.equal(alertFigure(alert('a', { kind: 'A_KIND_TO_COME' })), null);
  });

  test('says outside the page what it is, and why it changed', () => {
    assert.deepEqual(notificationWords(alert('a')), { title: 'Gain', body: 'Labour gain Tamworth' });
    assert.deepEqual(notificationWords(alert('a', { mode: 'TEST', state: 'WITHDRAWN', reason: 'wrong seat' })), { title: 'TEST · WITHDRAWN · Gain', body: 'Labour gain Tamworth. Reason: wrong seat' });
  });
});
