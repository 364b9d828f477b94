package electionnight.dashboard.http.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {
  @Test
  void holdThoseThatWereNamedAndNoOther() {
    Origins origins = Origins.of(List.of("https://News.example", "http://localhost:3000"));

    assertThat(origins.contain("https://news.example")).isTrue();
    assertThat(origins.contain("http://localhost:3000")).isTrue();
    assertThat(origins.contain("http://news.example")).as("another scheme").isFalse();
    assertThat(origins.contain("https://news.example.evil")).isFalse();
    assertThat(origins.contain("https://news.example:444")).as("another port").isFalse();
    assertThat(origins.contain("null")).as("a page without an origin").isFalse();
    assertThat(origins.contain("*")).isFalse();
    assertThat(origins.sources()).isEqualTo("http://localhost:3000 https://news.example");
  }

  @Test
  void aStarHoldsAll() {
    Origins all = Origins.of(List.of("*"));

    assertThat(all.contain("https://news.example")).isTrue();
    assertThat(all.sources()).isEqualTo("*");
  }

  @Test
  void noneIsNobody() {
    assertThat(Origins.NONE.contain("https://news.example")).isFalse();
    assertThat(Origins.NONE.sources()).isEqualTo("'none'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "news.example",
        "ftp://news.example",
        "https://news.example/",
        "https://news.example/path",
        "https://me@news.example",
        "https://news.example;script-src *",
        "https://*.news.example",
        "'self'"
      })
  void whatIsNoOriginIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Origins.of(List.of(text)))
        .withMessageContaining("'" + text + "'");
  }
}
