package io.jmpi.offload;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Keeps the house as drawn: OpenCL in one package, and in no signature that a program sees. */
class ArchitectureTest {

    private static final DescribedPredicate<JavaClass> OPENCL = resideInAPackage("org.jocl..");

    private static JavaClasses classes;

    @BeforeAll
    static void readClasses() {
        classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.jmpi.offload");
    }

    @Test
    void shouldShowNoOpenClInTheApi() {
        codeUnits()
                .that()
                .arePublic()
                .or()
                .areProtected()
                .should(new ArchCondition<JavaCodeUnit>("name no class of OpenCL") {
                    @Override
                    public void check(JavaCodeUnit unit, ConditionEvents events) {
                        boolean names = OPENCL.test(unit.getRawReturnType())
                                || unit.getRawParameterTypes().stream().anyMatch(OPENCL);
                        boolean seen = unit.getOwner().getModifiers().contains(JavaModifier.PUBLIC);
                        events.add(new SimpleConditionEvent(unit, !(names && seen), unit.getFullName()));
                    }
                })
                .check(classes);
        fields().that()
                .arePublic()
                .should()
                .notHaveRawType(OPENCL)
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void shouldMultiplyWithoutOpenCl() {
        noClasses()
                .that()
                .resideInAPackage("io.jmpi.offload.blas..")
                .should()
                .dependOnClassesThat(OPENCL)
                .check(classes);
    }

    @Test
    void shouldNotKnowWhoUsesIt() {
        noClasses()
                .that()
                .resideInAPackage("io.jmpi.offload")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.jmpi.offload.blas..")
                .check(classes);
    }
}
