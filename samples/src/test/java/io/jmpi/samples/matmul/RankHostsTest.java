package io.jmpi.samples.matmul;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RankHostsTest {

    @Test
    void shouldCountTheRanksOfEachHost() {
        assertEquals("1 rank", hosts("a"));
        assertEquals("3 ranks", hosts("a", "a", "a"));
        assertEquals("5 ranks (2 on b, 3 on a)", hosts("b", "a", "a", "b", "a"));
    }

    private static String hosts(String... names) {
        RankHosts hosts = new RankHosts();
        for (String name : names) {
            hosts.add(name);
        }
        return hosts.toString();
    }
}
