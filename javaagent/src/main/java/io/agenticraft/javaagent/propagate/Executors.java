package io.agenticraft.javaagent.propagate;

import io.agenticraft.javaagent.Console;
import io.agenticraft.javaagent.Sites;
import io.agenticraft.javaagent.weave.SeamWeaver;
import io.agenticraft.otel.adapter.Seam;
import io.agenticraft.otel.adapter.SeamHandler;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandle;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.bytebuddy.dynamic.ClassFileLocator;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's executors, woven when the first context has to be carried. {@code otel.instrumentation.executors.enabled},
 * or {@code OTEL_INSTRUMENTATION_EXECUTORS_ENABLED}, set to false leaves them alone.
 */
public final class Executors {
    private static final String FORK_JOIN_TASK = "java.util.concurrent.ForkJoinTask";
    private static final Seam FORKED = new Seam(FORK_JOIN_TASK, "doExec", List.of(), FORK_JOIN_TASK);

    private final Handoff handoff = new Handoff();
    private final Handles handles;
    private final Instrumentation instrumentation;
    private final SeamWeaver weaver;
    private boolean woven;

    /** Weaves nothing yet. */
    public Executors(Instrumentation instrumentation, SeamWeaver weaver) throws ReflectiveOperationException {
        this.instrumentation = instrumentation;
        this.weaver = weaver;
        handles = new Handles(handoff);
    }

    /** What a constant of a woven executor stands for; see {@code AgentCore.link}. */
    public MethodHandle handle(String name) {
        return handles.get(name);
    }

    /** Whether {@code kind} is that of the constants which {@link #handle} answers. */
    public static boolean knows(String kind) {
        return HookWeaver.KIND.equals(kind);
    }

    /** What happens around a task of a fork-join pool. */
    public SeamHandler forkedTasks() {
        return new ForkedTaskHandler(handoff);
    }

    /** Carries the contexts of one more OpenTelemetry API. The first call weaves the executors. */
    public void carry(Courier courier) {
        handoff.add(courier);
        synchronized (this) {
            if (woven || !isEnabled() || !isReachable()) {
                return;
            }
            woven = true;
        }
        weave();
    }

    private static boolean isEnabled() {
        String value = System.getProperty("otel.instrumentation.executors.enabled");
        if (value == null) {
            value = System.getenv("OTEL_INSTRUMENTATION_EXECUTORS_ENABLED");
        }
        return !"false".equalsIgnoreCase(value);
    }

    /** A system class loader that does not find us would make the woven executors fail. */
    private static boolean isReachable() {
        try {
            return ClassLoader.getSystemClassLoader().loadClass(Sites.class.getName()) == Sites.class;
        } catch (ClassNotFoundException e) {
            Console.line("contexts are not carried across executors: the system class loader hides the agent");
            return false;
        }
    }

    private void weave() {
        Map<String, List<Hook>> hooks = Hook.all().stream().collect(Collectors.groupingBy(Hook::type));
        instrumentation.addTransformer(new Transformer(hooks), true);
        List<Class<?>> types = new ArrayList<>();
        for (String type : new TreeSet<>(hooks.keySet())) {
            try {
                types.add(Class.forName(type.replace('/', '.'), false, null));
            } catch (ClassNotFoundException e) {
                // Not in this JDK.
            }
        }
        try {
            instrumentation.retransformClasses(types.toArray(new Class<?>[0]));
        } catch (Exception | LinkageError e) {
            Console.line("contexts are not carried across executors: " + e);
        }
    }

    private final class Transformer implements ClassFileTransformer {
        private final Map<String, List<Hook>> hooks;

        Transformer(Map<String, List<Hook>> hooks) {
            this.hooks = hooks;
        }

        @Override
        public byte @Nullable [] transform(
                @Nullable ClassLoader loader,
                @Nullable String type,
                @Nullable Class<?> redefined,
                @Nullable ProtectionDomain domain,
                byte[] classFile) {
            List<Hook> own = loader == null && type != null ? hooks.get(type) : null;
            if (own == null || type == null) {
                return null;
            }
            try {
                byte[] hooked = HookWeaver.weave(type, classFile, own);
                return type.replace('/', '.').equals(FORK_JOIN_TASK) ? aroundTasks(hooked) : hooked;
            } catch (RuntimeException | LinkageError e) {
                Console.line(type.replace('/', '.') + " stays as it is: " + e);
                return null;
            }
        }

        private byte[] aroundTasks(byte[] classFile) {
            return weaver.weave(
                    FORK_JOIN_TASK, classFile, List.of(FORKED), ClassFileLocator.ForClassLoader.ofBootLoader());
        }
    }
}
