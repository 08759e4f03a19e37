package io.jmpi.daemon.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;

class CredentialTest {

    @Test
    void shouldSignItsCertificateItself() throws GeneralSecurityException {
        Credential credential = Credential.of(SecretWord.random());
        credential.certificate().verify(credential.certificate().getPublicKey());
        credential.certificate().checkValidity();
    }

    @Test
    void shouldBeTheSameForTheSameWord() throws GeneralSecurityException {
        String word = "correct-horse-battery";
        assertEquals(
                Credential.of(new SecretWord(word)).certificate(),
                Credential.of(new SecretWord(word)).certificate());
        assertNotEquals(
                Credential.of(new SecretWord(word)).certificate(),
                Credential.of(new SecretWord(word + "!")).certificate());
    }

    @Test
    void shouldRefuseWordsThatAreEasyToGuess() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> new SecretWord("swordfish"));
        assertEquals(
                "the secret word has 9 characters, at least 16 are needed; jmpdboot makes a good one when there is none",
                refusal.getMessage());
    }
}
