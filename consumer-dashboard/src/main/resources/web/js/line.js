/** The majority line of a scoreboard: whether it is open, crossed or out of reach, and its label. */

import { number } from './format.js';

export const OPEN = 'OPEN';
export const CROSSED = 'CROSSED';
export const OUT_OF_REACH = 'OUT_OF_REACH';

/** What became of the line; nothing where there is none. */
export function lineState({ seats, declared, rushed, majorityLine, parties }) {
  if (!majorityLine) return undefined;
  const most = parties[0]?.seats ?? 0;
  if (most >= majorityLine.seats) return CROSSED;
  return most + seats - declared - rushed < majorityLine.seats ? OUT_OF_REACH : OPEN;
}

/** The label over the line: "326 for a majority", "326 passed by Lab", "326 out of reach". */
export function lineWords(board) {
  const line = number(board.majorityLine.seats);
  return {
    [OPEN]: `${line} for a majority`,
    [CROSSED]: `${line} passed by ${board.parties[0]?.party}`,
    [OUT_OF_REACH]: `${line} out of reach`,
  }[lineState(board)];
}

/** How much of the bar a label takes on an ordinary screen. */
const LABEL_SHARE = 0.08;

/**
 * Where a segment's label stands so that the line does not cross it: at the segment's `end`, and as
 * its figure alone, `short`, where neither side of the line has room for all of it. All in shares of the bar.
 */
export function labelPlace(start, end, line) {
  if (!(line > start && line < Math.min(end, start + LABEL_SHARE))) return { end: false, short: false };
  return { end: end - line > line - start, short: Math.max(line - start, end - line) < LABEL_SHARE };
}
