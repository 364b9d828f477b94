/**
 * Collects any number of changes into one drawing. A hidden page draws once a second, so that its
 * title stays true in the background.
 */
export function perFrame(draw) {
  let asked = false;
  const run = () => {
    asked = false;
    draw();
  };
  return () => {
    if (asked) return;
    asked = true;
    if (document.hidden) setTimeout(run, 1000);
    else {
      // A page that is hidden before its frame comes gets none.
      const late = setTimeout(once, 1000);
      const frame = requestAnimationFrame(once);
      function once() {
        clearTimeout(late);
        cancelAnimationFrame(frame);
        run();
      }
    }
  };
}
