package electionnight.producer.night;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.domain.Contest;
import electionnight.domain.RecordEntry;
import java.time.LocalDate;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

class RecordBookTest {
  private static final LocalDate LATER = LocalDate.parse("2024-12-31");

  @Test
  void aRecordIsNotInTheBookOnItsOwnDay() {
    LocalDate midBedfordshire = LocalDate.parse("2023-10-19");

    assertThat(RecordBook.before(Contest.BY_ELECTION, midBedfordshire))
        .extracting(RecordEntry::name)
        .startsWith("Tiverton and Honiton", "Liverpool Wavertree")
        .doesNotContain("Mid Bedfordshire", "Tamworth", "Wellingborough");
    assertThat(RecordBook.before(Contest.BY_ELECTION, midBedfordshire.plusDays(1)))
        .first()
        .extracting(RecordEntry::name, RecordEntry::value)
        .containsExactly("Mid Bedfordshire", 24_664);
  }

  @Test
  void theBookIsInOrderAndNamesASourceForEveryRow() {
    assertThat(RecordBook.before(Contest.BY_ELECTION, LATER))
        .hasSize(10)
        .isSortedAccordingTo(Comparator.comparingInt(RecordEntry::value).reversed())
        .allSatisfy(record -> assertThat(record.source()).isNotBlank());
  }

  @Test
  void byElectionsKeepTheirOwnLedger() {
    assertThat(RecordBook.before(Contest.GENERAL_ELECTION, LATER)).isEmpty();
  }
}
