package io.jmpi.coll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ContextsTest {

    private final Contexts contexts = new Contexts();
    private final long[] offer = new long[Contexts.OFFER_LENGTH];

    private int take(int parent) {
        contexts.begin(parent);
        assertTrue(contexts.offer(parent, offer));
        return contexts.settle(parent, true, offer);
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
        contexts.begin(0);
        contexts.offer(0, offer);
        offer[0] &= ~0b1111L;
        assertEquals(8, contexts.settle(0, true, offer));
    }

    @Test
    void shouldOfferForOneThreadAtATimeAndForTheLowestFirst() {
        contexts.begin(6);
        assertTrue(contexts.offer(6, offer));
        contexts.begin(4);
        assertFalse(contexts.offer(4, new long[Contexts.OFFER_LENGTH]), "another offer is out");
        offer[Contexts.OFFER_LENGTH - 1] = 0;
        assertEquals(-1, contexts.settle(6, true, offer), "some process has offered nothing");
        assertFalse(contexts.offer(6, offer), "4 goes first");
        assertTrue(contexts.offer(4, offer));
        assertEquals(4, contexts.settle(4, true, offer));
        assertTrue(contexts.offer(6, offer));
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
}
