/** On a narrow screen the sections of the page are tabs; on a wide one all of them are seen. */

const NARROW = matchMedia('(max-width: 719.98px)');

export function tabs(list) {
  const buttons = [...list.querySelectorAll('[role=tab]')];
  const panels = buttons.map((tab) => document.getElementById(tab.getAttribute('aria-controls')));

  function select(chosen) {
    buttons.forEach((tab, i) => {
      const on = tab === chosen;
      tab.setAttribute('aria-selected', on);
      tab.tabIndex = on ? 0 : -1;
      panels[i].classList.toggle('tab-off', !on);
    });
  }

  function adapt() {
    list.hidden = !NARROW.matches;
    buttons.forEach((tab, i) => {
      if (NARROW.matches) {
        panels[i].setAttribute('role', 'tabpanel');
        panels[i].setAttribute('aria-labelledby', tab.id);
      } else {
        panels[i].removeAttribute('role');
        panels[i].setAttribute('aria-labelledby', panels[i].dataset.heading);
      }
    });
  }

  list.addEventListener('click', ({ target }) => {
    const tab = target.closest('[role=tab]');
    if (tab) select(tab);
  });
  list.addEventListener('keydown', (event) => {
    const at = buttons.indexOf(document.activeElement);
    const last = buttons.length - 1;
    const to = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    select(buttons[to]);
    buttons[to].focus();
  });
  NARROW.addEventListener('change', adapt);
  select(buttons[0]);
  adapt();
}
