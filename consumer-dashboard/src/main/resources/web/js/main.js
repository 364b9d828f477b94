/** The page: finds its night, keeps it up to date, and draws the moment of it once per frame. */

import { announcer } from './announcer.js';
import * as api from './api.js';
import { renewAges } from './clock.js';
import { found, to, wanted } from './first.js';
import { perFrame } from './frame.js';
import { chooser, heading } from './heading.js';
import { followNight } from './live.js';
import { keepMoment } from './moment.js';
import { fetchPart } from './parts.js';
import { followLinks, nightIs, onRoute, route } from './route.js';
import { say } from './say.js';
import { applySnapshot, openNight } from './store.js';
import { tabs } from './tabs.js';
import { Timeline } from './timeline.js';
import { Travel } from './travel.js';
import { sentence, title } from './words.js';
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
import './components/seat-finder.js';
import './components/time-travel.js';
import './components/open-seats.js';

const GONE = 410;

const at = (id) => document.getElementById(id);
const root = document.documentElement;
const views = [...document.querySelectorAll('[data-view]')];
const banners = document.querySelector('night-banners');
const footer = document.querySelector('night-footer');
const words = at('sentence');

/** Says what the page waits for. */
function sayWhatIsAwaited() {
  say(words, ['Looking for the night.']);
  to.waiting = () => {
    banners.connection(null);
    say(words, wanted === null ? ['Waiting for a night to begin.'] : ['Waiting for the night ', { name: wanted }, '.']);
  };
  to.lost = () => banners.connection({ lasted: Infinity });
}

/** What gives the travel its past. */
const pastOf = (election) => ({
  snapshot: (revision) => api.snapshot(election, { revision }),
  updates: (after) => api.updates(election, after),
  result: (seat, revision) => api.result(election, seat, { revision }),
});

/** Draws the night on every view, in the document and for readers who cannot see. */
function draw(night, announce) {
  const mapped = root.dataset.map === 'true';
  for (const view of views) {
    const skipped = (view.localName === 'hex-map' && !mapped) || (view.localName === 'seat-cards' && mapped);
    // One that has not been fetched yet renders nothing.
    if (!skipped) view.render?.(night);
  }
  say(words, sentence(night));
  announce(night);
  renewAges(night);
  document.title = night.past ? `Past · ${title(night)}` : title(night);
  root.dataset.revision = night.revision;
  root.toggleAttribute('data-past', night.past);
}

async function start() {
  tabs(at('tabs'));
  followLinks();
  sayWhatIsAwaited();
  const { nights, detail, snapshot } = await found;
  const night = openNight(detail);
  const { election } = night.election;
  applySnapshot(night, snapshot);
  nightIs(election);
  chooser(nights, election);
  heading(night);

  const timeline = new Timeline();
  const announce = announcer(at('announcer'));
  const refused = (moment, status) => banners.refused(String(moment), status, night.revision);
  const moment = keepMoment(() => travel, (time) => api.snapshot(election, { at: time }), refused);
  const changed = perFrame(() => draw(travel.night, announce));
  const travel = new Travel(night, timeline, pastOf(election), { changed, moved: moment.moved, refused });
  document.querySelector('time-travel').connect(travel);
  moment.begin();
  changed();

  /** What this night or this address needs beside the rest. */
  function fetchParts() {
    if (root.dataset.map !== 'true') fetchPart('seat-cards', changed);
    if (route().seat !== undefined) fetchPart('seat-page', changed);
  }
  onRoute(fetchParts);
  fetchParts();

  const live = followNight(night, timeline, {
    changed,
    described() {
      heading(night);
      fetchParts();
      changed();
    },
    began() {
      const { revision } = travel;
      travel.forget();
      travel.showLive();
      if (revision !== null) refused(revision, GONE);
    },
  });

  setInterval(() => {
    live.tend();
    footer.newest(live.newestAge());
    banners.connection(live.silence(), night);
    renewAges(travel.night);
  }, 500);
}

start();
