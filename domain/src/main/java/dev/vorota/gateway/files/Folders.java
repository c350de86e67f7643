package dev.vorota.gateway.files;

/** Where folders of files are found. */
public interface Folders {

  /**
   * Reads all files of a folder into memory. It blocks.
   *
   * @throws FolderException if the folder can't be served whole
   */
  StaticFiles load(Folder folder);
}
