/** The kinds of alert as a reader chooses among them. */

const GROUPS = {
  SEAT_GAIN: 'gains',
  REGAIN: 'gains',
  FIRST_SINCE: 'gains',
  CORRECTION: 'corrections',
  RECOUNT: 'corrections',
};

/** What a reader may choose, with a label and what it stands for. */
export const ALERT_GROUPS = [
  { group: 'records', label: 'Records', about: 'Records and the majority' },
  { group: 'gains', label: 'Gains', about: 'Every seat that changes hands' },
  { group: 'corrections', label: 'Corrections', about: 'Corrections, recounts, and alerts that are amended or withdrawn' },
];

/** Whether an alert takes something back or puts it in doubt. */
export const isCorrection = ({ kind, state }) => GROUPS[kind] === 'corrections' || state !== 'ISSUED';

/** Whether an alert belongs to a group; an amended gain is a gain and a correction. */
export const isOf = (alert, group) => (GROUPS[alert.kind] ?? 'records') === group || (group === 'corrections' && isCorrection(alert));
