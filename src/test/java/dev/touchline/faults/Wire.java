/// A relay between the program and a server, which can cut, slow down or swallow what goes through.
package dev.touchline.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Listens on a free local port and passes on to another.
final class Wire implements AutoCloseable {
  private final int target;
  private final ServerSocket listening;
  private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);
  private volatile long delayMillis;
  private volatile boolean swallows;
  private volatile boolean staysCut;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  Wire(int target) throws IOException {
    this.target = target;
    listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::listen);
  }

  int port() {
    return listening.getLocalPort();
  }

  /// Cuts one connection once so many bytes came from the server; later ones go through.
  void cutOnceAfter(long bytes) {
    left.set(bytes);
  }

  /// Cuts every connection once so many bytes came from the server by one of them, and refuses
  /// everything after that.
  void cutForGoodAfter(long bytes) {
    staysCut = true;
    left.set(bytes);
  }

  /// Waits before each packet.
  void delay(Duration time) {
    delayMillis = time.toMillis();
  }

  /// Takes connections and answers nothing.
  void swallow() {
    swallows = true;
  }

  private void listen() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        if (swallows) {
          continue;
        }
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        open.add(client);
        Thread.ofVirtual().start(() -> pump(client, server, false));
        Thread.ofVirtual().start(() -> pump(server, client, true));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void pump(Socket from, Socket to, boolean counted) {
    byte[] buffer = new byte[8192];
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (delayMillis > 0) {
          Thread.sleep(delayMillis);
        }
        if (counted && left.addAndGet(-read) < 0) {
          left.set(Long.MAX_VALUE);
          if (staysCut) {
            close();
          }
          return;
        }
        out.write(buffer, 0, read);
        out.flush();
      }
    } catch (IOException e) {
      // the other side is gone
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
