/// A kind of event data that can be imported.
package dev.touchline.data.feed;

import java.nio.file.Path;
import java.util.List;

/// An importer: it knows its files by their shape and turns them into the rows of whole matches.
public interface Feed {
  /// The value of `--format`, such as `statsbomb`.
  String key();

  /// What users call it, such as "StatsBomb open data".
  String title();

  /// Whether a file of this shape is part of the layout.
  boolean claims(Shape shape);

  /// Folders and files beside a path in which the layout's other parts may lie, such as the matches
  /// that an events file belongs to.
  List<Path> around(Path path);

  /// Reads the matches of the files that were asked for, one after the other, and hands each over.
  ///
  /// @param files the layout's files
  void read(List<Part> files, Output output);

  /// A file of the layout.
  ///
  /// @param file the file
  /// @param shape what its beginning says
  /// @param asked whether the user named it (or what it lies in), not only found beside
  record Part(FeedFile file, Shape shape, boolean asked) {}

  /// Who takes what a feed reads. Each method may end the reading when the user stops it.
  interface Output {
    /// The competition's key that the user chose, or the given one.
    String competition(String otherwise);

    /// One match, all of whose rows are stored or none.
    void match(String file, ReadMatch match);

    /// A match that cannot be taken.
    ///
    /// @param reason part of a sentence, without a full stop
    void refuse(String file, long matchId, String reason);

    /// A file that cannot be taken, or not to its end.
    ///
    /// @param reason part of a sentence about "The file", without a full stop
    void refuseFile(String file, String reason);

    /// A remark for the report, a whole sentence.
    void note(String sentence);

    /// How many records of a file have been read.
    void progress(String file, long records);
  }
}
