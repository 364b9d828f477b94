// The page's pure modules, run by hand or in CI with `node --test consumer-dashboard/src/test/js/`.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { contrast, edgeOn, inkOn } from '../../main/resources/web/js/colours.js';
import { clock, duration, number, ordinal, points, shorten, signed, zoneName } from '../../main/resources/web/js/format.js';
import { placeInBook } from '../../main/resources/web/js/record-book.js';
import { applyFullResult, applySnapshot, applyUpdate, openNight } from '../../main/resources/web/js/store.js';
import { plain, seatWords, sentence, title } from '../../main/resources/web/js/words.js';

const PARTIES = [
  { party: 'Lab', name: 'Labour', collective: 'Labour', person: false, colour: '#E4003B' },
  { party: 'Con', name: 'Conservative', collective: 'the Conservatives', person: false, colour: '#0087DC' },
  { party: 'Spk', name: 'Speaker', collective: 'the Speaker', person: true, colour: '#000000' },
];

const election = (changes = {}) => ({
  election: 'night',
  name: 'General election 2024',
  contest: 'GENERAL_ELECTION',
  seats: 650,
  mode: 'REPLAY',
  parties: PARTIES,
  recordBook: [],
  ...changes,
});

const seat = (code, name) => ({ seat: code, name, held: { party: 'Con', majority: 19634, basis: 'LAST_GENERAL' } });

function nightWith(declared, seatsByParty, changes) {
  const night = openNight({ election: election(changes), seats: [seat('S1', 'Tamworth'), seat('S2', 'Mid Bedfordshire')] });
  const general = night.election.contest === 'GENERAL_ELECTION';
  const parties = Object.entries(seatsByParty).map(([party, seats]) => ({ party, seats }));
  const { seats } = night.election;
  const scoreboard = { seats, declared, parties, ...(general ? { majorityLine: { seats: Math.floor(seats / 2) + 1 } } : {}) };
  applySnapshot(night, { revision: declared, scoreboard, results: [], alerts: [] });
  return night;
}

const gain = (code, name) => ({ seat: code, name, party: 'Lab', outcome: { kind: 'GAIN', party: 'Lab', from: 'Con' }, majority: 1316, overturned: 19634, status: 'DECLARED' });

const update = (revision, changes = {}) => ({
  revision,
  scoreboard: { seats: 650, declared: revision, parties: [] },
  result: { seat: 'S1', name: 'Tamworth', party: 'Lab', majority: { votes: 1316, second: 'Con' }, status: 'DECLARED', revision: 1, candidates: [] },
  alerts: [],
  ...changes,
});

describe('the sentence', () => {
  const cases = [
    [0, {}, 'No seat declared yet; 326 of 650 make a majority.'],
    [289, { Lab: 289 }, 'Labour need 37 more seats for a majority; 289 of 650 declared.'],
    [400, { Lab: 325, Con: 75 }, 'Labour need 1 more seat for a majority; 400 of 650 declared.'],
    [20, { Con: 10, Lab: 10 }, 'The Conservatives and Labour are level on 10; 326 make a majority; 20 of 650 declared.'],
    [1, { Spk: 1 }, '1 of 650 declared; 326 make a majority.'],
    [467, { Lab: 326, Con: 141 }, 'Labour have a majority with 326 of 650 seats; 467 declared.'],
    [650, { Lab: 411, Con: 121 }, 'Labour win with a majority of 172: 411 of 650 seats; all declared.'],
    [649, { Lab: 324, Con: 200 }, 'No party can reach 326 any more: a hung parliament. Labour are ahead with 324; 649 of 650 declared.'],
    [650, { Lab: 325, Con: 325 }, 'No party has a majority: a hung parliament. Labour and the Conservatives are level on 325; all declared.'],
  ];
  for (const [declared, seats, expected] of cases) {
    test(`${declared} declared, ${JSON.stringify(seats)}`, () => assert.equal(plain(sentence(nightWith(declared, seats))), expected));
  }

  test('of by-elections names the seats, isolated', () => {
    const night = nightWith(1, { Lab: 1 }, { contest: 'BY_ELECTION', seats: 2 });
    applySnapshot(night, { ...night, results: [gain('S1', 'Tamworth')], alerts: [] });
    assert.equal(plain(sentence(night)), 'Labour gain \u2068Tamworth\u2069 from the Conservatives; \u2068Mid Bedfordshire\u2069 to come.');
  });

  test('joins seats won in the same way', () => {
    const night = nightWith(2, { Lab: 2 }, { contest: 'BY_ELECTION', seats: 2 });
    applySnapshot(night, { ...night, results: [gain('S2', 'Mid Bedfordshire'), gain('S1', 'Tamworth')], alerts: [] });
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
    applySnapshot(night, { ...night, results: [{ ...gain('S1', 'Tamworth'), majority: 0 }], alerts: [] });
    assert.match(plain(seatWords(night, 'S1')), /a tie decided by lot, overturning 19,634\.$/);
  });
});

test('the title tells the two leaders and how many are to come', () => {
  assert.equal(title(nightWith(289, { Lab: 211, Con: 70, Spk: 8 })), 'Lab 211 · Con 70 · 361 to come');
  assert.equal(title(nightWith(650, { Lab: 411 }, { mode: 'TEST' })), 'TEST · Lab 411 · all declared');
});

describe('the fold', () => {
  test('applies the next revision, ignores a known one, notices a gap', () => {
    const night = nightWith(0, {});
    assert.equal(applyUpdate(night, update(1)), 'applied');
    assert.equal(applyUpdate(night, update(1)), 'known');
    assert.equal(applyUpdate(night, update(3)), 'gap');
    assert.equal(night.revision, 1);
  });

  test('keeps one row per seat and what a corrected one was', () => {
    const night = nightWith(0, {});
    applyUpdate(night, update(1));
    applyUpdate(night, update(2, { result: { ...update(2).result, majority: { votes: 1192, second: 'Con' }, status: 'CORRECTED', revision: 2 } }));
    assert.deepEqual(night.newest, ['S1']);
    assert.deepEqual(night.results.get('S1').was, { party: 'Lab', majority: 1316 });
    assert.equal(night.results.get('S1').majority, 1192);
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
    applyUpdate(small, update(1, { result: { ...update(1).result, revision: 2 } }));
    applyFullResult(small, update(1).result);
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

test('a long text is cut between characters', () => {
  assert.equal(shorten('Tamworth'), 'Tamworth');
  assert.equal(shorten('😀'.repeat(5000), 10), `${'😀'.repeat(9)}…`);
});

test('a figure finds its place in the book of its own kind of contest', () => {
  const entry = (name, value, contest = 'BY_ELECTION') => ({ contest, measure: 'MAJORITY_OVERTURNED', name, value });
  const book = [entry('Wavertree', 23927), entry('Tiverton', 24239), entry('Elsewhere', 90000, 'GENERAL_ELECTION')];
  const night = election({ contest: 'BY_ELECTION', recordBook: book });
  assert.deepEqual(placeInBook(night, 24664), { place: 1, entries: 2, above: undefined, below: book[1] });
  assert.equal(placeInBook(night, 24000).place, 2);
  assert.equal(placeInBook(night, 24239).place, 1, 'an equal figure shares the place');
  assert.equal(placeInBook(election(), 24664), null);
});

test('ink and edge can be seen on and around every colour', () => {
  for (const colour of ['#E4003B', '#0087DC', '#FAA61A', '#FDF38E', '#000000', '#DCDCDC', '#005B54']) {
    assert.ok(contrast(colour, inkOn(colour)) >= 4.5, `ink on ${colour}`);
    for (const page of ['#ffffff', '#14171b']) {
      assert.ok(contrast(edgeOn(colour, page), page) >= 2, `edge of ${colour} on ${page}`);
    }
  }
});
