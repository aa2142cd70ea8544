/// What one model is trained on and judged by.
package dev.touchline.football;

/// Training and validation rows of one split.
///
/// @param split the windows
/// @param training training rows with raw features
/// @param validation validation rows with raw features
/// @param scale mean and sd of the features over the training rows
/// @param hash SHA-256 (hex) over every value of both row sets, features and dates: equal hashes
///   mean the same rows, features and matches
public record DataSet(
    DateSplit split, RowSet training, RowSet validation, FeatureScale scale, String hash) {}
