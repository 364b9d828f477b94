package electionnight.producer.night;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.domain.Rules;
import electionnight.wire.MessageType;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a version of the rules answered stays what it answered: whoever verifies a kept night is
 * told by the version in its receipts whether this code can.
 */
class RulesVersionTest {

  @ParameterizedTest
  @CsvSource({
    "by-elections-2023-10-19-misreported, 1, 0dfd4c406aab7d67c6a92ada023e4adab72b8a7e669959ef9feedb3a6e48968f",
    "general-election-2019, 1, bd9c78ebad3d1cec0bfabe825ae89dd665ecc1897840f79f41ca0a797b34ca1e",
    "general-election-2024, 1, ffa1923775a4ef7a24ac39d9a521ce7a26f5a6e54d179799094dd97017e028c9",
  })
  void theAnswersOfAVersionAreThose(String name, String version, String sha256)
      throws NoSuchAlgorithmException {
    RecordedNight recorded = BundledNights.open(name);

    MessageDigest answers = MessageDigest.getInstance("SHA-256");
    Played.byTheRules(recorded)
        .updates()
        .forEach(update -> answers.update(MessageType.UPDATE.write(update)));

    assertThat(version + " " + HexFormat.of().formatHex(answers.digest()))
        .as(
            "the updates of %s; where nights of version %s were published and the rules now answer"
                + " otherwise, give them another version, then pin what they answer",
            name, version)
        .isEqualTo(Rules.VERSION + " " + sha256);
  }
}
