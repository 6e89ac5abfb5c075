package io.agenticraft.http;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;

/** The one Vert.x of this JVM's providers, started with the first of them. Its threads do not keep a JVM alive. */
public final class SharedVertx {
    private static final int MAX_EVENT_LOOPS = 4;

    public static final Vertx INSTANCE = Vertx.vertx(new VertxOptions()
            .setUseDaemonThread(true)
            .setEventLoopPoolSize(Math.min(MAX_EVENT_LOOPS, Runtime.getRuntime().availableProcessors()))
            .setWorkerPoolSize(2)
            .setInternalBlockingPoolSize(2)
            .setFileSystemOptions(
                    new FileSystemOptions().setClassPathResolvingEnabled(false).setFileCachingEnabled(false)));

    private SharedVertx() {}
}
