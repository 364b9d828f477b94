/** What the ticker says beside the bar and the sentence. Pure. */

import { undisputed } from '../js/doubt.js';
import { number } from '../js/format.js';
import { seatWords } from '../js/seat-words.js';
import { kindWords, partyName, stateWords, undecided } from '../js/words.js';

const WAITING = {
  NIGHT: 'Waiting for the night to begin.',
  SERVER: 'The results cannot be reached. Trying again.',
  REFUSED: 'The results server does not allow this site to show its results.',
  ADDRESS: 'The address of the results server, src, is not one of http or https.',
};

/** Why there is nothing to show yet. */
export const waitingWords = (why) => WAITING[why];

/** The bar for those who cannot see it: "Seats: Labour 411, Conservative 121, 118 to come". */
export function barWords(night) {
  const won = night.scoreboard.parties.filter(({ seats }) => seats > 0).map(({ party, seats }) => `${partyName(night, party)} ${number(seats)}`);
  return `Seats: ${[...won, `${number(undecided(night.scoreboard))} to come`].join(', ')}`;
}

/**
 * The newest thing that happened: a `party` for its colour, a `label` and `parts` of a sentence;
 * null where nothing did. An alert of the seat that changed last says more than its
 * declaration, but one of a gain less.
 */
export function newest(night) {
  const [seat] = night.newest;
  if (seat === undefined) return null;
  const report = night.reports.get(seat);
  const alert = undisputed(report) ? night.alerts.find((other) => other.seat === seat && other.state !== 'WITHDRAWN' && other.kind !== 'SEAT_GAIN') : undefined;
  if (alert) {
    const label = [kindWords(alert.kind), stateWords(alert.state)].filter((text) => text !== '').join(', ');
    return { party: alert.facts.party, label, parts: [{ name: alert.headline, longest: 240 }, '.'] };
  }
  return { party: report.result?.party, label: 'Newest', parts: seatWords(night, seat) };
}
