package io.agenticraft.javaagent.weave;

import net.bytebuddy.jar.asm.ConstantDynamic;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * A constant of a woven class whose value is one of the agent's method handles. It is reached through JDK classes only:
 * the system class loader, the entry class, and that class's one method. So a woven class need see no class of ours.
 */
public final class SiteConstant {
    private static final String ENTRY = "io.agenticraft.javaagent.Sites";
    private static final String METHOD_HANDLE = "Ljava/lang/invoke/MethodHandle;";
    private static final Handle INVOKE = staticMethod(
            "java/lang/invoke/ConstantBootstraps",
            "invoke",
            "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/Class;"
                    + "Ljava/lang/invoke/MethodHandle;[Ljava/lang/Object;)Ljava/lang/Object;");
    private static final ConstantDynamic RESOLVE = resolve();

    private SiteConstant() {}

    /**
     * A constant that {@code Sites.resolve} answers.
     *
     * @param owner internal name of the class that the constant is for
     */
    public static ConstantDynamic of(String owner, String kind, String name) {
        return new ConstantDynamic("site", METHOD_HANDLE, INVOKE, RESOLVE, Type.getObjectType(owner), kind, name);
    }

    private static ConstantDynamic resolve() {
        ConstantDynamic system = constant(
                "system",
                "Ljava/lang/ClassLoader;",
                staticMethod("java/lang/ClassLoader", "getSystemClassLoader", "()Ljava/lang/ClassLoader;"));
        ConstantDynamic entry = constant(
                "entry",
                "Ljava/lang/Class;",
                method("java/lang/ClassLoader", "loadClass", "(Ljava/lang/String;)Ljava/lang/Class;"),
                system,
                ENTRY);
        ConstantDynamic lookup = constant(
                "lookup",
                "Ljava/lang/invoke/MethodHandles$Lookup;",
                staticMethod(
                        "java/lang/invoke/MethodHandles", "publicLookup", "()Ljava/lang/invoke/MethodHandles$Lookup;"));
        return constant(
                "resolve",
                METHOD_HANDLE,
                method(
                        "java/lang/invoke/MethodHandles$Lookup",
                        "findStatic",
                        "(Ljava/lang/Class;Ljava/lang/String;Ljava/lang/invoke/MethodType;)" + METHOD_HANDLE),
                lookup,
                entry,
                "resolve",
                Type.getMethodType("(Ljava/lang/Class;Ljava/lang/String;Ljava/lang/String;)" + METHOD_HANDLE));
    }

    private static ConstantDynamic constant(String name, String type, Handle method, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = method;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return new ConstantDynamic(name, type, INVOKE, all);
    }

    private static Handle staticMethod(String owner, String name, String descriptor) {
        return new Handle(Opcodes.H_INVOKESTATIC, owner, name, descriptor, false);
    }

    private static Handle method(String owner, String name, String descriptor) {
        return new Handle(Opcodes.H_INVOKEVIRTUAL, owner, name, descriptor, false);
    }
}
