package io.jmpi.daemon.head;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jmpi.job.RankState;
import org.junit.jupiter.api.Test;

class ExitRuleTest {

    private static final int SIGTERM = 15;

    @Test
    void shouldTakeAStatusOf0ForARegularEnd() {
        assertEquals(Ending.REGULAR, ExitRule.judge(0, RankState.FINALIZED, true, 0));
        assertEquals(Ending.REGULAR, ExitRule.judge(0, RankState.STARTED, false, 0));
    }

    @Test
    void shouldTakeAnotherStatusForAFailure() {
        assertEquals(Ending.FAILED, ExitRule.judge(3, RankState.STARTED, false, 0));
        assertEquals(Ending.FAILED, ExitRule.judge(137, RankState.INITIALIZED, true, 0));
    }

    @Test
    void shouldNotEndTheJobForAStatusAfterFinalize() {
        Ending ending = ExitRule.judge(3, RankState.FINALIZED, true, 0);
        assertEquals(Ending.FAILED_AFTER_FINALIZE, ending);
        assertTrue(ending.isFailure());
        assertFalse(ending.endsJob());
    }

    @Test
    void shouldMissFinalize() {
        assertEquals(Ending.LEFT_WITHOUT_FINALIZE, ExitRule.judge(0, RankState.INITIALIZED, true, 0));
    }

    @Test
    void shouldMissInitWhenOthersHaveCalledIt() {
        assertEquals(Ending.LEFT_BEFORE_INIT, ExitRule.judge(0, RankState.STARTED, true, 0));
    }

    @Test
    void shouldNotBlameARankThatWasToldToEnd() {
        assertEquals(Ending.ENDED, ExitRule.judge(143, RankState.INITIALIZED, true, SIGTERM));
        assertEquals(Ending.ENDED, ExitRule.judge(137, RankState.INITIALIZED, true, SIGTERM));
        assertEquals(Ending.ENDED, ExitRule.judge(0, RankState.INITIALIZED, true, SIGTERM));
    }

    @Test
    void shouldBlameARankThatFailedByItselfMeanwhile() {
        assertEquals(Ending.FAILED, ExitRule.judge(3, RankState.INITIALIZED, true, SIGTERM));
        assertEquals(Ending.ABORTED, ExitRule.judge(143, RankState.ABORTED, true, SIGTERM));
    }

    @Test
    void shouldGiveTheStatusOfTheLowestRankThatFailed() {
        assertEquals(137, ExitRule.jobStatus(new RankEnd[] {
            end(0, Ending.ENDED, 143, 0), end(1, Ending.FAILED, 137, 0), end(2, Ending.FAILED, 3, 0)
        }));
    }

    @Test
    void shouldGive1ForARankThatLeftWithoutFinalize() {
        assertEquals(1, ExitRule.jobStatus(new RankEnd[] {end(0, Ending.LEFT_WITHOUT_FINALIZE, 0, 0), null}));
    }

    @Test
    void shouldPutAbortFirst() {
        assertEquals(7, ExitRule.jobStatus(new RankEnd[] {end(0, Ending.FAILED, 3, 0), end(1, Ending.ABORTED, 7, 7)}));
    }

    @Test
    void shouldNotTurnAnAbortCodeInto0() {
        assertEquals(1, end(0, Ending.ABORTED, 0, 256).jobStatus());
        assertEquals(0, end(0, Ending.ABORTED, 0, 0).jobStatus());
        assertEquals(255, end(0, Ending.ABORTED, 255, -1).jobStatus());
    }

    @Test
    void shouldSayHowARankEnded() {
        assertEquals("exited with status 3", end(0, Ending.FAILED, 3, 0).inWords());
        assertEquals(
                "was ended by signal 9 (SIGKILL)", end(0, Ending.FAILED, 137, 0).inWords());
        assertEquals(
                "was ended by signal 11 (SIGSEGV)",
                end(0, Ending.FAILED, 139, 0).inWords());
        assertEquals("exited with status 255", end(0, Ending.FAILED, 255, 0).inWords());
        assertEquals("called abort with code 7", end(0, Ending.ABORTED, 7, 7).inWords());
        assertEquals(
                "exited with status 0 after Init without calling Finalize",
                end(0, Ending.LEFT_WITHOUT_FINALIZE, 0, 0).inWords());
    }

    private static RankEnd end(int rank, Ending ending, int status, int abortCode) {
        return new RankEnd(rank, 100 + rank, ending, status, abortCode);
    }
}
