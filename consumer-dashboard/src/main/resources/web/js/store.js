/**
 * A night as the page knows it: the fold of one snapshot and the updates after it. Pure: no page,
 * no clock, no network. Bounded by the number of seats, however long it is watched.
 */

import { inSentence } from './format.js';
import { mergeScoreboard } from './scoreboard.js';

/** Up to so many seats a night is shown seat by seat, with every candidate. */
export const SEATS_IN_FULL = 12;

/** A party as sentences may speak of it. */
const inWords = (party) => ({ ...party, name: inSentence(party.name), collective: inSentence(party.collective) });

/** A night of which nothing but its reference data is known. */
export function openNight({ election, seats }) {
  return {
    election,
    seats: new Map(seats.map((seat) => [seat.seat, seat])),
    parties: new Map(election.parties.map((party) => [party.party, inWords(party)])),
    revision: null,
    /** Which log the revisions count; another after the server began with other data. */
    log: null,
    /** Whether this is the night as it once stood; then `live` is the newest revision known. */
    past: false,
    scoreboard: null,
    /**
     * Seat to all that is public of it: `seat`, `name`, and where it is so its `result` in short,
     * `announced`, `checking`, `held` and `correction`. Another object whenever anything changes.
     */
    reports: new Map(),
    /** Seat to the short result, of the seats that have one. */
    results: new Map(),
    /** Codes of the seats that have a report, newest change first. */
    newest: [],
    /** Newest change first; one per id. */
    alerts: [],
    /** Those of them that came with the last snapshot: old, or missed, and so no news now. */
    handedOver: new Set(),
    /** Seat to full result, on nights that are shown in full. */
    full: new Map(),
  };
}

/** Newer reference data for the same night. */
export function describe(night, { election, seats }) {
  const { seats: bySeat, parties } = openNight({ election, seats });
  return Object.assign(night, { election, seats: bySeat, parties });
}

/** The whole night as the server knows it; replaces what was known. */
export function applySnapshot(night, { revision, log, scoreboard, results, notices, newest, alerts }) {
  night.revision = revision;
  night.log = log;
  night.scoreboard = scoreboard;
  night.results = new Map(results.map((row) => [row.seat, row]));
  night.reports = new Map(notices.map((notice) => [notice.seat, notice]));
  for (const row of results) {
    night.reports.set(row.seat, { ...night.reports.get(row.seat), seat: row.seat, name: row.name, result: row });
  }
  night.newest = newest.filter((seat) => night.reports.has(seat));
  night.alerts = [...alerts];
  night.handedOver = new Set(alerts);
  night.full = new Map();
}

/** The night as a snapshot has it, beside the one that goes on. */
export function pastNight(night, snapshot) {
  const past = { ...night, past: true, live: night.revision };
  applySnapshot(past, snapshot);
  return past;
}

/**
 * One change. Answers `applied`, `known` (nothing new) or `gap` (updates before it are missing; a
 * snapshot is needed).
 *
 * @param {boolean} partial whether its scoreboard has only what changed
 */
export function applyUpdate(night, update, { partial = false } = {}) {
  if (night.revision === null) return 'gap';
  if (update.revision <= night.revision) return 'known';
  if (update.revision > night.revision + 1) return 'gap';
  night.revision = update.revision;
  night.scoreboard = partial ? mergeScoreboard(night.scoreboard, update.scoreboard) : update.scoreboard;
  // The seat that the cause speaks of comes first, and so ends on top.
  for (const report of [...update.seats].reverse()) applyReport(night, report);
  const changed = new Set(update.alerts.map((alert) => alert.id));
  night.alerts = [...update.alerts, ...night.alerts.filter((alert) => !changed.has(alert.id))];
  return 'applied';
}

/** What a report does not have is not so, whatever was reported before. */
function applyReport(night, { seat, name, result, announced, checking, held, correction }) {
  night.newest = night.newest.filter((other) => other !== seat);
  night.full.delete(seat);
  night.results.delete(seat);
  night.reports.delete(seat);
  if (!(result || announced || checking || held || correction)) return;
  const row = result && rowOf(result);
  night.reports.set(seat, { seat, name, result: row, announced, checking, held, correction });
  night.newest = [seat, ...night.newest];
  if (!row) return;
  night.results.set(seat, row);
  applyFullResult(night, result);
}

/** Keeps a result with its candidates, where the night is small and it is the one that stands. */
export function applyFullResult(night, result) {
  if (night.election.seats > SEATS_IN_FULL || night.full.has(result.seat)) return;
  if (night.results.get(result.seat)?.revision === result.revision) night.full.set(result.seat, result);
}

/** Whether an update was brought about by reference data, so that what was known of it is old. */
export function amendsReference({ receipt: { cause, election, baseline } }) {
  const same = (record) => record !== undefined && record.topic === cause.topic && record.partition === cause.partition && record.offset === cause.offset;
  return same(election) || same(baseline);
}

/**
 * Where a seat stands: `HELD`, `CHECKING`, `RUSH`, `DECLARED`, `CORRECTED`, `RECOUNT`, `WITHDRAWN`,
 * or nothing where nothing was said.
 */
export function standing(report) {
  if (report?.held) return 'HELD';
  if (report?.checking) return 'CHECKING';
  return report?.result?.status ?? report?.announced?.status ?? '';
}

/** The reports of seats whose figures are not all there, or not all believed, newest first. */
export const inDoubt = (night) =>
  night.newest.map((seat) => night.reports.get(seat)).filter(({ held, checking, announced }) => held || checking || announced);

function rowOf(result) {
  return {
    seat: result.seat,
    name: result.name,
    winner: result.winner,
    party: result.party,
    second: result.majority?.second,
    outcome: result.outcome,
    majority: result.majority?.votes,
    majorityShare: result.majority?.share,
    overturned: result.overturned,
    turnout: result.turnout,
    declaredAt: result.declaredAt,
    status: result.status,
    revision: result.revision,
    reason: result.reason,
  };
}
