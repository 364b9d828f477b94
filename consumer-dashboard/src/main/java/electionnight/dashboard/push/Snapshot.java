package electionnight.dashboard.push;

/** A whole night at one revision, for those who cannot be told the changes one by one. */
public interface Snapshot {
  /** The revision it was taken at. */
  long revision();

  /** The data of the event, one JSON object in UTF-8. */
  byte[] json();
}
