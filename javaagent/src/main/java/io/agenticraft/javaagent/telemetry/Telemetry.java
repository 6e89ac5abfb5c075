package io.agenticraft.javaagent.telemetry;

import io.agenticraft.javaagent.propagate.Courier;
import io.opentelemetry.api.OpenTelemetry;
import org.jspecify.annotations.Nullable;

/** The OpenTelemetry that the adapters use: the application's own where it has one, otherwise the agent's SDK. */
public final class Telemetry {
    private static final Courier COURIER = new ContextCourier();

    private static volatile @Nullable OpenTelemetry sdk;
    private static volatile boolean ofHost;

    private Telemetry() {}

    /**
     * Makes telemetry ready, once.
     *
     * @param hostApi whether the OpenTelemetry API is the application's
     * @return false where the SDK does not go with that API
     */
    public static boolean start(boolean hostApi) {
        ofHost = hostApi;
        try {
            if (!hostApi || HostGlobal.find() == null) {
                sdk();
            }
            return true;
        } catch (LinkageError e) {
            if (hostApi) {
                return false;
            }
            throw e;
        }
    }

    /** Carries the contexts of this API. */
    public static Courier courier() {
        return COURIER;
    }

    /** The instance to use now. Asked at every call: an application may set its own late. */
    public static OpenTelemetry current() {
        OpenTelemetry hosts = ofHost ? HostGlobal.find() : null;
        return hosts == null ? sdk() : hosts;
    }

    static boolean isOfHost() {
        return ofHost;
    }

    /** The agent's SDK, started by the first call; one that does nothing where its configuration is wrong. */
    static OpenTelemetry sdk() {
        OpenTelemetry started = sdk;
        return started == null ? startSdk() : started;
    }

    private static synchronized OpenTelemetry startSdk() {
        OpenTelemetry started = sdk;
        if (started == null) {
            started = Sdk.start();
            sdk = started;
        }
        return started;
    }
}
