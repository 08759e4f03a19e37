package io.jmpi.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jmpi.daemon.program.Binding;
import io.jmpi.launcher.place.Hosts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OptionsTest {

    private static final Map<String, String> HERE = Map.of("A", "a", "B", "b", "C", "c");

    @Test
    void shouldStartOneRankUnlessTold() {
        Options options = parse("prog");
        assertEquals(1, options.ranks());
        assertEquals(0, options.timeoutMillis());
        assertNull(options.alias());
        assertTrue(options.output().isPlain());
        assertFalse(options.concernsHosts());
        assertEquals(Binding.NONE, options.hosts().binding());
        ProgramOptions program = only(options);
        assertNull(program.directory());
        assertNull(program.umask());
        assertNull(program.searchPath());
        assertEquals(List.of("prog"), program.command());
        assertTrue(program.variables().inheritsAll());
    }

    @Test
    void shouldReadWhatUsersOfOtherLaunchersType() {
        Options options = parse(
                "--allow-run-as-root",
                "--oversubscribe",
                "-np",
                "4",
                "-wdir",
                "/tmp",
                "-env",
                "A",
                "-n",
                "-genv",
                "B",
                "",
                "-x",
                "C=c=d",
                "-x",
                "D",
                "-l",
                "-timeout",
                "3",
                "-v",
                "prog",
                "-n",
                "7",
                "--help");
        assertEquals(4, options.ranks());
        assertEquals("/tmp", only(options).directory());
        assertEquals(
                Map.of("A", "-n", "B", "", "C", "c=d"),
                only(options).variables().added());
        assertEquals("%r: ", options.output().label());
        assertTrue(options.verbose());
        assertEquals(3000, options.timeoutMillis());
        assertEquals(List.of("prog", "-n", "7", "--help"), only(options).command());
    }

    @Test
    void shouldReadValuesBehindAnEqualsSign() {
        Options options = parse("--timeout=7", "--wdir=/a=b", "--host=a:2,b", "prog");
        assertEquals(7000, options.timeoutMillis());
        assertEquals("/a=b", only(options).directory());
        assertEquals("[a:2, b]", only(options).hosts().toString());
    }

    @Test
    void shouldEndTheOptionsAtTwoDashes() {
        assertEquals(
                List.of("-prog", "--"),
                only(parse("-n", "2", "--", "-prog", "--")).command());
    }

    @Test
    void shouldTakeTheTimeFromTheVariable() {
        assertEquals(5000, Options.parse(new String[] {"prog"}, "5").timeoutMillis());
        assertEquals(
                2000, Options.parse(new String[] {"-timeout", "2", "prog"}, "5").timeoutMillis());
    }

    @Test
    void shouldReadProgramsBetweenColons() {
        Options options = line("-l -n 2 -wdir /a -umask 27 p1 -n 9 -l : -n 3 -path /x:/y -host h p2 : p3 a");
        assertEquals(6, options.ranks());
        List<ProgramOptions> programs = options.programs();
        assertEquals(3, programs.size());
        assertEquals(List.of("p1", "-n", "9", "-l"), programs.get(0).command());
        assertEquals("/a", programs.get(0).directory());
        assertEquals("27", programs.get(0).umask());
        assertEquals(3, programs.get(1).ranks());
        assertNull(programs.get(1).directory());
        assertEquals("/x:/y", programs.get(1).searchPath());
        assertEquals("[h]", programs.get(1).hosts().toString());
        assertNull(programs.get(2).hosts());
        assertEquals(1, programs.get(2).ranks());
        assertEquals(List.of("p3", "a"), programs.get(2).command());
    }

    @Test
    void shouldTakeWhatIsNotSaidFromTheDefaults() {
        Options options = line("-gn 2 -gwdir /g -gumask 77 -gpath /p -ghost a,b p1 : -n 3 -wdir /w -host c p2");
        ProgramOptions first = options.programs().get(0);
        ProgramOptions second = options.programs().get(1);
        assertEquals("2 /g 77 /p [a, b]", summary(first));
        assertEquals("3 /w 77 /p [c]", summary(second));
    }

    private static String summary(ProgramOptions program) {
        return program.ranks() + " " + program.directory() + " " + program.umask() + " " + program.searchPath() + " "
                + program.hosts();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p                                   | A B C",
                "-genvnone p                         | ''",
                "-genvlist A,C p                     | A C",
                "-genvlist A -genvlist C p           | A C",
                "-genvlist A,none p                  | A",
                "-genvnone -envall p                 | A B C",
                "-genvlist A -envlist B p            | B",
                "-genvall -envnone p                 | ''",
                "-envnone -genv D d p                | D",
                "-envnone -x B -x E=e p              | B E",
                "-envlist A -x B -env F f -x none p  | A B F",
                "-envnone -envall p                  | A B C",
            })
    void shouldChooseVariables(String line, String names) {
        Map<String, String> chosen = only(line(line)).variables().of(HERE);
        assertEquals(names, String.join(" ", new java.util.TreeSet<>(chosen.keySet())));
    }

    @Test
    void shouldPreferAProgramsOwnVariables() {
        Options options = line("-genv A 1 -env A 2 p : p");
        assertEquals("2", options.programs().get(0).variables().of(HERE).get("A"));
        assertEquals("1", options.programs().get(1).variables().of(HERE).get("A"));
        assertEquals("b", options.programs().get(1).variables().of(HERE).get("B"));
    }

    @Test
    void shouldTellRanksHowManyDevicesToTake() {
        Options options = line("-gpus-per-rank 2 -envnone p : q");
        for (ProgramOptions program : options.programs()) {
            assertEquals("2", program.variables().of(HERE).get("JMPI_GPUS_PER_RANK"));
        }
    }

    @Test
    void shouldReadWhatIsSaidAboutHosts() {
        Options options = line("-hosts localhost:4 -ppn 2 -map-by node -bind-to core --tls --stage a,b -1 -n 3 p");
        assertTrue(options.concernsHosts());
        assertEquals(Binding.CORE, options.hosts().binding());
        assertTrue(options.hosts().tls());
        assertEquals(List.of("a", "b"), options.hosts().staged());
        assertEquals(3, options.place(Hosts.here("x", 1)).placement().localSize(0));
        assertTrue(line("-n 1 p : -host x p").concernsHosts());
        assertTrue(line("-iface eth0 p").concernsHosts());
        assertFalse(line("-1 -ppn 3 p").concernsHosts());
    }

    @Test
    void shouldReadAHostFile(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("hosts");
        Files.writeString(file, "localhost slots=2\nnode.invalid\n");
        for (String option : new String[] {"-f", "-hostfile", "--hostfile", "-machinefile"}) {
            Options options = parse(option, file.toString(), "-n", "3", "p");
            RuntimeException e = assertThrows(RuntimeException.class, () -> options.place(Hosts.here("x", 1)));
            assertEquals(
                    file + ":2: host node.invalid is not this one, which is x, and there is no ring of daemons;"
                            + " boot one: jmpdboot -n HOSTS -f FILE",
                    e.getMessage());
        }
    }

    @Test
    void shouldReadWhatIsSaidAboutOutput() {
        OutputOptions output = line("-l -outfile-pattern o.%r -errfile-pattern e.%r%% -s 1,3-4 -n 5 -ecfn f -m p")
                .output();
        assertEquals("%r: ", output.label());
        assertEquals("o.%r", output.outFiles());
        assertEquals("e.%r%%", output.errFiles());
        assertEquals("f", output.exitCodeFile());
        assertTrue(output.merges());
        assertFalse(output.isPlain());
        List<Integer> readers = new ArrayList<>();
        for (int rank = 0; rank < 5; rank++) {
            if (output.readers().contains(rank)) {
                readers.add(rank);
            }
        }
        assertEquals(List.of(1, 3, 4), readers);
        assertEquals(
                "[%r] ", parse("-prepend-pattern", "[%r] ", "-l", "p").output().label());
    }

    @ParameterizedTest
    @CsvSource({"all, 4, 4", "none, 4, 0", "0, 4, 1", "1-3, 4, 3", "'0,2', 4, 2"})
    void shouldCountReaders(String ranks, int size, int count) {
        assertEquals(
                count,
                line("-n " + size + " -s " + ranks + " p").output().readers().count(size));
    }

    @Test
    void shouldReadProgramsFromAFile(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("jobs");
        Files.writeString(file, "# two programs\n-genv G g -n 2 -env A 'x y' ./a \\\n  one\n\n-n 3 ./b : ./c\n");
        Options options = parse("-l", "-configfile", file.toString());
        assertEquals("%r: ", options.output().label());
        assertEquals(3, options.programs().size());
        assertEquals(6, options.ranks());
        assertEquals(List.of("./a", "one"), options.programs().get(0).command());
        assertEquals(
                Map.of("A", "x y", "G", "g"),
                options.programs().get(0).variables().added());
        assertEquals(Map.of("G", "g"), options.programs().get(2).variables().added());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-n 2 a;-n x b    | FILE:2: -n x: give a whole number in 1..1048576",
                "a;;-l b          | FILE:3: option -l is for all programs: give it before the first",
                "a;-n 2           | FILE:2: no program given; usage: jmpiexec -n RANKS PROGRAM [ARGUMENT...]",
                "a;b 'c;d         | FILE:2: a quote is not closed: '",
                "# nothing        | -configfile FILE: there is no program in it",
            })
    void shouldNameFileAndLine(String text, String message, @TempDir Path directory) throws IOException {
        Path file = directory.resolve("jobs");
        Files.writeString(file, text.replace(";", "\n"));
        UsageException e = assertThrows(UsageException.class, () -> parse("-configfile", file.toString()));
        assertEquals(message.replace("FILE", file.toString()), e.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "-foo prog    | unknown option -foo; jmpiexec --help lists the options",
                "-gfoo prog   | unknown option -gfoo; jmpiexec --help lists the options",
                "-gtimeout 3 p | unknown option -gtimeout; jmpiexec --help lists the options",
                "--label=x a  | unknown option --label=x; jmpiexec --help lists the options",
                "-v=x a       | unknown option -v=x; jmpiexec --help lists the options",
                "-            | unknown option -; jmpiexec --help lists the options",
                "-n           | option -n needs RANKS; jmpiexec --help lists the options",
                "-env A       | option -env needs NAME VALUE; jmpiexec --help lists the options",
                "-n x prog    | -n x: give a whole number in 1..1048576",
                "-n 0 prog    | -n 0: give a whole number in 1..1048576",
                "-np 2.5 prog | -np 2.5: give a whole number in 1..1048576",
                "-n 99999999999 prog | -n 99999999999: give a whole number in 1..1048576",
                "-n 1048576 a : b    | 1048577 ranks are too many: at most 1048576",
                "-timeout soon prog  | -timeout soon: give a whole number in 0..2147483647",
                "-x =a prog   | option -x: '' cannot be the name of a variable",
                "-n 2         | no program given; usage: jmpiexec -n RANKS PROGRAM [ARGUMENT...]",
                "a :          | no program given beside a colon; usage: jmpiexec -n RANKS PROGRAM [ARGUMENT...]",
                ": a          | no program given beside a colon; usage: jmpiexec -n RANKS PROGRAM [ARGUMENT...]",
                "a : : b      | no program given beside a colon; usage: jmpiexec -n RANKS PROGRAM [ARGUMENT...]",
                "a : -l b     | option -l is for all programs: give it before the first",
                "a : -genv A b c | option -genv is for all programs: give it before the first",
                "a : -gwdir / b | option -gwdir is for all programs: give it before the first",
                "-umask 8 a   | -umask 8: give an octal number in 0..777",
                "-umask 1000 a | -umask 1000: give an octal number in 0..777",
                "-map-by socket a | -map-by socket: give slot or node; -ppn says how many ranks a host gets",
                "-gpus-per-rank 0 a | -gpus-per-rank 0: give a whole number in 1..1024",
                "-bind-to x a | -bind-to x: give none, hwthread, core, socket or numa",
                "-hosts a -f f b | -f f: no such file",
                "-hosts a -hosts b c | hosts are named twice, by -hosts and -hosts: give one list; for one program"
                        + " there is -host",
                "-s 1-x a     | -s 1-x: give ranks as in 0-3,5, or all or none",
                "-s 3-1 a     | -s 3-1: the range 3-1 is empty",
                "-s 0,2 -n 2 a | -s 0,2: there is no rank 2 in a job of 2",
                "-prepend-pattern %x a | -prepend-pattern '%x': after % comes r for the rank, h for its host,"
                        + " p for the number of that, or %",
                "-outfile-pattern a% a | -outfile-pattern 'a%': after % comes r for the rank, h for its host,"
                        + " p for the number of that, or %",
                "-m -prepend-pattern x a | -m has labels of its own: leave out -prepend-pattern",
                "-envlist A,,B a | -envlist 'A,,B': give one or more, with a comma between two",
                "-configfile /no/such | -configfile /no/such: no such file",
                "-configfile f a | -configfile f: what is said about programs besides belongs into the file",
                "-n 2 -configfile f | -configfile f: what is said about programs besides belongs into the file",
            })
    void shouldSayInOneLineWhatIsWrong(String line, String message) {
        RuntimeException e = assertThrows(RuntimeException.class, () -> line(line));
        assertEquals(message, e.getMessage());
    }

    @Test
    void shouldNameTheVariableWithABadNumber() {
        UsageException e = assertThrows(UsageException.class, () -> Options.parse(new String[] {"prog"}, "never"));
        assertEquals("MPIEXEC_TIMEOUT never: give a whole number in 0..2147483647", e.getMessage());
    }

    @Test
    void shouldDescribeEveryOptionInALineOfATerminal() {
        for (String line : Option.help().split("\n")) {
            assertTrue(line.length() <= 100, line);
        }
        assertTrue(Option.help().contains("-n, -np RANKS"), Option.help());
    }

    /** Each option is taken by the one that it belongs to, and by no other name. */
    @ParameterizedTest
    @EnumSource
    void shouldTakeEveryOption(Option option) throws IOException {
        String value;
        switch (option) {
            case RANKS:
            case PER_HOST:
            case DEVICES:
            case TIMEOUT:
                value = "1";
                break;
            case UMASK:
                value = "22";
                break;
            case MAP_BY:
                value = "slot";
                break;
            case BIND_TO:
                value = "none";
                break;
            case INPUT:
                value = "all";
                break;
            case HOST_FILE:
            case CONFIG_FILE:
                Path file = Files.createTempFile("options", "test");
                file.toFile().deleteOnExit();
                value = Files.writeString(file, "a").toString();
                break;
            default:
                value = "a";
                break;
        }
        for (String name : option.names()) {
            List<String> words = new ArrayList<>(List.of(name));
            for (int i = 0; i < option.valueCount(); i++) {
                words.add(value);
            }
            if (option != Option.CONFIG_FILE) {
                words.add("prog");
            }
            parse(words.toArray(new String[0]));
        }
    }

    private static ProgramOptions only(Options options) {
        assertEquals(1, options.programs().size());
        return options.programs().get(0);
    }

    private static Options line(String line) {
        return parse(line.split(" +"));
    }

    private static Options parse(String... args) {
        return Options.parse(args, null);
    }
}
