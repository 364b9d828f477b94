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
    "by-elections-2023-10-19-misreported, 2, f226d0143bf42e60bdfc886d8d853ffb58ec1bef5c07c780b662eece943d0b15",
    "general-election-2019, 2, 0547ebe8c5cf800bec74ea904bae9e625ea377d9fbd922135ad1d69a3ddd2d86",
    "general-election-2024, 2, a9fb980b54944f61e4f5adc6b32dd84eaa49c6d4bf766e97b5dd908296d06104",
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
