/** Figures in steps, as a map can show them. Pure. */

import { number } from '../format.js';

/** Upper bounds of the steps, in percent; the last step has none. */
export const MAJORITY_STEPS = [5, 10, 20, 30];
export const TURNOUT_STEPS = [50, 55, 60, 65, 70];

/** The step that a figure is in, from 0; a bound belongs to the step above it. */
export const stepOf = (steps, figure) => steps.filter((bound) => figure >= bound).length;

/** A step in words: "under 5", "5 to 10", "30 and more". */
export function stepWords(steps, step) {
  if (step === 0) return `under ${number(steps[0])}`;
  if (step === steps.length) return `${number(steps.at(-1))} and more`;
  return `${number(steps[step - 1])} to ${number(steps[step])}`;
}

const LEAST = 0.3;

/** How much of the whole a step is drawn as: the first enough to be seen, the last all. */
export const partOf = (steps, step) => LEAST + ((1 - LEAST) * step) / steps.length;
