package electionnight.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {
  @Test
  void aSignatureIsThatOfTheSpecificationsReference() {
    Secret secret = Secret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    String signature =
        secret.sign(
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            1614265330,
            "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8));

    assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "whsec_",
        "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "whsec_MfKQ9r8GKYqr",
        "whsec_MfKQ9r8GKYqr$wjUPD8ILPZIo2LaLaSw"
      })
  void whatIsNoSecretIsRefusedWithoutTellingIt(String text) {
    assertThatThrownBy(() -> Secret.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected " + Secret.EXPECTED)
        .hasNoCause();
  }

  @Test
  void aSecretIsLongEnoughAndNotTooLong() {
    assertThat(Secret.parse("whsec_" + base64(24))).isNotNull();
    assertThat(Secret.parse("whsec_" + base64(64))).isNotNull();
    assertThatThrownBy(() -> Secret.parse("whsec_" + base64(23)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Secret.parse("whsec_" + base64(65)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSecretIsNotShown() {
    assertThat(Secret.parse("whsec_" + base64(24))).hasToString("whsec_…");
  }

  private static String base64(int bytes) {
    return Base64.getEncoder().encodeToString(new byte[bytes]);
  }
}
