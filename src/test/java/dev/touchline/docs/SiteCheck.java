/// Follows every link of the finished site that stays on it.
package dev.touchline.docs;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A program, not a test: the last step of `mvn -Psite`, which fails where a link, a picture, a
/// style or an anchor leads nowhere, or where a page of the project has none on the site.
public final class SiteCheck {
  private static final Pattern LINK = Pattern.compile("(?:href|src)=[\"']([^\"']*)[\"']");

  private final List<String> broken = new ArrayList<>();
  private final Path site;
  private int followed;

  private SiteCheck(Path site) {
    this.site = site;
  }

  /// The argument: the site's folder.
  public static void main(String[] args) throws IOException {
    SiteCheck check = new SiteCheck(Path.of(args[0]));
    List<Path> pages;
    try (Stream<Path> files = Files.walk(check.site)) {
      pages = files.filter(file -> file.toString().endsWith(".html")).sorted().toList();
    }
    for (Path page : pages) {
      check.follow(page);
    }
    int missing = Pages.all().size() - pages.size();
    if (missing > 0) {
      check.broken.add(missing + " pages of the project are not on the site");
    }
    System.out.printf("%d pages, %d links of the site followed%n", pages.size(), check.followed);
    check.broken.forEach(System.err::println);
    System.exit(check.broken.isEmpty() ? 0 : 1);
  }

  private void follow(Path page) throws IOException {
    Matcher links = LINK.matcher(Files.readString(page));
    while (links.find()) {
      String link = links.group(1).replace("&amp;", "&");
      if (link.matches("[a-z]+:.*|//.*")) {
        continue;
      }
      followed++;
      int hash = link.indexOf('#');
      String path =
          URLDecoder.decode(hash < 0 ? link : link.substring(0, hash), StandardCharsets.UTF_8);
      String anchor =
          hash < 0 ? "" : URLDecoder.decode(link.substring(hash + 1), StandardCharsets.UTF_8);
      Path target = path.isEmpty() ? page : page.resolveSibling(path).normalize();
      if (!target.startsWith(site) || !Files.isRegularFile(target)) {
        broken.add(site.relativize(page) + ": " + link + " leads to no file");
      } else if (!anchor.isEmpty() && !Files.readString(target).contains("id=\"" + anchor + "\"")) {
        broken.add(site.relativize(page) + ": " + link + " leads to no section");
      }
    }
  }
}
