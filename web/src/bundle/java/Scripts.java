import com.google.javascript.jscomp.CheckLevel;
import com.google.javascript.jscomp.CommandLineRunner;
import com.google.javascript.jscomp.CompilationLevel;
import com.google.javascript.jscomp.Compiler;
import com.google.javascript.jscomp.CompilerOptions;
import com.google.javascript.jscomp.CompilerOptions.LanguageMode;
import com.google.javascript.jscomp.DependencyOptions;
import com.google.javascript.jscomp.DiagnosticGroups;
import com.google.javascript.jscomp.ModuleIdentifier;
import com.google.javascript.jscomp.Result;
import com.google.javascript.jscomp.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts an entry point and the modules that it imports into one script, with the Closure Compiler.
 */
final class Scripts {

  private final Path folder;

  Scripts(Path folder) {
    this.folder = folder;
  }

  /**
   * @throws IllegalStateException if the sources have an error, after the compiler has printed it
   */
  String bundle(String entry) throws IOException {
    Compiler compiler = new Compiler();
    compiler.disableThreads();
    Result result =
        compiler.compile(
            CommandLineRunner.getBuiltinExterns(CompilerOptions.Environment.BROWSER),
            sources(),
            options(entry));
    if (!result.success) {
      throw new IllegalStateException(
          "scripts/" + entry + ".js does not compile: " + result.errors.size() + " errors");
    }
    // The wrapper that the options count on: nothing of ours becomes a global name.
    return "(()=>{" + compiler.toSource() + "})();\n";
  }

  private CompilerOptions options(String entry) {
    CompilerOptions options = new CompilerOptions();
    CompilationLevel.SIMPLE_OPTIMIZATIONS.setOptionsForCompilationLevel(options);
    CompilationLevel.SIMPLE_OPTIMIZATIONS.setWrappedOutputOptimizations(options);
    options.setLanguageIn(LanguageMode.UNSTABLE);
    options.setLanguageOut(LanguageMode.UNSTABLE);
    options.setEmitUseStrict(true);
    options.setOutputCharset(StandardCharsets.UTF_8);
    options.setWarningLevel(DiagnosticGroups.CHECK_VARIABLES, CheckLevel.ERROR);
    options.setWarningLevel(DiagnosticGroups.MODULE_LOAD, CheckLevel.ERROR);
    options.setDependencyOptions(
        DependencyOptions.pruneForEntryPoints(
            List.of(ModuleIdentifier.forFile(folder.resolve(entry + ".js").toString()))));
    return options;
  }

  private List<SourceFile> sources() throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(path -> path.toString().endsWith(".js"))
          .sorted()
          .map(path -> SourceFile.fromFile(path.toString()))
          .toList();
    }
  }
}
