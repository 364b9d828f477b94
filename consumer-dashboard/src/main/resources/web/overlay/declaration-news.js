/** Declarations as messages of the ticker: what is new since it last looked. Pure. */

import { number } from '../js/format.js';
import { collective, correctionWords, partyName } from '../js/words.js';
import { showable } from '../js/doubt.js';
import { RANK } from './queue.js';

/** So many of the newest go round while nothing new comes in. */
const ROUND = 10;

/** Of a correction's figures those that were on air; the last correction may be of others. */
const ON_AIR = ['result', 'winner', 'outcome', 'majority'];

const ACTS = { GAIN: 'Gain', HOLD: 'Hold' };

/** All of a result that can be wrong; the majority is null while the votes are to come. */
const stands = ({ party, winner, outcome, majority, status }) => ({ party, winner, kind: outcome?.kind, from: outcome?.from, majority: status === 'RUSH' ? null : majority });

/** A name, an outcome or votes that are only added say more, and a name that is only left out is no other. */
const contradicts = (before, now) =>
  before.party !== now.party ||
  (before.winner && now.winner && before.winner !== now.winner) ||
  (before.kind && (before.kind !== now.kind || before.from !== now.from)) ||
  (before.majority !== null && before.majority !== now.majority);

const same = (one, other) => Object.keys(one).every((part) => one[part] === other[part]);

function words(night, { status, outcome, majority }) {
  const from = outcome?.kind === 'GAIN' ? [['from ', { name: collective(night, outcome.from) }]] : [];
  const by = status === 'RUSH' ? 'votes to come' : majority === undefined ? 'unopposed' : majority === 0 ? 'tied, decided by lot' : `majority ${number(majority)}`;
  return [...from, [by]].flatMap((clause, i) => (i > 0 ? [' · ', ...clause] : clause));
}

/** A seat's result as a message. */
export function declarationMessage(night, { seat, name, result }) {
  const { party, outcome } = result;
  const record = night.scoreboard.biggestOverturned?.seat === seat;
  return {
    key: seat,
    rank: record ? RANK.RECORD : outcome?.kind === 'GAIN' ? RANK.GAIN : RANK.REST,
    party,
    who: partyName(night, party),
    act: ACTS[outcome?.kind] ?? 'Win',
    name,
    words: words(night, result),
    figures: stands(result),
    at: result.declaredAt,
  };
}

function correctionMessage(night, { seat, name, result, correction }) {
  // Of what was wrong the first is the most important, and as much as fits.
  const changes = (correction?.changes ?? []).filter(({ figure }) => !result || ON_AIR.includes(figure)).slice(0, 1);
  return {
    key: seat,
    rank: RANK.CORRECTION,
    party: result?.party,
    who: null,
    act: 'Correction',
    name,
    words: changes.length > 0 ? correctionWords({ changes }) : words(night, result),
    figures: result && stands(result),
    at: result?.declaredAt ?? correction.at,
  };
}

/**
 * Watches the declarations of one night. `look(night)` answers `{ put, drop }`, messages that are
 * new and keys of those that are not so any more; `aired(message)` is told what was shown.
 */
export function declarationNews() {
  const seen = new Map();
  const shown = new Map();
  let started = false;

  function newsOf(night, seat) {
    const report = night.reports.get(seat);
    const before = shown.get(seat);
    if (showable(report)) {
      const now = stands(report.result);
      if (before && contradicts(before, now)) return correctionMessage(night, report);
      return before && same(before, now) ? null : declarationMessage(night, report);
    }
    // What is only in doubt was not wrong; what is taken back was.
    return before && report?.correction && !report.result ? correctionMessage(night, report) : null;
  }

  return {
    look(night) {
      const put = [];
      const drop = [];
      const first = !started;
      started = true;
      for (const seat of new Set([...night.newest, ...seen.keys()])) {
        const report = night.reports.get(seat);
        if (seen.get(seat) === report) continue;
        const news = newsOf(night, seat);
        const known = seen.get(seat)?.result;
        seen.set(seat, report);
        if (report === undefined) seen.delete(seat);
        if (news === null) drop.push(seat);
        // A snapshot brings every report anew; only what it changes is news.
        else if (news.rank === RANK.CORRECTION || !known || !same(stands(known), stands(report.result))) put.push(news);
      }
      return { put: first ? [] : put.reverse(), drop };
    },

    aired({ key, figures }) {
      if (figures) shown.set(key, figures);
      else shown.delete(key);
    },
  };
}

/** Whether a message says what is so now. */
export function holdsTrue(night, { key, figures }) {
  const report = night.reports.get(key);
  return figures ? showable(report) && same(figures, stands(report.result)) : !report?.result;
}

/** The newest declarations, to go round. */
export const newestDeclarations = (night) =>
  night.newest
    .map((seat) => night.reports.get(seat))
    .filter(showable)
    .slice(0, ROUND)
    .map((report) => declarationMessage(night, report));
