package io.jmpi.daemon.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RankJavaTest {

    private static final String JMPI = "/jmpi/lib/jmpi-runtime.jar";

    private static final Distribution DISTRIBUTION = new Distribution(new File("/jmpi/lib"), null);
    private static final String LIBRARIES = DISTRIBUTION.rankClassPathEnd(false);

    /** The feature release of a JVM that does not tell, to which no option of some releases only is given. */
    private static final int UNKNOWN = 0;

    @TempDir
    Path directory;

    private final Map<String, String> environment = new java.util.HashMap<>();

    @BeforeEach
    void makeApplications() throws IOException {
        jar("app.jar", "Main-Class", "app.Main ");
        jar(
                "opens.jar",
                "Main-Class",
                "app.Main",
                "Add-Opens",
                "java.base/java.lang java.base/java.nio",
                "Add-Exports",
                "java.base/sun.nio.ch");
        jar("agent.jar", "Main-Class", "app.Main", "Launcher-Agent-Class", "app.Agent");
        jar("nomain.jar", "X", "y");
        Files.writeString(directory.resolve("Hello.java"), "class Hello {}");
    }

    @Test
    void shouldPutJmpiFirstInTheClassPath() {
        assertCommand("-cp x Main a b", "-cp " + JMPI + ":x" + LIBRARIES + " Main a b");
        assertCommand("-classpath x:y -ea Main", "-ea -cp " + JMPI + ":x:y" + LIBRARIES + " Main");
        assertCommand("--class-path x Main", "-cp " + JMPI + ":x" + LIBRARIES + " Main");
        assertCommand("--class-path=x Main", "-cp " + JMPI + ":x" + LIBRARIES + " Main");
        assertCommand("-cp x -cp y Main", "-cp " + JMPI + ":y" + LIBRARIES + " Main");
        assertCommand("-Djava.class.path=x Main", "-cp " + JMPI + ":x" + LIBRARIES + " Main");
    }

    @Test
    void shouldPutTheLibrariesBeforeTheApplicationWhereTheyAreNeeded() {
        Setting networked = new Setting(false, true);
        RankJava java = rank(words("-cp x Main"), new File("/jmpi/lib"), networked);
        String path = DISTRIBUTION.rankClassPath(true) + ":x:/jmpi/lib/jna.jar";
        assertEquals(words("-cp " + path + " Main"), java.command(UNKNOWN, List.of()));
        assertEquals(JMPI + LIBRARIES, DISTRIBUTION.rankClassPath(true) + ":/jmpi/lib/jna.jar");
        JavaInstallation installation = new JavaInstallation(17, "17.0.1-Vendor");
        RankJava jar = rank(words("-jar app.jar"), new File("/jmpi/lib"));
        assertEquals(
                directory.resolve("app-17.0.1-Vendor-network.jsa").toFile(),
                jar.in(networked).ownArchive(installation));
    }

    @Test
    void shouldTakeTheWorkingDirectoryAsJavaDoes() {
        assertCommand("Main", "-cp " + JMPI + ":." + LIBRARIES + " Main");
    }

    @Test
    void shouldKeepAnEmptyClassPath() {
        assertEquals(
                List.of("java", "-cp", JMPI + ":" + LIBRARIES, "Main"), rewrite(List.of("java", "-cp", "", "Main")));
    }

    @Test
    void shouldHonourTheVariableWhenThereIsNoOption() {
        environment.put("CLASSPATH", "v:w");
        assertCommand("Main", "-cp " + JMPI + ":v:w" + LIBRARIES + " Main");
        assertCommand("-cp x Main", "-cp " + JMPI + ":x" + LIBRARIES + " Main");
        environment.put("JDK_JAVA_OPTIONS", "-Xmx1g -cp 'o p'");
        assertEquals(List.of("java", "-cp", JMPI + ":o p" + LIBRARIES, "Main"), rewrite(List.of("java", "Main")));
    }

    @Test
    void shouldNotMistakeAValueForTheMainClass() {
        assertCommand(
                "-p mods --add-modules m --add-opens java.base/java.lang=ALL-UNNAMED --add-exports a/b=c Main -cp z",
                "-p mods --add-modules m --add-opens java.base/java.lang=ALL-UNNAMED --add-exports a/b=c -cp " + JMPI
                        + ":." + LIBRARIES + " Main -cp z");
    }

    @Test
    void shouldTurnAJarIntoAClassPath() {
        assertCommand(
                "-Xmx1g -jar app.jar -n 3", "-Xmx1g -cp " + JMPI + ":" + jarPath() + LIBRARIES + " app.Main -n 3");
        assertCommand("-jar -Xmx1g app.jar", "-Xmx1g -cp " + JMPI + ":" + jarPath() + LIBRARIES + " app.Main");
        assertCommand("-cp ignored -jar app.jar", "-cp " + JMPI + ":" + jarPath() + LIBRARIES + " app.Main");
    }

    @Test
    void shouldSayWithOptionsWhatTheManifestSays() {
        assertCommand(
                "-jar opens.jar",
                "--add-exports=java.base/sun.nio.ch=ALL-UNNAMED --add-opens=java.base/java.lang=ALL-UNNAMED"
                        + " --add-opens=java.base/java.nio=ALL-UNNAMED -cp " + JMPI + ":"
                        + directory.resolve("opens.jar") + LIBRARIES + " app.Main");
    }

    @Test
    void shouldLeaveAJarAloneThatOptionsCannotExpress() {
        String boot = "-Xbootclasspath/a:" + JMPI + ":/jmpi/lib/jmpi-collectives.jar" + LIBRARIES + " ";
        assertCommand("-ea -jar agent.jar a", boot + "-ea -jar agent.jar a");
        assertCommand("-jar nomain.jar", boot + "-jar nomain.jar");
        assertCommand("-jar missing.jar", boot + "-jar missing.jar");
        assertFalse(rank(words("-jar agent.jar")).fitsArchive());
    }

    @Test
    void shouldServeSourceFiles() {
        assertCommand("Hello.java a", "-cp " + JMPI + LIBRARIES + " Hello.java a");
        assertCommand("-cp x Hello.java", "-cp " + JMPI + ":x" + LIBRARIES + " Hello.java");
        assertCommand("--source 17 hello", "--source 17 -cp " + JMPI + LIBRARIES + " hello");
        assertCommand("Missing.java", "-cp " + JMPI + ":." + LIBRARIES + " Missing.java");
    }

    @Test
    void shouldNotTouchModules() {
        assertCommand("-p mods -m app/app.Main x", "-p mods -m app/app.Main x");
        assertCommand("-p mods --module=app x -jar", "-p mods --module=app x -jar");
        assertCommand("-cp x -p mods --module app", "-cp x -p mods --module app");
        assertFalse(rank(words("-m app")).fitsArchive());
    }

    @Test
    void shouldAddNothingWhenNothingIsStarted() {
        assertEquals(words("-version"), rank(words("-version")).command(25, List.of()));
        assertEquals(words("-cp x"), rank(words("-cp x")).command(25, List.of()));
        assertEquals(List.of("java"), rank(List.of("java")).command(17, List.of()));
    }

    @Test
    void shouldExpandArgumentFiles() throws IOException {
        Files.writeString(directory.resolve("args"), "-cp 'x y' # path\n-ea Main @inner");
        assertEquals(
                List.of("java", "-ea", "-cp", JMPI + ":x y" + LIBRARIES, "Main", "@inner", "@outer"),
                rewrite(List.of("java", "@args", "@outer")));
    }

    @Test
    void shouldSayWhichArgumentFileCannotBeRead() {
        ProgramException e = assertThrows(ProgramException.class, () -> rewrite(List.of("java", "@none", "Main")));
        assertEquals("cannot read the argument file none of the java command", e.getMessage());
    }

    @Test
    void shouldNotExpandArgumentsOfTheProgram() {
        assertCommand("Main @none @@two", "-cp " + JMPI + ":." + LIBRARIES + " Main @none @@two");
        assertCommand("--disable-@files Main @none", "--disable-@files -cp " + JMPI + ":." + LIBRARIES + " Main @none");
    }

    @Test
    void shouldAllowNativeAccessWhereThereIsSuchAnOption() {
        assertEquals(
                words(
                        "--enable-native-access=ALL-UNNAMED -XX:+UnlockDiagnosticVMOptions -XX:AsyncDeflationInterval=2000"
                                + " -cp " + JMPI + ":." + LIBRARIES + " Main"),
                rank(words("Main")).command(25, List.of()));
        assertEquals(
                words("-cp " + JMPI + ":." + LIBRARIES + " Main"),
                rank(words("Main")).command(UNKNOWN, List.of()));
    }

    @Test
    void shouldLetAnIdleJvmSleepWhereThereIsSuchAnOption() {
        assertEquals(
                words("-XX:+UnlockDiagnosticVMOptions -XX:AsyncDeflationInterval=2000"
                        + " -XX:G1ConcRefinementServiceIntervalMillis=2000 -XX:PerfDataSamplingInterval=1000 -cp "
                        + JMPI
                        + ":." + LIBRARIES + " Main"),
                rank(words("Main")).command(17, List.of()));
        assertFalse(rank(words("Main")).command(24, List.of()).contains("-XX:PerfDataSamplingInterval=1000"));
        assertEquals(words("-version"), rank(words("-version")).command(17, List.of()));
    }

    @Test
    void shouldNameTheCompileCommandsOfTheDistribution() throws IOException {
        Path lib = Files.createDirectory(directory.resolve("lib"));
        String option = "-XX:CompileCommandFile=" + lib.resolve("compile-commands");
        assertFalse(rank(words("Main"), lib.toFile()).command(17, List.of()).contains(option), "there are none");
        Files.writeString(lib.resolve("compile-commands"), "quiet");
        assertTrue(rank(words("Main"), lib.toFile()).command(17, List.of()).contains(option));
        assertFalse(rank(words("-version"), lib.toFile()).command(17, List.of()).contains(option));
    }

    @Test
    void shouldNameOthersWhereRanksShareProcessors() throws IOException {
        Path lib = Files.createDirectory(directory.resolve("lib"));
        Files.writeString(lib.resolve("compile-commands"), "quiet");
        Path crowded = Files.writeString(lib.resolve("compile-commands-crowded"), "quiet");
        RankJava java = rank(words("Main"), lib.toFile(), new Setting(true, false));
        assertTrue(java.command(17, List.of()).contains("-XX:CompileCommandFile=" + crowded));
    }

    @Test
    void shouldLeaveArchivesToAUserWhoHasChosen() {
        for (String choice :
                new String[] {"-Xshare:off", "-XX:SharedArchiveFile=a.jsa", "-XX:AOTCache=b", "-XX:+UseZGC"}) {
            assertFalse(rank(words(choice + " Main")).fitsArchive(), choice);
        }
        assertTrue(rank(words("-Xmx1g Main")).fitsArchive());
        environment.put("JDK_JAVA_OPTIONS", "-Xshare:off");
        assertFalse(rank(words("Main")).fitsArchive());
    }

    @Test
    void shouldLookForAnArchiveBesideTheJar() throws IOException {
        JavaInstallation installation = new JavaInstallation(17, "17.0.1-Vendor");
        RankJava java = rank(words("-jar ./app.jar"));
        File archive = directory.resolve("app-17.0.1-Vendor.jsa").toFile();
        assertEquals(archive, java.ownArchive(installation));
        assertFalse(java.hasOwnArchive(installation));
        Files.writeString(archive.toPath(), "x");
        assertTrue(java.hasOwnArchive(installation));
        assertTrue(archive.setLastModified(directory.resolve("app.jar").toFile().lastModified() - 10_000));
        assertFalse(java.hasOwnArchive(installation));
    }

    @Test
    void shouldNotTakeAnArchiveOfAnOlderJmpi() throws IOException {
        JavaInstallation installation = new JavaInstallation(17, "17.0.1-Vendor");
        Path lib = Files.createDirectory(directory.resolve("lib"));
        Path runtime = Files.writeString(lib.resolve("jmpi-runtime.jar"), "x");
        RankJava java = rank(words("-jar app.jar"), lib.toFile());
        Path archive = Files.writeString(directory.resolve("app-17.0.1-Vendor.jsa"), "x");
        assertTrue(java.hasOwnArchive(installation));
        assertTrue(runtime.toFile().setLastModified(archive.toFile().lastModified() + 10_000));
        assertFalse(java.hasOwnArchive(installation));
    }

    @Test
    void shouldKnowAJavaCommand() {
        assertTrue(JavaCommand.isJava("java"));
        assertTrue(JavaCommand.isJava("/opt/jdk/bin/java"));
        assertFalse(JavaCommand.isJava("javaw"));
        assertFalse(JavaCommand.isJava("./notjava"));
    }

    private String jarPath() {
        return directory.resolve("app.jar").toString();
    }

    private void assertCommand(String given, String expected) {
        assertEquals(words(expected), rewrite(words(given)));
    }

    private List<String> rewrite(List<String> command) {
        return rank(command).command(UNKNOWN, List.of());
    }

    private RankJava rank(List<String> command) {
        return rank(command, new File("/jmpi/lib"));
    }

    private RankJava rank(List<String> command, File lib) {
        return rank(command, lib, new Setting(false, false));
    }

    private RankJava rank(List<String> command, File lib, Setting setting) {
        Distribution distribution = new Distribution(lib, null);
        return new RankJava(JavaCommand.parse(command, directory.toFile(), environment), distribution, setting);
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>(List.of("java"));
        words.addAll(Arrays.asList(line.split(" ")));
        return words;
    }

    private void jar(String name, String... lines) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        for (int i = 0; i < lines.length; i += 2) {
            manifest.getMainAttributes().putValue(lines[i], lines[i + 1]);
        }
        Path file = directory.resolve(name);
        new JarOutputStream(new FileOutputStream(file.toFile()), manifest).close();
    }
}
