package dev.vorota.parts;

import java.util.List;

/** A program that speaks S3. */
interface S3Software {

  /** Its name, for the line that says what the tests ran against. */
  String name();

  /** The command that serves S3 as the settings say, in the foreground. */
  List<String> command(S3Settings settings);

  /** What answers with a status below 400 as soon as the server is ready. */
  String healthPath();
}
