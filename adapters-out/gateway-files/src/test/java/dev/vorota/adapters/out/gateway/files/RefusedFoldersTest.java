package dev.vorota.adapters.out.gateway.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vorota.gateway.files.Folder;
import dev.vorota.gateway.files.FolderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders that are not served, because part of them could not be. */
class RefusedFoldersTest {

  private static final String TEXT = "the same words again and again, ".repeat(20);

  private final Site site;

  RefusedFoldersTest(@TempDir Path temporary) throws IOException {
    site = Site.in(temporary);
  }

  @Test
  void refusesANeighbourThatIsCompressedFromSomethingElse() throws IOException {
    site.write("page.html", TEXT);
    Files.write(site.folder().resolve("page.html.gz"), Site.gzip(TEXT + "old"));

    assertRefused("The file /page.html.gz of the folder must be /page.html compressed with gzip.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"secret.txt", "outside"})
  void refusesLinksThatLeaveTheFolder(String target) throws IOException {
    Files.createDirectory(site.folder().resolveSibling("outside"));
    Files.writeString(site.folder().resolveSibling("secret.txt"), "secret");
    Path link =
        Files.createSymbolicLink(site.folder().resolve("link"), Path.of("..", target))
            .toAbsolutePath();

    assertRefused(link + " leads out of the folder " + site.folder() + ".");
  }

  @Test
  void refusesLinksThatLeadNowhereOrRound() throws IOException {
    Path link = Files.createSymbolicLink(site.folder().resolve("link"), Path.of("none"));
    assertRefused(link + " leads nowhere: it is a link to what is not there.");

    Files.delete(link);
    Files.createSymbolicLink(site.folder().resolve("link"), site.folder());
    assertRefused(link + " is a link to a folder that it is in itself.");
  }

  @Test
  void keepsToItsBounds() throws IOException {
    site.write("a.txt", "12345");
    site.write("b.txt", "67890");

    assertThat(site.load(folder(10, 2))).isNotNull();
    assertThatExceptionOfType(FolderException.class)
        .isThrownBy(() -> site.load(folder(9, 2)))
        .withMessage(
            "The folder "
                + site.folder()
                + " must hold at most 9 B: "
                + site.folder().resolve("b.txt")
                + " goes beyond that.");
    assertThatExceptionOfType(FolderException.class)
        .isThrownBy(() -> site.load(folder(10, 1)))
        .withMessageStartingWith(
            "The folder " + site.folder() + " must hold at most 1 files and folders: ");
  }

  @Test
  void saysWhichFolderIsNotThere() throws IOException {
    Path none = site.folder().resolveSibling("none");
    Path file = Files.writeString(site.folder().resolveSibling("file"), "");

    assertThatExceptionOfType(FolderException.class)
        .isThrownBy(() -> site.load(Folder.at(none.toString())))
        .withMessageStartingWith("The folder " + none + " can't be read: ");
    assertThatExceptionOfType(FolderException.class)
        .isThrownBy(() -> site.load(Folder.at(file.toString())))
        .withMessage(file + " must be a folder.");
  }

  private void assertRefused(String message) {
    assertThatExceptionOfType(FolderException.class)
        .isThrownBy(() -> site.load(Folder.at(site.folder().toString())))
        .withMessage(message);
  }

  private Folder folder(long mostOctets, int mostFiles) {
    return new Folder(site.folder().toString(), null, List.of(), mostOctets, mostFiles);
  }
}
