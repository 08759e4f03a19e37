package io.jmpi.offload;

import java.util.ArrayList;
import java.util.List;

/** The parameters of a kernel that is made from an expression, and the length of the arrays that are given for them. */
final class Formula {

    private final String what;
    private final List<String> parameters = new ArrayList<>();

    /**
     * @param what the kernel is, in words
     * @param declared the parameters with commas between them, arrays as {@code float* x}
     */
    Formula(String what, String declared) {
        this.what = what;
        for (String parameter : declared.split(",")) {
            parameters.add(parameter.strip());
        }
        if (parameters.stream().noneMatch(parameter -> parameter.indexOf('*') >= 0)) {
            throw new OffloadException(what + " works on one array or more, and has the parameters \"" + declared
                    + "\"; arrays are " + "declared as float* x");
        }
    }

    /** The parameters in OpenCL C. */
    String declaration() {
        StringBuilder text = new StringBuilder();
        for (String parameter : parameters) {
            boolean plain = parameter.indexOf('*') >= 0 && !parameter.matches("(__)?(global|constant)\\b.*");
            text.append(text.length() == 0 ? "" : ", ")
                    .append(plain ? "global " : "")
                    .append(parameter);
        }
        return text.toString();
    }

    /** How long all arrays among the arguments are; 0 if there is none, which the kernel will not take. */
    int length(Object[] arguments) {
        int length = 0;
        int first = 0;
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i] instanceof DeviceArray array) {
                if (length != 0 && array.length() != length) {
                    throw new OffloadException(what + " works on arrays of one length: argument " + (first + 1) + " is "
                            + arguments[first] + ", argument " + (i + 1) + " is " + array + "; pass slices");
                }
                if (length == 0) {
                    length = array.length();
                    first = i;
                }
            }
        }
        return length;
    }

    void requireCount(Object[] arguments) {
        if (arguments.length != parameters.size()) {
            throw new OffloadException(what + " takes " + parameters.size() + " arguments, not " + arguments.length
                    + ": " + String.join(", ", parameters));
        }
    }

    @Override
    public String toString() {
        return what + " of " + String.join(", ", parameters);
    }
}
