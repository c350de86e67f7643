package dev.vorota.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The texts of the pages, in the sources. */
final class WordsTest {

  private static final Path SOURCES = Path.of("src/main/web");
  private static final Pattern KEY = Pattern.compile("^ {2}\"([^\"]+)\":", Pattern.MULTILINE);
  private static final Pattern ENTRY =
      Pattern.compile("^ {2}\"([^\"]+)\":\\s+\"([^\"]*)\",$", Pattern.MULTILINE);
  private static final Pattern PLACE = Pattern.compile("\\{\\w+}");
  private static final Pattern USED =
      Pattern.compile("(?:data-words(?:-[a-z]+)?=|\\bsay\\(|hasWords\\()\"([^\"]+)\"");
  private static final Pattern COUNTED = Pattern.compile("sayCount\\(\"([^\"]+)\"");

  @Test
  void saysTheSameThingsInBothLanguages() throws IOException {
    assertThat(keys("ru")).isNotEmpty().isEqualTo(keys("en"));
  }

  @Test
  void saysEachThingOnce() throws IOException {
    for (String language : List.of("en", "ru")) {
      assertThat(find(KEY, words(language))).doesNotHaveDuplicates();
    }
  }

  @Test
  void leavesTheSamePlacesToFillInBothLanguages() throws IOException {
    assertThat(places("ru")).isNotEmpty().isEqualTo(places("en"));
  }

  @Test
  void hasWordsForEveryKeyThatThePagesUse() throws IOException {
    Set<String> keys = keys("en");
    for (Path source : sources()) {
      String text = Files.readString(source);
      assertThat(keys).as(source.toString()).containsAll(find(USED, text));
      for (String counted : find(COUNTED, text)) {
        assertThat(keys).contains(counted + ".one", counted + ".few", counted + ".many");
      }
    }
  }

  private static Set<String> keys(String language) throws IOException {
    return new TreeSet<>(find(KEY, words(language)));
  }

  /** What a text leaves to be filled, by its key: {@code "jump.new {count}"}. */
  private static Set<String> places(String language) throws IOException {
    return ENTRY
        .matcher(words(language))
        .results()
        .flatMap(
            entry ->
                PLACE
                    .matcher(entry.group(2))
                    .results()
                    .map(place -> entry.group(1) + " " + place.group()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String words(String language) throws IOException {
    return Files.readString(SOURCES.resolve("scripts/words/" + language + ".js"));
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> paths = Files.walk(SOURCES)) {
      return paths.filter(path -> path.toString().matches(".*\\.(js|html)")).toList();
    }
  }

  private static List<String> find(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group(1)).toList();
  }
}
