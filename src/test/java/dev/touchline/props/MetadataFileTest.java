/// Tests of `metadata.json`.
package dev.touchline.props;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.touchline.fault.Fault;
import dev.touchline.football.Prop;
import dev.touchline.predict.TestModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataFileTest {
  private final ModelMetadata metadata =
      TestModels.metadata(List.of(Prop.GOALS, Prop.SHOTS, Prop.CARDS), 3, 2, 2);
  private final Path file;

  MetadataFileTest(@TempDir Path folder) {
    file = folder.resolve("metadata.json");
  }

  @Test
  void readsWhatItWrote() {
    MetadataFile.write(metadata, file);
    assertThat(MetadataFile.read(file)).isEqualTo(metadata);
  }

  @Test
  void speaksSnakeCaseIsoDatesAndPropKeys() throws IOException {
    MetadataFile.write(metadata, file);
    JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    assertThat(json.get("format_version").getAsInt()).isEqualTo(2);
    assertThat(json.get("variant").getAsString()).isEqualTo("reference");
    assertThat(json.get("created").getAsString()).isEqualTo("2018-07-17T08:30:00Z");
    assertThat(json.getAsJsonArray("props").get(0).getAsString()).isEqualTo("goals");
    assertThat(json.getAsJsonObject("dates").get("train_start").getAsString())
        .isEqualTo("2018-06-01");
    assertThat(
            json.getAsJsonArray("players").get(0).getAsJsonObject().get("position").getAsString())
        .isEqualTo("FWD");
  }

  @Test
  void newerFormatIsRefusedWithASentence() throws IOException {
    edit(json -> json.addProperty("format_version", 3));
    assertStorage("format 3", "newer");
  }

  @Test
  void formatOneIsReadAsTheReference() throws IOException {
    edit(
        json -> {
          json.addProperty("format_version", 1);
          json.remove("variant");
          json.remove("teams");
          json.remove("player_teams");
        });
    ModelMetadata read = MetadataFile.read(file);
    assertThat(read.variant()).isEqualTo(ModelVariant.REFERENCE);
    assertThat(read.teams()).isEmpty();
    assertThat(read.players()).isEqualTo(metadata.players());
  }

  @Test
  void teamsThatDoNotFitTheVariantAreNamed() throws IOException {
    edit(json -> json.addProperty("variant", "team"));
    assertStorage("teams");
    edit(json -> json.addProperty("variant", "quadratic"));
    assertStorage("quadratic");
  }

  @Test
  void fieldsOfOthersAreIgnored() throws IOException {
    edit(json -> json.addProperty("colour", "blue"));
    assertThat(MetadataFile.read(file)).isEqualTo(metadata);
  }

  @ParameterizedTest
  @ValueSource(strings = {"format_version", "version", "players", "features", "seed", "dates"})
  void missingFieldIsNamed(String field) throws IOException {
    edit(json -> json.remove(field));
    assertStorage(field, "missing");
    edit(json -> json.add(field, JsonNull.INSTANCE));
    assertStorage(field, "missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"players", "opponents", "props", "player_rows", "position_weights"})
  void holesInListsAreNamed(String list) throws IOException {
    edit(json -> json.getAsJsonArray(list).set(0, JsonNull.INSTANCE));
    assertStorage(list);
  }

  @Test
  void partsThatDoNotFitTogetherAreNamed() throws IOException {
    edit(json -> json.getAsJsonObject("features").getAsJsonArray("sd").remove(0));
    assertStorage("features");
    edit(json -> json.getAsJsonArray("player_rows").remove(0));
    assertStorage("player_rows");
    edit(json -> json.getAsJsonArray("players").get(1).getAsJsonObject().remove("name"));
    assertStorage("players");
    for (String date : List.of("train_start", "train_end", "val_end")) {
      edit(json -> json.getAsJsonObject("dates").remove(date));
      assertStorage("a value is missing");
    }
    edit(json -> json.getAsJsonObject("features").getAsJsonArray("sd").set(0, JsonNull.INSTANCE));
    assertStorage("a value is missing");
  }

  @Test
  void nonsenseInFieldsIsAStorageFault() throws IOException {
    edit(json -> json.addProperty("created", "yesterday"));
    assertStorage("yesterday");
    edit(json -> json.getAsJsonArray("props").set(0, new JsonPrimitive("corners")));
    assertStorage("corners");
    edit(json -> json.getAsJsonObject("dates").addProperty("train_end", "2017-01-01"));
    assertStorage("2017-01-01");
    edit(json -> json.addProperty("rows", "many"));
    assertStorage("many");
    edit(json -> json.addProperty("format_version", "one"));
    assertStorage("format_version");
    edit(json -> json.addProperty("format_version", 0));
    assertStorage("format_version 0");
  }

  @Test
  void brokenFilesAreStorageFaults() throws IOException {
    assertStorage("does not exist");
    Files.writeString(file, "");
    assertStorage("no JSON object");
    Files.writeString(file, "[1, 2]");
    assertStorage("no JSON object");
    MetadataFile.write(metadata, file);
    String whole = Files.readString(file);
    Files.writeString(file, whole.substring(0, whole.length() / 2));
    assertStorage("not valid JSON");
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
    assertStorage("not valid UTF-8");
  }

  @Test
  void aFolderThatCannotBeWrittenIsAStorageFault(@TempDir Path folder) {
    Fault fault =
        catchThrowableOfType(
            Fault.class,
            () -> MetadataFile.write(metadata, folder.resolve("none").resolve("metadata.json")));
    assertThat(fault.kind()).isEqualTo(Fault.Kind.STORAGE);
  }

  private void edit(Consumer<JsonObject> change) throws IOException {
    MetadataFile.write(metadata, file);
    JsonElement json = JsonParser.parseString(Files.readString(file));
    change.accept(json.getAsJsonObject());
    Files.writeString(file, json.toString());
  }

  private void assertStorage(String... texts) {
    Fault fault = catchThrowableOfType(Fault.class, () -> MetadataFile.read(file));
    assertThat(fault).isNotNull();
    assertThat(fault.kind()).isEqualTo(Fault.Kind.STORAGE);
    assertThat(fault).hasMessageContainingAll(file.toString());
    assertThat(fault.getMessage()).contains(texts);
  }
}
