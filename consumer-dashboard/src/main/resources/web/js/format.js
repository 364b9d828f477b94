/** Figures and times as they are printed: tabular, thousands separated, with a real minus sign. */

const MINUS = '\u2212';
const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const tenth = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const clocks = new Map();

const minus = (text) => text.replace('-', MINUS);

/** 12345 as "12,345". */
export const number = (value) => minus(whole.format(value));

/** A share as "33.7"; the percent sign stands in the heading. */
export const share = (value) => tenth.format(value);

const withSign = (text) => {
  const zero = !/[1-9]/.test(text);
  if (zero) return text.replace('-', '');
  return text.startsWith('-') ? minus(text) : `+${text}`;
};

/** A whole change with its sign: "+3", "−3", "0". */
export const signed = (value) => withSign(whole.format(value));

/** A change in percentage points with its sign: "+1.6", "−19.9", "0.0". */
export const points = (value) => withSign(tenth.format(value));

/** 3 as "3rd". */
export function ordinal(value) {
  const teen = value % 100 >= 11 && value % 100 <= 13;
  const suffix = teen ? 'th' : { 1: 'st', 2: 'nd', 3: 'rd' }[value % 10] ?? 'th';
  return `${number(value)}${suffix}`;
}

/** A length of time in one unit: "12 s", "4 min", "2 h", "3 days". */
export function duration(milliseconds) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `${hours} h`;
  return `${number(Math.floor(hours / 24))} days`;
}

function format(zone, options) {
  const key = `${zone} ${Object.keys(options)}`;
  if (!clocks.has(key)) {
    clocks.set(key, new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options }));
  }
  return clocks.get(key);
}

const part = (formatter, instant, type) =>
  formatter.formatToParts(new Date(instant)).find((p) => p.type === type)?.value ?? '';

/** The abbreviation of the zone at that moment: "BST". */
export const zoneName = (instant, zone) =>
  part(format(zone, { timeZoneName: 'short' }), instant, 'timeZoneName');

/**
 * The time of day where the election is: "03:55", with the day of the week in front once the night
 * of the poll and the day after it are over.
 */
export function clock(instant, zone, pollingDay) {
  const time = format(zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(instant));
  const late = pollingDay && new Date(instant) - new Date(`${pollingDay}T00:00:00Z`) > 2 * 864e5;
  return late ? `${format(zone, { weekday: 'short' }).format(new Date(instant))} ${time}` : time;
}

/** "2024-07-04" as "4 July 2024". */
export const date = (isoDate) =>
  format('UTC', { day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(`${isoDate}T00:00:00Z`));

/**
 * Text that stays in its line and turns nothing round beside it: without line breaks, and without the
 * marks that embed, override or isolate. One that a name leaves open would turn round the rest of a
 * sentence, or reach beyond the element that isolates it; scripts run their own way without them.
 */
export const contained = (text) => text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '').replace(/[\n\v\f\r\u0085\u2028\u2029]+/g, ' ');

/** Text of any length cut to what a line can hold, never in the middle of a character. */
export function shorten(text, longest = 120) {
  if (text.length <= longest) return text;
  return `${Array.from(text.slice(0, longest * 2)).slice(0, longest - 1).join('')}…`;
}

const LONGEST_IN_SENTENCE = 60;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** A name as a part of plain text: of a length that a sentence can hold, turning nothing round there. */
export function inSentence(text) {
  const short = shorten(contained(text), LONGEST_IN_SENTENCE);
  return RIGHT_TO_LEFT.test(short) ? `\u2068${short}\u2069` : short;
}
