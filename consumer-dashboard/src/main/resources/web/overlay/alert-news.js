/** Alerts as messages of the lower third: what is new since it last looked. Pure. */

import { alertChanges, kindWords } from '../js/words.js';
import { RANK } from './queue.js';

const RANKS = {
  CORRECTION: RANK.CORRECTION,
  MAJORITY_REACHED: RANK.MAJORITY,
  BIGGEST_MAJORITY_OVERTURNED: RANK.RECORD,
  LARGEST_SWING: RANK.RECORD,
  NARROWEST_MAJORITY: RANK.RECORD,
  TIE_BY_LOT: RANK.RECORD,
  FIRST_SINCE: RANK.GAIN,
  REGAIN: RANK.GAIN,
  SEAT_GAIN: RANK.GAIN,
};

/** One that is beaten before it was told is not told any more. */
const SO_FAR = ['BIGGEST_MAJORITY_OVERTURNED', 'LARGEST_SWING', 'NARROWEST_MAJORITY'];

/** Their headlines say who gained the seat from whom. */
const SAY_THE_GAIN = ['BIGGEST_MAJORITY_OVERTURNED', 'FIRST_SINCE', 'REGAIN'];
/** What a correction of a seat does not tell of its other alerts. */
const BEYOND = ['record', 'overturned', 'heldSince', 'seats'];

const message = (alert, changes) => {
  const { id, revision, kind, facts, name, headline } = alert;
  const corrected = kind === 'CORRECTION' || changes.length > 0;
  return {
    key: id,
    id,
    revision,
    kind,
    rank: corrected ? RANK.CORRECTION : RANKS[kind] ?? RANK.REST,
    topic: SO_FAR.includes(kind) && !corrected ? kind : undefined,
    party: facts.party,
    label: corrected ? 'Correction' : kindWords(kind),
    correction: corrected,
    // The headline of a correction says in words what the change shows.
    headline: kind === 'CORRECTION' && changes.length > 0 ? name : headline,
    // The most important, and as much as can be read while it is held.
    changes: changes.slice(0, 1),
  };
};

const goesBeyond = ({ facts, was }) => BEYOND.some((fact) => JSON.stringify(facts[fact]) !== JSON.stringify(was?.[fact]));

const correctionsFirst = (one, other) => (other.kind === 'CORRECTION') - (one.kind === 'CORRECTION');

/** Those figures that were told and are otherwise now; what is only added corrects nothing. */
const corrections = (night, alert) => alertChanges(night, alert).filter(({ was }) => was !== null);

/**
 * Watches the alerts of one night. What it finds at its first look is history.
 *
 * `look(night, waiting)` answers `{ put, drop }`: messages that are new, and keys of those that are
 * not so any more. `waiting(key)` tells whether a message has not been shown yet: such a one is
 * only said better, while what was published before is put right.
 */
export function alertNews() {
  const known = new Map();
  let started = false;

  function newsOf(night, alert, waiting, fresh) {
    const { id, kind, state, seat } = alert;
    if (kind === 'CORRECTION') return message(alert, corrections(night, alert));
    const told = known.has(id) && !waiting(id);
    const alone = !fresh.some((other) => other.seat === seat && other.kind === 'CORRECTION' && other.state !== 'WITHDRAWN');
    if (told && state === 'AMENDED') {
      const changes = corrections(night, alert);
      if (kind !== 'RECOUNT' && changes.length === 0) return null;
      return alone || goesBeyond(alert) ? message(alert, changes) : null;
    }
    const said = kind === 'SEAT_GAIN' && fresh.some((other) => other.seat === seat && SAY_THE_GAIN.includes(other.kind) && other.state !== 'WITHDRAWN');
    return said ? null : message(alert, []);
  }

  return {
    look(night, waiting) {
      const fresh = night.alerts.filter(({ id, revision }) => known.get(id) !== revision).reverse().sort(correctionsFirst);
      const put = [];
      const drop = [];
      for (const alert of started ? fresh : []) {
        const news = alert.state === 'WITHDRAWN' ? null : newsOf(night, alert, waiting, fresh);
        if (news === null) drop.push(alert.id);
        else put.push(news);
      }
      fresh.forEach(({ id, revision }) => known.set(id, revision));
      started = true;
      return { put, drop };
    },
  };
}
