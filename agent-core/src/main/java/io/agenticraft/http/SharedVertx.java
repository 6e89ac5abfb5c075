package io.agenticraft.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.internal.VertxInternal;
import java.util.concurrent.atomic.AtomicInteger;

/** The one Vert.x of this JVM's providers, started with the first of them. Its threads do not keep a JVM alive. */
public final class SharedVertx {
    private static final int EVENT_LOOPS = Math.min(4, Runtime.getRuntime().availableProcessors());

    public static final Vertx INSTANCE = Vertx.vertx(new VertxOptions()
            .setUseDaemonThread(true)
            .setEventLoopPoolSize(EVENT_LOOPS)
            .setWorkerPoolSize(2)
            .setInternalBlockingPoolSize(2)
            .setFileSystemOptions(
                    new FileSystemOptions().setClassPathResolvingEnabled(false).setFileCachingEnabled(false)));

    private static final Context[] CONTEXTS = new Context[EVENT_LOOPS];
    private static final AtomicInteger NEXT = new AtomicInteger();

    static {
        for (int i = 0; i < EVENT_LOOPS; i++) {
            CONTEXTS[i] = ((VertxInternal) INSTANCE).createEventLoopContext();
        }
    }

    private SharedVertx() {}

    /** An event loop's context, each in turn. */
    static Context nextContext() {
        return CONTEXTS[Math.floorMod(NEXT.getAndIncrement(), EVENT_LOOPS)];
    }
}
