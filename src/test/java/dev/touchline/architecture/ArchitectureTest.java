/// The arrows of the house: which package may know which.
package dev.touchline.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.beans.XMLDecoder;
import java.io.Externalizable;
import java.io.ObjectInput;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;

@AnalyzeClasses(
    packages = "dev.touchline",
    importOptions = {ProductionClasses.class})
class ArchitectureTest {
  private static final String ROOT = "dev.touchline";

  @ArchTest
  static final ArchRule ARROWS =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
          .withOptionalLayers(true)
          .layer("main")
          .definedBy(ROOT)
          .layer("fault")
          .definedBy(ROOT + ".fault..")
          .layer("football")
          .definedBy(ROOT + ".football..")
          .layer("data")
          .definedBy(ROOT + ".data..")
          .layer("mcmc")
          .definedBy(ROOT + ".mcmc..")
          .layer("diagnose")
          .definedBy(ROOT + ".diagnose..")
          .layer("trace")
          .definedBy(ROOT + ".trace..")
          .layer("props")
          .definedBy(ROOT + ".props..")
          .layer("predict")
          .definedBy(ROOT + ".predict..")
          .layer("evaluate")
          .definedBy(ROOT + ".evaluate..")
          .layer("baseline")
          .definedBy(ROOT + ".baseline..")
          .layer("work")
          .definedBy(ROOT + ".work..")
          .layer("manual")
          .definedBy(ROOT + ".manual..")
          .layer("cli")
          .definedBy(ROOT + ".cli..")
          .layer("desktop")
          .definedBy(ROOT + ".desktop..")
          .whereLayer("football")
          .mayOnlyAccessLayers("fault")
          .whereLayer("fault")
          .mayNotAccessAnyLayer()
          .whereLayer("data")
          .mayOnlyAccessLayers("football", "fault")
          .whereLayer("baseline")
          .mayOnlyAccessLayers("football", "fault")
          .whereLayer("mcmc")
          .mayOnlyAccessLayers("fault")
          .whereLayer("diagnose")
          .mayOnlyAccessLayers("fault")
          .whereLayer("trace")
          .mayOnlyAccessLayers("mcmc", "fault")
          .whereLayer("props")
          .mayOnlyAccessLayers("mcmc", "football", "fault")
          .whereLayer("predict")
          .mayOnlyAccessLayers("props", "trace", "mcmc", "football", "fault")
          .whereLayer("evaluate")
          .mayOnlyAccessLayers("predict", "football", "fault")
          .whereLayer("work")
          .mayOnlyBeAccessedByLayers("cli", "desktop", "main")
          .whereLayer("manual")
          .mayOnlyAccessLayers("fault")
          .whereLayer("manual")
          .mayOnlyBeAccessedByLayers("cli", "desktop")
          .whereLayer("cli")
          .mayOnlyBeAccessedByLayers("main")
          .whereLayer("desktop")
          .mayOnlyBeAccessedByLayers("main");

  @ArchTest
  static final ArchRule SCREENS_ONLY_IN_DESKTOP =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".desktop..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("javafx..", "org.jfree..", "java.awt..", "org.controlsfx.."));

  @ArchTest
  static final ArchRule DATABASES_ONLY_IN_DATA =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".data..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("java.sql..", "javax.sql..", "org.h2..", "org.postgresql.."));

  @ArchTest
  static final ArchRule FILES_OF_DRAWS_ONLY_IN_TRACE =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".trace..")
          .should()
          .dependOnClassesThat(resideInAnyPackage("ucar..", "io.jhdf..", "org.bytedeco.."));

  @ArchTest
  static final ArchRule MATRICES_ONLY_IN_PREDICT =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".predict..")
          .should()
          .dependOnClassesThat(resideInAnyPackage("org.nd4j.."));

  @ArchTest
  static final ArchRule TREES_ONLY_IN_BASELINE =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".baseline..")
          .should()
          .dependOnClassesThat(resideInAnyPackage("ml.dmlc.."));

  @ArchTest
  static final ArchRule ALGORITHMS_KNOW_ONLY_THE_JDK =
      classes()
          .that()
          .resideInAnyPackage(
              ROOT + ".fault..", ROOT + ".football..", ROOT + ".mcmc..", ROOT + ".diagnose..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  "java..", "jdk.incubator.vector..", "org.jspecify..", ROOT + ".."));

  @ArchTest
  static final ArchRule STANDARD_OUTPUT_ONLY_IN_CLI =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + ".cli..", ROOT)
          .should()
          .accessField(System.class, "out");

  /// What is read may come from anybody: bytes never become objects of a class that they name.
  @ArchTest
  static final ArchRule NO_JAVA_SERIALISATION =
      noClasses()
          .should()
          .dependOnClassesThat(
              belongToAnyOf(
                  ObjectInputStream.class,
                  ObjectInput.class,
                  Externalizable.class,
                  ObjectInputFilter.class,
                  XMLDecoder.class))
          .orShould()
          .dependOnClassesThat(resideInAnyPackage("com.esotericsoftware.kryo.."));

  /// No entities that read other files, no style sheets that run code: nothing here is XML.
  @ArchTest
  static final ArchRule NO_XML =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("javax.xml..", "org.xml.sax..", "org.w3c.dom..", "org.jdom2.."));

  /// Nothing is run by a name that stands in a file.
  @ArchTest
  static final ArchRule NO_SCRIPTS =
      noClasses()
          .should()
          .dependOnClassesThat(resideInAnyPackage("javax.script..", "javax.naming.."));
}
