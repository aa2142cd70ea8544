/// Reads from the sources what the program can say when something goes wrong.
package dev.touchline.docs;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// Finds every `new Fault(kind, message, …)` below `src/main/java`.
final class SourceMessages {
  /// What stands for a value, in the documentation too.
  static final String VALUE = "…";

  /// A message.
  ///
  /// @param file where it is made
  /// @param kind as it is written there, such as `Fault.Kind.DATA`
  /// @param text the sentence with `…` for each value
  record Message(String file, String kind, String text) {}

  private SourceMessages() {}

  static List<Message> all() {
    List<Message> messages = new ArrayList<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      List<Path> java = sources.filter(file -> file.toString().endsWith(".java")).toList();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(java));
      for (CompilationUnitTree unit : task.parse()) {
        String name = Path.of(unit.getSourceFile().getName()).getFileName().toString();
        new Finder(name, messages).scan(unit, null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return messages;
  }

  private static final class Finder extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final String file;
    private final List<Message> found;

    Finder(String file, List<Message> found) {
      this.file = file;
      this.found = found;
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree made, @Nullable Void none) {
      if (made.getIdentifier().toString().equals("Fault") && made.getArguments().size() >= 3) {
        String text = text(made.getArguments().get(1)).replaceAll("…(\\s*…)+", VALUE);
        // Where the sentence is made elsewhere, nothing can be said of it here.
        if (!text.replace(VALUE, "").isBlank()) {
          found.add(new Message(file, made.getArguments().getFirst().toString(), text));
        }
      }
      return super.visitNewClass(made, none);
    }

    private static String text(ExpressionTree expression) {
      return switch (expression) {
        case LiteralTree literal -> String.valueOf(literal.getValue());
        case BinaryTree both -> text(both.getLeftOperand()) + text(both.getRightOperand());
        case ParenthesizedTree inside -> text(inside.getExpression());
        case MethodInvocationTree call
            when call.getMethodSelect() instanceof MemberSelectTree select
                && select.getIdentifier().contentEquals("formatted") ->
            text(select.getExpression()).replaceAll("%[-,.0-9]*[a-zA-Z]", VALUE);
        default -> VALUE;
      };
    }
  }
}
