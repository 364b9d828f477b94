// What goes on air, and the embedded ticker's words: `node --test consumer-dashboard/src/test/js/`.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { applySnapshot, applyUpdate, openNight } from '../../main/resources/web/js/store.js';
import { plain } from '../../main/resources/web/js/words.js';
import { newest } from '../../main/resources/web/embed/ticker-words.js';
import { alertNews } from '../../main/resources/web/overlay/alert-news.js';
import { declarationNews, holdsTrue, newestDeclarations } from '../../main/resources/web/overlay/declaration-news.js';
import { airable } from '../../main/resources/web/js/doubt.js';
import { parameters } from '../../main/resources/web/overlay/parameters.js';
import { PATIENCE, RANK, messageQueue } from '../../main/resources/web/overlay/queue.js';
import { bugRows, progress, wayToTheLine } from '../../main/resources/web/overlay/standings.js';

const PARTIES = [
  { party: 'Lab', name: 'Labour', collective: 'Labour', person: false, colour: '#E4003B' },
  { party: 'Con', name: 'Conservative', collective: 'the Conservatives', person: false, colour: '#0087DC' },
  { party: 'LD', name: 'Liberal Democrat', collective: 'the Liberal Democrats', person: false, colour: '#FAA61A' },
];
const AT = '2023-10-20T01:00:00Z';

const board = (changes = {}) => ({ seats: 650, declared: 0, rushed: 0, checking: [], parties: [], majorityLine: { seats: 326 }, ...changes });

function aNight(changes) {
  const night = openNight({ election: { election: 'night', seats: 650, mode: 'LIVE', parties: PARTIES }, seats: [] });
  applySnapshot(night, { revision: 0, scoreboard: board(changes), results: [], notices: [], newest: [], alerts: [] });
  return night;
}

const result = (seat, changes = {}) => ({ seat, name: seat, winner: 'Ann', party: 'Lab', majority: { votes: 1316, second: 'Con' }, outcome: { kind: 'GAIN', party: 'Lab', from: 'Con' }, declaredAt: AT, status: 'DECLARED', revision: 1, ...changes });
const report = (seat, changes = {}) => ({ seat, name: seat, result: result(seat), ...changes });
const checking = { revision: 2, status: 'DECLARED', declaredAt: AT, source: 'agency', queries: [] };

function alert(kind, seat, changes = {}) {
  return { id: `night:${kind}:${seat}`, kind, state: 'ISSUED', revision: 1, seat, name: seat, at: AT, headline: `${kind} in ${seat}`, facts: { party: 'Lab', majority: 1316, changes: [] }, ...changes };
}

const tell = (night, seats, alerts = []) => assert.equal(applyUpdate(night, { revision: night.revision + 1, scoreboard: night.scoreboard, seats, alerts }), 'applied');

const none = () => false;

describe('the queue', () => {
  const queue = (turn = 6000) => messageQueue(turn);

  test('sends corrections, the majority, records and gains before holds, each in the order in which they came', () => {
    const waiting = queue();
    ['REST', 'GAIN', 'RECORD', 'GAIN', 'MAJORITY', 'CORRECTION'].forEach((rank, i) => waiting.put({ key: `${rank}${i}`, rank: RANK[rank] }, i));
    const sent = Array.from({ length: 6 }, () => waiting.next(10).key);
    assert.deepEqual(sent, ['CORRECTION5', 'MAJORITY4', 'RECORD2', 'GAIN1', 'GAIN3', 'REST0']);
    assert.equal(waiting.next(10), undefined);
  });

  test('leaves out what nobody waits for any more, but owes every correction', () => {
    const waiting = queue();
    waiting.put({ key: 'hold', rank: RANK.REST }, 0);
    waiting.put({ key: 'correction', rank: RANK.CORRECTION }, 0);
    assert.equal(waiting.next(PATIENCE + 1).key, 'correction');
    assert.equal(waiting.next(PATIENCE + 1), undefined);
  });

  test('never holds more than a minute of messages, and loses the least urgent first', () => {
    const waiting = queue(6000);
    for (let i = 0; i < 300; i++) waiting.put({ key: `hold${i}`, rank: RANK.REST }, i);
    for (let i = 0; i < 5; i++) waiting.put({ key: `gain${i}`, rank: RANK.GAIN }, 300 + i);
    assert.equal(waiting.length, 10);
    const sent = Array.from({ length: 5 }, () => waiting.next(400).key);
    assert.deepEqual(sent, ['gain0', 'gain1', 'gain2', 'gain3', 'gain4']);
  });

  test('says better what waits, keeps its place, and drops what is taken back', () => {
    const waiting = queue();
    waiting.put({ key: 'a', rank: RANK.GAIN, text: 'old' }, 0);
    waiting.put({ key: 'b', rank: RANK.GAIN }, 1);
    waiting.put({ key: 'a', rank: RANK.GAIN, text: 'new' }, 2);
    waiting.drop('b');
    assert.equal(waiting.next(3).text, 'new');
    assert.equal(waiting.length, 0);
  });

  test('keeps only the newest of a topic, and what may not be shown yet', () => {
    const waiting = queue();
    waiting.put({ key: 'a', rank: RANK.RECORD, topic: 'biggest' }, 0);
    waiting.put({ key: 'b', rank: RANK.RECORD, topic: 'biggest' }, 1);
    assert.equal(waiting.length, 1);
    assert.equal(waiting.next(2, none), undefined);
    assert.equal(waiting.next(2).key, 'b');
  });
});

describe('declarations on air', () => {
  test('what there was before is no news, but goes round', () => {
    const night = aNight();
    tell(night, [report('Tamworth')]);
    const news = declarationNews();
    assert.deepEqual(news.look(night).put, []);
    const [message] = newestDeclarations(night);
    assert.deepEqual([message.who, message.act, message.name, plain(message.words)], ['Labour', 'Gain', 'Tamworth', 'from \u2068the Conservatives\u2069 · majority 1,316']);
  });

  test('a checked, held, withdrawn or recounted seat is never news', () => {
    for (const doubt of [{ checking }, { held: { by: 'desk', reason: 'two agencies differ', at: AT } }, { announced: { status: 'RECOUNT', at: AT } }, { result: undefined, checking }]) {
      const night = aNight();
      const news = declarationNews();
      news.look(night);
      tell(night, [report('Tamworth', doubt)]);
      assert.deepEqual(news.look(night).put, [], JSON.stringify(doubt));
      assert.deepEqual(newestDeclarations(night), []);
    }
  });

  test('a doubt takes the seat out of the queue, and off the screen', () => {
    const night = aNight();
    const news = declarationNews();
    news.look(night);
    tell(night, [report('Tamworth')]);
    const [message] = news.look(night).put;
    assert.equal(holdsTrue(night, message), true);
    tell(night, [report('Tamworth', { checking })]);
    assert.deepEqual(news.look(night), { put: [], drop: ['Tamworth'] });
    assert.equal(holdsTrue(night, message), false);
  });

  test('what was shown and is wrong is put right with old and new; what was not shown is only told as it is', () => {
    for (const shown of [true, false]) {
      const night = aNight();
      const news = declarationNews();
      news.look(night);
      tell(night, [report('Tamworth')]);
      if (shown) news.aired(news.look(night).put[0]);
      else news.look(night);
      tell(night, [report('Tamworth', { result: result('Tamworth', { majority: { votes: 1192 }, status: 'CORRECTED', revision: 2 }), correction: { at: AT, reason: 'mixed up', changes: [{ figure: 'majority', was: '1,316', now: '1,192' }] } })]);
      const [message] = news.look(night).put;
      assert.equal(message.act, shown ? 'Correction' : 'Gain');
      assert.equal(plain(message.words).includes('not \u20681,316\u2069'), shown);
      news.aired(message);
      assert.deepEqual(news.look(night).put, []);
    }
  });

  const HOLD = { kind: 'HOLD', party: 'Lab', from: 'Lab' };
  const corrected = [
    ['the outcome, by a corrected baseline', { outcome: HOLD }, { figure: 'outcome', was: 'Labour gain from the Conservatives', now: 'Labour hold' }],
    ['from whom it was gained', { outcome: { kind: 'GAIN', party: 'Lab', from: 'LD' } }, { figure: 'outcome', was: 'Labour gain from the Conservatives', now: 'Labour gain from the Liberal Democrats' }],
    ['whether it was a gain at all', { outcome: undefined }, { figure: 'outcome', was: 'Labour gain from the Conservatives' }],
    ['the winner, of the same party', { winner: 'Bob' }, { figure: 'winner', was: 'Ann (Lab)', now: 'Bob (Lab)' }],
  ];
  for (const [what, changes, change] of corrected) {
    test(`with another word about ${what} a message on air goes, and a correction with old and new comes`, () => {
      // Given a declaration on air
      const night = aNight();
      const news = declarationNews();
      news.look(night);
      tell(night, [report('Tamworth')]);
      const [aired] = news.look(night).put;
      news.aired(aired);
      // When only that of it is corrected
      tell(night, [report('Tamworth', { result: result('Tamworth', changes), correction: { at: AT, reason: 'wrong', changes: [change] } })]);
      // Then it is no longer so, and put right
      assert.equal(holdsTrue(night, aired), false, 'the message on air holds true');
      const { put } = news.look(night);
      assert.deepEqual(put.map(({ act }) => act), ['Correction']);
      assert.ok(plain(put[0].words).includes(change.was), plain(put[0].words));
      assert.equal(holdsTrue(night, put[0]), true, 'the correction holds true');
      news.aired(put[0]);
      assert.deepEqual(news.look(night).put, []);
    });
  }

  test('a correction on air is of what was on air, whatever else of the seat was corrected since', () => {
    // Given a declaration on air, of which the majority was wrong
    const night = aNight();
    const news = declarationNews();
    news.look(night);
    tell(night, [report('Tamworth')]);
    news.aired(news.look(night).put[0]);
    const majority = { votes: 1192 };
    tell(night, [report('Tamworth', { result: result('Tamworth', { majority }), correction: { at: AT, reason: 'mixed up', changes: [{ figure: 'majority', was: '1,316', now: '1,192' }] } })]);
    news.look(night);
    // When another figure is corrected before that was told
    tell(night, [report('Tamworth', { result: result('Tamworth', { majority }), correction: { at: AT, reason: 'misprint', changes: [{ figure: 'electorate', was: '71,000', now: '70,000' }] } })]);
    // Then what is told is what stands now of what was on air
    const [message] = news.look(night).put;
    assert.deepEqual([message.act, plain(message.words)], ['Correction', 'from \u2068the Conservatives\u2069 · majority 1,192']);
  });

  const added = [
    ['who held the seat before', { outcome: undefined }, {}],
    ['the name of a rushed winner', { status: 'RUSH', majority: undefined, winner: '' }, { status: 'RUSH', majority: undefined }],
    ['that nobody stood against a rushed winner', { status: 'RUSH', majority: undefined }, { majority: undefined }],
  ];
  for (const [what, before, now] of added) {
    test(`${what} is only added: the declaration is told again, and is no correction`, () => {
      const night = aNight();
      const news = declarationNews();
      news.look(night);
      tell(night, [report('Tamworth', { result: result('Tamworth', before) })]);
      const [aired] = news.look(night).put;
      news.aired(aired);
      tell(night, [report('Tamworth', { result: result('Tamworth', now) })]);
      assert.equal(holdsTrue(night, aired), false, 'the message on air holds true');
      assert.deepEqual(news.look(night).put.map(({ act }) => act), ['Gain']);
    });
  }

  test('a winner who is only no longer named was not another one', () => {
    const night = aNight();
    const news = declarationNews();
    news.look(night);
    tell(night, [report('Tamworth')]);
    news.aired(news.look(night).put[0]);
    tell(night, [report('Tamworth', { result: result('Tamworth', { winner: '' }) })]);
    assert.deepEqual(news.look(night).put.map(({ act }) => act), ['Gain']);
  });

  test('what was shown and is taken back is said to be, once', () => {
    const night = aNight();
    const news = declarationNews();
    news.look(night);
    tell(night, [report('Tamworth')]);
    news.aired(news.look(night).put[0]);
    tell(night, [report('Tamworth', { result: undefined, correction: { at: AT, reason: 'held', changes: [{ figure: 'result', was: 'Labour gain, majority 1,316' }] } })]);
    const [message] = news.look(night).put;
    assert.deepEqual([message.act, message.rank, holdsTrue(night, message)], ['Correction', RANK.CORRECTION, true]);
    assert.match(plain(message.words), /is taken back/);
    news.aired(message);
    assert.deepEqual(news.look(night).put, []);
  });

  test('a rush that is declared in full is told again, and is no correction', () => {
    const night = aNight();
    const news = declarationNews();
    news.look(night);
    tell(night, [report('Tamworth', { result: result('Tamworth', { status: 'RUSH', majority: undefined }) })]);
    const [rush] = news.look(night).put;
    assert.match(plain(rush.words), /votes to come/);
    news.aired(rush);
    tell(night, [report('Tamworth')]);
    assert.equal(news.look(night).put[0].act, 'Gain');
  });

  test('a snapshot that says the same again is no news', () => {
    const night = aNight();
    const news = declarationNews();
    news.look(night);
    tell(night, [report('Tamworth')]);
    news.look(night);
    applySnapshot(night, { revision: 1, scoreboard: night.scoreboard, results: [...night.results.values()].map((row) => ({ ...row })), notices: [], newest: ['Tamworth'], alerts: [] });
    assert.deepEqual(news.look(night).put, []);
  });
});

describe('alerts on air', () => {
  function watched() {
    const night = aNight();
    const news = alertNews();
    news.look(night, none);
    return { night, news };
  }

  test('what was alerted before is history', () => {
    const night = aNight();
    tell(night, [report('Tamworth')], [alert('SEAT_GAIN', 'Tamworth')]);
    assert.deepEqual(alertNews().look(night, none), { put: [], drop: [] });
  });

  test('a record that says who gained the seat stands for the gain', () => {
    const { night, news } = watched();
    tell(night, [report('Tamworth')], [alert('SEAT_GAIN', 'Tamworth'), alert('BIGGEST_MAJORITY_OVERTURNED', 'Tamworth')]);
    const { put, drop } = news.look(night, none);
    assert.deepEqual(put.map(({ kind, rank }) => [kind, rank]), [['BIGGEST_MAJORITY_OVERTURNED', RANK.RECORD]]);
    assert.deepEqual(drop, ['night:SEAT_GAIN:Tamworth']);
  });

  test('one that is withdrawn before it was shown is dropped, and may not be shown', () => {
    const { night, news } = watched();
    tell(night, [report('Tamworth')], [alert('SEAT_GAIN', 'Tamworth')]);
    const [message] = news.look(night, none).put;
    assert.equal(airable(night, message), true);
    tell(night, [report('Tamworth')], [alert('SEAT_GAIN', 'Tamworth', { state: 'WITHDRAWN', revision: 2, reason: 'wrong' })]);
    assert.deepEqual(news.look(night, () => true), { put: [], drop: [message.key] });
    assert.equal(airable(night, message), false);
  });

  test('one that was told and is amended is a correction with old and new; one that waits is only said better', () => {
    for (const waits of [false, true]) {
      const { night, news } = watched();
      tell(night, [report('Tamworth')], [alert('SEAT_GAIN', 'Tamworth')]);
      news.look(night, none);
      tell(night, [report('Tamworth')], [alert('SEAT_GAIN', 'Tamworth', { state: 'AMENDED', revision: 2, facts: { party: 'Lab', majority: 1192, changes: [] }, was: { party: 'Lab', majority: 1316, changes: [] } })]);
      const [message] = news.look(night, () => waits).put;
      assert.equal(message.label, waits ? 'Gain' : 'Correction');
      assert.equal(message.rank, waits ? RANK.GAIN : RANK.CORRECTION);
      assert.deepEqual(message.changes.map(({ was, now }) => [plain(was), plain(now)]), waits ? [] : [['1,316', '1,192']]);
    }
  });

  test('an alert that only learns more is not told again', () => {
    const { night, news } = watched();
    tell(night, [report('Tamworth')], [alert('SEAT_GAIN', 'Tamworth', { facts: { party: 'Lab', changes: [] } })]);
    news.look(night, none);
    tell(night, [report('Tamworth')], [alert('SEAT_GAIN', 'Tamworth', { state: 'AMENDED', revision: 2, was: { party: 'Lab', changes: [] } })]);
    assert.deepEqual(news.look(night, none).put, []);
  });

  test('a correction comes first, and stands for what else of its seat it corrects', () => {
    const { night, news } = watched();
    tell(night, [report('Tamworth')], [alert('SEAT_GAIN', 'Tamworth'), alert('BIGGEST_MAJORITY_OVERTURNED', 'Tamworth')]);
    news.look(night, none);
    const facts = { changes: [{ figure: 'majority', was: '1,316', now: '1,192' }] };
    const amended = (kind, majority, before, more = {}) => alert(kind, 'Tamworth', { state: 'AMENDED', revision: 2, facts: { party: 'Lab', majority, changes: [], ...more }, was: { party: 'Lab', majority: before, changes: [] } });
    tell(night, [report('Tamworth')], [amended('SEAT_GAIN', 1192, 1316), amended('BIGGEST_MAJORITY_OVERTURNED', 1192, 1316, { overturned: 24664 }), alert('CORRECTION', 'Tamworth', { facts })]);
    assert.deepEqual(news.look(night, none).put.map(({ kind }) => kind), ['CORRECTION', 'BIGGEST_MAJORITY_OVERTURNED']);
  });

  test('while a seat is in doubt nothing that counts on it may be shown; what says so may', () => {
    const { night } = watched();
    const gain = alert('SEAT_GAIN', 'Tamworth');
    const back = alert('CORRECTION', 'Tamworth', { facts: { changes: [{ figure: 'result', was: 'Labour gain' }] } });
    tell(night, [report('Tamworth', { checking })], [gain, back]);
    assert.equal(airable(night, gain), false);
    assert.equal(airable(night, back), true);
    tell(night, [report('Tamworth')]);
    assert.equal(airable(night, gain), true);
  });
});

describe('the bug', () => {
  const seats = (counts) => Object.entries(counts).map(([party, won]) => ({ party, seats: won, net: 0 }));

  const ways = [
    [{ declared: 0 }, {}, '326 for a majority'],
    [{ declared: 289 }, { Lab: 289 }, 'Labour need 37 more'],
    [{ declared: 20 }, { Con: 10, Lab: 10 }, '326 for a majority'],
    [{ declared: 467 }, { Lab: 326, Con: 141 }, 'Labour have a majority'],
    [{ declared: 650 }, { Lab: 411, Con: 239 }, 'Labour: majority of 172'],
    [{ declared: 649 }, { Lab: 324, Con: 200 }, 'Hung parliament'],
  ];
  for (const [state, counts, words] of ways) {
    test(`says "${words}" at ${JSON.stringify(counts)}`, () => assert.equal(wayToTheLine(aNight({ ...state, parties: seats(counts) })), words));
  }

  test('has no line where the contest has none', () => assert.equal(wayToTheLine(aNight({ majorityLine: undefined })), null));

  test('adds up to all seats, with the parties asked for in their order', () => {
    const night = aNight({ parties: seats({ Lab: 400, Con: 200, LD: 50 }) });
    assert.deepEqual(bugRows(night, ['LD', 'Lab', 'none']).map(({ label, seats: won }) => [label, won]), [['LD', 50], ['Lab', 400], ['Others', 200]]);
    assert.deepEqual(bugRows(night, []).map(({ label }) => label), ['Lab', 'Con', 'LD']);
  });

  test('tells rushes apart', () => assert.equal(progress(board({ declared: 289, rushed: 2 })), '289 of 650 declared + 2 rushed'));
});

test('the address of an overlay never makes it faster than it can be read', () => {
  assert.deepEqual(parameters('?night=n&theme=light&hold=8&parties=Lab,%20Con,&test'), { night: 'n', theme: 'light', hold: 8000, parties: ['Lab', 'Con'], test: true });
  for (const hold of ['1', '-5', 'x', '']) assert.equal(parameters(`?hold=${hold}`).hold, 6000, hold);
  assert.equal(parameters('?hold=1e9').hold, 60_000);
});

describe("the embedded ticker's newest", () => {
  test('is nothing before the first declaration', () => assert.equal(newest(aNight()), null));

  test('is the declaration, or the alert that says more', () => {
    const night = aNight();
    tell(night, [report('Tamworth')], [alert('SEAT_GAIN', 'Tamworth')]);
    assert.equal(plain(newest(night).parts), 'Labour gain \u2068Tamworth\u2069 from the Conservatives, majority 1,316.');
    tell(night, [report('Tamworth')], [alert('LARGEST_SWING', 'Tamworth')]);
    assert.equal(newest(night).label, 'Largest swing so far');
    tell(night, [report('Tamworth', { checking })]);
    assert.match(plain(newest(night).parts), /being checked/);
  });
});

test('the embedded ticker weighs less than 24 KB with all that it imports', () => {
  const weighed = new Map();
  const weigh = (url) => {
    if (weighed.has(url.href)) return;
    const source = readFileSync(url);
    weighed.set(url.href, gzipSync(source).length);
    for (const [, path] of source.toString().matchAll(/^import .*?'(.+)';$/gm)) weigh(new URL(path, url));
  };
  weigh(new URL('../../main/resources/web/embed/election-ticker.js', import.meta.url));
  const total = [...weighed.values()].reduce((sum, bytes) => sum + bytes, 0);
  assert.ok(weighed.size > 10 && total < 24 * 1024, `${total} bytes in ${weighed.size} files`);
});
