/// stub
package dev.touchline.work;
import dev.touchline.props.ModelMetadata;
final class ModelReport { static String html(ModelMetadata m, ModelResults r) { return ""; } }
