/** Text that is too long for its place is set smaller down to a limit, then cut by the style sheet. */

const STEP = 0.95;
/** In rem: 28 pixels of a picture 1920 wide. */
const SMALLEST = 1.75;

/**
 * @param {HTMLElement} element on the page, that hides what overflows it
 */
export function fit(element) {
  const root = parseFloat(getComputedStyle(document.documentElement).fontSize);
  let size = parseFloat(getComputedStyle(element).fontSize) / root;
  // A line of text may be a fraction of a pixel higher than its place.
  const tooLong = () => element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight + 2;
  while (tooLong() && size > SMALLEST) {
    size = Math.max(SMALLEST, size * STEP);
    element.style.fontSize = `${size}rem`;
  }
}
