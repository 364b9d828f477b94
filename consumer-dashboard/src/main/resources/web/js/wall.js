/** A screen across the newsroom: `?wall` in the address. Nobody points there for long. */

const STILL_FOR = 3000;

if (new URLSearchParams(location.search).has('wall')) {
  const page = document.documentElement;
  page.classList.add('wall');
  const style = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: 'css/wall.css' });
  document.head.append(style);
  let timer;
  const moved = () => {
    page.classList.remove('still');
    clearTimeout(timer);
    timer = setTimeout(() => page.classList.add('still'), STILL_FOR);
  };
  addEventListener('pointermove', moved, { passive: true });
  moved();
}
