package electionnight.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TraceParentTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String PARENT = "b7ad6b7169203331";

  @Test
  void isHandedOnAsItCame() {
    String header = "00-" + TRACE + "-" + PARENT + "-01";

    assertThat(TraceParent.parse(header))
        .hasValue(new TraceParent(TRACE, PARENT, "01"))
        .get()
        .hasToString(header);
  }

  @Test
  void aLaterVersionIsHandedOnAsVersion00WithTheFlagsThatItKnows() {
    assertThat(TraceParent.parse("cc-" + TRACE + "-" + PARENT + "-ff-what-the-future-brings"))
        .get()
        .hasToString("00-" + TRACE + "-" + PARENT + "-01");
    assertThat(TraceParent.parse("01-" + TRACE + "-" + PARENT + "-02"))
        .get()
        .hasToString("00-" + TRACE + "-" + PARENT + "-00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        "00-1-2-00",
        "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-1",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
        "cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01more",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\n",
        " 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01,"
            + "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
      })
  void whatIsNotByTheLetterIsNone(String header) {
    assertThat(TraceParent.parse(header)).isEmpty();
  }

  @Test
  void whatIsBegunCanBeReadAndIsNotBegunAgain() {
    assertThat(Stream.generate(TraceParent::begin).limit(1000))
        .doesNotHaveDuplicates()
        .allSatisfy(trace -> assertThat(TraceParent.parse(trace.toString())).hasValue(trace));
  }
}
