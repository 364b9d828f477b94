package electionnight.producer.night;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** What is shipped inside the product, whether in a jar or in a folder of classes. */
final class Resources {
  private Resources() {}

  static byte[] bytes(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalStateException("The resource " + name + " is missing."));
  }

  static Optional<byte[]> find(String name) {
    try (InputStream stream = Resources.class.getResourceAsStream(name)) {
      return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
