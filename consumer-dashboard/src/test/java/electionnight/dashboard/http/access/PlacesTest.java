package electionnight.dashboard.http.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlacesTest {
  private final Places places = new Places(3);

  @Test
  void thereAreSoManyInAllAndSoManyForAnAddress() {
    assertThat(places.take("a", 2)).isEmpty();
    assertThat(places.take("a", 2)).isEmpty();
    assertThat(places.take("a", 2)).contains(Refusal.ADDRESS);
    assertThat(places.take("b", 2)).isEmpty();
    assertThat(places.take("c", 2)).contains(Refusal.TOTAL);
    assertThat(places.taken()).isEqualTo(3);
  }

  @Test
  void whoLeavesMakesRoom() {
    places.take("a", 1);
    places.leave("a");

    assertThat(places.taken()).isZero();
    assertThat(places.busiest(20)).as("nothing is kept of who has left").isEmpty();
    assertThat(places.take("a", 1)).isEmpty();
  }

  @Test
  void theBusiestComeFirst() {
    places.take("b", 2);
    places.take("a", 2);
    places.take("b", 2);

    assertThat(places.busiest(20)).hasToString("{b=2, a=1}");
    assertThat(places.busiest(1)).hasToString("{b=2}");
  }
}
