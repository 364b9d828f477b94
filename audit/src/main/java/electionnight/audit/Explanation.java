package electionnight.audit;

import com.fasterxml.jackson.databind.JsonNode;
import electionnight.cli.UserError;
import electionnight.domain.Alert;
import electionnight.domain.Alert.Kind;
import electionnight.domain.Correction.Change;
import electionnight.domain.Declaration;
import electionnight.domain.Election;
import electionnight.domain.Measure;
import electionnight.domain.QueryRules;
import electionnight.domain.Receipt;
import electionnight.domain.Rules;
import electionnight.domain.Seat;
import electionnight.domain.Update;
import electionnight.wire.Json;
import electionnight.wire.MessageType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The derivation of one revision of an alert, from the records that its receipt names. Figures are
 * computed from those records again, not taken from the alert.
 */
final class Explanation {
  private final Page page = new Page();
  private final Proof proof;
  private final List<Said> life;
  private final Said said;
  private final Receipt receipt;
  private final List<Update> updates;
  private final Optional<Election> election;
  private final Optional<SeatDerivation> seat;

  private Explanation(List<Update> updates, Proof proof, List<Said> life, Said said) {
    this.proof = proof;
    this.life = life;
    this.said = said;
    this.receipt = said.alert().receipt();
    this.updates =
        updates.stream()
            .filter(update -> update.revision() <= said.update().revision())
            .sorted(Comparator.comparingLong(Update::revision))
            .toList();
    this.election = proof.input(receipt.election(), Election.class);
    this.seat =
        election.flatMap(
            night ->
                reference()
                    .flatMap(
                        known -> word().flatMap(word -> SeatDerivation.of(night, known, word))));
  }

  /**
   * Explains an alert.
   *
   * @param revision of the alert; its latest where empty
   * @throws UserError where the night has no such alert, naming those with the nearest ids
   */
  static List<String> of(NightRecords log, String id, OptionalInt revision) {
    List<Said> all = Said.of(log);
    List<Said> life = all.stream().filter(said -> said.alert().id().equals(id)).toList();
    if (life.isEmpty()) {
      List<String> ids = all.stream().map(said -> said.alert().id()).toList();
      throw new UserError(
          "There is no alert '"
              + id
              + "'"
              + (ids.isEmpty()
                  ? ", nor any other in " + log.name()
                  : "; the nearest are " + String.join(", ", SimilarIds.to(id, ids)))
              + ".");
    }
    Said said =
        life.stream()
            .filter(one -> revision.isEmpty() || one.alert().revision() == revision.getAsInt())
            .reduce((first, last) -> last)
            .orElseThrow(
                () ->
                    new UserError(
                        "The alert '"
                            + id
                            + "' has no revision "
                            + revision.getAsInt()
                            + "; it has "
                            + life.size()
                            + "."));
    List<Update> updates =
        log.updates().stream().map(record -> Readable.of(MessageType.UPDATE, record)).toList();
    return new Explanation(updates, new Proof(log), life, said).lines();
  }

  private Optional<Seat> reference() {
    return receipt.baseline().flatMap(cause -> proof.input(cause, Seat.class));
  }

  private Optional<Declaration> word() {
    return receipt.declaration().flatMap(cause -> proof.input(cause, Declaration.class));
  }

  private List<String> lines() {
    life();
    cause();
    word().ifPresentOrElse(this::source, this::noSource);
    compared();
    changed();
    new SoFar(page, said.alert(), updates).tell();
    book();
    doubts();
    rules();
    return page.lines(said.alert().id());
  }

  private void life() {
    page.heading("The alert's life");
    for (Said one : life) {
      Alert alert = one.alert();
      page.line(
          "Revision "
              + alert.revision()
              + " "
              + alert.state()
              + " in update "
              + one.update().revision()
              + " ("
              + one.record().place()
              + ")"
              + Page.because(alert.reason()));
      page.line("    " + alert.headline());
    }
  }

  private void cause() {
    page.heading("What brought about revision " + said.alert().revision());
    page.line("The record " + proof.words(receipt.cause()));
    proof.input(receipt.cause()).ifPresent(input -> page.line("It is " + InputWords.of(input)));
    proof
        .record(receipt.cause())
        .ifPresent(record -> page.line("It was sent at " + record.heard().at()));
  }

  private void source(Declaration word) {
    page.heading("What the source said of " + said.alert().name());
    receipt
        .declaration()
        .filter(cause -> !cause.equals(receipt.cause()))
        .ifPresent(cause -> page.line("In " + proof.words(cause)));
    page.line(
        word.source()
            + ", revision "
            + word.revision()
            + ", "
            + word.status()
            + " at "
            + word.declaredAt()
            + Page.because(word.reason()));
    seat.ifPresentOrElse(
        derived -> derived.votes(page), () -> page.line("That is no result, so nothing counts"));
  }

  private void noSource() {
    page.heading("What the source said of " + said.alert().name());
    page.line(
        receipt
            .declaration()
            .map(cause -> "In " + proof.words(cause))
            .orElse("Nothing that stands"));
  }

  private void compared() {
    page.heading("What it is compared with");
    receipt.baseline().ifPresent(cause -> page.line("In " + proof.words(cause)));
    seat.ifPresent(
        derived -> {
          derived.comparison(page);
          page.heading("Swing");
          derived.swing(page);
        });
  }

  private void changed() {
    List<Change> changes = said.alert().facts().changes();
    if (!changes.isEmpty()) {
      page.heading("What was corrected");
      changes.forEach(
          change ->
              page.line(
                  change.was().isEmpty()
                      ? change.figure()
                          + ": taken back before, restored as "
                          + change.now().orElseThrow()
                      : change.figure()
                          + ": was "
                          + change.was().get()
                          + ", is "
                          + change.now().orElse("taken back")));
    }
  }

  private void book() {
    Kind kind = said.alert().kind();
    Optional<BigDecimal> figure =
        kind == Kind.BIGGEST_MAJORITY_OVERTURNED
            ? seat.filter(derived -> derived.result().overturned().isPresent())
                .map(derived -> BigDecimal.valueOf(derived.result().overturned().getAsInt()))
            : kind == Kind.LARGEST_SWING
                ? seat.flatMap(derived -> derived.result().swing())
                    .map(swing -> BigDecimal.valueOf(swing.points()))
                : Optional.empty();
    if (figure.isPresent() && election.isPresent()) {
      page.heading("The record book, as it stood before polling day");
      page.line("In " + proof.words(receipt.election()));
      new BookDerivation(
              election.get(),
              kind == Kind.LARGEST_SWING ? Measure.SWING : Measure.MAJORITY_OVERTURNED,
              figure.get())
          .tell(page, said.alert().facts().record());
    }
  }

  private void doubts() {
    page.heading("Queries and holds of " + said.alert().name() + " up to then");
    List<String> doubts = Doubts.of(said.alert().seat(), updates, proof);
    doubts.forEach(page::line);
    if (doubts.isEmpty()) {
      page.line("None");
    }
  }

  private void rules() {
    page.heading("Rules");
    page.line(
        "Version " + receipt.rules() + ", with the settings in " + proof.words(receipt.election()));
    election.ifPresent(
        night -> {
          Rules rules = night.rules().orElse(Rules.STANDARD);
          List<Kind> off =
              Arrays.stream(Kind.values()).filter(kind -> !rules.alerts().contains(kind)).toList();
          page.line(
              (off.isEmpty() ? "All kinds of alert are on" : "Kinds of alert that are off: " + off)
                  + "; narrowest majority under "
                  + Page.number(rules.narrowestMajorityUnder())
                  + " votes, largest swing from "
                  + rules.largestSwingFrom()
                  + " points, first since from "
                  + rules.firstSinceYears()
                  + " years");
          page.line(rules.queries().map(Explanation::thresholds).orElse("Nothing is queried"));
        });
  }

  private static String thresholds(QueryRules queries) {
    List<String> thresholds = new ArrayList<>();
    JsonNode settings = Json.shared().valueToTree(queries);
    settings.properties().forEach(field -> thresholds.add(field.getKey() + " " + field.getValue()));
    return "Queries with " + String.join(", ", thresholds);
  }
}
