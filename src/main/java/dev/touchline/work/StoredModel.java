/// A version in the model store.
package dev.touchline.work;

import dev.touchline.props.ModelMetadata;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A version as it lies on disk; damaged ones are listed too.
///
/// @param version its name
/// @param folder where it lies
/// @param metadata its description, null where damaged
/// @param results its results, null where damaged
/// @param bytes size on disk
/// @param served whether predictions use it
/// @param damage what is wrong with it, null where nothing is
public record StoredModel(
    String version,
    Path folder,
    @Nullable ModelMetadata metadata,
    @Nullable ModelResults results,
    long bytes,
    boolean served,
    @Nullable String damage) {}
