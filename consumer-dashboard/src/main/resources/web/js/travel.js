/** Which moment of the night is shown: the newest, or any before it. No page, no address. */

import { latestOnly } from './latest-only.js';
import { advance } from './pace.js';
import { Recent } from './recent.js';
import { SEATS_IN_FULL, applyFullResult, applyUpdate, pastNight } from './store.js';
import { UpdatePages } from './update-pages.js';

const KEPT = 12;
const TICK = 100;
const ASK_AGAIN = 2000;
const LONGEST_STEP = 1000;
/** What the server says of a moment that it will never show. */
const FINAL = [400, 404, 410];

export class Travel {
  #live;
  #server;
  #to;
  #snapshots = new Recent(KEPT);
  #wanted;
  #pages;
  #past = null;
  #head = null;
  #run = null;

  /** The revision that was asked for; null while the newest is shown. */
  revision = null;

  /** How many times as fast as it was the night is played; null while it stands still. */
  speed = null;

  /**
   * @param {object} live the night that goes on
   * @param {import('./timeline.js').Timeline} timeline its revisions
   * @param {object} server gives promises of the past: `snapshot(revision)`, `updates(after)` and
   *     `result(seat, revision)`
   * @param {object} to what is told: `changed()`, there is something to draw;
   *     `moved(settled)`, another moment is shown, for the time being or settled;
   *     `refused(revision, status)`, a moment cannot be shown
   */
  constructor(live, timeline, server, to) {
    this.#live = live;
    this.timeline = timeline;
    this.#server = server;
    this.#to = to;
    this.#pages = new UpdatePages(server.updates);
    this.#wanted = latestOnly(server.snapshot, {
      arrived: (snapshot) => this.#arrived(snapshot),
      failed: (error, revision) => this.#failed(error, revision),
    });
  }

  /** The night to be drawn; one of the past knows its time, `at`, and what is `live` by now. */
  get night() {
    const past = this.#past;
    if (past === null) return this.#live;
    past.live = this.#live.revision;
    past.at = this.timeline.row(past.revision)?.at;
    return past;
  }

  /** Whether what is drawn is not yet what was asked for. */
  get isLoading() {
    return this.revision !== null && this.#past?.revision !== this.revision;
  }

  /** Shows the night as it stood at a revision. */
  show(revision, { settled = true } = {}) {
    this.#halt();
    this.#want(revision);
    this.#to.moved(settled);
  }

  /** Shows the newest revision and goes on with the night. */
  showLive() {
    if (this.revision === null) return;
    this.#halt();
    this.revision = null;
    this.#past = null;
    this.#wanted.drop();
    this.#to.changed();
    this.#to.moved(true);
  }

  /** Nothing is dragged any more. */
  settle() {
    this.#to.moved(true);
  }

  /** Plays the night on from the moment shown, from its beginning where that is the newest. */
  play(speed) {
    if (this.timeline.isEmpty) return;
    if (this.revision === null) this.#want(this.timeline.oldest);
    this.speed = speed;
    this.#head = null;
    if (this.#run === null) this.#tick((this.#run = {}), performance.now());
    this.#to.changed();
  }

  pause() {
    this.#halt();
    this.#to.changed();
    this.#to.moved(true);
  }

  /** The server counts the revisions of another log now; the past known here is not of it. */
  forget() {
    this.#snapshots.clear();
    this.#wanted.drop();
  }

  #halt() {
    this.speed = null;
    this.#run = null;
  }

  #want(revision) {
    this.revision = revision;
    const known = this.#snapshots.get(revision);
    if (known) this.#arrived(known);
    else if (this.isLoading) this.#wanted.want(revision);
    this.#to.changed();
  }

  #arrived(snapshot) {
    if (this.revision === null) return;
    this.#snapshots.set(snapshot.revision, snapshot);
    this.#past = pastNight(this.#live, snapshot);
    this.#fetchFull(this.#past);
    this.#to.changed();
  }

  async #fetchFull(past) {
    if (past.election.seats > SEATS_IN_FULL) return;
    const { revision } = past;
    const all = [...past.results.keys()].map((seat) => this.#server.result(seat, revision).catch(() => null));
    for (const result of await Promise.all(all)) if (result) applyFullResult(past, result);
    this.#to.changed();
  }

  #failed({ status }, revision) {
    if (FINAL.includes(status)) {
      this.showLive();
      this.#to.refused(revision, status);
    } else {
      setTimeout(() => this.revision === revision && this.isLoading && this.#wanted.want(revision), ASK_AGAIN);
    }
  }

  /** One run at a time: one that was ended while it waited for the server does not go on. */
  #tick(run, began) {
    setTimeout(async () => {
      const now = performance.now();
      if (this.#run === run) await this.#step(Math.min(now - began, LONGEST_STEP));
      if (this.#run === run) this.#tick(run, now);
    }, TICK);
  }

  async #step(elapsed) {
    const past = this.#past;
    if (past === null || this.isLoading) return;
    this.#head ??= { revision: past.revision, instant: this.timeline.row(past.revision)?.at ?? null };
    const head = advance(this.timeline, this.#head, elapsed, this.speed);
    if (head.revision > past.revision) {
      const updates = await this.#pages.between(past.revision, head.revision).catch(() => []);
      // Somebody may have gone elsewhere while they were fetched.
      if (this.#past !== past || this.speed === null) return;
      for (const update of updates) applyUpdate(past, update);
      this.revision = past.revision;
      this.#to.changed();
      this.#to.moved(false);
    }
    if (past.revision >= head.revision) this.#head = head;
    if (past.revision >= this.timeline.newest) this.showLive();
  }
}
