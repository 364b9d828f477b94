/** The revisions of the night, to go back to any of them and to live. */
class TimeTravel extends HTMLElement {
  render() {}
}

customElements.define('time-travel', TimeTravel);
