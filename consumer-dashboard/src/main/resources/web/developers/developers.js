/** The page for developers: examples that name this server and a night of it. */

import { h } from '../js/dom.js';
import { shorten } from '../js/format.js';

const PLACEHOLDER = { server: 'http://localhost:8080', night: 'general-election-2024' };
const select = document.getElementById('night');

/** A program to copy. It is shown as the file is, with this server and the chosen night in it. */
class CodeExample extends HTMLElement {
  async connectedCallback() {
    const title = this.textContent;
    const src = this.getAttribute('src');
    const run = this.getAttribute('run');
    const code = h('code', {});
    const copied = h('span', { role: 'status' });
    const copy = h('button', { type: 'button', 'aria-label': `Copy: ${title}` }, 'Copy');
    copy.addEventListener('click', async () => {
      await navigator.clipboard.writeText(code.textContent);
      copied.textContent = 'Copied.';
    });
    this.replaceChildren(
      h('div', { class: 'example-head' }, h('h3', {}, title), run ? h('span', { class: 'run' }, h('code', {}, run)) : null, copied, h('a', { href: src, download: true }, 'File'), copy),
      h('pre', { tabindex: '0', role: 'region', 'aria-label': title }, code),
    );
    this.program = fetch(src).then((answer) => answer.text());
    this.show = async (night) => {
      code.textContent = (await this.program).replaceAll(PLACEHOLDER.server, location.origin).replaceAll(PLACEHOLDER.night, night);
    };
    await this.show(select.value || PLACEHOLDER.night);
  }
}

customElements.define('code-example', CodeExample);

const showAll = () => document.querySelectorAll('code-example').forEach((example) => example.show(select.value || PLACEHOLDER.night));

select.addEventListener('change', showAll);
const { nights } = await (await fetch('/api/nights')).json();
select.replaceChildren(...nights.map(({ election, name }) => h('option', { value: election }, shorten(name, 60))));
showAll();
