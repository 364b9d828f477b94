/**
 * A night as the page knows it: the fold of one snapshot and the updates after it. Pure: no page,
 * no clock, no network. Bounded by the number of seats, however long it is watched.
 */

/** Up to so many seats a night is shown seat by seat, with every candidate. */
export const SEATS_IN_FULL = 12;

/** A night of which nothing but its reference data is known. */
export function openNight({ election, seats }) {
  return {
    election,
    seats: new Map(seats.map((seat) => [seat.seat, seat])),
    parties: new Map(election.parties.map((party) => [party.party, party])),
    revision: null,
    scoreboard: null,
    /** Seat to row, as in a snapshot, with winner, reason and what it `was` where known. */
    results: new Map(),
    /** Seat codes, newest declaration or correction first. */
    newest: [],
    /** Newest change first; one per id. */
    alerts: [],
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
export function applySnapshot(night, { revision, scoreboard, results, alerts }) {
  night.revision = revision;
  night.scoreboard = scoreboard;
  night.results = new Map(results.map((row) => [row.seat, row]));
  night.newest = results.map((row) => row.seat);
  night.alerts = [...alerts];
  night.full = new Map();
}

/**
 * One change. Answers `applied`, `known` (nothing new) or `gap` (updates before it are missing; a
 * snapshot is needed).
 */
export function applyUpdate(night, update) {
  if (night.revision === null) return 'gap';
  if (update.revision <= night.revision) return 'known';
  if (update.revision > night.revision + 1) return 'gap';
  night.revision = update.revision;
  night.scoreboard = update.scoreboard;
  const { seat } = update.result;
  night.results.set(seat, rowOf(update.result, night.results.get(seat)));
  night.newest = [seat, ...night.newest.filter((other) => other !== seat)];
  const changed = new Set(update.alerts.map((alert) => alert.id));
  night.alerts = [...update.alerts, ...night.alerts.filter((alert) => !changed.has(alert.id))];
  applyFullResult(night, update.result);
  return 'applied';
}

/** Keeps a result with its candidates, where the night is small and it is not older than the row. */
export function applyFullResult(night, result) {
  if (night.election.seats > SEATS_IN_FULL) return;
  const row = night.results.get(result.seat);
  if (!row || result.revision < (night.full.get(result.seat)?.revision ?? 0)) return;
  night.full.set(result.seat, result);
}

function rowOf(result, before) {
  return {
    seat: result.seat,
    name: result.name,
    party: result.party,
    second: result.majority?.second,
    outcome: result.outcome,
    majority: result.majority?.votes,
    overturned: result.overturned,
    declaredAt: result.declaredAt,
    status: result.status,
    revision: result.revision,
    winner: result.winner,
    reason: result.reason,
    was: before && { party: before.party, majority: before.majority },
  };
}
