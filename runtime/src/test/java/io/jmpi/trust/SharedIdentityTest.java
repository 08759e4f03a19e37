package io.jmpi.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SharedIdentityTest {

    /** Test 1 of RFC 8032, section 7.1: so every JVM makes the same keys. */
    @Test
    void shouldMakeTheKeyPairOfAPrivateKey() throws GeneralSecurityException {
        byte[] privateKey = HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        KeyPair keys = SharedIdentity.keyPair(privateKey);
        byte[] encoded = keys.getPublic().getEncoded();
        assertEquals(
                "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
                HexFormat.of().formatHex(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length)));
    }
}
