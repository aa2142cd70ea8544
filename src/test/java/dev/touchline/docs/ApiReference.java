/// Writes the reference of the public Java interface, and fails where a description is missing or
/// wrong.
package dev.touchline.docs;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;

/// A program, not a test: `mvn -Pjavadoc`. All checks of doclint count but for tags: what a method
/// takes and gives is said in its sentences, as records say it of their components.
final class ApiReference {
  /// The packages that docs/java.md names.
  private static final List<String> PACKAGES =
      List.of("fault", "football", "mcmc", "diagnose", "trace", "predict", "evaluate", "work");

  private static final Pattern REMARK = Pattern.compile(".*\\.java:\\d+: (warning|error): .*");
  private static final Pattern TAG = Pattern.compile(".*: warning: no @(param|return|throws).*");

  private ApiReference() {}

  /// The argument is the folder to write into.
  public static void main(String[] args) {
    List<String> remarks = write(args[0]);
    remarks.forEach(System.out::println);
    System.out.printf("%d remarks; the reference is in %s%n", remarks.size(), args[0]);
    System.exit(remarks.isEmpty() ? 0 : 1);
  }

  /// Writes it into a folder and returns what javadoc had to remark.
  static List<String> write(String folder) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "-quiet",
                "-Xdoclint:all",
                "-Xmaxwarns",
                "10000",
                "--add-modules",
                "jdk.incubator.vector",
                "-windowtitle",
                "Touchline",
                "-classpath",
                System.getProperty("java.class.path"),
                "-sourcepath",
                "src/main/java",
                "-d",
                folder));
    PACKAGES.forEach(name -> command.add("dev.touchline." + name));
    var said = new ByteArrayOutputStream();
    var out = new PrintStream(said, true, StandardCharsets.UTF_8);
    int code =
        ToolProvider.findFirst("javadoc")
            .orElseThrow()
            .run(out, out, command.toArray(String[]::new));
    List<String> remarks =
        new ArrayList<>(
            said.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> REMARK.matcher(line).matches() && !TAG.matcher(line).matches())
                .toList());
    if (code != 0 && remarks.isEmpty()) {
      remarks.add(said.toString(StandardCharsets.UTF_8));
    }
    return remarks;
  }
}
