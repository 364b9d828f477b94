package electionnight.dashboard.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** An Atom feed as a reader of XML finds it. */
public final class AtomFeed {
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private final Element feed;

  private AtomFeed(Element feed) {
    this.feed = feed;
  }

  /** One entry; a link reads {@code rel type href}, a category {@code scheme term}. */
  public record Entry(
      String id,
      String title,
      Instant updated,
      Optional<Instant> published,
      List<String> categories,
      List<String> links,
      String contentType,
      String content) {}

  /** Fails where it is not well-formed. */
  public static AtomFeed parse(byte[] xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return new AtomFeed(
          factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml)).getDocumentElement());
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new AssertionError("the feed is not XML", e);
    }
  }

  /** The names of the feed's own elements, in order. */
  public List<String> names() {
    return elements(feed).map(Element::getLocalName).toList();
  }

  /** The text of the feed's own element of that name. */
  public String text(String name) {
    return only(feed, name).getTextContent();
  }

  public List<String> links() {
    return links(feed);
  }

  public List<Entry> entries() {
    return children(feed, "entry").map(AtomFeed::entry).toList();
  }

  private static Entry entry(Element entry) {
    Function<String, String> text = name -> only(entry, name).getTextContent();
    return new Entry(
        text.apply("id"),
        text.apply("title"),
        Instant.parse(text.apply("updated")),
        children(entry, "published").map(Element::getTextContent).map(Instant::parse).findFirst(),
        children(entry, "category")
            .map(category -> attributes(category, "scheme", "term"))
            .toList(),
        links(entry),
        only(entry, "content").getAttribute("type"),
        text.apply("content"));
  }

  private static List<String> links(Element parent) {
    return children(parent, "link").map(link -> attributes(link, "rel", "type", "href")).toList();
  }

  private static String attributes(Element element, String... names) {
    return String.join(" ", Stream.of(names).map(element::getAttribute).toList());
  }

  private static Element only(Element parent, String name) {
    List<Element> found = children(parent, name).toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " elements " + name + ", expected 1");
    }
    return found.get(0);
  }

  private static Stream<Element> children(Element parent, String name) {
    return elements(parent)
        .filter(child -> ATOM.equals(child.getNamespaceURI()) && name.equals(child.getLocalName()));
  }

  private static Stream<Element> elements(Element parent) {
    return IntStream.range(0, parent.getChildNodes().getLength())
        .mapToObj(parent.getChildNodes()::item)
        .filter(node -> node.getNodeType() == Node.ELEMENT_NODE)
        .map(Element.class::cast);
  }
}
