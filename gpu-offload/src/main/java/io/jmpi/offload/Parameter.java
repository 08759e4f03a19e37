package io.jmpi.offload;

import io.jmpi.data.Element;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Locale;
import org.jocl.CL;
import org.jocl.Pointer;
import org.jocl.Sizeof;
import org.jocl.cl_kernel;

/** A parameter as a kernel declares it, and the check of what is given for it. Knows nothing where the driver says nothing. */
final class Parameter {

    private enum Space {
        VALUE,
        ARRAY,
        LOCAL,
        UNKNOWN
    }

    private final String kernel;
    private final int index;
    private final String name;
    private final String type;
    private final Space space;
    private final Element element; // null for what is no primitive
    private final int width; // of a vector, else 1

    Parameter(String kernel, int index, Declaration declared) {
        this.kernel = kernel;
        this.index = index;
        this.name = declared.name();
        this.type = declared.type();
        this.space = type.isEmpty() ? Space.UNKNOWN : space(declared.address());
        String base = type.replace("*", "").replace("unsigned ", "u").strip();
        String word = base.replaceAll("\\d+$", "");
        this.element = element(word);
        this.width = word.length() < base.length() ? Integer.parseInt(base.substring(word.length())) : 1;
    }

    private static Space space(int address) {
        return switch (address) {
            case CL.CL_KERNEL_ARG_ADDRESS_GLOBAL, CL.CL_KERNEL_ARG_ADDRESS_CONSTANT -> Space.ARRAY;
            case CL.CL_KERNEL_ARG_ADDRESS_LOCAL -> Space.LOCAL;
            default -> Space.VALUE;
        };
    }

    private static Element element(String word) {
        return switch (word) {
            case "float" -> Element.FLOAT;
            case "double" -> Element.DOUBLE;
            case "int", "uint" -> Element.INT;
            case "long", "ulong" -> Element.LONG;
            case "short", "ushort" -> Element.SHORT;
            case "char", "uchar" -> Element.BYTE;
            default -> null;
        };
    }

    /** Gives it a value, after checking that it fits. */
    void set(cl_kernel id, Accelerator accelerator, Object value) {
        int status;
        if (value instanceof DeviceArray array) {
            require(space == Space.ARRAY || space == Space.UNKNOWN, value);
            require(element == null || held() == array.element(), value);
            if (array.accelerator() != accelerator) {
                throw mismatch(value, " of another accelerator");
            }
            status = CL.clSetKernelArg(
                    id, index, Sizeof.cl_mem, Pointer.to(array.deviceMemory().argument()));
        } else if (value instanceof LocalMemory local) {
            require(space == Space.LOCAL || space == Space.UNKNOWN, value);
            require(element == null || held() == local.element(), value);
            status = CL.clSetKernelArg(id, index, local.bytes(), null);
        } else {
            require(space == Space.VALUE || space == Space.UNKNOWN, value);
            status = setValue(id, value);
        }
        if (status != CL.CL_SUCCESS) {
            throw Cl.failure(status, "give " + words(value) + " to " + this);
        }
    }

    private int setValue(cl_kernel id, Object value) {
        if (value instanceof Float number) {
            requireValue(Element.FLOAT, 1, value);
            return CL.clSetKernelArg(id, index, Float.BYTES, Pointer.to(new float[] {number}));
        }
        if (value instanceof Double number) {
            requireValue(Element.DOUBLE, 1, value);
            return CL.clSetKernelArg(id, index, Double.BYTES, Pointer.to(new double[] {number}));
        }
        if (value instanceof Integer number) {
            requireValue(Element.INT, 1, value);
            return CL.clSetKernelArg(id, index, Integer.BYTES, Pointer.to(new int[] {number}));
        }
        if (value instanceof Long number) {
            requireValue(Element.LONG, 1, value);
            return CL.clSetKernelArg(id, index, Long.BYTES, Pointer.to(new long[] {number}));
        }
        if (value instanceof Short number) {
            requireValue(Element.SHORT, 1, value);
            return CL.clSetKernelArg(id, index, Short.BYTES, Pointer.to(new short[] {number}));
        }
        if (value instanceof Byte number) {
            requireValue(Element.BYTE, 1, value);
            return CL.clSetKernelArg(id, index, Byte.BYTES, Pointer.to(new byte[] {number}));
        }
        return setVector(id, value);
    }

    /** Vectors are arrays; one of three has the memory of four. */
    private int setVector(cl_kernel id, Object value) {
        int length = value == null || !value.getClass().isArray() ? 0 : Array.getLength(value);
        int padded = length == 3 ? 4 : length;
        if (value instanceof float[] vector) {
            requireValue(Element.FLOAT, vector.length, value);
            return CL.clSetKernelArg(id, index, (long) padded * Float.BYTES, Pointer.to(Arrays.copyOf(vector, padded)));
        }
        if (value instanceof double[] vector) {
            requireValue(Element.DOUBLE, vector.length, value);
            return CL.clSetKernelArg(
                    id, index, (long) padded * Double.BYTES, Pointer.to(Arrays.copyOf(vector, padded)));
        }
        if (value instanceof int[] vector) {
            requireValue(Element.INT, vector.length, value);
            return CL.clSetKernelArg(
                    id, index, (long) padded * Integer.BYTES, Pointer.to(Arrays.copyOf(vector, padded)));
        }
        if (value instanceof long[] vector) {
            requireValue(Element.LONG, vector.length, value);
            return CL.clSetKernelArg(id, index, (long) padded * Long.BYTES, Pointer.to(Arrays.copyOf(vector, padded)));
        }
        if (value instanceof short[] vector) {
            requireValue(Element.SHORT, vector.length, value);
            return CL.clSetKernelArg(id, index, (long) padded * Short.BYTES, Pointer.to(Arrays.copyOf(vector, padded)));
        }
        if (value instanceof byte[] vector) {
            requireValue(Element.BYTE, vector.length, value);
            return CL.clSetKernelArg(id, index, padded, Pointer.to(Arrays.copyOf(vector, padded)));
        }
        throw mismatch(value, "");
    }

    /** What an array for it holds; there are none of shorts. */
    private Element held() {
        return element == Element.SHORT ? Element.BYTE : element;
    }

    private void requireValue(Element given, int count, Object value) {
        // Of a type that the source has named itself, the driver knows the size.
        require(element == null || element == given && width == count, value);
    }

    private void require(boolean fits, Object value) {
        if (!fits) {
            throw mismatch(value, "");
        }
    }

    OffloadException mismatch(Object value, String more) {
        return new OffloadException(this + " does not take " + words(value) + more + remedy());
    }

    private String remedy() {
        if (element == null || space == Space.UNKNOWN) {
            return "";
        }
        String plural = word(held().name()) + "s";
        return switch (space) {
            case ARRAY -> "; it takes Device" + plural;
            case LOCAL -> "; it takes LocalMemory.of" + plural;
            default ->
                width == 1
                        ? "; it takes a " + element.name().toLowerCase(Locale.ROOT)
                        : "; it takes an array of " + width + " "
                                + element.name().toLowerCase(Locale.ROOT) + "s";
        };
    }

    private static String word(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String words(Object value) {
        if (value == null || value instanceof DeviceArray || value instanceof LocalMemory) {
            return String.valueOf(value);
        }
        return value.getClass().isArray()
                ? "a " + value.getClass().getTypeName()
                : "the " + value.getClass().getSimpleName() + " " + value;
    }

    @Override
    public String toString() {
        String declared = type.isEmpty() ? "" : " (" + type + " " + name + ")";
        return "argument " + (index + 1) + declared + " of kernel " + kernel;
    }
}
