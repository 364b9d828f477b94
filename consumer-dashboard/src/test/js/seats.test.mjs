// The pure modules of the map, the seats' pages, the finder and the pins.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { keeper } from '../../main/resources/web/js/keep.js';
import { HEXAGON, NOTCHED, centre, gauge, neighbour, viewBox } from '../../main/resources/web/js/map/geometry.js';
import { MODES, declaredKey, keyOf, lookOf, modeOf } from '../../main/resources/web/js/map/modes.js';
import { MAJORITY_STEPS, TURNOUT_STEPS, partOf, stepOf, stepWords } from '../../main/resources/web/js/map/steps.js';
import { MOST_PINS, Pins } from '../../main/resources/web/js/pins.js';
import { asOfWords } from '../../main/resources/web/js/seat/as-of.js';
import { SeatSource } from '../../main/resources/web/js/seat/source.js';
import { indexOf, search } from '../../main/resources/web/js/seat-search.js';
import { beforeWords, majorityWords, memberBefore, outcomeWords, seatState, stoodWords, swingWords } from '../../main/resources/web/js/seat-words.js';
import { plain } from '../../main/resources/web/js/words.js';

const party = (code, name, collective, person = false) => [code, { party: code, name, collective, person }];
const night = {
  election: { election: 'night' },
  parties: new Map([party('Lab', 'Labour', 'Labour'), party('Con', 'Conservative', 'the Conservatives'), party('Ind', 'Independent', 'an independent', true)]),
};
const row = (changes) => ({ seat: 'S1', party: 'Lab', status: 'DECLARED', revision: 1, outcome: { kind: 'HOLD', party: 'Lab', from: 'Lab' }, majority: 1000, majorityShare: 2.5, turnout: 50, ...changes });
const GAIN = { kind: 'GAIN', party: 'Lab', from: 'Con' };
const seat = (code, name) => ({ seat: code, name, electorate: 80000 });

describe('the map', () => {
  const look = (mode, report) => lookOf(modeOf(mode), report);

  test('shows the winners where the address asks for no mode that there is', () => {
    assert.equal(modeOf(undefined).id, 'winner');
    assert.equal(modeOf('<b>').id, 'winner');
    assert.equal(modeOf('turnout').id, 'turnout');
  });

  test('tells a gain by its notch as well as its colour', () => {
    assert.deepEqual([look('winner', { result: row() }).d, look('winner', { result: row({ outcome: GAIN }) }).d], [HEXAGON, NOTCHED]);
    assert.deepEqual([look('gains', { result: row() }).party, look('gains', { result: row({ outcome: GAIN }) }).party], [null, 'Lab']);
  });

  test('draws a larger hexagon for a larger majority in percent of the votes of that result', () => {
    const marks = [2, 5, 10, 20, 30].map((majorityShare) => look('majority', { result: row({ majorityShare }) }).mark);
    assert.equal(new Set(marks).size, MAJORITY_STEPS.length + 1);
    assert.equal(look('majority', { result: row({ majorityShare: 20, turnout: undefined }) }).mark, marks[3], 'turnout not known');
    assert.equal(look('majority', { result: row({ majority: undefined, majorityShare: undefined }) }).mark, marks.at(-1), 'unopposed');
  });

  test('fills a seat higher for a higher turnout', () => {
    const tones = [40, 50, 55, 60, 65, 70].map((turnout) => look('turnout', { result: row({ turnout }) }).tone);
    assert.deepEqual(tones, [0, 1, 2, 3, 4, 5]);
  });

  test('shows a doubt in every mode, and nothing else where doubts are asked for', () => {
    for (const { id } of MODES) {
      assert.equal(look(id, { checking: { queries: [] } }).standing, 'CHECKING', id);
      assert.equal(look(id, { result: row({ status: 'RUSH', majority: undefined, turnout: undefined }) }).standing, 'RUSH', id);
    }
    assert.deepEqual(look('checking', { result: row() }), { d: HEXAGON, fill: 'pale', mark: null, tone: null, party: null, standing: '' });
  });

  test('has another look for every sample of a legend', () => {
    for (const { id, legend } of MODES) assert.equal(new Set(legend.map((sample) => keyOf(sample.look))).size, legend.length, id);
  });

  test('has news of what is declared, rushed or corrected, not of what is doubted', () => {
    assert.equal(declaredKey(undefined), declaredKey({ checking: {} }));
    assert.equal(declaredKey({ result: row() }), declaredKey({ result: row(), checking: {} }));
    assert.notEqual(declaredKey({ result: row() }), declaredKey({ result: row({ revision: 2, status: 'CORRECTED' }) }));
  });

  test('is walked straight ahead before aside, and stops at its edge', () => {
    const places = new Map([['A', { q: 0, r: 0 }], ['B', { q: 1, r: 0 }], ['C', { q: 0, r: 1 }]].map(([code, hex]) => [code, centre(hex)]));
    assert.equal(neighbour(places, 'A', 'ArrowRight'), 'B');
    assert.equal(neighbour(places, 'A', 'ArrowUp'), 'C');
    assert.equal(neighbour(places, 'A', 'ArrowLeft'), undefined);
    assert.equal(neighbour(places, 'A', 'Enter'), undefined);
  });

  test('is as large as its places', () => assert.equal(viewBox([{ x: 0, y: 0 }, { x: 100, y: 50 }]), '-10 -11 120 72'));

  test('has a gauge from empty to a whole hexagon', () => {
    const corners = (path) => path.split('L').length;
    assert.equal(corners(gauge(1)), 6);
    assert.equal(corners(gauge(0.5)), 5);
    assert.equal(corners(gauge(0.1)), 3);
  });
});

describe('steps', () => {
  test('have bounds that belong to the step above', () => assert.deepEqual([4.9, 5, 29.9, 30, 90].map((figure) => stepOf(MAJORITY_STEPS, figure)), [0, 1, 3, 4, 4]));

  test('are told in words', () => assert.deepEqual([0, 1, 5].map((step) => stepWords(TURNOUT_STEPS, step)), ['under 50', '50 to 55', '70 and more']));

  test('grow to the whole', () => assert.equal(partOf(TURNOUT_STEPS, TURNOUT_STEPS.length), 1));
});

describe('the finder', () => {
  const index = indexOf([seat('W1', 'Ynys Môn'), seat('E1', "King's Lynn"), seat('E2', 'North East Fife'), seat('E3', 'Fife East and North'), seat('E4', '\u202e<b>עברית')]);
  const names = (text) => search(index, text).map(({ name }) => name);

  test('folds accents and apostrophes, and finds any word by its beginning', () => {
    assert.deepEqual(names('ynys mon'), ['Ynys Môn']);
    assert.deepEqual(names('KINGS ly'), ["King's Lynn"]);
    assert.deepEqual(names('mo'), ['Ynys Môn']);
    assert.deepEqual(names('ôn'), []);
    assert.deepEqual(names('עב'), ['\u202e<b>עברית']);
  });

  test('puts names that begin so first', () => assert.deepEqual(names('fife'), ['Fife East and North', 'North East Fife']));

  test('finds a seat by its code, and all for nothing asked', () => {
    assert.deepEqual(names('w1'), ['Ynys Môn']);
    assert.equal(names('  ').length, 5);
  });
});

describe('pins', () => {
  const storage = (kept) => ({ kept, getItem() { return this.kept ?? null; }, setItem(key, value) { this.kept = value; } });

  test('survive in the storage, each night its own', () => {
    const kept = storage();
    new Pins(kept, 'night').toggle('S1');
    assert.deepEqual(new Pins(kept, 'night').seats, ['S1']);
    assert.equal(new Pins(storage(), 'a').key === new Pins(storage(), 'b').key, false);
  });

  test('are taken out again, and never more than fit', () => {
    const pins = new Pins(storage(), 'night');
    for (let i = 0; i < MOST_PINS + 3; i++) pins.toggle(`S${i}`);
    assert.equal(pins.seats.length, MOST_PINS);
    assert.ok(pins.isFull);
    pins.toggle('S0');
    assert.equal(pins.has('S0'), false);
  });

  test('live without a storage, with one that throws, and with nonsense in it', () => {
    const throwing = { getItem() { throw new Error('refused'); }, setItem() { throw new Error('full'); } };
    for (const odd of [null, throwing, storage('{'), storage('{"a":1}'), storage('[1,null]')]) {
      const pins = new Pins(odd, 'night');
      assert.deepEqual(pins.seats, []);
      pins.toggle('S1');
      assert.deepEqual(pins.seats, ['S1']);
    }
  });

  test('tell of every change', () => {
    const pins = new Pins(null, 'night');
    let told = 0;
    pins.onChange(() => told++);
    pins.toggle('S1');
    pins.toggle('S1');
    assert.equal(told, 2);
  });
});

describe("a seat's page in words", () => {
  const result = (changes) => ({ status: 'DECLARED', candidates: [{ party: 'Lab', shareChange: 10.15 }, { party: 'Con', shareChange: -8.2 }], outcome: GAIN, ...changes });

  test('tells a swing with its pair and its method', () => {
    const { figure, method } = swingWords(night, result({ swing: { method: 'BUTLER', from: 'Con', to: 'Lab', points: 9.18 } }));
    assert.equal(figure, '9.2 points from the Conservatives to Labour');
    assert.match(method, /^Butler swing: .* \(Labour \+10\.2, Conservative \u22128\.2\)\. The pair is the winner and the party that held the seat\.$/);
  });

  test('turns a swing against its pair around', () =>
    assert.equal(swingWords(night, result({ outcome: { kind: 'HOLD' }, swing: { method: 'BUTLER', from: 'Con', to: 'Lab', points: -3 } })).figure, '3.0 points from Labour to the Conservatives'));

  test('says why there is no swing', () => {
    assert.match(swingWords(night, result({ status: 'RUSH' })).method, /Votes to come/);
    assert.match(swingWords(night, result({ outcome: undefined })).method, /no earlier result/);
    assert.match(swingWords(night, result()).method, /did not both stand/);
  });

  test('leaves changes out of a swing where a party had two candidates', () =>
    assert.doesNotMatch(swingWords(night, result({ candidates: [{ party: 'Lab', shareChange: 1 }, { party: 'Con' }, { party: 'Con' }], swing: { method: 'BUTLER', from: 'Con', to: 'Lab', points: 1 } })).method, /\(/));

  test('tells the margin, or why there is none', () => {
    assert.equal(majorityWords({ status: 'DECLARED', majority: { votes: 2708, share: 6.9055 } }), '2,708 (6.9%)');
    assert.equal(majorityWords({ status: 'DECLARED', majority: { votes: 0, share: 0 } }), '0: a tie, decided by lot');
    assert.equal(majorityWords({ status: 'DECLARED' }), 'Unopposed');
    assert.equal(majorityWords({ status: 'RUSH' }), 'Votes to come');
  });

  test('tells who held it, and the member before only where that differs', () => {
    assert.equal(beforeWords(night, { party: 'Con', majority: 5976, basis: 'NOTIONAL' }), 'Conservative, majority 5,976 (notional, on the new boundaries)');
    assert.equal(beforeWords(night, undefined), null);
    assert.equal(memberBefore(night, { outcome: GAIN, sitting: { kind: 'GAIN', party: 'Lab', from: 'Con' } }), null);
    assert.equal(memberBefore(night, { outcome: GAIN, sitting: { kind: 'HOLD', party: 'Lab', from: 'Lab' } }), 'Labour; against that, a hold by Labour');
  });

  test('tells the outcome in the number of the party', () => {
    assert.equal(outcomeWords(night, row()), 'Labour hold');
    assert.equal(outcomeWords(night, row({ party: 'Ind', outcome: { kind: 'GAIN', from: 'Con' } })), 'An independent gains from the Conservatives');
    assert.equal(outcomeWords(night, row({ party: 'Ind', outcome: undefined })), 'An independent wins');
  });

  test('tells the state of a seat in a label', () => {
    assert.equal(seatState(night, undefined), 'not declared');
    assert.equal(seatState(night, { result: row() }), 'Lab hold');
    assert.equal(seatState(night, { result: row({ status: 'RUSH' }) }), 'Lab hold, rush');
    assert.equal(seatState(night, { held: {} }), 'on hold');
  });

  test('tells what stood at a revision', () => {
    assert.equal(plain(stoodWords({ stands: { status: 'DECLARED', party: 'Lab', winner: 'Ann', majority: 1316 } })), 'Lab, \u2068Ann\u2069, majority 1,316');
    assert.equal(plain(stoodWords({ stands: { status: 'RECOUNT' } })), 'Recount');
    assert.equal(plain(stoodWords({ checking: {} })), 'Not counted');
  });
});

describe("a seat's source", () => {
  const viewed = (revision, report) => ({ election: { election: 'night' }, revision, reports: new Map([['S1', report]]) });
  const settled = () => new Promise((done) => setImmediate(done));

  test('asks again when the night has news of the seat, and not otherwise', async () => {
    const asked = [];
    const source = new SeatSource(async (...view) => ({ revision: asked.push(view) + 10 }), () => {}, () => {});
    const report = {};
    source.want(viewed(3, report), 'S1');
    source.want(viewed(4, report), 'S1');
    source.want(viewed(5, {}), 'S1');
    await settled();
    assert.deepEqual(asked, [['night', 'S1', undefined], ['night', 'S1', undefined]]);
    assert.equal(source.document.revision, 12, 'the later answer');
    source.want({ ...viewed(2, report), past: true }, 'S1');
    assert.deepEqual(asked.at(-1), ['night', 'S1', 2]);
  });

  test('says of which revision its figures are while another moment was asked for, also back to live', async () => {
    // Given a page of a seat as it stands, at revision 900
    const answers = [];
    const source = new SeatSource((night, seat, revision) => new Promise((answer) => answers.push(() => answer({ revision: revision ?? 900 }))), () => {}, () => {});
    const live = viewed(900, {});
    const past = { ...viewed(12, {}), past: true };
    const says = (view) => asOfWords(source, view.past);
    const answered = () => {
      answers.pop()();
      return settled();
    };
    source.want(live, 'S1');
    assert.equal(says(live), 'Asking for its figures.');
    await answered();
    assert.equal(says(live), null, 'of the newest');
    // When the slider goes to revision 12, then the figures are those of 900 until the answer comes
    source.want(past, 'S1');
    assert.equal(says(past), 'Asking for its figures. The figures shown are of revision 900.');
    await answered();
    assert.equal(says(past), 'As it stood at revision 12.');
    // And when it goes back to live, those of 12
    source.want(live, 'S1');
    assert.equal(says(live), 'Asking for its figures. The figures shown are of revision 12.');
    await answered();
    assert.equal(says(live), null, 'of the newest again');
  });

  test('says of which revision its figures are where a replica is behind', async () => {
    const source = new SeatSource(async () => ({ revision: 2 }), () => {}, () => {});
    source.want(viewed(3, {}), 'S1');
    await settled();
    assert.equal(asOfWords(source, false), 'Asking for its figures. The figures shown are of revision 2.');
  });

  test('shows no figures of another moment where there are none of the one asked for, and says nothing of it elsewhere', async () => {
    const source = new SeatSource(async (night, seat, revision) => { if (revision === 12) throw Object.assign(new Error(), { status: 410 }); return { revision: 900 }; }, () => {}, () => {});
    const live = viewed(900, {});
    source.want(live, 'S1');
    await settled();
    source.want({ ...viewed(12, {}), past: true }, 'S1');
    await settled();
    assert.deepEqual([source.document, asOfWords(source, true)], [null, 'This revision of the night is no longer kept.']);
    source.want(live, 'S1');
    assert.equal(asOfWords(source, false), 'Asking for its figures.');
  });

  test('keeps the last answer while offline, says so, and tries again', async () => {
    let online = true;
    const retries = [];
    const source = new SeatSource(async () => { if (!online) throw new Error('offline'); return { revision: 9 }; }, () => {}, (run) => retries.push(run));
    source.want(viewed(3, {}), 'S1');
    await settled();
    online = false;
    source.want(viewed(9, {}), 'S1');
    await settled();
    assert.deepEqual([source.document.revision, asOfWords(source, false)], [9, 'No connection: trying again. The figures shown are of revision 9.']);
    online = true;
    retries.pop()();
    await settled();
    assert.equal(source.trouble, null);
  });

  test('does not try again what is not there, and asks once more where a replica is behind', async () => {
    const retries = [];
    const missing = new SeatSource(async () => { throw Object.assign(new Error(), { status: 404 }); }, () => {}, (run) => retries.push(run));
    missing.want(viewed(3, {}), 'S1');
    await settled();
    assert.deepEqual([missing.trouble, retries.length], [404, 0]);
    const behind = new SeatSource(async () => ({ revision: 2 }), () => {}, (run) => retries.push(run));
    behind.want(viewed(3, {}), 'S1');
    await settled();
    assert.equal(retries.length, 1);
  });
});

test('an item stays the same object as long as its parts do', () => {
  const keep = keeper();
  const report = {};
  const first = keep('S1', { report });
  assert.equal(keep('S1', { report }), first);
  assert.notEqual(keep('S1', { report: {} }), first);
  assert.notEqual(keep('S2', { report }), first);
});
