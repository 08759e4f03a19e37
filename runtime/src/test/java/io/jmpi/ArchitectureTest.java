package io.jmpi;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keeps the house as drawn: which package may see which, and what code that runs before Init returns may not touch. */
class ArchitectureTest {

    private static final String OURS = "io.jmpi..";
    private static final String API = "mpi..";
    private static final String ALGORITHMS = "io.jmpi.collectives..";

    private static JavaClasses classes;

    /** The packages bottom up, each with those it may see besides itself and the JDK. */
    private enum Layer {
        OS,
        TRUST,
        JOB(OS),
        DATA(OS),
        TRANSPORT(OS, JOB, DATA),
        SHM(OS, JOB, DATA, TRANSPORT),
        TCP(OS, TRUST, JOB, DATA, TRANSPORT),
        MATCH(DATA, TRANSPORT),
        PROGRESS(OS, JOB, DATA, TRANSPORT, SHM, MATCH),
        COMMONS(OS, JOB, DATA, TRANSPORT, SHM, PROGRESS),
        COLL(JOB, DATA, MATCH, PROGRESS, COMMONS),
        BOOT(OS, JOB, DATA, TRANSPORT, SHM, TCP, MATCH, PROGRESS, COLL);

        private final Layer[] below;

        Layer(Layer... below) {
            this.below = below;
        }

        String packages() {
            return "io.jmpi." + name().toLowerCase(Locale.ROOT) + "..";
        }

        /** What this layer may see; the algorithms are for those who carry collectives out. */
        String[] visible() {
            Stream<String> layers =
                    Stream.concat(Stream.of(this), Stream.of(below)).map(Layer::packages);
            boolean knowsCollectives = this == COMMONS || this == COLL || this == BOOT;
            return Stream.concat(layers, knowsCollectives ? Stream.of(ALGORITHMS) : Stream.empty())
                    .toArray(String[]::new);
        }

        static String[] all() {
            return Stream.of(values()).map(Layer::packages).toArray(String[]::new);
        }
    }

    @BeforeAll
    static void readClasses() {
        classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("mpi", "io.jmpi");
    }

    @ParameterizedTest
    @EnumSource
    void shouldSeeOnlyThePackagesBelow(Layer layer) {
        classes()
                .that(resideInAPackage(layer.packages()))
                .should()
                .onlyDependOnClassesThat(not(resideInAnyPackage(OURS, API)).or(resideInAnyPackage(layer.visible())))
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void shouldHaveEveryPackageInALayer() {
        classes()
                .that(resideInAPackage(OURS))
                .should()
                .resideInAnyPackage(Stream.concat(Stream.of(Layer.all()), Stream.of(ALGORITHMS))
                        .toArray(String[]::new))
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void shouldKeepTheApiOnTop() {
        noClasses()
                .that(resideInAPackage(OURS))
                .should()
                .dependOnClassesThat(resideInAPackage(API))
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void shouldHaveNoCycles() {
        slices().matching("io.jmpi.(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(classes);
    }

    /** Each of these costs a starting JVM tens of milliseconds, and every rank of a job pays. */
    @Test
    void shouldStartWithoutStreamsRegularExpressionsAndLogging() {
        noClasses()
                .that(resideInAnyPackage(API, OURS))
                .and(not(resideInAPackage(ALGORITHMS)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "java.util.stream..", "java.util.regex..", "java.util.logging..", "org.slf4j..", "java.text.."))
                .orShould()
                .callMethod(String.class, "format", String.class, Object[].class)
                .orShould()
                .callMethod(String.class, "formatted", Object[].class)
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void shouldKeepJnaBehindTheOperatingSystemPackage() {
        noClasses()
                .that(not(resideInAPackage(Layer.OS.packages())))
                .should()
                .dependOnClassesThat(resideInAPackage("com.sun.jna.."))
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void shouldKeepNettyBehindTheTcpTransport() {
        noClasses()
                .that(not(resideInAPackage(Layer.TCP.packages())))
                .should()
                .dependOnClassesThat(resideInAPackage("io.netty.."))
                .allowEmptyShould(true)
                .check(classes);
    }
}
