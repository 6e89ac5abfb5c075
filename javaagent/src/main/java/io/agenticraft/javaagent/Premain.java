package io.agenticraft.javaagent;

import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/**
 * The agent's entry. Registers a transformer that compares class names, and does nothing more until a known library
 * shows up.
 */
public final class Premain {
    private static final int OLDEST_JAVA = 17;

    private Premain() {}

    /** Called by the JVM before the host's main method. Never throws. */
    public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
        try {
            String java = System.getProperty("java.specification.version", "0");
            start(java, instrumentation);
        } catch (Throwable e) {
            Console.line("off: " + e);
        }
    }

    /** Whether the agent is at work, now or from now on. */
    static boolean start(String java, Instrumentation instrumentation) throws Exception {
        if (!enabled()) {
            return false;
        }
        if (major(java) < OLDEST_JAVA) {
            Console.line("off: this is Java " + java + ", and the agent needs Java " + OLDEST_JAVA + " or newer");
            return false;
        }
        if (!Sites.open(instrumentation)) {
            return false;
        }
        instrumentation.addTransformer(new KnownTypesTransformer(), true);
        return true;
    }

    /** {@code otel.javaagent.enabled} or {@code OTEL_JAVAAGENT_ENABLED}; true unless it says false. */
    private static boolean enabled() {
        String value = System.getProperty("otel.javaagent.enabled");
        if (value == null) {
            value = System.getenv("OTEL_JAVAAGENT_ENABLED");
        }
        return value == null || !value.trim().equalsIgnoreCase("false");
    }

    /** 8 for "1.8", 17 for "17"; 0 where there is no number. */
    static int major(String java) {
        String digits = java.startsWith("1.") ? java.substring(2) : java;
        int end = 0;
        while (end < digits.length() && Character.isDigit(digits.charAt(end))) {
            end++;
        }
        return end == 0 || end > 6 ? 0 : Integer.parseInt(digits.substring(0, end));
    }
}
