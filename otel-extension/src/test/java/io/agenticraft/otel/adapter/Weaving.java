package io.agenticraft.otel.adapter;

import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.agent.builder.ResettableClassFileTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.implementation.bytecode.assign.Assigner.Typing;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.matcher.ElementMatchers;
import net.bytebuddy.utility.JavaModule;
import org.jspecify.annotations.Nullable;

/** A small weaver for tests: hooks an adapter's seams into the classes of this JVM, and takes them out again when closed. */
public final class Weaving implements AutoCloseable {
    private static final List<Throwable> FAILURES = new ArrayList<>();

    private final Instrumentation instrumentation;
    private final ResettableClassFileTransformer transformer;

    private Weaving(Instrumentation instrumentation, ResettableClassFileTransformer transformer) {
        this.instrumentation = instrumentation;
        this.transformer = transformer;
    }

    public static Weaving of(Adapter adapter) {
        Instrumentation instrumentation = ByteBuddyAgent.install();
        FAILURES.clear();
        AgentBuilder builder = new AgentBuilder.Default()
                .disableClassFormatChanges()
                .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
                .with(new Listener());
        for (Seam seam : adapter.seams()) {
            // Made at the first call: a handler loads classes that are yet to be woven.
            Dispatch.HANDLER_NAMES.put(key(seam), seam.handler());
            Dispatch.HANDLERS.remove(key(seam));
            builder = builder.type(ElementMatchers.named(seam.type()))
                    .transform((type, description, loader, module, domain) ->
                            type.visit(Advice.to(Around.class).on(matcher(seam))));
        }
        return new Weaving(instrumentation, builder.installOn(instrumentation));
    }

    /** What handlers have thrown since weaving began; a handler that throws is a defect. */
    public static List<Throwable> failures() {
        synchronized (FAILURES) {
            return List.copyOf(FAILURES);
        }
    }

    @Override
    public void close() {
        transformer.reset(instrumentation, AgentBuilder.RedefinitionStrategy.RETRANSFORMATION);
    }

    private static String key(Seam seam) {
        return seam.type() + "." + seam.method() + "(" + String.join(",", seam.parameters()) + ")";
    }

    private static ElementMatcher<MethodDescription> matcher(Seam seam) {
        return method -> method.getName().equals(seam.method())
                && method.getParameters().asTypeList().asErasures().stream()
                        .map(type -> type.getName())
                        .toList()
                        .equals(seam.parameters());
    }

    private static void failed(Throwable thrown) {
        synchronized (FAILURES) {
            FAILURES.add(thrown);
        }
    }

    /** Inlined into the woven methods. */
    public static final class Around {
        private Around() {}

        @Advice.OnMethodEnter
        static @Nullable Object enter(
                @Advice.Origin("#t.#m#s") String seam,
                @Advice.This Object self,
                @Advice.AllArguments(readOnly = false, typing = Typing.DYNAMIC) Object[] args) {
            Object[] replaced = args;
            Object token = Dispatch.enter(seam, self, replaced);
            args = replaced;
            return token;
        }

        @Advice.OnMethodExit(onThrowable = Throwable.class)
        static void exit(
                @Advice.Origin("#t.#m#s") String seam,
                @Advice.Enter @Nullable Object token,
                @Advice.Return(readOnly = false, typing = Typing.DYNAMIC) @Nullable Object returned,
                @Advice.Thrown @Nullable Throwable thrown) {
            returned = Dispatch.exit(seam, token, returned, thrown);
        }
    }

    /** What woven methods call. */
    public static final class Dispatch {
        static final Map<String, String> HANDLER_NAMES = new ConcurrentHashMap<>();
        static final Map<String, SeamHandler> HANDLERS = new ConcurrentHashMap<>();

        private Dispatch() {}

        public static @Nullable Object enter(String seam, Object self, Object[] args) {
            try {
                return handler(seam).enter(self, args);
            } catch (Throwable t) {
                failed(t);
                return null;
            }
        }

        public static @Nullable Object exit(
                String seam, @Nullable Object token, @Nullable Object returned, @Nullable Throwable thrown) {
            if (token == null) {
                return returned;
            }
            try {
                return handler(seam).exit(token, returned, thrown);
            } catch (Throwable t) {
                failed(t);
                return returned;
            }
        }

        private static SeamHandler handler(String seam) {
            return HANDLERS.computeIfAbsent(seam, key -> newHandler(Objects.requireNonNull(HANDLER_NAMES.get(key))));
        }

        private static SeamHandler newHandler(String name) {
            try {
                return Class.forName(name)
                        .asSubclass(SeamHandler.class)
                        .getConstructor()
                        .newInstance();
            } catch (ReflectiveOperationException e) {
                throw new LinkageError(name, e);
            }
        }
    }

    /** Makes a class that cannot be woven a failure. */
    private static final class Listener extends AgentBuilder.Listener.Adapter {
        @Override
        public void onError(String type, ClassLoader loader, JavaModule module, boolean loaded, Throwable thrown) {
            failed(thrown);
        }
    }
}
