/**
 * Party colours come with the night. One style sheet gives every element with a `data-party` its
 * colour, the ink that can be read on it, and an edge that can be seen on the page.
 */

const GREY = '#8a8f96';
const DARK_PAGE = '#14171b';
const LIGHT_PAGE = '#ffffff';
const EDGE_CONTRAST = 2;

const channels = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));

/** Relative luminance after WCAG 2. */
function luminance(colour) {
  const [r, g, b] = channels(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast of two colours after WCAG 2, 1 to 21. */
export function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function mix(colour, other, portion) {
  const to = channels(other);
  const mixed = channels(colour).map((value, i) => Math.round(value + (to[i] - value) * portion));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** Black or white, whichever reads better on the colour. */
export const inkOn = (colour) =>
  contrast(colour, '#000000') >= contrast(colour, '#ffffff') ? '#000000' : '#ffffff';

/** The colour itself where it stands out from the page, else a darker or lighter shade of it. */
export function edgeOn(colour, page) {
  const away = luminance(page) > 0.5 ? '#000000' : '#ffffff';
  for (let portion = 0; portion < 1; portion += 0.1) {
    const edge = mix(colour, away, portion);
    if (contrast(edge, page) >= EDGE_CONTRAST) return edge;
  }
  return away;
}

const rule = (party, colour) => {
  const edge = `light-dark(${edgeOn(colour, LIGHT_PAGE)},${edgeOn(colour, DARK_PAGE)})`;
  return `[data-party="${CSS.escape(party)}"]{--party:${colour};--ink:${inkOn(colour)};--edge:${edge}}`;
};

/** The style sheet of a night's parties; a colour that is none becomes grey. */
export function partySheet(parties) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    parties
      .map(({ party, colour }) => rule(party, /^#[0-9a-f]{6}$/i.test(colour) ? colour : GREY))
      .join('\n'),
  );
  return sheet;
}
