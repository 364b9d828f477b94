/** What the address of an overlay asks for. */

const SHORTEST_HOLD = 6;
const LONGEST_HOLD = 60;

const codes = (text) => (text ?? '').split(',').map((code) => code.trim()).filter((code) => code !== '');

/**
 * @param {string} search the query of the address
 * @returns {{night: string | null, theme: 'dark' | 'light', hold: number, parties: string[], test: boolean}}
 *   `hold` in milliseconds: what is shorter than can be read aloud is lengthened; `parties` in the
 *   order asked for, none for those with the most seats; `test` whether to draw the safe area
 */
export function parameters(search) {
  const asked = new URLSearchParams(search);
  const hold = Number(asked.get('hold') ?? SHORTEST_HOLD);
  return {
    night: asked.get('night'),
    theme: asked.get('theme') === 'light' ? 'light' : 'dark',
    hold: 1000 * (Number.isFinite(hold) ? Math.min(LONGEST_HOLD, Math.max(SHORTEST_HOLD, hold)) : SHORTEST_HOLD),
    parties: codes(asked.get('parties')),
    test: asked.has('test'),
  };
}
