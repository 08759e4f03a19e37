package io.jmpi.offload;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** JOCL stays inside, and BLAS is a user of the API like any other. */
class ArchitectureTest {

    private static final String JOCL = "org.jocl";

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.jmpi.offload");

    @Test
    void shouldShowNothingOfJoclToPrograms() {
        classes().that().arePublic().should(new HiddenJocl()).check(classes);
    }

    @Test
    void shouldCallJoclInOnePackageOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.jmpi.offload")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(JOCL + "..")
                .check(classes);
    }

    @Test
    void shouldSeeOfTheRuntimeOnlyBuffersAndTheJob() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("mpi..", "io.jmpi.progress..", "io.jmpi.match..", "io.jmpi.coll..", "io.jmpi.tcp..")
                .check(classes);
    }

    /** No member that a program may use names a type of JOCL, and no supertype is one. */
    private static final class HiddenJocl extends ArchCondition<JavaClass> {

        HiddenJocl() {
            super("name no type of JOCL where programs see it");
        }

        @Override
        public void check(JavaClass seen, ConditionEvents events) {
            List<JavaClass> types = new ArrayList<>(seen.getAllRawSuperclasses());
            types.addAll(seen.getAllRawInterfaces());
            for (JavaCodeUnit unit : seen.getCodeUnits()) {
                if (isSeen(unit.getModifiers())) {
                    types.addAll(unit.getRawParameterTypes());
                    types.add(unit.getRawReturnType());
                }
            }
            for (JavaField field : seen.getFields()) {
                if (isSeen(field.getModifiers())) {
                    types.add(field.getRawType());
                }
            }
            for (JavaClass type : types) {
                if (type.getPackageName().startsWith(JOCL)) {
                    events.add(SimpleConditionEvent.violated(seen, seen.getName() + " shows " + type.getName()));
                }
            }
        }

        private static boolean isSeen(Set<JavaModifier> modifiers) {
            return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
        }
    }
}
