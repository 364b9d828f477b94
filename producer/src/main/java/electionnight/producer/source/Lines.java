package electionnight.producer.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Cuts a stream into lines, as bytes and in bounded memory: a line too long for any message comes
 * in parts. A byte order mark at the start is skipped.
 */
final class Lines {
  /** The longest part; a rejected message holds it in Base64 and must fit into a record. */
  static final int LONGEST_PART = 1024 * 1024;

  private static final int NO_END = -2;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream in;
  private final int lineEnd;
  private long number = 1;
  private int part;

  private Lines(InputStream in, int lineEnd) throws IOException {
    this.in = new BufferedInputStream(in);
    this.lineEnd = lineEnd;
    this.in.mark(BYTE_ORDER_MARK.length);
    if (!Arrays.equals(this.in.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
      this.in.reset();
    }
  }

  static Lines of(InputStream in) throws IOException {
    return new Lines(in, '\n');
  }

  /** All of it as one line, whatever it holds. */
  static Lines whole(InputStream in) throws IOException {
    return new Lines(in, NO_END);
  }

  /** The next line or part of one, without its end; empty when there are no more. */
  Optional<Line> next() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int next = in.read();
    if (next < 0) {
      return Optional.empty();
    }
    while (next >= 0 && next != lineEnd) {
      bytes.write(next);
      if (bytes.size() == LONGEST_PART) {
        part++;
        return Optional.of(new Line(number, part, bytes.toByteArray()));
      }
      next = in.read();
    }
    Line line = new Line(number, part == 0 ? 0 : part + 1, bytes.toByteArray());
    number++;
    part = 0;
    return Optional.of(line);
  }

  /**
   * @param number from 1
   * @param part 0 for a whole line, else from 1
   * @param bytes without the line feed
   */
  record Line(long number, int part, byte[] bytes) {
    boolean isWhole() {
      return part == 0;
    }

    /** Where it is in its file, to follow the file's name: {@code line 12}. */
    String place() {
      return " line " + number + partText();
    }

    /** Which part it is; empty for a whole one. */
    String partText() {
      return isWhole() ? "" : " part " + part;
    }

    boolean isBlank() {
      for (byte one : bytes) {
        if (one != ' ' && one != '\t' && one != '\r') {
          return false;
        }
      }
      return true;
    }
  }
}
