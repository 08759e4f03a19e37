package io.jmpi.coll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ContextsTest {

    private final Contexts contexts = new Contexts();
    private final long[] offer = new long[Contexts.OFFER_LENGTH];

    private int take(long precedence) {
        long ticket = contexts.begin(precedence);
        assertTrue(contexts.offer(ticket, offer));
        return contexts.settle(ticket, true, offer);
    }

    @Test
    void shouldGiveContextsThatNobodyHas() {
        assertEquals(4, take(Contexts.WORLD));
        assertEquals(6, take(Contexts.WORLD));
        contexts.release(4);
        assertEquals(4, take(Contexts.WORLD));
        assertEquals(8, take(6));
    }

    @Test
    void shouldAgreeOnWhatIsFreeEverywhere() {
        long ticket = contexts.begin(0);
        contexts.offer(ticket, offer);
        offer[0] &= ~0b1111L;
        assertEquals(8, contexts.settle(ticket, true, offer));
    }

    @Test
    void shouldOfferForOneThreadAtATimeAndForTheLowestFirst() {
        long six = contexts.begin(6);
        assertTrue(contexts.offer(six, offer));
        long four = contexts.begin(4);
        assertFalse(contexts.offer(four, new long[Contexts.OFFER_LENGTH]), "another offer is out");
        offer[Contexts.OFFER_LENGTH - 1] = 0;
        assertEquals(-1, contexts.settle(six, true, offer), "some process has offered nothing");
        assertFalse(contexts.offer(six, offer), "4 goes first");
        assertTrue(contexts.offer(four, offer));
        assertEquals(4, contexts.settle(four, true, offer));
        assertTrue(contexts.offer(six, offer));
    }

    @Test
    void shouldSayWhenNoneIsLeft() {
        for (int i = 0; i < Contexts.MOST - 2; i++) {
            take(0);
        }
        String message =
                assertThrows(IllegalStateException.class, () -> take(0)).getMessage();
        assertTrue(message.contains("a process can have 4096 at a time"), message);
    }

    /** Two at a time on one communicator, in every process the same one first; or processes could miss each other for ever. */
    @Test
    void shouldPreferTheAgreementBegunFirst() {
        long first = contexts.begin(4);
        long second = contexts.begin(4);
        assertFalse(contexts.offer(second, offer), "the first goes first, though nothing is out");
        assertTrue(contexts.offer(first, offer));
        assertEquals(4, contexts.settle(first, true, offer));
        assertTrue(contexts.offer(second, offer));
    }
}
