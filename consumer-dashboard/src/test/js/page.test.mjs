// The page's pure modules, run with `node --test consumer-dashboard/src/test/js/*.mjs`.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { contrast, edgeOn, inkOn } from '../../main/resources/web/js/colours.js';
import { clock, contained, duration, inSentence, number, ordinal, points, shorten, signed, zoneName } from '../../main/resources/web/js/format.js';
import { labelPlace, lineState, lineWords } from '../../main/resources/web/js/line.js';
import { placeWords, recordToBeat } from '../../main/resources/web/js/record-book.js';
import { amendsReference, applyFullResult, applySnapshot, applyUpdate, inDoubt, openNight, standing } from '../../main/resources/web/js/store.js';
import { alertChanges, doubts, kindWords, plain, sentence, stateWords, title } from '../../main/resources/web/js/words.js';
import { seatWords } from '../../main/resources/web/js/seat-words.js';

/** What the served page has to say too. */
const STANDING_SENTENCES = JSON.parse(readFileSync(new URL('../resources/standing-sentences.json', import.meta.url)));

const PARTIES = [
  { party: 'Lab', name: 'Labour', collective: 'Labour', person: false, colour: '#E4003B' },
  { party: 'Con', name: 'Conservative', collective: 'the Conservatives', person: false, colour: '#0087DC' },
  { party: 'LD', name: 'Liberal Democrat', collective: 'the Liberal Democrats', person: false, colour: '#FAA61A' },
  { party: 'Spk', name: 'Speaker', collective: 'the Speaker', person: true, colour: '#000000' },
];

const election = (changes = {}) => ({
  election: 'night',
  name: 'General election 2024',
  contest: 'GENERAL_ELECTION',
  seats: 650,
  mode: 'REPLAY',
  parties: PARTIES,
  recordBook: { scopes: [], entries: [] },
  ...changes,
});

const seat = (code, name) => ({ seat: code, name, held: { party: 'Con', majority: 19634, basis: 'LAST_GENERAL' } });

function nightWith(declared, seatsByParty, changes, rushed = 0) {
  const night = openNight({ election: election(changes), seats: [seat('S1', 'Tamworth'), seat('S2', 'Mid Bedfordshire')] });
  const general = night.election.contest === 'GENERAL_ELECTION';
  const parties = Object.entries(seatsByParty).map(([party, seats]) => ({ party, seats }));
  const { seats } = night.election;
  const scoreboard = { seats, declared, rushed, checking: [], parties, ...(general ? { majorityLine: { seats: Math.floor(seats / 2) + 1 } } : {}) };
  applySnapshot(night, { revision: declared, scoreboard, results: [], notices: [], newest: [], alerts: [] });
  return night;
}

const gain = (code, name, changes) => ({ seat: code, name, winner: 'Ann', party: 'Lab', outcome: { kind: 'GAIN', party: 'Lab', from: 'Con' }, majority: 1316, overturned: 19634, declaredAt: '2023-10-20T01:00:00Z', status: 'DECLARED', revision: 1, ...changes });

const result = (changes = {}) => ({ seat: 'S1', name: 'Tamworth', winner: 'Ann', party: 'Lab', majority: { votes: 1316, second: 'Con' }, declaredAt: '2023-10-20T01:00:00Z', status: 'DECLARED', revision: 1, candidates: [], ...changes });

const report = (changes = {}) => ({ seat: 'S1', name: 'Tamworth', result: result(), ...changes });

const checking = { revision: 1, status: 'DECLARED', declaredAt: '2023-10-20T01:05:00Z', source: 'agency', queries: [{ code: 'SAME_FIGURES', words: 'the same first and second votes as Tamworth', seats: ['S1'] }] };

const correction = { at: '2023-10-20T01:20:00Z', reason: "Tamworth's figures were given", changes: [{ figure: 'majority', was: '1,316', now: '1,192' }] };

const update = (revision, changes = {}) => ({
  revision,
  scoreboard: { seats: 650, declared: revision, rushed: 0, checking: [], parties: [] },
  seats: [report()],
  alerts: [],
  ...changes,
});

const shown = (night, results, notices = []) =>
  applySnapshot(night, { revision: night.revision, scoreboard: night.scoreboard, results, notices, newest: [...new Set([...results, ...notices].map(({ seat: code }) => code))], alerts: [] });

describe('the majority line', () => {
  const cases = [
    [289, { Lab: 200, Con: 89 }, 'OPEN', '326 for a majority'],
    [467, { Lab: 326, Con: 141 }, 'CROSSED', '326 passed by Lab'],
    [649, { Lab: 324, Con: 325 }, 'OPEN', '326 for a majority'],
    [649, { Lab: 324, Con: 200 }, 'OUT_OF_REACH', '326 out of reach'],
    [650, { Lab: 325, Con: 325 }, 'OUT_OF_REACH', '326 out of reach'],
    [0, {}, 'OPEN', '326 for a majority'],
  ];
  for (const [declared, seats, state, label] of cases) {
    test(`${declared} declared, ${JSON.stringify(seats)}`, () => {
      const { scoreboard } = nightWith(declared, seats);
      const parties = [...scoreboard.parties].sort((a, b) => b.seats - a.seats);
      assert.equal(lineState({ ...scoreboard, parties }), state);
      assert.equal(lineWords({ ...scoreboard, parties }), label);
    });
  }

  test('by-elections have none', () => assert.equal(lineState(nightWith(1, { Lab: 1 }, { contest: 'BY_ELECTION' }).scoreboard), undefined));
});

describe('the sentence', () => {
  for (const { seats, declared, rushed, parties, sentence: expected } of STANDING_SENTENCES) {
    test(`${declared} declared and ${rushed} rushed, ${JSON.stringify(parties)}`, () => assert.equal(plain(sentence(nightWith(declared, parties, { seats }, rushed))), expected));
  }

  test('of by-elections names the seats, isolated', () => {
    const night = nightWith(1, { Lab: 1 }, { contest: 'BY_ELECTION', seats: 2 });
    shown(night, [gain('S1', 'Tamworth')]);
    assert.equal(plain(sentence(night)), 'Labour gain \u2068Tamworth\u2069 from the Conservatives; \u2068Mid Bedfordshire\u2069 to come.');
  });

  const states = [
    [{ checking }, 'being checked'],
    [{ held: { held: true, by: 'desk', reason: 'wait', at: '2023-10-20T01:00:00Z' }, checking }, 'on hold'],
    [{ announced: { status: 'RECOUNT', revision: 1, at: '2023-10-20T01:00:00Z', source: 'agency' } }, 'counted again'],
    [{ announced: { status: 'WITHDRAWN', revision: 2, at: '2023-10-20T01:00:00Z', source: 'agency', reason: 'wrong seat' } }, 'withdrawn'],
  ];
  for (const [changes, words] of states) {
    test(`says that a seat is ${words}`, () => {
      const night = nightWith(1, { Lab: 1 }, { contest: 'BY_ELECTION', seats: 2 });
      shown(night, [gain('S1', 'Tamworth', { status: 'RUSH', majority: undefined })], [{ seat: 'S2', name: 'Mid Bedfordshire', ...changes }]);
      assert.equal(plain(sentence(night)).replaceAll(/[\u2068\u2069]/g, ''), `Labour gain Tamworth from the Conservatives, votes to come; Mid Bedfordshire ${words}.`);
    });
  }

  test('joins seats won in the same way', () => {
    const night = nightWith(2, { Lab: 2 }, { contest: 'BY_ELECTION', seats: 2 });
    shown(night, [gain('S2', 'Mid Bedfordshire', { declaredAt: '2023-10-20T02:00:00Z' }), gain('S1', 'Tamworth')]);
    const names = sentence(night).map((part) => part.name ?? part).join('');
    assert.equal(names, 'Labour gain Tamworth and Mid Bedfordshire from the Conservatives.');
  });
});

describe('the words of a seat', () => {
  test('before it is declared say who holds it', () => {
    const words = plain(seatWords(nightWith(0, {}), 'S1'));
    assert.equal(words, '\u2068Tamworth\u2069: not declared yet; held by the Conservatives, majority 19,634 (at the last general election).');
  });
  test('tell a tie', () => {
    const night = nightWith(1, { Lab: 1 });
    shown(night, [gain('S1', 'Tamworth', { majority: 0 })]);
    assert.match(plain(seatWords(night, 'S1')), /a tie decided by lot, overturning 19,634\.$/);
  });
  const bare = (night) => plain(seatWords(night, 'S1')).replaceAll(/[\u2068\u2069]/g, '');
  test('tell a rush without a majority', () => {
    const night = nightWith(0, { Lab: 1 }, {}, 1);
    shown(night, [gain('S1', 'Tamworth', { status: 'RUSH', majority: undefined })]);
    assert.equal(bare(night), 'Labour gain Tamworth from the Conservatives, votes to come, overturning 19,634.');
  });
  test('tell old and new of a correction', () => {
    const night = nightWith(1, { Lab: 1 });
    shown(night, [gain('S1', 'Tamworth', { majority: 1192, status: 'CORRECTED' })], [{ seat: 'S1', name: 'Tamworth', correction }]);
    assert.equal(bare(night), 'Labour gain Tamworth from the Conservatives, majority 1,192, overturning 19,634 (corrected: majority 1,192, not 1,316).');
  });
  test('tell why a result is being checked, also beside one that stands', () => {
    const night = nightWith(0, {});
    shown(night, [], [{ seat: 'S1', name: 'Tamworth', checking }]);
    assert.match(bare(night), /^Tamworth: revision 1 is being checked: the same first and second votes as Tamworth; held by the Conservatives/);
    shown(night, [gain('S1', 'Tamworth')], [{ seat: 'S1', name: 'Tamworth', checking: { ...checking, revision: 2 } }]);
    assert.match(bare(night), /overturning 19,634; revision 2 is being checked: the same/);
  });
  test('tell who holds a seat and why', () => {
    const held = { held: true, by: 'the desk', reason: 'two agencies differ', at: '2023-10-20T01:00:00Z' };
    assert.deepEqual(doubts({ held, checking: { ...checking, queries: [] } }).map(plain), ['on hold by \u2068the desk\u2069: \u2068two agencies differ\u2069', 'revision 1 is being checked']);
  });
});

test('the title tells the two leaders and how many are to come', () => {
  assert.equal(title(nightWith(289, { Lab: 211, Con: 70, Spk: 8 })), 'Lab 211 · Con 70 · 361 to come');
  assert.equal(title(nightWith(650, { Lab: 411 }, { mode: 'TEST' })), 'TEST · Lab 411 · all declared');
  assert.equal(title(nightWith(640, { Lab: 411 }, {}, 10)), 'Lab 411 · 10 rushed');
});

describe('the fold', () => {
  test('applies the next revision, ignores a known one, notices a gap', () => {
    const night = nightWith(0, {});
    assert.equal(applyUpdate(night, update(1)), 'applied');
    assert.equal(applyUpdate(night, update(1)), 'known');
    assert.equal(applyUpdate(night, update(3)), 'gap');
    assert.equal(night.revision, 1);
  });

  test('keeps one report per seat, and what was corrected', () => {
    const night = nightWith(0, {});
    applyUpdate(night, update(1));
    applyUpdate(night, update(2, { seats: [report({ result: result({ majority: { votes: 1192, second: 'Con' }, status: 'CORRECTED', revision: 2 }), correction })] }));
    assert.deepEqual(night.newest, ['S1']);
    assert.equal(night.results.get('S1').majority, 1192);
    assert.deepEqual(night.reports.get('S1').correction, correction);
    assert.equal(standing(night.reports.get('S1')), 'CORRECTED');
  });

  test('keeps the majority of a result in votes and in percent', () => {
    const night = nightWith(0, {});
    applyUpdate(night, update(1, { seats: [report({ result: result({ majority: { votes: 1316, share: 3.4, second: 'Con' } }) })] }));
    const { majority, majorityShare } = night.results.get('S1');
    assert.deepEqual({ majority, majorityShare }, { majority: 1316, majorityShare: 3.4 });
  });

  test('takes a result back that a report no longer has, and forgets a seat of which nothing is said', () => {
    const night = nightWith(0, {}, { contest: 'BY_ELECTION', seats: 2 });
    applyUpdate(night, update(1));
    applyUpdate(night, update(2, { seats: [report({ result: undefined, checking })] }));
    assert.equal(night.results.size, 0);
    assert.equal(night.full.size, 0);
    assert.equal(standing(night.reports.get('S1')), 'CHECKING');
    assert.deepEqual(inDoubt(night).map(({ seat }) => seat), ['S1']);
    applyUpdate(night, update(3, { seats: [report({ result: undefined })] }));
    assert.deepEqual([night.reports.size, night.newest.length], [0, 0]);
  });

  test('puts the seat that the cause speaks of on top, and lives with an update of no seat', () => {
    const night = nightWith(0, {});
    applyUpdate(night, update(1, { seats: [report(), report({ seat: 'S2', name: 'Mid Bedfordshire' })] }));
    applyUpdate(night, update(2, { seats: [] }));
    assert.deepEqual(night.newest, ['S1', 'S2']);
  });

  test('is the same from a snapshot as from the updates before it', () => {
    const followed = nightWith(0, {});
    applyUpdate(followed, update(1));
    applyUpdate(followed, update(2, { seats: [report({ seat: 'S2', name: 'Mid Bedfordshire', result: undefined, checking })] }));
    const joined = nightWith(0, {});
    applySnapshot(joined, {
      ...followed,
      results: [...followed.results.values()],
      notices: [{ seat: 'S2', name: 'Mid Bedfordshire', checking }],
    });
    const plainly = ({ reports, results, newest }) => JSON.parse(JSON.stringify([[...reports].sort(), [...results], newest]));
    assert.deepEqual(plainly(joined), plainly(followed));
  });

  test('notices when reference data brought an update about', () => {
    const record = (topic, offset) => ({ topic, partition: 0, offset, sha256: 'f' });
    const receipt = { cause: record('seats', 7), election: record('seats', 0), baseline: record('seats', 7) };
    assert.equal(amendsReference({ receipt }), true);
    assert.equal(amendsReference({ receipt: { ...receipt, cause: record('seats', 0) } }), true);
    assert.equal(amendsReference({ receipt: { ...receipt, cause: record('declarations', 7) } }), false);
    assert.equal(amendsReference({ receipt: { ...receipt, cause: record('declarations', 7), baseline: undefined } }), false);
  });

  test('keeps an alert once, its newest revision on top', () => {
    const night = nightWith(0, {});
    applyUpdate(night, update(1, { alerts: [{ id: 'a', revision: 1 }] }));
    applyUpdate(night, update(2, { alerts: [{ id: 'b', revision: 1 }] }));
    applyUpdate(night, update(3, { alerts: [{ id: 'a', revision: 2 }] }));
    assert.deepEqual(night.alerts.map(({ id, revision }) => `${id}${revision}`), ['a2', 'b1']);
  });

  test('keeps candidates only of small nights, and never an older result', () => {
    const large = nightWith(0, {});
    applyUpdate(large, update(1));
    assert.equal(large.full.size, 0);
    const small = nightWith(0, {}, { contest: 'BY_ELECTION', seats: 2 });
    applyUpdate(small, update(1, { seats: [report({ result: result({ revision: 2 }) })] }));
    applyFullResult(small, result());
    assert.equal(small.full.get('S1').revision, 2);
  });
});

test('figures have separators, signs and a real minus', () => {
  assert.deepEqual([number(1234567), number(-124), signed(211), signed(-251), signed(0)], ['1,234,567', '−124', '+211', '−251', '0']);
  assert.deepEqual([points(1.55), points(-19.94), points(-0.04), points(0)], ['+1.6', '−19.9', '0.0', '0.0']);
  assert.deepEqual([1, 2, 3, 11, 22, 113].map(ordinal), ['1st', '2nd', '3rd', '11th', '22nd', '113th']);
  assert.deepEqual([-5, 12_000, 240_000, 7_200_000, 3 * 864e5].map(duration), ['0 s', '12 s', '4 min', '2 h', '3 days']);
});

test('times are those of the election', () => {
  assert.equal(clock('2024-07-05T03:55:10Z', 'Europe/London', '2024-07-04'), '04:55');
  assert.equal(clock('2024-07-07T07:14:47Z', 'Europe/London', '2024-07-04'), 'Sun 08:14');
  assert.equal(zoneName('2024-07-05T03:55:10Z', 'Europe/London'), 'BST');
  assert.equal(zoneName('2019-12-13T03:55:00Z', 'Europe/London'), 'GMT');
});

test('a text stays in its line and turns nothing round beside it', () => {
  assert.equal(contained('a\u2067b\u2069\u2069c\u202ed'), 'abcd');
  assert.equal(contained('a\n\u2028b\r\nc'), 'a b c');
});

test('the label of a segment stands where the line does not cross it', () => {
  assert.deepEqual(labelPlace(0.1, 0.6, undefined), { end: false, short: false });
  assert.deepEqual(labelPlace(0.1, 0.6, 0.5), { end: false, short: false });
  assert.deepEqual(labelPlace(0.45, 0.7, 0.5), { end: true, short: false });
  assert.deepEqual(labelPlace(0.45, 0.53, 0.5), { end: false, short: true });
  assert.deepEqual(labelPlace(0.47, 0.56, 0.5), { end: true, short: true });
});

test('a party in a sentence neither fills it nor turns it round', () => {
  const parties = [{ party: 'Lab', name: 'x', collective: `\u202e${'W'.repeat(10_000)}`, person: false }, { party: 'Con', name: 'حزب\nالعدالة', collective: 'y', person: false }];
  const night = openNight({ election: election({ parties }), seats: [] });
  assert.equal(night.parties.get('Lab').collective, `${'W'.repeat(59)}…`);
  assert.equal(night.parties.get('Con').name, '\u2068حزب العدالة\u2069');
  assert.equal(inSentence('the Conservatives'), 'the Conservatives');
});

test('a long text is cut between characters', () => {
  assert.equal(shorten('Tamworth'), 'Tamworth');
  assert.equal(shorten('😀'.repeat(5000), 10), `${'😀'.repeat(9)}…`);
});

test('a place in the record book says rank and scope, and no more', () => {
  const scope = { contest: 'BY_ELECTION', measure: 'MAJORITY_OVERTURNED', completeFrom: 10000 };
  const words = (rank, changes, joint = false) => placeWords({ rank, joint, scope: { ...scope, ...changes } });
  assert.equal(words(1, {}), 'the biggest at a by-election');
  assert.equal(words(3, { since: '1945-07-26' }, true), 'the joint third-biggest at a by-election since 1945');
  assert.equal(words(2, { measure: 'SWING', contest: 'GENERAL_ELECTION' }), 'the second-largest at a general election');
});

test('the record to beat is the largest that the widest scope supports', () => {
  const entry = (name, value, date, contest = 'BY_ELECTION') => ({ contest, measure: 'MAJORITY_OVERTURNED', name, value, date });
  const scope = (since) => ({ contest: 'BY_ELECTION', measure: 'MAJORITY_OVERTURNED', completeFrom: 20000, ...(since && { since }) });
  const entries = [entry('Wavertree', 23927, '1935-02-06'), entry('Tiverton', 24239, '2022-06-23'), entry('Elsewhere', 90000, '1997-05-01', 'GENERAL_ELECTION')];
  const night = (scopes) => election({ contest: 'BY_ELECTION', recordBook: { scopes, entries } });
  assert.equal(recordToBeat(night([scope('1945-07-26'), scope()])).entry.name, 'Tiverton');
  assert.equal(recordToBeat(night([])), null);
  assert.equal(recordToBeat(election()), null);
});

describe('alerts', () => {
  const bare = (night, alert) =>
    alertChanges(night, alert).map(({ label, was, now }) => [label, was, now].map((parts) => parts && plain(parts).replaceAll(/[\u2068\u2069]/g, '')));
  const night = nightWith(0, {});
  const facts = { party: 'Lab', from: 'Con', majority: 1316, overturned: 24664, changes: [] };

  test('amended tell old and new of each figure that differs', () => {
    const alert = { kind: 'SEAT_GAIN', state: 'AMENDED', facts: { ...facts, majority: 1192, heldSince: 1931 }, was: facts };
    assert.deepEqual(bare(night, alert), [['New majority', '1,316', '1,192'], ['Held since', null, '1931']]);
    assert.equal(stateWords('AMENDED'), 'Amended');
  });

  test('amended tell old and new place and swing', () => {
    const record = { rank: 1, joint: false, scope: { contest: 'BY_ELECTION', measure: 'SWING' } };
    const swing = { method: 'BUTLER', from: 'Con', to: 'Lab', points: 20.5 };
    const alert = { kind: 'LARGEST_SWING', state: 'AMENDED', facts: { ...facts, swing, record }, was: { ...facts, swing: { ...swing, points: 20.55 }, record: { ...record, rank: 2 } } };
    assert.deepEqual(bare(night, alert), [
      ['Swing', '+20.6 points from the Conservatives to Labour', '+20.5 points from the Conservatives to Labour'],
      ['Record book', 'the second-largest at a by-election', 'the largest at a by-election'],
    ]);
  });

  test('that correct tell what was wrong, also what is taken back', () => {
    const changes = [...correction.changes, { figure: 'result', was: 'Labour hold' }, { figure: 'result', now: 'Labour hold' }];
    const alert = { kind: 'CORRECTION', state: 'AMENDED', facts: { ...facts, changes }, was: facts };
    assert.deepEqual(bare(night, alert), [['majority', '1,316', '1,192'], ['result', 'Labour hold', null], ['result', null, 'Labour hold']]);
  });

  test('of every kind have words of their own', () => {
    const kinds = ['SEAT_GAIN', 'BIGGEST_MAJORITY_OVERTURNED', 'MAJORITY_REACHED', 'LARGEST_SWING', 'NARROWEST_MAJORITY', 'FIRST_SINCE', 'REGAIN', 'TIE_BY_LOT', 'RECOUNT', 'CORRECTION'];
    assert.equal(new Set(kinds.map(kindWords)).size, kinds.length);
    for (const kind of kinds) assert.notEqual(kindWords(kind), kind);
  });
});

test('ink and edge can be seen on and around every colour', () => {
  for (const colour of ['#E4003B', '#0087DC', '#FAA61A', '#FDF38E', '#000000', '#DCDCDC', '#005B54']) {
    assert.ok(contrast(colour, inkOn(colour)) >= 4.5, `ink on ${colour}`);
    for (const page of ['#ffffff', '#14171b']) {
      assert.ok(contrast(edgeOn(colour, page), page) >= 2, `edge of ${colour} on ${page}`);
    }
  }
});
