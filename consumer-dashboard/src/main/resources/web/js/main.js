/** The page: finds its night, keeps it up to date, and draws it once per frame. */

import * as api from './api.js';
import { renewAges } from './clock.js';
import { partySheet } from './colours.js';
import { h, setText } from './dom.js';
import { date, shorten } from './format.js';
import { perFrame } from './frame.js';
import { nodesOf, say } from './say.js';
import { SEATS_IN_FULL, amendsReference, applyFullResult, applySnapshot, applyUpdate, describe, openNight } from './store.js';
import { followLinks } from './route.js';
import { openStream } from './stream.js';
import { tabs } from './tabs.js';
import { isCard, sentence, stateWords, title } from './words.js';
import './components/alert-list.js';
import './components/biggest-overturned.js';
import './components/declaration-list.js';
import './components/hex-map.js';
import './components/key-figures.js';
import './components/night-status.js';
import './components/page-options.js';
import './components/party-table.js';
import './components/pinned-seats.js';
import './components/seat-bar.js';
import './components/seat-cards.js';
import './components/seat-finder.js';
import './components/seat-page.js';
import './components/time-travel.js';
import './components/open-seats.js';

const ASK_AGAIN = 2000;
const LEAST_BETWEEN_DESCRIPTIONS = 5000;
const LEAST_BETWEEN_ANNOUNCEMENTS = 20_000;

const at = (id) => document.getElementById(id);
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
const wanted = new URLSearchParams(location.search).get('night');

const views = [...document.querySelectorAll('[data-view]')];
const banners = document.querySelector('night-banners');
const footer = document.querySelector('night-footer');

/** Asks until there is a night to show, saying politely what it waits for. */
async function findNight() {
  for (;;) {
    try {
      const nights = await api.nights();
      banners.connection(null);
      const chosen = wanted === null ? nights[0] : nights.find(({ election }) => election === wanted);
      if (chosen) return { nights, detail: await api.night(chosen.election) };
      say(at('sentence'), wanted === null ? ['Waiting for a night to begin.'] : ['Waiting for the night ', { name: wanted }, '.']);
    } catch {
      banners.connection(Infinity);
    }
    await pause(ASK_AGAIN);
  }
}

function chooser(nights, shown) {
  const select = at('nights');
  const options = nights.map(({ election, name, mode }) => h('option', { value: election }, mode === 'LIVE' ? shorten(name, 60) : `${shorten(name, 60)} (${mode.toLowerCase()})`));
  select.replaceChildren(...options);
  select.value = shown;
  at('nights-label').hidden = nights.length < 2;
  select.addEventListener('change', () => location.assign(`?night=${encodeURIComponent(select.value)}`));
}

function heading({ election, seats }) {
  at('name').replaceChildren(...nodesOf([{ name: election.name }]));
  setText(at('date'), date(election.date));
  const mapped = [...seats.values()].some((seat) => seat.hex);
  document.documentElement.dataset.map = mapped;
  setText(at('map-heading'), mapped ? 'Map' : 'Seats');
  setText(at('tab-map'), mapped ? 'Map' : 'Seats');
}

/** For readers who cannot see: the sentence now and then, and every alert that has a card. */
function announcer() {
  const told = new Set();
  let last = -Infinity;
  return (night) => {
    const news = night.alerts.filter((alert) => isCard(alert) && !told.has(`${alert.id} ${alert.revision}`));
    news.forEach(({ id, revision }) => told.add(`${id} ${revision}`));
    const due = performance.now() - last > LEAST_BETWEEN_ANNOUNCEMENTS;
    const urgent = last > -Infinity && news.length > 0;
    if (!due && !urgent) return;
    last = performance.now();
    const alerts = urgent ? news.slice(0, 2).map(({ headline, state }) => ({ name: state === 'ISSUED' ? headline : `${stateWords(state)}: ${headline}` })) : [];
    say(at('announcer'), [...alerts.flatMap((part) => [part, '. ']), ...sentence(night)]);
  };
}

async function start() {
  tabs(at('tabs'));
  followLinks();
  say(at('sentence'), ['Looking for the night.']);
  const { nights, detail } = await findNight();
  const night = openNight(detail);
  const { election } = night.election;
  document.adoptedStyleSheets = [partySheet(night.election.parties)];
  chooser(nights, election);
  heading(night);

  const announce = announcer();
  let newestAt = null;
  let lostAt = null;

  const draw = perFrame(() => {
    if (night.revision === null) return;
    const mapped = document.documentElement.dataset.map === 'true';
    for (const view of views) {
      const skipped = (view.localName === 'hex-map' && !mapped) || (view.localName === 'seat-cards' && mapped);
      if (!skipped) view.render(night);
    }
    say(at('sentence'), sentence(night));
    announce(night);
    renewAges(night);
    document.title = title(night);
    document.documentElement.dataset.revision = night.revision;
    tick();
  });

  function tick() {
    if (newestAt !== null) footer.newest(performance.now() - newestAt);
    banners.connection(lostAt === null ? null : performance.now() - lostAt, night);
  }

  let described = performance.now();
  let amended = false;
  /** Reference data may come in or change after the first reader: asks for it again. */
  async function describeAgain() {
    if (performance.now() - described < LEAST_BETWEEN_DESCRIPTIONS) return;
    described = performance.now();
    amended = false;
    const newer = await api.night(election).catch(() => null);
    if (newer === null) return;
    describe(night, newer);
    document.adoptedStyleSheets = [partySheet(night.election.parties)];
    heading(night);
    draw();
  }

  const incomplete = () =>
    night.seats.size < night.election.seats || night.newest.some((seat) => !night.seats.has(seat));

  /** A snapshot's rows are slim; a small night is shown with every candidate. */
  async function fetchFullResults() {
    if (night.election.seats > SEATS_IN_FULL) return;
    for (const seat of [...night.results.keys()].filter((code) => !night.full.has(code))) {
      const full = await api.result(election, seat).catch(() => null);
      if (full) applyFullResult(night, full);
    }
    draw();
  }

  openStream(() => api.streamPath(election), {
    snapshot(message) {
      amended = night.revision !== null;
      applySnapshot(night, message);
      newestAt = performance.now();
      fetchFullResults();
      draw();
    },
    update(message) {
      const outcome = applyUpdate(night, message);
      if (outcome === 'gap') return false;
      if (outcome === 'applied') {
        newestAt = performance.now();
        amended ||= amendsReference(message);
      }
      draw();
      return true;
    },
    connected(yes) {
      lostAt = yes ? null : (lostAt ?? performance.now());
      tick();
    },
    async upToDate() {
      const known = (await api.nights()).find((other) => other.election === election);
      return known !== undefined && known.revision === night.revision;
    },
  });

  setInterval(() => {
    tick();
    renewAges(night);
    if (amended || incomplete()) describeAgain();
  }, 1000);
}

start();
