package electionnight.quickstart;

import electionnight.audit.LogOptions;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Gives the commands that read a log the options of {@link KeptLogOptions}. */
final class Parts implements IFactory {
  private final IFactory usual = CommandLine.defaultFactory();

  @Override
  public <K> K create(Class<K> part) throws Exception {
    return part == LogOptions.class ? part.cast(new KeptLogOptions()) : usual.create(part);
  }
}
