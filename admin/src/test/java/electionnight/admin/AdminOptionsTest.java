package electionnight.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class AdminOptionsTest {
  @Test
  void aPortIsTheUsualOneAnotherOrNone() {
    assertThat(settings()).isEqualTo(new AdminSettings("127.0.0.1", OptionalInt.of(8081)));
    assertThat(settings("--admin-port=0", "--admin-host=0.0.0.0"))
        .isEqualTo(new AdminSettings("0.0.0.0", OptionalInt.of(0)));
    assertThat(settings("--admin-port=off").port()).isEmpty();
  }

  @Test
  void whatIsNoPortIsRefused() {
    assertThatThrownBy(() -> settings("--admin-port=x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an admin port is a number or off, not 'x'");
    assertThatThrownBy(() -> settings("--admin-port=65536"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an admin port is 0 to 65535 or off, not 65536");
  }

  private static AdminSettings settings(String... arguments) {
    AdminOptions options = new AdminOptions(8081);
    CommandLine.populateCommand(options, arguments);
    return options.settings();
  }
}
