package electionnight.preflight;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.FinalizedVersionRange;

/** Whether the brokers are new enough, and agreed to do what they can. */
final class FeaturesCheck implements Check {
  private static final String METADATA = "metadata.version";
  private static final String TRANSACTIONS = "transaction.version";

  /** 4.0-IV3. */
  private static final int METADATA_OF_KAFKA_4 = 25;

  /** With it, a record that comes late cannot get into another transaction (KIP-890). */
  private static final int SAFE_TRANSACTIONS = 2;

  @Override
  public String name() {
    return "features";
  }

  @Override
  public List<Finding> look(Patient patient) throws ExecutionException, InterruptedException {
    Map<String, FinalizedVersionRange> features =
        patient.admin().describeFeatures().featureMetadata().get().finalizedFeatures();
    return List.of(
        atLeast(
            features,
            METADATA,
            METADATA_OF_KAFKA_4,
            "Kafka 4.0 is needed, 4.3.1 is what was tested: upgrade the brokers, then run"
                + " 'kafka-features.sh upgrade --release-version 4.3'."),
        atLeast(
            features,
            TRANSACTIONS,
            SAFE_TRANSACTIONS,
            "Run 'kafka-features.sh upgrade --feature transaction.version=2'; without it a"
                + " transaction can hang after a fault."));
  }

  private Finding atLeast(
      Map<String, FinalizedVersionRange> features, String feature, int least, String advice) {
    int version =
        Optional.ofNullable(features.get(feature))
            .map(FinalizedVersionRange::maxVersionLevel)
            .map(Short::intValue)
            .orElse(0);
    return version >= least
        ? Finding.ok(name(), feature + " is " + version)
        : Finding.fail(name(), feature + " is " + version + ", expected " + least, advice);
  }
}
