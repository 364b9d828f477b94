// How a night is kept up to date, with a server and a clock that the test holds.
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { followNight } from '../../main/resources/web/js/live.js';
import { openNight } from '../../main/resources/web/js/store.js';

const LATER = 10_000;
const settled = () => new Promise((done) => setImmediate(done));

test('reference data that could not be fetched after it was amended is asked for again', async () => {
  // Given a night that is followed, of which reference data may be new
  mock.method(globalThis, 'setInterval', () => 0);
  let now = 0;
  mock.method(performance, 'now', () => now);
  let stream;
  globalThis.addEventListener = () => {};
  globalThis.EventSource = class extends EventTarget {
    constructor() {
      super();
      stream = this;
    }
  };
  const election = { election: 'night', seats: 20, parties: [] };
  const seats = Array.from({ length: 20 }, (_, i) => ({ seat: `S${i}`, name: 'before' }));
  const newer = { election, seats: seats.map((seat) => ({ ...seat, name: 'amended' })) };
  let online = false;
  mock.method(globalThis, 'fetch', async (address) => {
    if (!online) throw new TypeError('offline');
    return { ok: true, json: async () => (address === '/api/nights/night' ? newer : {}) };
  });
  const night = openNight({ election, seats });
  const live = followNight(night, { isEmpty: true }, { changed() {}, described() {}, began() {} });
  const snapshot = { revision: 1, log: 'k3x', scoreboard: {}, results: [], notices: [], newest: [], alerts: [] };
  stream.dispatchEvent(new MessageEvent('snapshot', { data: JSON.stringify(snapshot) }));
  // When the server is away as it is asked for, and then there
  now += LATER;
  live.tend();
  await settled();
  assert.equal(night.seats.get('S1').name, 'before');
  online = true;
  now += LATER;
  live.tend();
  await settled();
  // Then the page has it all the same
  assert.equal(night.seats.get('S1').name, 'amended', 'the name of a seat');
});
