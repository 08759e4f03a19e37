package io.jmpi.tcp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class HmacTest {

    @Property(tries = 200)
    void shouldBeTheOneOfTheJdk(@ForAll @Size(32) byte[] key, @ForAll byte[] text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        assertArrayEquals(mac.doFinal(text), new Hmac(key).of(text));
    }
}
