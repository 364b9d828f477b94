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
