package io.agenticraft.javaagent.core;

import io.agenticraft.otel.adapter.SeamHandler;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** The method handles that woven code calls: a handler's two methods, guarded so that nothing they throw gets out. */
final class HandlerHandles {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
    private static final MethodType ENTER = MethodType.methodType(Object.class, Object.class, Object[].class);
    private static final MethodType EXIT =
            MethodType.methodType(Object.class, Object.class, Object.class, Throwable.class);

    private HandlerHandles() {}

    /**
     * A handle for one of the handler's methods.
     *
     * @param kind "enter" or "exit"
     */
    static MethodHandle of(SeamHandler handler, String kind) throws ReflectiveOperationException {
        MethodType type = type(kind);
        MethodHandle target = LOOKUP.findVirtual(SeamHandler.class, kind, type).bindTo(handler);
        Guard guard = new Guard(handler.getClass().getName());
        MethodHandle recover = LOOKUP.findVirtual(Guard.class, kind, type.insertParameterTypes(0, Throwable.class))
                .bindTo(guard);
        return MethodHandles.catchException(target, Throwable.class, recover);
    }

    /** A handle that changes nothing. */
    static MethodHandle idle(String kind) {
        return "enter".equals(kind)
                ? MethodHandles.dropArguments(MethodHandles.constant(Object.class, null), 0, ENTER.parameterList())
                : MethodHandles.permuteArguments(MethodHandles.identity(Object.class), EXIT, 1);
    }

    private static MethodType type(String kind) {
        return switch (kind) {
            case "enter" -> ENTER;
            case "exit" -> EXIT;
            default -> throw new IllegalArgumentException("No such kind of handle: " + kind);
        };
    }

    /** What happens instead where a handler throws. */
    static final class Guard {
        private final FailureCount failures;

        Guard(String handler) {
            failures = new FailureCount(handler, System::nanoTime);
        }

        @Nullable
        Object enter(Throwable failure, @Nullable Object self, Object[] arguments) {
            failures.add(failure);
            return null;
        }

        @Nullable
        Object exit(Throwable failure, Object token, @Nullable Object returned, @Nullable Throwable thrown) {
            failures.add(failure);
            return returned;
        }
    }
}
