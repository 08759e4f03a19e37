package io.jmpi.coll;

import io.jmpi.collectives.Schedule;
import io.jmpi.data.ForeignBuffer;

/** For a schedule on foreign buffers: works on host memory in their place. One of them may be an ordinary buffer, or none. */
public final class HostStaging implements Staging {

    private final HostCopy inputCopy;
    private final HostCopy outputCopy;
    private final long inputOffset;
    private final long outputOffset;
    private Object input;
    private Object output;

    /**
     * @param unit bytes of what the schedule counts in
     * @param inputOffset bytes from the beginning of the input to where the schedule begins
     * @param outputOffset likewise
     */
    public HostStaging(Schedule schedule, long unit, Object input, long inputOffset, Object output, long outputOffset) {
        this.inputCopy = input instanceof ForeignBuffer foreign
                ? HostCopy.of(foreign, schedule, Schedule.INPUT, unit, inputOffset)
                : null;
        this.outputCopy = output instanceof ForeignBuffer foreign
                ? HostCopy.of(foreign, schedule, Schedule.OUTPUT, unit, outputOffset)
                : null;
        this.input = input;
        this.output = output;
        this.inputOffset = inputCopy == null ? inputOffset : inputOffset - inputCopy.first();
        this.outputOffset = outputCopy == null ? outputOffset : outputOffset - outputCopy.first();
    }

    @Override
    public void load() {
        if (inputCopy != null) {
            input = inputCopy.load();
        }
        if (outputCopy != null) {
            output = outputCopy.load();
        }
    }

    @Override
    public Object input() {
        return input;
    }

    @Override
    public long inputOffset() {
        return inputOffset;
    }

    @Override
    public Object output() {
        return output;
    }

    @Override
    public long outputOffset() {
        return outputOffset;
    }

    @Override
    public void store() {
        if (outputCopy != null) {
            outputCopy.store();
        }
    }

    @Override
    public void end() {
        if (inputCopy != null) {
            inputCopy.end();
        }
        if (outputCopy != null) {
            outputCopy.end();
        }
    }
}
