/// Renders touchline.svg into the icons of every system: `java installer/icon/Icons.java`.
///
/// Needs `rsvg-convert` (Debian: librsvg2-bin). What it writes is committed, so that building an
/// installer does not need it: PNG for Linux and the window, `.ico` for Windows, `.icns` for macOS.

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

static final Path FOLDER = Path.of("installer", "icon");
static final Path WINDOW = Path.of("resources", "dev", "touchline", "desktop", "icon");

void main() throws IOException, InterruptedException {
  Map<Integer, byte[]> pictures = new LinkedHashMap<>();
  for (int size : new int[] {16, 32, 48, 64, 128, 256, 512}) {
    pictures.put(size, render(size));
  }
  Files.write(FOLDER.resolve("touchline.png"), pictures.get(256));
  Files.write(FOLDER.resolve("touchline.ico"), ico(pictures, 16, 32, 48, 64, 128, 256));
  Files.write(
      FOLDER.resolve("touchline.icns"),
      icns(Map.of("ic07", 128, "ic08", 256, "ic09", 512), pictures));
  Files.createDirectories(WINDOW);
  for (int size : new int[] {16, 32, 64, 128}) {
    Files.write(WINDOW.resolve("touchline-" + size + ".png"), pictures.get(size));
  }
}

byte[] render(int size) throws IOException, InterruptedException {
  Process process =
      new ProcessBuilder(
              "rsvg-convert", "-w", "" + size, "-h", "" + size, FOLDER.resolve("touchline.svg").toString())
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start();
  byte[] picture = process.getInputStream().readAllBytes();
  if (process.waitFor() != 0) {
    throw new IOException("rsvg-convert failed");
  }
  return picture;
}

/// An icon file of Windows with PNG inside, which Windows reads since Vista.
byte[] ico(Map<Integer, byte[]> pictures, int... sizes) {
  int bytes = 6 + 16 * sizes.length;
  for (int size : sizes) {
    bytes += pictures.get(size).length;
  }
  ByteBuffer file = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  file.putShort((short) 0).putShort((short) 1).putShort((short) sizes.length);
  int offset = 6 + 16 * sizes.length;
  for (int size : sizes) {
    byte side = (byte) (size == 256 ? 0 : size);
    file.put(side).put(side).put((byte) 0).put((byte) 0).putShort((short) 1).putShort((short) 32);
    file.putInt(pictures.get(size).length).putInt(offset);
    offset += pictures.get(size).length;
  }
  for (int size : sizes) {
    file.put(pictures.get(size));
  }
  return file.array();
}

/// An icon file of macOS: a length, then PNG pictures with their kind and length.
byte[] icns(Map<String, Integer> kinds, Map<Integer, byte[]> pictures) throws IOException {
  var parts = new ByteArrayOutputStream();
  var out = new DataOutputStream(parts);
  for (String kind : new TreeMap<>(kinds).keySet()) {
    byte[] picture = pictures.get(kinds.get(kind));
    out.writeBytes(kind);
    out.writeInt(picture.length + 8);
    out.write(picture);
  }
  ByteBuffer file = ByteBuffer.allocate(parts.size() + 8);
  file.put(new byte[] {'i', 'c', 'n', 's'}).putInt(parts.size() + 8).put(parts.toByteArray());
  return file.array();
}
