/// Traces that PyMC with nutpie's sampler, and NumPyro, made of the reference model.
package dev.touchline.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.reflect.TypeToken;
import dev.touchline.diagnose.ConvergenceReport;
import dev.touchline.diagnose.ScalarSummary;
import dev.touchline.fault.Fault;
import dev.touchline.football.Prop;
import dev.touchline.mcmc.Parameter;
import dev.touchline.predict.Prediction;
import dev.touchline.predict.PredictionRequest;
import dev.touchline.predict.Predictor;
import dev.touchline.trace.TraceFiles;
import dev.touchline.trace.TraceSchema;
import dev.touchline.trace.TraceSource;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Source: golden/foreign/, made by src/test/python/make_foreign.py with PyMC 5.28.5, nutpie
/// 0.16.8, NumPyro 0.22.0 and ArviZ 0.22.0, and by make_cmdstan.py with CmdStanPy 1.3.2 and CmdStan
/// 2.37.0.
class ForeignSamplersTest {
  private static final Map<String, ToDoubleFunction<ScalarSummary>> FIGURES =
      Map.of(
          "mean", ScalarSummary::mean,
          "sd", ScalarSummary::sd,
          "mcse_mean", ScalarSummary::mcseMean,
          "mcse_sd", ScalarSummary::mcseSd,
          "ess_bulk", ScalarSummary::essBulk,
          "ess_tail", ScalarSummary::essTail,
          "r_hat", ScalarSummary::rhat);

  private static Path file(String name) throws URISyntaxException {
    return Path.of(
        Objects.requireNonNull(ForeignSamplersTest.class.getResource("/golden/foreign/" + name))
            .toURI());
  }

  private static JsonObject golden() throws IOException, URISyntaxException {
    return json("golden.json");
  }

  private static JsonObject json(String name) throws IOException, URISyntaxException {
    return new Gson().fromJson(Files.readString(file(name)), JsonObject.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nutpie", "numpyro"})
  void everyFigureIsThatOfArviz(String sampler) throws IOException, URISyntaxException {
    figuresAgree(sampler, golden().getAsJsonObject(sampler), golden().getAsJsonArray("parameters"));
  }

  @Test
  void everyFigureOfCmdStanIsThatOfArviz() throws IOException, URISyntaxException {
    JsonObject expected = json("cmdstanpy.json");
    ConvergenceReport report =
        figuresAgree("cmdstanpy", expected, expected.getAsJsonArray("parameters"));
    assertThat(report.minEbfmi()).isCloseTo(expected.get("min_ebfmi").getAsDouble(), within(1e-9));
  }

  private static ConvergenceReport figuresAgree(
      String sampler, JsonObject expected, JsonArray parameters)
      throws IOException, URISyntaxException {
    ConvergenceReport report = TraceDiagnosis.diagnose(file(sampler + ".nc"), 1.05, 1);
    assertThat(report.chains()).isEqualTo(expected.get("chains").getAsInt());
    assertThat(report.draws()).isEqualTo(expected.get("draws").getAsInt());
    assertThat(report.divergences()).isEqualTo(expected.get("divergences").getAsInt());
    assertThat(report.minEbfmi()).as("energies are read").isFinite();
    TraceSchema schema;
    try (TraceSource trace = new TraceFiles().open(file(sampler + ".nc"))) {
      schema = trace.schema();
    }
    for (Map.Entry<String, ToDoubleFunction<ScalarSummary>> figure : FIGURES.entrySet()) {
      JsonArray values = expected.getAsJsonArray(figure.getKey());
      int at = 0;
      for (JsonElement name : parameters) {
        Parameter parameter = schema.require(name.getAsString());
        int offset = schema.offset(parameter);
        for (int i = 0; i < parameter.size(); i++) {
          ScalarSummary own = report.scalars().get(offset + i);
          JsonElement theirs = values.get(at++);
          if (Double.isNaN(own.rhat())) { // a constant, such as the diagonal of a correlation
            assertThat(own.sd()).isLessThan(1e-12);
          } else {
            double value = theirs.getAsDouble();
            assertThat(figure.getValue().applyAsDouble(own))
                .as("%s of %s", figure.getKey(), own.name())
                .isCloseTo(value, within(1e-9 * Math.max(1e-3, Math.abs(value))));
          }
        }
      }
      assertThat(at).isEqualTo(values.size());
    }
    return report;
  }

  @Test
  void aPredictionFromPymcsDrawsIsTheOneComputedInPython() throws IOException, URISyntaxException {
    try (Predictor predictor =
        Predictor.open(file("metadata.json"), file("nutpie.nc"), Predictor.SAMPLES)) {
      assertThat(predictor.samples()).isEqualTo(300);
      for (JsonElement element : golden().getAsJsonArray("predictions")) {
        JsonObject expected = element.getAsJsonObject();
        Map<String, Double> features =
            new Gson().fromJson(expected.get("features"), new TypeToken<Map<String, Double>>() {});
        Prediction prediction =
            predictor.predict(
                new PredictionRequest(
                    expected.get("player").getAsLong(),
                    expected.get("opponent").getAsLong(),
                    expected.get("home").getAsBoolean(),
                    expected.get("minutes").getAsDouble(),
                    features,
                    null),
                0.95);
        for (Prop prop : Prop.values()) {
          var own = Objects.requireNonNull(prediction.props().get(prop));
          double mean = expected.getAsJsonArray("mean").get(prop.ordinal()).getAsDouble();
          assertThat(own.mean()).as("%s", prop).isCloseTo(mean, within(1e-9));
          double[] pmf =
              new Gson()
                  .fromJson(expected.getAsJsonArray("pmf").get(prop.ordinal()), double[].class);
          for (int count = 0; count < pmf.length; count++) {
            assertThat(own.pmf()[count]).isCloseTo(pmf[count], within(1e-9));
          }
        }
      }
    }
  }

  @Test
  void aTraceOfAnotherModelIsRefusedAndSaysWhatIsMissing() throws URISyntaxException {
    Path other =
        Path.of(
            Objects.requireNonNull(
                    ForeignSamplersTest.class.getResource("/golden/trace/arviz-netcdf4.nc"))
                .toURI());
    Fault fault =
        catchThrowableOfType(
            Fault.class, () -> Predictor.open(file("metadata.json"), other, Predictor.SAMPLES));
    assertThat(fault.kind()).isEqualTo(Fault.Kind.STORAGE);
    assertThat(fault).hasMessageContaining("parameter alpha is missing");
  }
}
