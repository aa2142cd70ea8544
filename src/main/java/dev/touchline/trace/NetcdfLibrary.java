/// The netCDF C library, where one is installed.
package dev.touchline.trace;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;

/// The library is one per process and not thread-safe: whoever opens it holds the lock until it is
/// closed. It is looked for where the system keeps its libraries, in the folders of
/// `-Djna.library.path`, and where Homebrew and MacPorts install.
final class NetcdfLibrary implements AutoCloseable {
  private static final String NAME = "netcdf";
  private static final List<String> USUAL =
      List.of("/opt/homebrew/lib", "/usr/local/lib", "/opt/local/lib");

  /// dlopen's flags: symbols when they are needed, and for this library alone.
  private static final int LAZY_AND_LOCAL = 1;

  private static final int LAZY_AND_LOCAL_ON_MACOS = 1 | 4;

  /// Process-wide, because the library's state is.
  private static final ReentrantLock LIBRARY = new ReentrantLock();

  private NetcdfLibrary() {}

  /// Loads it, the first time; a [LinkageError] where there is none.
  static NetcdfLibrary open() {
    LIBRARY.lock();
    try {
      load();
      return new NetcdfLibrary();
    } catch (Throwable e) {
      LIBRARY.unlock();
      throw e;
    }
  }

  /// netCDF-Java would load it so that its copy of HDF5 takes the place of the first engine's,
  /// where that is in the process too, which ends the process; and it would print what it found. So
  /// the library is loaded here, and netCDF-Java is given it. By name, as netCDF-Java does: its
  /// part for the library, and JNA, may be absent.
  private static void load() {
    try {
      Field field = Class.forName("ucar.nc2.jni.netcdf.Nc4Iosp").getDeclaredField("nc4");
      field.setAccessible(true);
      if (field.get(null) == null) {
        field.set(null, library(Class.forName("ucar.nc2.jni.netcdf.Nc4prototypes")));
      }
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof LinkageError missing) {
        throw missing;
      }
      throw new LinkageError(String.valueOf(e.getCause()), e);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.toString(), e);
    }
  }

  private static Object library(Class<?> functions) throws ReflectiveOperationException {
    var search =
        Class.forName("com.sun.jna.NativeLibrary")
            .getMethod("addSearchPath", String.class, String.class);
    for (String folder : USUAL) {
      if (Files.isDirectory(Path.of(folder))) {
        search.invoke(null, NAME, folder);
      }
    }
    Map<String, Object> options = new HashMap<>();
    options.put("string-encoding", "UTF-8");
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (!system.contains("win")) {
      options.put("open-flags", system.contains("mac") ? LAZY_AND_LOCAL_ON_MACOS : LAZY_AND_LOCAL);
    }
    return Objects.requireNonNull(
        Class.forName("com.sun.jna.Native")
            .getMethod("load", String.class, Class.class, Map.class)
            .invoke(null, NAME, functions, options));
  }

  @Override
  public void close() {
    LIBRARY.unlock();
  }
}
