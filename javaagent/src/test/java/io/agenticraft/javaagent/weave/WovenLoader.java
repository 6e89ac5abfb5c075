package io.agenticraft.javaagent.weave;

import io.agenticraft.javaagent.SitesForTests;
import io.agenticraft.otel.adapter.Seam;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.bytebuddy.dynamic.ClassFileLocator;
import org.jspecify.annotations.Nullable;

/**
 * Loads a woven class where it sees nothing but the JDK, and answers its constants by handles that record what they are
 * called with.
 */
final class WovenLoader extends ClassLoader {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    record Call(
            @Nullable Object self,
            List<@Nullable Object> arguments,
            @Nullable Object returned,
            @Nullable Throwable thrown) {}

    private final byte[] woven;
    private final List<Call> calls = new ArrayList<>();
    private final Object instance;
    private int replacedArgument = -1;
    private @Nullable Object replacement;
    private @Nullable Object replacedReturned;
    private boolean tokens = true;

    private WovenLoader(Class<?> type, byte[] woven) throws ReflectiveOperationException {
        super(ClassLoader.getPlatformClassLoader());
        this.woven = woven;
        instance = loadClass(type.getName()).getConstructor().newInstance();
        SitesForTests.use((owner, kind, name) -> handle(kind));
    }

    static WovenLoader of(Class<?> type, Seam... seams) throws Exception {
        return new WovenLoader(type, weave(type, classFile(type), List.of(seams)));
    }

    static byte[] weave(Class<?> type, byte[] classFile, List<Seam> seams) {
        ClassLoader here = WovenLoader.class.getClassLoader();
        return new SeamWeaver(here).weave(type.getName(), classFile, seams, ClassFileLocator.ForClassLoader.of(here));
    }

    static byte[] classFile(Class<?> type) throws IOException {
        String resource = "/" + type.getName().replace('.', '/') + ".class";
        try (InputStream in = type.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException(resource + " is not there");
            }
            return in.readAllBytes();
        }
    }

    @Override
    protected Class<?> findClass(String name) {
        return defineClass(name, woven, 0, woven.length);
    }

    Object instance() {
        return instance;
    }

    List<Call> calls() {
        return calls;
    }

    void replaceArgument(int index, Object value) {
        replacedArgument = index;
        replacement = value;
    }

    void replaceReturned(Object value) {
        replacedReturned = value;
    }

    void giveNoToken() {
        tokens = false;
    }

    void breakSites() {
        SitesForTests.use((owner, kind, name) -> {
            throw new IllegalStateException("broken");
        });
    }

    @Nullable
    Object call(String method, Object... arguments) throws ReflectiveOperationException {
        for (Method candidate : instance.getClass().getMethods()) {
            if (candidate.getName().equals(method) && candidate.getParameterCount() == arguments.length) {
                return candidate.invoke(instance, arguments);
            }
        }
        throw new NoSuchMethodException(method);
    }

    private MethodHandle handle(String kind) throws ReflectiveOperationException {
        MethodType type = kind.equals("enter")
                ? MethodType.methodType(Object.class, Object.class, Object[].class)
                : MethodType.methodType(Object.class, Object.class, Object.class, Throwable.class);
        return LOOKUP.findVirtual(WovenLoader.class, kind, type).bindTo(this);
    }

    @Nullable
    Object enter(@Nullable Object self, @Nullable Object[] arguments) {
        List<@Nullable Object> seen = Arrays.asList(arguments.clone());
        if (replacedArgument >= 0) {
            arguments[replacedArgument] = replacement;
        }
        return tokens ? new Call(self, seen, null, null) : null;
    }

    @Nullable
    Object exit(Object token, @Nullable Object returned, @Nullable Throwable thrown) {
        Call entered = (Call) token;
        calls.add(new Call(entered.self(), entered.arguments(), returned, thrown));
        return replacedReturned == null ? returned : replacedReturned;
    }
}
