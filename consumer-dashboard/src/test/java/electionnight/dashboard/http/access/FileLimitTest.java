package electionnight.dashboard.http.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileLimitTest {
  @Test
  void fewerFilesThanClientsAreWarnedOfInOneSentence() {
    assertThat(FileLimit.warning(1_024, 20_000))
        .hasValueSatisfying(
            sentence -> assertThat(sentence).contains("1024 files", "20000 clients").endsWith("."));
  }

  @Test
  void asManyFilesAsClientsAreEnough() {
    assertThat(FileLimit.warning(20_000, 20_000)).isEmpty();
  }
}
