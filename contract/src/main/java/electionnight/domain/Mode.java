package electionnight.domain;

/** Where the figures of a night come from; shown wherever they are shown. */
public enum Mode {
  /** Declarations as they are made. */
  LIVE,
  /** A past night played again from its published results. */
  REPLAY,
  /** A rehearsal: the figures are invented and must never be printed. */
  TEST
}
