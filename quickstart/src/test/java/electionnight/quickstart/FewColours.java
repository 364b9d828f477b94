package electionnight.quickstart;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A picture in the 256 colours that it has most of: a third of the bytes, and flat areas stay. */
final class FewColours {
  private static final int MOST = 256;

  private FewColours() {}

  static BufferedImage of(BufferedImage image) {
    Map<Integer, Integer> counts = new HashMap<>();
    forEach(image, (x, y, colour) -> counts.merge(colour, 1, Integer::sum));
    List<Integer> palette =
        counts.entrySet().stream()
            .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder()))
            .limit(MOST)
            .map(Map.Entry::getKey)
            .toList();
    int[] colours = palette.stream().mapToInt(Integer::intValue).toArray();
    IndexColorModel model =
        new IndexColorModel(Byte.SIZE, colours.length, colours, 0, false, -1, DataBuffer.TYPE_BYTE);
    BufferedImage few =
        new BufferedImage(
            image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
    Map<Integer, Integer> nearest = new HashMap<>();
    forEach(
        image,
        (x, y, colour) ->
            few.getRaster()
                .setSample(
                    x, y, 0, nearest.computeIfAbsent(colour, wanted -> nearest(colours, wanted))));
    return few;
  }

  private static int nearest(int[] colours, int wanted) {
    int best = 0;
    for (int i = 1; i < colours.length; i++) {
      if (distance(colours[i], wanted) < distance(colours[best], wanted)) {
        best = i;
      }
    }
    return best;
  }

  private static int distance(int a, int b) {
    int sum = 0;
    for (int shift = 0; shift <= 16; shift += Byte.SIZE) {
      int difference = (a >> shift & 0xFF) - (b >> shift & 0xFF);
      sum += difference * difference;
    }
    return sum;
  }

  private static void forEach(BufferedImage image, Pixel pixel) {
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        pixel.at(x, y, image.getRGB(x, y) & 0xFFFFFF);
      }
    }
  }

  @FunctionalInterface
  private interface Pixel {
    void at(int x, int y, int colour);
  }
}
