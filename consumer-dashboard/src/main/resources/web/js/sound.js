/** Two short quiet tones. A browser lets a page sound only after the reader has done something on it. */

/** Frequencies in hertz, one after another: news rises, a correction falls. */
const TONES = { news: [660, 880], correction: [520, 390] };
const LOUDNESS = 0.06;
const NOTE = 0.14;
const LEAST_BETWEEN = 1.5;

let context = null;
let last = -Infinity;

/** To be called in a reader's click or key press. */
export function allowSound() {
  if (!globalThis.AudioContext) return;
  context ??= new AudioContext();
  if (context.state === 'suspended') context.resume();
}

/** Sounds `news` or `correction` if it may; what comes in quick succession sounds once. */
export function sound(tone) {
  if (context?.state !== 'running' || context.currentTime - last < LEAST_BETWEEN) return;
  last = context.currentTime;
  TONES[tone].forEach((frequency, i) => note(frequency, last + i * NOTE));
}

function note(frequency, start) {
  const volume = new GainNode(context, { gain: 0 });
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(LOUDNESS, start + 0.02);
  volume.gain.linearRampToValueAtTime(0, start + NOTE);
  const oscillator = new OscillatorNode(context, { type: 'sine', frequency });
  oscillator.connect(volume).connect(context.destination);
  oscillator.start(start);
  oscillator.stop(start + NOTE);
}
