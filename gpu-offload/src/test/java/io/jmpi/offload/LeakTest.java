package io.jmpi.offload;

import static io.jmpi.offload.Failures.fails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is left open is named when the accelerator is closed, if one wants to know. */
class LeakTest {

    private static final String OPTION = "jmpi.offload.leaks";

    @AfterEach
    void clear() {
        System.clearProperty(OPTION);
    }

    @Test
    void shouldNameWhatWasLeftOpenAndWhere() {
        System.setProperty(OPTION, "true");
        Accelerator accelerator = Device.all().get(0).open();
        DeviceFloats left = accelerator.floats(3);
        Stream stream = accelerator.newStream();
        accelerator.ints(4).close();
        OffloadException e = assertThrows(OffloadException.class, accelerator::close);
        String message = e.getMessage();
        assertTrue(message.contains("an array of 3 FLOAT on "), message);
        assertTrue(message.contains("a stream on "), message);
        assertEquals(
                3, message.split("made at io.jmpi.offload.LeakTest.shouldNameWhatWasLeftOpenAndWhere").length, message);
        assertFalse(message.contains("INT"), message);
        fails("has been closed", left::toArray);
        assertEquals(0, accelerator.leftOpen().size());
        stream.close();
        accelerator.close();
    }

    @Test
    void shouldBeSilentIfNothingWasLeftOpen() {
        System.setProperty(OPTION, "true");
        Accelerator accelerator = Device.all().get(0).open();
        accelerator.ints(4).close();
        accelerator.elementwise("int* x", "x[i] = 1").close();
        accelerator.reduction("int* x", "x[i]", "int", "a + b", "0").close();
        accelerator.close();
    }
}
