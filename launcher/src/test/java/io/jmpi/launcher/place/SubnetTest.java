package io.jmpi.launcher.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubnetTest {

    private static final Member MEMBER =
            new Member("a_1", "a", 1, List.of("a.example.org", "172.17.0.1", "10.1.2.3", "fd00::3", "10.2.2.3"));

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, '10.1.2.3,10.2.2.3'",
        "10.1.0.0/16, 10.1.2.3",
        "10.1.2.2/31, 10.1.2.3",
        "fd00::/8, fd00::3",
        "0.0.0.0/0, '172.17.0.1,10.1.2.3,10.2.2.3'"
    })
    void shouldKeepTheAddressesInTheNetwork(String network, String addresses) {
        Member narrowed = Subnet.parse("-iface", network).narrow(MEMBER);
        assertEquals(addresses, String.join(",", narrowed.addresses()));
        assertEquals("a", narrowed.name());
    }

    @Test
    void shouldTakeTheNetworkOfAnInterface() {
        Member member = new Member("a_1", "a", 1, List.of("192.0.2.1", "127.0.0.5"));
        assertEquals(
                List.of("127.0.0.5"),
                Subnet.parse("-iface", "lo").narrow(member).addresses());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.0.0.0/33 | -iface 10.0.0.0/33: write a network as in 10.1.0.0/16 or fd00::/8",
                "10.0.0.0/x  | -iface 10.0.0.0/x: write a network as in 10.1.0.0/16 or fd00::/8",
                "host/8      | -iface host/8: write a network as in 10.1.0.0/16 or fd00::/8",
                "nosuch0     | -iface nosuch0: this host has no such interface; ip addr lists them",
                "11.0.0.0/8  | -iface 11.0.0.0/8: host a has no address in that network, only a.example.org, 172.17.0.1,"
                        + " 10.1.2.3, fd00::3, 10.2.2.3",
            })
    void shouldSayWhatIsWrong(String network, String message) {
        HostsException e = assertThrows(
                HostsException.class, () -> Subnet.parse("-iface", network).narrow(MEMBER));
        assertEquals(message, e.getMessage());
    }
}
