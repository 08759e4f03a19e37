package io.jmpi.launcher.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostsTest {

    /** Addresses for documentation, which no host of ours has; host names that resolve to 127.0.1.1 are a classic. */
    private final Hosts ring = new Hosts(
            List.of(
                    member("alpha", "127.0.1.1", "192.0.2.1"),
                    member("beta.example.org", "127.0.1.1", "192.0.2.2", "2001:db8::2"),
                    member("gamma.example.org", "192.0.2.3"),
                    member("gamma.example.com", "192.0.2.4")),
            true,
            HostsTest::resolve);

    private static InetAddress[] resolve(String name) throws UnknownHostException {
        if (!name.equals("alias")) {
            throw new UnknownHostException(name);
        }
        return new InetAddress[] {
            InetAddress.getByAddress(new byte[] {(byte) 198, 51, 100, 1}),
            InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 3})
        };
    }

    @ParameterizedTest
    @CsvSource({
        "alpha, 0",
        "ALPHA, 0",
        "localhost, 0",
        "127.0.0.1, 0",
        "127.0.1.1, 0",
        "::1, 0",
        "192.0.2.2, 1",
        "beta, 1",
        "alpha.example.org, 0",
        "beta.example.org_4711, 1",
        "2001:db8:0::2, 1",
        "gamma.example.com, 3",
        "alias, 2"
    })
    void shouldFindAHostByWhatItIsCalled(String name, int expected) {
        assertEquals(expected, ring.find(entry(name)));
    }

    @ParameterizedTest
    @CsvSource({"delta", "gamma", "192.0.2.9", "beta.example.com", "alp"})
    void shouldNameTheHostThatIsNotInTheRing(String name) {
        assertMessage(
                "hosts.txt:3: host " + name + " is not in the ring, which has alpha, beta.example.org,"
                        + " gamma.example.org, gamma.example.com; jmpdboot boots rings, jmpd -h HOST -p PORT joins one",
                ring,
                name);
    }

    @Test
    void shouldKnowThisHostWithoutARing() throws Exception {
        Hosts here = Hosts.here("myself", 2);
        assertEquals(0, here.find(entry("myself")));
        assertEquals(0, here.find(entry("myself.example.org")));
        assertEquals(0, here.find(entry("localhost")));
        for (String address : new String[] {"127.0.0.1", "127.0.0.2", "::1"}) {
            assertEquals(0, here.find(entry(address)), address);
        }
        assertMessage(
                "hosts.txt:3: host 192.0.2.1 is not this one, which is myself, and there is no ring of daemons;"
                        + " boot one: jmpdboot -n HOSTS -f FILE",
                here,
                "192.0.2.1");
    }

    private static Member member(String name, String... addresses) {
        return new Member(name + "_4711", name, 1, List.of(addresses));
    }

    private static HostEntry entry(String name) {
        return new HostEntry(name, HostEntry.NOT_SAID, null, "hosts.txt:3");
    }

    private static void assertMessage(String message, Hosts hosts, String name) {
        HostsException e = assertThrows(HostsException.class, () -> hosts.find(entry(name)));
        assertEquals(message, e.getMessage());
    }
}
