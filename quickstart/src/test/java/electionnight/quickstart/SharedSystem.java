package electionnight.quickstart;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One running system and one browser for all tests of pages in this JVM, given to a test class as a
 * {@link Page}. Every test opens a night under an id of its own.
 */
final class SharedSystem implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Page.class;
  }

  @Override
  public Page resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(SharedSystem.class))
        .getOrComputeIfAbsent(Started.class, key -> Started.now(), Started.class)
        .page();
  }

  private record Started(Browser browser, RunningSystem system) implements AutoCloseable {

    static Started now() {
      Browser browser = Browser.start();
      try {
        return new Started(browser, RunningSystem.embedded());
      } catch (InterruptedException e) {
        browser.close();
        throw new IllegalStateException("interrupted while the system was starting", e);
      }
    }

    Page page() {
      return new Page(browser, system);
    }

    @Override
    public void close() {
      browser.close();
      system.close();
    }
  }
}
