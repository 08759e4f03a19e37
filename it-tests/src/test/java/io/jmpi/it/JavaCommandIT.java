package io.jmpi.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jmpi.it.programs.HelloProgram;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The special care that {@code jmpiexec} takes of a {@code java} command. None of these may print a warning. */
@ExtendWith(NothingLeft.class)
class JavaCommandIT {

    private static final String NAME = HelloProgram.class.getName();
    private static final String SOURCE = """
            import mpi.*;

            public class Hello {
                public static void main(String[] args) throws MPIException {
                    MPI.Init(args);
                    System.out.println("hello from " + MPI.COMM_WORLD.getRank() + " of " + MPI.COMM_WORLD.getSize());
                    MPI.Finalize();
                }
            }
            """;

    static List<Jdk> jdks() {
        return Jdk.all();
    }

    private static void expectHello(JobRun run) {
        JobResult result = run.run().expectSuccess();
        assertEquals(
                List.of("hello from 0 of 2", "hello from 1 of 2"),
                result.outLines().stream()
                        .filter(line -> line.startsWith("hello"))
                        .sorted()
                        .toList(),
                result::inFull);
    }

    private static Path thinJar(Path file, String classPath) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, NAME);
        if (classPath != null) {
            manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        }
        String entry = NAME.replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            if (classPath == null) {
                jar.putNextEntry(new JarEntry(entry));
                Files.copy(Path.of(JobRun.classes(), entry), jar);
            }
        }
        return file;
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void shouldRunAThinJar(Jdk jdk) throws IOException {
        Path jar = thinJar(JobRun.workDirectory("a place").resolve("my app.jar"), null);
        JobRun run = JobRun.ranks(2).on(jdk).command(jdk.java(), "-jar", jar.toString(), "one", "-two", "thr ee");
        expectHello(run);
        run.run().expectOutContains("argument one\nargument -two\nargument thr ee\n");
    }

    /** A JVM does not mind a jar that is missing, but for classes of it. */
    @Test
    void shouldNameJarsThatThereAre() throws IOException {
        Path source = JobRun.workDirectory("paths").resolve("Paths.java");
        Files.writeString(source, """
                class Paths {
                    public static void main(String[] args) {
                        System.out.println(System.getProperty("java.class.path"));
                    }
                }
                """);
        JobResult result =
                JobRun.ranks(1).command("java", source.toString()).run().expectSuccess();
        String[] jars = result.outLines().get(0).split(":");
        assertTrue(jars.length > 1, result::inFull);
        for (String jar : jars) {
            assertTrue(Files.exists(Path.of(jar)), jar);
        }
    }

    @Test
    void shouldRunAJarThatNamesOthers() throws IOException {
        Path directory = JobRun.workDirectory("jars");
        thinJar(directory.resolve("part.jar"), null);
        Path jar = thinJar(directory.resolve("app.jar"), "part.jar");
        expectHello(JobRun.ranks(2).command("java", "-jar", jar.toString()));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void shouldRunASourceFile(Jdk jdk) throws IOException {
        Path file = JobRun.workDirectory("source").resolve("Hello.java");
        Files.writeString(file, SOURCE);
        expectHello(JobRun.ranks(2).on(jdk).command(jdk.java(), file.toString()));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void shouldRunWhatItsCompilerHasMade(Jdk jdk) throws Exception {
        Path directory = JobRun.workDirectory("compiled");
        Files.writeString(directory.resolve("Hello.java"), SOURCE);
        ProcessBuilder builder = new ProcessBuilder(
                        JobRun.distribution("bin/jmpijavac").toString(), "-d", "classes", "Hello.java")
                .directory(directory.toFile())
                .redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", jdk.home().toString());
        Process compiler = builder.start();
        String said = new String(compiler.getInputStream().readAllBytes());
        assertEquals(0, compiler.waitFor(), said);
        assertEquals("", said);
        expectHello(JobRun.ranks(2).on(jdk).in(directory).command(jdk.java(), "-cp", "classes", "Hello"));
    }

    @Test
    void shouldUnderstandEveryFormOfClassPath() {
        String classes = JobRun.classes();
        for (List<String> words : List.of(
                List.of("java", "-classpath", classes, NAME),
                List.of("java", "--class-path", classes, NAME),
                List.of("java", "--class-path=" + classes, NAME),
                List.of("java", "-Xmx32m", "-cp", "/nowhere:" + classes, "-Dname=value", "-ea", NAME))) {
            expectHello(JobRun.ranks(2).command(words.toArray(new String[0])));
        }
        expectHello(JobRun.ranks(2).with("CLASSPATH", classes).command("java", NAME));
        expectHello(JobRun.ranks(2).in(Path.of(classes)).command("java", NAME));
        expectHello(JobRun.jmpiexec("-n", "2", "-wdir", classes).command("java", NAME));
    }

    @Test
    void shouldPassOnTheOptionsOfTheEnvironment() {
        JobResult result = JobRun.ranks(1)
                .with("JDK_JAVA_OPTIONS", "-Dgiven=there")
                .command("java", "-XshowSettings:properties", "-version")
                .run()
                .expectStatus(0);
        result.expectErrContains("given = there");
    }
}
