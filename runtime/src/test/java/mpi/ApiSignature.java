package mpi;

import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A line of {@code api-signatures.txt}, types by their simple names and erased:
 *
 * <pre>
 * class NAME MODIFIERS SUPERCLASS INTERFACES       modifiers and interfaces - if none
 * field CLASS.NAME TYPE                            a public constant
 * new CLASS(TYPES)
 * method CLASS.NAME(TYPES) RESULT                  an instance method
 * static CLASS.NAME(TYPES) RESULT
 * </pre>
 */
record ApiSignature(String kind, String owner, String name, String types, String result) {

    static ApiSignature parse(String line) {
        String[] words = line.split(" ");
        if (words[0].equals("class")) {
            String modifiers = String.join(" ", Arrays.copyOfRange(words, 2, words.length - 2));
            return new ApiSignature(words[0], words[1], modifiers, words[words.length - 1], words[words.length - 2]);
        }
        int open = words[1].indexOf('(');
        String path = open < 0 ? words[1] : words[1].substring(0, open);
        String types = open < 0 ? "" : words[1].substring(open + 1, words[1].length() - 1);
        String result = words.length > 2 ? words[2] : "";
        if (words[0].equals("new")) {
            return new ApiSignature(words[0], path, "", types, result);
        }
        int dot = path.lastIndexOf('.');
        return new ApiSignature(words[0], path.substring(0, dot), path.substring(dot + 1), types, result);
    }

    /** How far there is such a thing. */
    enum Presence {
        EXACT,
        /** A method whose parameters are objects where the original's are buffers. */
        WIDER,
        MISSING
    }

    /** Whether there is such a thing, for a program in another package. */
    Presence presence() {
        Class<?> type;
        try {
            type = Class.forName("mpi." + owner.replace('.', '$'), false, ApiSignature.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            return Presence.MISSING;
        }
        if (!Modifier.isPublic(type.getModifiers())) {
            return Presence.MISSING;
        }
        return switch (kind) {
            case "class" -> exactIf(isClass(type));
            case "field" -> exactIf(isConstant(type));
            case "new" -> exactIf(Arrays.stream(type.getConstructors()).anyMatch(it -> takes(it, types)));
            default ->
                methods(type).stream().anyMatch(it -> isMethod(it, types))
                        ? Presence.EXACT
                        : methods(type).stream().anyMatch(it -> isMethod(it, types.replace("Buffer", "Object")))
                                ? Presence.WIDER
                                : Presence.MISSING;
        };
    }

    private static Presence exactIf(boolean present) {
        return present ? Presence.EXACT : Presence.MISSING;
    }

    private boolean isClass(Class<?> type) {
        for (String modifier : name.split(" ")) {
            if (modifier.equals("final") && !Modifier.isFinal(type.getModifiers())
                    || modifier.equals("abstract") && !Modifier.isAbstract(type.getModifiers())) {
                return false;
            }
        }
        boolean implementsAll = types.equals("-")
                || Arrays.stream(types.split(","))
                        .allMatch(wanted -> supertypes(type).contains(wanted));
        return implementsAll && (type.isInterface() || supertypes(type).contains(result));
    }

    private static List<String> supertypes(Class<?> type) {
        List<String> names = new ArrayList<>();
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            names.add(at.getSimpleName());
            for (Class<?> implemented : at.getInterfaces()) {
                names.add(implemented.getSimpleName());
            }
        }
        return names;
    }

    private boolean isConstant(Class<?> type) {
        try {
            Field field = type.getField(name);
            int modifiers = field.getModifiers();
            return Modifier.isStatic(modifiers)
                    && Modifier.isFinal(modifiers)
                    && field.getType().getSimpleName().equals(result);
        } catch (NoSuchFieldException e) {
            return false;
        }
    }

    /** Those that other packages see, protected ones included. */
    private static List<Method> methods(Class<?> type) {
        List<Method> methods = new ArrayList<>(List.of(type.getMethods()));
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            for (Method method : at.getDeclaredMethods()) {
                if (Modifier.isProtected(method.getModifiers())) {
                    methods.add(method);
                }
            }
        }
        return methods;
    }

    private boolean isMethod(Method method, String parameters) {
        return method.getName().equals(name)
                && Modifier.isStatic(method.getModifiers()) == kind.equals("static")
                && method.getReturnType().getSimpleName().equals(result)
                && takes(method, parameters);
    }

    private static boolean takes(Executable executable, String parameters) {
        return Arrays.stream(executable.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(","))
                .equals(parameters);
    }
}
