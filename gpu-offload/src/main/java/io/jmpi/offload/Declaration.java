package io.jmpi.offload;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jocl.CL;
import org.jocl.Pointer;
import org.jocl.cl_kernel;

/**
 * A parameter in the words of the source.
 *
 * @param type such as "float*"; empty where the driver does not say
 * @param name empty likewise
 * @param address where it lies, as OpenCL numbers it
 */
record Declaration(String type, String name, int address) {

    private static final Pattern TYPEDEF = Pattern.compile("typedef\\s+([\\w\\s]*\\w)\\s+(\\w+)\\s*;");

    /** The types to which a source gives names of its own, by these names. */
    static Map<String, String> names(String source) {
        Map<String, String> names = new HashMap<>();
        Matcher matcher = TYPEDEF.matcher(source);
        while (matcher.find()) {
            String type = matcher.group(1);
            names.put(matcher.group(2), names.getOrDefault(type, type));
        }
        return names;
    }

    /**
     * All parameters of a kernel, with types that programs know.
     *
     * @param names as {@link #names} has found them
     */
    static List<Declaration> of(cl_kernel kernel, Map<String, String> names) {
        int[] count = new int[1];
        Cl.check(
                CL.clGetKernelInfo(kernel, CL.CL_KERNEL_NUM_ARGS, Integer.BYTES, Pointer.to(count), null),
                "ask for the parameters of a kernel");
        List<Declaration> all = new ArrayList<>(count[0]);
        for (int i = 0; i < count[0]; i++) {
            int index = i;
            Query query =
                    (what, size, value, needed) -> CL.clGetKernelArgInfo(kernel, index, what, size, value, needed);
            all.add(new Declaration(
                    resolve(query.text(CL.CL_KERNEL_ARG_TYPE_NAME), names), query.text(CL.CL_KERNEL_ARG_NAME), (int)
                            query.number(CL.CL_KERNEL_ARG_ADDRESS_QUALIFIER)));
        }
        return all;
    }

    private static String resolve(String type, Map<String, String> names) {
        int star = type.indexOf('*');
        String base = star < 0 ? type : type.substring(0, star);
        return names.getOrDefault(base, base) + type.substring(base.length());
    }
}
