package io.agenticraft.javaagent.telemetry;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/** Looks at the application's global OpenTelemetry without making it decide on one. */
final class HostGlobal {
    private static volatile @Nullable OpenTelemetry found;

    private HostGlobal() {}

    /** What the application has set, or null. Whoever asks GlobalOpenTelemetry for it before that spoils the setting. */
    static @Nullable OpenTelemetry find() {
        OpenTelemetry known = found;
        if (known == null && isSet()) {
            known = GlobalOpenTelemetry.get();
            found = known;
        }
        return known;
    }

    private static boolean isSet() {
        try {
            return GlobalOpenTelemetry.isSet();
        } catch (NoSuchMethodError e) {
            return isFieldSet();
        }
    }

    /** For an API from before {@code isSet}. */
    private static boolean isFieldSet() {
        try {
            Field field = GlobalOpenTelemetry.class.getDeclaredField("globalOpenTelemetry");
            field.setAccessible(true);
            return field.get(null) != null;
        } catch (ReflectiveOperationException | RuntimeException e) {
            return false;
        }
    }
}
