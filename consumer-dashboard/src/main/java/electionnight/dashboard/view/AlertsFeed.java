package electionnight.dashboard.view;

import electionnight.domain.Alert;
import electionnight.domain.Correction;
import electionnight.domain.Election;
import electionnight.domain.Mode;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The alerts of a night as an Atom feed (RFC 4287): an entry for each alert, which keeps its id for
 * life and is updated when the alert is amended or withdrawn. Whoever sees only titles is told so.
 * Addresses are relative, because under which name the reader reached us is not known.
 */
public final class AlertsFeed {
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String URN = "urn:election-night:";
  private static final String JSON = "application/json";
  private static final int MOST_ENTRIES = 200;

  private final NightView night;
  private final XMLStreamWriter xml;

  private AlertsFeed(NightView night, XMLStreamWriter xml) {
    this.night = night;
    this.xml = xml;
  }

  /** The alerts that changed last, the last of them first, as XML in UTF-8. */
  public static byte[] of(NightView night) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new AlertsFeed(night, xml).write();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("the alerts cannot be written", e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void write() throws XMLStreamException {
    Election election = night.election();
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("feed");
    xml.writeDefaultNamespace(ATOM);
    element("id", URN + "alerts:" + election.election());
    element("title", prefix(election.mode()) + "Alerts, " + election.name());
    element("updated", updated().toString());
    xml.writeStartElement("author");
    element("name", "Election Night");
    xml.writeEndElement();
    if (!election.attribution().isEmpty()) {
      element("rights", election.attribution());
    }
    link("self", "application/atom+xml", "alerts.atom");
    link("alternate", JSON, "alerts");
    for (AlertView view : night.alerts().stream().limit(MOST_ENTRIES).toList()) {
      entry(view);
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private Instant updated() {
    return night.alerts().stream().findFirst().map(AlertView::changed).orElse(night.opened());
  }

  private void entry(AlertView view) throws XMLStreamException {
    Alert alert = view.alert();
    xml.writeStartElement("entry");
    element("id", URN + "alert:" + encoded(alert.id()));
    element("title", title(alert));
    element("updated", view.changed().toString());
    if (view.issued().isPresent()) {
      element("published", view.issued().get().toString());
    }
    category("kind", alert.kind().name());
    category("state", alert.state().name());
    category("mode", alert.mode().name());
    // Readers take entries with one address for one entry, so each has its own.
    link("alternate", JSON, "alerts#" + encoded(alert.id()));
    link("related", JSON, "seats/" + alert.seat());
    xml.writeStartElement("content");
    xml.writeAttribute("type", "text");
    xml.writeCharacters(String.join("\n", lines(alert)));
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private List<String> lines(Alert alert) {
    List<String> lines = new ArrayList<>();
    lines.add(title(alert));
    alert.reason().ifPresent(reason -> lines.add("Reason: " + reason));
    for (Correction.Change change : FactChanges.of(alert, night.election())) {
      lines.add(
          change.figure()
              + ": "
              + change.was().orElse("none")
              + " → "
              + change.now().orElse("none"));
    }
    return lines.stream().map(ForeignText::oneLine).toList();
  }

  private void element(String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(ForeignText.oneLine(text));
    xml.writeEndElement();
  }

  private void link(String rel, String type, String address) throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", rel);
    xml.writeAttribute("type", type);
    xml.writeAttribute("href", address);
  }

  private void category(String scheme, String term) throws XMLStreamException {
    xml.writeEmptyElement("category");
    xml.writeAttribute("scheme", URN + scheme);
    xml.writeAttribute("term", term);
  }

  private static String title(Alert alert) {
    return prefix(alert.mode()) + prefix(alert.state()) + alert.headline();
  }

  private static String prefix(Mode mode) {
    return mode == Mode.LIVE ? "" : mode + ": ";
  }

  private static String prefix(Alert.State state) {
    return switch (state) {
      case ISSUED -> "";
      case AMENDED -> "Amended: ";
      case WITHDRAWN -> "Withdrawn: ";
    };
  }

  /** An id as it may stand in a URI, its colons left readable. */
  private static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20").replace("%3A", ":");
  }
}
