package electionnight.dashboard.view;

import electionnight.domain.Election;
import electionnight.domain.Headline;
import electionnight.domain.Mode;
import electionnight.domain.Overturned;
import electionnight.domain.Party;
import electionnight.domain.PartyCode;
import electionnight.domain.PartyRow;
import electionnight.domain.Result;
import electionnight.domain.Scoreboard;
import java.io.StringWriter;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A night as served HTML, for browsers that run no script: in a sentence, as a table of parties,
 * and its latest declarations. What others wrote is on one line, isolated and cut to a line's
 * length.
 */
public final class ServedScoreboard {
  private static final int MOST_DECLARATIONS = 20;
  private static final int LONGEST_NAME = 120;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm zzz", Locale.UK);

  private final NightView night;
  private final XMLStreamWriter html;

  private ServedScoreboard(NightView night, XMLStreamWriter html) {
    this.night = night;
    this.html = html;
  }

  /** The elements to put into a page; every text in them is escaped. */
  public static String of(NightView night) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter html = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new ServedScoreboard(night, html).write();
      html.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("the scoreboard cannot be written", e);
    }
    return text.toString();
  }

  private void write() throws XMLStreamException {
    Election election = night.election();
    Scoreboard board = night.scoreboard();
    open("h1");
    name(election.name());
    html.writeEndElement();
    element("p", DATE.format(election.date()) + mode(election.mode()));
    open("p", "sentence");
    html.writeCharacters(ForeignText.oneLine(StandingSentence.of(election, board)));
    html.writeEndElement();
    if (!board.checking().isEmpty()) {
      element(
          "p",
          "Being checked or on hold, and not counted: "
              + Headline.number(board.checking().size())
              + ".");
    }
    parties(board.parties());
    if (board.biggestOverturned().isPresent()) {
      biggestOverturned(board.biggestOverturned().get());
    }
    declarations();
    element("p", "Revision " + night.revision() + ". Load the page again for newer figures.");
    element("p", election.attribution());
  }

  private static String mode(Mode mode) {
    return switch (mode) {
      case LIVE -> "";
      case REPLAY -> ". REPLAY: a past night played again from its published results";
      case TEST -> ". TEST: a rehearsal. Every figure here is invented: do not publish";
    };
  }

  private void parties(List<PartyRow> rows) throws XMLStreamException {
    if (rows.isEmpty()) {
      return;
    }
    open("table");
    element("caption", "Seats and votes by party");
    open("thead");
    open("tr");
    for (String column : List.of("Party", "Seats", "Net", "Gain", "Loss", "Votes", "%", "±")) {
      html.writeStartElement("th");
      html.writeAttribute("scope", "col");
      html.writeCharacters(column);
      html.writeEndElement();
    }
    html.writeEndElement();
    html.writeEndElement();
    open("tbody");
    for (PartyRow row : rows) {
      open("tr");
      html.writeStartElement("th");
      html.writeAttribute("scope", "row");
      name(night.election().party(row.party()).map(Party::name).orElse(row.party().value()));
      html.writeEndElement();
      element("td", Headline.number(row.seats()));
      element("td", signed("%+,d", row.net(), row.net() == 0));
      element("td", Headline.number(row.gains()));
      element("td", Headline.number(row.losses()));
      element("td", String.format(Locale.UK, "%,d", row.votes()));
      element("td", String.format(Locale.UK, "%.1f", row.share()));
      element(
          "td",
          row.shareChange().isPresent()
              ? signed("%+.1f", row.shareChange().getAsDouble(), false)
              : "");
      html.writeEndElement();
    }
    html.writeEndElement();
    html.writeEndElement();
  }

  private static String signed(String format, Object change, boolean none) {
    return none ? "0" : String.format(Locale.UK, format, change).replace('-', '\u2212');
  }

  private void biggestOverturned(Overturned biggest) throws XMLStreamException {
    element("h2", "Biggest majority overturned");
    open("p");
    name(biggest.name());
    html.writeCharacters(
        ForeignText.oneLine(
            ", "
                + Headline.number(biggest.overturned())
                + " votes: "
                + collective(biggest.to())
                + " from "
                + collective(biggest.from())
                + ", declared "
                + time(biggest.declaredAt())
                + "."));
    html.writeEndElement();
  }

  private void declarations() throws XMLStreamException {
    List<Result> newest = newest().toList();
    if (newest.isEmpty()) {
      return;
    }
    element("h2", "Latest declarations");
    open("ol");
    for (Result result : newest) {
      open("li");
      name(result.name());
      html.writeCharacters(
          ForeignText.oneLine(
              ": "
                  + Headline.result(night.election(), result)
                  + (result.status().hasVotes() ? "" : ", votes to come")
                  + " ("
                  + time(result.declaredAt())
                  + "), "));
      name(result.winner());
      html.writeEndElement();
    }
    html.writeEndElement();
  }

  private Stream<Result> newest() {
    return NightJson.newest(night).limit(MOST_DECLARATIONS);
  }

  private String collective(PartyCode party) {
    return Headline.collective(night.election(), party);
  }

  private String time(Instant at) {
    return TIME.format(at.atZone(night.election().zone()));
  }

  private void open(String tag) throws XMLStreamException {
    html.writeStartElement(tag);
  }

  private void open(String tag, String css) throws XMLStreamException {
    html.writeStartElement(tag);
    html.writeAttribute("class", css);
  }

  private void element(String tag, String text) throws XMLStreamException {
    open(tag);
    html.writeCharacters(ForeignText.oneLine(text));
    html.writeEndElement();
  }

  /** What others chose to be called, whatever its script and length. */
  private void name(String text) throws XMLStreamException {
    String line = ForeignText.oneLine(text);
    boolean fits = line.codePointCount(0, line.length()) <= LONGEST_NAME;
    element(
        "bdi", fits ? line : line.substring(0, line.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…");
  }
}
