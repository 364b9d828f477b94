package electionnight.streams;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.rocksdb.RocksDBException;

class StreamsAppTest {
  @Test
  void whatFailedAgainAndAgainIsASentenceWithItsCause() {
    StreamsException failure =
        new StreamsException(
            "stream-thread [one] failed",
            new ProcessorStateException(
                "Error while writing to store nights",
                new RocksDBException("While appending to 000012.sst: No space left on device")));

    assertThat(StreamsApp.failedAgain(failure))
        .hasMessage(
            "The fold failed again and again, and ends:"
                + " While appending to 000012.sst: No space left on device");
  }
}
