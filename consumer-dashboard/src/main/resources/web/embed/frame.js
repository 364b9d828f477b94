/** A page that is nothing but the ticker, as the address asks for it; for frames of other sites. */

import './election-ticker.js';
import { h } from '../js/dom.js';

const asked = new URLSearchParams(location.search);

document.querySelector('main').append(h('election-ticker', { src: location.origin, night: asked.get('night'), theme: asked.get('theme') }));
