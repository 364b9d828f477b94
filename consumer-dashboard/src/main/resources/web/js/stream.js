/**
 * The connection over which a night is pushed. It says when the figures may be stale, and goes on
 * by itself when the server is back.
 */

const SNAPSHOT = 'snapshot';
const UPDATE = 'update';
const HEARTBEAT = 'heartbeat';

/** Longer than a server is silent of which it is not known how often it shows that it is alive. */
const LONGEST_SILENCE = 20_000;
/** How late a sign of life may be. */
const PATIENCE = 3000;
const FIRST_RETRY = 1000;
const LONGEST_RETRY = 8000;

/**
 * @param {function(): string} url the event stream from where the page is
 * @param {object} to what is told:
 *   `snapshot(message)`, the whole night;
 *   `update(message)`, one change, answers false when it does not follow what is known;
 *   `heartbeat(message)`, nothing new, answers false when something is missing;
 *   `connected(boolean)`, whether the figures are known to be current;
 *   `upToDate()`, a promise of whether the server has nothing newer, asked after a silence because
 *   a half-open connection raises no error
 * @returns {() => void} closes it for good
 */
export function openStream(url, to) {
  let source;
  let retry = FIRST_RETRY;
  let retryTimer;
  let lastSign = performance.now();
  let silence = LONGEST_SILENCE;
  let beats = false;
  let checking = false;

  const alive = () => {
    lastSign = performance.now();
    retry = FIRST_RETRY;
    to.connected(true);
  };

  function reconnect() {
    to.connected(false);
    source?.close();
    clearTimeout(retryTimer);
    // Spread, so that a restarted server does not get every reader in the same moment.
    retryTimer = setTimeout(connect, retry * (0.5 + Math.random() / 2));
    retry = Math.min(retry * 2, LONGEST_RETRY);
  }

  function listen(event, handle) {
    source.addEventListener(event, ({ data }) => {
      let follows = false;
      try {
        follows = handle(JSON.parse(data)) !== false;
      } catch (error) {
        console.error(`an ${event} could not be read`, error);
      }
      if (follows) alive();
      else reconnect();
    });
  }

  /** Two heartbeats with nothing between tell how long the server lets a connection rest. */
  function beat(message) {
    if (beats) silence = Math.min(LONGEST_SILENCE, performance.now() - lastSign + PATIENCE);
    beats = true;
    return to.heartbeat(message);
  }

  function change(message) {
    beats = false;
    return to.update(message);
  }

  function connect() {
    lastSign = performance.now();
    beats = false;
    source = new EventSource(url());
    listen(SNAPSHOT, to.snapshot);
    listen(UPDATE, change);
    listen(HEARTBEAT, beat);
    source.addEventListener('open', alive);
    source.addEventListener('error', () => {
      to.connected(false);
      if (source.readyState === EventSource.CLOSED) reconnect();
    });
  }

  async function check() {
    if (checking || performance.now() - lastSign < silence) return;
    checking = true;
    const current = await to.upToDate().catch(() => false);
    checking = false;
    if (current && source.readyState === EventSource.OPEN) alive();
    else if (performance.now() - lastSign >= silence) reconnect();
  }

  const lifetime = new AbortController();
  addEventListener('offline', () => to.connected(false), { signal: lifetime.signal });
  addEventListener('online', reconnect, { signal: lifetime.signal });
  // A page kept for going back would keep its connection too, and a browser has six to a host.
  addEventListener('pagehide', () => source.close(), { signal: lifetime.signal });
  addEventListener('pageshow', ({ persisted }) => persisted && reconnect(), { signal: lifetime.signal });
  const checks = setInterval(check, 1000);
  connect();
  return () => {
    lifetime.abort();
    clearInterval(checks);
    clearTimeout(retryTimer);
    source.close();
  };
}
