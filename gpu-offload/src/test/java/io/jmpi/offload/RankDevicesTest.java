package io.jmpi.offload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** With as many devices as the rule needs, all of them descriptions of the first one that there is. */
class RankDevicesTest {

    private final Device a = Device.all().get(0);
    private final Device b = Device.all().get(0);
    private final Device c = Device.all().get(0);
    private final List<Device> three = List.of(a, b, c);

    private static void fails(String words, Runnable call) {
        OffloadException e = assertThrows(OffloadException.class, call::run);
        assertTrue(e.getMessage().contains(words), e.getMessage());
    }

    private void expect(List<Device> expected, String names, String perRank, int localRank) {
        List<Device> own = RankDevices.of(three, names, perRank, localRank);
        assertEquals(expected.size(), own.size());
        for (int i = 0; i < own.size(); i++) {
            assertSame(expected.get(i), own.get(i), "device " + i);
        }
    }

    @Test
    void shouldTakeThemInTurn() {
        expect(List.of(a), null, null, 0);
        expect(List.of(b), null, null, 1);
        expect(List.of(a), "", " ", 3);
        expect(List.of(a, b), null, "2", 0);
        expect(List.of(c, a), null, "2", 1);
    }

    @Test
    void shouldTakeThoseThatAreNamed() {
        expect(List.of(c), "2,0", null, 0);
        expect(List.of(a), "2, 0", null, 1);
        expect(List.of(c), "2,0,2", null, 2);
        expect(List.of(b), a.kind().toString().toLowerCase(), null, 1);
        expect(List.of(c), a.name().substring(1).toUpperCase(), null, 2);
    }

    @Test
    void shouldSayWhatIsWrong() {
        fails("JMPI_GPUS=0,3: no OpenCL device is 3", () -> RankDevices.of(three, "0,3", null, 0));
        fails("no OpenCL device is sand", () -> RankDevices.of(three, "sand", null, 0));
        fails("JMPI_GPUS_PER_RANK=x: give a whole number", () -> RankDevices.of(three, null, "x", 0));
        fails("JMPI_GPUS_PER_RANK=0", () -> RankDevices.of(three, null, "0", 0));
        fails("each rank is to have 2 OpenCL devices, and this host has 1", () -> RankDevices.of(three, "1", "2", 0));
    }

    @Test
    void shouldFindOneForAProgramThatIsNoRank() {
        assertEquals(1, Device.allOfRank().size());
        assertTrue(Device.all().toString().contains(Device.ofRank().toString()));
    }
}
