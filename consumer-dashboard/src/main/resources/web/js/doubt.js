/** What may go on air: figures that count, of seats about which nothing is open. */

/** Whether nothing that was said of a seat is checked, held, withdrawn or counted again. */
export const undisputed = (report) => !(report?.checking || report?.held || report?.announced);

/** Whether a seat has a result that may be shown. */
export const showable = (report) => Boolean(report?.result) && undisputed(report);

/** A notice says itself that something is open or was wrong; what it says is right now must count. */
const speaksOfDoubt = ({ kind, facts }) => kind === 'RECOUNT' || (kind === 'CORRECTION' && facts.changes.every(({ now }) => now === undefined));

/** Whether this revision of an alert may be shown as the night stands. */
export function airable(night, { id, revision }) {
  const alert = night.alerts.find((other) => other.id === id);
  return alert?.revision === revision && alert.state !== 'WITHDRAWN' && (speaksOfDoubt(alert) || undisputed(night.reports.get(alert.seat)));
}
