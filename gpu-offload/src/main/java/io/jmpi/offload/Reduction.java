package io.jmpi.offload;

import java.util.Arrays;

/**
 * A kernel that makes one number of its arrays, such as a sum or a scalar product; made by {@link Accelerator#reduction}. May be
 * used from any thread.
 *
 * <pre>
 *   elements    0 1 2 3 | 4 5 6 7 | 8 9        a part for each group, so many groups as keep the device busy
 *   partials       p0        p1      p2        each by its group: every work-item alone, then in pairs
 *   result              r                      of the partials, by one group
 * </pre>
 */
public final class Reduction implements AutoCloseable {

    private static final int LARGEST_GROUP = 256;
    private static final int GROUPS_A_UNIT = 4;

    /** Parts shorter than that are not worth a group. */
    private static final int SHORTEST_PART = 1024;

    private final Accelerator accelerator;
    private final Formula formula;
    private final Program program;
    private final Kernel parts;
    private final Kernel whole;
    private final int group;
    private final int groups;
    private final LocalMemory shared;
    private final DeviceArray partials;
    private final DeviceArray result;

    private Reduction(Accelerator accelerator, Formula formula, String source, ResultType type) {
        this.accelerator = accelerator;
        this.formula = formula;
        Device device = accelerator.device();
        // The work-items of a processor's group follow each other, so they are no gain.
        this.group = device.kind() == Device.Kind.CPU
                ? 1
                : Integer.highestOneBit(Math.min(LARGEST_GROUP, device.largestGroup()));
        this.groups = device.units() * GROUPS_A_UNIT;
        this.program = accelerator.program(source);
        this.parts = program.kernel("parts");
        this.whole = program.kernel("whole");
        this.shared = type.local(group);
        this.partials = type.array(accelerator, groups);
        this.result = type.array(accelerator, 1);
    }

    static Reduction of(
            Accelerator accelerator,
            String parameters,
            String expression,
            String resultType,
            String combination,
            String neutral) {
        Formula formula = new Formula("a reduction", parameters);
        ResultType type = ResultType.of(resultType);
        String t = type.word();
        String source = t + " combine_(" + t + " a, " + t + " b) {\nreturn " + combination + ";\n}\n"
                + kernel(t, neutral, "parts", formula.declaration(), expression)
                + kernel(t, neutral, "whole", "global const " + t + "* partials_", "partials_[i]");
        return new Reduction(accelerator, formula, source, type);
    }

    private static String kernel(String t, String neutral, String name, String parameters, String expression) {
        return "kernel void " + name + "(" + parameters + ", const long elements_, const long part_, global " + t
                + "* out_, local " + t + "* shared_) {\n"
                + "const int local_ = get_local_id(0);\n"
                + "const long end_ = min(elements_, (long) (get_group_id(0) + 1) * part_);\n"
                + t + " result_ = " + neutral + ";\n"
                + "for (long i = get_group_id(0) * part_ + local_; i < end_; i += get_local_size(0)) {\n"
                + "result_ = combine_(result_, (" + t + ") (" + expression + "));\n}\n"
                + "shared_[local_] = result_;\n"
                + "for (int half_ = get_local_size(0) / 2; half_ > 0; half_ /= 2) {\n"
                + "barrier(CLK_LOCAL_MEM_FENCE);\n"
                + "if (local_ < half_) shared_[local_] = combine_(shared_[local_], shared_[local_ + half_]);\n}\n"
                + "if (local_ == 0) out_[get_group_id(0)] = shared_[0];\n}\n";
    }

    /**
     * Computes the number, and waits for it.
     *
     * @param arguments as declared; arrays of one length
     * @return of the declared type
     * @throws OffloadException naming the argument that does not fit
     */
    public synchronized Number run(Object... arguments) {
        runInto(result, arguments);
        return ResultType.first(result);
    }

    /**
     * Computes the number in the accelerator's own stream, and leaves it on the device. Does not wait.
     *
     * @param target of the declared type; its first element becomes the number
     * @param arguments as declared; arrays of one length
     * @throws OffloadException naming the argument that does not fit
     */
    public synchronized void runInto(DeviceArray target, Object... arguments) {
        formula.requireCount(arguments);
        if (target.element() != partials.element()) {
            throw new OffloadException(
                    formula + " does not go into " + target + ", but into " + partials.element() + "s");
        }
        long length = formula.length(arguments);
        long count = Math.max(1, Math.min(groups, length / SHORTEST_PART));
        long part = (length + count - 1) / count;
        int given = arguments.length;
        Object[] all = Arrays.copyOf(arguments, given + 4);
        all[given] = length;
        all[given + 1] = part;
        all[given + 2] = partials;
        all[given + 3] = shared;
        parts.arguments(all);
        whole.arguments(partials, count, count, target, shared);
        parts.launch(Range.of(count * group).inGroups(group));
        whole.launch(Range.of(group).inGroups(group));
    }

    /** Gives the kernels and their memory back, once what was enqueued is done. */
    @Override
    public void close() {
        accelerator.stream().flush();
        program.close();
        partials.close();
        result.close();
    }

    /** Its parameters. */
    @Override
    public String toString() {
        return formula.toString();
    }
}
